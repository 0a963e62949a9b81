"""One way to read a term at a place of a segment: the pattern, what fills its slots, what was added to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from translator.glossary.entry import Entry
from translator.glossary.index import Node
from translator.glossary.modifiers import modifier
from translator.glossary.patterns import COMPLEMENT, Pattern
from translator.glossary.slots import Filler, SlotTable
from translator.glossary.words import Words, same_letters, separator
from translator.text.french import fold

GAP, MODIFIER = "gap", "modifier"
_INSERTED = (GAP, MODIFIER)
Marks = tuple[tuple[str, int, Filler], ...]
"""Slots filled on the way through a pattern: name (or `GAP`, `MODIFIER`), number of the unit, filler."""


@dataclass(slots=True)
class Reading:
    """A pattern found at words `first` to `stop`, at `start:end` of the text, and what titles and pairs add to it.

    `deputy` stands before the title in English, `modifier` (`outgoing`) and `nationality` before that, `prefix`
    (`former`) first of all; `persons` behind it. `seconds` are further offices of a coordination; `pair` is what stands
    in brackets behind, `inside` what a part of the rendering becomes where a bracket within a title gives an
    abbreviation.
    """

    pattern: Pattern
    first: int
    stop: int
    start: int
    end: int
    fillers: dict[str, Filler] = field(default_factory=dict)
    nationality: str = ""
    prefix: str = ""
    deputy: str = ""
    modifier: str = ""
    persons: str = ""
    seconds: list[Entry] = field(default_factory=list)
    pair: str = ""
    inside: tuple[str, str] = ("", "")
    plural: bool = False


def readings(node: Node, words: Words, first: int, slots: SlotTable) -> Iterator[Reading]:
    """Every reading of the patterns under a node whose first word is word `first`."""
    for pattern, _, marks in _walk(node, words, first + 1, 1, (), slots):
        reading = read(pattern, words, first, marks)
        if reading is not None:
            yield reading


def complements(node: Node, words: Words, first: int, slots: SlotTable) -> Iterator[tuple[Pattern, int]]:
    """The patterns under the node of a title's head whose complement is at word `first`, and the word behind it."""
    if first < words.n and words.keys[first] in COMPLEMENT and words.keys[first] in node.words:
        start = node.words[words.keys[first]]
        for pattern, stop, marks in _walk(start, words, first + 1, 1, (), slots):
            if not marks and pattern.joins and _complement_stands(pattern, words, first, stop):
                yield pattern, stop


def _walk(
    node: Node, words: Words, k: int, unit: int, marks: Marks, slots: SlotTable
) -> Iterator[tuple[Pattern, int, Marks]]:
    keys, n = words.keys, words.n
    while True:
        for pattern in node.patterns:
            if pattern.splits or not marks or marks[0][0] not in _INSERTED:
                yield pattern, k, marks
        if k >= n:
            return
        if node.tails and not marks:
            for pattern, stop in node.tailing(keys, k, unit):
                yield pattern, stop, marks
        if node.slots:
            for slot, following in node.slots.items():
                for filler in slots.fillers(slot, words, k, kind=_kind_below(following)):
                    yield from _walk(following, words, filler.stop, unit + 1, (*marks, (slot, unit, filler)), slots)
        if node.gap and not marks and words.spaced(k):
            nationality = slots.nationalities(words, k)
            inside = nationality or modifier(words, k)
            if inside is not None and inside.stop < n and keys[inside.stop] in COMPLEMENT and words.spaced(inside.stop):
                after = node.words.get(keys[inside.stop])
                if after is not None:
                    name = GAP if nationality else MODIFIER
                    yield from _walk(after, words, inside.stop + 1, unit + 1, ((name, unit, inside),), slots)
        child = node.words.get(keys[k])
        if child is None:
            return
        node, k, unit = child, k + 1, unit + 1


def _kind_below(node: Node) -> str:
    """The kind of the entries whose slot leads to a node: names after forms of address have particles of their own.

    Given names yield to titles that are written like them: `cheikh`, `Cheikh`.
    """
    kinds = [pattern.entry.kind for pattern in node.patterns]
    return next((kind for kind in kinds if kind != "person"), kinds[0] if kinds else "title")


def read(pattern: Pattern, words: Words, first: int, marks: Marks = ()) -> Reading | None:
    """The reading of a pattern from word `first` on, if letters, accents, capitals and separators are right."""
    if pattern.plural and any(filler.singular for _, _, filler in marks):
        return None  # `les présidents américain Donald Trump et russe Vladimir Poutine`
    text = words.text
    start = words.starts[first]
    fillers: dict[str, Filler] = {}
    if not marks and pattern.literal and text.startswith(pattern.literal, start):
        k = first + len(pattern.units)
        end = words.ends[k - 1]
        tail = start + len(pattern.literal) - end
    else:
        stop = _stands(pattern, words, first, marks, fillers)
        if not stop:
            return None
        k, end, tail = stop, words.ends[stop - 1], len(pattern.cut.tail)
        if tail and fold(text[end : end + tail]) != fold(pattern.cut.tail):
            return None
    if tail:
        end += tail
        if pattern.length == "abbr" and end >= len(text.rstrip()):
            return None  # the full stop of the sentence
    elif text.startswith(".", end) and pattern.units[-1] == "{person":
        end = name_stop(text, end, fillers["person"].rendering)
    inserted = {name: filler.rendering for name, _, filler in marks if name in _INSERTED}
    return Reading(
        pattern, first, k, start, end, fillers, inserted.get(GAP, ""), modifier=inserted.get(MODIFIER, "")
    )  # fmt: skip


def name_stop(text: str, end: int, name: str) -> int:
    """Where a name that ends at `end` ends with the full stop that it has in English: `Robert F. Kennedy Jr.`"""
    return end + 1 if name.endswith(".") and text.startswith(".", end) else end


def _stands(pattern: Pattern, words: Words, first: int, marks: Marks, fillers: dict[str, Filler]) -> int:
    """The word behind a pattern that stands at word `first`, unit for unit; 0 if it does not. Fills `fillers`."""
    at: dict[int, tuple[str, Filler | None]] = {number: (name, filler) for name, number, filler in marks}
    cut = pattern.cut
    k = first
    for number, unit in enumerate(pattern.units):
        name, filler = at.get(number, ("", None))
        if name in _INSERTED and filler is not None:
            k = filler.stop
        elif number and not _separated(pattern, cut.separators[number - 1], words.gap(k)):
            return 0
        if unit[0] == "{":
            if filler is None or (name == "person" and filler.plural != pattern.plural):
                return 0
            fillers[unit[1:]] = filler
            k = filler.stop
        elif not _word_stands(pattern, cut.written[number], words.word(k)):
            return 0
        else:
            k += 1
    return k


def _separated(pattern: Pattern, wanted: str, gap: str) -> bool:
    """Whether two words stand apart as they should, or a form of address is glued to its name: `M.Macron`."""
    return separator(gap) == wanted or (pattern.entry.kind == "honorific" and gap == "." and wanted == ". ")


def _word_stands(pattern: Pattern, wanted: str, there: str) -> bool:
    """Whether a word of the text is the given word of a pattern, as far as accents and capitals count.

    `exact` forms have their own capitals and no more, or are in capitals throughout if they are of several words.
    """
    if there == wanted or pattern.length == "glued":
        return True
    if not same_letters(there, wanted, pattern.cased, pattern.length == "abbr"):
        return False
    if pattern.entry.case != "exact" or pattern.length == "abbr" or (pattern.words > 1 and there.isupper()):
        return True
    return all(a.isupper() == b.isupper() for a, b in zip(there, wanted, strict=True))


def _complement_stands(pattern: Pattern, words: Words, first: int, stop: int) -> bool:
    """Whether words `first` to `stop` are the last ones of a pattern, letter for letter."""
    shift = len(pattern.units) - stop
    cut = pattern.cut
    return all(
        same_letters(words.word(k), cut.written[k + shift], False, False)
        and (k == first or separator(words.gap(k)) == cut.separators[k + shift - 1])
        for k in range(first, stop)
    )
