"""Numbers of a French source and of its English translation, compared by value.

`90 000` and `90,000`, `2` and `two`, `3,5 millions` and `3.5 million`, `XXe` and `20th`, `14 h 30` and `2:30 p.m.` are
the same; `3,5` and `35` are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import zip_longest

from translator.text.number_forms import NUMBER, SCALES, SPACE, english, matches_at, number_starts, value_of
from translator.text.ordinals import roman_value
from translator.text.protected import find_protected
from translator.text.quantities import find_quantities
from translator.text.spelt_numbers import find_spelt

__all__ = ["NumberFinding", "NumericToken", "check_numbers", "numeric_tokens", "repair_format"]


@dataclass(frozen=True, slots=True)
class NumericToken:
    """A number at `text[start:end]`: `values` are all it may be worth, as plain decimals or `hours:minutes`.

    `certain`: written in figures, so that the other side must have it; a number in words may also be a pronoun (`one`).
    """

    start: int
    end: int
    values: tuple[str, ...]
    certain: bool


@dataclass(frozen=True, slots=True)
class NumberFinding:
    """A number that the translation has `missing`, `changed` or `added` (`kind`), as written on both sides.

    `source` and `target` are the texts of the number, empty on the side that has none; the spans are where they stand.
    """

    kind: str
    source: str
    target: str
    source_span: tuple[int, int] | None
    target_span: tuple[int, int] | None


_S = SPACE
_DIGIT = re.compile("[0-9]")
_POWERS = {
    "fr": SCALES | {"md": 9, "mrd": 9, "mio": 6, "k": 3, "m": 6, "g": 9},
    "en": {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "quadrillion": 15, "bn": 9, "tn": 12, "mn": 6,
           "k": 3, "m": 6, "b": 9, "t": 12},
}  # fmt: skip
"""Words and letters of scale, without the s of the plural, and their powers of ten."""

_EDGE = r"(?<![0-9])(?<![0-9][.,])"
_ENGLISH_NUMBER = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,5}(?![0-9])(?:\.[0-9]{1,9})?"
    rf"|[1-9][0-9]{{0,2}}(?:{_S}[0-9]{{3}}){{1,5}}(?![0-9])(?:[.,][0-9]{{1,9}})?"
    r"|[0-9]{1,15}(?:[.,][0-9]{1,9})?)(?![0-9])"
)
_FIGURES = {
    "fr": re.compile(
        rf"{_EDGE}(?P<number>{NUMBER})(?:{_S}?(?P<clock>h|heures?)(?:{_S}?(?P<minute>[0-5][0-9])(?![0-9]))?(?!\w)"
        rf"|:(?P<colon>[0-5][0-9])(?![0-9:])"
        rf"|{_S}{{1,2}}(?P<scale>mille(?!s)|millions?|milliards?|billions?|trillions?)(?!\w)"
        rf"(?:{_S}(?:de{_S})?(?P<higher>milliards?)(?!\w))?"
        rf"|{_S}?(?P<short>k|M|Mds?|Mrds?|Mio|G)(?={_S}?[$€£]))?",
        re.IGNORECASE,
    ),
    "en": re.compile(
        rf"{_EDGE}(?P<number>{_ENGLISH_NUMBER})"
        rf"(?:(?::(?P<minute>[0-5][0-9]))?{_S}?(?P<clock>[ap]\.?m)(?!\w)\.?|:(?P<colon>[0-5][0-9])(?![0-9:])"
        rf"|(?:{_S}|-)(?P<scale>thousand|million|billion|trillion|quadrillion)s?(?!\w)(?:{_S}(?P<higher>million)s?(?!\w))?"
        rf"|(?P<short>k|m|b|t|bn|tn|mn)(?!\w))?",
        re.IGNORECASE,
    ),
}
_SCALE_LATER = {
    language: re.compile(
        rf"(?:{_S}?[-–]{_S}?|{_S}(?:à|et|ou|to|and|or){_S})[$€£]?{number}(?:{_S}|-)"
        rf"(mille(?!s)|thousand|(?:milli|milliard|billi|trilli)(?:on)?)s?(?!\w)",
        re.IGNORECASE,
    )
    for language, number in (("fr", NUMBER), ("en", _ENGLISH_NUMBER))
}
_DECADE_BEFORE = re.compile(rf"années{_S}(?:[0-9]{{2,4}}{_S}?(?:-|,|et|à)?{_S}?)?\Z", re.IGNORECASE)
_AND_A_HALF = re.compile(rf"(?:{_S}\w{{1,20}})?{_S}et{_S}demie?(?!\w)", re.IGNORECASE)
_HALF = Decimal("0.5")
_ROMAN = re.compile(r"(?<![\w-])([IVX]{1,8})(?:ers?|re|ème|e|ᵉ)(?!\w)")
_MONTH_FIELD = re.compile(r"(?<![\w/.-])[0-3]?[0-9]([/.-])([01]?[0-9])\1[12][0-9]{3}(?![\w/])")
_DECIMALS_OR_THOUSANDS = re.compile(r"[0-9]{1,3}[.,][0-9]{3}\Z")


def numeric_tokens(text: str, language: str) -> list[NumericToken]:
    """The numbers of a French (`fr`) or English (`en`) text, in figures and in words, in order, disjoint."""
    protected = find_protected(text)
    tokens = [*_in_figures(text, language), *_in_words(text, language)]
    tokens.sort(key=lambda token: (token.start, -token.end))
    chosen: list[NumericToken] = []
    end, n = 0, 0
    for token in tokens:
        while n < len(protected) and protected[n][1] <= token.start:
            n += 1
        if token.start >= end and not (n < len(protected) and protected[n][0] < token.end):
            chosen.append(token)
            end = token.end
    return chosen


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}" if value else "0"


def _in_words(text: str, language: str) -> Iterator[NumericToken]:
    for start, end, value in find_spelt(text, language):
        values = (value, value + _HALF) if language == "fr" and _AND_A_HALF.match(text, end) else (value,)
        yield NumericToken(start, end, tuple(map(_plain, values)), certain=False)
    if language == "fr":
        for found in _ROMAN.finditer(text):
            if number := roman_value(found[1]):
                yield NumericToken(*found.span(), (str(number),), certain=False)


def _in_figures(text: str, language: str) -> Iterator[NumericToken]:
    months = {found.start(2) for found in matches_at(_MONTH_FIELD, text, number_starts(text))}
    for found in matches_at(_FIGURES[language], text, number_starts(text)):
        values = tuple(dict.fromkeys(_values(text, found, language)))
        # `B2B`, `Crime1`: the figure of a name, or a footnote, is not a number that a translation may not have.
        start, end = found.span()
        glued = language == "en" and (text[max(0, start - 1) : start].isalpha() or text[end : end + 1].isalpha())
        yield NumericToken(start, end, values, certain=not glued and found.start() not in months)


def _values(text: str, found: re.Match[str], language: str) -> Iterator[str]:
    """All that a number in figures may be worth, with the scale or the minutes after it."""
    literal = re.sub(_S, " ", found["number"])
    value = value_of(literal) if language == "fr" else _english_value(literal)
    if written := found["scale"] or found["short"]:
        power = _POWERS[language][written.lower().rstrip("s")]
        if found["higher"]:  # `mille milliards`, `thousand million`
            power += 9 if language == "fr" else 6
        yield _plain(value.scaleb(power))
        if language == "fr" and _AND_A_HALF.match(text, found.end()):
            yield _plain((value + _HALF).scaleb(power))
        if found["scale"]:
            return
    minute = found["minute"] or found["colon"]
    if value < 25 and value == int(value) and (minute or found["clock"]):
        half = found["clock"] if language == "en" else None
        yield from _clock(int(value), int(minute or 0), half)
        if minute:
            return
    yield _plain(value)
    if language == "fr" and _DECIMALS_OR_THOUSANDS.match(literal):
        yield _plain(Decimal(literal.replace(",", ".")))
        yield _plain(Decimal(literal.replace(",", "").replace(".", "")))
    yield from _by_context(text, found, literal, value, language)


def _english_value(literal: str) -> Decimal:
    """What a number in an English text is worth, also if it was copied from the French (`90 000`, `3,5`)."""
    if re.fullmatch(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?", literal):
        return Decimal(literal.replace(",", ""))
    return Decimal(literal.replace(" ", "").replace(",", "."))


def _by_context(text: str, found: re.Match[str], literal: str, value: Decimal, language: str) -> Iterator[str]:
    """Values that the text around gives to bare figures: a short year, a decade, a scale that is said later."""
    start, end = found.span("number")
    before, after = text[max(0, start - 20) : start], text[end : end + 40]
    if literal.isdigit() and len(literal) in (2, 4):
        full_year = re.search(r"(?<![0-9])(1[0-9]|20)[0-9]{2}[-–/]\Z", before)
        if full_year:
            yield full_year[1] + literal if len(literal) == 2 else literal[2:]
        elif literal[-1] == "0" and (_DECADE_BEFORE.search(before) or re.match(r"['’]?s(?!\w)", after)):
            yield from (literal[2:],) if len(literal) == 4 else (f"19{literal}", f"20{literal}")
    if language == "fr" and _AND_A_HALF.match(text, end):
        yield _plain(value + _HALF)
    if shared := _SCALE_LATER[language].match(after):
        yield _plain(value.scaleb(_POWERS[language].get(shared[1].lower(), 0)))


def _clock(hour: int, minute: int, half: str | None) -> Iterator[str]:
    """A time of day, in 24 hours; without a.m. or p.m. (`half`) also twelve hours on."""
    if half:
        yield f"{hour % 12 + (12 if half[0] in 'pP' else 0)}:{minute:02}"
    else:
        yield f"{hour % 24}:{minute:02}"
        if hour <= 12:
            yield f"{(hour + 12) % 24}:{minute:02}"


_LOOK_FURTHER = 200_000
"""Characters to search at most for other forms: keeps the time linear where nothing fits anyway."""


def check_numbers(source: str, target: str) -> list[NumberFinding]:
    """The numbers in figures that differ between a French source and its English translation, in order.

    Compared by value, in figures or words; a form that `find_quantities` accepts is right too (`9/11`, `twice`). A
    number that the source has is not `added` when it is said again.
    """
    if not _DIGIT.search(source) and not _DIGIT.search(target):
        return []
    ours, theirs = numeric_tokens(source, "fr"), numeric_tokens(target, "en")
    missing, free = _unmatched(ours, theirs)
    known = {value for token in ours for value in token.values}
    added = [token for token in free if token.certain and not known.intersection(token.values)]
    if (missing or added) and (len(missing) + len(added)) * len(target) < _LOOK_FURTHER:
        missing, added = _without_accepted(source, target, missing, added)
    findings = []
    for lost, new in zip_longest(missing, added):
        findings.append(
            NumberFinding(
                "changed" if lost and new else "missing" if lost else "added",
                source[lost.start : lost.end] if lost else "",
                target[new.start : new.end] if new else "",
                (lost.start, lost.end) if lost else None,
                (new.start, new.end) if new else None,
            )
        )
    return findings


def _unmatched(ours: list[NumericToken], theirs: list[NumericToken]) -> tuple[list[NumericToken], list[NumericToken]]:
    """The certain tokens of ours that nothing of theirs equals, and what is left of theirs, each in order."""
    by_value: dict[str, list[int]] = {}
    for n in sorted(range(len(theirs)), key=lambda n: (not theirs[n].certain, n), reverse=True):
        for value in theirs[n].values:
            by_value.setdefault(value, []).append(n)
    used, missing = set(), []
    for token in sorted(ours, key=lambda token: not token.certain):
        for value in token.values:
            candidates = by_value.get(value, [])
            while candidates and candidates[-1] in used:
                candidates.pop()
            if candidates:
                used.add(candidates.pop())
                break
        else:
            if token.certain:
                missing.append(token)
    return missing, [token for n, token in enumerate(theirs) if n not in used]


def _without_accepted(
    source: str, target: str, missing: list[NumericToken], free: list[NumericToken]
) -> tuple[list[NumericToken], list[NumericToken]]:
    """Without the tokens, missing and free, of a quantity that the target renders in another accepted form."""
    lower = target.lower()
    for quantity in find_quantities(source):
        if not (missing or free):
            break
        inside = [token for token in missing if quantity.start <= token.start < quantity.end]
        if not (inside or free):
            continue
        for form in (quantity.rendering, *quantity.accepted):
            if form.lower() not in lower:
                continue
            found = re.search(rf"(?<!\w){re.escape(form)}(?!\w)", target, re.IGNORECASE)
            if found:
                missing = [token for token in missing if token not in inside]
                free = [token for token in free if not found.start() <= token.start < found.end()]
                break
    return missing, free


_LITERAL = re.compile(rf"(?<![\w.,])(?P<number>{NUMBER})(?!\w)(?![.,/][0-9])")


def repair_format(source: str, target: str) -> str:
    """`target` with the numbers that were copied from the French `source` in French writing written in English.

    `90 000` becomes `90,000` and `3,5` becomes `3.5` where the source has that number so written; `2,500`, which both
    languages can read, stays, and so do protected spans.
    """
    literals: dict[str, str] = {}
    if not _DIGIT.search(target):
        return target
    for found in _LITERAL.finditer(source):
        literal = re.sub("[\u00a0\u2009\u202f]", " ", found["number"])
        rendering = english(literal)
        if rendering != literal and not re.fullmatch(r"[0-9]{1,3}[.,][0-9]{3}", literal):
            literals[literal] = rendering
    for literal in [one for one in literals if literals[one] in literals]:
        del literals[literal]
    if not literals:
        return target
    protected = find_protected(target)

    def write(found: re.Match[str]) -> str:
        if any(start < found.end() and found.start() < end for start, end in protected):
            return found[0]
        return literals.get(re.sub("[\u00a0\u2009\u202f]", " ", found[0]), found[0])

    return _LITERAL.sub(write, target)
