"""Errors that one row has by itself. Each check yields messages in words; its code is in `ROW_ERRORS`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from translator.glossary.check.did_you_mean import did_you_mean
from translator.glossary.check.french import looks_french
from translator.glossary.check.rows import Row
from translator.glossary.entry import ARTICLES, KINDS, SLOTS, STATUSES, slots_of
from translator.text.french import fold

RowCheck = Callable[[Row], Iterator[str]]

_TEXT = ("source", "target", "source_abbr", "target_abbr", "forms", "plural")


def missing(row: Row) -> Iterator[str]:
    """E101."""
    for name in ("source", "target"):
        if not getattr(row.entry, name):
            yield f"{name} is empty"


def unknown_kind(row: Row) -> Iterator[str]:
    """E102."""
    kind = row.entry.kind
    if kind not in KINDS:
        yield f"unknown kind {kind!r}.{did_you_mean(kind, KINDS)} Kinds: {', '.join(KINDS)}"


def unknown_value(row: Row) -> Iterator[str]:
    """E103."""
    entry = row.entry
    if entry.status not in STATUSES:
        yield f"unknown status {entry.status!r}.{did_you_mean(entry.status, STATUSES)} One of: {', '.join(STATUSES)}"
    parts = entry.article.split("|")
    if len(parts) > 2 or any(part.strip() not in ARTICLES for part in parts):
        yield f"unknown article {entry.article!r}; `the`, `none`, empty, or two of them: `the|none`"
    if entry.case not in ("", "exact"):
        yield f"unknown case {entry.case!r}.{did_you_mean(entry.case, ['exact'])} `exact` or empty"


def bad_slot(row: Row) -> Iterator[str]:
    """E104."""
    entry = row.entry
    in_source = slots_of(entry.source)
    for name in dict.fromkeys(in_source + slots_of(entry.target) + slots_of(entry.plural)):
        if name not in SLOTS:
            yield f"unknown slot {{{name}}}.{did_you_mean(name, SLOTS)} Slots: {', '.join(SLOTS)}"
    for column in ("target", "plural"):
        for name in dict.fromkeys(slots_of(getattr(entry, column))):
            if name in SLOTS and name not in in_source:
                yield f"{column} has {{{name}}}, but source has not"
    for form in entry.forms:
        lacking = set(slots_of(entry.target)) - set(slots_of(form))
        if lacking & set(SLOTS):
            yield f"the form {form!r} lacks {{{sorted(lacking)[0]}}}, which the target needs"
    for column in ("source", "target", "plural"):
        rest = re.sub(r"\{\w*\}", "", getattr(entry, column))
        if "{" in rest or "}" in rest:
            yield f"{column} has a brace that opens or closes no slot"


def control_character(row: Row) -> Iterator[str]:
    """E105."""
    for name, cell in row.cells.items():
        for char in dict.fromkeys(cell):
            if _is_control(char) and not (char in "\n\r" and name in ("note", "reference", "examples")):
                yield f"{name} has the control character U+{ord(char):04X} ({_NAMES.get(char, 'not printable')})"


def space_at_end(row: Row) -> Iterator[str]:
    """E106."""
    for name, cell in row.cells.items():
        if cell != cell.strip() and cell.strip():
            yield f"{name} begins or ends with white space: {cell!r}"
        elif name in _TEXT and re.search(r"\s{2}", cell):
            yield f"{name} has several spaces in a row: {cell!r}"


def still_french(row: Row) -> Iterator[str]:
    """E107."""
    entry = row.entry
    if entry.status == "forbidden" or not entry.target:
        return
    if entry.target == entry.source and entry.kind not in _PROPER and looks_french(entry.target):
        yield f"the target {entry.target!r} is the French source; translate it, or write `=` to keep it"
    elif not _official(row) and entry.target != "=" and looks_french(entry.target, surely=True):
        yield f"the target {entry.target!r} is still French"
    elif entry.plural not in ("", "none") and looks_french(entry.plural, surely=True):
        yield f"the plural {entry.plural!r} is still French"


ROW_ERRORS: Mapping[str, RowCheck] = MappingProxyType(
    {
        "E101": missing,
        "E102": unknown_kind,
        "E103": unknown_value,
        "E104": bad_slot,
        "E105": control_character,
        "E106": space_at_end,
        "E107": still_french,
    }
)
"""The checks of one row, by code."""

_PROPER = frozenset({"media", "place", "person"})
_NAMES = {
    "\x01": "was a NUL byte or is a start of heading", "\t": "tabulator", "\n": "line break", "\r": "carriage return",
    "\xad": "soft hyphen", "\u200b": "zero-width space", "\u2028": "line separator", "\ufeff": "byte-order mark",
    "\ufffd": "replacement character: the file was decoded wrongly once",
}  # fmt: skip


def _official(row: Row) -> bool:
    """Whether French in the target is meant: a name, one written with other capitals, or one with a reference."""
    entry = row.entry
    return entry.kind in _PROPER or bool(entry.reference) or fold(entry.target) == fold(entry.source)


def _is_control(char: str) -> bool:
    if char.isprintable() or char == " ":
        return char == "\ufffd"
    return unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp", "Co", "Cn", "Cs") and char not in "\u200e\u200f"
