"""Candidates as a glossary file in which a person accepts, mends or deletes row after row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from translator.suggest.candidate import Candidate

COLUMNS = (
    "source", "target", "kind", "source_abbr", "target_abbr", "status", "note", "frequency", "confidence", "example",
    "example_english",
)  # fmt: skip
"""The columns of the file: those of a glossary, then what helps to decide, which a glossary may keep."""

TRUSTED = 0.6
"""The confidence from which a rendering stands in `target`; below it stands in `note`."""


def format_candidates(candidates: Iterable[Candidate]) -> str:
    """The text of a glossary file with an empty `status`.

    `target` is empty where no rendering was found that can be trusted; such a file is refused as a glossary until the
    row is filled in or deleted, so that nothing is enforced that nobody has seen.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in candidates:
        trusted = one.confidence >= TRUSTED
        doubtful = one.rendering and not trusted
        writer.writerow(
            (
                one.source,
                one.rendering if trusted else "",
                one.kind,
                one.source_abbr,
                one.rendering_abbr if trusted and one.source_abbr else "",
                "",
                f"perhaps: {one.rendering}" if doubtful else "",
                one.frequency,
                f"{one.confidence:.2f}" if one.rendering else "",
                one.example,
                one.example_english,
            )
        )
    return out.getvalue()
