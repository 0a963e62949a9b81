"""What changed from one glossary to another, by concept and not by line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from translator.glossary.concepts import cells_of, differences, keyed
from translator.glossary.entry import Entry


@dataclass(frozen=True, slots=True)
class Change:
    """An entry that was added (`old` is None), removed (`new` is None) or changed in the columns of `columns`."""

    old: Entry | None
    new: Entry | None
    columns: dict[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def entry(self) -> Entry:
        """The entry as it is, or as it was if it is gone."""
        entry = self.new or self.old
        if entry is None:
            raise ValueError("a change without an entry")
        return entry

    def __str__(self) -> str:
        """`+ source → target`, `- source → target`, or `~ source` with a line for each column."""
        entry = self.entry
        note = f" ({entry.status})" if entry.status != "preferred" else ""
        if self.old is None or self.new is None:
            return f"{'+' if self.old is None else '-'} {entry.source} → {entry.target}{note}"
        lines = [f"    {name}: {old or '(empty)'} → {new or '(empty)'}" for name, (old, new) in self.columns.items()]
        return "\n".join([f"~ {entry.source}{note}", *lines])


def diff(old: Iterable[Entry], new: Iterable[Entry]) -> list[Change]:
    """The changes that lead from one glossary to the other, in the order of the new one, removed entries first.

    Order of rows and order of columns count for nothing.
    """
    before, after = keyed(old), keyed(new)
    changes = [Change(entry, None) for key, entry in before.items() if key not in after]
    for key, entry in after.items():
        if key not in before:
            changes.append(Change(None, entry))
        elif columns := differences(cells_of(before[key]), cells_of(entry)):
            changes.append(Change(before[key], entry, columns))
    return changes
