"""Which texts are decoded together: those of equal lengths, so that none is padded and company changes nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

BATCH_TEXTS = 32
BATCH_TOKENS = 1024
"""Limits of one batch; larger ones are no faster on a CPU and need more memory."""


def batches(lengths: Sequence[tuple[int, int]], first: Sequence[bool] = ()) -> Iterator[list[int]]:
    """Indices of items of one length, longest first, in batches; those of no length are left out.

    Of one length, those marked `first` come first.
    """
    groups: dict[tuple[int, int], list[int]] = defaultdict(list)
    for index, key in enumerate(lengths):
        if key[0]:
            groups[key].append(index)
    for key in sorted(groups, reverse=True):
        group = sorted(groups[key], key=lambda index: not first[index]) if first else groups[key]
        size = max(1, min(BATCH_TEXTS, BATCH_TOKENS // sum(key)))
        for at in range(0, len(group), size):
            yield group[at : at + size]
