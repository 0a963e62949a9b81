"""An English text under repair, with the spans in it that must move along."""

from __future__ import annotations

from collections.abc import Sequence

from translator.enforcement.constraint import Span
from translator.text.offsets import moved


class Draft:
    """A text and, per constraint, the span that satisfies it (None as long as there is none)."""

    def __init__(self, text: str, spans: Sequence[Span | None]) -> None:
        """Start from a hypothesis and what was accepted in it."""
        self.text = text
        self.spans = list(spans)

    def put(self, number: int, start: int, end: int, rendering: str) -> None:
        """Replace `start:end` by the rendering of a constraint."""
        by = len(rendering) - (end - start)
        self.text = self.text[:start] + rendering + self.text[end:]
        for other, span in enumerate(self.spans):
            if span and span[0] >= end:
                self.spans[other] = (span[0] + by, span[1] + by)
        self.spans[number] = (start, start + len(rendering))

    def become(self, text: str) -> None:
        """Take an edited text; the spans are found again in it."""
        if text != self.text:
            known = [(number, span) for number, span in enumerate(self.spans) if span]
            for (number, _), span in zip(known, moved([s for _, s in known], self.text, text), strict=True):
                self.spans[number] = span
            self.text = text
