"""WordprocessingML paragraphs: formatted runs as marks, and runs written around the translation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from translator.documents.stretch import Item, Raw, make_stretch, text_items
from translator.documents.template import Slot
from translator.documents.xml_source import Element, XmlSource, decode_reference, escape_text

__all__ = ["paragraph_slots"]

_CONTAINERS = frozenset({"hyperlink", "ins", "moveTo", "smartTag", "customXml", "fldSimple", "sdt", "dir", "bdo"})
_BREAKS = frozenset({"tab", "br", "cr", "ptab"})
_INNER = "inner"


def paragraph_slots(xml: XmlSource, paragraph: Element) -> list[Slot]:
    """The stretches of a `<w:p>`, without those of paragraphs that stand inside it (text boxes)."""
    reader = _Reader(xml, paragraph)
    return reader.slots()


class _Reader:
    """Goes through a paragraph once.

    Text items carry the properties of their run as `literal`, as do things that must stay inside a run (`inner`).
    """

    def __init__(self, xml: XmlSource, paragraph: Element) -> None:
        self._xml = xml
        self._prefix = paragraph.tag.name.removesuffix("p")
        self._children = [child for child in paragraph.children if child.name != "pPr"]
        self._items: list[Item] = []
        self._slots: list[Slot] = []
        self._before: str | None = None
        self._start = self._children[0].start if self._children else 0
        self._field: list[Item] = []
        self._depth = 0

    def slots(self) -> list[Slot]:
        """All stretches."""
        self._take(self._children)
        if self._field:
            self._items.append(self._whole("point", self._field))
        if self._children:
            self._flush(None, self._children[-1].end)
        return self._slots

    def _take(self, children: Sequence[Element]) -> None:
        for child in children:
            if child.name == "r":
                self._run(child)
            elif child.name in _CONTAINERS and not self._depth and not child.tag.empty:
                self._container(child)
            else:
                self._add(Item("point", child.start, child.end))

    def _container(self, element: Element) -> None:
        inner = element
        if element.name == "sdt":
            content = element.child("sdtContent")
            if content is None or content.tag.empty:
                self._add(Item("point", element.start, element.end))
                return
            inner = content
        name = f"element {element.start}"
        self._add(Item("open", element.start, inner.inner_start, name=name))
        properties = [c for c in inner.children if c.name.endswith("Pr")]
        for child in properties:
            self._add(Item("point", child.start, child.end))
        self._take([child for child in inner.children if child not in properties])
        self._add(Item("close", inner.inner_end, element.end, name=name))

    def _run(self, run: Element) -> None:
        properties = run.child("rPr")
        key = self._xml.text[properties.start : properties.end] if properties else ""
        for child in run.children:
            if child.name == "rPr":
                continue
            if child.name == "fldChar":
                self._field_character(child, key)
            elif self._depth:
                self._add(Item("point", child.start, child.end, name=_INNER, literal=key))
            elif child.name == "t":
                self._text(child, key)
            elif child.name in _BREAKS:
                self._flush(key, child.start)
                self._before, self._start = key, child.end
            else:
                self._add(Item("point", child.start, child.end, name=_INNER, literal=key))

    def _text(self, element: Element, key: str) -> None:
        for token in self._xml.tokens(element.inner_start, max(element.inner_start, element.inner_end)):
            if token.kind == "text":
                for item in text_items(self._xml.text, token.start, token.end, decode_reference):
                    self._add(replace(item, literal=key))
            elif token.kind == "cdata":
                text = self._xml.text[token.start + 9 : token.end - 3]
                self._add(Item("text", token.start, token.end, text, literal=key))

    def _field_character(self, element: Element, key: str) -> None:
        """A complex field: from its beginning to its result is one tag, its end another."""
        kind = self._xml.value(element, f"{self._prefix}fldCharType")
        item = Item("point", element.start, element.end, name=_INNER, literal=key)
        if kind == "begin":
            self._depth += 1
            self._field.append(item)
        elif not self._depth:
            self._items.append(self._whole("close" if kind == "end" else "point", [item]))
        elif self._depth > 1:
            self._field.append(item)
            self._depth -= kind == "end"
        else:
            self._items.append(self._whole("open" if kind == "separate" else "point", [*self._field, item]))
            self._field, self._depth = [], 0

    def _whole(self, kind: str, items: Sequence[Item]) -> Item:
        """Things with their runs around them as one item that stands outside of runs."""
        text, prefix = self._xml.text, self._prefix
        written = "".join(
            f"<{prefix}r>{item.literal}{text[item.start : item.end]}</{prefix}r>"
            if item.name == _INNER
            else text[item.start : item.end]
            for item in items
        )
        return Item(kind, items[0].start, items[-1].end, name="field", literal=written)

    def _add(self, item: Item) -> None:
        (self._field if self._depth else self._items).append(item)

    def _flush(self, after: str | None, end: int) -> None:
        """End a stretch at `source[end]`; `after` is the run that this lies in, None for none."""
        weights = Counter[str]()
        for item in self._items:
            if item.kind == "text":
                weights[item.literal or ""] += len(item.text.strip())
        if weights:
            ground = max(weights, key=lambda key: weights[key])
            writer = partial(_write_runs, self._prefix, ground, self._before, after)
            stretch = make_stretch(_with_runs(self._items, ground), writer)
            if stretch:
                self._slots.append(replace(stretch, start=self._start, end=end))
        self._items, self._before = [], None


def _with_runs(items: Sequence[Item], ground: str) -> list[Item]:
    """The items with tags around each series of texts whose run is formatted otherwise than most of the text."""
    found: list[Item] = []
    current: Item | None = None
    for item in items:
        inside = item.kind == "text" or item.name == _INNER
        if current and (not inside or item.literal != current.literal):
            found.append(Item("close", item.start, item.start, name=current.name, literal=current.literal))
            current = None
        if not current and item.kind == "text" and item.literal != ground:
            current = Item("open", item.start, item.start, name=f"run {item.start}", literal=item.literal)
            found.append(current)
        found.append(item)
    if current:
        found.append(Item("close", items[-1].end, items[-1].end, name=current.name, literal=current.literal))
    return found


def _write_runs(
    prefix: str, ground: str, before: str | None, after: str | None, pieces: Iterable[str | Item], raw: Raw
) -> str:
    """The pieces as runs; they begin inside a run with the properties `before` and end inside one with `after`."""
    formats = [ground]
    placed: list[tuple[str | None, str, bool]] = []
    for piece in pieces:
        if isinstance(piece, str):
            core = piece.strip(" ")
            before_core, _, after_core = piece.partition(core) if core else (piece, "", "")
            placed += [(formats[-1], escape_text(text), True) for text in (before_core, core, after_core) if text]
        elif piece.kind == "text":
            placed.append((piece.literal, raw(piece.start, piece.end), True))
        elif piece.name.startswith("run "):
            formats = [*formats, piece.literal or ""] if piece.kind == "open" else formats[:-1]
        elif piece.name == _INNER:
            placed.append((piece.literal, raw(piece.start, piece.end), False))
        else:
            placed.append((None, raw(piece.start, piece.end) if piece.literal is None else piece.literal, False))
    written: list[str] = []
    state = before
    for number, (key, text, is_text) in enumerate(placed):
        if is_text and text.isspace():
            # A space between runs takes the plainer format of its neighbours, so that no underline runs on under it.
            around = [other for other, _, also in placed[max(0, number - 1) : number + 2] if also and other is not None]
            key = min(around, key=len)
        written.append(_change(prefix, state, key))
        written.append(f'<{prefix}t xml:space="preserve">{text}</{prefix}t>' if is_text else text)
        state = key
    return "".join([*written, _change(prefix, state, after)])


def _change(prefix: str, old: str | None, new: str | None) -> str:
    """The tags between something in one run, or in none, and something in another."""
    if old == new:
        return ""
    return ("" if old is None else f"</{prefix}r>") + ("" if new is None else f"<{prefix}r>{new}")
