"""Reading and writing the glossary's own file format (docs/glossary-format.md)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from sys import intern

from translator.atomic import write_atomic
from translator.errors import GlossaryError
from translator.glossary.csv_quotes import unreadable
from translator.glossary.entry import ARTICLES, COLUMNS, KINDS, SLOTS, STATUSES, Entry, slots_of

_LISTS = ("forms", "context", "examples")
_NO_EXTRA: Mapping[str, str] = {}


def read_csv(path: Path, delimiter: str = ",") -> tuple[list[Entry], tuple[str, ...]]:
    """The entries of a glossary file, and its columns in their order.

    Raises `GlossaryError` naming file and line: not UTF-8, no header, no `source` or `target` column, a row that is
    too long, empty source or target, unknown kind, status, article, case or slot, a slot that nothing would fill.
    """
    return parse_csv(_text(path), delimiter=delimiter, path=str(path))


def delimiter_of(text: str, delimiter: str) -> str:
    """The delimiter given, or the semicolon or tabulator that spreadsheets write in the place of the comma."""
    header = text.partition("\n")[0]
    if delimiter != "," or "," in header:
        return delimiter
    return next((other for other in ";\t" if other in header), delimiter)


def parse_csv(text: str, delimiter: str = ",", path: str = "") -> tuple[list[Entry], tuple[str, ...]]:
    """Like `read_csv`, from a string; `path` is only what errors name."""
    delimiter = delimiter_of(text, delimiter)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise GlossaryError("NUL byte in the file; save it as UTF-8 CSV", path=path, line=line)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        header = next(reader, [])
        columns = tuple(name.strip().lower() for name in header)
        if not {"source", "target"} <= set(columns):
            found = ", ".join(columns) or "nothing"
            message = f"the first line must name the columns source and target; found: {found}"
            raise GlossaryError(message, path=path, line=1)
        if len(set(columns)) != len(columns):
            raise GlossaryError("a column is named twice in the header", path=path, line=1)
        width = len(columns)
        known = itemgetter(*(columns.index(name) if name in columns else width for name in COLUMNS))
        unknown = [(name, place) for place, name in enumerate(columns) if name not in COLUMNS]
        entries = []
        start = reader.line_num + 1
        for row in reader:
            line, start = start, reader.line_num + 1
            cells = [cell.strip() for cell in row]
            if not any(cells):
                continue
            if len(cells) > width:
                raise GlossaryError(
                    f"{len(row)} cells, but the header names {width} columns; quote cells that hold a comma",
                    path=path,
                    line=line,
                )
            cells += [""] * (width + 1 - len(cells))
            extra = {name: cells[place] for name, place in unknown} if unknown else _NO_EXTRA
            entries.append(_entry(known(cells), extra, path, line))
    except csv.Error as error:
        raise unreadable(error, text, delimiter, path, reader.line_num) from None
    return entries, columns


def write_csv(path: Path, entries: Iterable[Entry], columns: tuple[str, ...] = COLUMNS, delimiter: str = ",") -> None:
    """Write entries under the given columns, atomically; columns that an entry needs and the file lacks are added."""
    write_atomic(path, format_csv(entries, columns, delimiter).encode())


def format_csv(entries: Iterable[Entry], columns: tuple[str, ...] = COLUMNS, delimiter: str = ",") -> str:
    """The text of a glossary file."""
    rows = [_row(entry) for entry in entries]
    used = {name for row in rows for name, cell in row.items() if cell}
    used -= {"kind"} if all(row["kind"] == "term" for row in rows) else set()
    used -= {"status"} if all(row["status"] == "preferred" for row in rows) else set()
    known = columns + tuple(name for name in COLUMNS if name in used and name not in columns)
    names = known + tuple(sorted(used - set(known)))
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([row.get(name, "") for name in names] for row in rows)
    return out.getvalue()


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise GlossaryError(f"cannot be read: {error.strerror}", path=path) from None
    except UnicodeDecodeError as error:
        data = path.read_bytes()
        line = data.count(b"\n", 0, error.start) + 1
        message = "not UTF-8; save it as UTF-8, or import it with `translator glossary import`"
        raise GlossaryError(message, path=path, line=line) from None


def _entry(cells: Sequence[str], extra: Mapping[str, str], path: str, line: int) -> Entry:
    """The entry of a row, from its cells in the order of `COLUMNS`."""
    (
        source, target, kind, source_abbr, target_abbr, forms, plural, article, case, status, context, domain, note,
        reference, examples,
    ) = cells  # fmt: skip
    if not source or not target:
        raise GlossaryError(f"{'target' if source else 'source'} is empty", path=path, line=line)
    kind = kind.lower() or "term"
    status = status.lower() or "preferred"
    if kind not in KINDS:
        raise GlossaryError(f"unknown kind {kind!r}; one of: {', '.join(KINDS)}", path=path, line=line)
    if status not in STATUSES:
        raise GlossaryError(f"unknown status {status!r}; one of: {', '.join(STATUSES)}", path=path, line=line)
    if case:
        case = case.lower()
        if case != "exact":
            raise GlossaryError(f"unknown case {case!r}; `exact` or empty", path=path, line=line)
    if article:
        article = _article(article, path, line)
    spellings = _items(forms)
    if "{" in source or "{" in target or "{" in plural:
        _refuse_slots(source, target, plural, spellings, path, line)
    # What many rows share is kept once: it would be half of what a large glossary takes.
    return Entry(
        source, target, intern(kind), source_abbr, target_abbr, spellings, intern(plural), intern(article),
        intern(case), intern(status), _context(context), intern(domain), intern(note), intern(reference),
        _items(examples), extra, path, line,
    )  # fmt: skip


def _article(cell: str, path: str, line: int) -> str:
    parts = [part.strip() for part in cell.lower().split("|")]
    if len(parts) > 2 or any(part not in ARTICLES for part in parts):
        message = f"unknown article {cell!r}; `the`, `none`, empty, or two of them: `the|none`"
        raise GlossaryError(message, path=path, line=line)
    return "|".join(parts)


def _refuse_slots(source: str, target: str, plural: str, forms: Sequence[str], path: str, line: int) -> None:
    """Raise `GlossaryError` for slots that are not known, and for those in the English that no French would fill."""
    there = slots_of(source)
    for name in there + slots_of(target) + slots_of(plural):
        if name not in SLOTS:
            raise GlossaryError(f"unknown slot {{{name}}}; one of: {', '.join(SLOTS)}", path=path, line=line)
    for column, english in (("target", target), ("plural", plural)):
        for name in slots_of(english):
            if name not in there:
                message = f"{column} has {{{name}}}, but source has not, so nothing would fill it"
                raise GlossaryError(message, path=path, line=line)
    for form in forms:
        for name in slots_of(target):
            if name not in slots_of(form):
                message = f"the form {form!r} lacks {{{name}}}, which the target needs"
                raise GlossaryError(message, path=path, line=line)


@lru_cache(maxsize=4096)
def _context(cell: str) -> tuple[str, ...]:
    return _items(cell)


def _items(cell: str) -> tuple[str, ...]:
    return tuple(item for part in cell.split("|") if (item := part.strip())) if cell else ()


def _row(entry: Entry) -> dict[str, str]:
    row = {name: getattr(entry, name) for name in COLUMNS}
    for name in _LISTS:
        row[name] = " | ".join(row[name]) if name == "examples" else "|".join(row[name])
    return row | dict(entry.extra)
