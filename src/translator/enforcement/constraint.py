"""What the translation of a segment must hold: terms, quantities and protected spans, as one kind of constraint."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from translator.enforcement.variety import in_locale
from translator.glossary.matcher import Matcher
from translator.glossary.occurrence import Occurrence
from translator.text.french import leading_determiner
from translator.text.protected import find_protected
from translator.text.quantities import Quantity, find_quantities

Span = tuple[int, int]

_FREE = frozenset({"term", "military"})
"""Kinds whose admitted renderings stay where the model chose them; the others are names, rendered one way only."""


@dataclass(frozen=True, slots=True)
class Constraint:
    """The source words at `start:end` must read `rendering`, or one of `accepted`, in the target.

    `kind` is `term`, `quantity` or `protected`. `others` are wordings over which the rendering is written where the
    model chose them: forbidden ones, and admitted ones of a name, which is never rendered two ways. `article` is `the`,
    `none` or `free` (see `rendering.article_of`); `definite` says whether the source has a definite article before the
    words, `whole` whether that article stands free of `de`. `short` stands for them in what the model reads, if not
    empty. `occurrence` is the term that asks for it.
    """

    start: int
    end: int
    rendering: str
    kind: str
    accepted: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    article: str = "free"
    definite: bool = False
    whole: bool = False
    short: str = ""
    occurrence: Occurrence | None = None


def constraints_of(
    source: str, matcher: Matcher | None, *, protected: Sequence[Span] = (), locale: str | None = None
) -> tuple[Constraint, ...]:
    """The constraints of a segment, in order and disjoint.

    Spans that the document protects come first, then the terms of the glossary, then addresses and code, then
    quantities; what overlaps something that comes before it is left out. `locale` decides how dates and times are
    written and how variants are spelt; without it any way that the model chose is accepted.
    """
    found: list[Constraint] = []
    for start, end in sorted(protected, key=lambda span: (span[0], -span[1])):
        if start < end:
            _add(found, _protected(source, start, end))
    for occurrence in matcher.find(source) if matcher else ():
        _add(found, constraint_of(source, occurrence, locale))
    for start, end in find_protected(source):
        _add(found, _protected(source, start, _before_terms(source, start, end, found)))
    for quantity in find_quantities(source, locale or "en_CA"):
        _add(found, _quantity(source, quantity, strict=locale is not None and quantity.kind in ("date", "time")))
    return tuple(found)


def within(constraints: Sequence[Constraint], start: int, end: int) -> Sequence[Constraint]:
    """Those of some disjoint constraints, in order, that share a character with `start:end`."""
    return constraints[
        bisect_right(constraints, start, key=attrgetter("end")) : bisect_left(constraints, end, key=attrgetter("start"))
    ]


def _add(found: list[Constraint], one: Constraint) -> None:
    if not within(found, one.start, one.end):
        found.insert(bisect_left(found, one.start, key=attrgetter("start")), one)


def _before_terms(source: str, start: int, end: int, found: Sequence[Constraint]) -> int:
    """The end of a protected name that runs into a term: `Pérez` of `Pérez Conseil de sécurité`."""
    stop = min((one.start for one in within(found, start, end) if start < one.start), default=end)
    kept = source[start:stop].rstrip()
    return start + len(kept) if stop < end and source[stop - 1].isspace() and " " not in kept else end


def _protected(source: str, start: int, end: int) -> Constraint:
    return Constraint(start, end, source[start:end], "protected")


def _quantity(source: str, quantity: Quantity, *, strict: bool) -> Constraint:
    era = quantity.kind in ("decade", "century")
    determiner = leading_determiner(source, quantity.start)
    # `90 000` reads `90,000` every time, not `90000` where the model has lost the space.
    bare = quantity.rendering.replace(",", "")
    others = tuple(form for form in quantity.accepted if strict or (form == bare and form != quantity.rendering))
    return Constraint(
        quantity.start,
        quantity.end,
        quantity.rendering,
        "quantity",
        tuple(form for form in quantity.accepted if form not in others),
        others,
        article="the" if era else "free",
        definite=determiner is not None and determiner.type == "definite",
    )


def constraint_of(source: str, occurrence: Occurrence, locale: str | None) -> Constraint:
    """The constraint that a term of the segment asks for."""
    determiner = leading_determiner(source, occurrence.start)
    entry = occurrence.entry
    free = entry.kind in _FREE
    definite = determiner is not None and determiner.type == "definite"
    article = occurrence.article
    if (
        article == "free"
        and entry.kind == "title"
        and determiner
        and (determiner.number, determiner.preposition) != ("pl", "de")
    ):
        article = "the"
    if article == "free" and definite and "{nationality}" in entry.source and _is_one(occurrence):
        article = "the"  # `le gouvernement russe`, not `les forces russes`, `l'artillerie russe`
    # Variants of the bare term say less than a rendering with a name, a nationality or an abbreviation.
    whole = occurrence.plural or occurrence.rendering == entry.rendering
    occurrence = in_locale(occurrence, locale)
    return Constraint(
        occurrence.start,
        occurrence.end,
        occurrence.rendering,
        "term",
        occurrence.accepted if free else (),
        (*occurrence.forbidden, *(occurrence.accepted if whole and not free else ())),
        article,
        definite,
        definite and determiner is not None and not determiner.preposition,
        occurrence.short,
        occurrence,
    )


def _is_one(occurrence: Occurrence) -> bool:
    """Whether a term is one thing that can be counted."""
    return not occurrence.plural and occurrence.entry.plural != "none"
