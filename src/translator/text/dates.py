"""French dates and how English writes them: `le 2 décembre 2021` is `December 2, 2021` or `2 December 2021`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import product

from translator.text.number_forms import SPACE
from translator.text.number_words import ordinal
from translator.text.quantity import Quantity, quantity
from translator.text.ranges import connector
from translator.text.word_list import words

__all__ = ["MONTHS", "day_first", "find_dates", "in_other_order"]

_FRENCH_MONTHS = (
    "janvier|janv", "février|fevrier|févr|fév", "mars", "avril|avr", "mai", "juin", "juillet|juill", "août|aout",
    "septembre|sept", "octobre|oct", "novembre|nov", "décembre|decembre|déc",
)  # fmt: skip
MONTHS = {name: n for n, names in enumerate(_FRENCH_MONTHS, 1) for name in names.split("|")}
"""French months and their usual abbreviations, in lower case, with their numbers."""

_MONTH_SIGNS = ("janv", "fév", "fev", "mars", "avr", "mai", "juin", "juil", "ao", "sept", "oct", "nov", "déc", "dec")
_NO_STOP = words(
    "janvier février fevrier mars avril mai juin juillet août aout septembre octobre novembre décembre decembre"
)
_ENGLISH_MONTHS = (
    "January Jan", "February Feb", "March Mar", "April Apr", "May", "June Jun", "July Jul", "August Aug",
    "September Sept Sep", "October Oct", "November Nov", "December Dec",
)  # fmt: skip
_WEEKDAYS = {
    "lundi": "Monday", "mardi": "Tuesday", "mercredi": "Wednesday", "jeudi": "Thursday", "vendredi": "Friday",
    "samedi": "Saturday", "dimanche": "Sunday",
}  # fmt: skip

_S = SPACE
_SHORT = "|".join(sorted(MONTHS.keys() - _NO_STOP, key=len, reverse=True))
_MONTH = rf"(?:{'|'.join(sorted(_NO_STOP))}|(?:{_SHORT})(?!\w)(?:\.(?!\s*\Z))?)"
_DAY = rf"(?:(?:{'|'.join(_WEEKDAYS)}),?{_S})?(?:1er|1ᵉʳ|3[01]|[12][0-9]|0?[1-9])(?![0-9])"
_JOIN = rf"(?:{_S}?[-–]{_S}?|{_S}(?:et|ou|à|au)(?:{_S}le)?{_S})"
_DAYS = rf"(?:(?:{_DAY},{_S}){{0,5}}{_DAY}{_JOIN}{_DAY}|{_DAY})"
_BEFORE = r"(?<![\w/])(?<![0-9][.,-])"
_DATE = re.compile(
    rf"{_BEFORE}(?:les?{_S})?(?P<days>{_DAYS})(?:{_S}|-)(?P<month>{_MONTH})(?!\w)(?:{_S}(?P<year>[12][0-9]{{3}})(?!\w))?",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(
    rf"{_BEFORE}(?P<mid>mi-)?(?:(?P<first>{_MONTH})(?P<join>{_JOIN}))?(?P<month>{_MONTH}){_S}(?P<year>[12][0-9]{{3}})(?!\w)",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"(?<![\w/.-])([0-3]?[0-9])([/.-])([01]?[0-9])\2([12][0-9]{3})(?![\w/])(?![.,-][0-9])")
_WEEKDAY_DAY = re.compile(
    rf"(?<!\w)(?:le{_S})?(?P<weekday>{'|'.join(_WEEKDAYS)}){_S}(?P<day>1er|3[01]|[12][0-9]|[1-9])"
    rf"(?!\w)(?![.,/:-][0-9])(?!{_S}?(?:h(?![a-z])|%|[$€£]|[0-9]))"
    rf"(?={_S}?(?:[,.;:!?)»]|$|(?:à|au|dans|en|pour|par|et|de{_S}la)(?!\w)))",
    re.IGNORECASE,
)
_ITEM = re.compile(rf"(?:(?P<weekday>{'|'.join(_WEEKDAYS)}),?{_S})?(?P<day>[0-9]+)(?:er|ᵉʳ)?", re.IGNORECASE)


@cache
def day_first(locale: str) -> bool:
    """Whether `locale` writes the day before the month in a long date, as CLDR has it (en_GB, en_AU do)."""
    from babel import Locale

    return str(Locale.parse(locale).date_formats["long"].pattern).startswith("d")


_DAY_MONTH = re.compile(r"(?<![0-9])[0-9]{1,2}(?:st|nd|rd|th)?(?: of)? (?=[A-Z])")
_MONTH_DAY = re.compile(r"(?<![A-Za-z])[A-Z][a-z]{2,8}(?<!day)\.?(?: the)? [0-9]{1,2}(?![0-9])")


def in_other_order(form: str, locale: str) -> bool:
    """Whether an English date, a rendering or accepted form of `find_dates`, has the order that `locale` has not.

    `2 December 2021` has for en_CA and en_US, `December 2, 2021` for en_GB; `December 2021` has no order.
    """
    day_month = bool(_DAY_MONTH.search(form))
    return not day_month and bool(_MONTH_DAY.search(form)) if day_first(locale) else day_month


def find_dates(source: str, locale: str) -> Iterator[Quantity]:
    """Dates in a French text, with `le` before them; may overlap each other, the better ones come first."""
    lower = source.lower()
    has_month = any(name in lower for name in _MONTH_SIGNS)
    for found in _DATE.finditer(source) if has_month else ():
        yield quantity(found.span(), "date", _date_forms(found["days"], found["month"], found["year"], locale))
    for found in _NUMERIC.finditer(source):
        day, month = int(found[1]), int(found[3])
        if 1 <= day <= 31 and 1 <= month <= 12:
            forms = _orders(str(day), month, found[4], locale)
            yield quantity(found.span(), "date", [*forms, found[0], found[0].replace(".", "/")])
    for found in _MONTH_YEAR.finditer(source) if has_month else ():
        if found[0] != f"Mars {found['year']}":  # the rover; the month has a small letter
            yield quantity(found.span(), "date", _month_forms(found))
    for found in _WEEKDAY_DAY.finditer(source) if "di" in lower else ():
        weekday, day = _WEEKDAYS[found["weekday"].lower()], int(re.sub("[^0-9]", "", found["day"]))
        forms = [f"{weekday} the {ordinal(day)}", f"{weekday}, the {ordinal(day)}", f"{weekday} {day}"]
        yield quantity(found.span(), "date", [*forms, f"{weekday}, {day}", f"{weekday} {ordinal(day)}"])


def _names(month: int) -> list[str]:
    long, *short = _ENGLISH_MONTHS[month - 1].split()
    return [long] + [form for name in short for form in (f"{name}.", name)]


def _years(year: str | None) -> tuple[str, ...]:
    return (f", {year}", f" {year}") if year else ("",)


def _orders(days: str, month: int, year: str | None, locale: str) -> list[str]:
    """Month and day(s) in the order of `locale`, then in the other one, with all forms of month and year."""
    month_first, day_month = [], []
    for name, ending in product(_names(month), _years(year)):
        month_first.append(f"{name} {days}{ending}")
        day_month.append(f"{days} {name}{ending}")
    if year:  # English has no comma in the order day month year
        day_month[0], day_month[1] = day_month[1], day_month[0]
    return day_month + month_first if day_first(locale) else month_first + day_month


def _date_forms(days: str, month_name: str, year: str | None, locale: str) -> list[str]:
    month = MONTHS[month_name.lower().rstrip(".")]
    items = [(found["weekday"], int(found["day"])) for found in _ITEM.finditer(days)]
    gaps = [connector(gap) for gap in _ITEM.split(days)[3:-1:3]]
    if len(items) > 1 and any(weekday for weekday, _ in items):
        return _weekday_list(items, gaps, month, year, locale)
    forms = []
    writers: tuple[Callable[[int], str], ...] = (str, ordinal)
    for write in writers:
        numbers = "".join(a + b for a, b in zip([write(day) for _, day in items], [*gaps, ""], strict=True))
        forms.append(_orders(numbers, month, year, locale))
    plain = [form for pair in zip(*forms, strict=True) for form in pair]
    first = forms[0][0]
    if len(items) == 1:
        name = _names(month)[0]
        nth = ordinal(items[0][1])
        plain += [form + end for form in (f"the {nth} of {name}", f"{nth} of {name}", f"{name} the {nth}")
                  for end in _years(year)]  # fmt: skip
        if (items[0][1], month) == (11, 9) and not year:
            plain.append("9/11")
    elif len(items) == 2:
        others = (" or ",) if gaps[0] == " or " else (" to ", " and ", "-", "–", " - ", " – ", " through ", " until ")
        for name, write, end in product(_names(month), writers, _years(year)):
            one, two = write(items[0][1]), write(items[1][1])
            for gap in others:
                plain += [f"{name} {one}{gap}{two}{end}", f"{one}{gap}{two} {name}{end}"]
                plain += [f"{name} {one}{gap}{name} {two}{end}", f"{one} {name}{gap}{two} {name}{end}"]
                plain.append(f"the {one}{gap}the {two} of {name}{end}")
    weekday = items[0][0]
    if not weekday:
        return [first, *plain]
    day_name, comma = _WEEKDAYS[weekday.lower()], " " if day_first(locale) else ", "
    return [f"{day_name}{mark}{form}" for mark in (comma, " ", ", ", " the ") for form in [first, *plain]]


def _weekday_list(
    items: list[tuple[str | None, int]], gaps: list[str], month: int, year: str | None, locale: str
) -> list[str]:
    """`samedi 2 et dimanche 3 mai`: `Saturday, May 2 and Sunday, May 3`."""
    forms = []
    british, other = (locale, "en_US") if day_first(locale) else ("en_GB", locale)
    for order, comma in product((locale, other, british), (" " if day_first(locale) else ", ", " ", ", ")):
        dates = []
        for n, (weekday, day) in enumerate(items):
            date = _orders(str(day), month, year if n == len(items) - 1 else None, order)[0]
            dates.append(f"{_WEEKDAYS[weekday.lower()]}{comma}{date}" if weekday else date)
        forms.append("".join(a + b for a, b in zip(dates, [*gaps, ""], strict=True)))
    return forms


def _month_forms(found: re.Match[str]) -> list[str]:
    mid = "mid-" if found["mid"] else ""
    before = [""]
    if found["first"]:
        join = found["join"].strip()
        joins = list(dict.fromkeys([connector(join), *(" to ", " and ", "-", "–", " through ", " - ")]))
        if join == "ou":
            joins = [" or "]
        before = [name + gap for gap in joins for name in _names(MONTHS[found["first"].lower().rstrip(".")])]
    return [
        f"{mid}{start}{name}{gap}{found['year']}"
        for start, name, gap in product(before, _names(MONTHS[found["month"].lower().rstrip(".")]), (" ", ", ", " of "))
    ]
