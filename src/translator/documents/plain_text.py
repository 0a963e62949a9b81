"""Plain text: each line with content is a passage; line ends, blank lines, indents and the byte order mark stay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from translator.documents.part import Part, Source, decode_utf8
from translator.documents.passage import Passage
from translator.result import Translation
from translator.text.blocks import Block, split_blocks

__all__ = ["fill_blocks", "passages_of", "read", "text_part"]

_PART_BYTES = 65536


def read(source: Source) -> Iterator[Part]:
    """A part for every 64 KiB of lines. Raises `DocumentError` where the file is not UTF-8 text."""
    line = 1
    with source.open() as file:
        while lines := file.readlines(_PART_BYTES):
            data = b"".join(lines)
            yield text_part(decode_utf8(data, source.name, line), line=line)
            line += len(lines)


def text_part(text: str, *, line: int = 1) -> Part:
    """A text as one part, written as UTF-8."""
    blocks = split_blocks(text)
    return Part(passages_of(blocks), partial(_write, blocks), line=line)


def passages_of(blocks: Sequence[Block]) -> tuple[Passage, ...]:
    """The paragraphs to translate: those with a letter."""
    return tuple(Passage(block.text) for block in blocks if _translated(block))


def fill_blocks(blocks: Sequence[Block], translations: Sequence[Translation]) -> str:
    """The text with the translations in the places of `passages_of(blocks)`."""
    given = iter(translations)
    return "".join(next(given).text if _translated(block) else block.text for block in blocks)


def _translated(block: Block) -> bool:
    return block.is_paragraph and any(character.isalpha() for character in block.text)


def _write(blocks: Sequence[Block], translations: Sequence[Translation]) -> bytes:
    return fill_blocks(blocks, translations).encode("utf-8")
