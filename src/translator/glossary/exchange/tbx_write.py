"""Writing TBX-Basic version 3 (ISO 30042:2019), in DCA or DCT style.

A row with its admitted and forbidden renderings is one concept. Columns that TBX-Basic has no data category for are
notes of the form `kind: institution`; the header says so, and only then are notes read back that way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from translator.glossary.entry import Entry
from translator.glossary.exchange.content import DEFAULTS, SHARED, Languages, cells_of
from translator.glossary.exchange.tbx_rules import CORE, META, MODULES
from translator.glossary.exchange.version import version
from translator.glossary.exchange.xml_safe import XML_LANG, writable

if TYPE_CHECKING:
    from lxml.etree import _Element

MARK = "notes of the form “kind: institution” are columns of its glossary file"
"""What the header of our own files says, and what makes their notes columns again."""

_STATUS = {
    "preferred": "preferredTerm-admn-sts",
    "admitted": "admittedTerm-admn-sts",
    "forbidden": "deprecatedTerm-admn-sts",
}
_NOTED = ("status", "kind", "case", "context", "examples")
_OF_TERM = ("plural", "article")
_KEYS = frozenset((*_NOTED, *_OF_TERM, "domain", "note", "target", "target_abbr"))


def write_tbx(entries: Sequence[Entry], columns: tuple[str, ...], languages: Languages) -> tuple[bytes, list[str]]:
    """TBX-Basic in DCA style (`<termNote type="termType">`), which most programs read."""
    return _written(entries, languages, "dca")


def write_tbx_dct(entries: Sequence[Entry], columns: tuple[str, ...], languages: Languages) -> tuple[bytes, list[str]]:
    """TBX-Basic in DCT style (`<basic:termType>`)."""
    return _written(entries, languages, "dct")


def note_field(text: str) -> tuple[str, str]:
    """The column and the cell of a note of our own: `kind: title` → (`kind`, `title`); else it is the `note`."""
    name, colon, rest = text.partition(":")
    if colon and name in _KEYS:
        return name, rest.strip()
    if colon and name.startswith("column "):
        return name.removeprefix("column "), rest.strip()
    return "note", text


def _written(entries: Sequence[Entry], languages: Languages, style: str) -> tuple[bytes, list[str]]:
    from lxml import etree

    spaces: dict[str | None, str] = {None: CORE[0]}
    if style == "dct":
        spaces.update(MODULES)
    root = etree.Element(f"{{{CORE[0]}}}tbx", nsmap=spaces, type="TBX-Basic", style=style)  # type: ignore[arg-type]
    root.set(XML_LANG, languages.source)
    description = _core(_core(_core(root, "tbxHeader"), "fileDesc"), "sourceDesc")
    _core(description, "p").text = f"Glossary written by translator {version()}; {MARK}"
    body = _core(_core(root, "text"), "body")
    for number, group in enumerate(_concepts(entries), start=1):
        concept = _core(body, "conceptEntry", id=f"c{number}")
        _concept(concept, group, languages, style)
    data = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    lost = sum(writable(cell) != cell for entry in entries for cell in cells_of(entry).values())
    return data, [f"control characters removed from {lost} cells"] if lost else []


def _concepts(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """A row, and the admitted and forbidden renderings of its source that follow it."""
    group: list[Entry] = []
    for entry in entries:
        further = entry.status != "preferred" and not (entry.forms or entry.source_abbr or entry.target_abbr)
        known = any((entry.rendering, entry.status) == (other.rendering, other.status) for other in group)
        if group and further and not known and entry.source == group[0].source and group[0].status == "preferred":
            group.append(entry)
            continue
        if group:
            yield group
        group = [entry]
    if group:
        yield group


def _concept(concept: _Element, group: list[Entry], languages: Languages, style: str) -> None:
    head = group[0]
    cells = cells_of(head)
    if head.domain:
        _meta(concept, "subjectField", head.domain, style)
    for name in _NOTED:
        if cells[name] and (name, cells[name]) not in DEFAULTS:
            _note(concept, f"{name}: {cells[name]}")
    for name, cell in head.extra.items():
        _note(concept, f"column {name}: {cell}")
    if head.note:
        _note(concept, f"note: {head.note}" if note_field(head.note) != ("note", head.note) else head.note)
    french = _core(concept, "langSec")
    french.set(XML_LANG, languages.source)
    _term(french, head.source, "", "fullForm" if head.source_abbr else "", style)
    if head.source_abbr:
        _term(french, head.source_abbr, "", "abbreviation", style)
    for form in head.forms:
        _term(french, form, "", "variant", style)
    english = _core(concept, "langSec")
    english.set(XML_LANG, languages.target)
    section = _term(english, head.rendering, _STATUS[head.status], "fullForm" if head.target_abbr else "", style)
    _row_notes(section, head, {}, style)
    if head.target == "=":
        _note(section, "target: =")
    if head.target_abbr and (head.target_abbr == "=" or not head.source_abbr):
        _note(section, f"target_abbr: {head.target_abbr}")
    if head.target_abbr and head.source_abbr:
        _term(english, head.rendering_abbr, _STATUS[head.status], "abbreviation", style)
    for entry in group[1:]:
        section = _term(english, entry.rendering, _STATUS[entry.status], "", style)
        own = cells_of(entry)
        different = {name: own[name] for name in SHARED if own[name] != cells[name]}
        different |= {name: own[name] for name in ("note", "examples") if own[name]}
        different |= {f"column {name}": cell for name, cell in entry.extra.items() if cell}
        _row_notes(section, entry, different, style)
        if entry.target == "=":
            _note(section, "target: =")


def _row_notes(section: _Element, entry: Entry, different: dict[str, str], style: str) -> None:
    """The columns of a row that stand with its English term."""
    if entry.reference:
        _meta(section, "source", entry.reference, style)
    for name in _OF_TERM:
        if value := getattr(entry, name):
            _note(section, f"{name}: {value}")
    for name, value in different.items():
        _note(section, f"{name}: {value}")


def _term(section: _Element, text: str, status: str, kind: str, style: str) -> _Element:
    holder = _core(section, "termSec")
    _core(holder, "term").text = writable(text)
    if kind:
        _meta(holder, "termType", kind, style)
    if status:
        _meta(holder, "administrativeStatus", status, style)
    return holder


def _meta(parent: _Element, category: str, text: str, style: str) -> None:
    from lxml import etree

    name, module = META[category]
    if style == "dct":
        etree.SubElement(parent, f"{{{MODULES[module]}}}{category}").text = writable(text)
    else:
        _core(parent, name, type=category).text = writable(text)


def _note(parent: _Element, text: str) -> None:
    _core(parent, "note").text = writable(text)


def _core(parent: _Element, name: str, **attributes: str) -> _Element:
    from lxml import etree

    return etree.SubElement(parent, f"{{{CORE[0]}}}{name}", attrib=attributes)
