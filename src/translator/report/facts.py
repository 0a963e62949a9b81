"""What a report tells, as plain values: the objects of docs/report.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from translator.auditing.tally import EntryCount
from translator.result import Segment

OUTCOMES = ("followed", "kept", "constrained", "placed", "admitted", "forbidden", "missing")
"""The outcomes of audits and translations in the order in which reports list them."""


def segment_facts(segment: Segment, passage: int, entries: Sequence[int]) -> dict[str, Any]:
    """A segment; `entries` are the numbers of the entries of its terms."""
    return {
        "passage": passage,
        "start": segment.start,
        "target_start": segment.target_start,
        "source": segment.source,
        "target": segment.target,
        "score": round(segment.score, 4),
        "terms": [
            {
                "entry": entry,
                "source": list(use.source),
                "target": None if use.target is None else list(use.target),
                "rendering": use.rendering,
                "outcome": use.outcome,
            }
            for use, entry in zip(segment.terms, entries, strict=True)
        ],
        "warnings": list(segment.warnings),
    }


def entry_facts(count: EntryCount) -> dict[str, Any]:
    """An entry and what became of it."""
    entry = count.entry
    return {
        "source": entry.source,
        "target": entry.rendering,
        "kind": entry.kind,
        "path": entry.path,
        "line": entry.line,
        "first_segment": count.first,
        "outcomes": outcome_facts(count.outcomes),
        "inconsistent": {rendering: dict(found.most_common()) for rendering, found in count.inconsistent.items()},
    }


def outcome_facts(outcomes: Mapping[str, int]) -> dict[str, int]:
    """The outcomes that occur, in the order of `OUTCOMES`, then any other."""
    names = (*OUTCOMES, *sorted(set(outcomes) - set(OUTCOMES)))
    return {name: outcomes[name] for name in names if outcomes.get(name)}
