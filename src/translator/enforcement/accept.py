"""Does a hypothesis satisfy its constraints by itself, and where?"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from translator.enforcement.constraint import Constraint, Span

_MONEY = re.compile(r" (?:euros?|dollars?|pounds?|yen|yuan|francs?|r(?:o)?ubles?)$")

Weight = Callable[[int, Span], float]
"""How much the stretch of the target at a span seems to come from the source words of a constraint, by its number."""


def accept(text: str, constraints: Sequence[Constraint], weight: Weight | None = None) -> list[Span | None]:
    """For each constraint the span of `text` that satisfies it, or None; no two spans overlap.

    Longer renderings choose first. Of several places for one rendering, the one with the most `weight` is taken, or
    the first.
    """
    loose = _loose(text)
    choices = [
        (-(span[1] - span[0]), -weight(number, span) if weight else 0.0, span, number)
        for number, constraint in enumerate(constraints)
        for span in _places(text, loose, constraint)
    ]
    result: list[Span | None] = [None] * len(constraints)
    taken: list[Span] = []
    for _, _, span, number in sorted(choices):
        if result[number] is None and not any(overlap(span, other) for other in taken):
            result[number] = span
            taken.append(span)
    return result


def is_clear(text: str, constraints: Sequence[Constraint]) -> bool:
    """Whether no constraint has several places to choose from, so that weights decide nothing."""
    loose = _loose(text)
    return all(len(_places(text, loose, constraint)) < 2 for constraint in constraints)


def wordings(text: str, forms: Sequence[str], taken: Sequence[Span]) -> list[Span]:
    """Where any of the forms stands, away from the `taken` spans, in order and disjoint."""
    found: list[Span] = []
    loose = _loose(text)
    spans = sorted(span for form in forms for span in _standing(text, loose, form, "term"))
    for span in spans:
        if not any(overlap(span, other) for other in (*taken, *found)):
            found.append(span)
    return found


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]


def _places(text: str, loose: str, constraint: Constraint) -> list[Span]:
    forms = (constraint.rendering, *constraint.accepted)
    return [span for form in forms for span in _standing(text, loose, form, constraint.kind)]


def _standing(text: str, loose: str, form: str, kind: str) -> list[Span]:
    """Where a form stands. Most stand nowhere, which costs no pattern to see: compiling one takes as long as a word."""
    if _loose_form(form) not in loose:
        return []
    return [match.span() for match in _pattern(form, kind).finditer(text)]


_LOOSE = str.maketrans("’\u00a0\u202fıİ", "'  ii")


def _loose(text: str) -> str:
    """A text without what patterns pass over, and a little more: what they find in a text, this finds in this of it."""
    return text.translate(_LOOSE).casefold()


_loose_form = lru_cache(maxsize=4096)(_loose)
"""The same for a rendering, which comes again and again, as a segment does not."""


@lru_cache(maxsize=1024)
def _pattern(form: str, kind: str) -> re.Pattern[str]:
    """A rendering between word boundaries, apostrophes and spaces of any kind.

    Protected spans and single words with a capital (`US`, `Nice`) must stand to the letter; the case of other
    renderings is mended later.
    """
    if kind == "protected":
        return re.compile(re.escape(form))
    body = re.sub("['’]", "['’]", re.escape(form)).replace(r"\ ", r"[ \u00a0\u202f]")
    exact = kind == "term" and " " not in form and not form.islower()
    before = r"(?<!\w)" if form[:1].isalnum() else r"(?<![\w.,])" if kind == "quantity" else ""
    after = r"(?![\w])" if form[-1:].isalnum() else ""
    if kind == "quantity":
        sign = "$€£¥" if _MONEY.search(form) else ""  # no `$` before `2 billion euros`
        before, after = before and rf"(?<![\w.,{sign}])(?<!\d[ \u00a0])", after and r"(?!\w)(?![.,]\d)"
    return re.compile(before + body + after, 0 if exact else re.IGNORECASE)
