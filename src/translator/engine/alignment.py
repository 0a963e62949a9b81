"""Which words of the source each word of a translation comes from, read off the model's attention."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from translator.engine.tokenizers import Span

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
    raw: NDArray[np.float32]
    first_row: Callable[[], Sequence[float]] | None = None

    @cached_property
    def weights(self) -> NDArray[np.float32]:
        """`weights[i, j]` is what target piece `i` pays to source piece `j`."""
        if self.first_row is None:
            return self.raw
        weights = self.raw.copy()
        weights[0] = self.first_row()[: weights.shape[1]]
        return weights


def words(text: str) -> list[Span]:
    """The words of a text: runs of letters, digits and `_`; every other sign by itself. `l'OTAN` is three."""
    return [match.span() for match in _WORD.finditer(text)]


def word_table(
    target: str, attention: Attention, weights: NDArray[np.float32]
) -> tuple[list[Span], list[Span], NDArray[np.float32]]:
    """The words of the target, those of the source, and what each of the former pays to each of the latter (0 to 1).

    `weights` are those of the attention, true or raw.
    """
    import numpy as np

    source_words, target_words = words(attention.source), words(target)
    if not source_words or not target_words or not weights.size:
        return target_words, source_words, np.zeros((len(target_words), len(source_words)), np.float32)
    to_target = _shares(attention.target_spans, target_words)
    to_target /= to_target.sum(axis=0).clip(min=1e-9)
    table = to_target.T @ weights @ _shares(attention.source_spans, source_words)
    return target_words, source_words, np.asarray(table, dtype=np.float32)


def links(target: str, attention: Attention) -> tuple[Link, ...]:
    """The word alignment of a hypothesis, in the order of its words; each word has one link or more, best first."""
    target_words, source_words, table = word_table(target, attention, attention.weights)
    if not table.size:
        return ()
    import numpy as np

    best = table.max(axis=1, keepdims=True)
    rows, columns = ((table >= SHARE * best) & (best > 0)).nonzero()
    weights = table[rows, columns]
    order = np.lexsort((columns, -weights, rows))
    return tuple(
        Link(target_words[row], source_words[column], weight)
        for row, column, weight in zip(
            rows[order].tolist(), columns[order].tolist(), weights[order].tolist(), strict=True
        )
    )


def _shares(pieces: Sequence[Span], word_spans: Sequence[Span]) -> NDArray[np.float32]:
    """For each piece (row) the share of it, in characters, that stands in each word (column).

    A piece without characters (all but the last byte of a letter spelt in bytes) belongs to the character it stands at.
    """
    import numpy as np

    piece = np.asarray(pieces, dtype=np.int32).reshape(-1, 2)
    word = np.asarray(word_spans, dtype=np.int32)
    start, end = piece[:, :1], np.maximum(piece[:, 1:], piece[:, :1] + 1)
    overlap = np.minimum(end, word[:, 1]) - np.maximum(start, word[:, 0])
    return np.asarray(overlap.clip(min=0) / (end - start), dtype=np.float32)
