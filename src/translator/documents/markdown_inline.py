"""Inline Markdown as items: emphasis, links and images, code, HTML tags, footnote marks, addresses, escapes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from functools import partial
from html import unescape

from translator.documents.html import inline_items
from translator.documents.markup_tokens import tag_at
from translator.documents.stretch import Escape, Item, make_stretch, text_items, write_tags
from translator.documents.template import Slot

__all__ = ["Flat", "inline_slots", "label_key"]

_ADDRESS = r"(?<![\w])(?:https?://|ftp://|www\.)[^\s<>]*[^\s<>?!.,:*_~'\")\]]"
_TOKEN = re.compile(
    r"(?P<break>(?: {2,}|\\)\n)"
    r"|(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<ticks>`+)"
    r"|(?P<auto><[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>|<[\w.+-]+@[\w.-]+>)"
    r"|(?P<html><(?=[A-Za-z/!]))"
    r"|(?P<template>\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}|\{[#.:][^{}\n]*\})"
    r"|(?P<math>\$(?=\S)[^$\n]*[^$\s]\$(?![0-9$]))"
    r"|(?P<note>\[\^[^\[\]\s]{1,200}\])"
    r"|(?P<open>!?\[)|(?P<close>\])"
    r"|(?P<run>\*+|_+|~~(?!~))"
    rf"|(?P<address>{_ADDRESS})"
    r"|(?P<entity>&[#A-Za-z0-9]{2,32};)"
    r"|(?P<space>\s+)"
    r"|(?P<text>[^\s\\`<{$!\[\]*_~&]+?(?=(?:https?://|ftp://|www\.))|[^\s\\`<{$!\[\]*_~&]+|.)",
)
_AFTER_LINK = re.compile(
    r"\(\s*(?:<[^<>\n]*>|(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.|\([^\s()]*\))*\))*)"
    r"(?:\s+(?:\"(?P<double>(?:[^\"\\]|\\.)*)\"|'(?P<single>(?:[^'\\]|\\.)*)'|\((?P<round>(?:[^()\\]|\\.)*)\)))?\s*\)"
)
_LABEL = re.compile(r"\[(?P<label>[^\[\]]{0,999})\]")
_BLOCK_START = re.compile(r"(?:[#>+-]|[0-9]{1,9}[.)])(?=\s)|[=-]+\Z")
_SPECIAL = "\\`[]<"


@dataclass(frozen=True)
class Flat:
    """The lines of a paragraph without what begins each (indents, `>`), and where each of them stands in the source."""

    source: str
    lines: Sequence[tuple[int, int]]

    @property
    def text(self) -> str:
        """The lines joined by single line feeds."""
        return "\n".join(self.source[start:end] for start, end in self.lines)

    def offsets(self) -> _Offsets:
        """The way from the text to the source."""
        starts, at = [], 0
        for start, end in self.lines:
            starts.append(at)
            at += end - start + 1
        return _Offsets(starts, self.lines)


@dataclass(frozen=True)
class _Offsets:
    starts: Sequence[int]
    lines: Sequence[tuple[int, int]]

    def __call__(self, at: int) -> int:
        line = bisect_right(self.starts, at) - 1
        return self.lines[line][0] + at - self.starts[line]


@dataclass
class _Run:
    """A run of `*`, `_` or `~~` and what became of its signs: pairs that it closes and opens, as (id, length)."""

    start: int
    length: int
    sign: str
    opens: bool
    closes: bool
    closed: list[tuple[int, int]] = field(default_factory=list)
    opened: list[tuple[int, int]] = field(default_factory=list)

    @property
    def left(self) -> int:
        """How many signs are not used yet."""
        return self.length - sum(count for _, count in self.closed + self.opened)


@dataclass
class _Bracket:
    node: int
    start: int
    image: bool


def label_key(label: str) -> str:
    """The label of a link reference as it is compared."""
    return " ".join(label.split()).casefold()


def inline_slots(flat: Flat, labels: Collection[str], *, table: bool = False) -> list[Slot]:
    """The stretches of a paragraph, cut at hard line breaks. `labels` are the link references that are defined."""
    parser = _Parser(flat, labels, table)
    return parser.slots()


class _Parser:
    """Reads tokens into items and runs of emphasis; what handles a token returns where the next one begins."""

    def __init__(self, flat: Flat, labels: Collection[str], table: bool) -> None:
        self._labels, self._table = labels, table
        self._text = flat.text
        self._source = flat.source
        self._at = flat.offsets()
        self._nodes: list[Item | _Run] = []
        self._brackets: list[_Bracket] = []
        self._slots: list[Slot] = []
        self._ids = 0
        self._ticks: dict[int, list[int]] = {}
        for found in re.finditer("`+", self._text):
            self._ticks.setdefault(len(found.group()), []).append(found.start())

    def slots(self) -> list[Slot]:
        """All stretches, and what is to be read inside their tags."""
        position = 0
        while position < len(self._text):
            token = _TOKEN.match(self._text, position)
            assert token
            position = self._handle(token)
        run: list[Item] = []
        links = 0
        for item in self._resolved(self._nodes):
            if item.name == "break":
                if not links:
                    self._stretch(run)
                    run = []
                    continue
                run.append(Item("text", item.start, item.start, " "))
            links += (item.kind == "open") - (item.kind == "close") if item.name.startswith("link ") else 0
            run.append(item)
        self._stretch(run)
        return self._slots

    def _stretch(self, items: Sequence[Item]) -> None:
        stretch = make_stretch(items, write_tags(self._escape_for(items)))
        if stretch:
            self._slots.append(stretch)

    def _handle(self, token: re.Match[str]) -> int:
        kind, raw, start, end = token.lastgroup, token.group(), token.start(), token.end()
        if kind == "break":
            self._nodes.append(self._item("point", start, end, name="break"))
            return end
        if kind == "ticks":
            return self._code(start, end)
        if kind == "html":
            return self._html(start)
        if kind == "open":
            self._brackets.append(_Bracket(len(self._nodes), start, raw[0] == "!"))
        elif kind == "close":
            return self._close(start)
        elif kind == "run":
            self._nodes.append(self._run(start, end))
            return end
        if kind == "escape":
            return self._add("text", start, end, raw[1:])
        if kind == "entity":
            return self._add("text", start, end, unescape(raw))
        if kind == "note":
            return self._add("point", start, end)
        if kind in ("auto", "template", "math", "address"):
            return self._add("opaque", start, end, raw[1:-1] if kind == "auto" else raw)
        return self._add("text", start, end, raw)

    def _item(
        self, kind: str, start: int, end: int, text: str = "", name: str = "", literal: str | None = None
    ) -> Item:
        return Item(kind, self._at(start), self._at(end), text, name, literal)

    def _add(self, kind: str, start: int, end: int, text: str = "") -> int:
        self._nodes.append(self._item(kind, start, end, text))
        return end

    def _escape_for(self, items: Sequence[Item]) -> Escape:
        """The brackets and such that stand unescaped in the source's text may do so in the translation."""
        texts = [item for item in items if item.kind == "text"]
        bare = "".join(item.text if item.end - item.start == len(item.text) else "\0" for item in texts)
        return partial(_escaped, frozenset(bare) - frozenset("*_"), self._table, bool(_BLOCK_START.match(bare)))

    def _code(self, start: int, end: int) -> int:
        """A code span, or the backticks of none."""
        same_length = self._ticks.get(end - start, [])
        closing = bisect_left(same_length, end)
        if closing == len(same_length):
            return self._add("text", start, end, self._text[start:end])
        stop = same_length[closing]
        code = self._text[end:stop].replace("\n", " ")
        inner = code[1:-1] if code.strip() and code[0] == code[-1] == " " else code
        return self._add("opaque" if inner.strip() else "point", start, stop + end - start, inner.strip())

    def _html(self, start: int) -> int:
        """An HTML tag or comment, or the sign `<`."""
        at = self._at(start)
        line = bisect_right(self._at.starts, start) - 1
        token = tag_at(self._source, at, self._at.lines[line][1])
        if token is None:
            return self._add("text", start, start + 1, "<")
        self._nodes += inline_items(self._source, token, self._slots)
        return start + token.end - token.start

    def _close(self, start: int) -> int:
        """The end of a link or an image, or the sign `]`."""
        if not self._brackets:
            return self._add("text", start, start + 1, "]")
        bracket = self._brackets.pop()
        inner = self._text[bracket.start + (2 if bracket.image else 1) : start][:1000]
        target, label = _AFTER_LINK.match(self._text, start + 1), _LABEL.match(self._text, start + 1)
        stop, literal = start + 1, None
        if target:
            stop = target.end()
            kind = target.lastgroup
            if kind and not bracket.image:
                self._value(target.start(kind), target.end(kind))
        elif label and label_key(label["label"] or inner) in self._labels:
            stop = label.end()
            literal = None if label["label"] else f"][{inner}]"
        elif label_key(inner) in self._labels:
            literal = f"][{inner}]"
        else:
            return self._add("text", start, start + 1, "]")
        if bracket.image:
            alt = self._resolved(self._nodes[bracket.node + 1 :])
            if literal is None:
                self._stretch(alt)
            self._nodes[bracket.node :] = [self._item("point", bracket.start, stop)]
            return stop
        name = f"link {self._next_id()}"
        self._nodes[bracket.node] = self._item("open", bracket.start, bracket.start + 1, name=name)
        self._nodes.append(self._item("close", start, stop, name=name, literal=literal))
        # No link lies in a link.
        for outer in self._brackets:
            if not outer.image:
                self._brackets.remove(outer)
                break
        return stop

    def _value(self, start: int, end: int) -> None:
        """The title of a link."""
        items = text_items(self._source, self._at(start), self._at(end), unescape)
        stretch = make_stretch(list(items), write_tags(_escaped_title))
        if stretch:
            self._slots.append(stretch)

    def _run(self, start: int, end: int) -> _Run:
        """A run of emphasis signs; what stands on both sides says whether it can open and close (CommonMark)."""
        before, after = self._text[start - 1 : start] or " ", self._text[end : end + 1] or " "
        left = not after.isspace() and (not _punctuation(after) or before.isspace() or _punctuation(before))
        right = not before.isspace() and (not _punctuation(before) or after.isspace() or _punctuation(after))
        sign = self._text[start]
        if sign == "_":
            left, right = left and (not right or _punctuation(before)), right and (not left or _punctuation(after))
        return _Run(start, end - start, sign, left, right)

    def _next_id(self) -> int:
        self._ids += 1
        return self._ids

    def _resolved(self, nodes: Sequence[Item | _Run]) -> list[Item]:
        """The nodes with the runs of emphasis as tags and as the text that is left of them."""
        _pair_runs([node for node in nodes if isinstance(node, _Run)], self._next_id)
        items: list[Item] = []
        for node in nodes:
            if isinstance(node, Item):
                items.append(node)
                continue
            at = node.start
            for number, count in node.closed:
                items.append(self._item("close", at, at + count, name=f"run {number}"))
                at += count
            if node.left:
                items.append(self._item("text", at, at + node.left, self._text[at : at + node.left]))
                at += node.left
            for number, count in reversed(node.opened):
                items.append(self._item("open", at, at + count, name=f"run {number}"))
                at += count
        return items


def _pair_runs(runs: Sequence[_Run], next_id: Callable[[], int]) -> None:
    """Match the runs that close emphasis with those that open it, innermost first."""
    waiting: list[_Run] = []
    for run in runs:
        while run.closes and run.left:
            opener = next(
                (
                    n
                    for n in range(len(waiting) - 1, max(-1, len(waiting) - 200), -1)
                    if waiting[n].sign == run.sign and not _unmatched_lengths(waiting[n], run)
                ),
                None,
            )
            if opener is None:
                break
            found = waiting[opener]
            count = 2 if min(found.left, run.left) > 1 else 1
            number = next_id()
            found.opened.append((number, count))
            run.closed.append((number, count))
            del waiting[opener + (1 if found.left else 0) :]
        if run.opens and run.left:
            waiting.append(run)


def _unmatched_lengths(opener: _Run, closer: _Run) -> bool:
    """The rule of three: runs that could both open and close, with lengths that add up to a multiple of three."""
    both = (opener.opens and opener.closes) or (closer.opens and closer.closes)
    whole = opener.length % 3 == 0 and closer.length % 3 == 0
    return opener.sign != "~" and both and (opener.length + closer.length) % 3 == 0 and not whole


def _punctuation(character: str) -> bool:
    return not character.isalnum() and not character.isspace()


def _escaped(allowed: frozenset[str], table: bool, block_start: bool, text: str) -> str:
    """Text as Markdown: a backslash before each sign that would mean something there and does not in the source."""
    pieces = []
    for at, sign in enumerate(text):
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        alone = (before.isspace() and after.isspace()) or (sign == "_" and before.isalnum() and after.isalnum())
        if table and sign == "|":
            pieces.append("\\")
        elif sign in "*_":
            pieces.append("" if alone else "\\")
        elif sign in _SPECIAL and sign not in allowed:
            pieces.append("\\" if sign != "<" or re.match(r"[A-Za-z/!?]", after) else "")
        elif sign == "&" and re.match(r"&#?[A-Za-z0-9]{1,32};", text[at : at + 40]):
            pieces.append("&amp;")
            continue
        pieces.append(sign)
    escaped = "".join(pieces)
    start = None if block_start else _BLOCK_START.match(escaped)
    return escaped[: start.end() - 1] + "\\" + escaped[start.end() - 1 :] if start else escaped


def _escaped_title(text: str) -> str:
    return re.sub(r"([\\\"'()])", r"\\\1", text)
