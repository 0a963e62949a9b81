"""Inline markup carried from a source text to its translation along the word alignment.

A `Mark` is a pair of tags around a stretch of the source text, or a single thing at one place of it. `project` says
where each goes in the translation, so that every mark appears once, marks stay nested as they were, and no two that
stood side by side overlap; `weave` then reads text and tags off in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translator.documents.word_links import Span, WordLinks
from translator.result import Translation

__all__ = ["Mark", "Span", "project", "weave"]

_ORDINAL = re.compile(r"[0-9](st|nd|rd|th)\Z")
_UNLINKED = -0.01
_ANCHORED = 1000.0


@dataclass(frozen=True)
class Mark:
    """Markup on `source[start:end]`; a single thing (an image, a comment) has `start == end`.

    `parent` is the index of the mark around it in the same sequence, -1 for none; parents come before children.
    `opaque` marks stand for their text, which must come through letter for letter (code, a name not to translate).
    """

    start: int
    end: int
    parent: int = -1
    opaque: bool = False


@dataclass
class _Place:
    """Where a mark went: characters of the target, and the target words in them (empty for a point)."""

    start: int
    end: int
    first: int
    last: int


def project(marks: Sequence[Mark], source: str, translation: Translation) -> list[Span]:
    """The span of `translation.text` for each mark.

    Children lie within their parent and do not overlap; an opaque mark covers its own text, found again letter for
    letter, or nothing if it is not there. Without an alignment words are taken to correspond in proportion.
    """
    return _Projection(marks, source, translation).spans() if marks else []


def weave(marks: Sequence[Mark], spans: Sequence[Span], target: str) -> Iterator[str | tuple[int, bool]]:
    """The target's text and the marks in order: strings, and `(index, True)` / `(index, False)` for each pair of tags.

    An opaque mark gives `(index, True)` alone, and its text not at all.
    """
    children = _by_parent(marks)
    position = 0
    stack: list[tuple[int, int, Iterator[int]]] = [(-1, len(target), _ordered(children.get(-1, ()), spans))]
    while stack:
        parent, end, rest = stack[-1]
        index = next(rest, -1)
        if index < 0:
            if position < end:
                yield target[position:end]
                position = end
            stack.pop()
            if parent >= 0:
                yield parent, False
            continue
        start, stop = spans[index]
        if position < start:
            yield target[position:start]
            position = start
        yield index, True
        if marks[index].opaque:
            position = max(position, stop)
        else:
            stack.append((index, stop, _ordered(children.get(index, ()), spans)))


def _by_parent(marks: Sequence[Mark]) -> dict[int, list[int]]:
    children: dict[int, list[int]] = {}
    for index, mark in enumerate(marks):
        children.setdefault(mark.parent, []).append(index)
    return children


def _ordered(indexes: Sequence[int], spans: Sequence[Span]) -> Iterator[int]:
    return iter(sorted(indexes, key=lambda index: (*spans[index], index)))


class _Projection:
    """Marks on their way to the target: the links of the words, the opaque texts found there, the places given."""

    def __init__(self, marks: Sequence[Mark], source: str, translation: Translation) -> None:
        self._marks = marks
        rough = WordLinks(source, translation)
        self._anchors = _anchors(marks, rough)
        self._links = WordLinks(source, translation, sorted(self._anchors.values())) if self._anchors else rough
        # To each word of an anchor the mark whose text it is, to each mark the words of the anchors in it.
        self._owner: dict[int, int] = {}
        self._owned: dict[int, list[int]] = {}
        for index, span in self._anchors.items():
            words = self._links.target_range(*span)
            self._owner.update(dict.fromkeys(words, index))
            while index >= 0 and words:
                self._owned.setdefault(index, []).extend((words[0], words[-1]))
                index = marks[index].parent
        # The last mark that lies in each: those inside follow it without a gap.
        self._last_inside = list(range(len(marks)))
        for index in range(len(marks) - 1, -1, -1):
            parent = marks[index].parent
            if parent >= 0:
                self._last_inside[parent] = max(self._last_inside[parent], self._last_inside[index])
        self._places = {-1: _Place(0, len(translation.text), 0, len(self._links.target_words))}

    def spans(self) -> list[Span]:
        """The span of each mark."""
        children = _by_parent(self._marks)
        for parent in [-1, *range(len(self._marks))]:
            if parent in children:
                self._place_children(parent, children[parent])
        return [(self._places[index].start, self._places[index].end) for index in range(len(self._marks))]

    def _place_children(self, parent: int, indexes: Sequence[int]) -> None:
        """Give each child of a mark its place: those with text first, best linked first, then the points."""
        room = _Room(self._places[parent])
        wishes: list[tuple[float, int, int, list[float]]] = []
        points: list[int] = []
        for index in indexes:
            mark = self._marks[index]
            anchor = self._anchors.get(index)
            if anchor and room.start <= anchor[0] and anchor[1] <= room.end:
                words = self._links.target_range(*anchor)
                self._places[index] = room.take(_Place(*anchor, words.start, words.stop))
            elif mark.start == mark.end or mark.opaque or room.first == room.last:
                points.append(index)
            else:
                first, scores = self._scores(index, room)
                wishes.append((-sum(score for score in scores if score > 0), index, first, scores))
        if self._fills(parent, [index for _, index, _, _ in wishes]) and not room.taken:
            self._places[wishes[0][1]] = room.take(self._places[parent])
            wishes = []
        for _, index, first, scores in sorted(wishes):
            place = _part_of_word(self._marks[index], self._links, room) or _best_run(scores, first, self._links, room)
            place = room.fitted(place) if place else None
            if place is None:
                points.append(index)
            else:
                self._places[index] = room.take(place)
        inside = (self._marks[parent].start, self._marks[parent].end) if parent >= 0 else (0, len(self._links.source))
        for index in points:
            mark = self._marks[index]
            at = _point(mark.end if mark.opaque else mark.start, inside, self._links, room)
            at = next((end for start, end in room.taken if start < at < end), at)
            self._places[index] = _Place(at, at, room.first, room.first)

    def _fills(self, parent: int, wishes: Sequence[int]) -> bool:
        """Whether the one child with text is on the same text as its parent."""
        if parent < 0 or len(wishes) != 1:
            return False
        child, outer = self._marks[wishes[0]], self._marks[parent]
        return (child.start, child.end) == (outer.start, outer.end)

    def _scores(self, index: int, room: _Room) -> tuple[int, list[float]]:
        """How much each word within reach speaks for being in a mark, or against it; and the first of these words."""
        mark = self._marks[index]
        reach = self._links.reach(mark.start, mark.end)
        owned = self._owned.get(index, [])
        first = max(room.first, min([*reach[:1], *owned], default=room.last))
        last = min(room.last, max([*reach[-1:], *owned], default=-1) + 1)
        return first, [self._score(word, index) for word in range(first, last)]

    def _score(self, word: int, index: int) -> float:
        owner = self._owner.get(word)
        if owner is not None:
            return _ANCHORED if index <= owner <= self._last_inside[index] else -_ANCHORED
        share = self._links.share(word, self._marks[index].start, self._marks[index].end)
        return _UNLINKED if share is None else 2 * share - 1


class _Room:
    """The place of a parent, and what its children have taken of it."""

    def __init__(self, place: _Place) -> None:
        self.start, self.end, self.first, self.last = place.start, place.end, place.first, place.last
        self.taken: list[Span] = []
        self._words: set[int] = set()

    def take(self, place: _Place) -> _Place:
        """Give a place to a child."""
        self.taken.append((place.start, place.end))
        self._words.update(range(place.first, place.last))
        return place

    def is_free(self, word: int) -> bool:
        """Whether no child has the word."""
        return word not in self._words

    def fitted(self, place: _Place) -> _Place | None:
        """The part of a place that lies in the room; None if there is none or a child has some of it."""
        start, end = max(place.start, self.start), min(place.end, self.end)
        if start > end or any(start < b and a < end for a, b in self.taken):
            return None
        return _Place(start, end, place.first, place.last)


def _best_run(scores: Sequence[float], offset: int, links: WordLinks, room: _Room) -> _Place | None:
    """The run of free words with the highest sum of scores; failing that, the one word with any share at all.

    The scores are those of the words from number `offset` on.
    """
    best, run = (0.0, 0, 0), (0.0, 0)
    for place, score in enumerate(scores):
        if not room.is_free(offset + place):
            run = (0.0, place + 1)
            continue
        run = (run[0] + score, run[1]) if run[0] > 0 else (score, place)
        if run[0] > best[0] + 1e-9:
            best = (run[0], run[1], place + 1)
    _, first, last = best
    if first == last:
        # A score of -1 is that of a word with no share in the mark.
        candidates = [
            (score, -place)
            for place, score in enumerate(scores)
            if score > -1 + 1e-9 and score != _UNLINKED and room.is_free(offset + place)
        ]
        if not candidates:
            return None
        first = -max(candidates)[1]
        last = first + 1
    first, last = first + offset, last + offset
    return _Place(links.target_words[first][0], links.target_words[last - 1][1], first, last)


def _part_of_word(mark: Mark, links: WordLinks, room: _Room) -> _Place | None:
    """A mark on some letters of a word (`<b>S</b>ociété`, `XX<sup>e</sup>`): on the letters that answer to them."""
    word = links.word_before(mark.start + 1)
    if word < 0 or mark.end > (span := links.source_words[word])[1] or (mark.start, mark.end) == span:
        return None
    if mark.start < span[0]:
        return None
    target = links.best_target(word, room.first, room.last)
    if target is None:
        return None
    start, end = links.target_words[target]
    text, letters = links.target[start:end], links.source[mark.start : mark.end]
    if text == links.source[slice(*span)]:
        found = (start + mark.start - span[0], start + mark.end - span[0])
    elif mark.start == span[0]:
        found = (start, start + min(len(letters), len(text)))
    elif mark.end == span[1] and (ordinal := _ORDINAL.search(text)):
        found = (start + ordinal.start(1), end)
    elif mark.end == span[1] and text.lower().endswith(letters.lower()):
        found = (end - len(letters), end)
    else:
        found = (end, end)
    if any((found[0] < b and a < found[1]) or a < found[0] < b for a, b in room.taken):
        return None
    return _Place(*found, target, target if found[0] == found[1] else target + 1)


def _point(position: int, source_room: Span, links: WordLinks, room: _Room) -> int:
    """Where a single thing goes: behind the word that the one before it became, else before the one after it."""
    before = links.word_before(position)
    at: int | None = None
    if before < 0 or links.source_words[before][0] < source_room[0]:
        return room.start
    after = before + 1
    for candidate, side in ((before, 1), (after, 0)):
        if candidate < len(links.source_words) and links.source_words[candidate][0] < source_room[1]:
            target = links.best_target(candidate, room.first, room.last)
            if target is not None:
                at = links.target_words[target][side]
                break
    while at is None and (before := before - 1) >= 0 and links.source_words[before][0] >= source_room[0]:
        target = links.best_target(before, room.first, room.last)
        at = None if target is None else links.target_words[target][1]
    if at is None:
        return room.end
    if position and links.source[position - 1].isspace() and links.target[at : at + 1].isspace():
        at += 1
    return min(max(at, room.start), room.end)


def _anchors(marks: Sequence[Mark], links: WordLinks) -> dict[int, Span]:
    """Where the texts of the opaque marks stand in the target, each as near as may be to where it is expected."""
    found: dict[int, Span] = {}
    for index, mark in enumerate(marks):
        text = links.source[mark.start : mark.end]
        if not mark.opaque or not text:
            continue
        word = links.word_before(mark.start + 1)
        target = links.best_target(word, 0, len(links.target_words)) if word >= 0 else None
        expected = (
            links.target_words[target][0]
            if target is not None
            else mark.start * len(links.target) // max(1, len(links.source))
        )
        used = list(found.values())
        candidates = [
            (not bounded, abs(start - expected), start)
            for start, bounded in _occurrences(text, links.target)
            if not any(start < b and a < start + len(text) for a, b in used)
        ]
        if candidates:
            start = min(candidates)[2]
            found[index] = (start, start + len(text))
    return found


def _occurrences(text: str, target: str) -> Iterator[tuple[int, bool]]:
    """The places of a text in the target, and whether each stands clear of other letters."""
    start = target.find(text)
    for _ in range(1000):
        if start < 0:
            return
        end = start + len(text)
        glued = (text[0].isalnum() and target[start - 1 : start].isalnum()) or (
            text[-1].isalnum() and target[end : end + 1].isalnum()
        )
        yield start, not glued
        start = target.find(text, start + 1)
