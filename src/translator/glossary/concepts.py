"""Rows by what they are about, so that glossaries can be compared and merged whatever the order of their lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from translator.glossary.entry import COLUMNS, Entry

Key = tuple[str, ...]
Cells = Mapping[str, str]


def keyed(entries: Iterable[Entry]) -> dict[Key, Entry]:
    """The entries by concept, in order.

    A preferred row is known by its source and context (its target may change), an admitted or forbidden one by its
    source and target. Rows that agree in that are counted: `…, "2"`.
    """
    found: dict[Key, Entry] = {}
    for entry in entries:
        key = key_of(entry)
        number = 2
        while key in found:
            key = (*key_of(entry), str(number))
            number += 1
        found[key] = entry
    return found


def key_of(entry: Entry) -> Key:
    """What an entry is known by."""
    if entry.status == "preferred":
        return (entry.source, "preferred", "|".join(entry.context))
    return (entry.source, entry.status, entry.target)


def cells_of(entry: Entry) -> dict[str, str]:
    """All columns of an entry as its file writes them, further ones last; the empty ones too."""
    cells = {}
    for name in COLUMNS:
        value = getattr(entry, name)
        cells[name] = value if isinstance(value, str) else (" | " if name == "examples" else "|").join(value)
    return cells | dict(entry.extra)


def differences(old: Cells, new: Cells) -> dict[str, tuple[str, str]]:
    """The columns in which two rows differ, each with what was and what is."""
    names = list(dict.fromkeys([*old, *new]))
    pairs = {name: (old.get(name, ""), new.get(name, "")) for name in names}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}
