"""Which entries match a term, which of them wins, and why the others do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translator.glossary.context import context_allows
from translator.glossary.entry import Entry
from translator.glossary.glossary import Glossary
from translator.glossary.index import TermIndex
from translator.glossary.matcher import Matcher
from translator.glossary.occurrence import Occurrence
from translator.glossary.patterns import Pattern
from translator.glossary.words import Words, word_key
from translator.text.french import fold


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that a term could mean. `wins` says whether it is taken, `why` in words.

    `layer` counts from 0, `found` is the part of the term that it stands for.
    """

    entry: Entry
    layer: int
    found: str
    wins: bool
    why: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What `show` finds: the occurrences that win, and all candidates, the winners first."""

    term: str
    occurrences: tuple[Occurrence, ...]
    candidates: tuple[Candidate, ...]


def show(glossary: Glossary, term: str) -> Shown:
    """Look a French term, or a sentence with terms, up as the translation does."""
    occurrences = tuple(Matcher(glossary).find(term))
    layers = {id(entry): n for n, layer in enumerate(glossary.layers) for entry in layer}
    won = {id(occurrence.entry): occurrence for occurrence in occurrences}
    winners = [
        Candidate(entry, layers.get(id(entry), 0), term[o.start : o.end], True, f"rendered {o.rendering!r}")
        for o in occurrences
        for entry in (o.entry,)
    ]
    losers: dict[int, Candidate] = {}
    for pattern, start, end in _standing(glossary.layers, term):
        key = id(pattern.entry)
        if key not in won and key not in losers:
            why = _why_not(pattern, start, end, term, occurrences, layers)
            losers[key] = Candidate(pattern.entry, pattern.layer, term[start:end], False, why)
    sources = {fold(o.entry.source) for o in occurrences}
    for number, layer in enumerate(glossary.layers):
        for entry in layer:
            if entry.status != "preferred" and fold(entry.source) in sources:
                what = "accepted if the model chose it" if entry.status == "admitted" else "must not appear"
                losers.setdefault(id(entry), Candidate(entry, number, entry.source, False, f"{entry.status}: {what}"))
    return Shown(term, occurrences, (*winners, *losers.values()))


def _standing(layers: Sequence[Sequence[Entry]], term: str) -> Iterator[tuple[Pattern, int, int]]:
    """The patterns whose words stand in the term, up to their first slot, longest first."""
    index = TermIndex(layers)
    words = Words(term, word_key(term))
    found = [
        (pattern, words.starts[k], words.ends[stop - 1])
        for k in range(words.n)
        for pattern, stop in index.standing(words.keys, k)
    ]
    yield from sorted(found, key=lambda item: (item[1] - item[2], item[1]))


def _why_not(
    pattern: Pattern, start: int, end: int, term: str, occurrences: Sequence[Occurrence], layers: dict[int, int]
) -> str:
    entry = pattern.entry
    over = next((o for o in occurrences if o.start < end and start < o.end), None)
    if entry.context and not context_allows(entry.context, fold(term), start, end):
        return f"its context is not there: {'|'.join(entry.context)}"
    if pattern.slots:
        return f"its slot {_slots(pattern)} is not filled"
    if over is None:
        if pattern.article:
            return f"it wants the article {pattern.article!r} before it"
        return f"its capitals or accents are not those of {pattern.form!r}, or it is part of a longer word"
    if over.end - over.start > end - start:
        return f"shorter than {over.entry.source!r}, which covers it"
    if layers.get(id(over.entry), 0) > pattern.layer:
        return "in an earlier layer than the winner"
    if over.entry.case == "exact" and entry.case != "exact":
        return "the winner matches by case"
    if over.entry.context and not entry.context:
        return "the winner has a context that is there"
    return "stands after the winner, which is as good"


def _slots(pattern: Pattern) -> str:
    return ", ".join(f"{{{name}}}" for name in pattern.slots)
