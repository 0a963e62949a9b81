"""What a translation gives back: frozen, printable, picklable."""

from __future__ import annotations

from dataclasses import dataclass, field

from translator.glossary.entry import Entry

OUTCOMES = ("kept", "constrained", "placed", "missing")
"""`kept`: the model wrote the rendering by itself (at most its letter case was mended). `constrained`: decoded under
the constraint. `placed`: put over the aligned words. `missing`: verification did not find it; never silent."""


@dataclass(frozen=True, slots=True)
class TermUse:
    """One occurrence of a term: where it stands on both sides, and how its rendering came there.

    `source` and `target` are character spans in the segment's source and target; `target` is None if missing.
    """

    entry: Entry
    source: tuple[int, int]
    target: tuple[int, int] | None
    rendering: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence or heading with its translation.

    `start` is the offset of `source` in the whole text, `target_start` that of `target`. `score` is the model's
    length-normalised log-probability of its hypothesis (0.0 where no model was asked). `warnings` names what a person
    should look at: numbers that differ, forbidden renderings that could not be removed. `alignment` pairs spans of
    `source` with spans of `target`, word by word, and is empty unless it was asked for.
    """

    source: str
    target: str
    terms: tuple[TermUse, ...] = ()
    score: float = 0.0
    start: int = 0
    target_start: int = 0
    warnings: tuple[str, ...] = ()
    alignment: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Translation:
    """An English text and how it came about. Prints as its text.

    `signature` names what the result depends on: library version, model, glossary fingerprint, options.
    """

    source: str
    text: str
    segments: tuple[Segment, ...] = ()
    signature: str = ""

    def __str__(self) -> str:
        """Print as the English text."""
        return self.text

    @property
    def terms(self) -> tuple[TermUse, ...]:
        """The term uses of all segments, with spans in the whole texts."""
        return tuple(
            TermUse(
                use.entry,
                (use.source[0] + segment.start, use.source[1] + segment.start),
                use.target and (use.target[0] + segment.target_start, use.target[1] + segment.target_start),
                use.rendering,
                use.outcome,
            )
            for segment in self.segments
            for use in segment.terms
        )

    @property
    def missing(self) -> tuple[TermUse, ...]:
        """The occurrences whose rendering is not in the text."""
        return tuple(use for use in self.terms if use.outcome == "missing")

    @property
    def warnings(self) -> tuple[str, ...]:
        """All that a person should look at, segment by segment."""
        return tuple(warning for segment in self.segments for warning in segment.warnings)
