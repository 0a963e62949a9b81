"""What may fill the slots of a term: nationalities, countries, names of people, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from translator.glossary.entry import Entry
from translator.text.french import fold, nationality_forms, split_article

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_NAME_WORD = r"(?:[A-ZÀ-ÖØ-ÞĀŁŠŽČĆ](?:\.(?:-?[A-Z]\.)*|[\w’']*(?:-[\w’']+)*))"
_PARTICLE = r"(?:(?:de la|de|du|des|van der|van den|van|von|der|den|bin|ben|ibn|el|al|da|dos|di|le|la|ter|of)\s|d['’]|al-|el-|O['’])"
_NAME = re.compile(rf"(?:{_PARTICLE})?{_NAME_WORD}(?:\s(?:{_PARTICLE})?{_NAME_WORD}){{0,4}}")
_NUMBER = re.compile(r"\d+(?:[  \u202f]\d{3})*(?:,\d+)?")
_NUMBER_BEFORE = re.compile(r"\d+(?:[  \u202f]\d{3})*(?:,\d+)?\s$")
_OF = re.compile(r"(?:de la |de l'|des |du |de |d'|la |le |les |l')?")
_AND = re.compile(r"\s(?:et|ou)\s|\s?,\s")


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a slot: where it ends in the text and how it reads in English."""

    end: int
    rendering: str
    plural: bool = False


class SlotTable:
    """Looks up slot fillers at a position of a text. Built from the entries of all layers, the last one winning."""

    def __init__(self, layers: Iterable[Iterable[Entry]]) -> None:
        """Index the nationalities, countries and people among the entries."""
        self._nationalities: dict[str, tuple[Entry, bool]] = {}
        self._countries: dict[str, Entry] = {}
        self._people: dict[str, Entry] = {}
        for layer in layers:
            for entry in layer:
                if entry.status != "preferred":
                    continue
                if entry.kind == "nationality":
                    for form in (entry.source, *entry.forms):
                        for inflection in nationality_forms(form):
                            self._nationalities[fold(inflection.text)] = (entry, inflection.number == "pl")
                elif entry.kind == "place" and entry.domain == "country":
                    for form in (entry.source, *entry.forms):
                        self._countries[fold(split_article(form)[1])] = entry
                elif entry.kind == "person":
                    for form in (entry.source, *entry.forms):
                        self._people[fold(form)] = entry

    def fill(self, slot: str, text: str, folded: str, start: int) -> Filler | None:
        """What fills `slot` at `start`, longest first, or None."""
        if slot == "nationality":
            return self.nationalities(text, folded, start)
        if slot == "country":
            return self._country(folded, start)
        if slot == "person":
            return self.person(text, folded, start)
        number = _NUMBER.match(text, start)
        return Filler(number.end(), number.group()) if number else None

    def fill_before(self, slot: str, text: str, folded: str, end: int) -> tuple[int, Filler] | None:
        """What fills `slot` immediately before `end` (a number): its start and the filler."""
        if slot != "number":
            return None
        number = _NUMBER_BEFORE.search(text, max(0, end - 24), end)
        return (number.start(), Filler(end, number.group().rstrip())) if number else None

    def nationalities(self, text: str, folded: str, start: int) -> Filler | None:
        """One nationality or several joined by commas and `et`: `russe et ukrainien` → `Russian and Ukrainian`."""
        found = [first] if (first := self._nationality(text, folded, start)) else []
        joints: list[str] = []
        while found and (joint := _AND.match(text, found[-1].end)):
            following = self._nationality(text, folded, joint.end())
            if following is None:
                break
            joints.append(joint.group().strip())
            found.append(following)
        if joints and "," in joints[-1]:
            found = found[:1]
        if not found:
            return None
        several = len(found) > 1
        return Filler(found[-1].end, _listed([f.rendering for f in found]), plural=several or found[0].plural)

    def person(self, text: str, folded: str, start: int) -> Filler | None:
        """A name of the glossary, or capitalised words that look like one (kept as they stand)."""
        match = _NAME.match(text, start)
        if match is None:
            return None
        ends = [start + w.end() for w in re.finditer(r"[^\s]+", text[start : match.end()])]
        for end in reversed(ends):
            stop = end - 1 if text[end - 1] == "." and end - start > 3 else end
            entry = self._people.get(folded[start:stop])
            if entry is not None:
                return Filler(stop, entry.rendering)
        end = match.end()
        name = match.group()
        words = name.split()
        for n in range(1, len(words)):
            entry = self._people.get(fold(" ".join(words[n:])))
            if entry is not None:
                return Filler(end, " ".join([*words[:n], entry.rendering]))
        return Filler(end, name) if any(c.islower() for c in name) or len(name) > 3 else None

    def _nationality(self, text: str, folded: str, start: int) -> Filler | None:
        for end in reversed(_word_ends(folded, start, 3)):
            found = self._nationalities.get(folded[start:end])
            if found is not None and (end == len(text) or text[end] != "-"):
                entry, plural = found
                return Filler(end, entry.rendering_abbr or entry.rendering, plural)
        return None

    def _country(self, folded: str, start: int) -> Filler | None:
        article = _OF.match(folded, start)
        begin = article.end() if article else start
        for end in reversed(_word_ends(folded, begin, 6)):
            entry = self._countries.get(folded[begin:end])
            if entry is not None:
                the = "the " if entry.article.startswith("the") else ""
                return Filler(end, the + entry.rendering)
        return None


def _word_ends(folded: str, start: int, most: int) -> list[int]:
    ends: list[int] = []
    position = start
    while len(ends) < most and (word := _WORD.match(folded, position)):
        ends.append(word.end())
        position = word.end() + 1
        if folded[word.end() : position] != " ":
            break
    return ends


def _listed(items: list[str]) -> str:
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " and " + items[-1]
