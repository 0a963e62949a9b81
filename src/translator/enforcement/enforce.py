"""The ladder: translate plainly, accept, decode under constraints what is in doubt, place the rest, verify."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from translator.enforcement.accept import accept, is_clear, overlap, wordings
from translator.enforcement.candidates import model_text, substituted_text, told_text
from translator.enforcement.constraint import Constraint, Span
from translator.enforcement.draft import Draft
from translator.enforcement.job import Enforced, Job
from translator.enforcement.locate import Evidence, Place, echoed, gather, hides_first, locate
from translator.enforcement.place import finish, put
from translator.enforcement.recheck import checked
from translator.engine.engine import Engine, Hypothesis
from translator.text.capitals import in_capitals
from translator.text.offsets import moved
from translator.text.spelling import to_locale
from translator.text.typography import to_english

SURE = 0.45
"""Confidence in a place from which the model is not asked again."""

ASKED_TERMS, ASKED_PIECES = 2, 60
"""The most renderings that the model is told of, in the longest segment: beyond, it lost the thread and does again."""

ECHO = 0.3
"""Attention to the words of a term, on average, from which words beside its rendering are taken for an echo of it."""


@dataclass(slots=True)
class _Attempt:
    """A hypothesis on its way: its draft, what became of each constraint, which of them are at a guess or not there.

    `read` is what the model was given: the segment, rewritten or marked up.
    """

    draft: Draft
    hypothesis: Hypothesis
    outcomes: list[str]
    doubt: list[int]
    read: str


def enforce(
    engine: Engine,
    jobs: Sequence[Job],
    *,
    locale: str | None = None,
    meanwhile: Callable[[], bool] | None = None,
) -> list[Enforced]:
    """Translate segments so that their constraints hold, in the order given. Results do not depend on the company.

    `locale` asks for its spelling outside the renderings. `meanwhile` is called while the model is at work, until it
    says that it has nothing more to do.
    """
    results: list[Enforced | None] = [literal(job) for job in jobs]
    rest = [n for n, result in enumerate(results) if result is None]
    for n, result in zip(rest, _decoded(engine, [jobs[n] for n in rest], locale, meanwhile), strict=True):
        results[n] = result
    return [result for result in results if result is not None]


def literal(job: Job) -> Enforced | None:
    """The translation of a segment that has nothing outside its constraints to translate, else None."""
    outside, last = "", 0
    for one in job.constraints:
        outside, last = outside + job.source[last : one.start] + " ", one.end
    if any(char.isalnum() for char in outside + job.source[last:]):
        return None
    text = substituted_text(job.source, job.constraints)
    text = to_english(job.source, text)
    spans = accept(text, job.constraints)
    if not all(spans):
        return None
    kept = ["kept" if one.rendering == job.source[one.start : one.end] else "placed" for one in job.constraints]
    draft = Draft(text, spans)
    finish(draft, job.source, job.constraints)
    pairs = tuple(((one.start, one.end), span) for one, span in zip(job.constraints, draft.spans, strict=True) if span)
    return checked(job, Enforced(draft.text, tuple(draft.spans), tuple(kept), alignment=pairs if job.aligned else ()))


def _decoded(
    engine: Engine, jobs: Sequence[Job], locale: str | None, meanwhile: Callable[[], bool] | None
) -> list[Enforced]:
    """All that can be done while the model is at work on other segments is done then."""
    read = [model_text(job.source, job.constraints) for job in jobs]
    attention = [bool(job.constraints or job.aligned) for job in jobs]
    found = [Hypothesis("", 0.0)] * len(jobs)
    early: list[_Attempt | None] = [None] * len(jobs)
    for n, hypotheses in engine.stream([text for text, _ in read], attention=attention, meanwhile=meanwhile):
        found[n] = hypotheses[0]
        early[n] = attempt = _attempt(jobs[n], found[n], *read[n], exact=False)
        found[n] = attempt.hypothesis if attempt else found[n]
    engine.fetch_first_rows([found[n] for n, known in enumerate(early) if not known or jobs[n].aligned])
    plain = [one or _surely(jobs[n], found[n], *read[n]) for n, one in enumerate(early)]
    results: list[Enforced | None] = [None] * len(jobs)
    sure = iter([n for n, attempt in enumerate(plain) if not attempt.doubt])

    def finish_one() -> bool:
        n = next(sure, None)
        if n is not None:
            results[n] = checked(jobs[n], _finished(jobs[n], plain[n], locale))
        return n is not None

    second = _ask_again(engine, jobs, read, plain, finish_one)
    while finish_one():
        pass
    return [
        result or checked(jobs[n], _finished(jobs[n], second.get(n, plain[n]), locale))
        for n, result in enumerate(results)
    ]


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


def _surely(job: Job, hypothesis: Hypothesis, read: str, spans: Sequence[Span], marked: Sequence[int] = ()) -> _Attempt:
    attempt = _attempt(job, hypothesis, read, spans, marked, exact=True)
    assert attempt is not None
    return attempt


def _attempt(
    job: Job, hypothesis: Hypothesis, read: str, spans: Sequence[Span], marked: Sequence[int] = (), *, exact: bool
) -> _Attempt | None:
    """Accept what a hypothesis satisfies and place the rest; the model was told of the constraints `marked`.

    Unless `exact`, the attention of the first word is not known; the answer is None where it may matter.
    """
    text = _english(job.source, hypothesis)
    if not job.constraints:
        return _Attempt(Draft(text, []), hypothesis, [], [], read)
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
    # The attention of a window of long segments would take more memory than all else.
    kept = hypothesis if job.aligned else replace(hypothesis, attend=None)
    return _Attempt(draft, kept, outcomes, doubt, read)


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


def _ask_again(
    engine: Engine,
    jobs: Sequence[Job],
    read: Sequence[tuple[str, list[Span]]],
    plain: Sequence[_Attempt],
    meanwhile: Callable[[], bool],
) -> dict[int, _Attempt]:
    """Attempts in which the model was told of the renderings in doubt, where that helped and it likes them better."""
    asked: list[tuple[int, list[int], str, list[Span]]] = []
    for n, attempt in enumerate(plain):
        terms = [k for k in attempt.doubt if jobs[n].constraints[k].kind == "term"]
        if 0 < len(terms) <= ASKED_TERMS:
            told = told_text(jobs[n].source, jobs[n].constraints, terms, engine.term_markup)
            if engine.token_count_within(told[0], ASKED_PIECES):
                asked.append((n, terms, *told))
    better: dict[int, _Attempt] = {}
    texts = [text for _, _, text, _ in asked]
    for number, hypotheses in engine.stream(texts, beam_size=1, brief=True, meanwhile=meanwhile):
        n, terms, text, spans = asked[number]
        second = _surely(jobs[n], hypotheses[0], text, spans, terms)
        if len(second.doubt) < len(plain[n].doubt):
            better[n] = second
    order = sorted(better)
    sources = [read[n][0] for n in order]
    ours = engine.score(sources, [plain[n].draft.text for n in order])
    theirs = engine.score(sources, [better[n].draft.text for n in order])
    return {n: better[n] for n, old, new in zip(order, ours, theirs, strict=True) if new > old}


def _finished(job: Job, attempt: _Attempt, locale: str | None) -> Enforced:
    draft = attempt.draft
    finish(draft, job.source, job.constraints)
    if locale:
        draft.become(to_locale(draft.text, locale, [span for span in draft.spans if span]))
    outcomes = tuple(o if span else "missing" for o, span in zip(attempt.outcomes, draft.spans, strict=True))
    alignment = _alignment(job, attempt) if job.aligned else ()
    return Enforced(draft.text, tuple(draft.spans), outcomes, attempt.hypothesis.score, (), alignment)


def _alignment(job: Job, attempt: _Attempt) -> tuple[tuple[Span, Span], ...]:
    """Pairs of source and target spans, in the order of the target: words, and whole constraints."""
    draft, links = attempt.draft, attempt.hypothesis.links
    sources = moved([link.source for link in links], attempt.read, job.source)
    targets = moved([link.target for link in links], attempt.hypothesis.text, draft.text)
    whole = [((one.start, one.end), span) for one, span in zip(job.constraints, draft.spans, strict=True) if span]
    pairs = [
        (source, target)
        for source, target in zip(sources, targets, strict=True)
        if target[0] < target[1] and not any(overlap(source, s) or overlap(target, t) for s, t in whole)
    ]
    return tuple(sorted([*pairs, *whole], key=lambda pair: (pair[1], pair[0])))
