"""Counts over many segments: outcomes, entries, and wordings that differ for the same term."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from translator.glossary.entry import Entry
from translator.result import Segment

_PLAIN = str.maketrans({"’": "'", "‐": "-", "‑": "-"})
GOOD = ("followed", "admitted", "kept", "constrained", "placed")
"""The outcomes in which the text says what the glossary asks for."""


@dataclass(slots=True)
class EntryCount:
    """What became of one entry: outcomes, the wordings that stand for each rendering asked for, the first place.

    `index` numbers the entries as they first appear, `first` is the number of the segment where this one does, counted
    through all documents; both from 0.
    """

    entry: Entry
    index: int
    first: int
    outcomes: Counter[str] = field(default_factory=Counter)
    wordings: dict[str, Counter[str]] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """Its occurrences."""
        return self.outcomes.total()

    @property
    def wrong(self) -> int:
        """Its occurrences that are missing or rendered as forbidden."""
        return sum(count for outcome, count in self.outcomes.items() if outcome not in GOOD)

    @property
    def inconsistent(self) -> dict[str, Counter[str]]:
        """The renderings asked for that stand in more than one wording, with the wordings."""
        return {rendering: found for rendering, found in self.wordings.items() if len(found) > 1}


class Tally:
    """Counts segments as they come; memory grows with the number of different entries only."""

    def __init__(self) -> None:
        """Nothing counted yet."""
        self.segments = 0
        self.warnings = 0
        self.outcomes: Counter[str] = Counter()
        self._entries: dict[Entry, EntryCount] = {}

    def add(self, segment: Segment) -> None:
        """Count one segment."""
        for use in segment.terms:
            self.outcomes[use.outcome] += 1
            count = self._entries.get(use.entry)
            if count is None:
                count = self._entries[use.entry] = EntryCount(use.entry, len(self._entries), self.segments)
            count.outcomes[use.outcome] += 1
            if use.target:
                wording = " ".join(segment.target[slice(*use.target)].translate(_PLAIN).split())
                standing = count.wordings.setdefault(use.rendering, Counter())
                standing[_known(wording, use.rendering, standing)] += 1
        self.warnings += len(segment.warnings)
        self.segments += 1

    @property
    def entries(self) -> list[EntryCount]:
        """The entries, those most often wrong first, then the most frequent."""
        return sorted(self._entries.values(), key=lambda one: (-one.wrong, -one.total, one.entry.source))

    @property
    def score(self) -> float:
        """The share of the occurrences that say what the glossary asks for; 1 if there is none."""
        total = self.outcomes.total()
        return sum(self.outcomes[outcome] for outcome in GOOD) / total if total else 1.0

    def index_of(self, entry: Entry) -> int:
        """The `index` of an entry that was counted."""
        return self._entries[entry].index

    def in_order(self) -> Iterator[EntryCount]:
        """The entries in the order in which they first appeared."""
        return iter(self._entries.values())


def _known(wording: str, rendering: str, standing: Counter[str]) -> str:
    """The wording as already seen, for letters may differ in case only."""
    lower = wording.lower()
    if lower == rendering.lower():
        return rendering
    return next((seen for seen in standing if seen.lower() == lower), wording)
