"""Abbreviations of the source that the model has carried over, once or in a loop: `OTAN`, `OTANOTANOTAN`."""

from __future__ import annotations

import re

from translator.enforcement.accept import overlap
from translator.enforcement.constraint import Constraint
from translator.enforcement.draft import Draft
from translator.enforcement.job import Job


def purge_leaks(draft: Draft, job: Job) -> None:
    """Write the English abbreviation over the French one where that stands beside the rendering of its own term.

    Where the English one stands there already, the French one goes. An abbreviation that is one of another term's
    English words stays.
    """
    for one in job.constraints:
        french, english = _abbreviations(one)
        if french and french in draft.text and not any(french in other.rendering for other in job.constraints):
            _purge(draft, french, english)


def _abbreviations(one: Constraint) -> tuple[str, str]:
    entry = one.occurrence.entry if one.occurrence else None
    if entry is None or len(entry.source_abbr) < 3 or not entry.source_abbr.isupper():
        return "", ""
    english = entry.source_abbr if entry.target_abbr == "=" else entry.target_abbr or one.rendering
    return ("", "") if entry.source_abbr == english else (entry.source_abbr, english)


def _purge(draft: Draft, french: str, english: str) -> None:
    leaked = re.compile(rf"(?<!\w)(?:\w?(?:{re.escape(french)}){{2,}}\w?|{re.escape(french)})(?!\w)")
    kept = [span for span in draft.spans if span]
    text = draft.text
    for match in reversed(list(leaked.finditer(text))):
        start, end = match.span()
        if any(overlap((start, end), span) for span in kept):
            continue
        if text[end:].startswith(f" {english}"):
            end += 1
            text = text[:start] + text[end:]
        elif text[:start].endswith(f"{english} "):
            text = text[: start - 1] + text[end:]
        else:
            text = text[:start] + english + text[end:]
    draft.become(text)
