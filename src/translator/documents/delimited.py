"""CSV and TSV: the cells of the chosen columns change, every other byte (quoting, delimiter, line ends) is copied.

Columns are named by the header, or numbered from 1 (then the first row is translated like the rest). The delimiter of
a CSV file is the one of `,`, `;` and tab that is most frequent in its first row. A row with too few cells is a part
with an error, and is copied.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import BinaryIO

from translator.documents.part import Part, Source, decode_utf8
from translator.documents.record import DEFAULT_FIELDS, copied, record_part
from translator.errors import DocumentError

__all__ = ["read_csv", "read_tsv"]

_ROW_LIMIT = 16 * 2**20

_Cell = tuple[int, int, str]
"""Start and end in the row, and what it reads."""


def read_csv(source: Source, fields: Sequence[str] = ()) -> Iterator[Part]:
    """A part for every row. Raises `DocumentError` if the columns are not there or a quote is never closed."""
    return _read(source, fields, "")


def read_tsv(source: Source, fields: Sequence[str] = ()) -> Iterator[Part]:
    """A part for every row of a file with tabs. Raises `DocumentError` as `read_csv` does."""
    return _read(source, fields, "\t")


def _read(source: Source, fields: Sequence[str], delimiter: str) -> Iterator[Part]:
    columns: list[int] | None = None
    with source.open() as file:
        for line, row, error in _rows(file, source.name, delimiter):
            delimiter = delimiter or _delimiter(row)
            try:
                if error:
                    raise error
                cells = _cells(row, delimiter)
                if not row.strip("\ufeff \t\r\n") and len(cells) < 2:
                    yield copied(_bytes(row), line=line)
                elif columns is None:
                    columns, header = _columns([text for _, _, text in cells], fields, source.name)
                    yield copied(_bytes(row), line=line) if header else _part(row, cells, columns, delimiter, line)
                elif len(cells) <= max(columns):
                    message = f"has {len(cells)} cells, but column {max(columns) + 1} is to be translated; row copied"
                    raise DocumentError(message, path=source.name, line=line)
                else:
                    yield _part(row, cells, columns, delimiter, line)
            except DocumentError as problem:
                if columns is None:
                    raise
                yield copied(_bytes(row), line=line, error=problem)


def _rows(file: BinaryIO, name: str, delimiter: str) -> Iterator[tuple[int, str, DocumentError | None]]:
    """Each row with its first line and what is wrong with its bytes; a CSV row goes on while a quote is open."""
    several = not delimiter
    pieces: list[bytes] = []
    start, size, is_open = 1, 0, False
    for line, piece in enumerate(file, start=1):
        text = piece.decode("utf-8", "surrogateescape")
        delimiter = delimiter or _delimiter(text)
        pieces.append(piece)
        size += len(piece)
        begins = len(pieces) == 1 and text.startswith('"', 1 if text.startswith("\ufeff") else 0)
        is_open = several and _open_after(text, is_open, begins, delimiter)
        if is_open and size <= _ROW_LIMIT:
            continue
        if is_open:
            break
        data = b"".join(pieces)
        yield start, data.decode("utf-8", "surrogateescape"), _problem(data, name, start)
        pieces, start, size = [], line + 1, 0
    if pieces:
        raise DocumentError(
            "a quote that begins in this row is never closed; close or double it", path=name, line=start
        )


def _open_after(line: str, is_open: bool, begins: bool, delimiter: str) -> bool:
    """Whether a quoted cell goes on after a line; `begins` if one begins with the line's first cell."""
    at = line.find('"') + 1 if begins else 0
    is_open = is_open or begins
    while True:
        if is_open:
            quote = line.find('"', at)
            if quote < 0:
                return True
            at = quote + 1
            if line.startswith('"', at):
                at += 1
                continue
            is_open = False
        found = line.find(delimiter, at)
        if found < 0:
            return False
        at = found + 1
        if line.startswith('"', at):
            is_open, at = True, at + 1


def _problem(data: bytes, name: str, line: int) -> DocumentError | None:
    try:
        decode_utf8(data, name, line)
    except DocumentError as error:
        return error
    return None


def _delimiter(row: str) -> str:
    bare = "".join(row.split('"')[::2])
    return max(",;\t", key=bare.count)


def _cells(row: str, delimiter: str) -> list[_Cell]:
    """The cells of a row; one that begins with a quote goes on to the quote that closes it."""
    cells: list[_Cell] = []
    end_of_row = len(row.rstrip("\r\n"))
    at = 1 if row.startswith("\ufeff") else 0
    while True:
        end = at
        if row.startswith('"', at):
            end = at + 1
            while True:
                quote = row.find('"', end)
                if quote < 0:
                    end = at
                    break
                if not row.startswith('"', quote + 1):
                    end = quote + 1
                    break
                end = quote + 2
        found = row.find(delimiter, end, end_of_row)
        end = found if found >= 0 else max(end, end_of_row)
        raw = row[at:end]
        cells.append((at, end, _unquoted(raw)))
        if found < 0:
            return cells
        at = found + len(delimiter)


def _unquoted(raw: str) -> str:
    return raw[1:-1].replace('""', '"') if len(raw) > 1 and raw[0] == raw[-1] == '"' else raw


def _columns(header: Sequence[str], fields: Sequence[str], name: str) -> tuple[list[int], bool]:
    """The indexes of the columns to translate, and whether the first row is a header."""
    names = [cell.strip() for cell in header]
    known = ", ".join(names)
    if not fields:
        found = [index for index, cell in enumerate(names) if cell.lower() in DEFAULT_FIELDS]
        if not found:
            raise DocumentError(f"which columns? Name them with --field; there are: {known}", path=name, line=1)
        return found, True
    if all(field in names for field in fields):
        return sorted({names.index(field) for field in fields}), True
    if all(field.isascii() and field.isdigit() and 1 <= int(field) <= len(names) for field in fields):
        return sorted({int(field) - 1 for field in fields}), False
    missing = ", ".join(field for field in fields if field not in names)
    raise DocumentError(f"no column is called {missing}; there are: {known}", path=name, line=1)


def _part(row: str, cells: Sequence[_Cell], columns: Sequence[int], delimiter: str, line: int) -> Part:
    return record_part(row, [cells[index] for index in columns], partial(_written, delimiter), line=line)


def _written(delimiter: str, raw: str, text: str) -> str:
    """A cell, in quotes if it was or has to be."""
    quoted = _unquoted(raw) != raw or any(sign in text for sign in (delimiter, "\n", "\r"))
    quoted = quoted or (text.startswith('"') and not raw.startswith('"'))
    return '"' + text.replace('"', '""') + '"' if quoted else text


def _bytes(row: str) -> bytes:
    return row.encode("utf-8", "surrogateescape")
