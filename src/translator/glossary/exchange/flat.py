"""Entries as plain pairs, for formats that know nothing but a source and a target."""

from __future__ import annotations

from collections.abc import Iterable

from translator.glossary.entry import COLUMNS, Entry

Pair = tuple[str, str]


def flat_pairs(entries: Iterable[Entry]) -> tuple[list[Pair], list[str]]:
    """Source and rendering of every entry, its other French forms and its abbreviation; and notices of what is lost.

    Left out are rows with slots, nationalities (which are never enforced by themselves), admitted and forbidden
    renderings, and a second rendering of the same source.
    """
    entries = list(entries)
    pairs: dict[str, str] = {}
    slots: list[str] = []
    others: list[str] = []
    nationalities: list[str] = []
    twice: list[str] = []
    for entry in entries:
        if entry.status != "preferred":
            others.append(f"{entry.source} → {entry.target}")
        elif "{" in entry.source:
            slots.append(entry.source)
        elif entry.kind == "nationality":
            nationalities.append(entry.source)
        else:
            found = [(form, entry.rendering) for form in (entry.source, *entry.forms)]
            if entry.source_abbr:
                found.append((entry.source_abbr, entry.rendering_abbr or entry.rendering))
            for source, target in found:
                source, target = " ".join(source.split()), " ".join(target.split())
                if pairs.setdefault(source, target) != target:
                    twice.append(f"{source} → {target}")
    notices = [
        notice
        for items, what in (
            (others, "admitted or forbidden renderings left out, which the format cannot tell from preferred ones"),
            (slots, "rows with slots left out"),
            (nationalities, "nationalities left out, which only fill slots"),
            (twice, "pairs left out: the same source has another target already"),
        )
        if (notice := counted(items, what))
    ]
    kept = [entry for entry in entries if entry.status == "preferred" and "{" not in entry.source]
    held = ("source", "target", "forms", "source_abbr", "target_abbr")
    return list(pairs.items()), notices + lost_columns(kept, held)


def lost_columns(entries: Iterable[Entry], held: Iterable[str]) -> list[str]:
    """A notice for each column that holds something and that the format has no place for."""
    counts: dict[str, int] = {}
    for entry in entries:
        for name in COLUMNS:
            value = getattr(entry, name)
            if name not in held and value and value not in ("term", "preferred"):
                counts[name] = counts.get(name, 0) + 1
        for name, value in entry.extra.items():
            if value and "extra" not in held:
                counts[name] = counts.get(name, 0) + 1
    if not counts:
        return []
    return ["columns that the format cannot hold: " + ", ".join(f"{name} ({n} rows)" for name, n in counts.items())]


def counted(items: list[str], what: str) -> str:
    """`3 rows with slots left out: A; B; C`, the first three only; empty if there is none."""
    if not items:
        return ""
    return f"{len(items)} {what}: " + "; ".join(items[:3]) + ("; …" if len(items) > 3 else "")
