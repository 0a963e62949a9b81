"""TMX 1.4: translation memories as glossaries, for Amazon Translate, OmegaT and others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from translator.errors import GlossaryError
from translator.glossary.entry import COLUMNS, Entry
from translator.glossary.exchange.content import (
    DEFAULTS,
    Content,
    Languages,
    cells_of,
    entry_of,
    require_languages,
    same_language,
)
from translator.glossary.exchange.flat import counted
from translator.glossary.exchange.xml_safe import XML_LANG, line_of, local, parsed, writable

if TYPE_CHECKING:
    from lxml.etree import _Element

_PREFIX = "x-translator-"
_CODES = frozenset(("bpt", "ept", "ph", "it", "ut"))


def read_tmx(data: bytes, path: str, languages: Languages) -> Content:
    """Units with a segment in both languages. Inline codes are dropped, our own properties taken over."""
    root = parsed(data, path)
    if local(root) != "tmx":
        raise GlossaryError(f"not TMX: the root element is <{local(root)}>", path=path, line=line_of(root))
    body = next((child for child in root if local(child) == "body"), None)
    if body is None:
        raise GlossaryError("TMX without <body>", path=path, line=line_of(root))
    units = [unit for unit in body if local(unit) == "tu"]
    sides = [_segments(unit) for unit in units]
    require_languages((code for side in sides for code in side), languages, path)
    entries: list[Entry] = []
    incomplete = codes = 0
    for unit, segments in zip(units, sides, strict=True):
        pair = []
        for wanted in (languages.source, languages.target):
            found = next((seg for code, seg in segments.items() if same_language(code, wanted)), None)
            text = _text(found) if found is not None else ""
            codes += found is not None and any(local(inner) in _CODES for inner in found.iter())
            pair.append(" ".join(text.split()))
        if not all(pair):
            incomplete += 1
            continue
        cells = {"source": pair[0], "target": pair[1], **_properties(unit)}
        entries.append(entry_of(cells, path, line_of(unit)))
    notices = []
    if incomplete:
        notices.append(f"{incomplete} of {len(units)} units left out: no segment in one of the two languages")
    if codes:
        notices.append(f"inline codes (formatting) dropped from {codes} segments")
    return Content(entries, notices)


def write_tmx(entries: Sequence[Entry], columns: tuple[str, ...], languages: Languages) -> tuple[bytes, list[str]]:
    """A unit an entry; what TMX has no place for goes into properties that only this library reads.

    Admitted and forbidden renderings are left out: every program would take them for translations.
    """
    from lxml import etree

    from translator.glossary.exchange.version import version

    root = etree.Element("tmx", version="1.4")
    header = {
        "creationtool": "translator", "creationtoolversion": version(), "segtype": "phrase", "datatype": "plaintext",
        "adminlang": "en", "srclang": languages.source, "o-tmf": "translator",
    }  # fmt: skip
    etree.SubElement(root, "header", attrib=header)
    body = etree.SubElement(root, "body")
    left: list[str] = []
    for number, entry in enumerate(entries, start=1):
        if entry.status != "preferred" or "{" in entry.source:
            left.append(f"{entry.source} → {entry.target}")
            continue
        unit = etree.SubElement(body, "tu", tuid=str(number))
        cells = cells_of(entry)
        if entry.note:
            etree.SubElement(unit, "note").text = writable(entry.note)
        for name, cell in cells.items():
            if cell and name not in ("source", "target", "note") and (name, cell) not in DEFAULTS:
                etree.SubElement(unit, "prop", type=_PREFIX + name).text = writable(cell)
        if entry.target == "=":
            etree.SubElement(unit, "prop", type=_PREFIX + "target").text = "="
        for code, text in ((languages.source, entry.source), (languages.target, entry.rendering)):
            variant = etree.SubElement(unit, "tuv", attrib={XML_LANG: code})
            etree.SubElement(variant, "seg").text = writable(text)
    notice = counted(left, "rows left out: admitted or forbidden renderings, or with slots")
    data = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return data, [notice] if notice else []


def _segments(unit: _Element) -> dict[str, _Element]:
    found: dict[str, _Element] = {}
    for variant in unit:
        if local(variant) == "tuv":
            code = variant.get(XML_LANG) or variant.get("lang") or ""
            for child in variant:
                if local(child) == "seg":
                    found.setdefault(code, child)
    return found


def _text(segment: _Element) -> str:
    """The text of a segment without what stands inside inline codes; <hi> and <sub> are text."""
    text = segment.text or ""
    for inner in segment:
        if local(inner) not in _CODES:
            text += _text(inner)
        text += inner.tail or ""
    return text


def _properties(unit: _Element) -> dict[str, str]:
    cells: dict[str, str] = {}
    for child in unit:
        name = (child.get("type") or "").removeprefix(_PREFIX)
        if local(child) == "prop" and (child.get("type") or "").startswith(_PREFIX):
            cells[name] = (child.text or "").strip()
        elif local(child) == "note":
            cells["note"] = (child.text or "").strip()
    return {name: cells[name] for name in (*COLUMNS, *sorted(set(cells) - set(COLUMNS))) if name in cells}
