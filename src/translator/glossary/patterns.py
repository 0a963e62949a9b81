"""From entries to patterns: the surface forms of a term, cut into words and slots."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from translator.glossary.entry import Entry
from translator.glossary.words import separator, word_key
from translator.text.french import inflections, split_article
from translator.text.french_inflection import feminines_of, plurals_of, unvarying
from translator.text.french_irregular import INVARIABLE, S_SINGULARS
from translator.text.word_list import words

_TEMPLATE = re.compile(r"\{(\w+)\}")
_SLOT = re.compile(r"(\{\w+\})")
_WORD = re.compile(r"\S+")
_OF_COUNTRY = re.compile(r" (?:de |du |des |de la |de l['’]|d['’])\{country\}")
_PROPER = frozenset({"person", "place", "media"})
_INVARIABLE_KINDS = _PROPER | {"nationality"}
_NAMES = frozenset({"institution", "treaty", "law", "event"})
_INITIALISM = re.compile(r"[A-ZÉÈÀÇ]{2,7}")
_PRONOUNCEABLE = re.compile(r"(?=[A-Z]*[AEIOUY])[A-Z]{5,}")
COMPLEMENT = words(
    "de des du d au aux a en pour par charge chargee charges chargees delegue deleguee delegues deleguees adjoint "
    "adjointe adjoints adjointes sortant sortante sortants sortantes elu elue elus elues designe designee interimaire"
)
"""First words, folded, of what may follow a nationality inside a title: `ministre russe | des Affaires étrangères`."""

_MINISTRIES = frozenset(("ministere", "ministeres"))

OF_COUNTRY = "of_country"
"""The slot `{country}` with its preposition: `président de {country}`."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A form cut into units: `written` as they are written, `separators` what must stand before each but the first.

    `tail` is what must stand behind the last.
    """

    written: tuple[str, ...]
    separators: tuple[str, ...]
    tail: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """One surface form of an entry.

    `number` is the number of the entry's form in its glossary, `form` the form as it is written, `literal` the same if
    it has no slot; `units` are its words, folded, and the slots among them as `{name`. `before` is the slot in front of
    the first unit, if any; `article` tells that the French article must precede; `cased` that the capitals must stand
    in the text; `alike` that the form is the same in both numbers. `length` is `long`, `abbr` or `glued`.
    """

    units: tuple[str, ...]
    form: str
    literal: str
    entry: Entry
    layer: int
    number: int
    plural: bool
    cased: bool
    length: str = "long"
    article: str = ""
    before: str = ""
    alike: bool = False

    @property
    def cut(self) -> Cut:
        """Its units as they are written, and what stands between them."""
        return _cut(self.form)

    @property
    def words(self) -> int:
        """How many words of its own it has."""
        return len(self.units) if self.literal else sum(unit[0] != "{" for unit in self.units)

    @property
    def splits(self) -> bool:
        """Whether a nationality may stand before the complements of this form."""
        return self.entry.kind == "title" and bool(self.literal) and self.length == "long"

    @property
    def joins(self) -> bool:
        """Whether a second complement may follow: `ministres` or `ministères de la Justice et de la Santé`."""
        return self.splits or (bool(self.literal) and self.length == "long" and self.units[0] in _MINISTRIES)

    @property
    def slots(self) -> tuple[str, ...]:
        """The names of its slots as the entry writes them."""
        names = (unit[1:].replace(OF_COUNTRY, "country") for unit in self.units if unit[0] == "{")
        return (*([self.before] if self.before else []), *names)


def patterns_of(entry: Entry, layer: int, form: str, number: int = 0) -> Iterator[Pattern]:
    """The patterns of one form of an entry: its inflections, and with a nationality slot the word order at the end."""
    if "{" in form:
        yield from _templates(form, entry, layer, number)
        return
    article, noun = split_article(form)
    cased = _is_cased(noun, entry)
    found = inflections(noun, kind=entry.kind)
    alike = len(found) == 1 and _is_invariable(noun, entry)
    for inflection in found:
        plural = inflection.number == "pl"
        if plural and entry.plural == "none" and entry.kind in _NAMES and inflection.text != noun:
            continue  # `les conventions de Bâle et de Rotterdam` are not the Basel Convention
        yield _pattern(inflection.text, entry, layer, number, plural, cased, article=article, alike=alike)


def _is_invariable(form: str, entry: Entry) -> bool:
    """Whether a common term is written alike in both numbers: `porte-parole`, `pas de tir`, not `forces armées`."""
    head = form.partition(" ")[0].lower()
    return (
        entry.kind in ("title", "military", "term")
        and entry.plural != "none"
        and (head in INVARIABLE or head.rpartition("-")[2] in S_SINGULARS or head.endswith(("ois", "ais", "eux")))
    )


def abbreviation_patterns(entry: Entry, layer: int, number: int = 0) -> Iterator[Pattern]:
    """The patterns of an entry's abbreviation: `OTAN`, `O.T.A.N.`, `Otan`, and glued to its long forms."""
    for written in abbreviations_of(entry.source_abbr):
        yield _pattern(written, entry, layer, number, False, True, length="abbr")
    for form in glued_forms(entry):
        yield _pattern(form, entry, layer, number, False, False, length="glued")


def abbreviations_of(abbr: str) -> Iterator[str]:
    """An abbreviation as it may be written: as given, with full stops, as a word with one capital."""
    yield abbr
    if _INITIALISM.fullmatch(abbr):
        dotted = ".".join(abbr)
        yield dotted + "."
        yield dotted
    if abbr in _AS_WORDS or (_PRONOUNCEABLE.fullmatch(abbr) and abbr not in _FRENCH_WORDS):
        yield abbr.capitalize()


_FRENCH_WORDS = frozenset(("ACTES", "AIDES", "DROIT", "EUROS", "FORCE", "FRONT", "LIGUE", "MONDE", "TITAN", "UNION"))
"""Words that an abbreviation of five letters or more may be, capitalised at the start of a sentence: not taken."""

_AS_WORDS = frozenset(("OTAN", "OPEP", "FIFA", "UEFA", "NASA", "IGAD", "OSCE"))
"""Abbreviations of four letters that the press writes like a word (`Otan`); shorter than five, others are not taken."""


def glued_forms(entry: Entry) -> Iterator[str]:
    """`OTANOrganisation du traité …` and `Organisation du traité …OTAN`, as scraped pages leave a tooltip."""
    for form in (entry.source, *entry.forms):
        if "{" not in form and form:
            yield entry.source_abbr + form[0].upper() + form[1:]
            yield form + entry.source_abbr


def telling_word(entry: Entry, form: str) -> str:
    """A word of some length, folded, that every pattern of `form` has behind its first; empty if none is sure."""
    tokens = split_article(form)[1].split(" ")[1:] if entry.kind in _INVARIABLE_KINDS else unvarying(form)
    plain = [token for token in tokens if len(token) > _SHORT and token.isascii() and token.isalpha()]
    if plain:  # at a tenth of the cost of folding
        return max(plain, key=len).lower()
    word = max((word for token in tokens if "{" not in token for word in word_key(token).split()), key=len, default="")
    return word if len(word) > _SHORT else ""


_SHORT = 3
"""Letters of words that tell too little of a text: most have `des`."""


def first_words(entry: Entry, form: str) -> tuple[str, ...]:
    """The folded words that surface forms of `form` may begin with, at a fraction of the cost of inflecting it."""
    if form[:1] == "l":
        form = split_article(form)[1]
    elif form[:1] == "{":
        form = form.partition("}")[2].lstrip()
    first = form.partition(" ")[0]
    if entry.kind in _INVARIABLE_KINDS:
        return _first_of(first)
    return _first_inflected(first)


@lru_cache(maxsize=65536)
def _first_of(token: str) -> tuple[str, ...]:
    return tuple(word_key(token).split()[:1])


@lru_cache(maxsize=65536)
def _first_inflected(token: str) -> tuple[str, ...]:
    lower = token.lower()
    feminine = feminines_of(lower)
    forms = (lower, *plurals_of(lower), *feminine, *(p for f in feminine for p in plurals_of(f)))
    return tuple(dict.fromkeys(w for form in forms for w in word_key(form).split()[:1]))


def _is_cased(form: str, entry: Entry) -> bool:
    if entry.case == "exact" or entry.kind in _PROPER:
        return True
    return " " not in form and "-" not in form and form[:1].isupper()


def _templates(form: str, entry: Entry, layer: int, number: int) -> Iterator[Pattern]:
    for template in _orders(form):
        pieces = _TEMPLATE.split(_OF_COUNTRY.sub(f" {{{OF_COUNTRY}}}", template))
        before = ""
        if not pieces[0].strip():
            if len(pieces) < 3 or not pieces[2].strip():
                continue
            before, pieces = pieces[1], pieces[2:]
        literal = pieces[0].strip()
        rest = "".join(f"{{{p}}}" if n % 2 == 0 else p for n, p in enumerate(pieces[1:]))
        space = " " if pieces[0] != pieces[0].rstrip() else ""
        cased = entry.case == "exact" or (entry.kind == "honorific" and literal[:1].isupper())
        for inflection in inflections(literal, kind=entry.kind):
            written = inflection.text + space + rest
            yield _pattern(written, entry, layer, number, inflection.number == "pl", cased, before=before)


def _orders(form: str) -> Iterator[str]:
    """The template as written, and with its nationality moved to the end."""
    yield form
    if form.count("{nationality}") == 1 and not form.endswith("{nationality}") and not form.startswith("{"):
        yield re.sub(r"\s+", " ", form.replace("{nationality}", "")).strip() + " {nationality}"


def _pattern(
    form: str,
    entry: Entry,
    layer: int,
    number: int,
    plural: bool,
    cased: bool,
    *,
    length: str = "long",
    article: str = "",
    before: str = "",
    alike: bool = False,
) -> Pattern:
    if "{" in form:
        units = tuple(u for p in _SLOT.split(form) for u in ((p[:-1],) if p[:1] == "{" else word_key(p).split()))
        literal = ""
    else:
        units = tuple(word_key(form).split())
        literal = form
    return Pattern(units, form, literal, entry, layer, number, plural, cased, length, article, before, alike)


@lru_cache(maxsize=16384)
def _cut(form: str) -> Cut:
    spans: list[tuple[int, int]] = []
    begin = 0
    for piece in _SLOT.split(form):
        if piece[:1] == "{":
            spans.append((begin, begin + len(piece)))
        else:
            spans += [(begin + match.start(), begin + match.end()) for match in _WORD.finditer(word_key(piece))]
        begin += len(piece)
    return Cut(
        tuple(form[start:stop] for start, stop in spans),
        tuple(separator(form[a[1] : b[0]]) for a, b in pairwise(spans)),
        form[spans[-1][1] :] if spans else "",
    )
