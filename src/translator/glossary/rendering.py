"""The English wording of an occurrence: slots, plural, nationality and name around a title, article, capitals."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from translator.glossary.entry import Entry
from translator.glossary.modifiers import modified
from translator.glossary.reading import Reading
from translator.text.english import pluralize

_WITH_THE = frozenset({"institution", "treaty", "law", "event"})
_LEADING = re.compile(r"(?:(?:acting|interim|outgoing|incoming|former|future|ousted|deposed|then|late) )+")
_REIGN = re.compile(r"((?:King|Queen|Emir|Sultan|Emperor|Empress|Shah|Grand Duke) )(of .+)")


def article_of(entry: Entry, length: str) -> str:
    """`the` or `none` for the long form or the abbreviation of an entry, by its `article` cell or its kind.

    By default institutions, treaties, laws and events take `the` if they have several words; the rest takes none.
    Titles and common terms follow the French article and are not forced either way (`free`).
    """
    long, _, short = entry.article.partition("|")
    value = (short or long) if length == "abbr" else long
    if value:
        return value
    if entry.kind in ("title", "military", "term"):
        return "free"
    return "the" if entry.kind in _WITH_THE and " " in entry.rendering else "none"


def pluralized(rendering: str, entry: Entry) -> str:
    """The plural of a rendering, as the entry gives it or by rule."""
    if entry.plural == "none":
        return rendering
    if rendering == entry.rendering and entry.plural:
        return entry.plural
    return pluralize(rendering)


def worded(reading: Reading, rendering: str) -> str:
    """The English of a reading, from the rendering of its entry (the preferred or an admitted one)."""
    pattern, entry = reading.pattern, reading.pattern.entry
    if reading.fillers:
        fillers = {name.replace("of_country", "country"): f.rendering for name, f in reading.fillers.items()}
        rendering = filled(rendering, fillers, entry, reading.plural)
    elif reading.seconds:
        rendering = _coordinated([(rendering, entry), *((e.rendering, e) for e in reading.seconds)], reading.plural)
    elif reading.plural and pattern.length == "long":
        rendering = pluralized(rendering, entry)
    if reading.inside[0]:
        rendering = rendering.replace(*reading.inside, 1)
    if reading.deputy:
        rendering = deputized(rendering, reading.deputy)
    if reading.modifier:
        rendering = modified(rendering, reading.modifier)
    if reading.nationality:
        rendering = titled(rendering, reading.nationality)
    if reading.persons:
        reign = None if reading.plural else _REIGN.fullmatch(rendering)
        rendering = f"{reign[1]}{reading.persons} {reign[2]}" if reign else f"{rendering} {reading.persons}"
    rendering = reading.prefix + rendering
    return f"{rendering} ({reading.pair})" if reading.pair else rendering


def filled(rendering: str, fillers: Mapping[str, str], entry: Entry, plural: bool) -> str:
    """The rendering with its slots filled; plural before filling, so that only the head changes."""
    if plural and entry.plural != "none":
        own = rendering == entry.rendering and bool(entry.plural)
        rendering = entry.plural if own else _pluralized_template(rendering)
    return re.sub(r"\{(\w+)\}", lambda m: fillers.get(m.group(1), ""), rendering).strip()


def _pluralized_template(rendering: str) -> str:
    """Plural of a rendering with slots: `{nationality} Foreign Minister` → `{nationality} Foreign Ministers`."""
    before, slot, after = rendering.partition("{person}")
    if slot and before.strip():
        return _pluralized_template(before.rstrip()) + " " + slot + after
    start = rendering.rfind("} ") + 2 if rendering.startswith("{") else 0
    return rendering[:start] + pluralize(rendering[start:])


def titled(title: str, nationality: str) -> str:
    """A title with its nationality before it: `Russian Foreign Minister`, `acting Russian Foreign Minister`."""
    leading = _LEADING.match(title)
    stop = leading.end() if leading else 0
    return f"{title[:stop]}{nationality} {title[stop:]}"


def deputized(title: str, deputy: str) -> str:
    """The title of a deputy: `Deputy Foreign Minister`, `Senate Vice-President`."""
    if deputy == "Vice-" and re.search(r"\bPresidents?\b", title):
        return re.sub(r"\b(?=Presidents?\b)", deputy, title, count=1)
    return deputy + title


def one_office(renderings: Sequence[str]) -> bool:
    """Whether titles differ only in what stands before their last word: `Defence Minister`, `Foreign Minister`."""
    cut = [rendering.rpartition(" ") for rendering in renderings]
    return len({last for _, _, last in cut}) == 1 and all(
        before and not re.search(r"\b(?:of|for|to)\b", before) for before, _, _ in cut
    )


def _coordinated(offices: Sequence[tuple[str, Entry]], plural: bool) -> str:
    """Several offices: `Defence and Foreign Ministers`; else each by itself: `Presidents of X and Governors of Y`."""
    renderings = [rendering for rendering, _ in offices]
    if one_office(renderings):
        before = [rendering.rpartition(" ")[0] for rendering in renderings]
        last = renderings[0].rpartition(" ")[2]
        return f"{_listed(before)} {pluralize(last) if plural else last}"
    return _listed([pluralized(rendering, entry) if plural else rendering for rendering, entry in offices])


def in_capitals(rendering: str) -> str:
    """The rendering as a headline in capitals has it."""
    return rendering.upper()


def _listed(items: Sequence[str]) -> str:
    return ", ".join(items[:-1]) + " and " + items[-1]
