"""Pieces of a sentence that is too long for the engine, cut where a reader would pause.

The sentence is halved until every piece fits: at the strongest punctuation in its middle part, else at weaker
punctuation, before a conjunction or preposition, at a space, and inside a giant run without spaces between two
characters.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

from translator.text.word_list import words

__all__ = ["split_clauses", "uncapitalised"]

_LINKS = (
    r"(?:et|ou|mais|car|donc|or|ni|qui|que|qu['’]|dont|où|lorsqu|quand|puisqu|tandis|alors|afin|parce|pour|sans|si|s['’]il"
    r"|comme|ainsi|après|avant|selon|malgré|bien|notamment|y\scompris|ce\squi|ce\squ|auquel|à\slaquelle|lequel|laquelle)"
)
_PREPOSITIONS = r"d['’]|(?:de|du|des|à|au|aux|en|dans|sur|par|avec|entre|vers|contre|sous|chez|depuis)\s"
_PLACES = (
    re.compile(r"[;.!?…][»”\")\]]*\s|:\s(?!\d)|\s(?=[—–]\s)"),
    re.compile(rf",\s(?={_LINKS})", re.IGNORECASE),
    re.compile(r",\s|[)\]»”]\s|\s(?=[(«“])"),
    re.compile(rf"\s(?={_LINKS}\b)", re.IGNORECASE),
    re.compile(rf"\s(?={_PREPOSITIONS})", re.IGNORECASE),
    # A space that holds a number (`90 000`), a sign (`14 %`, `« mot »`) or an elided word (`l' OTAN`) to its neighbour
    # is none to cut at; nor is a no-break space.
    re.compile(r"(?<![\d«“'’])[^\S\u00a0\u202f](?![»”:;!?%€$\d])"),
)
"""Places to cut in order of strength; the cut is at the end of the match."""

_FIRST_WORD = re.compile(r"[A-Z][a-z]*(?![\w'’-])")
_SMALL_WORDS = words(
    "a about according after against all also although among an and any as at because before between both but by "
    "during each either every for from he her his if in including into it its neither nor not of on or our over prior "
    "she since so some such that the their then there these they this those through to under we what when where "
    "whereas which while who whose with within without you"
)
"""English words that are no names where a model has begun a clause with them as if it were a sentence."""

_SPACES = re.compile(r"\s+")

_JOINERS = "\u200d\ufe0e\ufe0f"
"""Zero width joiner and variation selectors: parts of the emoji before them."""

_MIDDLE = 0.25
"""A cut at punctuation leaves at least this part of the text on either side."""


def split_clauses(
    sentence: str,
    limit: int,
    count: Callable[[str], int],
    protected: Sequence[tuple[int, int]] = (),
) -> list[tuple[int, int]]:
    """Spans `(start, end)`, in characters, of pieces of `sentence` that `count` measures at `limit` or less.

    Between the pieces, and around them, there is only white space; none is empty. A cut falls inside a `protected` span
    (an occurrence of a term) only if that span alone is over the limit. A single character is never cut, even if
    `count` finds it too long.
    """
    guards = _merged(protected)
    spans: list[tuple[int, int]] = []
    todo = [(0, len(sentence))]
    while todo:
        start, end = _trimmed(sentence, *todo.pop())
        if start == end:
            continue
        if count(sentence[start:end]) <= limit:
            spans.append((start, end))
            continue
        cut = _best_cut(sentence, start, end, guards)
        if cut is None:
            spans.append((start, end))
        else:
            todo += [(cut, end), (start, cut)]
    return spans


def uncapitalised(english: str) -> str:
    """The translation of a clause that goes on a sentence, its first word without the capital of a sentence.

    Words that may be names keep theirs.
    """
    first = _FIRST_WORD.match(english)
    return english[0].lower() + english[1:] if first and first[0].lower() in _SMALL_WORDS else english


def _best_cut(text: str, start: int, end: int, guards: list[tuple[int, int]]) -> int | None:
    """Where best to cut `text[start:end]` in two; `None` if it is a single character."""
    middle = (start + end) // 2
    margin = int((end - start) * _MIDDLE)
    for allowed in (guards, []) if guards else ([],):
        for pattern in _PLACES:
            cuts = (match.end() for match in pattern.finditer(text, start + margin, end - margin))
            if (cut := _nearest(cuts, middle, start, end, allowed)) is not None:
                return cut
        spaces = (match.end() for match in _SPACES.finditer(text, start, end))
        if (cut := _nearest(spaces, middle, start, end, allowed)) is not None:
            return cut
        if (cut := _nearest(_character_cuts(text, middle, allowed), middle, start, end, allowed)) is not None:
            return cut
    return None if end - start == 1 else middle


def _character_cuts(text: str, middle: int, guards: list[tuple[int, int]]) -> Iterable[int]:
    """Cuts between two characters at or beside the middle: around the guard that holds it, not before an accent."""
    cut = middle
    while cut < len(text) and (unicodedata.combining(text[cut]) or text[cut] in _JOINERS or text[cut - 1] == "\u200d"):
        cut += 1
    return _guard_of(middle, guards) or _guard_of(cut, guards) or (cut,)


def _nearest(cuts: Iterable[int], middle: int, start: int, end: int, guards: list[tuple[int, int]]) -> int | None:
    """The cut nearest to the middle that is inside the text and inside no guard."""
    free = (cut for cut in cuts if start < cut < end and not _guard_of(cut, guards))
    return min(free, key=lambda cut: abs(cut - middle), default=None)


def _guard_of(cut: int, guards: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The guard that a cut would go through, if any."""
    index = bisect_right(guards, (cut, -1)) - 1
    return guards[index] if index >= 0 and guards[index][0] < cut < guards[index][1] else None


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that overlap made one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif start < end:
            merged.append((start, end))
    return merged


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
