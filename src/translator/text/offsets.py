"""Where spans of a text are after it was edited."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

Span = tuple[int, int]


def moved(spans: Sequence[Span], old: str, new: str) -> list[Span]:
    """The spans of `old` as spans of `new`, an edited `old`; what was replaced maps to what stands in its place."""
    if old == new:
        return list(spans)
    at = _offsets(old, new)
    return [(at[start], max(at[start], at[end])) for start, end in spans]


def _offsets(old: str, new: str) -> list[int]:
    """For each offset in `old`, its end included, the offset in `new`."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    offsets = list(range(len(old) + 1))
    middle = SequenceMatcher(None, old[head : len(old) - tail], new[head : len(new) - tail], autojunk=False)
    for _, start, end, new_start, new_end in middle.get_opcodes():
        for index in range(start, end):
            offsets[head + index] = head + min(new_start + index - start, new_end)
    for index in range(tail + 1):
        offsets[len(old) - index] = len(new) - index
    return offsets
