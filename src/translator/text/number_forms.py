"""Numbers written in figures: how French writes them, what they are worth, how English writes them.

French groups thousands with a space (any width), in Switzerland with an apostrophe, in Belgium and on old pages with a
full stop, and has a decimal comma (Office québécois de la langue française, Imprimerie nationale). English groups with
commas and has a decimal point.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from translator.text.number_words import cardinal

__all__ = [
    "NUMBER",
    "SCALES",
    "SCALE_WORD",
    "SPACE",
    "START",
    "and_a_half",
    "english",
    "english_forms",
    "matches_at",
    "number_starts",
    "scaled_forms",
    "value_of",
]

SPACE = "[ \u00a0\u2009\u202f]"
"""One space between the groups of a number or before a unit (pattern)."""

_GROUPED = "|".join(
    rf"[1-9][0-9]{{0,2}}(?:{mark}[0-9]{{3}}){{1,5}}(?![0-9])(?:,[0-9]{{1,9}})?" for mark in (SPACE, r"\.", "['’]")
)
NUMBER = rf"(?:(?:{_GROUPED}|[1-9][0-9]{{0,2}}(?:,[0-9]{{3}}){{2,5}}|[0-9]{{1,15}}(?:[.,][0-9]{{1,9}})?)(?![0-9]))"
"""A number in figures, without sign (pattern). Bounded on every side, so that matching is linear."""

START = r"(?<!\w)(?<![0-9][.,'’/:])(?<!\w[-‑])"
"""What must not stand before a number that is one by itself: `F-35`, `A320`, `1/2` have none."""

SCALES = {"mille": 3, "million": 6, "milliard": 9, "billion": 12, "trillion": 18}
"""French words of scale and their powers of ten (long scale)."""

SCALE_WORD = rf"(?:mille(?!s)|millions?|milliards?|billions?|trillions?)(?!\w)(?!{SPACE}[0-9])"
"""A French word of scale that ends its number: `5 mille 352` has none (pattern)."""

_ENGLISH_SCALE = {6: "million", 9: "billion", 12: "trillion", 15: "quadrillion", 18: "quintillion"}
_SHORT_SCALE = {6: ("m", "M", "mn"), 9: ("bn", "B", "b"), 12: ("tn", "T", "trn")}
_ENGLISH_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:,000|(?:,[0-9]{3}){2,5})\Z")
_IS_GROUPED = re.compile(rf"(?:{_GROUPED})\Z")


def _parts(literal: str) -> tuple[str, str, bool]:
    """Digits of the whole part, decimals, and whether thousands were grouped.

    `15,000` and `1,234,567` are grouped as English does: no one measures to three noughts.
    """
    if _ENGLISH_THOUSANDS.match(literal):
        return literal.replace(",", ""), "", True
    if _IS_GROUPED.match(literal):
        whole, _, decimals = literal.partition(",")
        return re.sub("[^0-9]", "", whole), decimals, True
    whole, _, decimals = literal.replace(",", ".").partition(".")
    return whole, decimals, False


def value_of(literal: str) -> Decimal:
    """What a French number in figures (a match of `NUMBER`) is worth."""
    whole, decimals, _ = _parts(literal)
    return Decimal(f"{whole}.{decimals or 0}")


_DIGITS = re.compile("[-−+±]?[0-9]+")


def number_starts(text: str) -> list[int]:
    """Where numbers may begin: at each run of figures, and at a sign just before one."""
    starts = []
    for found in _DIGITS.finditer(text):
        start = found.start()
        starts.append(start)
        if text[start] in "-−+±":
            starts.append(start + 1)
    return starts


def matches_at(pattern: re.Pattern[str], text: str, starts: Sequence[int]) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begins with a number, in order and disjoint: as `finditer`, without the search."""
    end = 0
    for start in starts:
        if start >= end:
            found = pattern.match(text, start)
            if found:
                yield found
                end = found.end()


def english(literal: str) -> str:
    """The number as English writes it. Grouped only if the French is: `2021` may be a year, `75008` a postal code."""
    whole, decimals, grouped = _parts(literal)
    return (f"{int(whole):,}" if grouped else whole) + (f".{decimals}" if decimals else "")


def english_forms(literal: str) -> list[str]:
    """All good English forms of a number, the one to write first: `90,000`, `90000`, `90 thousand`."""
    whole, decimals, grouped = _parts(literal)
    forms = [english(literal)]
    if decimals:
        if len(decimals) == 3 and not grouped and "," in literal and whole != "0":
            forms.append(f"{whole},{decimals}")  # may be a thousand in English writing
        if decimals == "5":
            forms += [f"{cardinal(int(whole))} and a half", f"{whole} ½"] if 0 < int(whole) < 100 else ["half"]
        if grouped:
            forms.append(f"{whole}.{decimals}")
        return forms
    number = int(whole)
    if len(whole) > 3 and whole[0] != "0":
        forms += [whole] if not grouped and 1900 <= number <= 2100 else [f"{number:,}", whole]
    if re.fullmatch(r"[0-9]{1,3}\.[0-9]{3}", literal) and literal[-1] != "0":
        forms.append(literal)  # may be a decimal point
    if number < 1000 or (number < 1_000_000 and number % 1000 == 0):
        forms.append(cardinal(number))
        if forms[-1].startswith("one ") and number in (100, 1000):
            forms.append(forms[-1].replace("one ", "a "))
    if number <= 100 and forms[0] != str(number):
        forms.append(str(number))
    return list(dict.fromkeys(forms + _with_scale(number)))


def _with_scale(number: int) -> list[str]:
    """`90 thousand`, `1.5 million`, `half a million` for a number that the source has in figures."""
    if number == 500_000:
        return ["500 thousand", "half a million", "half-a-million", "half-million"]
    forms = []
    if number >= 1000 and number % 1000 == 0 and number < 1_000_000:
        forms.append(f"{number // 1000} thousand")
    for power in (6, 9, 12):
        value = Decimal(number).scaleb(-power).normalize()
        if 1 <= value < 1000 and -int(value.as_tuple().exponent) <= 3:
            forms.append(f"{value:f} {_ENGLISH_SCALE[power]}")
            if value == int(value):
                forms.append(f"{cardinal(int(value))} {_ENGLISH_SCALE[power]}")
    return forms


def scaled_forms(literal: str, scale: str) -> list[str]:
    """Forms of a number with a French word of scale: `1 500 milliards` is `1.5 trillion`.

    `billion` and `trillion` are of the long scale, but the short one is accepted: many a text borrows it from English.
    """
    word = scale.lower().rstrip("s")
    power = SCALES[word]
    value = value_of(literal)
    if power == 3:
        whole = f"{value * 1000:,.0f}"
        return [whole, whole.replace(",", "")] + [f"{form} thousand" for form in english_forms(literal)]
    forms = []
    numbers = english_forms(literal)
    if power in (9, 12) and value >= 1000:
        higher = f"{(value / 1000).normalize():f}"
        forms = [f"{higher} {_ENGLISH_SCALE[power + 3]}"]
    forms += [f"{number} {_ENGLISH_SCALE[power]}" for number in numbers]
    forms += [f"{number}-{_ENGLISH_SCALE[power]}" for number in numbers]
    forms += [f"{numbers[0]}{letter}" for letter in _SHORT_SCALE.get(power, ())]
    if power == 6 and value >= 1000:
        forms.append(f"{(value / 1000).normalize():f} billion")
    if power == 9:
        forms.append(f"{numbers[0]} thousand million")
    if power >= 12:
        forms += [f"{number} {word}" for number in numbers]
    if value == 1:
        forms += [f"a {_ENGLISH_SCALE[power]}"]
    whole_value = value.scaleb(power)
    if whole_value == whole_value.to_integral_value():
        forms.append(f"{whole_value:,.0f}")
    return forms


def and_a_half(literal: str, scale: str) -> list[str]:
    """Forms of `2 millions et demi`: `2.5 million`, `two and a half million`."""
    word = _ENGLISH_SCALE.get(SCALES[scale.lower().rstrip("s")], "thousand")
    halves = [form for number in english_forms(literal) for form in (f"{number} and a half", f"{number}-and-a-half")]
    return scaled_forms(f"{literal},5", scale) + [f"{half} {word}" for half in halves]
