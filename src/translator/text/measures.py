"""Percentages, scaled numbers and measures: `3,5 %`, `2 millions de`, `-5 °C`, `90 km/h`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from translator.text.number_forms import (
    NUMBER,
    SCALE_WORD,
    SPACE,
    START,
    and_a_half,
    english_forms,
    matches_at,
    scaled_forms,
)
from translator.text.quantity import Quantity, quantity
from translator.text.ranges import RANGE_START, connector, is_range

__all__ = ["find_measures"]

_S = SPACE
_SIGN = r"(?P<sign>(?<![\w)])(?<![0-9] )[-−+±])?"
_PERCENT = re.compile(
    rf"{_SIGN}{START}{RANGE_START}(?P<number>{NUMBER})(?:{_S}{{0,2}}%(?![0-9])|{_S}(?:pour{_S}cent|p\.{_S}?(?:cent|100|c\.))(?!\w))",
    re.IGNORECASE,
)
_SCALED = re.compile(
    rf"{_SIGN}{START}{RANGE_START}(?P<number>{NUMBER}){_S}(?P<scale>{SCALE_WORD})"
    rf"(?:{_S}(?P<higher>milliards?(?!\w)))?(?P<half>{_S}et{_S}demie?(?!\w))?(?P<of>{_S}de(?={_S}[^\W\d])|{_S}d['’](?!(?:entre|autres)(?!\w)))?",
    re.IGNORECASE,
)
_UNITS = {
    "km/h": ("kilometres per hour", "kilometers per hour", "kilometres an hour", "kilometers an hour", "kph", "kmh"),
    "m/s": ("metres per second", "meters per second"),
    "km²": ("square kilometres", "square kilometers", "sq km", "sq. km", "km2"),
    "km2": ("square kilometres", "square kilometers", "sq km", "km²"),
    "m²": ("square metres", "square meters", "sq m", "m2"), "m2": ("square metres", "square meters", "m²"),
    "m³": ("cubic metres", "cubic meters", "m3"), "m3": ("cubic metres", "cubic meters", "m³"),
    "km": ("kilometres", "kilometers", "kilometre", "kilometer", "kms"), "cm": ("centimetres", "centimeters"),
    "mm": ("millimetres", "millimeters"), "m": ("metres", "meters", "metre", "meter"), "ha": ("hectares", "hectare"),
    "kg": ("kilograms", "kilogrammes", "kilos", "kilogram", "kilo"), "mg": ("milligrams",), "g": ("grams", "gram"),
    "t": ("tonnes", "tons", "tonne", "ton"), "l": ("litres", "liters", "litre"), "L": ("litres", "liters"),
    "cl": ("centilitres",), "ml": ("millilitres", "milliliters"), "hl": ("hectolitres",),
    "kW": ("kilowatts",), "MW": ("megawatts",), "GW": ("gigawatts",), "TW": ("terawatts",), "W": ("watts",),
    "kWh": ("kilowatt-hours", "kilowatt hours"), "MWh": ("megawatt-hours",), "GWh": ("gigawatt-hours",),
    "TWh": ("terawatt-hours", "terawatt hours"), "V": ("volts",), "Hz": ("hertz",), "kHz": ("kilohertz",),
    "MHz": ("megahertz",), "GHz": ("gigahertz",), "min": ("minutes", "minute", "mins"), "s": ("seconds",),
    "Go": ("GB", "gigabytes"), "Mo": ("MB", "megabytes"), "To": ("TB", "terabytes"), "ko": ("KB", "kilobytes"),
    "Mbit/s": ("Mbps", "megabits per second"), "dB": ("decibels",), "ppm": ("parts per million",),
}  # fmt: skip
"""French symbols of units, with what English may write for them; the symbol itself stays (SI), but bytes differ."""

_DIFFERENT = {"Go": "GB", "Mo": "MB", "To": "TB", "ko": "KB", "km2": "km²", "m2": "m²", "m3": "m³", "Mbit/s": "Mbps"}
_MEASURE = re.compile(
    rf"{_SIGN}{START}{RANGE_START}(?P<number>{NUMBER}){_S}?(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})"
    r"(?![\w/²³'’\"])"
)
_DEGREES = re.compile(rf"{_SIGN}{START}(?P<number>{NUMBER}){_S}?°{_S}?(?P<unit>[CFK])?(?![\w%])")
_SHARED = re.compile(
    rf"(?:{_S}(?:à|et|ou|contre|puis|jusqu['’]à)|,|{_S}?[-–/])(?:{_S}(?:les?|près{_S}de|plus{_S}de|environ))?{_S}?[-−+]?{_S}?"
    rf"{NUMBER}(?:(?:,|{_S}(?:et|à|ou)){_S}{NUMBER}){{0,3}}{_S}?(?:%|°|pour{_S}cent)"
)
_Writer = Callable[[re.Match[str], str], list[str]]


def find_measures(source: str, starts: Sequence[int]) -> Iterator[Quantity]:
    """Percentages, numbers with a word of scale, degrees and measures; may overlap, the better ones come first.

    `starts` are the places where numbers begin.
    """
    for found in matches_at(_PERCENT, source, starts):
        yield from _with_range(source, found, "percent", _percent_forms)
    for found in matches_at(_SCALED, source, starts):
        yield from _with_range(source, found, "number", _scale_forms)
    for found in matches_at(_DEGREES, source, starts):
        numbers, unit = english_forms(found["number"]), found["unit"] or ""
        sign = _sign(found)
        forms = [f"{sign}{numbers[0]}°{unit}", f"{sign}{numbers[0]} °{unit}", f"{sign}{numbers[0]}° {unit}".rstrip()]
        forms += [f"{lead}{number} degrees{end}" for lead in (sign, "minus " if sign == "-" else sign)
                  for number in numbers for end in ("", *_DEGREE_NAMES.get(unit, ()))]  # fmt: skip
        forms += [form.replace("degrees", "degree") for form in forms if "degrees" in form] if numbers[0] == "1" else []
        forms += [f"plus {form}" for form in forms if form[0] in "+1"] if sign == "+" else []
        if sign == "-":
            forms += [f"{number} degrees below" for number in numbers]
        if _SHARED.match(source, found.end()):
            forms += [lead + number for lead in (sign, "minus " if sign == "-" else "", "") for number in numbers]
        forms += [f"{sign}{numbers[0]} {unit}"] if unit else []
        yield quantity(found.span(), "measure", forms)
    for found in matches_at(_MEASURE, source, starts):
        if found["unit"] not in ("s", "t", "g", "l", "V", "W", "L", "m") or found["number"] != "1":
            yield from _with_range(source, found, "measure", _measure_forms)


_DEGREE_NAMES = {"C": (" Celsius", " centigrade", " C"), "F": (" Fahrenheit", " F"), "K": (" Kelvin",)}


def _sign(found: re.Match[str]) -> str:
    return (found["sign"] or "").replace("−", "-")


def _with_range(source: str, found: re.Match[str], kind: str, write: _Writer) -> Iterator[Quantity]:
    """One quantity for a number or a range before a unit; two numbers that do not belong together are told apart."""
    numbers = english_forms(found["number"])
    if not is_range(source, found):
        start = found.start("number") if found["first"] else found.start()
        sign = _sign(found) if not found["first"] else ""
        forms = [sign + form for form in write(found, found["number"])]
        if sign == "-":
            forms += ["minus " + form[1:] for form in forms[:4]]
        if kind == "percent" and _SHARED.match(source, found.end()):
            forms += [sign + number for number in numbers]  # `de 3 % à 5 %`: from 3 to 5 per cent
        yield quantity((start, found.end()), kind, forms)
        return
    gap = connector(found["join"])
    high, low = write(found, found["number"]), english_forms(found["first"])
    each = write(found, found["first"])
    pairs = [(low[0], form) for form in high if form.startswith(numbers[0])] + list(zip(each, high, strict=False))
    for one, other in zip(low[1:3], numbers[1:3], strict=False):
        pairs += [(one, form) for form in high if form.startswith(other)]
    marks = (gap,) if gap == " or " else tuple(dict.fromkeys((gap, " to ", " and ", "-", "–", " - ", " or ")))
    yield quantity(found.span(), kind, [_sign(found) + a + mark + b for mark in marks for a, b in pairs])


def _percent_forms(found: re.Match[str], literal: str) -> list[str]:
    numbers = english_forms(literal)
    endings = (" per cent", " percent", "-per-cent", "-percent")
    return [f"{numbers[0]}%", *(f"{number}{end}" for end in endings for number in numbers)]


def _scale_forms(found: re.Match[str], literal: str) -> list[str]:
    if found["higher"]:  # `1 000 mille milliards`
        return scaled_forms(literal, "billion" if found["scale"].lower() == "mille" else "milliard")
    if found["half"] and literal.isdigit():
        return and_a_half(literal, found["scale"])
    return scaled_forms(literal, found["scale"])


def _measure_forms(found: re.Match[str], literal: str) -> list[str]:
    unit = found["unit"]
    symbol, numbers = _DIFFERENT.get(unit, unit), english_forms(literal)
    forms = [f"{number}{gap}{symbol}" for number in numbers[:2] for gap in (" ", "", "-") if number[0].isdigit()]
    for word in _UNITS[unit]:
        forms += [f"{number} {word}" for number in numbers]
        forms.append(f"{numbers[0]}-{word.removesuffix('s')}")
    return forms
