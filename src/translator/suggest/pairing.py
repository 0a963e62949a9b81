"""Names in pairs of sentences: where a French name ends is told by the run of capitals that renders it in English."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translator.suggest.align import Aligner, wording
from translator.suggest.names import Chains, at_beginning, beginnings
from translator.suggest.words import CONNECTORS, Token, is_inside_english, is_small_english
from translator.text.word_list import words

_LEAST = 0.55
"""The score under which a run of capitals does not render a name."""

_LONGER = 0.015
"""What each word more on either side is worth, so that of two good pairs the longer one is taken."""

_ONE_OF_TWO = 0.8
"""What is left of a pair in which only the English has an `and`."""

_CUT = 0.75
"""What is left of a pair that goes on in both languages."""

_OPEN = words("de d' du des pour sur contre à au aux en")
_OPEN_ENGLISH = words("of for on against to in")


@dataclass(frozen=True, slots=True)
class PairedName:
    """A French name, by its first token and the one after its last, its English wording and their score (0 to 1)."""

    first: int
    last: int
    rendering: str
    score: float


def paired_names(
    french: Sequence[Token],
    free: Sequence[bool],
    solid: Sequence[bool],
    english: Sequence[Token],
    chains: Chains,
    aligner: Aligner,
) -> Iterator[PairedName]:
    """The names that begin where `free` is true and have a rendering in capitals, apart, in their order.

    None ends before a token where `solid` is true.
    """
    spans = [span for run in capital_runs(english) for span in _parts(english, *run)]
    after = 0
    for first in beginnings(french):
        if first < after or not free[first] or not french[first].is_capital:
            continue
        if at_beginning(french, first) and not chains.begins_names(french[first]):
            continue
        best = _best(french, first, chains.ends(french, first, solid), english, spans, aligner)
        if best is not None:
            yield best
            after = best.last


def capital_runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The longest stretches of capitalised English words, small words between them included."""
    n = 0
    while n < len(tokens):
        if not _is_capital(tokens[n]):
            n += 1
            continue
        first, last = n, n + 1
        while n < len(tokens) and (_is_capital(tokens[n]) or is_inside_english(tokens[n])):
            n += 1
            if _is_capital(tokens[n - 1]):
                last = n
        yield first, last


def _is_capital(token: Token) -> bool:
    return token.text[0].isupper() and not is_small_english(token)


def _parts(tokens: Sequence[Token], first: int, last: int) -> Iterator[tuple[int, int, float]]:
    """The parts of a run that begin and end with capitals, and how much each suffers from being cut out of it."""
    capitals = [n for n in range(first, last) if _is_capital(tokens[n])]
    for a in capitals:
        for b in capitals:
            if a <= b < a + 14:
                cost = 1.0
                if a > first:
                    cost *= 0.85 if _is_capital(tokens[a - 1]) else 0.95
                if b + 1 < last:
                    cost *= 0.85 if _is_capital(tokens[b + 1]) else 0.93
                yield a, b + 1, cost


def _is_cut(tokens: Sequence[Token], end: int, joints: frozenset[str]) -> bool:
    return end < len(tokens) and tokens[end].key in joints


def _best(
    french: Sequence[Token],
    first: int,
    ends: Iterator[int],
    english: Sequence[Token],
    spans: Sequence[tuple[int, int, float]],
    aligner: Aligner,
) -> PairedName | None:
    best: PairedName | None = None
    best_value = 0.0
    rows: list[list[float]] = []
    done, joins = first, False
    for last in ends:
        joins = joins or any(token.key == "et" for token in french[done:last])
        for token in french[done:last]:
            if token.key not in CONNECTORS:
                rows.append([aligner.strength(token, other) for other in english])
        done = last
        if len(rows) < 2:
            continue
        for begin, end, cost in spans:
            columns = [n for n in range(begin, end) if not is_small_english(english[n])]
            if len(columns) < 2 or len(columns) > 2 * len(rows) + 2:
                continue
            forth = sum(max(row[n] for n in columns) for row in rows) / len(rows)
            back = sum(max(row[n] for row in rows) for n in columns) / len(columns)
            if not forth or not back:
                continue
            score = 2 * forth * back / (forth + back) * cost
            if any(english[n].key == "and" for n in range(begin, end)) and not joins:
                score *= _ONE_OF_TWO
            if _is_cut(french, last, _OPEN) and _is_cut(english, end, _OPEN_ENGLISH):
                score *= _CUT
            value = score + _LONGER * (len(rows) + len(columns))
            if score >= _LEAST and value > best_value and max(rows[-1]) > 0.3:
                best_value = value
                best = PairedName(first, last, wording(english[begin:end]), score)
    return best
