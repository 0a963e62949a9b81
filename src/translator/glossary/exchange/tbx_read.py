"""Reading TBX: version 3 (ISO 30042:2019) in both styles, and version 2 (`martif`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from translator.errors import GlossaryError
from translator.glossary.exchange.content import Concept, Content, Languages, Term, entries_of, same_language
from translator.glossary.exchange.tbx_rules import category_of, violations
from translator.glossary.exchange.tbx_write import MARK, note_field
from translator.glossary.exchange.xml_safe import XML_LANG, flat_text, line_of, local, parsed, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_STATUS = {
    "preferredTerm-admn-sts": "preferred", "preferred": "preferred", "standardizedTerm": "preferred",
    "admittedTerm-admn-sts": "admitted", "admitted": "admitted", "admittedTerm": "admitted",
    "deprecatedTerm-admn-sts": "forbidden", "deprecated": "forbidden", "deprecatedTerm": "forbidden",
    "supersededTerm-admn-sts": "forbidden", "superseded": "forbidden", "supersededTerm": "forbidden",
    "notRecommended": "forbidden",
}  # fmt: skip
_STATUS_CATEGORIES = ("administrativeStatus", "usageStatus", "normativeAuthorization")
_ABBREVIATIONS = ("acronym", "abbreviation", "initialism", "shortForm", "abbreviatedForm")
_TAKEN = (*_STATUS_CATEGORIES, "termType", "subjectField", "source")


def read_tbx(data: bytes, path: str, languages: Languages, *, lenient: bool = False) -> Content:
    """The concepts of a term base that have terms in both languages.

    Raises `GlossaryError` for XML that is no TBX, and for TBX that breaks the rules of its dialect, naming the first
    places; `lenient` makes notices of those.
    """
    root = parsed(data, path)
    notices: list[str] = []
    if local(root) == "tbx":
        broken = list(violations(root))
        if broken and not lenient:
            raise _refusal(broken, path)
        notices += [f"{path}:{line}: {message}" for line, message in broken]
        own = any(MARK in flat_text(p) for p in root.iterfind("{*}tbxHeader/{*}fileDesc/{*}sourceDesc/{*}p"))
        names = ("conceptEntry", "langSec")
    elif local(root) == "martif":
        own, names = False, ("termEntry", "langSet")
    else:
        raise GlossaryError(f"not TBX: the root element is <{local(root)}>", path=path, line=line_of(root))
    elements = [element for element in root.iter() if local(element) == names[0]]
    if not elements:
        raise GlossaryError(f"not TBX: no <{names[0]}> in it", path=path, line=line_of(root))
    entries, left = entries_of((_concept(element, names[1], own, languages) for element in elements), languages, path)
    return Content(entries, notices + left + _not_taken(elements))


def _refusal(broken: list[tuple[int, str]], path: str) -> GlossaryError:
    first = "; ".join(f"line {line}: {message}" for line, message in broken[1:4])
    more = f" (and {len(broken) - 1} more: {first}{'; …' if len(broken) > 4 else ''})" if len(broken) > 1 else ""
    line, message = broken[0]
    message = f"breaks the rules of TBX: {message}{more}. --lenient reads it all the same"
    return GlossaryError(message, path=path, line=line)


def _concept(element: _Element, section: str, own: bool, languages: Languages) -> Concept:
    terms: dict[str, list[Term]] = {}
    fields: dict[str, str] = {}
    notes: list[str] = []
    sources: list[str] = []
    for child in element:
        if local(child) == section:
            language = child.get(XML_LANG) or child.get("lang") or ""
            wanted = any(same_language(language, code) for code in (languages.source, languages.target))
            terms.setdefault(language, []).extend(_terms(child, own, notes if wanted else []))
            sources += _all(child, "source") if wanted else []
        elif subject := _category_in(child, "subjectField"):
            fields.setdefault("domain", subject)
        elif local(child) == "note":
            _take_note(child, own, fields, notes)
        else:
            sources += _all(child, "source")
    if notes:
        fields["note"] = "; ".join(dict.fromkeys(notes))
    if sources and not own:
        fields["reference"] = "; ".join(dict.fromkeys(sources))
    return Concept(terms, fields, line_of(element))


def _terms(section: _Element, own: bool, notes: list[str]) -> Iterator[Term]:
    for holder in section:
        name = local(holder)
        if name == "note":
            _take_note(holder, False, {}, notes)
        if name not in ("termSec", "tig", "ntig"):
            continue
        text, status, kind = "", "", ""
        fields: dict[str, str] = {}
        for element in holder.iter():
            category = category_of(element)
            if local(element) == "term":
                text = text_of(element).strip() if own else flat_text(element)
            elif category in _STATUS_CATEGORIES:
                status = _STATUS.get(flat_text(element), "admitted")
            elif category == "termType":
                value = flat_text(element)
                kind = "abbreviation" if value in _ABBREVIATIONS else "variant" if value == "variant" else ""
            elif own and category == "source":
                fields["reference"] = text_of(element).strip()
            elif local(element) == "note":
                _take_note(element, own, fields, notes)
        yield Term(text, status or "preferred", kind, fields)


def _take_note(element: _Element, own: bool, fields: dict[str, str], notes: list[str]) -> None:
    if own:
        name, text = note_field(text_of(element).strip())
        fields[name] = text
    elif text := flat_text(element):
        notes.append(text)


def _all(element: _Element, category: str) -> list[str]:
    return [flat_text(child) for child in element.iter() if category_of(child) == category]


def _category_in(element: _Element, category: str) -> str:
    return next(iter(_all(element, category)), "")


def _not_taken(elements: list[_Element]) -> list[str]:
    """What the glossary has no column for, by data category."""
    counts: Counter[str] = Counter()
    for concept in elements:
        for element in concept.iter():
            category = category_of(element)
            if category and category not in _TAKEN:
                counts[category] += 1
    if not counts:
        return []
    listed = ", ".join(f"{category} ({count})" for category, count in sorted(counts.items()))
    return [f"not taken over, since the glossary has no column for it: {listed}"]
