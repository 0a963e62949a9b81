"""Numbers in words, French and English, with their values: `quatre-vingt-dix mille`, `twenty-two`, `third`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from translator.text.number_words import cardinal, ordinal_word

__all__ = ["find_spelt"]

_FRENCH_SMALL = (
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize",
)  # fmt: skip
_FRENCH = {word: n for n, word in enumerate(_FRENCH_SMALL)} | {
    "une": 1, "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70,
    "huitante": 80, "octante": 80, "nonante": 90,
}  # fmt: skip
_FRENCH_SCALES = {"cent": 100, "cents": 100, "mille": 1000, "million": 10**6, "millions": 10**6, "milliard": 10**9,
                  "milliards": 10**9}  # fmt: skip
_FRENCH_OTHER = {
    "premier": 1, "première": 1, "premiers": 1, "premières": 1, "second": 2, "seconde": 2,
    "demi": "0.5", "demie": "0.5",
    "moitié": "0.5", "tiers": 3, "quart": 4, "quarts": 4, "dizaine": 10, "douzaine": 12,
    "quinzaine": 15, "vingtaine": 20,
    "trentaine": 30, "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "centaines": 100,
    "millier": 1000, "milliers": 1000, "neuvième": 9, "cinquième": 5, "midi": 12, "minuit": 0, "double": 2, "triple": 3,
}  # fmt: skip
_ENGLISH = {cardinal(n): n for n in (*range(20), *range(20, 100, 10))}
_ENGLISH_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
                   "hundreds": 100, "thousands": 1000, "millions": 10**6, "billions": 10**9}  # fmt: skip
_ENGLISH_OTHER = {
    "half": "0.5", "quarter": 4, "quarters": 4, "dozen": 12, "dozens": 12, "once": 1, "twice": 2,
    "double": 2, "both": 2,
    "triple": 3, "noon": 12, "midnight": 0, "score": 20, "pair": 2, "single": 1, "halves": 2, "thrice": 3, "twins": 2,
    "decade": 10, "decades": 10, "fortnight": 15, "couple": 2, "century": 100,
}  # fmt: skip
_ORDINALS = {
    "fr": {f"{word.removesuffix('e')}{'u' if word == 'cinq' else ''}ième": n for word, n in _FRENCH.items() if n > 1}
    | {"unième": 1, "neuvième": 9},
    "en": {ordinal_word(n): n for n in (*range(1, 20), *range(20, 100, 10))},
}
_ORDINALS["en"] |= {f"{word}s": n for word, n in _ORDINALS["en"].items() if n > 2}
_ORDINALS["fr"] |= {f"{word}s": n for word, n in _ORDINALS["fr"].items()}
_UNITS = {"fr": _FRENCH, "en": _ENGLISH}
_SCALES = {"fr": _FRENCH_SCALES, "en": _ENGLISH_SCALES}
_OTHER = {"fr": _FRENCH_OTHER, "en": _ENGLISH_OTHER}
_AND = {"fr": "et", "en": "and"}
_WORD = re.compile(r"[^\W\d_]+")


def find_spelt(text: str, language: str) -> Iterator[tuple[int, int, Decimal]]:
    """Start, end and value of each number in words of a French (`fr`) or English (`en`) text, in order."""
    units, scales, ordinals = _UNITS[language], _SCALES[language], _ORDINALS[language]
    run: list[tuple[int, int, str]] = []
    for found in _WORD.finditer(text):
        word = found[0].lower()
        near = not run or text[run[-1][1] : found.start()] in (" ", "-", "\u00a0", "‑")
        if not near:
            yield from _value(run, language)
            run = []
        if word in units or word in scales or (word in ordinals and run) or (word == _AND[language] and run):
            run.append((found.start(), found.end(), word))
        else:
            yield from _value(run, language)
            run = []
            value = ordinals.get(word, _OTHER[language].get(word))
            if value is not None:
                yield found.start(), found.end(), Decimal(value)
    yield from _value(run, language)


def _value(run: list[tuple[int, int, str]], language: str) -> Iterator[tuple[int, int, Decimal]]:
    """The numbers that a run of number words makes: `two and three` are two, `two hundred and three` is one."""
    units, scales, ordinals = _UNITS[language], _SCALES[language], _ORDINALS[language]
    total = group = 0
    last_unit = 1000
    begin = end = -1
    joined = False
    for start, stop, word in run:
        if word == _AND[language]:
            joined = True
            continue
        value = units.get(word, ordinals.get(word, 0))
        if word in scales:
            scale = scales[word]
            if scale == 100:
                group = (group or 1) * 100
                last_unit = 100
            else:
                total += (group or 1) * scale
                group, last_unit = 0, 1000
        else:
            fits = (
                begin < 0
                or (
                    last_unit > value
                    and (last_unit % 10 == 0)
                    and (last_unit >= 100 or value < 10 or (language == "fr" and last_unit in (60, 80) and value < 20))
                )
                or (language == "fr" and value == 20 and group % 100 == 4)
            )
            if joined and language == "en" and last_unit < 100:
                fits = False
            if not fits:
                yield begin, end, Decimal(total + group)
                begin, total, group, last_unit = -1, 0, 0, 1000
            if language == "fr" and value == 20 and group % 100 == 4:
                group += 76
                last_unit = 80
            else:
                group += value
                last_unit = value or 1
        joined = False
        begin = start if begin < 0 else begin
        end = stop
    if begin >= 0:
        yield begin, end, Decimal(total + group)
