"""The terms of a glossary as a tree of words, grown where a text asks for it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import lru_cache
from operator import attrgetter
from threading import Lock

from translator.glossary.entry import Entry
from translator.glossary.patterns import (
    COMPLEMENT,
    Pattern,
    abbreviation_patterns,
    abbreviations_of,
    first_words,
    glued_forms,
    patterns_of,
    telling_word,
)
from translator.glossary.words import Words, word_key
from translator.text.french import fold


@lru_cache(maxsize=65536)
def concept(source: str) -> str:
    """The key by which the rows of one concept (preferred, admitted, forbidden) find each other."""
    return fold(source)


_DEEPEST = 4
"""Words of a long form that have nodes of their own; the rest of it is compared in one go."""

_NO_EDGES: dict[str, Node] = {}
_NO_PATTERNS: tuple[Pattern, ...] = ()
_NO_TAILS: dict[str, tuple[Pattern, ...]] = {}


class Node:
    """A place in the tree: the words and slots that may follow, and the patterns that end here.

    `tails` are patterns of many words that go on with a word to their end, without slot or branch. `gap` tells that a
    title may be interrupted here by a nationality before its complement. The tree grows while other threads read it:
    the slots and patterns that they go through are replaced, not changed.
    """

    __slots__ = ("gap", "patterns", "slots", "tails", "words")

    def __init__(self) -> None:
        """An empty node; what it holds is shared with all empty nodes until something is inserted."""
        self.words = _NO_EDGES
        self.slots = _NO_EDGES
        self.patterns = _NO_PATTERNS
        self.tails = _NO_TAILS
        self.gap = False

    def tailing(self, keys: Sequence[str], k: int, depth: int) -> Iterator[tuple[Pattern, int]]:
        """The patterns in `tails` of a node at `depth` that stand from word `k` on, and the word behind each."""
        for pattern in self.tails.get(keys[k], _NO_PATTERNS):
            stop = k + len(pattern.units) - depth
            if tuple(keys[k:stop]) == pattern.units[depth:]:
                yield pattern, stop

    def all_patterns(self) -> Iterator[Pattern]:
        """The patterns that end here or further down."""
        yield from self.patterns
        for following in (*list(self.words.values()), *self.slots.values()):
            yield from following.all_patterns()


class TermIndex:
    """Every pattern of a glossary by its first word.

    Building it looks at no more than the first word of each form. The patterns that begin with a word are made when a
    text has that word and, for most, another one that they all have: a glossary costs next to nothing until a text
    needs it.
    """

    def __init__(self, layers: Sequence[Iterable[Entry]]) -> None:
        """Index the entries of all layers, the winning layer last."""
        self._lock = Lock()
        self._waiting: dict[str, list[_Form]] = {}
        self._by_telling: dict[str, dict[str, list[_Form]]] = {}
        self._expanded: set[int] = set()
        self._roots: dict[str, Node] = {}
        self.accepted: dict[str, tuple[str, ...]] = {}
        self.forbidden: dict[str, tuple[str, ...]] = {}
        waiting = self._waiting
        count = 0
        for number, layer in enumerate(layers):
            for entry in layer:
                if entry.status != "preferred":
                    target = self.accepted if entry.status == "admitted" else self.forbidden
                    key = concept(entry.source)
                    target[key] = (*target.get(key, ()), entry.rendering)
                elif entry.kind != "nationality":
                    for form in (entry.source, *entry.forms):
                        count += 1
                        item = (count, entry, number, form)
                        for word in first_words(entry, form):
                            waiting.setdefault(word, []).append(item)
                    if entry.source_abbr:
                        count += 1
                        item = (count, entry, number, "")
                        for form in (*abbreviations_of(entry.source_abbr), *glued_forms(entry)):
                            for word in word_key(form).split(None, 1)[:1]:
                                waiting.setdefault(word, []).append(item)
        self.first_words = frozenset(waiting)

    def node(self, word: str, present: Set[str] | None = None) -> Node:
        """The node of a first word, with the patterns that a text of the words `present` may have; None: with all.

        It is empty if no term begins with the word.
        """
        telling = self._by_telling.get(word)
        if telling is None or (telling and (present is None or not telling.keys().isdisjoint(present))):
            with self._lock:
                self._grow(word, present)
        return self._roots[word]

    def standing(self, words: Words, k: int) -> Iterator[tuple[Pattern, int]]:
        """The patterns whose words, up to their first slot, stand at word `k`, and the number of the word behind."""
        if words.keys[k] in self.first_words:
            yield from self._standing(self.node(words.keys[k], words.present), words.keys, k)

    def begun(self, words: Words, k: int) -> Iterator[tuple[Pattern, int]]:
        """The same with the patterns that have other words behind the slot than the text."""
        if words.keys[k] in self.first_words:
            yield from self._standing(self.node(words.keys[k]), words.keys, k)

    def _standing(self, node: Node, keys: Sequence[str], k: int) -> Iterator[tuple[Pattern, int]]:
        stop = k + 1
        while True:
            yield from ((pattern, stop) for pattern in node.patterns)
            yield from ((pattern, stop) for below in node.slots.values() for pattern in below.all_patterns())
            if stop == len(keys):
                return
            yield from node.tailing(keys, stop, stop - k)
            if keys[stop] not in node.words:
                return
            node, stop = node.words[keys[stop]], stop + 1

    def _grow(self, first: str, present: Set[str] | None) -> None:
        """Put the patterns under a first word that are asked for. Each form is expanded once, for all first words."""
        telling = self._by_telling.get(first)
        if telling is None:
            telling = {}
            for item in self._waiting.pop(first, ()):
                telling.setdefault(telling_word(item[1], item[3]) if item[3] else "", []).append(item)
        left = dict(telling)
        for word in [*telling] if present is None else ["", *present]:
            for number, entry, layer, form in left.pop(word, ()):
                if number in self._expanded:
                    continue
                self._expanded.add(number)
                long = patterns_of(entry, layer, form, number) if form else ()
                for pattern in long or abbreviation_patterns(entry, layer, number):
                    if pattern.units:
                        _insert(self._roots.setdefault(pattern.units[0], Node()), pattern)
        self._roots.setdefault(first, Node())
        # Only now, so that no other thread takes for grown what is not.
        self._by_telling[first] = left


_Form = tuple[int, Entry, int, str]
"""A form of an entry that has not been expanded: its number, the entry, its layer, the form or "" for abbreviations."""


def _insert(root: Node, pattern: Pattern) -> None:
    node = root
    splits = pattern.splits
    compact = bool(pattern.literal) and not splits
    for depth, unit in enumerate(pattern.units[1:], start=1):
        if compact and depth == _DEEPEST:
            if node.tails is _NO_TAILS:
                node.tails = {}
            node.tails[unit] = _with(node.tails.get(unit, _NO_PATTERNS), pattern)
            return
        if splits and unit in COMPLEMENT:
            node.gap = True
        if unit[0] == "{":
            unit = unit[1:]
            following = node.slots.get(unit)
            if following is None:
                following = Node()
                node.slots = dict(sorted([*node.slots.items(), (unit, following)]))
        else:
            if node.words is _NO_EDGES:
                node.words = {}
            following = node.words.get(unit)
            if following is None:
                following = node.words[unit] = Node()
        node = following
    node.patterns = _with(node.patterns, pattern)


def _with(patterns: tuple[Pattern, ...], pattern: Pattern) -> tuple[Pattern, ...]:
    """The patterns and one more, in the order of the glossary, whichever text has asked for which first."""
    at = bisect_right(patterns, pattern.number, key=attrgetter("number"))
    for other in reversed(patterns[:at]):
        if other.entry is not pattern.entry:
            # The patterns of an entry come one after the other.
            break
        if _shape(other) == _shape(pattern):
            return patterns
    return (*patterns[:at], pattern, *patterns[at:])


def _shape(pattern: Pattern) -> tuple[str, str, str]:
    return pattern.form, pattern.article, pattern.before
