"""Finding the occurrences of the terms of a glossary in a source segment: leftmost, longest, later layer first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from translator.glossary.context import context_allows
from translator.glossary.occurrence import Occurrence
from translator.glossary.patterns import Pattern, PatternTable, Split, compile_patterns
from translator.glossary.rendering import article_of, coordinated, filled, pluralized, titled
from translator.glossary.slots import Filler, SlotTable
from translator.text.french import fold, leading_determiner

if TYPE_CHECKING:
    from translator.glossary.glossary import Glossary

_SPACES = re.compile(r"\s{2,}|[\n\r\v\f\x1c-\x1f\x85\u2028\u2029]")
_CONNECTING = frozenset({"de", "d", "du", "des", "en", "sur", "sous", "la", "le", "les", "lès", "l", "et", "aux", "au", "a", "à"})
_PREFIXES = frozenset({"ex", "anti", "pro", "non", "post", "pré", "mi", "néo", "quasi", "trans", "inter", "extra", "hors"})
_PLURAL_TITLES = {"MM.": "Messrs.", "Messieurs": "Messrs.", "Mmes": "Mses.", "Mesdames": "Mses."}
_SEVERAL = re.compile(r"\b(MM\.|Messieurs|Mmes|Mesdames)\s")
_AND = re.compile(r"\s?,\s|\s(?:et|ou)\s")


class Matcher:
    """Finds term occurrences. Immutable once built; may be shared between threads; pickles as its glossary."""

    def __init__(self, glossary: Glossary) -> None:
        """Compile the glossary's surface forms into one Aho-Corasick automaton."""
        import ahocorasick_rs

        self._glossary = glossary
        layers = glossary.layers
        self._table: PatternTable = compile_patterns(layers)
        self._slots = SlotTable(layers)
        self._anchors = sorted(set(self._table.patterns) | set(self._table.splits))
        self._automaton = ahocorasick_rs.AhoCorasick(self._anchors or ["\0"])

    def __reduce__(self) -> tuple[object, ...]:
        return Matcher, (self._glossary,)

    def find(self, text: str) -> list[Occurrence]:
        """The occurrences in a segment, in order, without overlaps."""
        if _SPACES.search(text):
            return self._find_spaced(text)
        folded = fold(text)
        found: list[tuple[int, int, int, int, Occurrence]] = []
        for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            if start and folded[start - 1].isalnum() and text[start - 1] not in "'’":
                continue
            anchor = self._anchors[index]
            for pattern in self._table.patterns.get(anchor, ()):
                occurrence = self._occurrence(pattern, text, folded, start, end)
                if occurrence is not None:
                    found.append((occurrence.start, -occurrence.end, -pattern.layer, pattern.length == "abbr", occurrence))
                    if not pattern.parts:
                        break
            for split in self._table.splits.get(anchor, ()):
                occurrence = self._split_title(split, text, folded, start, end)
                if occurrence is not None:
                    found.append((occurrence.start, -occurrence.end, -split.pattern.layer, False, occurrence))
                    break
        found.extend((o.start, -o.end, 0, False, o) for o in self._several(text, folded))
        found.sort(key=lambda item: item[:4])
        result: list[Occurrence] = []
        for *_, occurrence in found:
            if not result or occurrence.start >= result[-1].end:
                result.append(occurrence)
        return result

    def _find_spaced(self, text: str) -> list[Occurrence]:
        """Runs of white space count as one space; the spans found are those of the text as it stands."""
        from dataclasses import replace

        kept: list[int] = []
        for n, char in enumerate(text):
            if not (char.isspace() and n and text[n - 1].isspace()):
                kept.append(n)
        collapsed = "".join(" " if text[n].isspace() else text[n] for n in kept)
        return [replace(o, start=kept[o.start], end=kept[o.end - 1] + 1) for o in self.find(collapsed)]

    # ---- one pattern at one place

    def _occurrence(self, pattern: Pattern, text: str, folded: str, start: int, end: int) -> Occurrence | None:
        if not _same_letters(pattern, text, start, end):
            return None
        entry = pattern.entry
        if pattern.article and not _has_article(text, start):
            return None
        fillers: dict[str, Filler] = {}
        if pattern.before:
            before = self._slots.fill_before(pattern.before, text, folded, start)
            if before is None:
                return None
            start, fillers[pattern.before] = before
        for n, part in enumerate(pattern.parts):
            position = end + (folded[end : end + 1] == " ")
            if n % 2 == 0:
                filler = self._slots.fill(part, text, folded, position)
                if filler is None:
                    return None
                fillers[part], end = filler, filler.end
            elif part:
                if not folded.startswith(part, position):
                    return None
                end = position + len(part)
        glued = None
        if end < len(folded) and folded[end].isalnum() and (pattern.parts or not (glued := self._glued(pattern, text, folded, end))):
            return None
        if not _free_standing(text, start, glued.end if glued else end, entry.kind, entry.domain):
            return None
        if entry.context and not context_allows(entry.context, folded, start, end):
            return None
        plural = self._is_plural(pattern, text, start)
        if glued:
            return self._build(pattern, start, glued.end, glued.rendering, plural, short=text[start:end] if pattern.length == "abbr" else text[end : glued.end])
        rendering = entry.rendering_abbr or entry.rendering if pattern.length == "abbr" else entry.rendering
        if fillers:
            plural = plural or any(f.plural for f in fillers.values() if pattern.plural)
            rendering = filled(rendering, {name: f.rendering for name, f in fillers.items()}, entry, plural)
        elif plural and pattern.length == "long":
            rendering = pluralized(rendering, entry)
        if entry.kind == "title" and "person" not in fillers:
            return self._compose(pattern, text, folded, start, end, rendering, plural, with_nationality="nationality" not in fillers)
        paired = self._paired(pattern, text, end) if not pattern.parts else None
        if paired:
            return self._build(pattern, start, paired.end, paired.rendering, plural)
        return self._build(pattern, start, end, rendering, plural)

    def _is_plural(self, pattern: Pattern, text: str, start: int) -> bool:
        """Plural by its form, or by its determiner where the form is the same in both numbers."""
        if pattern.plural:
            return True
        if pattern.entry.plural == "none" or pattern.form[-1:] not in "sxz" or pattern.entry.kind not in ("title", "military", "term"):
            return False
        if pattern.form == pattern.entry.source and " " in pattern.form:
            return False
        determiner = leading_determiner(text, start)
        return determiner is not None and determiner.number == "pl"

    def _build(self, pattern: Pattern, start: int, end: int, rendering: str, plural: bool, short: str = "") -> Occurrence:
        entry = pattern.entry
        key = fold(entry.source)
        accepted = self._table.accepted.get(key, ()) if pattern.length == "long" else ()
        if plural:
            accepted = tuple(pluralized(a, entry) for a in accepted)
        return Occurrence(
            start, end, entry, rendering, accepted, self._table.forbidden.get(key, ()),
            article_of(entry, pattern.length), plural, short,
        )  # fmt: skip

    # ---- abbreviation and long form together

    def _glued(self, pattern: Pattern, text: str, folded: str, end: int) -> Filler | None:
        """`OTANOrganisation du traité …`, as scraped pages leave an abbreviation and its tooltip."""
        entry = pattern.entry
        if not entry.source_abbr:
            return None
        if pattern.length == "abbr":
            for form in (entry.source, *entry.forms):
                stop = end + len(form)
                if folded.startswith(fold(form), end) and not folded[stop : stop + 1].isalnum() and text[end].isupper():
                    return Filler(stop, f"{entry.rendering_abbr or entry.rendering} ({entry.rendering})")
            return None
        stop = end + len(entry.source_abbr)
        if text.startswith(entry.source_abbr, end) and not folded[stop : stop + 1].isalnum():
            return Filler(stop, f"{entry.rendering} ({entry.rendering_abbr or entry.source_abbr})")
        return None

    def _paired(self, pattern: Pattern, text: str, end: int) -> Filler | None:
        """`Organisation du traité … (OTAN)` and `OTAN (Organisation du traité …)`."""
        entry = pattern.entry
        if not entry.source_abbr or text[end : end + 2] not in (" (", " ["):
            return None
        if pattern.length == "long":
            for abbr in (entry.source_abbr, ".".join(entry.source_abbr) + ".", entry.rendering_abbr):
                stop = end + 2 + len(abbr)
                if abbr and text.startswith(abbr, end + 2) and text[stop : stop + 1] in (")", "]"):
                    return Filler(stop + 1, f"{entry.rendering} ({entry.rendering_abbr or entry.source_abbr})")
            return None
        folded = fold(text[end + 2 : end + 12 + max(map(len, (entry.source, *entry.forms)))])
        for form in (entry.source, *entry.forms):
            for article in ("", "l'", "la ", "le ", "les "):
                literal = article + fold(form)
                if folded.startswith(literal) and folded[len(literal) : len(literal) + 1] in (")", "]"):
                    stop = end + 2 + len(literal) + 1
                    return Filler(stop, f"{entry.rendering_abbr or entry.rendering} ({entry.rendering})")
        return None

    # ---- titles with nationalities and names

    def _split_title(self, split: Split, text: str, folded: str, start: int, end: int) -> Occurrence | None:
        """`ministre russe des Affaires étrangères`, `ministres de la Défense et des Affaires étrangères`."""
        pattern = split.pattern
        if folded[end : end + 1] != " ":
            return None
        nationality = self._slots.nationalities(text, folded, end + 1)
        if nationality is None or folded[nationality.end : nationality.end + 1] != " ":
            return None
        position = nationality.end + 1
        stop = position + len(split.rest)
        if not folded.startswith(split.rest, position) or folded[stop : stop + 1].isalnum():
            return None
        entry = pattern.entry
        if entry.context and not context_allows(entry.context, folded, start, stop):
            return None
        plural = self._is_plural(pattern, text, start) or (nationality.plural and pattern.plural)
        rendering = titled(pluralized(entry.rendering, entry) if plural else entry.rendering, nationality.rendering)
        return self._compose(pattern, text, folded, start, stop, rendering, plural, with_nationality=False)

    def _compose(
        self, pattern: Pattern, text: str, folded: str, start: int, end: int, rendering: str, plural: bool, *, with_nationality: bool
    ) -> Occurrence | None:
        """Add what follows a title: another title's complement, nationalities, a name."""
        if plural and pattern.plural:
            joined = self._second_complement(pattern, text, folded, end)
            if joined is not None:
                end, rendering = joined.end, joined.rendering
        if with_nationality and folded[end : end + 1] == " ":
            nationality = self._slots.nationalities(text, folded, end + 1)
            if nationality is not None and text[nationality.end - 1].islower():
                end, rendering = nationality.end, titled(rendering, nationality.rendering)
        if not plural and folded[end : end + 1] == " " and text[end + 1 : end + 2].isupper():
            person = self._slots.person(text, folded, end + 1)
            if person is not None:
                end, rendering = person.end, f"{rendering} {person.rendering}"
        return self._build(pattern, start, end, rendering, plural)

    def _second_complement(self, pattern: Pattern, text: str, folded: str, end: int) -> Filler | None:
        joint = _AND.match(text, end)
        if joint is None:
            return None
        for cut in (i for i, c in enumerate(pattern.anchor) if c == " "):
            for split in self._table.splits.get(pattern.anchor[:cut], ()):
                stop = joint.end() + len(split.rest)
                if folded.startswith(split.rest, joint.end()) and not folded[stop : stop + 1].isalnum():
                    return Filler(stop, coordinated(pattern.entry, split.pattern.entry))
        return None

    def _several(self, text: str, folded: str) -> list[Occurrence]:
        """`MM. Biden et Poutine` → `Messrs. Biden and Putin`."""
        from translator.glossary.entry import Entry

        result = []
        for match in _SEVERAL.finditer(text):
            names: list[Filler] = []
            position = match.end()
            while person := self._slots.person(text, folded, position):
                names.append(person)
                joint = _AND.match(text, person.end)
                if joint is None:
                    break
                position = joint.end()
            if len(names) > 1:
                english = _PLURAL_TITLES[match.group(1)]
                listed = ", ".join(n.rendering for n in names[:-1]) + " and " + names[-1].rendering
                entry = Entry(f"{match.group(1)} {{person}}", f"{english} {{person}}", kind="honorific")
                result.append(Occurrence(match.start(), names[-1].end, entry, f"{english} {listed}", plural=True))
        return result


def _same_letters(pattern: Pattern, text: str, start: int, end: int) -> bool:
    """Whether the text has the form's accents (capitals may lack them) and, where they count, its capitals."""
    form = pattern.form
    standing = text[start:end]
    if standing == form:
        return True
    if len(standing) != len(form):
        return False
    for there, wanted in zip(standing, form, strict=True):
        if there == wanted:
            continue
        if pattern.cased and wanted.isupper() and not there.isupper():
            return False
        if there.isupper():
            if pattern.length == "abbr" and not wanted.isupper():
                return False
            continue
        if there.isalpha() and there != wanted.lower():
            return False
    return True


def _has_article(text: str, start: int) -> bool:
    determiner = leading_determiner(text, start)
    return determiner is not None and determiner.type == "definite"


def _free_standing(text: str, start: int, end: int, kind: str, domain: str) -> bool:
    """Whether a hyphen beside the term makes it part of another name (`Aix-en-Provence`) or not (`ex-URSS`)."""
    loose = kind in ("institution", "nationality", "person") or domain == "country"
    if start > 1 and text[start - 1] in "-‐‑" and text[start - 2].isalnum():
        word = re.split(r"[^\w]", text[:start - 1])[-1]
        if word.lower() not in _PREFIXES and (not loose or word in _CONNECTING or not word[:1].isupper()):
            return False
    if end + 1 < len(text) and text[end] in "-‐‑" and text[end + 1].isalnum():
        word = re.split(r"[^\w]", text[end + 1 :], maxsplit=1)[0]
        if not loose or not word[:1].isupper():
            return False
    return True


