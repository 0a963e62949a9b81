"""An abbreviation and its long form side by side: in brackets, or glued by a scraped page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from translator.glossary.context import context_allows
from translator.glossary.index import TermIndex
from translator.glossary.occurrence import Occurrence
from translator.glossary.patterns import abbreviations_of
from translator.glossary.reading import Reading, read
from translator.glossary.rendering import article_of
from translator.glossary.words import Words
from translator.text.french import fold

_OPENING = {" (": ")", " [": "]"}
_SPACES = (" ", "\u00a0", "\u202f")
_ARTICLES = ("", "l'", "la ", "le ", "les ", "the ")


def complete_pair(reading: Reading, words: Words, index: TermIndex) -> None:
    """Add to the reading of a term the other length that stands in brackets behind it.

    `Organisation du traité … (OTAN)` and `OTAN (Organisation du traité …)`, also with the English one in brackets, and
    abbreviations that have a row of their own.
    """
    entry, text, end = reading.pattern.entry, words.text, reading.end
    closing = _OPENING.get(text[end : end + 2].replace("\xa0", " ").replace("\u202f", " "))
    if closing is None:
        return
    begin = end + 2
    if reading.pattern.length == "long":
        for abbr in (*abbreviations_of(entry.source_abbr), entry.rendering_abbr):
            stop = begin + len(abbr)
            if abbr and text.startswith(abbr, begin) and text[stop : stop + 1] == closing:
                _extend(reading, words, stop + 1, entry.rendering_abbr or entry.source_abbr)
                return
        _complete_from_own_row(reading, words, index, closing)
        return
    folded = words.folded
    for form in (entry.source, *entry.forms, entry.rendering):
        for article in _ARTICLES:
            wanted = article + fold(form)
            stop = begin + len(wanted)
            if folded.startswith(wanted, begin) and text[stop : stop + 1] == closing:
                _extend(reading, words, stop + 1, entry.rendering)
                return


def _complete_from_own_row(reading: Reading, words: Words, index: TermIndex, closing: str) -> None:
    """`Banque centrale européenne (BCE)` where the glossary has `BCE` in another row, with or without a context."""
    k = reading.stop
    if k >= words.n or " " not in reading.pattern.literal or not words.text.startswith(closing, words.ends[k]):
        return
    abbr = words.word(k)
    names = (reading.pattern.literal, reading.pattern.entry.rendering)
    if len(abbr) < 2 or not abbr.isupper() or not any(_shortens(abbr, name) for name in names):
        return
    rows = [
        pattern.entry
        for pattern, stop in index.standing(words, k)
        if stop == k + 1 and pattern.literal == abbr and " " not in pattern.entry.rendering
    ]
    # The row whose context says that it is this one, else one without a context that says no.
    span = words.starts[k], words.ends[k]
    allowed = [row for row in rows if context_allows(row.context, words.folded, *span)]
    if allowed:
        row = min(allowed, key=lambda row: not row.context)
        _extend(reading, words, words.ends[k] + 1, row.rendering)


def complete_inside(reading: Reading, words: Words, index: TermIndex) -> None:
    """Add to the reading of a title the abbreviation of the body that its words end with.

    `procureur de la Cour pénale internationale (CPI)` → `International Criminal Court (ICC) Prosecutor`.
    """
    if words.text[reading.end : reading.end + 2].replace("\xa0", " ").replace("\u202f", " ") not in _OPENING:
        return
    for first in range(reading.first + 1, reading.stop):
        for pattern, stop in index.standing(words, first):
            if stop != reading.stop or pattern.length != "long" or not pattern.literal:
                continue
            body = read(pattern, words, first)
            if body is None or body.end != reading.end:
                continue
            complete_pair(body, words, index)
            long = body.pattern.entry.rendering
            for said in (long, body.pair) if body.pair else ():
                if re.search(rf"(?<!\w){re.escape(said)}(?!\w)", reading.pattern.entry.rendering):
                    reading.inside = (said, f"{long} ({body.pair})")
                    reading.stop, reading.end = body.stop, body.end
                    return


def _shortens(abbr: str, name: str) -> bool:
    """Whether the letters of an abbreviation are among the initials of a name, in their order."""
    initials = iter([word[0] for word in fold(name).replace("'", " ").replace("-", " ").split()])
    return all(letter in initials for letter in fold(abbr))


def complete_glued(reading: Reading, words: Words) -> str:
    """Give the abbreviation of a glued pair, or nothing if it is not one; add it to a reading whose long form is first.

    `OTANOrganisation du traité …` reads `NATO`: its long form is a tooltip, no text of the article. A small letter at
    the joint means that the words only happen to begin alike.
    """
    entry, text = reading.pattern.entry, words.text
    abbr = entry.source_abbr
    if text.startswith(abbr, reading.start) and text[reading.start + len(abbr)].isupper():
        return abbr
    if text.endswith(abbr, reading.start, reading.end):
        reading.pair = entry.rendering_abbr or abbr
        return abbr
    return ""


def without_tooltips(found: Sequence[Occurrence], text: str) -> list[Occurrence]:
    """The occurrences, an abbreviation and its own long form after nothing but a space made one: `UE Union européenne`.

    As where they are glued, the long form is a tooltip of the page, and the abbreviation is what its author wrote.
    """
    kept: list[Occurrence] = []
    for one in found:
        last = kept[-1] if kept else None
        if last and one.entry.source_abbr and text[last.end : one.start] in _SPACES:
            written, forms = text[last.start : last.end], (*abbreviations_of(one.entry.source_abbr),)
            if written in forms and text[one.start : one.end] not in forms:
                # Of several rows with these letters, the one of the long form is meant.
                kept[-1] = replace(
                    one,
                    start=last.start,
                    rendering=one.entry.rendering_abbr or last.rendering,
                    accepted=(),
                    article=article_of(one.entry, "abbr"),
                    short=written,
                )
                continue
        kept.append(one)
    return kept


def _extend(reading: Reading, words: Words, end: int, pair: str) -> None:
    reading.end, reading.pair = end, pair
    while reading.stop < words.n and words.starts[reading.stop] < end:
        reading.stop += 1
