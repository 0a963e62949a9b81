"""Where in a hypothesis the model has put a source term that it rendered in other words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from translator.enforcement.accept import overlap
from translator.enforcement.constraint import Constraint, Span
from translator.engine.alignment import paid
from translator.engine.alignment import words as words_of
from translator.engine.engine import Hypothesis
from translator.text.french import fold
from translator.text.offsets import moved
from translator.text.word_list import words

NEEDED = 0.4
"""Evidence that a content word needs to count for a term rather than against it."""

LEXICAL = 0.35
"""Evidence of a word that looks like one of the rendering or of the source term."""

_UNKNOWN = 0.9 * NEEDED

UNSURE = 0.2
"""Confidence in a place found by the look of its words alone."""

_STEM = 5
"""Letters by which words are compared: `Ukraine` and `Ukrainian`."""

_FUNCTION = words("the a an of for to in on at by with from and or its his her their as s ' ’ - , that which is was be")
_SOURCE_FUNCTION = words("le la les l d de du des au aux a en et pour sur par dans un une qui que")
_WORD = re.compile(r"\w+")
_ECHO_BEFORE = re.compile(r"(?<!\w)((?:\w\.){2,}|\w+)(?:['’]s)?(?: (?:of|for|on|to|in|and))?(?: the)? $")
_ECHO_AFTER = re.compile(r"(?: (?:of|for|on|to|in))?(?: the)? (\w+)(?!\w)")


@dataclass(frozen=True, eq=False, slots=True)
class Evidence:
    """The words of a target text and, per constraint, what each pays of its attention to the source words of it.

    `before` and `after` are the same for the source word before and after the constraint's.
    """

    words: list[Span]
    mass: list[list[float]]
    before: list[list[float]]
    after: list[list[float]]

    def weight(self, number: int, span: Span) -> float:
        """The attention that the words of a span pay to a constraint, on average."""
        paid = [m for m, word in zip(self.mass[number], self.words, strict=True) if overlap(word, span)]
        return sum(paid) / len(paid) if paid else 0.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a rendering belongs: over `start:end` of the target; empty if it is to be put in. `confidence` 0 to 1."""

    start: int
    end: int
    confidence: float


def hides_first(text: str, places: Sequence[Place], evidence: Evidence) -> bool:
    """Whether the first word, if its attention is not known, may belong to a place or to a term that has none."""
    if any(place.start == place.end for place in places):
        return True
    if len(evidence.words) < 2 or fold(text[slice(*evidence.words[0])]) in _FUNCTION:
        return False
    return any(place.start == evidence.words[1][0] for place in places)


def gather(hypothesis: Hypothesis, text: str, spans: Sequence[Span], *, exact: bool) -> Evidence:
    """The evidence for constraints at `spans` of the source that the model read, in `text`, the hypothesis edited.

    Unless it is `exact`, the first word counts neither for nor against anything by its attention, which costs a
    decoding step to know (see engine.py), in company or alone.
    """
    attention = hypothesis.attention
    if attention is None:
        return Evidence([], [[] for _ in spans], [[] for _ in spans], [[] for _ in spans])
    source_words = words_of(attention.source)
    starts, ends = [start for start, _ in source_words], [end for _, end in source_words]
    stretches: list[Span] = []
    for start, end in spans:
        first, stop = bisect_right(ends, start), bisect_left(starts, end)
        stretches += [(first, stop), (max(0, first - 2), first), (stop, stop + 1)]
    rows = paid(hypothesis.text, attention, attention.weights if exact else attention.raw, stretches)
    if not exact:
        for n, row in enumerate(rows):
            row[:1] = [0.0 if n % 3 else _UNKNOWN] * len(row[:1])
    places = moved(words_of(hypothesis.text), hypothesis.text, text)
    return Evidence(places, rows[::3], rows[1::3], rows[2::3])


def locate(
    text: str, source: str, constraint: Constraint, number: int, evidence: Evidence, taken: Sequence[Span]
) -> Place:
    """The stretch of `text` that renders the constraint, away from the `taken` spans; empty if nothing does."""
    like = _looks(constraint, source)
    written = [fold(text[start:end]) for start, end in evidence.words]
    barred = [any(start < stop and begin < end for begin, stop in taken) for start, end in evidence.words]
    alike = [word[:_STEM] in like for word in written]
    paid = evidence.mass[number]
    best = _best_run([_gain(*item) for item in zip(written, barred, alike, paid, strict=True)])
    if best is None and any(alike):
        # The attention says nothing: a model without an alignment head, or a term that it has looked away from.
        there = constraint.start / max(1, len(source))
        guess = [0.7 - 0.5 * abs(n / max(1, len(written)) - there) if one else 0.0 for n, one in enumerate(alike)]
        best = _best_run([_gain(*item) for item in zip(written, barred, [False] * len(alike), guess, strict=True)])
        best = best and (best[0], best[1], 0.0)
    if best is None:
        return _gap(text, number, evidence, taken)
    first, last, total = best
    while first < last and _is_edge(text, evidence.words[first], constraint):
        first += 1
    while last > first and _is_edge(text, evidence.words[last], constraint):
        last -= 1
    content = sum(1 for n in range(first, last + 1) if written[n] not in _FUNCTION)
    confidence = min(1.0, total / ((1 - NEEDED) * max(1, content))) if total else UNSURE
    return Place(evidence.words[first][0], evidence.words[last][1], confidence)


def _gain(written: str, barred: bool, alike: bool, paid: float) -> float:
    """What a word adds to a run: more than nothing if it seems to belong to the term."""
    if barred:
        return float("-inf")
    if written in _FUNCTION or not written[:1].isalnum():
        return max(-0.15, min(paid - 0.5, 0.0))
    return paid + (LEXICAL if alike else 0.0) - NEEDED


def _best_run(gains: Sequence[float]) -> tuple[int, int, float] | None:
    """The run of words with the greatest sum of gains, if that is positive."""
    best: tuple[int, int, float] | None = None
    start, total = 0, 0.0
    for n, gain in enumerate(gains):
        if total <= 0:
            start, total = n, 0.0
        total += gain
        if total > (best[2] if best else 0.05):
            best = (start, n, total)
    return best


def echoed(text: str, span: Span, words_said: str) -> Span | None:
    """A span around that of a rendering that says a word of it twice: `Council of the` before `Arctic Council`."""
    said = {word.lower() for word in _WORD.findall(words_said)} - _FUNCTION
    start, end = span
    while (before := _ECHO_BEFORE.search(text, 0, start)) and before[1].lower().replace(".", "") in said:
        start = before.start()
    while (after := _ECHO_AFTER.match(text, end)) and after[1].lower() in said:
        end = after.end()
    return (start, end) if (start, end) != span else None


def _gap(text: str, number: int, evidence: Evidence, taken: Sequence[Span]) -> Place:
    """Between what comes from the word before the term and what comes from the word after it."""
    at = len(text.rstrip(' .!?…"”’»'))
    words_of_text = [n for n, (start, _) in enumerate(evidence.words) if text[start : start + 1].isalnum()]
    if words_of_text:
        left = max(words_of_text, key=lambda n: evidence.before[number][n])
        right = max(words_of_text, key=lambda n: evidence.after[number][n])
        if evidence.before[number][left] >= max(0.2, evidence.after[number][right]):
            at = evidence.words[left][1]
        elif evidence.after[number][right] >= 0.2:
            at = evidence.words[right][0]
    for span in taken:
        if span[0] < at < span[1]:
            at = span[1]
    return Place(at, at, 0.0)


def _is_edge(text: str, word: Span, constraint: Constraint) -> bool:
    """Whether a word at the edge of the run is a function word or sign that does not belong to the rendering."""
    written = text[word[0] : word[1]]
    return (fold(written) in _FUNCTION or not written[:1].isalnum()) and written not in constraint.rendering.split()


def _looks(constraint: Constraint, source: str) -> frozenset[str]:
    """Stems of the content words of the renderings and of the source term."""
    forms = (constraint.rendering, *constraint.accepted, *constraint.others, source[constraint.start : constraint.end])
    return frozenset(
        word[:_STEM]
        for form in forms
        for word in _WORD.findall(fold(form))
        if word not in _FUNCTION and word not in _SOURCE_FUNCTION
    )
