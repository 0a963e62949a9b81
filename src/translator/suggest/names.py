"""Names and titles of several words in French sentences, and where each of them ends.

French writes only the first word of a name with a capital (`Conseil économique et social`), so that its end must be
read off many sentences: a beginning that nearly always goes on in the same way is no whole name, and what follows a
name differs from place to place.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from translator.suggest.words import CONNECTORS, Token, can_begin, can_continue
from translator.text.word_list import words

_MOST_WORDS = 16
_BEFORE_VERB = words("il elle ils elles on nous vous qui ne n' se s' y je j' où lequel laquelle lesquels")
_VERB = re.compile(r"(?:aient|èrent|eront|erait|ait|era)$")
TITLE_HEADS = words(
    "président présidente vice-président vice-présidente ministre vice-ministre sous-ministre secrétaire "
    "sous-secrétaire directeur directrice haut-commissaire commissaire ambassadeur ambassadrice envoyé envoyée "
    "représentant représentante rapporteur rapporteuse rapporteure coordonnateur coordonnatrice gouverneur gouverneure "
    "procureur procureure commandant administrateur administratrice conseiller conseillère porte-parole "
    "médiateur médiatrice contrôleur greffier greffière chef cheffe chancelier chancelière inspecteur "
    "vérificateur vérificatrice"
)
"""First words of titles, which are written with and without a capital."""


class Chains:
    """Counts the word chains that may be names or titles, and tells where those of one sentence end."""

    def __init__(self) -> None:
        """Nothing counted yet."""
        self._counts: Counter[str] = Counter()
        self._sure: Counter[str] = Counter()
        self._verbs: Counter[str] = Counter()
        self._words: Counter[str] = Counter()
        self._next: dict[str, set[str]] = defaultdict(set)

    def count(self, tokens: Sequence[Token]) -> None:
        """Take account of one sentence."""
        for before, token in pairwise(tokens):
            if token.text[0].islower():
                self._words[token.key] += 1
                self._verbs[token.key] += before.key in _BEFORE_VERB
        for first in beginnings(tokens):
            for last in ends(tokens, first):
                key = chain_key(tokens[first:last])
                self._counts[key] += 1
                self._sure[key] += not at_beginning(tokens, first)
                self._next[key].add(tokens[last].key if last < len(tokens) else "")

    def terms(self, tokens: Sequence[Token], free: Sequence[bool], solid: Sequence[bool]) -> Iterator[tuple[int, int]]:
        """First token and end of the terms of one sentence that begin where `free` is true, apart, in their order.

        None ends before a token where `solid` is true (in the middle of a term that is known).
        """
        after = 0
        for first in beginnings(tokens):
            if first < after or not free[first]:
                continue
            last = self._best_end(tokens, first, solid)
            if last is not None:
                yield first, last
                after = last

    def ends(self, tokens: Sequence[Token], first: int, solid: Sequence[bool]) -> Iterator[int]:
        """Where a term that begins at `first` may end: not beyond a verb, nor where a second name is joined with it."""
        limit = next((n for n in range(first + 1, len(tokens)) if self._parts(tokens, first, n)), len(tokens))
        return (end for end in ends(tokens, first) if end <= limit and not (end < len(tokens) and solid[end]))

    def begins_names(self, token: Token) -> bool:
        """Whether a word has its capital not only because it stands first in sentences."""
        return self._sure[token.text] > 0.2 * self._counts[token.text]

    def _best_end(self, tokens: Sequence[Token], first: int, solid: Sequence[bool]) -> int | None:
        """Where the term that begins here ends, or None if there is none."""
        best, before = None, 0
        for last in self.ends(tokens, first, solid):
            key = chain_key(tokens[first:last])
            count, sure = self._counts[key], self._sure[key]
            if last - first == 1:
                before = count
                continue
            inner = tokens[first + 1 : last]
            proper = tokens[last - 1].is_capital and all(t.is_capital or t.key in CONNECTORS for t in inner)
            settled = len(self._next[key]) > 1 or count < 4
            frequent = count >= 2 and sure and (best is None or count >= 0.5 * before or count >= max(3, 0.2 * before))
            if (proper and not at_beginning(tokens, first) and tokens[first].is_capital and _joined(inner)) or (
                frequent and settled
            ):
                best, before = last, count
            before = before or count
        return best

    def _parts(self, tokens: Sequence[Token], first: int, n: int) -> bool:
        """Whether token `n` is a verb, or an `et` that joins another name."""
        token = tokens[n]
        if token.key != "et":
            return self._is_verb(token) or (n == first + 1 and token.key in ("le", "la", "les", "l'"))
        following = tokens[n + 1 : n + 4]
        word = next((one for one in following if one.key not in CONNECTORS), None)
        if word is None or not word.is_capital:
            return False
        with_article = following[0].key in ("le", "la", "les", "l'", "au", "aux")
        only_capitals = all(one.is_capital for one in tokens[first:n])
        return with_article or only_capitals or self._words[word.key] > 0

    def _is_verb(self, token: Token) -> bool:
        if not token.text[0].islower() or token.key in CONNECTORS:
            return False
        seen = self._words[token.key]
        return self._verbs[token.key] > 0.04 * seen or bool(_VERB.search(token.key))


def _joined(inner: Sequence[Token]) -> bool:
    """Whether capitals are joined closely enough to be one name: at most `de la` between them."""
    run = 0
    for token in inner:
        run = 0 if token.is_capital else run + 1
        if run > 2 or token.key in ("et", "à", "en", "pour", "sur", "contre", "sous", "au", "aux"):
            return False
    return True


def chain_key(tokens: Iterable[Token]) -> str:
    """The words with single spaces, none after an apostrophe; the first with a small letter if it is a title's."""
    return " ".join(token.text.replace("’", "'") for token in tokens).replace("' ", "'")


def at_beginning(tokens: Sequence[Token], n: int) -> bool:
    """Whether a token is the first word of the sentence, where every word has a capital."""
    return not any(token.is_word for token in tokens[:n]) or tokens[n - 1].text in ".:;•–—-"


def beginnings(tokens: Sequence[Token]) -> Iterator[int]:
    """The tokens with which a name or title may begin."""
    for n, token in enumerate(tokens):
        if can_begin(token) or token.key in TITLE_HEADS:
            yield n


def ends(tokens: Sequence[Token], first: int) -> Iterator[int]:
    """The places after which a term that begins at `first` may end."""
    for n in range(first, min(len(tokens), first + _MOST_WORDS)):
        token = tokens[n]
        if n > first and not can_continue(token):
            return
        if token.is_word and token.key not in CONNECTORS:
            yield n + 1
