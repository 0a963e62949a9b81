r"""JSON Lines: one record a line; only the values of the chosen fields change, every other byte is copied.

A field is a key of the record, or a path of keys with dots (`article.body`); its value is a string or a list of
strings. Each paragraph of a value is a passage. A line that is no JSON object, or has none of the fields, is a part
with an error, and is copied.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import partial

from translator.documents.part import Part, Source, decode_utf8
from translator.documents.record import DEFAULT_FIELDS, copied, record_part
from translator.errors import DocumentError

__all__ = ["read"]

_SPACE = re.compile(r"[ \t\n\r]*")
_SURROGATE = re.compile("[\ud800-\udfff]")
_DECODER = json.JSONDecoder()


def read(source: Source, fields: Sequence[str] = ()) -> Iterator[Part]:
    """A part for every line."""
    with source.open() as file:
        for number, data in enumerate(file, start=1):
            try:
                yield _part(decode_utf8(data, source.name, number), tuple(fields), number)
            except DocumentError as error:
                yield copied(data, line=number, error=error)
            except (ValueError, RecursionError) as error:
                message = f"{_reason(error)}; the line is copied as it stands"
                yield copied(data, line=number, error=DocumentError(message, path=source.name, line=number))


def _reason(error: ValueError | RecursionError) -> str:
    if isinstance(error, RecursionError):
        return "not a JSON object: nested too deeply"
    if isinstance(error, json.JSONDecodeError):
        place = f"character {error.pos + 1}" if error.doc[error.pos :].strip() else "the end of the line"
        return f"not a JSON object: {error.msg.removesuffix(' starting at')} at {place}"
    return str(error)


def _part(line: str, fields: tuple[str, ...], number: int) -> Part:
    start = 1 if line.startswith("\ufeff") else 0
    if not line[start:].strip(" \t\r\n"):
        return copied(line.encode("utf-8"), line=number)
    json.loads(line[start:])
    spans: list[tuple[int, int]] = []
    seen = _find(line, _skip(line, start), fields or DEFAULT_FIELDS, spans)
    if not seen:
        named = ", ".join(fields or DEFAULT_FIELDS)
        raise ValueError(f"has none of the fields {named}; name one that it has with --field")
    values = []
    for first, end in spans:
        text = json.loads(line[first:end])
        if _SURROGATE.search(text):
            raise ValueError("has half of a surrogate pair in a field; mend it")
        values.append((first, end, text))
    ascii_only = line.lstrip("\ufeff").isascii() and "\\u" in line
    return record_part(line, values, partial(_written, ascii_only), line=number)


def _find(line: str, at: int, fields: Sequence[str], spans: list[tuple[int, int]]) -> bool:
    """Collect the spans of the strings of the fields of the object at `at`; whether any field was there."""
    if line[at] != "{":
        raise ValueError(f"not a JSON object: begins with {line[at]}")
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


def _written(ascii_only: bool, raw: str, text: str) -> str:
    """A string as JSON, escaped as the line has it."""
    escaped = json.dumps(text, ensure_ascii=ascii_only)
    return escaped.replace("/", "\\/") if "\\/" in raw else escaped
