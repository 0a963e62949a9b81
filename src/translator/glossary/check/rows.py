"""Reading a glossary leniently, so that every bad row can be reported and not only the first."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from translator.errors import GlossaryError
from translator.glossary.check.did_you_mean import nearest
from translator.glossary.check.finding import Finding
from translator.glossary.csv_file import delimiter_of
from translator.glossary.csv_quotes import broken_quote, reason
from translator.glossary.entry import COLUMNS, Entry
from translator.glossary.glossary import Glossary

_LISTS = ("forms", "context", "examples")


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it stands: its cells untouched, and the entry they make, valid or not. `layer` counts from 0."""

    entry: Entry
    layer: int
    cells: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)


def rows_of(glossary: Glossary) -> list[Row]:
    """The entries of a glossary in memory as rows."""
    return [Row(entry, n, _cells(entry)) for n, layer in enumerate(glossary.layers) for entry in layer]


def read_rows(paths: Iterable[Path], layer: int = 0) -> tuple[list[Row], list[Finding]]:
    """The rows of glossary files of one layer, and what keeps rows or files from being read."""
    rows: list[Row] = []
    findings: list[Finding] = []
    for path in paths:
        for item in _read(path, layer):
            if isinstance(item, Row):
                rows.append(item)
            else:
                findings.append(item)
    return rows, findings


def _read(path: Path, layer: int) -> Iterator[Row | Finding]:
    name = str(path)
    if path.suffix.lower() not in (".csv", ".tsv"):
        yield from _other_format(path, layer)
        return
    try:
        data = path.read_bytes()
    except OSError as error:
        yield Finding("E111", f"cannot be read: {error.strerror}", name)
        return
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        yield Finding("E111", "not UTF-8; save it as UTF-8, or use `translator glossary import`", name, line)
        text = data.decode("cp1252", "replace")
    yield from _parse(text.replace("\0", "\x01"), name, layer, "\t" if path.suffix.lower() == ".tsv" else ",")


def _other_format(path: Path, layer: int) -> Iterator[Row | Finding]:
    """TBX and the like have no cells to look at: the entries that they import as, or why they do not."""
    from translator.glossary.exchange import import_glossary

    try:
        for entry in import_glossary(path):
            yield Row(entry, layer, _cells(entry))
    except GlossaryError as error:
        message = str(error).removeprefix(str(path)).removeprefix(f":{error.line}").removeprefix(": ")
        yield Finding("E111", message, str(path), error.line or 0)


def _parse(text: str, path: str, layer: int, delimiter: str) -> Iterator[Row | Finding]:
    delimiter = delimiter_of(text, delimiter)
    broken = broken_quote(text, delimiter)
    if broken:
        yield Finding("E111", broken[1], path, broken[0])
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    header = [name.strip().lower() for name in next(reader, [])]
    yield from _header(header, path)
    if not {"source", "target"} <= set(header):
        return
    start = reader.line_num + 1
    try:
        for cells in reader:
            line, start = start, reader.line_num + 1
            if not any(cell.strip() for cell in cells) or (broken and line <= broken[0] < start):
                continue
            if len(cells) > len(header):
                message = f"{len(cells)} cells, but the header names {len(header)} columns; quote cells with a comma"
                yield Finding("E111", message, path, line)
                continue
            if reader.line_num - line > 20:
                message = f"a cell runs on to line {reader.line_num}; a quotation mark is not closed"
                yield Finding("E111", message, path, line)
                continue
            row = dict(zip(header, cells, strict=False))
            yield Row(_entry(row, path, line), layer, row)
    except csv.Error as error:
        if not broken:
            yield Finding("E111", reason(error), path, reader.line_num)


def _header(header: list[str], path: str) -> Iterator[Finding]:
    for name in ("source", "target"):
        if name not in header:
            found = ", ".join(header) or "nothing"
            yield Finding("E111", f"the first line must name the column {name}; it names: {found}", path, 1)
    for name in sorted({name for name in header if header.count(name) > 1}):
        yield Finding("E111", f"the column {name!r} is named twice", path, 1)
    for name in header:
        if name not in COLUMNS and (guess := nearest(name, set(COLUMNS) - set(header))):
            message = f"the column {name!r} is not known and will be ignored. Did you mean {guess!r}?"
            yield Finding("W208", message, path, 1)


def _entry(cells: Mapping[str, str], path: str, line: int) -> Entry:
    values = {name: cell.strip() for name, cell in cells.items()}
    known = {name: values.get(name, "") for name in COLUMNS}
    lists = {name: tuple(p for part in known.pop(name).split("|") if (p := part.strip())) for name in _LISTS}
    known["kind"] = known["kind"].lower() or "term"
    known["status"] = known["status"].lower() or "preferred"
    known["article"], known["case"] = known["article"].lower(), known["case"].lower()
    return Entry(**known, **lists, path=path, line=line)  # type: ignore[arg-type]


def _cells(entry: Entry) -> dict[str, str]:
    values = {name: getattr(entry, name) for name in COLUMNS}
    return {name: "|".join(value) if name in _LISTS else value for name, value in values.items()}
