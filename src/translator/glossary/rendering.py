"""The English wording of an occurrence: slots filled, plural, nationality before the title, article."""

from __future__ import annotations

import re
from collections.abc import Mapping

from translator.glossary.entry import Entry
from translator.text.english import pluralize

_WITH_THE = frozenset({"institution", "treaty", "law", "event"})


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


def filled(rendering: str, fillers: Mapping[str, str], entry: Entry, plural: bool) -> str:
    """The rendering with its slots filled; plural before filling, so that only the head changes."""
    if plural:
        rendering = entry.plural or (rendering if entry.plural == "none" else _pluralized_template(rendering))
    return re.sub(r"\{(\w+)\}", lambda m: fillers.get(m.group(1), ""), rendering).strip()


def _pluralized_template(rendering: str) -> str:
    """Plural of a rendering with slots: `{nationality} Foreign Minister` → `{nationality} Foreign Ministers`."""
    before, slot, after = rendering.partition("{person}")
    if slot and before.strip():
        return pluralize(before.rstrip()) + " " + slot + after
    start = rendering.rfind("} ") + 2 if rendering.startswith("{") else 0
    return rendering[:start] + pluralize(rendering[start:])


def titled(title: str, nationality: str) -> str:
    """A title with its nationality before it: `Russian Foreign Minister`."""
    return f"{nationality} {title}"


def coordinated(first: Entry, second: Entry) -> str:
    """Two offices of one kind in the plural: `Defence and Foreign Ministers`; else `X and Y`, both plural."""
    one, two = first.rendering.split(), second.rendering.split()
    if len(one) > 1 and len(two) > 1 and one[-1] == two[-1]:
        return " ".join(one[:-1]) + " and " + " ".join(two[:-1]) + " " + pluralized(one[-1], Entry(one[-1], one[-1]))
    return f"{pluralized(first.rendering, first)} and {pluralized(second.rendering, second)}"
