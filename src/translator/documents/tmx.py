"""TMX: every unit's French variant is translated into its English one, which is added or replaced.

The first French `<tuv>` counts, and the first English one is replaced; variants in other languages are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from translator.documents.codes import code_slots, indent_before
from translator.documents.encoding import Encoding
from translator.documents.part import Part, Source
from translator.documents.template import Copy, Slot, template_part
from translator.documents.xml_source import Element, XmlSource, parse_xml
from translator.errors import DocumentError

__all__ = ["read"]

_PAIRED = frozenset({"hi"})
_STARTS = frozenset({"bpt"})
_ENDS = frozenset({"ept"})


def read(source: Source) -> Iterator[Part]:
    """The whole file as one part. Raises `DocumentError` if it is no TMX or has no French."""
    xml = parse_xml(source.read(), source.name, root="tmx")
    slots: list[Slot] = []
    copies: list[Copy] = []
    units = [element for element in xml.walk() if element.name == "tu"]
    french = [variant for unit in units if (variant := _variant(xml, unit, "fr"))]
    if units and not french:
        raise DocumentError(
            "no unit has a variant in French (xml:lang); there is nothing to translate", path=source.name
        )
    for variant in french:
        _fill_unit(xml, variant, slots, copies)
    yield template_part(xml.text, slots, partial(Encoding.encode, xml.encoding), copies)


def _variant(xml: XmlSource, unit: Element, language: str) -> Element | None:
    """The first variant of a unit in a language, whatever the country."""
    for child in unit.children:
        tag = (xml.value(child, "xml:lang") or xml.value(child, "lang")).lower().replace("_", "-")
        if child.name == "tuv" and tag.split("-")[0] == language and child.child("seg"):
            return child
    return None


def _fill_unit(xml: XmlSource, french: Element, slots: list[Slot], copies: list[Copy]) -> None:
    segment = french.child("seg")
    if segment is None or french.parent is None:
        return
    found = code_slots(xml, segment.inner_start, segment.inner_end, _PAIRED, _STARTS, _ENDS)
    english = _variant(xml, french.parent, "en")
    target = english.child("seg") if english else None
    if not found:
        return
    slots += found
    name, tag = segment.tag.name, french.tag.name
    body = (segment.inner_start, segment.inner_end)
    if target:
        copies.append(Copy(target.start, target.end, f"<{name}>", *body, f"</{name}>"))
    else:
        attribute = "xml:lang" if "xml:lang" in french.attributes else "lang"
        outer, inner = indent_before(xml.text, french.start), indent_before(xml.text, segment.start)
        closing = indent_before(xml.text, french.inner_end)
        before = f'{outer}<{tag} {attribute}="en">{inner}<{name}>'
        copies.append(Copy(french.end, french.end, before, *body, f"</{name}>{closing}</{tag}>"))
