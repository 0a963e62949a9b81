"""HTML: text between block boundaries is translated with its inline markup; every other byte is copied.

The source is never serialised again: tags are found where they stand (`markup_tokens`), and only texts, the attributes
that people read, and `lang` change. What is marked `translate="no"` or `class="notranslate"`, is in another language
than French, or is code, stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from html import unescape

from translator.documents.encoding import Encoding, html_encoding
from translator.documents.markup_tokens import Attribute, Token, tokenize
from translator.documents.part import Part, Source
from translator.documents.stretch import Item, make_stretch, text_items, write_tags
from translator.documents.template import Literal, Slot, template_part

__all__ = ["escape_html", "html_slots", "inline_items", "read"]


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


_BLOCKS = _names(
    "address article aside blockquote body br button caption center col colgroup dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend "
    "li link main menu meta nav noframes noscript ol optgroup option p pre section select summary table tbody td "
    "template textarea tfoot th thead title tr ul video audio object xmp base"
)
_VOID = _names("area base br col embed hr img input link meta param source track wbr frame")
_KEPT = _names("code kbd samp var tt pre script style textarea xmp svg math iframe noembed noframes")
_UNREAD = _names("script style svg math iframe noembed noframes template")
_CLOSED_BY = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "option": frozenset({"option"}),
}
_SCOPES = frozenset({"ul", "ol", "dl", "table", "select", "html", "body", "template"})
_NO_PARAGRAPH = frozenset({"br", "button", "option", "title", "head", "html", "body", "link", "meta", "base"})
_READ_ATTRIBUTES = frozenset({"alt", "title", "placeholder", "aria-label", "aria-description"})
_READ_META = frozenset({"description", "og:title", "og:description", "twitter:title", "twitter:description"})
_REFERENCE = re.compile(r"[\s\u00a0]*[\[(]?(?:[0-9]{1,3}|[*†‡§¶]{1,3}|[a-z])[\])]?[\s\u00a0]*\Z")
_UNITS = re.compile(r"(?:^|[^\w])(?:[kcdmhµ]?m|[kcdmh]?a|ha|s)\Z|[0-9]\Z")


def read(source: Source) -> Iterator[Part]:
    """The whole page as one part. Raises `DocumentError` if its bytes are not in the encoding it declares."""
    data = source.read()
    encoding = html_encoding(data, source.name)
    text = encoding.decode(data)
    yield template_part(text, html_slots(text), partial(Encoding.encode, encoding))


def escape_html(text: str) -> str:
    """Text as it stands between tags; a no-break space as `&nbsp;`."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\u00a0", "&nbsp;")


def _escape_value(quote: str, text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace("\u00a0", "&nbsp;")
    if quote:
        return text.replace(quote, "&quot;" if quote == '"' else "&#39;")
    return '"' + text.replace('"', "&quot;") + '"'


def html_slots(source: str, start: int = 0, end: int | None = None) -> list[Slot]:
    """The stretches and language codes of `source[start:end]`."""
    reader = _Reader(source)
    for token in tokenize(source, start, end):
        reader.take(token)
    reader.finish(len(source) if end is None else end)
    return reader.slots


def inline_items(source: str, token: Token, slots: list[Slot]) -> list[Item]:
    """One tag in running text of another format (Markdown) as an item; what is to be read in it goes to `slots`.

    A line break is a point with the name `break`.
    """
    reader = _Reader(source)
    reader.slots = slots
    reader.attributes(token)
    if token.kind == "close":
        return [Item("close", token.start, token.end, name=token.name)]
    single = token.kind != "open" or token.empty or token.name in _VOID
    name = "break" if token.name == "br" else "" if single else token.name
    return [Item("point" if single else "open", token.start, token.end, name=name)]


@dataclass
class _Element:
    """An element that is open; `kept` if it must stay as it is, `opaque` if it does so within running text.

    `first_item` is the index of its start tag among the items of the stretch with the number `stretch`.
    """

    name: str
    kept: bool
    start: int
    first_item: int
    stretch: int
    opaque: bool = False


class _Reader:
    """Takes tokens in order and collects the slots."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.slots: list[Slot] = []
        self._items: list[Item] = []
        self._open: list[_Element] = []
        self._count: dict[str, int] = {}
        self._outermost: _Element | None = None
        self._stretch = 0

    def take(self, token: Token) -> None:
        """Use the next token."""
        if token.kind == "open":
            self._start(token)
        elif token.kind == "close":
            self._end(token)
        elif token.kind == "text":
            if token.name and token.name != "title":
                self._items.append(Item("point", token.start, token.end))
            else:
                self._items += text_items(self.source, token.start, token.end, unescape)
        else:
            self._items.append(Item("point", token.start, token.end))

    def finish(self, end: int) -> None:
        """Close what is open at the end."""
        while self._open:
            self._pop(end)
        self._flush()

    def _kept(self) -> bool:
        return bool(self._open) and self._open[-1].kept

    def _flush(self) -> None:
        """End the stretch that is being collected; within what stays as it is, the one before that."""
        kept = self._outermost
        if kept:
            del self._items[kept.first_item if kept.opaque else 0 :]
            kept.opaque = False
        stretch = make_stretch(self._items, write_tags(escape_html))
        if stretch:
            self.slots.append(stretch)
        self._items = []
        self._stretch += 1

    def _start(self, token: Token) -> None:
        name = token.name
        block = name in _BLOCKS
        if block:
            if name not in _NO_PARAGRAPH:
                self._imply_end(token, frozenset({"p"}))
            self._imply_end(token, _CLOSED_BY.get(name, frozenset()))
            self._flush()
        values = {attribute.name: attribute for attribute in token.attributes}
        kept = self._kept() or self._stays(token, values)
        if not kept or name in ("code", "kbd", "samp", "var", "tt"):
            self.attributes(token, inside=self._kept())
        if name in _VOID:
            if not block:
                self._items.append(Item("point", token.start, token.end))
            return
        opaque = kept and not self._kept() and not block
        element = _Element(name, kept, token.start, len(self._items), self._stretch, opaque)
        if kept and not self._kept():
            self._outermost = element
        self._open.append(element)
        self._count[name] = self._count.get(name, 0) + 1
        if not block:
            self._items.append(Item("open", token.start, token.end, name=name))
            if token.empty and name in ("svg", "math"):
                self._pop(token.end)

    def _end(self, token: Token) -> None:
        block = token.name in _BLOCKS
        if not self._count.get(token.name):
            if block:
                self._flush()
            else:
                self._items.append(Item("close", token.start, token.end, name=token.name))
            return
        if not block:
            for element in reversed(self._open):
                if element.name == token.name:
                    break
                if element.name in _BLOCKS and not (element.kept and element is not self._outermost):
                    self._items.append(Item("close", token.start, token.end, name=token.name))
                    return
        while self._open[-1].name != token.name:
            self._pop(token.start)
        if block:
            self._pop(token.start)
            return
        self._items.append(Item("close", token.start, token.end, name=token.name))
        self._pop(token.end)

    def _pop(self, end: int) -> None:
        """The innermost element ends."""
        element = self._open[-1]
        if element.name in _BLOCKS:
            self._flush()
        self._open.pop()
        self._count[element.name] -= 1
        if element.opaque:
            inside = self._items[element.first_item :]
            text = "" if element.name in _UNREAD else "".join(item.text for item in inside)
            kind = "opaque" if text.strip() else "point"
            self._items[element.first_item :] = [
                Item(kind, element.start, end, text.strip() if kind == "opaque" else "")
            ]
        elif element is self._outermost:
            self._items = []
        elif (
            element.name == "sup"
            and not element.kept
            and element.stretch == self._stretch
            and self._is_reference(element)
        ):
            self._items[element.first_item :] = [Item("point", element.start, end)]
        if element is self._outermost:
            self._outermost = None

    def _is_reference(self, element: _Element) -> bool:
        """Whether a superscript is a footnote's mark, which is no part of the word before it."""
        inside = self._items[element.first_item :]
        before = "".join(item.text for item in self._items[max(0, element.first_item - 4) : element.first_item])
        text = "".join(item.text for item in inside)
        linked = any(item.kind == "open" and item.name == "a" for item in inside)
        return (
            bool(_REFERENCE.match(text))
            and (linked or "[" in text or not _UNITS.search(before[-8:]))
            and (linked or not text.strip().isalpha())
        )

    def _imply_end(self, token: Token, names: frozenset[str]) -> None:
        """End the elements that a start tag ends by itself (`<p>` before a block, `<li>` before `<li>`)."""
        while any(self._count.get(name) for name in names):
            for element in reversed(self._open):
                if element.name in names:
                    break
                if element.name in _SCOPES or ("p" in names and element.name in _BLOCKS):
                    return
            else:
                return
            while self._open[-1] is not element:
                self._pop(token.start)
            self._pop(token.start)

    def _stays(self, token: Token, values: dict[str, Attribute]) -> bool:
        """Whether an element is not to be translated."""
        if token.name in _KEPT:
            return True
        if "translate" in values:
            return self._value(values["translate"]).lower() == "no"
        if "class" in values and "notranslate" in self._value(values["class"]).split():
            return True
        language = self._value(values["lang"] if "lang" in values else values.get("xml:lang")).lower()
        return token.name not in ("html", "body") and bool(language) and language.split("-")[0] != "fr"

    def _value(self, attribute: Attribute | None) -> str:
        return unescape(self.source[attribute.start : attribute.end]).strip() if attribute else ""

    def attributes(self, token: Token, *, inside: bool = False) -> None:
        """The attributes of a tag that people read, and its language."""
        values = {attribute.name: attribute for attribute in reversed(token.attributes)}
        if token.kind != "open" or inside:
            return
        self._language(token, values)
        kind = self._value(values.get("type")).lower()
        topic = self._value(values.get("name") or values.get("property")).lower()
        for attribute in values.values():
            if (
                attribute.name in _READ_ATTRIBUTES
                or (attribute.name == "content" and token.name == "meta" and topic in _READ_META)
                or (attribute.name == "value" and token.name == "input" and kind in ("submit", "button", "reset"))
                or (attribute.name == "label" and token.name in ("option", "optgroup", "track"))
            ):
                items = list(text_items(self.source, attribute.start, attribute.end, unescape))
                stretch = make_stretch(items, write_tags(partial(_escape_value, attribute.quote)))
                if stretch:
                    self.slots.append(stretch)

    def _language(self, token: Token, values: dict[str, Attribute]) -> None:
        """`lang` becomes `en`; the root gets one if it has none."""
        found = [values[name] for name in ("lang", "xml:lang") if name in values]
        for attribute in found:
            language = self._value(attribute).lower().split("-")[0]
            if language == "fr" or (token.name == "html" and language != "en"):
                text = "en" if attribute.quote or attribute.start < attribute.end else '="en"'
                self.slots.append(Literal(attribute.start, attribute.end, text))
        if token.name == "html" and not found:
            at = token.start + len("<html")
            self.slots.append(Literal(at, at, ' lang="en"'))
