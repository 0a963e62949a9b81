"""The English rendering of a French term, found by what stands together in pairs of sentences; no model is asked."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from translator.suggest.words import CONNECTORS, Token, french_tokens, is_inside_english, is_small_english, stem

_MOST_SENTENCES = 40


@dataclass(frozen=True, slots=True)
class Rendering:
    """An English wording and how far it is to be trusted, from 0 to 1."""

    text: str
    confidence: float


class Aligner:
    """Counts words of pairs of sentences; then says how a term is rendered."""

    def __init__(self) -> None:
        """Nothing counted yet."""
        self._together: dict[str, Counter[str]] = defaultdict(Counter)
        self._french: Counter[str] = Counter()
        self._english: Counter[str] = Counter()

    def count(self, french: Sequence[Token], english: Sequence[Token]) -> None:
        """Take account of one pair."""
        theirs = {stem(token.key) for token in english if not is_small_english(token)}
        self._english.update(theirs)
        for ours in {stem(token.key) for token in french if token.is_word and token.key not in CONNECTORS}:
            self._french[ours] += 1
            self._together[ours].update(theirs)

    def rendering(self, term: str, sentences: Sequence[Sequence[Token]], *, capital: bool) -> Rendering | None:
        """The wording that renders a term in English sentences, each of which should have it.

        `capital`: the term is a name, so that its rendering begins and ends with a capital.
        """
        ours = content_stems(term)
        if not ours or not sentences:
            return None
        votes: dict[str, float] = defaultdict(float)
        shown: dict[str, Counter[str]] = defaultdict(Counter)
        quality: dict[str, float] = {}
        for tokens in sentences[:_MOST_SENTENCES]:
            for score, text in self._best_spans(ours, tokens, capital=capital):
                key = text.lower()
                votes[key] += score
                shown[key][text] += 1
                quality[key] = max(quality.get(key, 0.0), score)
        if not votes:
            return None
        among = min(len(sentences), _MOST_SENTENCES)
        key, sum_of_scores = max(votes.items(), key=lambda item: (item[1], -len(item[0]), item[0]))
        confidence = (sum_of_scores / among * quality[key]) ** 0.5
        return Rendering(shown[key].most_common(1)[0][0], min(1.0, confidence))

    def _best_spans(self, ours: Sequence[str], tokens: Sequence[Token], *, capital: bool) -> list[tuple[float, str]]:
        weights = [self._weights(ours, token) for token in tokens]
        found: list[tuple[float, str]] = []
        for first, token in enumerate(tokens):
            if is_small_english(token) or (capital and not token.text[0].isupper()):
                continue
            for last in range(first, min(len(tokens), first + 2 * len(ours) + 8)):
                end = tokens[last]
                if is_small_english(end):
                    if not is_inside_english(end):
                        break
                    continue
                if capital and not end.text[0].isupper():
                    continue
                score = _score(weights[first : last + 1], tokens[first : last + 1], len(ours))
                if capital:
                    score *= 0.9 ** (_goes_on(tokens, last, 1) + _goes_on(tokens, first, -1))
                if score > 0.2:
                    found.append((score, wording(tokens[first : last + 1])))
        found.sort(key=lambda item: (-item[0], item[1]))
        return found[:3]

    def _weights(self, ours: Sequence[str], token: Token) -> list[float]:
        """How strongly each French word goes with an English one."""
        if is_small_english(token):
            return [0.0] * len(ours)
        theirs = stem(token.key)
        return [self._strength(one, theirs) for one in ours]

    def similarity(self, term: str, tokens: Sequence[Token]) -> float:
        """How well an English wording renders a term, 0 to 1."""
        ours = content_stems(term)
        weights = [self._weights(ours, token) for token in tokens]
        return _score(weights, tokens, len(ours)) if ours and not all(map(is_small_english, tokens)) else 0.0

    def strength(self, ours: Token, theirs: Token) -> float:
        """How strongly a French word goes with an English one, 0 to 1."""
        return 0.0 if is_small_english(theirs) else min(1.0, 1.6 * self._strength(stem(ours.key), stem(theirs.key)))

    def _strength(self, ours: str, theirs: str) -> float:
        """By how often they stand together (once may be chance), or because they are written alike."""
        together = self._together[ours][theirs] if ours in self._together else 0
        both = self._french[ours] + self._english[theirs]
        dice = 2 * together / both * together / (together + 1) if together else 0.0
        alike = 0
        for a, b in zip(ours, theirs, strict=False):
            if a != b:
                break
            alike += 1
        if alike >= 3 and alike >= 0.6 * max(len(ours), len(theirs)):
            return max(dice, 0.5 + 0.5 * alike / max(len(ours), len(theirs)))
        return dice


def content_stems(term: str) -> list[str]:
    """The stems of the words of a French term that mean something."""
    return [stem(token.key) for token in french_tokens(term) if token.is_word and token.key not in CONNECTORS]


def _score(weights: Sequence[Sequence[float]], tokens: Sequence[Token], ours: int) -> float:
    """How well the words of both sides explain each other: the harmonic mean of both directions."""
    theirs = [max(row) for row, token in zip(weights, tokens, strict=True) if not is_small_english(token)]
    forth = sum(min(1.0, 1.6 * max(column)) for column in zip(*weights, strict=True)) / ours
    back = sum(min(1.0, 1.6 * weight) for weight in theirs) / len(theirs)
    return 2 * forth * back / (forth + back) if forth and back else 0.0


def _goes_on(tokens: Sequence[Token], n: int, step: int) -> bool:
    """Whether the next word in a direction is a capital too, so that the name was cut."""
    n += step
    if 0 < n < len(tokens):
        return tokens[n].text[0].isupper() and len(tokens[n].text) > 1 and not is_small_english(tokens[n])
    return False


def wording(tokens: Sequence[Token]) -> str:
    """Tokens with the spaces that stood between them, without a possessive at the end."""
    pieces, end = [], tokens[0].start
    for token in tokens:
        pieces.append((" " if token.start > end else "") + token.text)
        end = token.end
    return re.sub(r"['’]s\Z", "", "".join(pieces))


def rendered_acronym(term: str, sentences: Sequence[Sequence[Token]], known: Mapping[str, int]) -> Rendering | None:
    """How an abbreviation is rendered: as itself, or as the English one that stands most where it does.

    In a single sentence, the English one must have letters of it.
    """
    counts: Counter[str] = Counter()
    for tokens in sentences:
        counts.update({token.text for token in tokens if token.text in known or token.text == term})
    if sentences and counts[term] >= 0.5 * len(sentences):
        return Rendering("=", counts[term] / len(sentences))
    best, score = "", 0.0
    for text, count in sorted(counts.items()):
        shared = len(set(text) & set(term)) / max(len(set(text)), len(set(term)))
        dice = 2 * count / (len(sentences) + known[text]) * (1 if count > 1 else shared)
        if dice > score:
            best, score = text, dice
    return Rendering(best, score) if score >= 0.5 else None
