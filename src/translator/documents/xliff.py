"""XLIFF 1.2 and 2.x: every segment's `<target>` is filled with the translation of its `<source>`, inline codes kept.

A target that is there already is kept if a person has approved it (`approved="yes"`, or a state such as `translated`,
`reviewed`, `signed-off` or `final`) and replaced if its state says that it is not done or there is none. What is marked
`translate="no"` is left alone. The target language becomes `en` if there is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from translator.documents.codes import code_slots, indent_before
from translator.documents.encoding import Encoding
from translator.documents.part import Part, Source
from translator.documents.template import Copy, Literal, Slot, template_part
from translator.documents.xml_source import Element, XmlSource, parse_xml
from translator.errors import DocumentError

__all__ = ["read"]

_DONE = frozenset({"translated", "reviewed", "final", "signed-off"})
_PAIRED = frozenset({"g", "mrk", "pc"})
_STARTS = frozenset({"bpt", "bx", "sc", "sm"})
_ENDS = frozenset({"ept", "ex", "ec", "em"})


def read(source: Source) -> Iterator[Part]:
    """The whole file as one part. Raises `DocumentError` if it is no XLIFF, or of another pair of languages."""
    xml = parse_xml(source.read(), source.name, root="xliff")
    slots: list[Slot] = []
    copies: list[Copy] = []
    second = xml.value(xml.root, "version").startswith("2")
    holders = [xml.root] if second else [child for child in xml.root.children if child.name == "file"]
    for holder in holders:
        names = ("srcLang", "trgLang") if second else ("source-language", "target-language")
        slots += _languages(xml, holder, *names, source.name)
    for unit, skipped in _units(xml, "segment" if second else "trans-unit"):
        if not skipped:
            _fill_unit(xml, unit, second, slots, copies)
    yield template_part(xml.text, slots, partial(Encoding.encode, xml.encoding), copies)


def _languages(xml: XmlSource, holder: Element, source: str, target: str, path: str) -> list[Slot]:
    """The edit that sets the target language. Raises `DocumentError` for another pair than French to English."""
    line = 1 + xml.text.count("\n", 0, holder.start)
    language = xml.value(holder, source)
    if language.lower().split("-")[0] != "fr":
        raise DocumentError(f"{source} is {language or 'missing'}; only French is translated", path=path, line=line)
    wanted = xml.value(holder, target)
    if wanted:
        if wanted.lower().split("-")[0] != "en":
            message = f"{target} is {wanted}, but translations are English; use a file without these targets"
            raise DocumentError(message, path=path, line=line)
        return []
    at = holder.attributes[source].end + 1
    return [Literal(at, at, f' {target}="en"')]


def _units(xml: XmlSource, name: str) -> Iterator[tuple[Element, bool]]:
    """The elements with a source and maybe a target, and whether they are not to be translated."""
    waiting = [(xml.root, False)]
    while waiting:
        element, skipped = waiting.pop()
        if element.name == name and element.namespace == xml.root.namespace:
            yield element, skipped
            continue
        for child in reversed(element.children):
            translate = xml.value(child, "translate")
            waiting.append((child, translate == "no" if translate else skipped))


def _fill_unit(xml: XmlSource, unit: Element, second: bool, slots: list[Slot], copies: list[Copy]) -> None:
    original, target = unit.child("source"), unit.child("target")
    if original is None or original.tag.empty:
        return
    state = xml.value(unit if second else target or unit, "state").lower()
    has_text = target is not None and bool(xml.text[target.inner_start : target.inner_end].strip())
    if has_text and (state in _DONE or xml.value(unit, "approved").lower() == "yes"):
        return
    segmented = unit.child("seg-source")
    body = segmented or original
    found = code_slots(
        xml, body.inner_start, body.inner_end, _PAIRED, _STARTS, _ENDS, collapse=not _preserved(xml, body)
    )
    if not found:
        return
    slots += found
    prefix = original.tag.name.removesuffix("source")
    attributes = "" if second else ' state="translated" state-qualifier="leveraged-mt"'
    if target is not None:
        attributes += _other_attributes(xml, target)
    elif second and "xml:space" in original.attributes:
        attributes = ' xml:space="preserve"'
    before, after = f"<{prefix}target{attributes}>", f"</{prefix}target>"
    if target is None:
        before = indent_before(xml.text, original.start) + before
        start = end = body.end
    else:
        start, end = target.start, target.end
    copies.append(Copy(start, end, before, body.inner_start, body.inner_end, after))
    if second:
        slots.append(_state(xml, unit))


def _other_attributes(xml: XmlSource, target: Element) -> str:
    """What a target's tag says beside its state, as it is written there."""
    return "".join(
        f" {attribute.name}={xml.text[attribute.start - 1 : attribute.end + 1]}"
        for attribute in target.tag.attributes
        if attribute.name not in ("state", "state-qualifier")
    )


def _state(xml: XmlSource, segment: Element) -> Literal:
    """The edit that sets the state of a segment of version 2."""
    state = segment.attributes.get("state")
    if state:
        return Literal(state.start, state.end, "translated")
    at = segment.start + 1 + len(segment.tag.name)
    return Literal(at, at, ' state="translated"')


def _preserved(xml: XmlSource, element: Element) -> bool:
    """Whether `xml:space="preserve"` holds for an element."""
    at: Element | None = element
    while at is not None:
        if "xml:space" in at.attributes:
            return xml.value(at, "xml:space") == "preserve"
        at = at.parent
    return False
