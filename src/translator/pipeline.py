"""Where the stages meet: text to paragraphs, sentences, constraints, the model, and back to a text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from translator.documents.passage import Passage
from translator.errors import UsageError
from translator.glossary.glossary import Glossary
from translator.result import Segment, TermUse, Translation

if TYPE_CHECKING:
    from translator.batch.outcome import DocumentOutcome
    from translator.enforcement.constraint import Constraint, Span
    from translator.enforcement.job import Enforced, Job
    from translator.engine.engine import Engine
    from translator.glossary.matcher import Matcher
    from translator.memory import Memory

LOCALES = ("en_CA", "en_GB", "en_US")
"""The varieties of English: they decide the order of dates and, if one is asked for, the spelling."""

_WINDOW = 400
"""Segments translated together: enough to fill batches of equal lengths, few enough to keep memory small."""

_MAX_PIECES = 250
"""Pieces of a sentence above which it is cut at clauses, unless the package names fewer; room is left for constraints
under the model's limit."""


@dataclass(slots=True)
class _Plan:
    """A passage cut into segments: where they stand, what each must hold."""

    text: str
    spans: list[Span]
    jobs: list[Job]


@dataclass(slots=True)
class _Context:
    """A text as read: its sentences, what each must hold, and who is named, by the first word of the names."""

    text: str
    sentences: list[tuple[int, str]]
    constraints: dict[str, tuple[Constraint, ...]]
    people: dict[str, list[str]]


class _Reader:
    """Passages planned window by window, ahead of the translation."""

    def __init__(self, plan: Callable[[Passage], _Plan], passages: Iterable[Passage]) -> None:
        self._plan, self._passages = plan, iter(passages)
        self._begun: list[_Plan] = []
        self._size = 0
        self._ended = False
        self._error: Exception | None = None

    def read_one(self) -> bool:
        """Plan one more passage; False if the window is full or nothing is left."""
        if self._ended or self._size >= _WINDOW:
            return False
        try:
            plan = self._plan(next(self._passages))
        except StopIteration:
            self._ended = True
        except Exception as error:
            self._ended, self._error = True, error
        else:
            self._begun.append(plan)
            self._size += len(plan.jobs)
        return not self._ended

    def window(self) -> list[_Plan]:
        """The next window, empty at the end."""
        while self.read_one():
            pass
        window, self._begun, self._size = self._begun, [], 0
        return window

    def end(self) -> None:
        """Raise what reading ahead has met, now that what came before is translated."""
        if self._error:
            raise self._error


class _Window:
    """A window of passages at work, equal segments only once; those that the memory knows are not translated."""

    def __init__(self, tr: Translator, plans: list[_Plan]) -> None:
        from translator.enforcement.enforce import Enforcement

        self.plans, self._memory = plans, tr.memory
        self._jobs = list(dict.fromkeys(job for plan in plans for job in plan.jobs))
        self._keys: dict[Job, bytes] = {}
        self._done: dict[Job, Enforced] = {}
        if tr.memory is not None:
            from translator.memory import job_key

            scope = f"{tr.engine.signature}|locale:{tr.locale or 'none'}"
            self._keys = {job: job_key(job, scope) for job in self._jobs}
            known = tr.memory.get(self._keys.values())
            self._done = {job: known[key] for job, key in self._keys.items() if key in known}
            self._jobs = [job for job in self._jobs if job not in self._done]
        self._enforcement = Enforcement(tr.engine, self._jobs, locale=tr.locale)

    @property
    def all_given(self) -> bool:
        """Whether the model has been given the whole window."""
        return self._enforcement.all_given

    def step(self) -> bool:
        """Go on with a segment that the model has translated; False if none is ready."""
        return self._enforcement.step()

    def finish(self, meanwhile: Callable[[], bool]) -> dict[Job, Enforced]:
        """The translations of all segments; `meanwhile` is called while the model is at work."""
        made = dict(zip(self._jobs, self._enforcement.finish(meanwhile), strict=True))
        if self._memory is not None:
            self._memory.put({self._keys[job]: result for job, result in made.items()})
        return self._done | made


class Translator:
    """French to English with a glossary. Loads model and glossaries on first use; may be shared by threads and pickled.

    `model` is an `.argosmodel` file, a package folder or the name of an installed package; by default the newest
    installed Argos package, or else the starter model that comes with the library. `glossaries` are paths, names of
    bundled glossaries or `Glossary` objects, a later one winning over an earlier; by default all bundled ones.
    `beam_size` is the number of hypotheses kept while decoding, `threads` the number of sentences' batches translated
    at once (0: one per core), `compute_type` CTranslate2's (`default` keeps the package's own). `locale` (`en_CA`,
    `en_GB`, `en_US`) decides the order of dates and the spelling of variants; without it dates are Canadian and the
    model's spelling stands. `memory` is the file of a translation memory: segments found there are not translated
    again (see `translator.memory`).

    Raises `ModelError`, `GlossaryError` or `UsageError` for what cannot be used.
    """

    def __init__(
        self,
        *,
        model: str | Path | None = None,
        glossaries: Iterable[str | Path | Glossary] | None = None,
        beam_size: int = 4,
        threads: int = 0,
        compute_type: str = "default",
        locale: str | None = None,
        memory: str | Path | None = None,
    ) -> None:
        """Find the package and read the glossaries; the model itself is loaded when first used."""
        from translator.engine.engine import Engine
        from translator.engine.package import open_package

        if locale is not None and locale not in LOCALES:
            raise UsageError(f"locale is {locale!r}, but must be one of: {', '.join(LOCALES)}.")
        self.locale = locale
        if glossaries is None:
            self.glossary = Glossary.bundled()
        else:
            self.glossary = Glossary.layered(g if isinstance(g, Glossary) else Glossary.load(g) for g in glossaries)
        self.engine: Engine = Engine(
            open_package(model), beam_size=beam_size, threads=threads, compute_type=compute_type
        )
        self._last: _Context | None = None
        self.memory: Memory | None = None
        if memory is not None:
            from translator.memory import Memory

            self.memory = Memory(memory)

    def __getstate__(self) -> dict[str, Any]:
        """The settings and the glossary: what is worked out from them is worked out anew where this is unpickled."""
        kept = {name: value for name, value in vars(self).items() if name not in ("_matcher", "signature")}
        return kept | {"_last": None}

    @cached_property
    def _matcher(self) -> Matcher:
        from translator.glossary.matcher import Matcher

        return Matcher(self.glossary)

    @cached_property
    def signature(self) -> str:
        """What results depend on: version, model, glossary, options. The same signature gives the same bytes."""
        from importlib.metadata import version

        locale = self.locale or "none"
        return (
            f"translator:{version('translator')}|{self.engine.signature}|glossary:{self.glossary.fingerprint}"
            f"|locale:{locale}"
        )

    def translate(self, text: str) -> Translation:
        """Translate a text: a sentence, an article, anything; paragraphs and blank lines are kept."""
        return next(self.translate_passages([Passage(text)]))

    def translate_batch(
        self, texts: Iterable[str], *, progress: bool | Callable[[int, int | None], None] = False
    ) -> Iterator[Translation]:
        """Translate any number of texts, lazily and in order; sentences of different texts share batches.

        Memory does not grow with the number of texts. `progress=True` shows a bar on stderr if that is a terminal; a
        function is called after each text with the number done and the number of all (None if `texts` has no length).
        """
        translations = self.translate_passages(Passage(text) for text in texts)
        if not progress:
            return translations
        from translator.progress import reported, tracked

        total = len(texts) if isinstance(texts, Sequence) else None
        return tracked(translations, total=total) if progress is True else reported(translations, progress, total)

    def translate_documents(
        self,
        paths: Iterable[str | Path],
        *,
        output: str | Path,
        format: str | None = None,
        fields: Sequence[str] = (),
        jobs: int = 1,
        fresh: bool = False,
        progress: bool | Callable[[DocumentOutcome], None] = False,
    ) -> list[DocumentOutcome]:
        """Translate files and folders into the folder `output`; what an earlier, interrupted call has done is kept.

        The parameters are those of `translator translate` (docs/batches.md). A document that cannot be read is told of
        in its outcome and the rest is done. `progress=True` shows a bar on stderr if that is a terminal; a function is
        called with the outcome of each document. With `jobs` over 1 that many processes are started, so the calling
        script must be guarded by `if __name__ == "__main__":`.

        Raises `UsageError` for paths that cannot be mirrored, `DocumentError` if the output folder is in use by another
        process or cannot be written.
        """
        from translator.batch.folder import translate_into_folder

        return translate_into_folder(
            self, [Path(path) for path in paths], Path(output),
            format=format, fields=tuple(fields), jobs=jobs, fresh=fresh, progress=progress,
        )  # fmt: skip

    def translate_passages(self, passages: Iterable[Passage]) -> Iterator[Translation]:
        """Translate the passages of documents, lazily and in order, protected spans kept to the letter."""
        reader = _Reader(self._plan, passages)
        window = self._next(reader)
        while window:
            following: _Window | None = None

            def meanwhile(now: _Window = window) -> bool:
                """Keep the model busy: plan the next window, begin it when it is due, and go on with it."""
                nonlocal following
                if following:
                    return following.step()
                if reader.read_one():
                    return True
                following = self._next(reader) if now.all_given else None
                return following is not None

            done = window.finish(meanwhile)
            for plan in window.plans:
                yield self._assembled(plan, done)
                meanwhile()
            window = following or self._next(reader)
        reader.end()

    def _next(self, reader: _Reader) -> _Window | None:
        from translator.engine.heap import give_back

        plans = reader.window()
        if not plans:
            return None
        give_back()
        return _Window(self, plans)

    def _plan(self, passage: Passage) -> _Plan:
        """Cut a passage into segments, and those that are too long for the model into clauses."""
        from translator.enforcement.constraint import constraints_of
        from translator.enforcement.job import Job
        from translator.enforcement.people import with_people

        read = self._read(passage.context or passage.text)
        spans: list[Span] = []
        jobs: list[Job] = []
        for start, sentence in _sentences(passage.text) if passage.context else read.sentences:
            protected = _within(passage.protected, start, start + len(sentence))
            constraints = None if protected else read.constraints.get(sentence)
            if constraints is None:
                constraints = constraints_of(sentence, self._matcher, protected=protected, locale=self.locale)
            constraints = with_people(sentence, constraints, read.people, self.locale)
            for begin, stop in self._pieces(sentence, constraints):
                spans.append((start + begin, start + stop))
                inside = _cut(constraints, sentence, begin, stop)
                jobs.append(Job(sentence[begin:stop], inside, passage.aligned))
        return _Plan(passage.text, spans, jobs)

    def _read(self, context: str) -> _Context:
        """What the sentences of a context must hold, and who is named in it; the last context is kept for the next."""
        last = self._last
        if last is None or last.text != context:
            from translator.enforcement.constraint import constraints_of
            from translator.enforcement.people import by_first_word, people_of

            sentences = list(_sentences(context))
            found = {one: constraints_of(one, self._matcher, locale=self.locale) for _, one in sentences}
            people = {name for one, constraints in found.items() for name in people_of(one, constraints)}
            last = self._last = _Context(context, sentences, found, by_first_word(people))
        return last

    def _pieces(self, sentence: str, constraints: Sequence[Constraint]) -> list[Span]:
        """The sentence in one piece if the model reads it well, else its clauses."""
        limit = min(self.engine.package.max_pieces or _MAX_PIECES, _MAX_PIECES)
        if len(sentence.encode()) <= limit or self.engine.token_count_within(sentence, limit):
            return [(0, len(sentence))]
        from translator.text.clauses import split_clauses

        def count(text: str) -> int:
            # A text this long need not be read to know that it is too long.
            return len(text) if len(text) > 8 * _MAX_PIECES else self.engine.token_count(text)

        return split_clauses(sentence, limit, count, [(one.start, one.end) for one in constraints])

    def _assembled(self, plan: _Plan, done: dict[Job, Enforced]) -> Translation:
        out: list[str] = []
        segments: list[Segment] = []
        last = length = 0
        for (start, end), job in zip(plan.spans, plan.jobs, strict=True):
            result = done[job]
            gap = plan.text[last:start]
            if segments and job.source[0].islower() and _goes_on(segments[-1].source, gap):
                result = _inside_sentence(result)
            segments.append(_segment(job, result, start, length + len(gap)))
            out += [gap, result.text]
            length += len(gap) + len(result.text)
            last = end
        out.append(plan.text[last:])
        return Translation(plan.text, "".join(out), tuple(segments), self.signature)


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a text and where they start."""
    from translator.text.blocks import split_blocks
    from translator.text.sentences import split_sentences

    at = 0
    for block in split_blocks(text):
        for start, end in split_sentences(block.text) if block.is_paragraph else ():
            yield at + start, block.text[start:end]
        at += len(block.text)


def _within(spans: Sequence[Span], start: int, end: int) -> list[Span]:
    """The parts of spans inside `start:end`, from its start."""
    return [(max(s, start) - start, min(e, end) - start) for s, e in spans if s < end and e > start]


def _cut(constraints: Sequence[Constraint], sentence: str, start: int, end: int) -> tuple[Constraint, ...]:
    """The constraints of a piece of a sentence; a protected span that goes on outside is protected here, too."""
    from dataclasses import replace

    from translator.enforcement.constraint import within

    if (start, end) == (0, len(sentence)):
        return tuple(constraints)
    inside = []
    for one in within(constraints, start, end):
        begin, stop = max(one.start, start), min(one.end, end)
        if (begin, stop) == (one.start, one.end):
            inside.append(replace(one, start=begin - start, end=stop - start))
        elif begin < stop and one.kind == "protected":
            inside.append(replace(one, start=begin - start, end=stop - start, rendering=sentence[begin:stop]))
    return tuple(inside)


def _goes_on(before: str, gap: str) -> bool:
    """Whether a segment goes on the sentence of the segment before it."""
    return "\n" not in gap and before[-1] not in ".!?…»”\""


def _inside_sentence(result: Enforced) -> Enforced:
    """The translation of a clause that begins no sentence; a rendering at its beginning is left as it is."""
    from dataclasses import replace

    from translator.text.clauses import uncapitalised

    if any(span and span[0] == 0 for span in result.spans):
        return result
    return replace(result, text=uncapitalised(result.text))


def _segment(job: Job, result: Enforced, start: int, target_start: int) -> Segment:
    uses = tuple(
        TermUse(one.occurrence.entry, (one.start, one.end), span, one.rendering, outcome)
        for one, span, outcome in zip(job.constraints, result.spans, result.outcomes, strict=True)
        if one.occurrence
    )
    return Segment(job.source, result.text, uses, result.score, start, target_start, result.warnings, result.alignment)
