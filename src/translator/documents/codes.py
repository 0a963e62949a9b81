"""Inline codes of XLIFF and TMX segments as items: what they pair with, what in them is no text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from translator.documents.markup_tokens import Token
from translator.documents.stretch import Item, make_stretch, text_items, write_tags
from translator.documents.template import Slot
from translator.documents.xml_source import XmlSource, decode_reference, escape_text

__all__ = ["code_slots", "indent_before"]

_NATIVE = frozenset({"bpt", "ept", "ph", "it", "ut"})


def code_slots(
    xml: XmlSource,
    start: int,
    end: int,
    paired: Collection[str],
    starts: Collection[str],
    ends: Collection[str],
    *,
    collapse: bool = True,
) -> list[Slot]:
    """The stretches of a segment's content `text[start:end]`.

    `paired` elements go around text; `starts` and `ends` are single elements that belong together by their ids; other
    elements are single things. Segment markers (`<mrk mtype="seg">`) cut the content into stretches. Without
    `collapse`, so do line ends.
    """
    slots: list[Slot] = []
    items: list[Item] = []
    for item in [*_items(xml, start, end, paired, starts, ends, collapse), None]:
        if item is None or item.name == "boundary":
            stretch = make_stretch(items, write_tags(escape_text))
            if stretch:
                slots.append(stretch)
            items = []
        else:
            items.append(item)
    return slots


def indent_before(text: str, at: int) -> str:
    """The line end and indent before an element, empty if something else stands on its line."""
    found = re.search(r"(?:\r\n|\r|\n)[ \t]*\Z", text[max(0, at - 1000) : at])
    return found.group() if found else ""


def _items(
    xml: XmlSource,
    start: int,
    end: int,
    paired: Collection[str],
    starts: Collection[str],
    ends: Collection[str],
    collapse: bool,
) -> Iterator[Item]:
    segments: list[bool] = []
    code_start, depth = -1, 0
    opener: Token | None = None
    for token in xml.tokens(start, end):
        local = token.name.rpartition(":")[2]
        if depth:
            # Inside a code that is no text: all of it goes with the code.
            depth += (token.kind == "open" and not token.empty) - (token.kind == "close")
            if not depth and opener:
                yield _single(xml, opener, code_start, token.end, starts, ends)
        elif token.kind == "text":
            for item in text_items(xml.text, token.start, token.end, decode_reference):
                lines = not collapse and item.text.isspace() and ("\n" in item.text or "\r" in item.text)
                yield Item("text", item.start, item.end, name="boundary") if lines else item
        elif token.kind == "cdata":
            raw = xml.text[token.start + 9 : token.end - 3]
            yield Item("text", token.start, token.end, raw)
        elif token.kind == "open" and local in paired and not token.empty:
            value = {a.name: xml.text[a.start : a.end] for a in token.attributes}
            segments.append(local == "mrk" and value.get("mtype") == "seg")
            if local == "mrk" and (value.get("translate") == "no" or value.get("mtype") == "protected"):
                segments.pop()
                code_start, depth, opener = token.start, 1, token
            else:
                yield Item("open", token.start, token.end, name="boundary" if segments[-1] else local)
        elif token.kind == "close":
            yield Item("close", token.start, token.end, name="boundary" if segments and segments.pop() else local)
        elif token.kind == "open" and not token.empty and (local in _NATIVE or local not in paired):
            code_start, depth, opener = token.start, 1, token
        elif token.kind == "open":
            yield _single(xml, token, token.start, token.end, starts, ends)
        else:
            yield Item("point", token.start, token.end)


def _single(xml: XmlSource, tag: Token, start: int, end: int, starts: Collection[str], ends: Collection[str]) -> Item:
    """An element as a tag that opens or closes by its id, as text that stays, or as a single thing."""
    local = tag.name.rpartition(":")[2]
    values = {attribute.name: xml.text[attribute.start : attribute.end] for attribute in tag.attributes}
    if local == "mrk":
        text = "".join(
            decode_reference(item.text)
            for token in xml.tokens(start, end)
            if token.kind == "text"
            for item in text_items(xml.text, token.start, token.end, decode_reference)
        )
        return Item("opaque" if text.strip() else "point", start, end, text)
    if local in starts and values.get("isolated") != "yes":
        return Item("open", start, end, name=f"code {values.get('i') or values.get('rid') or values.get('id', '')}")
    if local in ends and values.get("isolated") != "yes":
        identity = values.get("i") or values.get("startRef") or values.get("rid") or values.get("id", "")
        return Item("close", start, end, name=f"code {identity}")
    return Item("point", start, end)
