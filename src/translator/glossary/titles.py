"""What stands around a title and belongs to it: `ancien`, a second office, a nationality, a name."""

from __future__ import annotations

from translator.glossary.entry import Entry
from translator.glossary.index import TermIndex
from translator.glossary.modifiers import add_modifier
from translator.glossary.pairs import complete_inside
from translator.glossary.patterns import COMPLEMENT
from translator.glossary.reading import Reading, complements, name_stop
from translator.glossary.rendering import one_office
from translator.glossary.slots import Filler, SlotTable, conjunction
from translator.glossary.words import Words

_BEFORE = {
    "ancien": "former", "ancienne": "former", "anciens": "former", "anciennes": "former", "ex": "former",
    "futur": "future", "future": "future", "futurs": "future", "futures": "future",
    "defunt": "late", "defunte": "late", "regrette": "late", "regrettee": "late",
}  # fmt: skip
_LATE = ("feu", "feue")
_ADDRESSES = ("M", "Mme")
_DEPUTIES = {"president": "Vice-", "presidente": "Vice-", "presidents": "Vice-", "presidentes": "Vice-"}
_HYPHENS = ("-", "‐", "‑")


def complete_title(reading: Reading, words: Words, index: TermIndex, slots: SlotTable) -> None:
    """Add to the reading of a title what follows it and what stands before it."""
    add_seconds(reading, words, index, slots)
    if reading.pattern.literal and not reading.seconds:
        complete_inside(reading, words, index)
    add_modifier(reading, words)
    if not reading.nationality and "nationality" not in reading.fillers and words.spaced(reading.stop):
        nationality = slots.nationalities(words, reading.stop)
        if nationality is not None and _agrees(reading, nationality, words):
            reading.nationality = nationality.rendering
            _extend(reading, words, nationality.stop)
            add_modifier(reading, words)
    if "person" not in reading.fillers and _goes_on(reading, words):
        filler = slots.names(words, reading.stop) if reading.plural else slots.person(words, reading.stop)
        if filler is not None:
            reading.persons = filler.rendering
            _extend(reading, words, filler.stop)
            reading.end = name_stop(words.text, reading.end, filler.rendering)
    _add_prefix(reading, words)


def _goes_on(reading: Reading, words: Words) -> bool:
    """Whether a word follows the reading with nothing but a space between."""
    return reading.stop < words.n and words.text[reading.end : words.starts[reading.stop]].isspace()


def _agrees(reading: Reading, nationality: Filler, words: Words) -> bool:
    """Whether adjectives may belong to the title: several of them only to a plural, one in the singular to none."""
    if reading.plural:
        return not nationality.singular
    return not any(key in ("et", "ou") for key in words.keys[reading.stop : nationality.stop])


def _extend(reading: Reading, words: Words, stop: int) -> None:
    reading.stop, reading.end = stop, words.ends[stop - 1]


def add_seconds(reading: Reading, words: Words, index: TermIndex, slots: SlotTable) -> None:
    """`ministres de la Défense et des Affaires étrangères`: the same head with another complement."""
    units = reading.pattern.units
    if not reading.pattern.joins or len(units) < 3:
        return
    pending = []
    stop = reading.stop
    while True:
        joint, begin = conjunction(words, stop)
        if not joint or begin >= words.n or words.keys[begin] not in COMPLEMENT:
            break
        found = _second(units, begin, words, index, slots)
        if found and joint == "," and not conjunction(words, found[1])[0]:
            # `du Travail, de la Santé et des Solidarités`: the list ends there, not with an office of two fields.
            found = _second(units, begin, words, index, slots, without="et")
        if found is None:
            break
        entry, stop = found
        pending.append(entry)
        if joint != ",":
            entries = [reading.pattern.entry, *pending]
            if reading.plural or one_office([e.rendering for e in entries]):
                reading.seconds = pending
                _extend(reading, words, stop)
            break


def _second(
    units: tuple[str, ...], begin: int, words: Words, index: TermIndex, slots: SlotTable, *, without: str = ""
) -> tuple[Entry, int] | None:
    """The title of the same head whose complement begins at word `begin`, and the word behind it; longest first.

    The complement does not hold the word `without`.
    """
    best: tuple[Entry, int, int] | None = None
    node = index.node(units[0], words.present)
    for cut in range(1, len(units)):
        if units[cut] in COMPLEMENT:
            for pattern, stop in complements(node, words, begin, slots):
                if without and without in words.keys[begin:stop]:
                    continue
                if best is None or (stop, pattern.layer) > (best[1], best[2]):
                    best = (pattern.entry, stop, pattern.layer)
        if units[cut] not in node.words:
            break
        node = node.words[units[cut]]
    return None if best is None else (best[0], best[1])


def _add_prefix(reading: Reading, words: Words) -> None:
    """`ancien`, `ex-`, `futur` before a title, and `vice-` before one that the glossary has only without."""
    deputy = _before(reading, words)
    if deputy is not None and words.keys[deputy] == "vice" and words.gap(reading.first) in _HYPHENS:
        reading.deputy = _DEPUTIES.get(reading.pattern.units[0], "Deputy ")
        reading.first, reading.start = deputy, words.starts[deputy]
    before = _before(reading, words)
    if before and words.keys[before] in ("le", "la", "l") and words.keys[before - 1] in _LATE and words.spaced(before):
        # `feu le président Chirac`, `feu la reine`
        reading.prefix = "the late "
        reading.first, reading.start = before - 1, words.starts[before - 1]
        return
    if before and words.keys[before] in ("le", "la", "l") and words.word(before - 1) in _ADDRESSES:
        # `M. le ministre de la Justice`; in full it is a vocative.
        reading.prefix = "" if reading.persons or "person" in reading.fillers else "the "
        reading.first, reading.start = before - 1, words.starts[before - 1]
        return
    if before is None or words.keys[before] not in _BEFORE:
        return
    gap = words.gap(reading.first)
    if gap.isspace() or (words.keys[before] == "ex" and gap in _HYPHENS):
        reading.prefix = _BEFORE[words.keys[before]] + " "
        reading.first, reading.start = before, words.starts[before]


def _before(reading: Reading, words: Words) -> int | None:
    return reading.first - 1 if reading.first else None
