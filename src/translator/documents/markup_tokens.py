"""HTML or XML source cut into tokens that know where they stand, so that a file can be changed in place.

Every character belongs to one token, whatever the markup: what is no tag is text. Works in time linear in the source.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

__all__ = ["RAW_TEXT", "Attribute", "Token", "tag_at", "tokenize"]

RAW_TEXT = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes", "textarea", "title"})
"""The HTML elements in which tags are text."""

_NAME = re.compile(r"</?([A-Za-z_:][^\s/><]*)")
_XML_NAME = re.compile(r"</?([^\s/><!?=\"']+)")
_ATTRIBUTE = re.compile(r"[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"'][^\s>]*)|(?=>)))?")
_TAG_END = re.compile(r"[\s/]*>")


@dataclass(frozen=True)
class Attribute:
    """An attribute of a tag: its name in lower case and the span of its value in the source, without quotes.

    `quote` is `"`, `'` or empty. An attribute without a value has an empty span behind its name.
    """

    name: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True)
class Token:
    """`source[start:end]`: `text`, `open`, `close`, `comment`, `cdata` or `other` (a doctype, an instruction).

    `name` is that of a tag (in lower case for HTML); `empty` says whether it ends in `/>`. A text token with a name is
    the content of that raw text element.
    """

    kind: str
    start: int
    end: int
    name: str = ""
    empty: bool = False
    attributes: tuple[Attribute, ...] = ()


def tokenize(source: str, start: int = 0, end: int | None = None, *, xml: bool = False) -> Iterator[Token]:
    """The tokens of `source[start:end]`. `xml` keeps the case of names, knows CDATA, and has no raw text elements."""
    end = len(source) if end is None else end
    at = text = start
    missing: set[str] = set()

    def find(sign: str, begin: int) -> int:
        """The end of a sign, -1 if there is none; asked once only for a sign that is not there."""
        if sign in missing:
            return -1
        found = source.find(sign, begin, end)
        if found < 0:
            missing.add(sign)
        return found + len(sign) if found >= 0 else -1

    while (at := source.find("<", at, end)) >= 0:
        token = _special(source, at, end, find, xml) if source[at + 1 : at + 2] in ("!", "?") else None
        token = token or (_tag(source, at, end, xml) if find(">", at) >= 0 else None)
        if token is None:
            at += 1
            continue
        if text < at:
            yield Token("text", text, at)
        yield token
        at = text = token.end
        if not xml and token.kind == "open" and token.name in RAW_TEXT:
            close = re.compile(rf"</{token.name}(?=[\s/>])", re.IGNORECASE).search(source, at, end)
            at = close.start() if close else end
            if text < at:
                yield Token("text", text, at, token.name)
            text = at
    if text < end:
        yield Token("text", text, end)


def tag_at(source: str, at: int, end: int) -> Token | None:
    """The HTML tag or comment that begins at `source[at]` and is over before `end`; None if there is none."""
    if source.startswith("<!--", at):
        stop = source.find("-->", at + 4, end)
        return Token("comment", at, stop + 3) if stop >= 0 else None
    return _tag(source, at, end, xml=False) if source.find(">", at, end) >= 0 else None


def _special(source: str, at: int, end: int, find: Callable[[str, int], int], xml: bool) -> Token | None:
    if source.startswith("<!--", at):
        if not xml and (short := re.compile(r"<!--(?:>|->)").match(source, at, end)):
            return Token("comment", at, short.end())
        stop = find("-->", at + 4)
        return Token("comment", at, stop if stop >= 0 else end)
    if source.startswith("<![CDATA[", at):
        stop = find("]]>", at)
        return Token("cdata", at, stop) if stop >= 0 else None
    if source.startswith("<?", at):
        stop = find("?>" if xml else ">", at)
        return Token("other", at, stop) if stop >= 0 else None
    stop = _doctype_end(source, at, end) if xml else find(">", at)
    return Token("other", at, stop) if stop >= 0 else None


def _doctype_end(source: str, at: int, end: int) -> int:
    """Behind a doctype, with the internal subset that it may have."""
    subset = source.find("[", at, end)
    close = source.find(">", at, end)
    if 0 <= subset < close:
        subset_end = re.compile(r"\]\s*>").search(source, subset, end)
        return subset_end.end() if subset_end else -1
    return close + 1 if close >= 0 else -1


def _tag(source: str, at: int, end: int, xml: bool) -> Token | None:
    """The tag at `at`; None if there is none, or if it never ends."""
    name = (_XML_NAME if xml else _NAME).match(source, at, end)
    if name is None:
        return None
    attributes = []
    position = name.end()
    while not (stop := _TAG_END.match(source, position, end)):
        found = _ATTRIBUTE.match(source, position, end)
        if found is None or found.end() == position:
            return None
        attributes.append(_attribute(found, xml))
        position = found.end()
        if source.startswith("=", position):
            position += 1
            if source[position : position + 1] in ('"', "'"):
                return None
    kind = "close" if source.startswith("/", at + 1) else "open"
    label = name.group(1) if xml else name.group(1).lower()
    return Token(kind, at, stop.end(), label, "/" in stop.group(), tuple(attributes))


def _attribute(found: re.Match[str], xml: bool) -> Attribute:
    name = found.group(1) if xml else found.group(1).lower()
    for group, quote in ((2, '"'), (3, "'"), (4, "")):
        if found.group(group) is not None:
            return Attribute(name, *found.span(group), quote)
    return Attribute(name, found.end(), found.end(), "")
