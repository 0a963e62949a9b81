"""The ladder: translate plainly, accept, decode under constraints what is in doubt, place the rest, verify."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from translator.enforcement.accept import accept, overlap
from translator.enforcement.attempt import Attempt, attempt_from, attempt_surely
from translator.enforcement.candidates import model_text, substituted_text, told_text
from translator.enforcement.constraint import Span
from translator.enforcement.draft import Draft
from translator.enforcement.job import Enforced, Job
from translator.enforcement.place import finish
from translator.enforcement.recheck import checked
from translator.engine.engine import Engine, Hypothesis
from translator.text.offsets import moved
from translator.text.spelling import to_locale
from translator.text.typography import to_english

ASKED_TERMS, ASKED_PIECES = 2, 60
"""The most renderings that the model is told of, in the longest segment: beyond, it lost the thread and does again."""

_NEVER = float("-inf")


class Enforcement:
    """Segments on their way down the ladder; the model is at work on them as soon as it is made.

    Results do not depend on the company. `locale` asks for its spelling outside the renderings.
    """

    def __init__(self, engine: Engine, jobs: Sequence[Job], *, locale: str | None = None) -> None:
        """Give the model what it can read beside its other work; `step` takes what is ready, `finish` all the rest."""
        self._engine, self._locale = engine, locale
        self._literal = [literal(job) for job in jobs]
        self._jobs = [job for job, known in zip(jobs, self._literal, strict=True) if known is None]
        self._read = [model_text(job.source, job.constraints) for job in self._jobs]
        self._found = [Hypothesis("", 0.0)] * len(self._jobs)
        self._plain: list[Attempt | None] = [None] * len(self._jobs)
        self._stream = engine.stream(
            [text for text, _ in self._read], attention=[bool(job.constraints or job.aligned) for job in self._jobs]
        )

    @property
    def all_given(self) -> bool:
        """Whether the model has been given every segment, so that it will soon have nothing to do."""
        return self._stream.all_given

    def step(self) -> bool:
        """Go on with a segment that the model has translated; False if none is ready."""
        if not self._stream.ready:
            return False
        self._take(*next(self._stream))
        return True

    def finish(self, meanwhile: Callable[[], bool]) -> list[Enforced]:
        """The translations, in the order of the segments.

        `meanwhile` is called again and again, to do something else where that can be done without waiting, and tells
        whether it has.
        """
        for n, hypothesis in self._stream.with_others(meanwhile):
            self._take(n, hypothesis)
        unsure = [n for n, known in enumerate(self._plain) if not known]
        aligned = [n for n, job in enumerate(self._jobs) if job.aligned]
        rows = self._engine.first_rows(self._found[n] for n in dict.fromkeys((*unsure, *aligned)))
        for _ in rows.with_others(meanwhile):
            pass
        plain: list[Attempt] = []
        for known, job, found, read in zip(self._plain, self._jobs, self._found, self._read, strict=True):
            plain.append(known or attempt_surely(job, found, *read))
            meanwhile()
        second = self._asked_again(plain, meanwhile)
        made: list[Enforced] = []
        for n, (job, attempt) in enumerate(zip(self._jobs, plain, strict=True)):
            made.append(checked(job, _finished(job, second.get(n, attempt), self._locale)))
            meanwhile()
        rest = iter(made)
        return [known or next(rest) for known in self._literal]

    def _take(self, n: int, hypothesis: Hypothesis) -> None:
        attempt = attempt_from(self._jobs[n], hypothesis, *self._read[n], exact=False)
        # A copy does not keep the attention that has been read off: it takes more memory than all else.
        self._found[n] = attempt.hypothesis if attempt else replace(hypothesis)
        self._plain[n] = attempt

    def _asked_again(self, plain: Sequence[Attempt], meanwhile: Callable[[], bool]) -> dict[int, Attempt]:
        """Attempts in which the model was told of what is in doubt, where that helped and it likes them better."""
        engine = self._engine
        asked: list[tuple[int, list[int], str, list[Span]]] = []
        for n, attempt in enumerate(plain):
            job = self._jobs[n]
            terms = [k for k in attempt.doubt if job.constraints[k].kind == "term"]
            if 0 < len(terms) <= ASKED_TERMS:
                told = told_text(job.source, job.constraints, terms, engine.term_markup)
                if engine.token_count_within(told[0], ASKED_PIECES):
                    asked.append((n, terms, *told))
        better: dict[int, Attempt] = {}
        stream = engine.stream([text for _, _, text, _ in asked], beam_size=1, brief=True)
        for number, hypothesis in stream.with_others(meanwhile):
            n, terms, text, spans = asked[number]
            second = attempt_surely(self._jobs[n], hypothesis, text, spans, terms)
            if len(second.doubt) < len(plain[n].doubt):
                better[n] = second
        order = sorted(better)
        sources = [self._read[n][0] for n in order] * 2
        drafts = [plain[n].draft.text for n in order] + [better[n].draft.text for n in order]
        scores = dict(engine.score_stream(sources, drafts).with_others(meanwhile))
        likes = [scores.get(len(order) + k, _NEVER) > scores.get(k, _NEVER) for k in range(len(order))]
        return {n: better[n] for n, liked in zip(order, likes, strict=True) if liked}


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


def _finished(job: Job, attempt: Attempt, locale: str | None) -> Enforced:
    draft = attempt.draft
    finish(draft, job.source, job.constraints)
    if locale:
        draft.become(to_locale(draft.text, locale, [span for span in draft.spans if span]))
    outcomes = tuple(o if span else "missing" for o, span in zip(attempt.outcomes, draft.spans, strict=True))
    alignment = _alignment(job, attempt) if job.aligned else ()
    return Enforced(draft.text, tuple(draft.spans), outcomes, attempt.hypothesis.score, (), alignment)


def _alignment(job: Job, attempt: Attempt) -> tuple[tuple[Span, Span], ...]:
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
