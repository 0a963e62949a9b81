"""Translations that need no model: the text itself, and the text in capitals with its true word alignment."""

from __future__ import annotations

import re
from collections.abc import Callable

from translator.documents import Document, Passage
from translator.result import Segment, Translation


def keep(passage: Passage) -> Translation:
    """The text itself."""
    return Translation(passage.text, passage.text, (Segment(passage.text, passage.text),))


def capitals(passage: Passage, reverse: bool = False) -> Translation:
    """Every word in capitals, protected spans as they are; the words in reverse order if asked for."""
    text = passage.text
    words = [m.span() for m in re.finditer(r"[^ \t\n]+", text)]
    for start, end in passage.protected:
        inside = [w for w in words if w[0] < end and start < w[1]]
        words = sorted({*words} - {*inside} | {(min(start, inside[0][0]), max(end, inside[-1][1]))})
    target, alignment = "", []
    for start, end in reversed(words) if reverse else words:
        target += " " if target else ""
        begin = len(target)
        for n in range(start, end):
            kept = any(a <= n < b for a, b in passage.protected) or len(text[n].upper()) != 1
            target += text[n] if kept else text[n].upper()
        alignment += [
            ((m.start() + start, m.end() + start), (m.start() + begin, m.end() + begin))
            for m in re.finditer(r"\w+|[^\w\s]", text[start:end])
        ]
    return Translation(text, target, (Segment(text, target, alignment=tuple(alignment)),))


def render(document: Document, translate: Callable[[Passage], Translation]) -> bytes:
    """The whole output file."""
    return b"".join(part.render([translate(passage) for passage in part.passages]) for part in document.parts())
