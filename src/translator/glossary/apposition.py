"""Names of people that no glossary has, told by the title beside them: `le ministre de la Défense, Tiéna Coulibaly`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from translator.glossary.entry import Entry
from translator.glossary.occurrence import Occurrence
from translator.glossary.slots import SlotTable
from translator.glossary.words import Words
from translator.text.word_list import words as word_list

_ARTICLES = frozenset(("le", "la", "l"))
_OPENERS = word_list(
    "selon pour avec mais et ou or car si quand comme apres avant depuis chez outre hier puis ainsi alors enfin par "
    "sous sur dans en a de du des d le la les l un une ce cet cette son sa ses leur notre feu monsieur madame ni sauf "
    "interroge interrogee contacte contactee aujourd lundi mardi mercredi jeudi vendredi samedi dimanche que qu quant"
)
"""First words of a sentence, folded, that are no given names although they have a capital there."""

_COMPLEMENT = re.compile(r" (?:(?:de|du|des|d|la|le|les|l|à|au|aux|en|pour|sur|auprès)(?: |['’])){1,4}")
"""What joins a title to a body or a country."""

_LONGEST = 6
_CLOSING = frozenset(',.;:()[]»”"!?…')


def with_apposed(found: Sequence[Occurrence], words: Words, slots: SlotTable) -> list[Occurrence]:
    """The occurrences, and the names of two words or more that stand in apposition to the titles among them.

    A name follows its title between commas, or goes before it: `Akinwumi Adesina, président de la BAD`. It is kept as
    it stands, unless a given name of it is romanized in another way in English.
    """
    names = []
    title = None
    for one in found:
        if one.entry.kind == "title":
            title = one
            names += [_name_before(one.start, words, slots), _name_after(one.end, words, slots)]
        elif title and _COMPLEMENT.fullmatch(words.text, title.end, one.start):
            # `la directrice exécutive d'ONU Femmes, Sima Bahous`
            names.append(_name_after(one.end, words, slots))
    new = [name for name in names if name and all(_gives_way(one, name) for one in found)]
    if not new:
        return list(found)
    kept = [one for one in found if not any(one.start < name.end and name.start < one.end for name in new)]
    return sorted([*kept, *dict.fromkeys(new)], key=lambda one: one.start)


def _gives_way(one: Occurrence, name: Occurrence) -> bool:
    """Whether an occurrence leaves room for a name: it is elsewhere, or a part of it that is a name too."""
    if one.end <= name.start or name.end <= one.start:
        return True
    inside = name.start <= one.start and one.end <= name.end and (one.start, one.end) != (name.start, name.end)
    return inside and one.entry.kind == "person"


def _name_after(end: int, words: Words, slots: SlotTable) -> Occurrence | None:
    k = bisect_left(words.starts, end)
    if k + 1 >= words.n or words.text[end : words.starts[k]].strip() != ",":
        return None
    name = _name(words, k, slots)
    if name is None:
        return None
    rest = words.text[name.end :].lstrip()
    return name if not rest or rest[0] in _CLOSING else None


def _name_before(start: int, words: Words, slots: SlotTable) -> Occurrence | None:
    k = bisect_left(words.starts, start)
    if k and words.keys[k - 1] in _ARTICLES and words.gap(k).strip() in ("", "'", "’"):
        k -= 1
    if k < 2 or words.gap(k).strip() != ",":
        return None
    for first in range(max(0, k - _LONGEST), k - 1):
        if not words.capitalised(first):
            continue
        opens = not first or words.gap(first).strip(" «“\"'’") not in ("", ",")
        if opens and words.keys[first] in _OPENERS:
            continue
        name = _name(words, first, slots)
        if name is not None and name.end == words.ends[k - 1]:
            return name
    return None


def _name(words: Words, k: int, slots: SlotTable) -> Occurrence | None:
    """The name of two words or more that begins at word `k`."""
    filler = slots.person(words, k)
    if filler is None or filler.stop - k < 2 or slots.is_no_name(words, k) or slots.is_inhabitant(words, k):
        return None
    start, end = words.starts[k], words.ends[filler.stop - 1]
    entry = Entry(words.text[start:end], "=", kind="person", case="exact")
    return Occurrence(start, end, entry, filler.rendering, person=filler.rendering)
