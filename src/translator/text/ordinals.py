"""French ordinals, centuries and decades: `1er`, `2e`, `XXe siècle`, `années 1990`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.text.number_forms import SPACE
from translator.text.number_words import ordinal, ordinal_word
from translator.text.quantity import Quantity, quantity
from translator.text.ranges import connector

__all__ = ["ROMAN_ORDINAL", "find_centuries", "find_ordinals", "roman_value"]

_S = SPACE
_ENDING = r"(?:ers?|ères?|eres?|res?|ᵉʳ|ʳᵉ|ièmes?|iemes?|èmes?|emes?|mes?|es?|ᵉ|nde?s?|des?)"
_FIGURES = rf"(?P<figures>[1-9][0-9]{{0,3}}|[1-9][0-9]{{0,2}}{_S}[0-9]{{3}}){_ENDING}"
ROMAN_ORDINAL = r"(?P<roman>[IVXLC]{1,8})(?:(?<=(?<!\w)I)(?:ers?|res?|ᵉʳ)|èmes?|emes?|es?|ᵉ)"
"""A Roman number with a French ordinal ending (pattern)."""

_ANY = r"(?:[0-9]{1,2}|[IVX]{1,6})(?:ème|eme|er|e|ᵉ|ᵉʳ)"
_CHRIST = rf"(?:J\.{_S}?-?{_S}?C\.?|Jésus-Christ|notre{_S}ère)"
_ERA = rf"(?:{_S}(?P<era>(?:av(?:\.|ant)|apr?(?:\.|ès)){_S}?{_CHRIST}))"
_CENTURY = re.compile(
    rf"(?<![\w-])(?P<list>{_ANY}(?:(?:{_S}?[-–]{_S}?|,{_S}|{_S}(?:et|ou|à|au)(?:{_S}(?:le|du))?{_S}){_ANY}){{0,3}}){_S}(?P<noun>siècles?|s\.(?={_S}av))"
    rf"(?!\w){_ERA}?",
    re.IGNORECASE,
)
_ERA_YEAR = re.compile(rf"(?<![\w.,/-])(?P<year>[0-9]{{1,4}}){_ERA}")
_TENS = "['’]?(?:[12][0-9])?[0-9]0"
_DECADE = re.compile(
    rf"(?<!\w)années{_S}(?P<list>{_TENS}(?:(?:{_S}?[-–]{_S}?|,{_S}|{_S}(?:et|ou|à){_S}){_TENS}){{0,3}})"
    rf"(?!\w)(?![.,][0-9])",
    re.IGNORECASE,
)
_ORDINAL = re.compile(rf"(?<![\w.,/-])(?:{_FIGURES}|{ROMAN_ORDINAL})(?!\w)")
_FINALS = re.compile(rf"{_S}de{_S}finale(?!\w)")
_LABEL_BEFORE = re.compile(
    r"(?:articles?|art\.|alinéas?|paragraphes?|par\.|chapitres?|annexes?|acte|tome|titre|livre|règle|principe)\s$",
    re.IGNORECASE,
)
_KING_BEFORE = re.compile(r"[A-ZÀ-Ý][a-zà-ÿ-]+\s$")
_COUNTED = ("République", "Reich", "Empire", "Internationale")
_NUMBERED_AFTER = re.compile(
    r"\s(?:arrondissement|régiment|bataillon|brigade|division|armée|corps|escadron|flotte|circonscription|parallèle|"
    r"compagnie|groupe|légion|rue|avenue|RI|REP|RPIMa|RIMa|BB)s?(?!\w)",
)
_LAST = {"8": 16, "16": 32, "32": 64}
_LAST_WORDS = {16: ("last sixteen", "round of sixteen"), 32: ("last thirty-two",), 64: ("last sixty-four",)}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def roman_value(roman: str) -> int:
    """What a Roman number in capitals is worth; 0 if it is not well formed."""
    if not re.fullmatch("M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})", roman):
        return 0
    values = [_ROMAN[c] for c in roman]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def find_centuries(source: str) -> Iterator[Quantity]:
    """Centuries, years of an era and decades; may overlap, the better ones come first."""
    for found in _CENTURY.finditer(source):
        forms = _century_forms(found)
        if forms:
            yield quantity(found.span(), "century", forms)
    for found in _ERA_YEAR.finditer(source):
        yield quantity(found.span(), "date", [f"{found['year']} {mark}" for mark in _era(found["era"])])
    for found in _DECADE.finditer(source):
        yield quantity(found.span(), "decade", _decade_forms(found["list"]))


def find_ordinals(source: str) -> Iterator[Quantity]:
    """Ordinals in figures: `2e`, `IIIe`, `article 1er`."""
    for found in _ORDINAL.finditer(source):
        before, after = source[max(0, found.start() - 30) : found.start()], source[found.end() : found.end() + 30]
        finals = _FINALS.match(after)
        if finals and found["figures"] in _LAST:
            last = _LAST[found["figures"]]
            forms = [f"round of {last}", f"last {last}", f"last-{last}", f"round-of-{last}"]
            for word in (ordinal_word(last // 2), ordinal(last // 2)):
                forms += [f"{word}{mark}{noun}" for mark in "- " for noun in ("finals", "final")]
            yield quantity((found.start(), found.end() + finals.end()), "ordinal", [*forms, *_LAST_WORDS[last]])
            continue
        forms = _ordinal_forms(found, before, after)
        if forms:
            yield quantity(found.span(), "ordinal", forms)


def _number(text: str) -> int:
    figures = re.sub("[^0-9]", "", text)
    if figures:
        return int(figures)
    found = re.match("[IVXLC]+", text.upper())
    return roman_value(found[0]) if found else 0


def _era(written: str | None) -> list[str]:
    if not written:
        return [""]
    return ["BC", "BCE", "B.C.", "before Christ"] if written.lower().startswith("av") else ["AD", "CE", "A.D."]


def _century_forms(found: re.Match[str]) -> list[str]:
    """Forms of a century or several; none if a Roman number is malformed."""
    numbers = [_number(item) for item in re.findall(_ANY, found["list"], re.IGNORECASE)]
    if not all(0 < number < 100 for number in numbers):
        return []
    gaps = [connector(gap) for gap in re.split(_ANY, found["list"], flags=re.IGNORECASE)[1:-1]]
    forms = []
    for write in (ordinal, ordinal_word):
        words = "".join(a + b for a, b in zip([write(number) for number in numbers], [*gaps, ""], strict=True))
        for noun in ("centuries", "century") if len(numbers) > 1 else ("century",):
            for era in _era(found["era"]):
                forms.append(f"{words} {noun}" + (f" {era}" if era else ""))
        forms.append(f"{words}-century" + (f" {_era(found['era'])[0]}" if found["era"] else ""))
    return forms


def _decade_forms(written: str) -> list[str]:
    """`1960 et 1970`: `1960s and 1970s`. Two figures are of the 20th century, from `30` to `90` and `20` alike."""
    years = re.findall("[0-9]+", written)
    joins = [connector(gap) for gap in re.split("['’]?[0-9]+", written)[1:-1]] + [""]
    full = [year if len(year) == 4 else ("20" if year in ("00", "10") else "19") + year for year in years]
    forms = ["".join(f"{year}s{join}" for year, join in zip(full, joins, strict=True))]
    for mark in ("", "'", "’", "‘"):
        forms.append("".join(f"{mark}{year[-2:]}s{join}" for year, join in zip(full, joins, strict=True)))
    if len(years) == 1:
        words = {"20": "twenties", "30": "thirties", "40": "forties", "50": "fifties", "60": "sixties",
                 "70": "seventies", "80": "eighties", "90": "nineties"}  # fmt: skip
        forms += [words[full[0][-2:]]] if full[0][-2:] in words else []
        forms += [f"{full[0][first:]}{mark}s" for first in (0, 2) for mark in "'’"]
        if len(years[0]) == 2:  # `les années 80 du XIXe siècle`
            forms += [f"{century}{years[0]}s" for century in ("18", "19", "20", "17")]
    return forms


def _ordinal_forms(found: re.Match[str], before: str, after: str) -> list[str]:
    number = int(re.sub("[^0-9]", "", found["figures"])) if found["figures"] else roman_value(found["roman"])
    if found["roman"] in ("L", "C"):  # `Le`, `Ce`
        return []
    if not number or re.match(r"\smin(?:istre|\.)", after):  # `1er ministre` is an office
        return []
    first = bool(re.search(r"(?:er|re|ᵉʳ|ʳᵉ)s?\Z", found[0]))
    if first and number == 1 and (_LABEL_BEFORE.search(before) or (found["roman"] and _KING_BEFORE.search(before))):
        return [found["roman"] or "1", "1", "one", "first", "the First"]
    if found["figures"] and found[0].endswith(("nd", "nde", "d", "de", "nds", "ndes")) and number % 10 != 2:
        return []
    if found["figures"] and not first and re.search(r"m?res?\Z", found[0]):
        return []
    forms = [ordinal(number), ordinal_word(number)]
    if number >= 1000:
        forms.append(ordinal(number).replace(",", ""))
    counted = after.lstrip(" \u00a0\u202f").startswith(_COUNTED)
    if counted:
        return [ordinal_word(number).title(), ordinal(number)]
    return forms if number > 9 or _NUMBERED_AFTER.match(after) else forms[::-1]
