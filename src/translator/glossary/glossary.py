"""A glossary: entries in order, from one file or several layers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from translator.glossary.bundled import bundled_paths, resolve
from translator.glossary.csv_file import read_csv, write_csv
from translator.glossary.entry import COLUMNS, Entry

if TYPE_CHECKING:
    from translator.glossary.check import Finding

_FOR_PEOPLE = frozenset({"note", "reference", "examples"})
_facts = attrgetter(*(name for name in COLUMNS if name not in _FOR_PEOPLE))
"""What a translation depends on in an entry."""

class Glossary:
    """Entries in the order of their file. Iterates over its entries; `len()` counts them.

    A later entry wins over an earlier one for the same source term if it is of a later layer (see `layered`).
    """

    def __init__(self, entries: Iterable[Entry] = (), *, columns: tuple[str, ...] = COLUMNS) -> None:
        """A glossary of the given entries; `columns` is the order in which `save` writes the columns."""
        self._layers: list[list[Entry]] = [list(entries)]
        self.columns = columns

    @classmethod
    def load(cls, path: str | Path, *, format: str | None = None) -> Glossary:
        """Read a glossary file, or a bundled glossary by its name.

        The format is taken from the suffix (`.csv`, `.tsv`, `.tbx`, `.tmx`, `.xlsx`, `.json`, …) unless given.
        Raises `GlossaryError` naming file and line.
        """
        path = resolve(path)
        if format is None and path.suffix.lower() == ".csv":
            entries, columns = read_csv(path)
            return cls(entries, columns=columns)
        from translator.glossary.exchange import import_glossary

        return import_glossary(path, format=format)

    @classmethod
    def bundled(cls) -> Glossary:
        """All bundled glossaries, as one layer."""
        return cls(entry for path in bundled_paths() for entry in read_csv(path)[0])

    @classmethod
    def layered(cls, glossaries: Iterable[Glossary]) -> Glossary:
        """One glossary of several layers: for the same source term, a later one wins over an earlier one."""
        result = cls()
        result._layers = [layer for glossary in glossaries for layer in glossary._layers]
        return result

    @property
    def layers(self) -> tuple[tuple[Entry, ...], ...]:
        """The entries of each layer, the winning layer last."""
        return tuple(tuple(layer) for layer in self._layers)

    def __iter__(self) -> Iterator[Entry]:
        """The entries of all layers in order."""
        return (entry for layer in self._layers for entry in layer)

    def __len__(self) -> int:
        """How many entries all layers hold."""
        return sum(map(len, self._layers))

    def add(self, entry: Entry) -> None:
        """Append an entry to the last layer."""
        self._layers[-1].append(entry)

    def check(self) -> list[Finding]:
        """Everything that is wrong or doubtful, coded (`E101` …, `W201` …); see docs/glossary-checks.md."""
        from translator.glossary.check import check

        return check(self)

    def save(self, path: str | Path, *, format: str | None = None) -> None:
        """Write the glossary, atomically, in the format of the suffix or the one given.

        Raises `UsageError` for a suffix or format that is not known, `DocumentError` if the file cannot be written.
        """
        path = Path(path)
        if format is None and path.suffix.lower() == ".csv":
            write_csv(path, self, self.columns)
            return
        from translator.glossary.exchange import export_glossary

        export_glossary(self, path, format=format)

    @property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits that change whenever an entry or its layer does."""
        digest = hashlib.sha256()
        for number, layer in enumerate(self._layers):
            facts = [_facts(entry) for entry in layer]
            digest.update(repr((number, facts)).encode("utf-8", "surrogatepass"))
        return digest.hexdigest()[:12]
