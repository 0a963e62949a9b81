"""French typography in an English text: guillemets, spaces before punctuation, numbers as French writes them.

Rules after the Canadian style guides for English (The Canadian Style, 7 and 8): curly double quotation marks, single
ones inside them, comma and full stop before the closing mark, no space before a sign of punctuation.
"""

from __future__ import annotations

import re

from translator.text.numbers import repair_format
from translator.text.protected import find_protected

__all__ = ["to_english"]

_S = "[ \t\u00a0\u2009\u202f]"
_SIGNS = re.compile("[\u202f°º]|[ \t\u00a0\u2009](?=[;:!?.,%'’])|  |m\\.\\.", re.IGNORECASE)
"""What French typography leaves in an English text, guillemets aside: without it there is nothing to do."""
_GUILLEMETS = re.compile("[«»‹›]")
_OPEN = re.compile(rf"«{_S}{{0,8}}")
_CLOSE = re.compile(rf"{_S}{{0,8}}»")
_OPEN_SINGLE = re.compile(rf"‹{_S}{{0,8}}")
_CLOSE_SINGLE = re.compile(rf"{_S}{{0,8}}›")
_QUOTED = re.compile("[“”]")
_STRAIGHT = re.compile(r'"')

_BEFORE_SIGN = re.compile(
    rf"(?<=[^\s]){_S}{{1,8}}(?=[;:!?]{{1,4}}(?:[\s\"'”’)\]»›,.]|$))(?!:[:=]|!=|[;:][)(DPp\-]|\?\?\?)"
)
_BEFORE_STOP = re.compile(rf"(?<=[\w)\]”’»›\"'%°!?…]){_S}{{1,8}}(?=[,.](?:[\s”’\"»›)]|$))(?![,.]{{2}})")
_BEFORE_PERCENT = re.compile(rf"(?<=[0-9]){_S}{{1,4}}(?=%(?!\w))")
_INSIDE = re.compile(rf"(?<=“){_S}{{1,8}}|{_S}{{1,8}}(?=”)")
_POSSESSIVE = re.compile(rf"(?<=\w){_S}+(?=['’]s(?!\w))")
_DOUBLE = re.compile(r"(?<=\S) {2,}(?=\S)")
_NUMERO = re.compile(rf"(?<!\w)[nN][°º]{_S}{{0,4}}(?=[0-9])")
_NO = re.compile(rf"(?<![\w.])no(?P<several>s?){_S}(?=[0-9])")
_ABBREVIATION_STOP = re.compile(r"(?<!\w)([ap]\.m\.)\.(?!\.)", re.IGNORECASE)
_AFTER_CLOSING = re.compile(r"”(?=\w)")
_COMMA_OUTSIDE = re.compile(r"([^\s.,;:!?…“‘])(”|’”)([,.])(?![.\w])")
_STOP_TWICE = re.compile(r"([.!?…])(”|’”)\.(?!\.)")
_SAID = re.compile(r"([!?…])(”|’”),(?= (?:he|she|they|I|we|it|said|says|added|asked|the|an?|M[rs]s?\.) )")
_COMMA_TWICE = re.compile(r"\.(”|’”),")


def to_english(source: str, target: str) -> str:
    """`target`, an English translation of the French `source`, with the French typography left in it made English.

    Guillemets become curly quotation marks (single ones inside others), spaces before `; : ! ? , .` and `%` and inside
    quotation marks go, numbers copied as French writes them are written as English does. Line breaks, dashes and
    protected spans (URLs, code, placeholders…) stay. Text with nothing French in it stays as it is.
    """
    french = bool(_GUILLEMETS.search(source) or _GUILLEMETS.search(target))
    if not (french or _SIGNS.search(target) or _NO.search(source)):
        return repair_format(source, target)
    masked, kept = _mask(target)
    for pattern in (_BEFORE_SIGN, _BEFORE_STOP, _BEFORE_PERCENT, _POSSESSIVE):
        masked = pattern.sub("", masked)
    masked = masked.replace("\u202f", " ")
    masked = _quotes(masked, french=french)
    if not _DOUBLE.search(source):
        masked = _DOUBLE.sub(" ", masked)
    if _NO.search(source):
        masked = _NO.sub(lambda found: "Nos. " if found["several"] else "No. ", masked)
    masked = _ABBREVIATION_STOP.sub(r"\1", _NUMERO.sub("No. ", masked))
    return repair_format(source, _unmask(masked, kept))


def _quotes(text: str, *, french: bool) -> str:
    """Guillemets to curly marks by depth; if there were any in the source, straight pairs and commas follow suit."""
    if not french:
        return text
    text = _CLOSE_SINGLE.sub("›", _OPEN_SINGLE.sub("‹", _CLOSE.sub("»", _OPEN.sub("«", text))))
    lines = [_nested(line) for line in text.split("\n")]
    text = _INSIDE.sub("", "\n".join(lines))
    text = _AFTER_CLOSING.sub("” ", text)
    text = _STOP_TWICE.sub(r"\1\2", _COMMA_TWICE.sub(r",\1", _SAID.sub(r"\1\2", text)))
    return _COMMA_OUTSIDE.sub(r"\1\3\2", text)


def _nested(line: str) -> str:
    """One line with its quotation marks by depth: “ ‘ ’ ”; straight marks are paired in order."""
    out, depth, straight = [], 0, line.count('"') % 2 == 0
    inside_straight = False
    for c in line:
        if c == '"' and straight:
            c, inside_straight = ("»" if inside_straight else "«"), not inside_straight
        if c in "«“‹":
            out.append("‘" if (depth % 2 and c != "“") or c == "‹" else "“")
            depth += 1
        elif c in "»”›":
            depth = max(0, depth - 1)
            out.append("’" if (depth % 2 and c != "”") or c == "›" else "”")
        else:
            out.append(c)
    return "".join(out)


def _mask(text: str) -> tuple[str, list[str]]:
    """The text with a private character, that it has nowhere, for each protected span; that character and the spans."""
    mark = _mark(text)
    pieces, kept, last = [], [], 0
    for start, end in find_protected(text):
        pieces += [text[last:start], mark]
        kept.append(text[start:end])
        last = end
    pieces.append(text[last:])
    return "".join(pieces), [mark, *kept]


def _mark(text: str) -> str:
    return next(chr(code) for code in range(0xE000, 0xF8FF) if chr(code) not in text)


def _unmask(masked: str, kept: list[str]) -> str:
    mark, *spans = kept
    pieces = masked.split(mark)
    return "".join(a + b for a, b in zip(pieces, [*spans, ""], strict=True))
