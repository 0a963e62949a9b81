"""A stretch of marked-up text that is translated as one passage, and how its markup goes around the translation.

Formats read a file into `Item`s: texts, tags that open and close, single things. `make_stretch` turns the items between
two block boundaries into clean text and marks; what hugs the whole text stays at its ends. `fill` writes it back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import takewhile

from translator.documents.passage import Passage
from translator.documents.projection import Mark, project, weave
from translator.result import Translation

__all__ = ["Escape", "Item", "Raw", "Stretch", "Writer", "fill", "make_stretch", "text_items", "write_tags"]

Escape = Callable[[str], str]
Raw = Callable[[int, int], str]
Writer = Callable[[Iterable["str | Item"], Raw], str]
"""Makes of texts and markup in their new order what stands in the file."""

_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_ATOM = re.compile(r"&[^;\s&]{1,40};?|[\s\ufeff]+|[^&\s\ufeff]+|&")
_AROUND = " \t\n\r\f\v\u00a0\u202f\u2007\ufeff"


@dataclass(frozen=True)
class Item:
    """A piece of a file: `source[start:end]`.

    `kind` is `text`; `open` or `close` (paired by `name`); `point` for a single thing; or `opaque` for something that
    reads as `text` and must come through as it stands in the file. `literal` is written in place of the piece when the
    passage has changed.
    """

    kind: str
    start: int
    end: int
    text: str = ""
    name: str = ""
    literal: str | None = None


@dataclass(frozen=True)
class Stretch:
    """`source[start:end]` of a file, to be replaced by the translation of `passage` with the markup put back.

    `marks` lie on the passage's text; `tags` are their opening and closing items.
    """

    start: int
    end: int
    passage: Passage
    writer: Writer
    lead: tuple[Item, ...] = ()
    tail: tuple[Item, ...] = ()
    marks: tuple[Mark, ...] = ()
    tags: tuple[tuple[Item | None, Item | None], ...] = ()


def text_items(source: str, start: int, end: int, decode: Escape) -> Iterator[Item]:
    """`source[start:end]` as text items, white space and character references apart; `decode` resolves references."""
    for atom in _ATOM.finditer(source, start, end):
        raw = atom.group()
        yield Item("text", atom.start(), atom.end(), decode(raw) if raw[0] == "&" else raw)


def make_stretch(items: Sequence[Item], writer: Writer, *, collapse: bool = True) -> Stretch | None:
    """One passage from the items between two boundaries, None if there is no letter to translate.

    White space is collapsed to single spaces unless `collapse` is false, as a browser shows it.
    """
    if not any(character.isalpha() for item in items if item.kind == "text" for character in item.text):
        return None
    items, offsets, text = _clean(items, collapse)
    start, end = len(text) - len(text.lstrip(_AROUND)), len(text.rstrip(_AROUND))
    visible = [n for n, item in enumerate(items) if offsets[n] < end and offsets[n] + len(item.text) > start]
    first, last = visible[0], visible[-1]
    partners = _pair(items)
    lead, tail = _hugging(items, partners, first, last)
    lead_items = tuple(item for n, item in enumerate(items[:first]) if n in lead or item.kind == "text")
    tail_items = tuple(item for n, item in enumerate(items) if n > last and (n in tail or item.kind == "text"))
    inside = [n for n in range(len(items)) if items[n].kind != "text" and n not in lead and n not in tail]
    marks, tags = _marks(items, inside, partners, [min(max(o, start), end) - start for o in offsets], end - start)
    return Stretch(
        items[0].start,
        items[-1].end,
        Passage(
            text[start:end],
            tuple((mark.start, mark.end) for mark in marks if mark.opaque),
            aligned=bool(marks),
        ),
        writer,
        lead_items,
        tail_items,
        tuple(marks),
        tuple(tags),
    )


def fill(stretch: Stretch, translation: Translation, raw: Raw) -> str:
    """What stands in the file for a stretch. `raw` gives pieces of the source, with edits inside tags made."""
    if translation.text == stretch.passage.text:
        return raw(stretch.start, stretch.end)
    spans = project(stretch.marks, stretch.passage.text, translation)
    body: list[str | Item | None] = [
        piece if isinstance(piece, str) else stretch.tags[piece[0]][0 if piece[1] else 1]
        for piece in weave(stretch.marks, spans, translation.text)
    ]
    return stretch.writer((piece for piece in (*stretch.lead, *body, *stretch.tail) if piece is not None), raw)


def write_tags(escape: Escape) -> Writer:
    """The writer of formats whose tags stand as they are between texts, which `escape` makes fit to stand there."""
    return partial(_write_tags, escape)


def _write_tags(escape: Escape, pieces: Iterable[str | Item], raw: Raw) -> str:
    written = []
    for piece in pieces:
        if isinstance(piece, str):
            written.append(escape(piece))
        else:
            written.append(raw(piece.start, piece.end) if piece.literal is None else piece.literal)
    return "".join(written)


def _clean(items: Sequence[Item], collapse: bool) -> tuple[list[Item], list[int], str]:
    """The items with their text cleaned, the offset of each in the whole text, and that text.

    Space that is dropped because a single thing stands between it and other space goes with that thing.
    """
    cleaned: list[Item] = []
    offsets: list[int] = []
    length = 0
    after_space = False
    for item in items:
        text = item.text
        if collapse and item.kind in ("text", "opaque"):
            text = _SPACE.sub(" ", text)
            if text.startswith(" ") and (after_space or not length):
                text = text[1:]
                previous = cleaned[-1] if cleaned else None
                if not text and length and previous and previous.kind == "point" and previous.end == item.start:
                    cleaned[-1] = replace(previous, end=item.end)
                    continue
        cleaned.append(item if text == item.text else replace(item, text=text))
        offsets.append(length)
        length += len(text)
        if text:
            after_space = text.endswith(" ")
    return cleaned, offsets, "".join(item.text for item in cleaned)


def _pair(items: Sequence[Item]) -> dict[int, int]:
    """Which item closes or opens which. A tag without its other half is paired with the end of the items (`len`) or
    their beginning (-1) where that nests, and left out, as a single thing, where it does not."""
    partners: dict[int, int] = {}
    waiting: list[int] = []
    names: dict[str, int] = {}
    for n, item in enumerate(items):
        if item.kind == "open":
            waiting.append(n)
            names[item.name] = names.get(item.name, 0) + 1
        elif item.kind == "close":
            if names.get(item.name):
                while items[waiting[-1]].name != item.name:
                    names[items[waiting.pop()].name] -= 1
                names[item.name] -= 1
                opened = waiting.pop()
                partners[opened], partners[n] = n, opened
            elif not waiting:
                partners[n] = -1
    for n in waiting:
        partners[n] = len(items)
    return partners


def _hugging(items: Sequence[Item], partners: dict[int, int], first: int, last: int) -> tuple[set[int], set[int]]:
    """The tags before and after all the text that stay there: whole pairs around it and what stands outside of them."""
    before = [n for n in range(first) if items[n].kind != "text"]
    after = [n for n in range(len(items) - 1, last, -1) if items[n].kind != "text"]
    # A tag that is unpaired, or paired with one at the same end or with the very beginning or end, needs no other.
    alone = {n for n in before if not first <= partners.get(n, -1) < len(items)}
    alone |= {n for n in after if not 0 <= partners.get(n, -1) <= last}
    lead: set[int] = set(takewhile(lambda n: n in alone or partners[n] > last, before))
    while True:
        needed = alone | {partners[n] for n in lead - alone}
        tail = set(takewhile(needed.__contains__, after))
        needed = alone | {partners[n] for n in tail - alone}
        kept = set(takewhile(needed.__contains__, sorted(lead)))
        if kept == lead:
            return lead, tail
        lead = kept


def _marks(
    items: Sequence[Item], inside: Sequence[int], partners: dict[int, int], offsets: Sequence[int], length: int
) -> tuple[list[Mark], list[tuple[Item | None, Item | None]]]:
    """Marks with their tags, parents first, from the items that stay among the text."""
    marks: list[Mark] = []
    tags: list[tuple[Item | None, Item | None]] = []
    virtual = [n for n in inside if items[n].kind == "close" and partners.get(n) == -1]
    stack: list[int] = []
    for n in reversed(virtual):
        marks.append(Mark(0, offsets[n], stack[-1] if stack else -1))
        tags.append((None, items[n]))
        stack.append(len(marks) - 1)
    for n in inside:
        item, parent = items[n], stack[-1] if stack else -1
        partner = partners.get(n)
        if item.kind == "close" and partner is not None:
            stack.pop()
        elif item.kind == "open" and partner is not None:
            closing = items[partner] if partner < len(items) else None
            marks.append(Mark(offsets[n], offsets[partner] if closing else length, parent))
            tags.append((item, closing))
            stack.append(len(marks) - 1)
        else:
            opaque = item.kind == "opaque" and bool(item.text)
            stop = min(offsets[n] + len(item.text), length) if opaque else offsets[n]
            marks.append(Mark(offsets[n], stop, parent, opaque))
            tags.append((item, None))
    return marks, tags
