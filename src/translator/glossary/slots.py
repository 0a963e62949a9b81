"""What may fill the slots of a term: nationalities, countries, names of people, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from translator.glossary.entry import Entry
from translator.glossary.names import name_end
from translator.glossary.parties import PARTY
from translator.glossary.patterns import OF_COUNTRY
from translator.glossary.words import Words, separator, word_key
from translator.text.french import nationality_forms, split_article
from translator.text.word_list import words as word_list

_NUMBER = re.compile(r"\d+(?:[ \u00a0\u202f]\d{3})*(?:,\d+)?")
_ARTICLES = (("le",), ("la",), ("les",), ("l",))
_OF = (("de", "la"), ("de", "l"), ("de",), ("du",), ("des",), ("d",))
_AND = {"et": "and", "ou": "or"}
_MOST = 6
_REGNAL = re.compile(r"I?er|Ire|[IVX]+")
_NAMES_GO_ON = word_list("al el as ad ar an abd abdel abdul abdoul abu abou ben bin ibn ould saint sainte le la de du")
"""Words, folded, behind which a hyphen does not begin a second name: `Nawaf Al-Ahmad`, `Omar Abdel-Aziz Ali`."""

_NOBLE = word_list("al el ben bin bint ibn ould aga von zu of")
_EPITHETS_BEGIN = ("le", "la", "les")
_UNVARYING = word_list(
    "inuit innu rom roms kanak touareg haoussa mohawk maori oromo hazara rohingya swazi somali hutu tutsi peul taliban"
)
"""Nationalities, folded, that the press also writes without the `s` of the plural: `les chefs inuit`."""

_NAMED = " {person}"
"""The end of the source of a given name: `Sergueï {person}`."""


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a slot: the number of the word behind it and how it reads in English.

    `plural` tells that it names several, `singular` of a nationality that its form is that of one alone: `russe`, but
    neither `russes` nor `français`.
    """

    stop: int
    rendering: str
    plural: bool = False
    singular: bool = False


class SlotTable:
    """Looks up slot fillers at a word of a segment. Built from the entries of all layers, the last one winning."""

    def __init__(self, layers: Iterable[Iterable[Entry]]) -> None:
        """Index the nationalities, countries, places and people among the entries."""
        self._nationalities: dict[str, tuple[Entry, bool]] = {}
        self._plurals: set[str] = set(_UNVARYING)
        self._countries: dict[str, Entry] = {}
        self._not_names: set[str] = set()
        self._people: dict[str, Entry] = {}
        self._given: dict[str, str] = {}
        self._given_names: set[str] = set()
        self._bodies: dict[str, str] = {}
        for layer in layers:
            for entry in layer:
                if entry.status != "preferred":
                    continue
                kind = entry.kind
                if kind == "person":
                    for form in (entry.source, *entry.forms):
                        if form.endswith(_NAMED):
                            key = _key(form.removesuffix(_NAMED))
                            self._given_names.add(key)
                            if entry.target != "=":
                                self._given[key] = entry.target.removesuffix(_NAMED)
                        else:
                            self._people[_key(form)] = entry
                elif kind == "place":
                    for form in (entry.source, *entry.forms):
                        key = _key(split_article(form)[1] if form[0] == "l" else form)
                        self._not_names.add(key)
                        if entry.domain == "country":
                            self._countries[key] = entry
                elif kind == "nationality":
                    for form in (entry.source, *entry.forms):
                        for inflection in nationality_forms(form):
                            key = _key(inflection.text)
                            plural = inflection.number == "pl"
                            self._nationalities[key] = (entry, plural)
                            if plural:
                                self._plurals.add(key)
                elif kind == "institution":
                    if len(entry.source_abbr) > 2:
                        self._bodies[_key(entry.source_abbr)] = entry.source_abbr
                    head, space, _ = entry.source.partition(" ")
                    if space:
                        self._not_names.add(word_key(head))
        self._most_words = max((key.count(" ") + 1 for key in self._nationalities), default=1)

    def fillers(self, slot: str, words: Words, k: int, *, kind: str) -> Iterator[Filler]:
        """What may fill `slot`: one filler at most, but for `person`, where several names are another one."""
        filler = self.fill(slot, words, k, kind=kind)
        if filler is not None:
            yield filler
            if slot == "person" and (names := self.names(words, k)):
                yield names

    def fill(self, slot: str, words: Words, k: int, *, kind: str = "title") -> Filler | None:
        """What fills `slot` from word `k` on, for an entry of a kind; longest first; None if nothing does."""
        if slot == "nationality":
            return self.nationalities(words, k)
        if slot == "country":
            return self._country(words, k, _ARTICLES)
        if slot == OF_COUNTRY:
            return self._country(words, k, _OF)
        if slot == "person":
            if kind == "person":
                return self._surname(words, k)
            return self.person(words, k, particle_first=kind == "honorific")
        match = _NUMBER.match(words.text, words.starts[k])
        if match is None:
            return None
        stop = k + 1
        while stop < words.n and words.starts[stop] < match.end():
            stop += 1
        return Filler(stop, _number(match.group())) if words.ends[stop - 1] == match.end() else None

    def number_before(self, words: Words, k: int) -> tuple[int, Filler] | None:
        """The number that ends right before word `k`: its first word and the filler."""
        first = k
        while first and words.keys[first - 1].isdigit() and words.spaced(first):
            first -= 1
        for start in range(max(first, k - 5), k):
            filler = self.fill("number", words, start)
            if filler is not None and filler.stop == k:
                return start, filler
        return None

    def nationalities(self, words: Words, k: int) -> Filler | None:
        """One nationality or several joined by commas and `et`: `russe et ukrainien` → `Russian and Ukrainian`."""
        first = self._nationality(words, k)
        if first is None:
            return None
        listed, last = [first.rendering], first
        while True:
            joint, begin = conjunction(words, last.stop)
            following = self._nationality(words, begin) if joint else None
            if following is None:
                return first
            listed.append(following.rendering)
            last = following
            if joint in _AND.values():
                return Filler(last.stop, _joined(listed, joint), plural=True)

    def person(self, words: Words, k: int, *, particle_first: bool = False) -> Filler | None:
        """A name of the glossary, or capitalised words that look like one (kept as they stand)."""
        known = self._known(words, k)
        end = self._name_end(words, k, particle_first=particle_first)
        if known is not None and known.stop >= end:
            return known
        if end <= k or words.in_capitals or (known is None and self._is_label(words, k)):
            return known
        for n in range(k + 1, end):
            last = self._people.get(" ".join(words.keys[n:end]))
            if last is not None and words.capitalised(n):
                return Filler(end, self._written(words, k, words.starts[n]) + last.rendering)
        name = self._written(words, k, words.ends[end - 1])
        return Filler(end, name) if any(c.islower() for c in name) else known

    def _surname(self, words: Words, k: int) -> Filler | None:
        """What follows a given name: no number (`Pierre Ier`) or epithet (`le Grand`), no place behind a particle."""
        if words.word(k) in _EPITHETS_BEGIN:
            return None
        end = self._name_end(words, k - 1)
        if end <= k or words.in_capitals or _REGNAL.fullmatch(words.word(end - 1)):
            return None
        last = self._people.get(" ".join(words.keys[k:end]))
        name = last.rendering if last else self._written(words, k, words.ends[end - 1])
        return Filler(end, name) if any(c.islower() for c in name) else None

    def _name_end(self, words: Words, k: int, *, particle_first: bool = False) -> int:
        """Where the name that begins at word `k` ends: before a second one behind a hyphen, too."""
        end = name_end(words, k, self._not_names, particle_first=particle_first)
        for n in range(k + 2, end):
            if words.joined(n) and self._second_begins(words, k, n):
                return n
        return end

    def _second_begins(self, words: Words, first: int, n: int) -> bool:
        """Whether a full name ends before the hyphen and another one begins: `Vladimir Poutine-Xi Jinping`."""
        if words.keys[n - 1] in self._given_names or words.keys[n - 1] in _NAMES_GO_ON:
            return False
        if not any(words.spaced(m) for m in range(first + 1, n)):
            return False
        known = self._known(words, n)
        return (known is not None and known.stop > n + 1) or self.given_end(words, n) > n

    def given_end(self, words: Words, k: int) -> int:
        """The word behind a given name of the glossary (`Jean-Luc`) at word `k`, a capital behind it; else `k`."""
        if words.keys[k] not in self._given_names or not words.capitalised(k):
            return k
        stop = k + 1
        while words.joined(stop) and words.keys[stop] in self._given_names:
            stop += 1
        return stop if words.spaced(stop) and words.capitalised(stop) else k

    def is_civil(self, words: Words, k: int, stop: int) -> bool:
        """Whether words `k` to `stop` are a given name and a surname: not `Charles III`, `Leonor de Bourbon`."""
        n = self.given_end(words, k)
        if not k < n < stop or _REGNAL.fullmatch(words.word(n)):
            return False
        return words.keys[stop - 1] not in self._given_names and not any(
            words.keys[m] in _NOBLE or words.word(m).islower() or _REGNAL.fullmatch(words.word(m))
            for m in range(n, stop)
        )

    def _written(self, words: Words, k: int, stop: int) -> str:
        """A name from word `k` up to offset `stop` as it stands, its given name romanized (`Sergueï` → `Sergei`).

        `Ier` reads `I`.
        """
        given = self._given.get(words.keys[k])
        name = given + words.text[words.ends[k] : stop] if given else words.text[words.starts[k] : stop]
        return re.sub(r"\bI(?:er|re)\b", "I", re.sub(r"\s+", " ", name))

    def _is_label(self, words: Words, k: int) -> bool:
        """Whether a party or, before a name, the acronym of a body stands at word `k`: `sénateur LR Jean Dupont`."""
        if PARTY.match(words.text, words.starts[k]):
            return True
        body = self._bodies.get(words.keys[k])
        return body is not None and body == words.word(k) and words.spaced(k + 1) and words.capitalised(k + 1)

    def is_known(self, words: Words, k: int) -> bool:
        """Whether a name of the glossary begins at word `k`."""
        return self._known(words, k) is not None

    def is_no_name(self, words: Words, k: int) -> bool:
        """Whether word `k` begins the name of a place or an institution, or is an acronym, rather than a name."""
        return words.keys[k] in self._not_names or (words.word(k).isupper() and words.ends[k] - words.starts[k] > 1)

    def is_inhabitant(self, words: Words, k: int) -> bool:
        """Whether word `k` is the noun of a nationality: `l'Américain` before a name."""
        return words.capitalised(k) and words.keys[k] in self._nationalities

    def people(self, words: Words, k: int, *, particle_first: bool = False) -> tuple[int, list[str], str] | None:
        """Two names or more, joined by commas and `et`: the word behind them, their renderings, what joins the last."""
        names: list[str] = []
        while person := self.person(words, k, particle_first=particle_first):
            names.append(person.rendering)
            joint, k = conjunction(words, person.stop)
            if joint in _AND.values():
                last = self.person(words, k, particle_first=particle_first)
                return (last.stop, [*names, last.rendering], joint) if last else None
            if not joint:
                break
        return None

    def names(self, words: Words, k: int) -> Filler | None:
        """Two names or more as one filler: `Poutine et Zelensky` → `Putin and Zelenskyy`."""
        found = self.people(words, k)
        return Filler(found[0], _joined(found[1], found[2]), plural=True) if found else None

    def _known(self, words: Words, k: int) -> Filler | None:
        """The longest name of the glossary at word `k`."""
        stop = min(words.n, k + _MOST)
        for end in range(stop, k, -1):
            entry = self._people.get(" ".join(words.keys[k:end]))
            if entry is not None and (words.capitalised(k) or words.capitalised(end - 1)) and _in_one(words, k, end):
                return Filler(end, entry.rendering)
        return None

    def _nationality(self, words: Words, k: int) -> Filler | None:
        if k >= words.n or (words.capitalised(k) and not (k and words.capitalised(k - 1))):
            return None
        for end in range(min(words.n, k + self._most_words), k, -1):
            key = " ".join(words.keys[k:end])
            found = self._nationalities.get(key)
            if found is not None and _in_one(words, k, end) and words.text[words.ends[end - 1] :][:1] not in ("-", "‑"):
                entry, plural = found
                singular = key[-1] not in "sx" and key not in self._plurals
                return Filler(end, entry.rendering_abbr or entry.rendering, plural, singular)
        return None

    def _country(self, words: Words, k: int, leads: tuple[tuple[str, ...], ...]) -> Filler | None:
        start = k
        for lead in leads:
            if tuple(words.keys[k : k + len(lead)]) == lead:
                start = k + len(lead)
                break
        if (start == k and leads is _OF) or start >= words.n or not words.capitalised(start):
            return None
        for end in range(min(words.n, start + _MOST), start, -1):
            entry = self._countries.get(" ".join(words.keys[start:end]))
            if entry is not None and _in_one(words, k, end):
                the = "the " if entry.article.startswith("the") else ""
                return Filler(end, the + entry.rendering)
        return None


def _number(french: str) -> str:
    """`1 500` → `1,500`, `3,5` → `3.5`."""
    whole, comma, decimals = french.partition(",")
    return re.sub(r"\s", ",", whole) + ("." + decimals if comma else "")


def conjunction(words: Words, k: int) -> tuple[str, int]:
    """What joins word `k - 1` to the next in a list (`,`, `and`, `or`; empty if nothing does), and the word behind."""
    if k >= words.n:
        return "", k
    gap = words.gap(k)
    if words.keys[k] in _AND and gap.isspace() and k + 1 < words.n and words.gap(k + 1).isspace():
        return _AND[words.keys[k]], k + 1
    return (",", k) if gap.strip() == "," and not gap.endswith(",") else ("", k)


def _joined(items: list[str], joint: str) -> str:
    return ", ".join(items[:-1]) + f" {joint} " + items[-1]


def _in_one(words: Words, k: int, end: int) -> bool:
    """Whether words `k` to `end` are joined by spaces, hyphens, apostrophes or the full stops of initials alone."""
    return all(separator(words.gap(n)) in (" ", "'", ".", ". ") for n in range(k + 1, end))


def _key(form: str) -> str:
    return " ".join(word_key(form).split())
