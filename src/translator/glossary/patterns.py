"""From entries to the surface forms that the matcher looks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from translator.glossary.entry import Entry
from translator.text.french import fold, inflections, split_article

_TEMPLATE = re.compile(r"\{(\w+)\}")
_COMPLEMENT = re.compile(r" (?=(?:de|des|du|aux?|a|en|pour|charge|chargee) |d'|de l'|a l')")
_OF_COUNTRY = re.compile(r" (?:de |du |des |de la |de l'|d')\{country\}")
_PROPER = frozenset({"person", "place", "media"})
_INITIALISM = re.compile(r"[A-ZÉÈÀÇ]{2,7}")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One surface form of an entry.

    `anchor` is the folded literal that starts it; `parts` the template after it (literals and slot names in turn) for
    forms with slots, `before` the slot in front of the anchor, if any. `article` is the French article that must
    precede. `cased` says that the capitals of `form` must stand in the text. `length` is `long` or `abbr`.
    """

    anchor: str
    form: str
    entry: Entry
    layer: int
    plural: bool
    cased: bool
    length: str = "long"
    article: str = ""
    before: str = ""
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Split:
    """A title cut before a complement, so that a nationality may stand in the gap: `ministre` + `de la Défense`."""

    head: str
    rest: str
    pattern: Pattern


@dataclass(slots=True)
class PatternTable:
    """All patterns by anchor, title splits by head, and per concept what else is accepted or forbidden."""

    patterns: dict[str, list[Pattern]] = field(default_factory=dict)
    splits: dict[str, list[Split]] = field(default_factory=dict)
    accepted: dict[str, tuple[str, ...]] = field(default_factory=dict)
    forbidden: dict[str, tuple[str, ...]] = field(default_factory=dict)


def compile_patterns(layers: Sequence[Iterable[Entry]]) -> PatternTable:
    """Expand the entries of all layers; for one anchor the pattern that wins stands first."""
    table = PatternTable()
    for number, layer in enumerate(layers):
        for entry in layer:
            if entry.status == "preferred":
                for pattern in _patterns(entry, number):
                    table.patterns.setdefault(pattern.anchor, []).append(pattern)
                    if entry.kind == "title" and not pattern.parts and not pattern.before:
                        for split in _splits(pattern):
                            table.splits.setdefault(split.head, []).append(split)
            else:
                target = table.accepted if entry.status == "admitted" else table.forbidden
                key = fold(entry.source)
                target[key] = (*target.get(key, ()), entry.rendering)
    for patterns in table.patterns.values():
        if len(patterns) > 1:
            patterns.sort(key=lambda p: (p.layer, len(p.parts), p.entry.case == "exact", bool(p.entry.context), p.cased), reverse=True)
    for splits in table.splits.values():
        splits.sort(key=lambda s: (len(s.rest), s.pattern.layer), reverse=True)
    return table


def _patterns(entry: Entry, layer: int) -> Iterator[Pattern]:
    if entry.kind == "nationality":
        return
    seen = set()
    for form in (entry.source, *entry.forms):
        for pattern in _templates(form, entry, layer) if "{" in form else _literals(form, entry, layer):
            key = (pattern.anchor, pattern.before, pattern.parts, pattern.form)
            if key not in seen:
                seen.add(key)
                yield pattern
    if entry.source_abbr:
        for abbr in _abbreviations(entry.source_abbr):
            yield Pattern(fold(abbr), abbr, entry, layer, plural=False, cased=True, length="abbr")


def _abbreviations(abbr: str) -> Iterator[str]:
    yield abbr
    if _INITIALISM.fullmatch(abbr):
        dotted = ".".join(abbr)
        yield dotted + "."
        yield dotted


def _literals(form: str, entry: Entry, layer: int) -> Iterator[Pattern]:
    article, noun = split_article(form)
    cased = _cased(noun, entry)
    for inflection in inflections(noun, kind=entry.kind):
        yield Pattern(
            fold(inflection.text), inflection.text, entry, layer, inflection.number == "pl", cased, article=article
        )


def _cased(form: str, entry: Entry) -> bool:
    if entry.case == "exact" or entry.kind in _PROPER:
        return True
    single = " " not in form and "-" not in form
    return single and form[:1].isupper()


def _templates(form: str, entry: Entry, layer: int) -> Iterator[Pattern]:
    for template in _orders(form):
        pieces = _TEMPLATE.split(_OF_COUNTRY.sub(" {country}", template))
        before = ""
        if not pieces[0].strip():
            if len(pieces) < 3 or not pieces[2].strip():
                continue
            before, pieces = pieces[1], pieces[2:]
        literal = pieces[0].strip()
        for inflection in inflections(literal, kind=entry.kind):
            yield Pattern(
                fold(inflection.text),
                inflection.text,
                entry,
                layer,
                inflection.number == "pl",
                entry.case == "exact" or (entry.kind == "honorific" and literal[:1].isupper()),
                before=before,
                parts=tuple(fold(p).strip() if n % 2 else p for n, p in enumerate(pieces[1:])),
            )


def _orders(form: str) -> Iterator[str]:
    """The template as written, and with its nationality moved to the end."""
    yield form
    if form.count("{nationality}") == 1 and not form.endswith("{nationality}") and not form.startswith("{"):
        yield re.sub(r"\s+", " ", form.replace("{nationality}", "")).strip() + " {nationality}"


def _splits(pattern: Pattern) -> Iterator[Split]:
    for match in _COMPLEMENT.finditer(pattern.anchor):
        yield Split(pattern.anchor[: match.start()], pattern.anchor[match.end() :], pattern)
