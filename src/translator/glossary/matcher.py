"""Finding the occurrences of the terms of a glossary in a source segment: leftmost, longest, later layer first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from translator.glossary.address import PLURAL_ADDRESSES, several_addressed
from translator.glossary.apposition import with_apposed
from translator.glossary.bundled import slot_words
from translator.glossary.context import context_allows
from translator.glossary.index import Node, TermIndex, concept
from translator.glossary.occurrence import Occurrence
from translator.glossary.pairs import complete_glued, complete_pair, without_tooltips
from translator.glossary.parties import is_mr
from translator.glossary.patterns import Pattern
from translator.glossary.reading import Reading, read, readings
from translator.glossary.rendering import article_of, in_capitals, worded
from translator.glossary.slots import Filler, SlotTable
from translator.glossary.surroundings import free_standing
from translator.glossary.titles import add_seconds, complete_title
from translator.glossary.words import Words, composed, windows_key, word_key
from translator.text.french import leading_determiner

if TYPE_CHECKING:
    from translator.glossary.glossary import Glossary


_HYPHEN = re.compile("[‐‑]")
_CROWNED = frozenset(("pape", "roi", "reine", "prince", "patriarche"))


class Matcher:
    """Finds term occurrences. May be shared between threads; pickles as its glossary."""

    def __init__(self, glossary: Glossary) -> None:
        """Index the glossary; the glossary must not be changed afterwards."""
        self._glossary = glossary
        layers = glossary.layers
        self.index = TermIndex(layers)
        self._slots = SlotTable([slot_words(), *layers] if _lacks_nationalities(glossary) else layers)
        addressed = any(entry.kind == "honorific" for entry in glossary)
        self._first_words = self.index.first_words | (PLURAL_ADDRESSES if addressed else frozenset())

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle as the glossary alone; the index is built again."""
        return Matcher, (self._glossary,)

    def find(self, text: str) -> list[Occurrence]:
        """The occurrences in a segment, in order, without overlaps."""
        key = windows_key(text)
        if key is None or "\xad" in text:
            unusual = composed(text)
            if unusual is not None:
                plain, offsets = unusual
                return [replace(o, start=offsets[o.start], end=offsets[o.end]) for o in self.find(plain)]
            key = word_key(text)
        hits = self._first_words.intersection(key.split())
        if not hits:
            return []
        words = Words(text, key)
        found: list[Occurrence] = []
        free = done = 0
        titled = False
        keys = words.keys
        node_of = self.index.node
        for k, word in enumerate(keys):
            if word not in hits or k < free:
                continue
            if word in PLURAL_ADDRESSES and (several := several_addressed(words, k, self._slots)):
                free, entry, rendering = several
                done = words.ends[free - 1]
                found.append(Occurrence(words.starts[k], done, entry, rendering, plural=True))
                continue
            node = node_of(word, words.present)
            if not (node.patterns or node.slots or node.gap or (k + 1 < words.n and keys[k + 1] in node.words)):
                continue
            best = self._best(node, words, k, done)
            if best is not None:
                found.append(self._occurrence(best, words))
                free, done = best.stop, best.end
                titled = titled or best.pattern.entry.kind == "title"
        found = without_tooltips(found, text)
        return with_apposed(found, words, self._slots) if titled else found

    def readings(self, text: str) -> Iterator[tuple[Reading, bool]]:
        """Every reading of a term in a segment, and whether it stands; `find` takes the best of those that do."""
        words = Words(text, word_key(text))
        for k, word in enumerate(words.keys):
            if word in self.index.first_words:
                for reading in readings(self.index.node(word, words.present), words, k, self._slots):
                    yield reading, self._completed(reading, words, 0)

    def _best(self, node: Node, words: Words, k: int, done: int) -> Reading | None:
        """The reading that wins at word `k` among those that begin no earlier than offset `done`."""
        best: Reading | None = None
        rank: tuple[object, ...] = ()
        for reading in readings(node, words, k, self._slots):
            pattern = reading.pattern
            covered = len(pattern.units) if reading.nationality else reading.stop - reading.first
            if not self._completed(reading, words, done):
                continue
            own = (
                -reading.start, reading.end, pattern.layer, covered, pattern.words, pattern.entry.case == "exact",
                bool(pattern.entry.context), pattern.length == "long",
            )  # fmt: skip
            if best is None or own > rank:
                best, rank = reading, own
        return best

    def _completed(self, reading: Reading, words: Words, done: int) -> bool:
        """Add what belongs to the reading of a term; say whether it stands."""
        pattern = reading.pattern
        entry, text = pattern.entry, words.text
        if pattern.article and not _has_article(text, reading.start):
            return False
        if pattern.before and not self._number_before(reading, words):
            return False
        if pattern.length == "glued" and not complete_glued(reading, words):
            return False
        if entry.kind == "honorific" and _is_initial(pattern, words, reading.first):
            return False
        if entry.kind == "media" and entry.case == "exact" and pattern.words == 2 and words.in_capitals:
            return False  # TOUT LE MONDE
        if entry.kind == "person" and reading.fillers and not self._is_whole_name(reading, words):
            return False
        if entry.kind in ("person", "place") and pattern.literal and _names_a_place(pattern, words, reading.first):
            return False
        if entry.kind == "term" and "person" in reading.fillers and self._is_proper(reading, words):
            return False
        first, start, end = reading.first, reading.start, reading.end
        if entry.context and not context_allows(entry.context, words.folded, start, end, words):
            return False
        reading.plural = _is_plural(pattern, text, start)
        if entry.kind == "title":
            if self._goes_beyond(reading, words):
                return False
            if "nationality" in reading.fillers and pattern.units[0] == "ministres" and _is_cabinet(words, first):
                return False
            if "person" in reading.fillers and pattern.units[0] in _CROWNED and self._is_figure(reading, words):
                return False
            complete_title(reading, words, self.index, self._slots)
        elif reading.plural and pattern.joins:
            add_seconds(reading, words, self.index, self._slots)
        elif pattern.literal and pattern.length != "glued":
            complete_pair(reading, words, self.index)
        if reading.start < done:
            reading.first, reading.start, reading.prefix, reading.deputy = first, start, "", ""
        name = reading.fillers["person"].rendering if "person" in reading.fillers else ""
        return reading.start >= done and free_standing(text, reading.start, reading.end, entry, name)

    def _is_whole_name(self, reading: Reading, words: Words) -> bool:
        """Whether a name is that of a person, not an origin before one (`Franco-Gabonais`)."""
        k = reading.first + 1
        return _is_full_name(reading, words) and not (words.joined(k) and self._slots.is_inhabitant(words, k))

    def _is_proper(self, reading: Reading, words: Words) -> bool:
        """Whether `Administration` has its capital as part of a proper name: `l'Administration Portuaire`."""
        k = reading.first
        if not k or not words.capitalised(k) or words.gap(k).strip() not in ("", "'", "’"):
            return False
        return not words.in_capitals and not self._slots.is_known(words, k + len(reading.pattern.units) - 1)

    def _goes_beyond(self, reading: Reading, words: Words) -> bool:
        """Whether the last word of a title begins the name of a body: `patronne de l'ONU` in `l'ONU Femmes`."""
        k = reading.stop - 1
        if k == reading.first or reading.stop == words.n or not words.capitalised(k) or not words.spaced(k + 1):
            return False
        found = self.index.standing(words, k)
        return words.capitalised(k + 1) and any(
            stop > reading.stop and p.entry.kind == "institution" and p.literal and read(p, words, k)
            for p, stop in found
        )

    def _is_figure(self, reading: Reading, words: Words) -> bool:
        """Whether a title of kings and popes stands before the name of a commoner: `le roi Johnny Hallyday`."""
        return len(reading.pattern.units) == 2 and self._slots.is_civil(words, reading.first + 1, reading.stop)

    def _number_before(self, reading: Reading, words: Words) -> bool:
        found = self._slots.number_before(words, reading.first) if reading.pattern.before == "number" else None
        if found is None:
            return False
        reading.first, number = found
        reading.start = words.starts[reading.first]
        reading.fillers["number"] = Filler(number.stop, number.rendering)
        return True

    def _occurrence(self, reading: Reading, words: Words) -> Occurrence:
        pattern, entry = reading.pattern, reading.pattern.entry
        key = concept(entry.source)
        short, length = "", pattern.length
        if length == "long":
            rendering, accepted = entry.rendering, self.index.accepted.get(key, ())
        else:
            rendering, accepted = entry.rendering_abbr or entry.rendering, ()
        if pattern.length == "glued":
            short, length = entry.source_abbr, "long" if reading.pair else "abbr"
            if reading.pair:
                rendering = entry.rendering
        rendering = worded(reading, rendering)
        if entry.kind == "person" and "person" in reading.fillers:
            rendering = _named(reading, rendering, words)
        accepted = tuple(worded(reading, other) for other in accepted)
        if words.in_capitals and pattern.length == "long":
            accepted = (rendering, *accepted, *map(in_capitals, accepted))
            rendering = in_capitals(rendering)
        return Occurrence(
            reading.start, reading.end, entry, rendering, accepted, self.index.forbidden.get(key, ()),
            _article(reading, length), reading.plural, short, _person(reading, rendering),
        )  # fmt: skip


def _article(reading: Reading, length: str) -> str:
    """The article of a reading: none before a title with a name, but `the late President Chirac`."""
    if reading.prefix == "late ":
        return "the"
    return "none" if reading.persons else article_of(reading.pattern.entry, length)


def _person(reading: Reading, rendering: str) -> str:
    """The name of the person that a reading is about."""
    if reading.pattern.entry.kind == "person":
        return rendering
    filler = reading.fillers.get("person")
    return reading.persons or (filler.rendering if filler and not filler.plural else "")


def _lacks_nationalities(glossary: Glossary) -> bool:
    """Whether entries of the glossary ask for nationalities or countries and none fills them."""
    asked = False
    for entry in glossary:
        if entry.kind == "nationality":
            return False
        asked = asked or entry.kind == "title" or "{" in entry.source
    return asked


def _is_plural(pattern: Pattern, text: str, start: int) -> bool:
    """Plural by its form, or by its determiner where the form is the same in both numbers."""
    if pattern.plural:
        return True
    if not pattern.alike:
        return False
    determiner = leading_determiner(text, start)
    return determiner is not None and determiner.number == "pl"


def _is_full_name(reading: Reading, words: Words) -> bool:
    """Whether a given name begins a name of its own, a surname behind it: not `Saint-Pierre Fourier`, `Jean-Marie`."""
    spaced = any(words.spaced(k) for k in range(reading.first + 1, reading.stop))
    return spaced and not words.joined(reading.first)


def _names_a_place(pattern: Pattern, words: Words, first: int) -> bool:
    """Whether hyphens make a name that of a place called after it: `Jacques-Cartier`, `Rivière-Rouge`.

    It is the last space of a person's name that counts (`Abdel-Fattah al-Sissi` is one), the first one of a place that
    has a common noun in front.
    """
    person = pattern.entry.kind == "person"
    if not person and not pattern.form[0].islower():
        return False
    head, space, _ = pattern.form.rpartition(" ") if person else pattern.form.partition(" ")
    return bool(space) and words.joined(first + len(word_key(head).split()))


def _named(reading: Reading, name: str, words: Words) -> str:
    """A name with its given name as the text has it: `Éric` by the row of `Eric`, with the hyphen of `Jean-Claude`."""
    surname = reading.first + len(reading.pattern.units) - 1
    if reading.pattern.entry.target == "=":
        given = words.text[words.starts[reading.first] : words.ends[surname - 1]]
        name = f"{re.sub(_HYPHEN, '-', given)} {reading.fillers['person'].rendering}"
    return name if words.spaced(surname) else name.replace(" ", "-", 1)


def _is_cabinet(words: Words, k: int) -> bool:
    """Whether ministers at word `k` are those of a body: `le conseil des ministres français`."""
    return k > 1 and words.keys[k - 2 : k] == ["conseil", "des"]


def _is_initial(pattern: Pattern, words: Words, first: int) -> bool:
    """Whether `M.` is the initial of a name, after another initial (`J. M. Coetzee`), or `MR` that of a party."""
    if pattern.units[0] == "mr":
        return is_mr(words, first)
    if pattern.units[0] != "m" or not first:
        return False
    before = words.word(first - 1)
    return len(before) == 1 and before.isupper() and words.gap(first).startswith(".")


def _has_article(text: str, start: int) -> bool:
    determiner = leading_determiner(text, start)
    return determiner is not None and determiner.type == "definite"
