"""Which words of the source each word of a translation comes from, read off the model's attention."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from translator.engine.tokenizers import Span

Row = Sequence[float]
"""What one piece of the target pays to each piece of the source; what is beyond the last of them is the end's."""

SHARE = 0.5
"""A source word is linked if it has at least this share of the attention that the best one has."""

_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True)
class Link:
    """A word (or punctuation mark) of the target and the word of the source that it comes from.

    `target` and `source` are character spans. `weight` is the attention, 0 to 1, that the target word's pieces pay to
    the source word on average.
    """

    target: Span
    source: Span
    weight: float


@dataclass(frozen=True, eq=False)
class Attention:
    """The attention of one hypothesis. The spans are those of its pieces, in characters, in `source` and in its text.

    `first_row`, if given, fetches the true row of the first piece, which `raw` has wrong (see engine.py).
    """

    source: str
    source_spans: Sequence[Span]
    target_spans: Sequence[Span]
    raw: Sequence[Row]
    first_row: Callable[[], Row] | None = None

    @cached_property
    def weights(self) -> Sequence[Row]:
        """`weights[i][j]` is what target piece `i` pays to source piece `j`."""
        return self.raw if self.first_row is None else [self.first_row(), *self.raw[1:]]


def words(text: str) -> list[Span]:
    """The words of a text: runs of letters, digits and `_`; every other sign by itself. `l'OTAN` is three."""
    return [match.span() for match in _WORD.finditer(text)]


def paid(
    target: str, attention: Attention, weights: Sequence[Row], stretches: Sequence[tuple[int, int]]
) -> list[list[float]]:
    """What each word of the target pays (0 to 1) to each stretch of source words, from one up to another.

    `weights` are those of the attention, true or raw. Plain Python is as fast here as NumPy, which would have to be
    imported, and read the rows first.
    """
    of_source = _shares(attention.source_spans, words(attention.source))
    of_target = _shares(attention.target_spans, words(target))
    found: list[list[float]] = []
    for first, stop in stretches:
        columns: dict[int, float] = {}
        for pieces in of_source[first:stop]:
            for piece, share in pieces:
                columns[piece] = columns.get(piece, 0.0) + share
        begin = min(columns, default=0)
        end = begin + len(columns)
        if all(begin <= piece < end and share == 1.0 for piece, share in columns.items()):
            by_piece = [sum(row[begin:end]) for row in weights]
        else:
            by_piece = [sum([row[piece] * share for piece, share in columns.items()]) for row in weights]
        found.append(
            [by_piece[pieces[0][0]] if len(pieces) == 1 else _mean(by_piece, pieces) for pieces in of_target]
        )
    return found


def links(target: str, attention: Attention) -> tuple[Link, ...]:
    """The word alignment of a hypothesis, in the order of its words; each word has one link or more, best first."""
    source_words = words(attention.source)
    columns = paid(target, attention, attention.weights, [(n, n + 1) for n in range(len(source_words))])
    found: list[Link] = []
    for word, row in zip(words(target), zip(*columns, strict=True), strict=False):
        best = max(row)
        if best > 0:
            chosen = sorted((-weight, n) for n, weight in enumerate(row) if weight >= SHARE * best)
            found += [Link(word, source_words[n], -weight) for weight, n in chosen]
    return tuple(found)


def _mean(values: Sequence[float], pieces: Sequence[tuple[int, float]]) -> float:
    """The mean over the pieces of a word, weighted with their shares in it; none pays nothing."""
    total = sum([share for _, share in pieces])
    return sum([values[piece] * share for piece, share in pieces]) / total if total else 0.0


def _shares(pieces: Sequence[Span], word_spans: Sequence[Span]) -> list[list[tuple[int, float]]]:
    """For each word its pieces, and the share of each, in characters, that stands in it.

    A piece without characters (all but the last byte of a letter spelt in bytes) belongs to the character it stands at.
    """
    found: list[list[tuple[int, float]]] = [[] for _ in word_spans]
    first = 0
    for piece, (start, end) in enumerate(pieces):
        end = max(end, start + 1)
        while first < len(word_spans) and word_spans[first][1] <= start:
            first += 1
        for number in range(first, len(word_spans)):
            begin, stop = word_spans[number]
            if begin >= end:
                break
            found[number].append((piece, (min(end, stop) - max(start, begin)) / (end - start)))
    return found
