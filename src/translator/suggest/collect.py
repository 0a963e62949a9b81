"""Collecting the terms of French sentences that a glossary does not know, with the places where they stand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from translator.auditing.audit import find_occurrences
from translator.suggest.abbreviations import is_abbreviation, long_forms
from translator.suggest.align import Aligner
from translator.suggest.candidate import WEIGHTS
from translator.suggest.names import TITLE_HEADS, Chains, chain_key
from translator.suggest.pairing import paired_names
from translator.suggest.words import Token
from translator.text.french import fold

if TYPE_CHECKING:
    from translator.glossary.glossary import Glossary
    from translator.glossary.matcher import Matcher

_Span = tuple[int, int]


@dataclass(slots=True)
class Found:
    """A term while it is collected: by what it was found, how it is written, its renderings, where it stands.

    `renderings` has a sum of scores for each wording, `pairs` the number of the pair for each occurrence.
    """

    found: str
    writings: Counter[str] = field(default_factory=Counter)
    abbreviations: Counter[str] = field(default_factory=Counter)
    renderings: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    pairs: list[int] = field(default_factory=list)


class Collector:
    """Takes sentence after sentence; `found` has what they hold by its folded wording."""

    def __init__(self, glossary: Glossary | None, chains: Chains, aligner: Aligner) -> None:
        """What `glossary` knows is left out; `chains` and `aligner` must have counted all sentences."""
        from translator.glossary.matcher import Matcher

        entries = list(glossary or ())
        self._matcher: Matcher | None = Matcher(glossary) if glossary is not None and entries else None
        self._known = {fold(form) for entry in entries for form in (entry.source, *entry.forms)}
        self._known_abbreviations = {entry.source_abbr for entry in entries} | {entry.source for entry in entries}
        self._chains, self._aligner = chains, aligner
        self._found: dict[str, Found] = {}

    def add(self, n: int, text: str, french: Sequence[Token], english: Sequence[Token]) -> None:
        """Collect the terms of pair number `n`."""
        if is_headline(french):
            return
        known = [(one.start, one.end) for one in find_occurrences(text, self._matcher)] if self._matcher else []
        explained = list(self._explained(n, french, known))
        free = [
            not _covers(known, token) or reopened
            for token, reopened in zip(french, _reopened(french, known), strict=True)
        ]
        free = [one and not _covers(explained, token) for one, token in zip(free, french, strict=True)]
        solid = [any(start < token.start < end for start, end in (*known, *explained)) for token in french]
        for token, one in zip(french, free, strict=True):
            if one and is_abbreviation(token.text) and token.text not in self._known_abbreviations:
                self._note("acronym", token.text, n)
        if english:
            for name in paired_names(french, free, solid, english, self._chains, self._aligner):
                one_found = self._note("name", chain_key(french[name.first : name.last]), n)
                one_found.renderings[name.rendering] += name.score
            free = [one and not token.is_capital for one, token in zip(free, french, strict=True)]
        for first, last in self._chains.terms(french, free, solid):
            how = "title" if french[first].key in TITLE_HEADS else "name"
            self._note(how, chain_key(french[first:last]), n)

    def found(self) -> list[Found]:
        """All that was collected and is not known; acronyms are counted with the long form that explains them."""
        long_of = {short: key for key, one in self._found.items() for short in one.abbreviations}
        result = []
        for key, one in self._found.items():
            if one.found == "acronym" and key in long_of:
                self._found[long_of[key]].pairs.extend(one.pairs)
            elif one.found in ("acronym", "abbreviation") or key not in self._known:
                result.append(one)
        return result

    def _explained(self, n: int, french: Sequence[Token], known: Iterable[_Span]) -> Iterable[_Span]:
        """Note the long forms with their abbreviations; yields where they stand."""
        for first, last, short in long_forms(french, french=True):
            begin, end = french[first].start, french[last - 1].end
            if not any(start <= begin and end <= stop for start, stop in known):
                self._note("abbreviation", chain_key(french[first:last]), n).abbreviations[short.text] += 1
                yield begin, short.end

    def _note(self, how: str, writing: str, n: int) -> Found:
        one = self._found.setdefault(writing if how == "acronym" else fold(writing), Found(how))
        if WEIGHTS[how] > WEIGHTS[one.found]:
            one.found = how
        one.writings[writing] += 1
        one.pairs.append(n)
        return one


def _covers(spans: Iterable[_Span], token: Token) -> bool:
    return any(start <= token.start < end for start, end in spans)


def _reopened(tokens: Sequence[Token], known: Iterable[_Span]) -> list[bool]:
    """Where a known term goes on with an adjective (`Secrétaire général adjoint`): a longer, unknown one may begin."""
    result = [False] * len(tokens)
    for start, end in known:
        after = next((token for token in tokens if token.start >= end), None)
        if after is not None and after.key in ("adjoint", "adjointe", "adjoints", "adjointes"):
            for n, token in enumerate(tokens):
                result[n] = result[n] or token.start == start
    return result


def is_headline(tokens: Sequence[Token]) -> bool:
    """Whether a sentence is in capitals, so that they tell nothing."""
    letters = [token.text for token in tokens if token.is_word and len(token.text) > 2]
    return len(letters) > 2 and sum(text.isupper() for text in letters) > 0.5 * len(letters)
