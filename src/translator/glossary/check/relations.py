"""Findings about how entries stand to each other: conflicts, cycles, shadows, look-alikes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from translator.glossary.check.lookalike import look_alikes
from translator.glossary.check.rows import Row
from translator.glossary.entry import Entry
from translator.glossary.glossary import Glossary
from translator.glossary.index import concept
from translator.glossary.rendering import article_of
from translator.text.french import fold

Found = tuple[Row, str]
RelationCheck = Callable[[Sequence[Row]], Iterator[Found]]


def conflicting_targets(rows: Sequence[Row]) -> Iterator[Found]:
    """E108: within one layer, the same French with the same conditions, two preferred renderings."""
    first: dict[object, Row] = {}
    for row in _preferred(rows):
        entry = row.entry
        if entry.kind == "nationality":
            continue
        for form in dict.fromkeys((entry.source, *entry.forms)):
            key = (row.layer, _key(form, entry), frozenset(entry.context))
            other = first.setdefault(key, row)
            if other.entry.rendering != entry.rendering:
                there = f"{other.entry.rendering!r} {_at(other, row)}"
                yield row, f"{form!r} is rendered {entry.rendering!r} here and {there}"


def forbidden_and_preferred(rows: Sequence[Row]) -> Iterator[Found]:
    """E109: a rendering that must not appear is the one to be written, or an admitted one."""
    wanted: dict[object, Row] = {}
    for row in rows:
        if row.entry.status in ("preferred", "admitted"):
            wanted.setdefault((fold(row.entry.source), row.entry.rendering), row)
    for row in rows:
        entry = row.entry
        if entry.status == "forbidden" and (other := wanted.get((fold(entry.source), entry.rendering))):
            there = f"{other.entry.status} {_at(other, row)}"
            yield row, f"{entry.rendering!r} is forbidden for {entry.source!r} here and {there}"


def cycles(rows: Sequence[Row]) -> Iterator[Found]:
    """E110: following target → source → target leads back to where it began."""
    following = _chains(rows)
    for start in following:
        path, row = [start], following[start]
        while (target := fold(row.entry.rendering)) in following and target not in path:
            path.append(target)
            row = following[target]
        if fold(row.entry.rendering) == start and len(path) > 1:
            names = " → ".join([following[key].entry.source for key in path] + [row.entry.rendering])
            yield following[start], f"goes round in a circle: {names}"


def target_is_source(rows: Sequence[Row]) -> Iterator[Found]:
    """W211: a program that replaces words in place would replace this rendering once more."""
    following = _chains(rows)
    for row in following.values():
        other = following.get(fold(row.entry.rendering))
        if other and other is not row and fold(other.entry.rendering) != fold(row.entry.source):
            there = f"{other.entry.rendering!r} {_at(other, row)}"
            yield row, f"the target {row.entry.rendering!r} is itself a source, rendered {there}"


def shadowed(rows: Sequence[Row]) -> Iterator[Found]:
    """W201: a later layer renders the same French otherwise."""
    winner: dict[object, Row] = {}
    for row in _preferred(rows):
        if not row.entry.context:
            for form in (row.entry.source, *row.entry.forms):
                winner[_key(form, row.entry)] = row
    for row in _preferred(rows):
        other = winner.get(_key(row.entry.source, row.entry))
        if other and other.layer > row.layer and other.entry.rendering != row.entry.rendering:
            there = f"{other.entry.rendering!r} {_at(other, row)}"
            yield row, f"{row.entry.source!r} is rendered {there}, in a later layer, which wins"


def same_row(rows: Sequence[Row]) -> Iterator[Found]:
    """W209: nothing differs but notes, references and examples."""
    first: dict[object, Row] = {}
    for row in rows:
        entry = row.entry
        source = _key(entry.source, entry)
        key = (row.layer, source, entry.target, entry.kind, entry.status, entry.context, entry.source_abbr)
        other = first.setdefault(key, row)
        if other is not row:
            yield row, f"{entry.source!r} → {entry.target!r} stands already {_at(other, row)}"


def inconsistent_article(rows: Sequence[Row]) -> Iterator[Found]:
    """W206: the same rendering with `the` in one row and without in another."""
    seen: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in _preferred(rows):
        entry = row.entry
        if entry.kind not in ("nationality", "honorific"):
            article = article_of(entry, "long")
            if article != "free":
                seen[entry.rendering][article].append(row)
    for rendering, by_article in seen.items():
        if len(by_article) > 1:
            later_first = list(reversed(by_article))
            few, many = sorted(later_first, key=lambda article: len(by_article[article]))[:2]
            other = by_article[many][0]
            for row in by_article[few]:
                yield row, f"{rendering!r} has article `{few}` here and `{many}` {_at(other, row)}"


def looks_like_another(rows: Sequence[Row]) -> Iterator[Found]:
    """W207: two sources that differ by one letter, as a slip would make them."""
    by_source: dict[str, Row] = {}
    for row in _preferred(rows):
        if row.entry.kind not in ("person", "place", "nationality", "honorific"):
            by_source.setdefault(row.entry.source, row)
    for one, two in look_alikes(by_source):
        row, other = by_source[two], by_source[one]
        if row.entry.kind != other.entry.kind:
            continue
        same = row.entry.rendering == other.entry.rendering
        advice = "with the same target; make it a form" if same else "with another target; is one a slip?"
        yield row, f"{two!r} differs by a letter from {one!r} {_at(other, row)}, {advice}"


def without_effect(rows: Sequence[Row]) -> Iterator[Found]:
    """W212: an admitted or forbidden rendering belongs to the preferred row with its source, and there is none.

    The preferred row may also be a bundled one, over which a glossary usually lies.
    """
    others = [row for row in rows if row.entry.status in ("admitted", "forbidden") and row.entry.source]
    if not others:
        return
    sources = {concept(row.entry.source) for row in _preferred(rows) if row.entry.kind != "nationality"}
    if all(concept(row.entry.source) in sources for row in others):
        return
    sources |= {concept(entry.source) for entry in Glossary.bundled() if entry.status == "preferred"}
    forms = {concept(form): row for row in _preferred(rows) for form in row.entry.forms}
    for row in others:
        source, status = row.entry.source, row.entry.status
        if concept(source) in sources:
            continue
        whole = forms.get(concept(source))
        if whole:
            name = f"{whole.entry.source!r} {_at(whole, row)}"
            yield row, f"{source!r} is only a form of {name}, so this {status} row has no effect; give it that source"
        else:
            yield row, f"no preferred row has the source {source!r}, so this {status} one has no effect; add one"


RELATIONS: Mapping[str, RelationCheck] = MappingProxyType(
    {
        "E108": conflicting_targets,
        "E109": forbidden_and_preferred,
        "E110": cycles,
        "W201": shadowed,
        "W206": inconsistent_article,
        "W207": looks_like_another,
        "W209": same_row,
        "W211": target_is_source,
        "W212": without_effect,
    }
)
"""The checks of all rows together, by code."""


def _preferred(rows: Iterable[Row]) -> Iterator[Row]:
    return (row for row in rows if row.entry.status == "preferred" and row.entry.source and row.entry.target)


def _chains(rows: Sequence[Row]) -> dict[str, Row]:
    """Source → row, for rows whose rendering is another word than their source; slots and conditions left out."""
    following: dict[str, Row] = {}
    for row in _preferred(rows):
        entry = row.entry
        if entry.kind == "nationality" or entry.context or "{" in entry.source:
            continue
        if fold(entry.source) != fold(entry.rendering):
            following.setdefault(fold(entry.source), row)
    return following


def _key(form: str, entry: Entry) -> str:
    """What makes two sources the same French: capitals count where the matcher wants them."""
    single = " " not in form and form[:1].isupper()
    cased = single or entry.case == "exact" or entry.kind in ("person", "place", "media")
    plain = form.replace("’", "'").replace("\u00a0", " ")
    return plain if cased else plain.lower()


def _at(other: Row, row: Row) -> str:
    if not other.entry.line:
        return "in another entry"
    if other.entry.path == row.entry.path:
        return f"on line {other.entry.line}"
    return f"in {other.entry.path.replace(chr(92), '/').rpartition('/')[2]}:{other.entry.line}"
