"""A record (a line of JSON, a row of a table) of which some values are translated and every other byte is copied."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from translator.documents.part import Part
from translator.documents.plain_text import fill_blocks, passages_of
from translator.errors import DocumentError
from translator.result import Translation
from translator.text.blocks import Block, split_blocks

__all__ = ["DEFAULT_FIELDS", "copied", "record_part"]

DEFAULT_FIELDS = ("title", "text", "body", "content")
"""The fields or columns that are translated where none is named."""


@dataclass(frozen=True)
class _Value:
    """A value: where it stands in the record as it is written there, and its paragraphs."""

    start: int
    end: int
    blocks: list[Block]


def record_part(
    record: str, values: Iterable[tuple[int, int, str]], written: Callable[[str, str], str], *, line: int
) -> Part:
    """A record as a part; each paragraph of a value is a passage.

    `values` are spans of the record and what they read. `written` gives, from a value as it was written and what it
    reads now, how it is written now; a value that reads the same stays as it was written.
    """
    found = [_Value(start, end, split_blocks(text)) for start, end, text in values]
    passages = tuple(passage for value in found for passage in passages_of(value.blocks))
    return Part(passages, partial(_write, record, found, written), line=line)


def copied(data: bytes, *, line: int, error: DocumentError | None = None) -> Part:
    """A record with nothing to translate, or with an `error`, as it stands."""
    return Part((), partial(_copy, data), error, line)


def _write(
    record: str, values: Sequence[_Value], written: Callable[[str, str], str], translations: Sequence[Translation]
) -> bytes:
    pieces, position, used = [], 0, 0
    for value in values:
        count = len(passages_of(value.blocks))
        text = fill_blocks(value.blocks, translations[used : used + count])
        used += count
        raw = record[value.start : value.end]
        changed = text != "".join(block.text for block in value.blocks)
        pieces += [record[position : value.start], written(raw, text) if changed else raw]
        position = value.end
    return "".join([*pieces, record[position:]]).encode("utf-8")


def _copy(data: bytes, translations: Sequence[Translation]) -> bytes:
    return data
