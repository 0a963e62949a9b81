"""Two columns, as DeepL, Google, Amazon and OmegaT want them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from translator.errors import GlossaryError
from translator.glossary.csv_quotes import unreadable
from translator.glossary.entry import Entry
from translator.glossary.exchange.content import Content, Languages, require_languages, same_language
from translator.glossary.exchange.encoding import decoded
from translator.glossary.exchange.flat import counted, flat_pairs, lost_columns

Written = tuple[bytes, list[str]]

_ADMITTED = "(admitted)"


def read_deepl_csv(data: bytes, path: str, languages: Languages) -> Content:
    """DeepL: source, target and, if they like, the two language codes; no header."""
    return _read_pairs(data, path, languages, ",")


def read_deepl_tsv(data: bytes, path: str, languages: Languages) -> Content:
    """DeepL's other form: source, tabulator, target."""
    return _read_pairs(data, path, languages, "\t")


def read_google(data: bytes, path: str, languages: Languages) -> Content:
    """Google, one direction: two columns, with or without a first line of language codes."""
    return _read_pairs(data, path, languages, "\t" if _is_tsv(data, path) else ",")


def read_omegat(data: bytes, path: str, languages: Languages) -> Content:
    """OmegaT: source, tabulator, target, tabulator, comment; a line that begins with # is a comment."""
    text, notices = decoded(data, path)
    entries = []
    bare: list[str] = []
    for line, row in _rows(text, "\t", path, quoted=False):
        if row[0].startswith("#") or not row[0]:
            continue
        if len(row) < 2 or not row[1]:
            bare.append(row[0])
            continue
        note = " ".join(cell for cell in row[2:] if cell)
        status = "admitted" if note.startswith(_ADMITTED) else "preferred"
        note = note.removeprefix(_ADMITTED).strip()
        entries.append(Entry(row[0], row[1], status=status, note=note, path=path, line=line))
    if not entries:
        raise GlossaryError("no line has a source and a target with a tabulator between them", path=path)
    return Content(entries, notices + _some(counted(bare, "lines without a target left out")))


def read_term_sets(data: bytes, path: str, languages: Languages) -> Content:
    """Google's equivalent term sets and Amazon's CSV: language codes in the first line, terms below."""
    text, notices = decoded(data, path)
    rows = _rows(text, "\t" if _is_tsv(data, path) else ",", path)
    _, header = next(rows, (1, []))
    require_languages((name for name in header if name.lower() not in ("pos", "description")), languages, path)
    source, target = (
        next(n for n, name in enumerate(header) if same_language(name, wanted))
        for wanted in (languages.source, languages.target)
    )
    comment = next((n for n, name in enumerate(header) if name.lower() == "description"), None)
    entries, incomplete = [], 0
    for line, row in rows:
        row += [""] * (len(header) - len(row))
        if row[source] and row[target]:
            note = row[comment] if comment is not None else ""
            entries.append(_entry(row[source], row[target], path, line, note=note))
        else:
            incomplete += any(row)
    if incomplete:
        notices.append(f"{incomplete} rows left out: no term in one of the two languages")
    return Content(entries, notices)


def write_deepl_csv(entries: Sequence[Entry], columns: tuple[str, ...], languages: Languages) -> Written:
    """Source, target, language codes; no header."""
    pairs, notices = flat_pairs(entries)
    return _table([(s, t, languages.source.upper(), languages.target.upper()) for s, t in pairs], ","), notices


def write_deepl_tsv(entries: Sequence[Entry], columns: tuple[str, ...], languages: Languages) -> Written:
    """Source, tabulator, target."""
    pairs, notices = flat_pairs(entries)
    return _plain_lines(pairs), notices


def write_google(entries: Sequence[Entry], columns: tuple[str, ...], languages: Languages) -> Written:
    """Two columns, no header, for one direction."""
    pairs, notices = flat_pairs(entries)
    return _table(pairs, ","), notices


def write_google_terms(entries: Sequence[Entry], columns: tuple[str, ...], languages: Languages) -> Written:
    """An equivalent term set: language codes, part of speech (left empty), description (our note)."""
    rows = [(languages.source, languages.target, "pos", "description")]
    kept, notices = _first_of_each(entries)
    rows += [(entry.source, entry.rendering, "", entry.note) for entry in kept]
    return _table(rows, ","), notices + lost_columns(kept, held=("source", "target", "note"))


def write_amazon(entries: Sequence[Entry], columns: tuple[str, ...], languages: Languages) -> Written:
    """Amazon's custom terminology: a line of language codes, the source language first."""
    pairs, notices = flat_pairs(entries)
    return _table([(languages.source, languages.target), *pairs], ","), notices


def write_omegat(entries: Sequence[Entry], columns: tuple[str, ...], languages: Languages) -> Written:
    """Source, target and comment; admitted renderings too, since OmegaT shows several, with a comment that says so."""
    lines = []
    left: list[str] = []
    kept = []
    for entry in entries:
        if entry.status == "forbidden" or "{" in entry.source:
            left.append(f"{entry.source} → {entry.target}")
            continue
        kept.append(entry)
        comment = " ".join(part for part in (_ADMITTED * (entry.status == "admitted"), entry.note) if part)
        found = [(form, entry.rendering) for form in (entry.source, *entry.forms)]
        if entry.source_abbr:
            found.append((entry.source_abbr, entry.rendering_abbr or entry.rendering))
        lines += [(source, target, comment) if comment else (source, target) for source, target in found]
    notices = _some(counted(left, "forbidden renderings and rows with slots left out"))
    held = ("source", "target", "forms", "source_abbr", "target_abbr", "note", "status")
    return _plain_lines(lines), notices + lost_columns(kept, held)


def _first_of_each(entries: Iterable[Entry]) -> tuple[list[Entry], list[str]]:
    kept: dict[str, Entry] = {}
    left = []
    for entry in entries:
        if entry.status != "preferred" or "{" in entry.source or entry.source in kept:
            left.append(f"{entry.source} → {entry.target}")
        else:
            kept[entry.source] = entry
    what = "rows left out: admitted, forbidden, with slots, or a second target of one source"
    return list(kept.values()), _some(counted(left, what))


def _read_pairs(data: bytes, path: str, languages: Languages, delimiter: str) -> Content:
    text, notices = decoded(data, path)
    entries: list[Entry] = []
    foreign: list[str] = []
    reverse = False
    for line, row in _rows(text, delimiter, path):
        if len(row) < 2 or not row[0] or not row[1]:
            message = f"a source and a target are wanted, found {row[0] if row else ''!r} alone"
            raise GlossaryError(message, path=path, line=line)
        if not entries and not foreign and _is_code(row[0], languages) and _is_code(row[1], languages):
            reverse = same_language(row[0], languages.target)
            continue
        codes = tuple(row[2:4])
        if all(codes) and len(codes) == 2 and not _are(codes, languages):
            foreign.append("→".join(codes))
            continue
        source, target = (row[1], row[0]) if reverse else (row[0], row[1])
        entries.append(_entry(source, target, path, line))
    if foreign and not entries:
        names = ", ".join(sorted(set(foreign)))
        wanted = f"{languages.source} to {languages.target}"
        raise GlossaryError(f"no pairs from {wanted}; pairs of the file: {names}", path=path)
    if not entries:
        raise GlossaryError("the file holds no pairs of terms", path=path)
    return Content(entries, notices + _some(counted(foreign, "rows in other languages left out")))


def _rows(text: str, delimiter: str, path: str, *, quoted: bool = True) -> Iterator[tuple[int, list[str]]]:
    """Line number and stripped cells of each row that is not empty."""
    text = text.removeprefix("\ufeff")
    lines = io.StringIO(text, newline="")
    if quoted:
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
    else:
        reader = csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    start = 1
    try:
        for row in reader:
            line, start = start, reader.line_num + 1
            cells = [" ".join(cell.split()) for cell in row]
            if any(cells):
                yield line, cells
    except csv.Error as error:
        raise unreadable(error, text, delimiter, path, reader.line_num) from None


def _entry(source: str, target: str, path: str, line: int, note: str = "") -> Entry:
    return Entry(source, target, note=note, path=path, line=line)


def _is_code(cell: str, languages: Languages) -> bool:
    return any(same_language(cell, wanted) for wanted in (languages.source, languages.target))


def _are(codes: tuple[str, ...], languages: Languages) -> bool:
    return same_language(codes[0], languages.source) and same_language(codes[1], languages.target)


def _is_tsv(data: bytes, path: str) -> bool:
    first = decoded(data[:4000] if len(data) > 4000 and len(data) % 2 == 0 else data, path)[0].partition("\n")[0]
    return "\t" in first


def _table(rows: Iterable[Sequence[str]], delimiter: str) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()


def _plain_lines(rows: Iterable[Sequence[str]]) -> bytes:
    """Tabulators between, and nothing quoted: white space inside a cell becomes a space."""
    return "".join("\t".join(" ".join(cell.split()) for cell in row) + "\n" for row in rows).encode()


def _some(notice: str) -> list[str]:
    return [notice] if notice else []
