"""What one hypothesis comes to: which constraints it satisfies, and a place in it for the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from translator.enforcement.accept import accept, is_clear, overlap, wordings
from translator.enforcement.constraint import Constraint, Span
from translator.enforcement.draft import Draft
from translator.enforcement.job import Job
from translator.enforcement.leak import purge_leaks
from translator.enforcement.locate import Evidence, Place, echoed, gather, hides_first, locate
from translator.enforcement.place import put
from translator.engine.engine import Hypothesis
from translator.text.capitals import in_capitals
from translator.text.typography import to_english

SURE = 0.45
"""Confidence in a place from which the model is not asked again."""

ECHO = 0.3
"""Attention to the words of a term, on average, from which words beside its rendering are taken for an echo of it."""


@dataclass(slots=True)
class Attempt:
    """A hypothesis on its way: its draft, what became of each constraint, which of them are at a guess or not there.

    `read` is what the model was given: the segment, rewritten or marked up.
    """

    draft: Draft
    hypothesis: Hypothesis
    outcomes: list[str]
    doubt: list[int]
    read: str


def attempt_from(
    job: Job, hypothesis: Hypothesis, read: str, spans: Sequence[Span], marked: Sequence[int] = (), *, exact: bool
) -> Attempt | None:
    """Accept what a hypothesis satisfies and place the rest; the model was told of the constraints `marked`.

    Unless `exact`, the attention of the first word is not known; the answer is None where it may matter.
    """
    text = _english(job.source, hypothesis)
    if not job.constraints:
        return Attempt(Draft(text, []), hypothesis, [], [], read)
    evidence: Evidence | None = None
    accepted, echoes, unclear = _accepted(job, text)
    if unclear:
        evidence = gather(hypothesis, text, spans, exact=exact)
        accepted = accept(text, job.constraints, evidence.weight if evidence.words else None)
    outcomes = [
        "placed" if span is None else "constrained" if n in marked else "kept" for n, span in enumerate(accepted)
    ]
    missing = [n for n, span in enumerate(accepted) if span is None]
    writes: list[tuple[Span, int, str]] = []
    if evidence and echoes:
        writes = _echoes(job, text, evidence, accepted)
        for wide, n, _ in writes:
            accepted[n] = wide
    draft = Draft(text, accepted)
    doubt: list[int] = []
    if missing and evidence:
        places = _places(job, text, missing, evidence, accepted)
        if not exact and hides_first(text, [place for _, place in places], evidence):
            return None
        doubt = [n for n, place in places if place.confidence < SURE]
        # A number put in at a guess misleads; a person is told that it is missing instead.
        places = [(n, p) for n, p in places if p.start < p.end or job.constraints[n].kind != "quantity"]
        for n, place in places:
            draft.spans[n] = (place.start, place.end)
            writes.append(((place.start, place.end), n, job.constraints[n].rendering))
    for _, n, wording in sorted(writes):
        put(draft, n, wording)
    _purge(draft, job)
    purge_leaks(draft, job)
    # The attention of a window of long segments would take more memory than all else.
    kept = hypothesis if job.aligned else replace(hypothesis, attend=None)
    return Attempt(draft, kept, outcomes, doubt, read)


def attempt_surely(
    job: Job, hypothesis: Hypothesis, read: str, spans: Sequence[Span], marked: Sequence[int] = ()
) -> Attempt:
    """As `attempt_from`, when the attention of the first word is known."""
    attempt = attempt_from(job, hypothesis, read, spans, marked, exact=True)
    assert attempt is not None
    return attempt


def _english(source: str, hypothesis: Hypothesis) -> str:
    """What a hypothesis reads like in English typography, in capitals if the source is."""
    text = to_english(source, hypothesis.text)
    return text.upper() if in_capitals(source) else text


def _accepted(job: Job, text: str) -> tuple[list[Span | None], bool, bool]:
    """What a text satisfies by itself, whether there are echoes of it, and whether the attention has a say in this."""
    accepted = accept(text, job.constraints)
    echoes = any(
        span and echoed(text, span, _said(job, one, text[slice(*span)]))
        for one, span in zip(job.constraints, accepted, strict=True)
    )
    return accepted, echoes, echoes or None in accepted or not is_clear(text, job.constraints)


def _said(job: Job, one: Constraint, wording: str) -> str:
    """What a constraint reads like, and its words in the source, some of which may be the same in both languages."""
    return f"{wording} {job.source[one.start : one.end]}"


def _echoes(job: Job, text: str, evidence: Evidence, accepted: Sequence[Span | None]) -> list[tuple[Span, int, str]]:
    """Accepted renderings with the words beside them that say a part of them again and come from the same source."""
    writes: list[tuple[Span, int, str]] = []
    for n, span in enumerate(accepted):
        one = job.constraints[n]
        if not span or one.kind != "term":
            continue
        wide = echoed(text, span, _said(job, one, text[slice(*span)]))
        if not wide:
            continue
        around = [part for part in ((wide[0], span[0]), (span[1], wide[1])) if part[0] < part[1]]
        others = [other for k, other in enumerate(accepted) if other and k != n] + [one for one, _, _ in writes]
        if all(evidence.weight(n, part) > ECHO for part in around) and not any(overlap(wide, o) for o in others):
            writes.append((wide, n, text[slice(*span)]))
    return writes


def _with_echoes(text: str, place: Place, n: int, said: str, evidence: Evidence, taken: Sequence[Span]) -> Place:
    """The place, and words beside it that say a part of the rendering: `university of` before `Harvard University`."""
    wide = echoed(text, (place.start, place.end), said)
    if not wide or any(overlap(wide, span) for span in taken):
        return place
    around = [part for part in ((wide[0], place.start), (place.end, wide[1])) if part[0] < part[1]]
    if all(evidence.weight(n, part) > ECHO for part in around):
        return Place(*wide, place.confidence)
    return place


def _purge(draft: Draft, job: Job) -> None:
    """Write the rendering over the forbidden ones that stand beside it."""
    for n, one in enumerate(job.constraints):
        forbidden = one.occurrence.forbidden if one.occurrence else ()
        span = draft.spans[n]
        for start, end in wordings(draft.text, forbidden, [s for s in draft.spans if s])[::-1] if forbidden else ():
            draft.put(n, start, end, one.rendering)
            if span:
                by = len(one.rendering) - (end - start) if end <= span[0] else 0
                draft.spans[n] = span = (span[0] + by, span[1] + by)


def _places(
    job: Job, text: str, missing: Sequence[int], evidence: Evidence, accepted: Sequence[Span | None]
) -> list[tuple[int, Place]]:
    """A place for each missing constraint, the surest first to choose; places do not overlap."""
    left, result = list(missing), []
    taken = [span for span in accepted if span]
    for n in missing:
        for span in _longest(wordings(text, job.constraints[n].others, taken)):
            result.append((n, Place(*span, 1.0)))
            taken.append(span)
            left.remove(n)
    while left:
        found = [(locate(text, job.source, job.constraints[n], n, evidence, taken), n) for n in left]
        place, n = max(found, key=lambda item: (item[0].confidence, -item[1]))
        if place.start < place.end:
            said = _said(job, job.constraints[n], job.constraints[n].rendering)
            place = _with_echoes(text, place, n, said, evidence, taken)
            taken.append((place.start, place.end))
        result.append((n, place))
        left.remove(n)
    return result


def _longest(spans: Sequence[Span]) -> Sequence[Span]:
    return sorted(spans, key=lambda span: (span[0] - span[1], span))[:1]
