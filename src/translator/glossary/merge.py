"""Three-way merge of glossaries, by concept and cell by cell."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from translator.errors import GlossaryError
from translator.glossary.check.did_you_mean import did_you_mean
from translator.glossary.concepts import Cells, Key, cells_of, keyed
from translator.glossary.csv_file import delimiter_of
from translator.glossary.csv_quotes import unreadable
from translator.glossary.entry import Entry
from translator.glossary.exchange.content import entry_of

ROW = "(row)"
"""What stands for a column where one side removed the row and the other changed it."""

HEADER = ("source", "status", "distinguished by", "column", "base", "ours", "theirs", "take")
"""The columns of a conflict file."""

_SIDES = ("base", "ours", "theirs")


@dataclass(frozen=True, slots=True)
class Conflict:
    """A cell that both sides changed, each in its way. `ours` stands in the merged glossary until a person decides."""

    key: Key
    column: str
    base: str
    ours: str
    theirs: str

    def __str__(self) -> str:
        """One line for a person."""
        return f"{self.key[0]}: {self.column}: base {self.base!r}, ours {self.ours!r}, theirs {self.theirs!r}"


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge gives: the entries, and the conflicts that are left."""

    entries: list[Entry]
    conflicts: list[Conflict]


def merge(
    base: Iterable[Entry],
    ours: Iterable[Entry],
    theirs: Iterable[Entry],
    *,
    decisions: Mapping[tuple[Key, str], str] | None = None,
) -> Merged:
    """Our entries with what they changed since the common `base`; what both changed alike is no conflict.

    Our order is kept; their new rows come after the row that they follow there. `decisions` (see `read_conflicts`)
    say which side a conflict takes.
    """
    before, mine, yours = (keyed(entries) for entries in (base, ours, theirs))
    decided = decisions or {}
    rows: dict[Key, Entry] = {}
    conflicts: list[Conflict] = []
    for key in _order(list(mine), list(yours), before):
        sides = (before.get(key), mine.get(key), yours.get(key))
        cells, found = _row(key, [cells_of(entry) if entry else None for entry in sides], decided)
        conflicts += found
        if cells is not None:
            origin = mine.get(key) or yours.get(key) or before[key]
            rows[key] = entry_of(cells, origin.path, origin.line)
    return Merged(list(rows.values()), conflicts)


def write_conflicts(conflicts: Sequence[Conflict]) -> str:
    """A CSV for a person: write `ours`, `theirs` or `base` into the column `take`, then merge again with it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    for conflict in conflicts:
        source, status, *rest = conflict.key
        cells = (conflict.column, conflict.base, conflict.ours, conflict.theirs)
        writer.writerow([source, status, "\t".join(rest), *cells, ""])
    return out.getvalue()


def read_conflicts(text: str, path: str = "") -> dict[tuple[Key, str], str]:
    """The decisions of a conflict file; rows with an empty `take` are left out.

    Semicolons may stand for the commas. Raises `GlossaryError` for a file without those columns, a quotation mark that
    is not closed, and a `take` that is none of the three sides.
    """
    delimiter = delimiter_of(text, ",")
    lines = io.StringIO(text, newline="")
    reader = csv.DictReader(lines, restval="", delimiter=delimiter, strict=True)
    decisions: dict[tuple[Key, str], str] = {}
    try:
        if not set(HEADER) <= set(reader.fieldnames or ()):
            message = f"no conflict file: the columns must be {', '.join(HEADER)}"
            raise GlossaryError(message, path=path, line=1)
        for row in reader:
            take = row["take"].strip().lower()
            if take and take not in _SIDES:
                message = f"take is {take!r}.{did_you_mean(take, _SIDES)} Write ours, theirs or base"
                raise GlossaryError(message, path=path, line=reader.line_num)
            if take:
                key = (row["source"], row["status"], *row["distinguished by"].split("\t"))
                decisions[key, row["column"]] = take
    except csv.Error as error:
        raise unreadable(error, text, delimiter, path, reader.line_num) from None
    return decisions


def _row(
    key: Key, sides: Sequence[dict[str, str] | None], decided: Mapping[tuple[Key, str], str]
) -> tuple[Cells | None, list[Conflict]]:
    """The merged cells of one concept (None if it is to be gone), and its conflicts."""
    base, ours, theirs = sides
    if ours == theirs or theirs == base:
        return ours, []
    if ours == base:
        return theirs, []
    if base is not None and (ours is None or theirs is None):
        take = decided.get((key, ROW))
        if take:
            return sides[_SIDES.index(take)], []
        words = ["removed" if side is None else "changed" for side in (ours, theirs)]
        return ours if ours is not None else theirs, [Conflict(key, ROW, "there", *words)]
    merged: dict[str, str] = {}
    conflicts: list[Conflict] = []
    for name in dict.fromkeys([*(ours or {}), *(theirs or {}), *(base or {})]):
        cell, mine, yours = ((side or {}).get(name, "") for side in sides)
        if mine == yours or yours == cell:
            merged[name] = mine
        elif mine == cell:
            merged[name] = yours
        elif take := decided.get((key, name)):
            merged[name] = (cell, mine, yours)[_SIDES.index(take)]
        else:
            merged[name] = mine
            conflicts.append(Conflict(key, name, cell, mine, yours))
    return merged, conflicts


def _order(ours: list[Key], theirs: list[Key], base: Mapping[Key, Entry]) -> list[Key]:
    """Our order, their additional keys after the one before them there; then what only the base has."""
    known = set(ours)
    after: dict[Key | None, list[Key]] = {}
    previous: Key | None = None
    for key in theirs:
        if key in known:
            previous = key
        else:
            after.setdefault(previous, []).append(key)
    order = after.get(None, [])[:]
    for key in ours:
        order.append(key)
        order += after.get(key, [])
    seen = set(order)
    return order + [key for key in base if key not in seen]
