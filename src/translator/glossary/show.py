"""Which entries match a term, which of them wins, and why the others do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translator.glossary.context import context_allows
from translator.glossary.entry import Entry, slots_of
from translator.glossary.glossary import Glossary
from translator.glossary.matcher import Matcher
from translator.glossary.occurrence import Occurrence
from translator.glossary.patterns import Pattern
from translator.glossary.words import Words, composed, word_key
from translator.text.french import fold

_EARLIER = "in an earlier layer than the winner"


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
    """Look a French term, or a sentence with terms, up as the translation does.

    A source with its slots as the rows write it (`président de {country}`) is looked up among the sources instead.
    """
    term = (composed(term) or (term,))[0]
    layers = {id(entry): n for n, layer in enumerate(glossary.layers) for entry in layer}
    occurrences: tuple[Occurrence, ...] = ()
    if slots_of(term):
        found = _with_source(glossary, term)
    else:
        matcher = Matcher(glossary)
        occurrences = tuple(matcher.find(term))
        found = [
            Candidate(o.entry, layers.get(id(o.entry), 0), term[o.start : o.end], True, f"rendered {o.rendering!r}")
            for o in occurrences
        ]
        known = {id(candidate.entry) for candidate in found}
        for pattern, start, end, stands in _readings(matcher, term):
            if id(pattern.entry) not in known:
                known.add(id(pattern.entry))
                why = _why_not(pattern, start, end, stands, term, occurrences, layers)
                found.append(Candidate(pattern.entry, pattern.layer, term[start:end], False, why))
    return Shown(term, occurrences, (*found, *_other_renderings(glossary, found)))


def _with_source(glossary: Glossary, source: str) -> list[Candidate]:
    """The preferred rows with a source or form, the winner first: the last layer's, and there the first."""
    key = fold(source)
    rows = [
        (entry, number)
        for number, layer in reversed(list(enumerate(glossary.layers)))
        for entry in layer
        if entry.status == "preferred" and key in map(fold, (entry.source, *entry.forms))
    ]
    found = [Candidate(entry, number, source, True, f"rendered {entry.rendering!r}") for entry, number in rows[:1]]
    for entry, number in rows[1:]:
        why = _EARLIER if number < rows[0][1] else "stands after the winner, which is as good"
        found.append(Candidate(entry, number, source, False, why))
    return found


def _other_renderings(glossary: Glossary, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The admitted and forbidden rows of the terms that win."""
    sources = {fold(candidate.entry.source) for candidate in found if candidate.wins}
    for number, layer in enumerate(glossary.layers):
        for entry in layer:
            if entry.status != "preferred" and fold(entry.source) in sources:
                what = "accepted if the model chose it" if entry.status == "admitted" else "must not appear"
                yield Candidate(entry, number, entry.source, False, f"{entry.status}: {what}")


def _readings(matcher: Matcher, term: str) -> list[tuple[Pattern, int, int, bool | None]]:
    """The patterns that are in the term and where, longest first; None for one that is there up to a slot only."""
    words = Words(term, word_key(term))
    found: list[tuple[Pattern, int, int, bool | None]] = [
        (reading.pattern, reading.start, reading.end, stands) for reading, stands in matcher.readings(term)
    ]
    found += [
        (pattern, words.starts[k], words.ends[stop - 1], None)
        for k in range(words.n)
        for pattern, stop in matcher.index.begun(words, k)
    ]
    return sorted(found, key=lambda item: (not item[3], item[1] - item[2], item[1]))


def _why_not(
    pattern: Pattern,
    start: int,
    end: int,
    stands: bool | None,
    term: str,
    occurrences: Sequence[Occurrence],
    layers: dict[int, int],
) -> str:
    entry = pattern.entry
    over = next((o for o in occurrences if o.start < end and start < o.end), None)
    if entry.context and not context_allows(entry.context, fold(term), start, end):
        return f"its context is not there: {'|'.join(entry.context)}"
    small = pattern.cased and pattern.cut.written[0][:1].isupper() and not term[start].isupper()
    if stands is None and pattern.slots and not small:
        return f"its slot {_slots(pattern)} is not filled"
    if over is None or not stands:
        if pattern.article:
            return f"it wants the article {pattern.article!r} before it"
        return f"its capitals or accents are not those of {pattern.form!r}, or it is part of a longer word"
    if over.end - over.start > end - start:
        return f"shorter than {over.entry.source!r}, which covers it"
    if layers.get(id(over.entry), 0) > pattern.layer:
        return _EARLIER
    if over.entry.case == "exact" and entry.case != "exact":
        return "the winner matches by case"
    if over.entry.context and not entry.context:
        return "the winner has a context that is there"
    return "stands after the winner, which is as good"


def _slots(pattern: Pattern) -> str:
    return ", ".join(f"{{{name}}}" for name in pattern.slots)
