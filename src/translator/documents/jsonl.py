r"""JSON Lines: one record a line; only the values of the chosen fields change, every other byte is copied.

A field is a key of the record, or a path of keys with dots (`article.body`); its value is a string or a list of
strings. Each paragraph of a value is a passage. A line that is no JSON object, or has none of the fields, is a part
with an error, and is copied.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from translator.documents.part import Part, Source, decode_utf8
from translator.documents.plain_text import fill_blocks, passages_of
from translator.errors import DocumentError
from translator.result import Translation
from translator.text.blocks import Block, split_blocks

__all__ = ["DEFAULT_FIELDS", "read"]

DEFAULT_FIELDS = ("title", "text", "body", "content")
"""The fields that are translated where none is named."""

_SPACE = re.compile(r"[ \t\n\r]*")
_SURROGATE = re.compile("[\ud800-\udfff]")
_DECODER = json.JSONDecoder()


@dataclass(frozen=True)
class _Value:
    """A string in the line: its span with the quotes, and its paragraphs."""

    start: int
    end: int
    blocks: list[Block]


def read(source: Source, fields: Sequence[str] = ()) -> Iterator[Part]:
    """A part for every line."""
    with source.open() as file:
        for number, data in enumerate(file, start=1):
            try:
                yield _part(decode_utf8(data, source.name, number), tuple(fields), number)
            except DocumentError as error:
                yield Part((), partial(_copy, data), error, number)
            except (ValueError, RecursionError) as error:
                reason = "nested too deeply" if isinstance(error, RecursionError) else str(error)
                message = f"not a JSON object ({reason}); the line is copied as it stands, mend it and run again"
                wrapped = DocumentError(message, path=source.name, line=number)
                yield Part((), partial(_copy, data), wrapped, number)


def _part(line: str, fields: tuple[str, ...], number: int) -> Part:
    start = 1 if line.startswith("\ufeff") else 0
    if not line[start:].strip(" \t\r\n"):
        return Part((), partial(_copy, line.encode("utf-8")), line=number)
    json.loads(line[start:])
    spans: list[tuple[int, int]] = []
    seen = _find(line, _skip(line, start), fields or DEFAULT_FIELDS, spans)
    if not seen:
        named = ", ".join(fields or DEFAULT_FIELDS)
        raise ValueError(f"it has none of the fields {named}: name one that it has with --field")
    values = []
    for first, end in spans:
        text = json.loads(line[first:end])
        if _SURROGATE.search(text):
            raise ValueError("half of a surrogate pair is in a field")
        values.append(_Value(first, end, split_blocks(text)))
    passages = tuple(passage for value in values for passage in passages_of(value.blocks))
    return Part(passages, partial(_write, line, values), line=number)


def _find(line: str, at: int, fields: Sequence[str], spans: list[tuple[int, int]]) -> bool:
    """Collect the spans of the strings of the fields of the object at `at`; whether any field was there."""
    if line[at] != "{":
        raise ValueError("it begins with " + line[at])
    seen = False
    at = _skip(line, at + 1)
    while line[at] != "}":
        key, at = _DECODER.raw_decode(line, at)
        at = _skip(line, _skip(line, at) + 1)
        _, end = _DECODER.raw_decode(line, at)
        inner = [field[len(key) + 1 :] for field in fields if field.startswith(f"{key}.")]
        if key in fields:
            seen = True
            _strings(line, at, spans)
        elif inner and line[at] == "{":
            seen |= _find(line, at, inner, spans)
        at = _skip(line, end)
        if line[at] == ",":
            at = _skip(line, at + 1)
    return seen


def _strings(line: str, at: int, spans: list[tuple[int, int]]) -> None:
    """The span of the string at `at`, or of the strings in the list there; other values are left alone."""
    if line[at] == '"':
        spans.append((at, _DECODER.raw_decode(line, at)[1]))
    elif line[at] == "[":
        at = _skip(line, at + 1)
        while line[at] != "]":
            end = _DECODER.raw_decode(line, at)[1]
            if line[at] == '"':
                spans.append((at, end))
            at = _skip(line, end)
            if line[at] == ",":
                at = _skip(line, at + 1)


def _skip(line: str, at: int) -> int:
    found = _SPACE.match(line, at)
    return found.end() if found else at


def _write(line: str, values: Sequence[_Value], translations: Sequence[Translation]) -> bytes:
    ascii_only = line.lstrip("\ufeff").isascii() and "\\u" in line
    pieces, position, used = [], 0, 0
    for value in values:
        count = len(passages_of(value.blocks))
        text = fill_blocks(value.blocks, translations[used : used + count])
        used += count
        raw = line[value.start : value.end]
        if text != "".join(block.text for block in value.blocks):
            escaped = json.dumps(text, ensure_ascii=ascii_only)
            raw = escaped.replace("/", "\\/") if "\\/" in raw else escaped
        pieces += [line[position : value.start], raw]
        position = value.end
    return "".join([*pieces, line[position:]]).encode("utf-8")


def _copy(data: bytes, translations: Sequence[Translation]) -> bytes:
    return data
