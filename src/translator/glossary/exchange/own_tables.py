"""Our own columns in other clothes: TSV, JSON and XLSX. Nothing is lost."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Sequence
from dataclasses import replace

from translator.errors import GlossaryError
from translator.glossary.csv_file import format_csv, parse_csv
from translator.glossary.entry import COLUMNS, Entry
from translator.glossary.exchange.content import DEFAULTS, LISTS, Content, Languages, cells_of
from translator.glossary.exchange.encoding import decoded
from translator.glossary.exchange.xml_safe import writable

_MOST_UNZIPPED = 256 << 20


def read_csv(data: bytes, path: str, languages: Languages) -> Content:
    """The glossary's own CSV, in any encoding that `decoded` knows; semicolons too, as French spreadsheets write."""
    return _read_table(data, path, ",")


def read_tsv(data: bytes, path: str, languages: Languages) -> Content:
    """The same with tabulators."""
    return _read_table(data, path, "\t")


def write_csv(entries: Sequence[Entry], columns: tuple[str, ...], languages: Languages) -> tuple[bytes, list[str]]:
    """The glossary's own CSV."""
    return format_csv(entries, columns).encode(), []


def write_tsv(entries: Sequence[Entry], columns: tuple[str, ...], languages: Languages) -> tuple[bytes, list[str]]:
    """The same with tabulators."""
    return format_csv(entries, columns, "\t").encode(), []


def read_json(data: bytes, path: str, languages: Languages) -> Content:
    """A list of objects, one an entry, or an object with such a list under `entries`; lists as arrays or with `|`."""
    text, notices = decoded(data, path)
    try:
        value = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        line, reason = None, str(error)
        if isinstance(error, json.JSONDecodeError):
            line, reason = error.lineno, f"{error.msg.removesuffix(' starting at')} in column {error.colno}"
        message = f"not readable as JSON: {reason}; mend it, or export it again"
        raise GlossaryError(message, path=path, line=line) from None
    items = value.get("entries") if isinstance(value, dict) else value
    if not isinstance(items, list):
        raise GlossaryError("JSON must be a list of entries, or an object with such a list under `entries`", path=path)
    rows: list[dict[str, str]] = []
    for number, item in enumerate(items, start=1):
        if not isinstance(item, dict):
            raise GlossaryError(f"entry {number} is no object with `source` and `target`", path=path)
        rows.append({str(name): _cell(cell, name, number, path) for name, cell in item.items()})
    entries, columns = _validated(rows, path)
    return Content(entries, notices, columns)


def write_json(entries: Sequence[Entry], columns: tuple[str, ...], languages: Languages) -> tuple[bytes, list[str]]:
    """A list of objects; empty columns are left out, lists are arrays."""
    items = []
    for entry in entries:
        item: dict[str, object] = {}
        for name, cell in cells_of(entry).items():
            if cell and (name, cell) not in DEFAULTS:
                item[name] = list(getattr(entry, name)) if name in LISTS else cell
        items.append(item)
    return (json.dumps(items, ensure_ascii=False, indent=1) + "\n").encode(), []


def read_xlsx(data: bytes, path: str, languages: Languages) -> Content:
    """The first sheet of a workbook: our columns, named in its first row; formulas count as their last value."""
    openpyxl = _openpyxl(path)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(member.file_size for member in archive.infolist()) > _MOST_UNZIPPED:
                raise GlossaryError("unpacks to more than 256 MB, which is refused; split it", path=path)
        workbook = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheet = workbook.worksheets[0]
        table = [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
        names = workbook.sheetnames
    except GlossaryError:
        raise
    except Exception as error:  # openpyxl lets through whatever zipfile, its XML parser and its own code raise
        message = f"not readable as an Excel workbook (.xlsx): {error}; save it again, or as CSV"
        raise GlossaryError(message, path=path) from None
    header = [name.strip().lower() for name in table[0]] if table else []
    width = max((n for n, name in enumerate(header, start=1) if name), default=0)
    rows = [dict(zip(header[:width], row, strict=False)) for row in table[1:]]
    entries, columns = _validated(rows, path, tuple(header[:width]), lines=True)
    notices = [f"only the first sheet, {names[0]!r}, was read; left out: {', '.join(names[1:])}"] if names[1:] else []
    return Content(entries, notices, columns)


def write_xlsx(entries: Sequence[Entry], columns: tuple[str, ...], languages: Languages) -> tuple[bytes, list[str]]:
    """A workbook of one sheet, every cell text (so that `=` is no formula), the header frozen and filterable."""
    openpyxl = _openpyxl("")
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    workbook = openpyxl.Workbook(write_only=True)
    sheet = workbook.create_sheet("glossary")
    sheet.freeze_panes = "A2"
    names = columns + tuple(name for name in COLUMNS if name not in columns)
    names += tuple(sorted({name for entry in entries for name in entry.extra} - set(names)))
    for n in range(len(names)):
        sheet.column_dimensions[chr(65 + n) if n < 26 else "A" + chr(65 + n - 26)].width = 45 if n < 2 else 16

    def text_cell(value: str, *, bold: bool = False) -> object:
        cell = WriteOnlyCell(sheet, value=writable(value) or None)
        if value:
            cell.data_type = "s"
        if bold:
            cell.font = Font(bold=True)
        return cell

    sheet.append([text_cell(name, bold=True) for name in names])
    for entry in entries:
        cells = cells_of(entry)
        sheet.append([text_cell(cells.get(name, "")) for name in names])
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue(), []


def _openpyxl(path: str):  # type: ignore[no-untyped-def]
    try:
        import openpyxl
    except ImportError:
        message = "Excel files need openpyxl: install translator[xlsx], or save the sheet as CSV"
        raise GlossaryError(message, path=path or None) from None
    return openpyxl


def _read_table(data: bytes, path: str, delimiter: str) -> Content:
    text, notices = decoded(data, path)
    entries, columns = parse_csv(text.removeprefix("\ufeff"), delimiter, path)
    return Content(entries, notices, columns)


def _validated(
    rows: Sequence[dict[str, str]], path: str, columns: tuple[str, ...] = (), *, lines: bool = False
) -> tuple[list[Entry], tuple[str, ...]]:
    """Rows through the CSV reader, so that all formats are held to the same rules."""
    names = columns or tuple(dict.fromkeys([*COLUMNS, *(name.strip().lower() for row in rows for name in row)]))
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    numbers: dict[int, int] = {}
    line = 2
    for number, row in enumerate(rows, start=2 if lines else 1):
        cells = {name.strip().lower(): re.sub(r"\r\n?", "\n", cell) for name, cell in row.items()}
        if any(cell.strip() for cell in cells.values()):
            writer.writerow([cells.get(name, "") for name in names])
            numbers[line] = number
            line += 1 + sum(cell.count("\n") for cell in cells.values())
    try:
        entries, _ = parse_csv(out.getvalue())
    except GlossaryError as error:
        bad = numbers.get(error.line or 0)
        message = str(error).partition(": ")[2] if error.line else str(error)
        what = ("row" if lines else "entry") + f" {bad}: " if bad else ""
        raise GlossaryError(what + message, path=path) from None
    return [replace(entry, path=path, line=numbers[entry.line]) for entry in entries], names


def _cell(value: object, name: str, number: int, path: str) -> str:
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return "|".join(value)
    if isinstance(value, (str, int, float)):
        return str(value)
    raise GlossaryError(f"entry {number}: {name!r} must be text, or a list of texts", path=path)
