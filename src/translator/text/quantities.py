"""What in a French text is a number, an amount, a date or a time, and how it must read in English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from translator.text.dates import find_dates
from translator.text.measures import find_measures
from translator.text.money import find_money
from translator.text.number_forms import NUMBER, SPACE, START, english_forms, matches_at, number_starts
from translator.text.number_words import ordinal
from translator.text.ordinals import find_centuries, find_ordinals
from translator.text.protected import find_protected
from translator.text.quantity import Quantity, quantity
from translator.text.times import clock_forms, find_times

__all__ = ["Quantity", "find_quantities"]

_S = SPACE
_TRIGGER = re.compile(r"[0-9]|(?<!\w)(?:[IVX]|[IVXLC]{2,8})(?:er|re|e|è|è?me|ᵉʳ?)s?(?!\w)|(?i:si[èe]cle)")
"""What every quantity holds."""
_PHONE = re.compile(
    rf"(?<![\w+])(?:\+[0-9]{{1,3}}(?:[ \u00a0.-]?\(?[0-9]{{1,4}}\)?){{2,6}}|0[0-9](?:[ \u00a0.-][0-9]{{2}}){{4}}"
    rf"|0{_S}?8[0-9]{{2}}(?:{_S}[0-9]{{2,3}}){{2,3}}"
    rf"|(?:1[ \u00a0-])?\(?[2-9][0-9]{{2}}\)?[ \u00a0.-]?[0-9]{{3}}-[0-9]{{4}})(?![\w-])"
)
_RANGE = re.compile(rf"{START}(?P<first>{NUMBER})[-–](?P<second>{NUMBER})(?!\w)(?![.,/][0-9])")
_SERIES = re.compile(r"(?<![\w.,/-])[0-9]{1,4}(?:[-–‑][0-9]{1,4}){1,5}(?![\w-])(?![.,][0-9])")
_NUMBERS_GO_ON = re.compile(rf"(?:,|{_S}?[-–]|{_S}(?:et|à|ou)){_S}?[0-9]")
_FINAL = re.compile(rf"(?:{_S}de)?{_S}finales?(?!\w)")
_THOUSANDS_LATER = re.compile(rf"{_S}(?:à|ou){_S}[0-9]{{1,3}}[ .\u00a0\u2009\u202f]000(?![0-9])")
_FRACTION = re.compile(r"(?<![\w.,/-])[0-9]{1,4}/[0-9]{1,4}(?![\w/])(?![.,][0-9])")
_NUMERO = re.compile(
    rf"(?<!\w)(?P<sign>[nN](?:[°º]s?|o(?={_S}[0-9])|ᵒ|os|ᵒˢ)){_S}?(?P<number>[0-9]{{1,6}}(?:[-/][0-9]{{1,6}}){{0,3}})(?![\w,.]?[0-9])(?!\w)"
)
_PLAIN = re.compile(
    rf"(?P<sign>(?<![\w)])(?<![0-9]{_S})[-−])?{START}(?P<number>{NUMBER})(?!\w)(?![.,/][0-9])(?!['’]\w)"
)
_TIMES_ADVERBS = {"1": "once", "2": "twice", "3": "thrice"}
_FRACTION_WORDS = {
    "1/2": ("half", "one half", "one-half", "½"), "1/3": ("one third", "one-third", "a third"),
    "2/3": ("two thirds", "two-thirds"), "1/4": ("one quarter", "one-quarter", "a quarter", "one fourth", "¼"),
    "3/4": ("three quarters", "three-quarters", "three fourths", "¾"), "1/5": ("one fifth", "a fifth", "one-fifth"),
    "1/10": ("one tenth", "a tenth", "one in ten", "one in 10"),
}  # fmt: skip


def find_quantities(source: str, locale: str = "en_CA") -> list[Quantity]:
    """The quantities of a French text, in order and disjoint, with their English renderings for `locale`.

    Numbers in words are none, nor are figures inside names (`G20`, `F-35`) and protected spans (`A/RES/60/1`). `le`
    before a date belongs to the date, any other preposition or article stays outside. `locale` (en_CA, en_US, en_GB
    or another English locale of CLDR) decides the order of dates and how a.m. and p.m. are written; the other
    order and the other abbreviations are accepted.
    """
    if not _TRIGGER.search(source):
        return []
    taken = bytearray(len(source))
    for start, end in find_protected(source):
        taken[start:end] = b"\1" * (end - start)
    found = []
    for candidate in _candidates(source, locale):
        start, end = candidate.start, candidate.end
        if start < end and not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            found.append(candidate)
    return sorted(found, key=lambda one: one.start)


def _candidates(source: str, locale: str) -> Iterator[Quantity]:
    """All that may be a quantity; what comes first wins where two overlap."""
    starts = number_starts(source)
    yield from find_centuries(source)
    if not starts:
        yield from find_ordinals(source)
        return
    for found in _PHONE.finditer(source) if len(starts) > 2 or "-" in source else ():
        yield quantity(found.span(), "phone", [re.sub("[\u00a0\u2009\u202f]", " ", found[0]), found[0]])
    yield from find_dates(source, locale)
    yield from find_ordinals(source)
    yield from find_times(source, locale, starts)
    yield from find_money(source, starts)
    yield from find_measures(source, starts)
    yield from _numbers(source, locale, starts)


def _numbers(source: str, locale: str, starts: Sequence[int]) -> Iterator[Quantity]:
    for found in _NUMERO.finditer(source):
        if found["sign"].lower() == "nos" and not _NUMBERS_GO_ON.match(source, found.end()):
            continue  # `nos 88 soldats`
        number = found["number"]
        word = "Nos." if found["sign"].lower()[-1] in "sˢ" else "No."
        forms = [f"{label} {number}" for label in (word, "No", "Nos.", "No.")] + [f"#{number}"]
        forms += [number, f"number {number}", f"numbers {number}"]
        forms += [f"number {form}" for form in english_forms(number)] if number.isdigit() else []
        yield quantity(found.span(), "number", forms)
    for found in matches_at(_RANGE, source, starts):
        first, second = found["first"], found["second"]
        if not (first.isdigit() and second.isdigit()):
            pairs = list(zip(english_forms(first), english_forms(second), strict=False))
            forms = [f"{a}{mark}{b}" for mark in ("-", "–", " to ", " - ", " – ", " and ") for a, b in pairs[:2]]
            yield quantity(found.span(), "range", forms)
    for found in matches_at(_SERIES, source, starts):
        text = found[0]
        parts = re.split("[-–‑]", text)
        forms = [text.replace("‑", "-")]
        forms += [mark.join(parts) for mark in ("-", "–", " - ", " – ")]
        if len(parts) == 2:
            forms += [f"{parts[0]} to {parts[1]}", f"{parts[0]} and {parts[1]}", f"{parts[0]}/{parts[1]}"]
            if len(parts[0]) == len(parts[1]) == 4:
                forms += [f"{parts[0]}{mark}{parts[1][2:]}" for mark in "-–/"]
        yield quantity(found.span(), "range", forms)
    for found in matches_at(_FRACTION, source, starts):
        if _FINAL.match(source, found.end()):
            continue  # `1/4 de finale`: a quarter-final
        over = found[0].split("/")
        forms = [found[0], *_FRACTION_WORDS.get(found[0], ()), f"{over[0]} out of {over[1]}", f"{over[0]} in {over[1]}"]
        if len(over[0]) == 4:  # a year that ends in the next one
            forms += [f"{over[0]}{mark}{over[1] if mark != '/' else over[1][-2:]}" for mark in "/-–"]
            forms += [f"{over[0]}{mark}{over[0][:2]}{over[1]}" for mark in "/-–" if len(over[1]) == 2]
            forms += [f"{over[0]}{mark}{over[1][-2:]}" for mark in "-–"]
        yield quantity(found.span(), "fraction", forms)
    for found in matches_at(_PLAIN, source, starts):
        yield quantity(found.span(), "number", _plain_forms(source, found, locale))


def _plain_forms(source: str, found: re.Match[str], locale: str) -> list[str]:
    """Forms of a number that stands by itself; a sign stays before it."""
    literal = found["number"]
    forms = english_forms(literal)
    if found["sign"]:
        return [f"-{form}" for form in forms] + [f"−{form}" for form in forms] + [f"minus {form}" for form in forms]
    after = source[found.end() : found.end() + 12]
    if len(literal) in (5, 6) and literal.isdigit() and literal[0] != "0" and re.match(rf"{_S}[a-zà-ÿ]", after):
        return [f"{int(literal):,}", *forms]  # counted things: `100000 soldats`; a postal code has a capital after it
    if re.match(rf"{_S}fois(?!\w)", after) and literal in _TIMES_ADVERBS:
        forms.append(_TIMES_ADVERBS[literal])
    if len(literal) < 4 and literal.isdigit() and _THOUSANDS_LATER.match(source, found.end()):
        forms += [f"{literal},000", f"{literal} thousand"]  # `10 à 15 000 hommes`
    if literal.isdigit() and int(literal) <= 24 and re.match(rf"{_S}heures?(?!\w)", after):
        forms += clock_forms(int(literal), 0, None, locale)  # `après 22 heures` may be 10 p.m.
    if literal.isdigit() and 1 <= int(literal) <= 31:
        forms.append(ordinal(int(literal)))  # `le 14`: on the 14th
    return forms
