"""What goes into enforcement and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass

from translator.enforcement.constraint import Constraint, Span


@dataclass(frozen=True, slots=True)
class Job:
    """A segment to translate, and what its translation must hold."""

    source: str
    constraints: tuple[Constraint, ...] = ()
    aligned: bool = False


@dataclass(frozen=True, slots=True)
class Enforced:
    """A finished translation: per constraint where it stands and how it came there (`kept`, `constrained`, `placed`).

    An outcome is `missing`, and its span None, if verification did not find the rendering.
    """

    text: str
    spans: tuple[Span | None, ...]
    outcomes: tuple[str, ...]
    score: float = 0.0
    warnings: tuple[str, ...] = ()
    alignment: tuple[tuple[Span, Span], ...] = ()
