"""What a quantity of the French source is and how it must read in English."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

KINDS = (
    "number", "percent", "money", "date", "time", "duration", "ordinal", "century", "decade", "range", "measure",
    "fraction", "phone",
)  # fmt: skip
"""What a quantity can be."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, amount, date or time in a French text: `source[start:end]` must read `rendering` in English.

    `accepted` are other English forms that are as good when the model wrote them: plain strings, compared without
    regard to case, between word boundaries. `kind` is one of `KINDS`.
    """

    start: int
    end: int
    kind: str
    rendering: str
    accepted: tuple[str, ...]

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle by fields (frozen slots have no default way on Python 3.10)."""
        return Quantity, (self.start, self.end, self.kind, self.rendering, self.accepted)


def quantity(span: tuple[int, int], kind: str, forms: Iterable[str]) -> Quantity:
    """A quantity over `span` from all its English forms, the rendering first."""
    rendering, *others = dict.fromkeys(forms)
    return Quantity(*span, kind, rendering, tuple(others))
