"""The last rung: the finished text read again, by code that had no part in enforcing it."""

from __future__ import annotations

from dataclasses import replace

from translator.enforcement.job import Enforced, Job
from translator.glossary.verify import forbidden_in, verify
from translator.text.numbers import check_numbers


def checked(job: Job, result: Enforced) -> Enforced:
    """The result with every rendering that cannot be found marked `missing`, and a warning for all that is wrong."""
    warnings = [
        f"number {finding.kind}: {finding.source or finding.target}"
        for finding in check_numbers(job.source, result.text)
    ]
    spans, outcomes = list(result.spans), list(result.outcomes)
    terms = [(n, one.occurrence) for n, one in enumerate(job.constraints) if one.occurrence]
    occurrences = [occurrence for _, occurrence in terms]
    for (n, occurrence), verdict in zip(terms, verify(result.text, occurrences), strict=True):
        if verdict.status not in ("followed", "admitted"):
            spans[n], outcomes[n] = None, "missing"
            warnings.append(f"term missing: {job.source[occurrence.start : occurrence.end]} → {occurrence.rendering}")
    for verdict in forbidden_in(result.text, occurrences):
        warnings.append(f"forbidden rendering: {verdict.wording}")
    for one in job.constraints:
        if one.kind == "protected" and one.rendering not in result.text:
            warnings.append(f"changed: {one.rendering[:60]}")
    return replace(result, spans=tuple(spans), outcomes=tuple(outcomes), warnings=tuple(warnings))
