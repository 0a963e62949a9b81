"""Numbers of a French source and of its English translation, compared by value.

`90 000` and `90,000`, `2` and `two`, `3,5 millions` and `3.5 million`, `XXe` and `20th`, `14 h 30` and `2:30 p.m.` are
the same; `3,5` and `35` are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from translator.text.number_forms import NUMBER, SCALES, SPACE, english, value_of
from translator.text.ordinals import roman_value
from translator.text.protected import find_protected
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
_FRENCH_SCALE = r"mille(?!s)|millions?|milliards?|billions?|trillions?"
_ENGLISH_SCALE = r"thousand|million|billion|trillion|quadrillion|bn|tn|mn"
_SHORT = r"k|K|M|Mds?|Mrds?|Mio|G|m|B|b|T"
_ENGLISH_POWERS = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "quadrillion": 15, "bn": 9, "tn": 12,
                   "mn": 6, "k": 3, "m": 6, "b": 9, "t": 12, "md": 9, "mds": 9, "mrd": 9, "mrds": 9, "mio": 6, "g": 9}  # fmt: skip
_EDGE = r"(?<![0-9])(?<![0-9][.,])"
_FRENCH = re.compile(
    rf"{_EDGE}(?P<number>{NUMBER})(?:{_S}?(?P<clock>h|H|heures?)(?:{_S}?(?P<minute>[0-5][0-9]))?(?![\w])"
    rf"|{_S}{{1,2}}(?P<scale>{_FRENCH_SCALE})(?!\w)(?:{_S}(?:de{_S})?(?P<higher>milliards?)(?!\w))?"
    rf"|{_S}?(?P<short>{_SHORT})(?={_S}?[$€£]))?",
    re.IGNORECASE,
)
_ENGLISH_NUMBER = (
    rf"(?:[0-9]{{1,3}}(?:,[0-9]{{3}}){{1,5}}(?![0-9])(?:\.[0-9]{{1,9}})?|[1-9][0-9]{{0,2}}(?:{_S}[0-9]{{3}}){{1,5}}(?![0-9])"
    rf"(?:[.,][0-9]{{1,9}})?|[0-9]{{1,15}}(?:[.,][0-9]{{1,9}})?)(?![0-9])"
)
_ENGLISH = re.compile(
    rf"{_EDGE}(?P<number>{_ENGLISH_NUMBER})(?:(?::(?P<minute>[0-5][0-9]))?{_S}?(?P<half>[ap]\.?m)(?![A-Za-z])\.?"
    rf"|:(?P<colon>[0-5][0-9])(?![0-9:])"
    rf"|[{_S[1:-1]}-]{{1,2}}(?P<scale>{_ENGLISH_SCALE})s?(?!\w)|(?P<short>{_SHORT}|bn|tn|mn)(?!\w))?",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"(?<![\w-])([IVXLC]{1,8})(?:ers?|re|ème|e|ᵉ)(?!\w)")
_CENTURY_LIST = re.compile(r"(?<![\w-])([IVXLC]{1,8})(?=e?(?:{_S}?[-–]{_S}?|{_S}et{_S})[IVXLC]{1,8}e)".replace("{_S}", _S))
_MONTH_FIELD = re.compile(r"(?<![\w/.-])[0-3]?[0-9]([/.-])([01]?[0-9])\1[12][0-9]{3}(?![\w/])")


def numeric_tokens(text: str, language: str) -> list[NumericToken]:
    """The numbers of a French (`fr`) or English (`en`) text, in figures and in words, in order, disjoint."""
    protected = find_protected(text)
    tokens = [*_in_figures(text, french=language == "fr"), *_in_words(text, language)]
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
        yield NumericToken(start, end, (_plain(value),), certain=False)
    if language == "fr":
        for found in [*_ROMAN.finditer(text), *_CENTURY_LIST.finditer(text)]:
            if value := roman_value(found[1]):
                yield NumericToken(*found.span(), (str(value),), certain=False)


def _in_figures(text: str, *, french: bool) -> Iterator[NumericToken]:
    months = {found.start(2) for found in _MONTH_FIELD.finditer(text)}
    for found in (_FRENCH if french else _ENGLISH).finditer(text):
        values = list(_french_values(text, found) if french else _english_values(text, found))
        certain = found.start() not in months and values[0] != ""
        yield NumericToken(*found.span(), tuple(dict.fromkeys(values)), certain)


def _french_values(text: str, found: re.Match[str]) -> Iterator[str]:
    literal = found["number"]
    value = value_of(literal)
    if found["scale"]:
        power = SCALES[found["scale"].lower().rstrip("s")] + (9 if found["higher"] else 0)
        yield _plain(value.scaleb(power))
        return
    if found["short"] and found["short"].lower() in _ENGLISH_POWERS:
        yield _plain(value.scaleb(_ENGLISH_POWERS[found["short"].lower()]))
        return
    if found["minute"] and value < 25:
        yield from _clock(int(value), int(found["minute"]))
        return
    yield from _bare(text, found, literal, value)
    if found["clock"] and value < 25:
        yield from _clock(int(value), 0)
    if re.fullmatch(r"[0-9]{1,3}[.,][0-9]{3}", literal):  # decimals or thousands
        yield _plain(Decimal(literal.replace(",", ".")))
        yield _plain(Decimal(literal.replace(",", "").replace(".", "")))


def _english_values(text: str, found: re.Match[str]) -> Iterator[str]:
    literal = re.sub("[\u00a0\u2009\u202f]", " ", found["number"])
    grouped = re.fullmatch(r"[0-9]{1,3}(?:[, ][0-9]{3})+(?:[.,][0-9]+)?", literal)
    head, mark, decimals = literal, "", ""
    if literal.count(".") == 1:
        head, mark, decimals = literal.partition(".")
    elif not grouped or re.search(r" .*,", literal):
        head, mark, decimals = literal.partition(",")
    value = Decimal(re.sub("[^0-9]", "", head) + (f".{decimals}" if mark else ""))
    scale = (found["scale"] or found["short"] or "").lower()
    if scale in _ENGLISH_POWERS:
        yield _plain(value.scaleb(_ENGLISH_POWERS[scale]))
        if found["short"]:
            yield _plain(value)
        return
    minute = found["minute"] or found["colon"]
    if (found["half"] or minute) and value < 25 and not decimals:
        yield from _clock(int(value), int(minute or 0), found["half"])
        if not minute:
            yield _plain(value)
        return
    yield from _bare(text, found, literal, value)
    if re.fullmatch(r"[0-9]{1,3},[0-9]{3}", literal):
        yield _plain(Decimal(literal.replace(",", ".")))


def _bare(text: str, found: re.Match[str], literal: str, value: Decimal) -> Iterator[str]:
    """Values of figures without a unit: also the short year of a range and a decade, and numbers that share a scale."""
    yield _plain(value)
    if len(literal) == 2 and literal.isdigit():
        before = re.search(r"((?:1|2)[0-9])[0-9]{2}[-–/]$", text[max(0, found.start() - 5) : found.start()])
        if before:
            yield before[1] + literal
        elif literal[1] == "0":  # a decade: `années 90`, `'90s`
            yield from (f"19{literal}", f"20{literal}")
    if len(literal) == 4 and literal[:2] in ("19", "20"):
        if literal[3] == "0":
            yield literal[2:]
        if re.search(rf"{literal[:2]}[0-9]{{2}}[-–/]$", text[max(0, found.start() - 5) : found.start()]):
            yield literal[2:]
    shared = _SHARED_SCALE.match(text, found.end("number"))
    if shared:
        power = SCALES.get(shared[1].lower().rstrip("s"), 0) if shared[2] == "" else 0
        power = power or _ENGLISH_POWERS.get(shared[1].lower(), 0)
        yield _plain(value.scaleb(power))


_SHARED_SCALE = re.compile(
    rf"{_S}?(?:[-–]|à|et|ou|to|and|or){_S}?[$€£]?{NUMBER}[ \u00a0\u202f-](milliards?|millions?|mille|billions?|trillions?|thousand)()(?!\w)"
)


def _clock(hour: int, minute: int, half: str | None = None) -> Iterator[str]:
    """A time of day, in 24 hours; without a.m. or p.m. also twelve hours on."""
    if half:
        yield f"{hour % 12 + (12 if half[0] in 'pP' else 0)}:{minute:02}"
    else:
        yield f"{hour % 24}:{minute:02}"
        if hour <= 12:
            yield f"{(hour + 12) % 24}:{minute:02}"


def check_numbers(source: str, target: str) -> list[NumberFinding]:
    """The numbers in figures that differ between a French source and its English translation, in order.

    Compared by value, in figures or words. A number that the source has is not `added` when it is said again.
    """
    ours, theirs = numeric_tokens(source, "fr"), numeric_tokens(target, "en")
    free = list(theirs)
    missing = []
    for token in sorted(ours, key=lambda token: not token.certain):
        partner = next((one for one in free if set(one.values) & set(token.values) and one.certain), None)
        partner = partner or next((one for one in free if set(one.values) & set(token.values)), None)
        if partner:
            free.remove(partner)
        elif token.certain:
            missing.append(token)
    known = {value for token in ours for value in token.values}
    added = [token for token in free if token.certain and not known.intersection(token.values)]
    missing.sort(key=lambda token: token.start)
    findings = []
    for n in range(max(len(missing), len(added))):
        lost, new = missing[n] if n < len(missing) else None, added[n] if n < len(added) else None
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


_LITERAL = re.compile(rf"(?<![\w.,])(?P<number>{NUMBER})(?!\w)(?![.,/][0-9])")


def repair_format(source: str, target: str) -> str:
    """`target` with the numbers that were copied from the French `source` in French writing written in English.

    `90 000` becomes `90,000` and `3,5` becomes `3.5` where the source has that number so written; `2,500`, which both
    languages can read, stays, and so do protected spans.
    """
    literals = {}
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
