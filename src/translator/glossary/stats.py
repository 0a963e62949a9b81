"""Counts of what a glossary holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from translator.glossary.entry import Entry


@dataclass(frozen=True, slots=True)
class Stats:
    """How many entries in all, and by file, kind, status, domain and reference; the largest count first."""

    entries: int
    sources: int
    surface_forms: int
    with_abbreviation: int
    with_context: int
    examples: int
    files: dict[str, int]
    kinds: dict[str, int]
    statuses: dict[str, int]
    domains: dict[str, int]
    references: dict[str, int]


def stats(entries: Iterable[Entry]) -> Stats:
    """Count. A reference counts up to its first colon or `(`: `Justice Laws: eng/acts/C-46.xml` is `Justice Laws`."""
    entries = list(entries)
    return Stats(
        entries=len(entries),
        sources=len({entry.source for entry in entries}),
        surface_forms=sum(1 + len(entry.forms) + bool(entry.source_abbr) for entry in entries),
        with_abbreviation=sum(bool(entry.source_abbr) for entry in entries),
        with_context=sum(bool(entry.context) for entry in entries),
        examples=sum(len(entry.examples) for entry in entries),
        files=_counted(PurePath(entry.path).name if entry.path else "(no file)" for entry in entries),
        kinds=_counted(entry.kind for entry in entries),
        statuses=_counted(entry.status for entry in entries),
        domains=_counted(entry.domain or "(none)" for entry in entries),
        references=_counted(_publisher(entry.reference) for entry in entries),
    )


def _publisher(reference: str) -> str:
    if reference.startswith(("http:", "https:")):
        return reference.split("/")[2] if reference.count("/") > 1 else reference
    return reference.partition(":")[0].partition("(")[0].strip() or "(none)"


def _counted(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items(), key=lambda item: (-item[1], item[0])))
