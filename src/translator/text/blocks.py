"""A plain text as paragraphs and the separators between them: joined again, it is the same text to the byte.

A paragraph is a line with visible content, as news text files have it; line ends of every kind, blank lines, indents
and trailing spaces are separators, so that a translated paragraph goes back exactly between the same two.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Block", "split_blocks"]

# `\s` covers every line end that `str.splitlines` knows (CR, LF, form feed, U+2028 …); the byte order mark counts as
# space too, for a translation model must not see it.
_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_PARAGRAPH = re.compile(rf"[^\s\ufeff](?:[^{_LINE_ENDS}]*[^\s\ufeff])?")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a text: a paragraph without the space around it, or what separates two paragraphs."""

    text: str
    is_paragraph: bool


def split_blocks(text: str) -> list[Block]:
    """The paragraphs and separators of `text` in order; none is empty, and their texts joined give `text` back."""
    blocks: list[Block] = []
    end = 0
    for match in _PARAGRAPH.finditer(text):
        if match.start() > end:
            blocks.append(Block(text[end : match.start()], is_paragraph=False))
        blocks.append(Block(match.group(), is_paragraph=True))
        end = match.end()
    if end < len(text):
        blocks.append(Block(text[end:], is_paragraph=False))
    return blocks
