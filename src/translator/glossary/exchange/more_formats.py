"""Formats that are read only, or read and written in the simplest way: XLIFF, TERMIUM, HXL-TM, UTX."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from translator.errors import GlossaryError
from translator.glossary.csv_quotes import unreadable
from translator.glossary.entry import Entry
from translator.glossary.exchange.content import (
    Concept,
    Content,
    Languages,
    Term,
    entries_of,
    require_languages,
    same_language,
)
from translator.glossary.exchange.encoding import decoded
from translator.glossary.exchange.flat import counted, lost_columns
from translator.glossary.exchange.xml_safe import flat_text, line_of, local, parsed

if TYPE_CHECKING:
    from lxml.etree import _Element

_HXL_TERM = re.compile(r"#item\+rem\+i_([a-z]{2,3})\+")
_UTX_STATUS = {"provisional": "admitted", "non-standard": "admitted", "forbidden": "forbidden"}


def read_xliff(data: bytes, path: str, languages: Languages) -> Content:
    """XLIFF 1.2 and 2.x: every unit (or segment) with a source and a target is an entry."""
    root = parsed(data, path)
    if local(root) != "xliff":
        raise GlossaryError(f"not XLIFF: the root element is <{local(root)}>", path=path, line=line_of(root))
    sides = [root, *(element for element in root.iter() if local(element) == "file")]
    source_codes = [side.get("srcLang") or side.get("source-language") or "" for side in sides]
    target_codes = [side.get("trgLang") or side.get("target-language") or "" for side in sides]
    require_languages(source_codes + target_codes, languages, path)
    swapped = any(same_language(code, languages.target) for code in source_codes)
    entries, incomplete = [], 0
    for unit in (element for element in root.iter() if local(element) in ("trans-unit", "segment")):
        texts = {local(child): flat_text(child) for child in unit if local(child) in ("source", "target")}
        source, target = texts.get("source", ""), texts.get("target", "")
        if swapped:
            source, target = target, source
        if source and target:
            entries.append(Entry(source, target, path=path, line=line_of(unit)))
        else:
            incomplete += 1
    return Content(entries, [f"{incomplete} units left out: not translated"] if incomplete else [])


def read_termium(data: bytes, path: str, languages: Languages) -> Content:
    """An extract of TERMIUM Plus: the terms, abbreviations and subject of each record."""
    root = parsed(data, path)
    if local(root) != "termium_extract":
        message = f"not a TERMIUM extract: the root element is <{local(root)}>"
        raise GlossaryError(message, path=path, line=line_of(root))
    concepts = [_termium_record(record) for record in root if local(record) == "core"]
    if not concepts:
        raise GlossaryError("the extract holds no records", path=path)
    supports = sum(local(element) == "textualSupport" for element in root.iter())
    entries, notices = entries_of(concepts, languages, path)
    if supports:
        notices.append(f"{supports} definitions, contexts and observations not taken over")
    return Content(entries, notices)


def _termium_record(record: _Element) -> Concept:
    terms: dict[str, list[Term]] = {}
    domain = ""
    for child in record:
        if local(child) == "languageModule":
            found = terms.setdefault((child.get("language") or "").lower(), [])
            for entry in child:
                if local(entry) == "entryTerm":
                    found += _termium_terms(entry)
        elif local(child) == "subject" and not domain:
            domain = child.get("details") or child.get("abbreviation") or ""
    fields = {"domain": domain, "reference": f"TERMIUM Plus {record.get('identificationNumber') or ''}".strip()}
    return Concept(terms, fields, line_of(record))


def _termium_terms(entry: _Element) -> list[Term]:
    marks = {parameter.get("abbreviation") for parameter in entry.iter() if local(parameter) == "parameter"}
    status = "forbidden" if marks & {"AVOID", "FCORR"} else "preferred" if entry.get("order") == "1" else "admitted"
    terms = [Term(" ".join((entry.get("value") or "").split()), status)]
    for child in entry.iter():
        if local(child) == "abbreviation" and child.get("value"):
            terms.append(Term(" ".join((child.get("value") or "").split()), "admitted", "abbreviation"))
    return terms


def read_hxl(data: bytes, path: str, languages: Languages) -> Content:
    """HXL-TM: a CSV with a line of `#item+rem+i_fr+…` tags that name the language of each column."""
    text, notices = decoded(data, path)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    tags: list[str] = []
    concepts = []
    try:
        for row in reader:
            if not tags:
                tags = row if any(cell.startswith("#item") for cell in row) else []
                continue
            terms: dict[str, list[Term]] = {}
            for tag, cell in zip(tags, row, strict=False):
                if (match := _HXL_TERM.match(tag)) and (plain := " ".join(cell.split())) and plain != "∅":
                    terms.setdefault(match.group(1), []).append(Term(plain))
            if terms:
                concepts.append(Concept(terms, line=reader.line_num))
    except csv.Error as error:
        raise unreadable(error, text, ",", path, reader.line_num) from None
    if not tags:
        raise GlossaryError("no line of HXL tags (`#item+rem+i_fr+…`)", path=path)
    entries, left = entries_of(concepts, languages, path)
    return Content(entries, notices + left)


def read_utx(data: bytes, path: str, languages: Languages) -> Content:
    """UTX 1.x: `#UTX 1.11; fr/en; …`, a `#`-line of column names, then rows with tabulators."""
    text, notices = decoded(data, path)
    lines = text.splitlines()
    if not lines or not lines[0].upper().startswith("#UTX"):
        raise GlossaryError("not UTX: the first line must begin with #UTX", path=path, line=1)
    codes = re.findall(r"\b([a-z]{2,3}(?:-[A-Za-z]+)?)/([a-z]{2,3}(?:-[A-Za-z]+)?)\b", lines[0])
    require_languages(codes[0] if codes else (), languages, path)
    swapped = same_language(codes[0][0], languages.target)
    names = ["src", "tgt"]
    entries = []
    left: list[str] = []
    for number, line in enumerate(lines[1:], start=2):
        if line.startswith("#"):
            if line[1:].split("\t")[0].strip() in ("src", "tgt"):
                names = [name.strip() for name in line[1:].split("\t")]
            continue
        cells = dict(zip(names, (" ".join(cell.split()) for cell in line.split("\t")), strict=False))
        source, target = cells.get("src", ""), cells.get("tgt", "")
        if swapped:
            source, target = target, source
        if not source or not target:
            if line.strip():
                left.append(line.strip())
            continue
        status = _UTX_STATUS.get(cells.get("term status", "").lower(), "preferred")
        entries.append(Entry(source, target, status=status, note=cells.get("comment", ""), path=path, line=number))
    notice = counted(left, "lines left out: no term on one side")
    return Content(entries, notices + ([notice] if notice else []))


def write_utx(entries: Sequence[Entry], columns: tuple[str, ...], languages: Languages) -> tuple[bytes, list[str]]:
    """UTX 1.11 with part of speech (always noun), status and comment."""
    status = {"preferred": "approved", "admitted": "non-standard", "forbidden": "forbidden"}
    lines = [
        f"#UTX 1.11; {languages.source}/{languages.target}; copyright: see the glossary",
        "#src\ttgt\tsrc:pos\tterm status\tcomment",
    ]
    kept = [entry for entry in entries if "{" not in entry.source]
    for entry in kept:
        pair = (entry.source, entry.rendering, "noun", status[entry.status], entry.note)
        lines.append("\t".join(" ".join(cell.split()) for cell in pair).rstrip("\t"))
    left = counted([entry.source for entry in entries if "{" in entry.source], "rows with slots left out")
    notices = ([left] if left else []) + lost_columns(kept, held=("source", "target", "status", "note"))
    return ("\n".join(lines) + "\n").encode(), notices
