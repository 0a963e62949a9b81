"""Markdown (CommonMark with tables, footnotes, front matter and mathematics): paragraphs, headings, list items and
table cells are translated with their inline markup; code, front matter, link targets and everything else are copied.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from translator.documents.html import html_slots
from translator.documents.markdown_inline import Flat, inline_slots, label_key
from translator.documents.part import Part, Source, decode_utf8
from translator.documents.template import Slot, template_part

__all__ = ["markdown_slots", "read"]

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_FRONT = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)(?:.*?(?:\r\n|\r|\n))??\1[ \t]*(?=[\r\n]|\Z)", re.DOTALL)
_QUOTE = re.compile(r"[ \t]*(?:>[ \t]?)*")
_MARKER = re.compile(r"[ \t]*(?:[-+*]|[0-9]{1,9}[.)]|:)(?:[ \t]+|$)(?:\[[ xX]\][ \t]+)?")
_FENCE = re.compile(r"[ \t]*(`{3,}(?=[^`]*$)|~{3,})")
_RULE = re.compile(r"[ \t]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_UNDERLINE = re.compile(r"[ \t]{0,3}(?:=+|-+)[ \t]*$")
_HEADING = re.compile(r"[ \t]{0,3}#{1,6}(?:[ \t]+|$)")
_DEFINITION = re.compile(r"[ \t]{0,3}\[(?!\^)([^\[\]]{1,999})\]:[ \t]*(?:<[^<>]*>|\S+)")
_FOOTNOTE = re.compile(r"[ \t]{0,3}\[\^[^\]\s]+\]:[ \t]*")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_CELL_EDGE = re.compile(r"\\.|(?P<ticks>`+)|(?P<edge>\|)")
_HTML_RAW = re.compile(r"[ \t]{0,3}<(?:(script|pre|style|textarea)(?=[\s>]|$)|(!--)|(\?)|(![A-Za-z]))", re.IGNORECASE)
_HTML_ENDS = (r"</(?:script|pre|style|textarea)>", "-->", r"\?>", ">")
_HTML_BLOCK = re.compile(
    r"[ \t]{0,3}</?(?:address|article|aside|base|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|"
    r"dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|"
    r"main|menu|nav|noframes|ol|optgroup|option|p|param|section|summary|table|tbody|td|tfoot|th|thead|title|tr|"
    r"track|ul)(?=[\s/>]|$)",
    re.IGNORECASE,
)
_KEPT_LINE = re.compile(r"[ \t]{0,3}(?:::{2,}|!!!|\?\?\?|\*\[[^\]]+\]:)")


@dataclass(frozen=True)
class _Line:
    """`source[start:end]` without its line end, which goes to `after`."""

    start: int
    end: int
    after: int
    text: str


def read(source: Source) -> Iterator[Part]:
    """The whole file as one part. Raises `DocumentError` if it is not UTF-8."""
    text = decode_utf8(source.read(), source.name)
    yield template_part(text, markdown_slots(text), _encode)


def _encode(text: str) -> bytes:
    return text.encode("utf-8")


def markdown_slots(source: str) -> list[Slot]:
    """The stretches of a Markdown text."""
    front = _FRONT.match(source)
    return _Blocks(source, front.end() if front else 1 if source.startswith("\ufeff") else 0).slots()


class _Blocks:
    """Goes through the lines once; `_paragraph` is what has been read of the current paragraph, as content spans."""

    def __init__(self, source: str, start: int) -> None:
        self._source = source
        self._lines = [
            _Line(found.start(1), found.end(1), found.end(), found.group(1))
            for found in _LINE.finditer(source, start)
            if found.group()
        ]
        self._labels = {label_key(m.group(1)) for line in self._lines if (m := _DEFINITION.match(line.text))}
        self._slots: list[Slot] = []
        self._paragraph: list[tuple[int, int]] = []
        self._depth = 0
        self._list_indent: int | None = None
        self._after_blank = True

    def slots(self) -> list[Slot]:
        """All stretches of the text."""
        number = 0
        while number < len(self._lines):
            number = self._block(number)
        self._flush()
        return self._slots

    def _flush(self) -> None:
        if self._paragraph:
            self._slots += inline_slots(Flat(self._source, self._paragraph), self._labels)
            self._paragraph = []

    def _block(self, number: int) -> int:
        """Take the line, or the block that begins with it; the number of the line after."""
        line = self._lines[number]
        quote = _match_end(_QUOTE, line.text)
        body = line.text[quote:]
        depth = line.text[:quote].count(">")
        if not body.strip():
            self._flush()
            self._after_blank = True
            return number + 1
        after_blank, self._after_blank = self._after_blank, False
        indent = _width(line.text if not depth else body)
        if self._paragraph and depth > self._depth:
            self._flush()
        if not self._paragraph:
            self._depth = depth
            if self._list_indent is not None and after_blank and indent < min(self._list_indent, 2):
                self._list_indent = None
            if indent >= 4 + (self._list_indent or 0):
                self._after_blank = after_blank
                return number + 1
        if self._paragraph and _UNDERLINE.match(body):
            self._flush()
            return number + 1
        if _RULE.match(body) or _KEPT_LINE.match(body):
            self._flush()
            return number + 1
        start = self._markers(line, quote)
        body = self._source[start : line.end]
        return self._content(number, start, body, depth)

    def _markers(self, line: _Line, quote: int) -> int:
        """Where the content begins behind list markers, quote signs and a footnote's label."""
        start = line.start + quote
        while True:
            rest = self._source[start : line.end]
            found = _MARKER.match(rest)
            if found and rest.lstrip()[:1] == ":" and (self._paragraph or not self._source[line.start : start].strip()):
                found = found if rest.lstrip()[1:2] in (" ", "\t") else None
            note = _FOOTNOTE.match(rest)
            if not (found or note):
                return start
            self._flush()
            start += found.end() if found else _match_end(_FOOTNOTE, rest)
            self._list_indent = start - line.start - quote
            start += _match_end(_QUOTE, self._source[start : line.end]) if ">" in self._source[start : start + 4] else 0

    def _content(self, number: int, start: int, body: str, depth: int) -> int:
        line = self._lines[number]
        fence = _FENCE.match(body)
        if fence:
            self._flush()
            return self._skip_fence(number + 1, fence.group(1))
        if body.lstrip().startswith("$$"):
            self._flush()
            return self._skip_mathematics(number, body.strip())
        heading = _HEADING.match(body)
        if heading:
            self._flush()
            stop = start + max(heading.end(), _heading_end(body))
            self._slots += inline_slots(Flat(self._source, [(start + heading.end(), stop)]), self._labels)
            return number + 1
        if not self._paragraph:
            if _DEFINITION.match(body):
                return number + 1
            if "|" in body and number + 1 < len(self._lines) and self._is_table(number + 1):
                return self._table(number, start)
        if not depth and (raw := _HTML_RAW.match(body)):
            self._flush()
            return self._html(number, start, _HTML_ENDS[(raw.lastindex or 1) - 1])
        if not depth and _HTML_BLOCK.match(body):
            self._flush()
            return self._html(number, start, None)
        indent = len(body) - len(body.lstrip())
        self._paragraph.append((start + indent, line.end))
        return number + 1

    def _skip_fence(self, number: int, fence: str) -> int:
        closing = re.compile(rf"[ \t>]*{re.escape(fence[0])}{{{len(fence)},}}[ \t]*$")
        while number < len(self._lines) and not closing.match(self._lines[number].text):
            number += 1
        return number + 1

    def _skip_mathematics(self, number: int, body: str) -> int:
        if len(body) > 4 and body.endswith("$$"):
            return number + 1
        number += 1
        while number < len(self._lines) and not self._lines[number].text.rstrip().endswith("$$"):
            number += 1
        return number + 1

    def _html(self, number: int, start: int, end: str | None) -> int:
        """A block of HTML: to a blank line, or for comments and raw text to the line with their end."""
        ending = re.compile(end, re.IGNORECASE) if end else None
        last = number
        while last < len(self._lines):
            text = self._lines[last].text
            if ending and ending.search(text, start - self._lines[last].start if last == number else 0):
                last += 1
                break
            if not ending and not text.strip():
                break
            last += 1
        self._slots += html_slots(self._source, start, self._lines[last - 1].end)
        return last

    def _is_table(self, number: int) -> bool:
        text = self._lines[number].text
        text = text[_match_end(_QUOTE, text) :]
        return "-" in text and ("|" in text or ":" in text) and bool(_TABLE_RULE.match(text))

    def _table(self, number: int, start: int) -> int:
        """The rows of a table, to a line without a bar."""
        self._cells(start, self._lines[number].end)
        number += 2
        while number < len(self._lines):
            line = self._lines[number]
            body = line.start + _match_end(_QUOTE, line.text)
            if "|" not in self._source[body : line.end]:
                break
            self._cells(body, line.end)
            number += 1
        return number

    def _cells(self, start: int, end: int) -> None:
        edges, at = [start], start
        while found := _CELL_EDGE.search(self._source, at, end):
            at = found.end()
            if found["ticks"]:
                closing = re.compile(rf"(?<!`){found['ticks']}(?!`)").search(self._source, at, end)
                at = closing.end() if closing and "|" not in self._source[at : closing.start()] else at
            elif found["edge"]:
                edges.append(found.start())
        for first, last in zip(edges, [*edges[1:], end], strict=True):
            first += self._source[first : first + 1] == "|"
            self._slots += inline_slots(Flat(self._source, [(first, last)]), self._labels, table=True)


def _heading_end(text: str) -> int:
    """Where a heading's text ends: before closing `#` signs and attributes (`{#id}`)."""
    text = text.rstrip(" \t")
    if text.endswith("}") and "{" in text:
        text = text[: text.rindex("{")].rstrip(" \t")
    bare = text.rstrip("#")
    return len(bare.rstrip(" \t")) if bare.endswith((" ", "\t")) else len(text)


def _match_end(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.match(text)
    return found.end() if found else 0


def _width(text: str) -> int:
    """The width of the indent, a tab going to the next multiple of four."""
    width = 0
    for character in text:
        if character == "\t":
            width += 4 - width % 4
        elif character == " ":
            width += 1
        else:
            break
    return width
