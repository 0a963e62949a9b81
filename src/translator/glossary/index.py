"""The terms of a glossary as a tree of words, grown where a text asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
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
)
from translator.glossary.words import word_key
from translator.text.french import fold


@lru_cache(maxsize=65536)
def concept(source: str) -> str:
    """The key by which the rows of one concept (preferred, admitted, forbidden) find each other."""
    return fold(source)


_DEEPEST = 4
"""Words of a long form that have nodes of their own; the rest of it is compared in one go."""

_NO_EDGES: dict[str, Node] = {}
_NO_PATTERNS: list[Pattern] = []
_NO_TAILS: dict[str, list[Pattern]] = {}


class Node:
    """A place in the tree: the words and slots that may follow, and the patterns that end here.

    `tails` are patterns of many words that go on with a word to their end, without slot or branch. `gap` tells that a
    title may be interrupted here by a nationality before its complement.
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
        for following in (*self.words.values(), *self.slots.values()):
            yield from following.all_patterns()


class TermIndex:
    """Every pattern of a glossary by its first word.

    Building it looks at no more than the first word of each form; the patterns that begin with a word are made when
    that word is first asked for, so that a glossary costs next to nothing until a text needs it.
    """

    def __init__(self, layers: Sequence[Iterable[Entry]]) -> None:
        """Index the entries of all layers, the winning layer last."""
        self._lock = Lock()
        self._waiting: dict[str, list[tuple[int, Entry, int, str]]] = {}
        self._expanded: set[int] = set()
        self._patterns: dict[str, list[tuple[int, Pattern]]] = {}
        self._grown: dict[str, Node] = {}
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

    def node(self, word: str) -> Node:
        """The node of a first word; empty if no term begins with it."""
        grown = self._grown.get(word)
        if grown is None:
            with self._lock:
                grown = self._grown.get(word)
                if grown is None:
                    grown = self._grown[word] = self._grow(word)
        return grown

    def standing(self, keys: Sequence[str], k: int) -> Iterator[tuple[Pattern, int]]:
        """The patterns whose words, up to their first slot, stand at word `k`, and the number of the word behind."""
        if keys[k] not in self.first_words:
            return
        node, stop = self.node(keys[k]), k + 1
        while True:
            yield from ((pattern, stop) for pattern in node.patterns)
            yield from ((pattern, stop) for below in node.slots.values() for pattern in below.all_patterns())
            if stop == len(keys):
                return
            yield from node.tailing(keys, stop, stop - k)
            if keys[stop] not in node.words:
                return
            node, stop = node.words[keys[stop]], stop + 1

    def _grow(self, first: str) -> Node:
        """The tree of a first word. Each form is expanded once; its patterns wait for the trees of other words."""
        for number, entry, layer, form in self._waiting.pop(first, ()):
            if number in self._expanded:
                continue
            self._expanded.add(number)
            for pattern in patterns_of(entry, layer, form) if form else abbreviation_patterns(entry, layer):
                if pattern.units:
                    self._patterns.setdefault(pattern.units[0], []).append((number, pattern))
        root = Node()
        for _, pattern in sorted(self._patterns.pop(first, ()), key=itemgetter(0)):
            _insert(root, pattern)
        return root


def _insert(root: Node, pattern: Pattern) -> None:
    node = root
    splits = pattern.splits
    compact = bool(pattern.literal) and not splits
    for depth, unit in enumerate(pattern.units[1:], start=1):
        if compact and depth == _DEEPEST:
            if node.tails is _NO_TAILS:
                node.tails = {}
            _add(node.tails.setdefault(unit, []), pattern)
            return
        if splits and unit in COMPLEMENT:
            node.gap = True
        if unit[0] == "{":
            if node.slots is _NO_EDGES:
                node.slots = {}
            edges, unit = node.slots, unit[1:]
        else:
            if node.words is _NO_EDGES:
                node.words = {}
            edges = node.words
        following = edges.get(unit)
        if following is None:
            following = edges[unit] = Node()
        node = following
    if node.patterns is _NO_PATTERNS:
        node.patterns = []
    _add(node.patterns, pattern)


def _add(patterns: list[Pattern], pattern: Pattern) -> None:
    for other in reversed(patterns):
        if other.entry is not pattern.entry:
            # The patterns of an entry come one after the other.
            break
        if _shape(other) == _shape(pattern):
            return
    patterns.append(pattern)


def _shape(pattern: Pattern) -> tuple[str, str, str]:
    return pattern.form, pattern.article, pattern.before
