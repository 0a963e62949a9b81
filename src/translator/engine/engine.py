"""The model at work: texts in, hypotheses with scores and alignments out, the same bytes in whatever company.

Results do not depend on the batch because a batch holds only sentences of one length in pieces (and prefixes of one
length): without padding, every row of CTranslate2's int8 products and every attention matrix is worked out by itself.
Padded batches differ: over 730 lines of newstest2013, in batches of 2,048 pieces, 40 scores and 2 translations did.
Equal lengths cost no speed. With a `compute_type` or package in float32, products depend on the number of rows: scores
then differ in the last digits, and a translation can where two are nearly as likely. So can they between processors.

CTranslate2 (4.8) returns a wrong attention row for the first piece that it decodes in a batch: beam search runs the
first step without beams, then picks its row as if there were some (item `i` gets that of item `i // beam_size`). The
true row is fetched when an alignment is asked for, or for many sentences at once by `Engine.fetch_first_rows`; for all
sentences that would cost a sixth of the time.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import Any

from translator.engine.alignment import Attention, Link, links
from translator.engine.batching import batches
from translator.engine.package import Package
from translator.engine.tokenizers import Tokenizer, open_tokenizer
from translator.errors import ModelError, UsageError

MAX_TOKENS = 500
"""Pieces above which a text is refused: most models know 512 positions and CTranslate2 fails beyond them."""

LENGTH_PENALTY = 0.2
"""Exponent of the length in scores, as Argos Translate decodes."""

_AHEAD = 4
"""Batches given to CTranslate2 beforehand, for each that it works on at once."""

_MAX_PIECES = 511
"""Pieces for which a model with 512 positions has room beside the start or end token."""


@dataclass(frozen=True)
class Hypothesis:
    """A translation that the model proposes.

    `score` is the sum of the log-probabilities of all pieces and of the end, divided by their number to the power of
    0.2; a forced prefix counts like the rest.
    """

    text: str
    score: float
    attend: Callable[[], Attention] | None = field(default=None, compare=False, repr=False)

    @cached_property
    def attention(self) -> Attention | None:
        """What the model paid attention to, read off its result when first asked for; None if it was not to tell."""
        return self.attend() if self.attend else None

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The word alignment, worked out when first asked for; empty without attention."""
        return links(self.text, self.attention) if self.attention else ()


_EMPTY = Hypothesis("", 0.0)


class _FirstRow:
    """The attention of the first piece of any translation of `source` (in pieces), fetched when first asked for."""

    __slots__ = ("_engine", "source", "weights")

    def __init__(self, engine: Engine, source: list[str]) -> None:
        self._engine = engine
        self.source = source
        self.weights: list[float] | None = None

    def __call__(self) -> list[float]:
        if self.weights is None:
            self._engine._fetch([self])
        assert self.weights is not None
        return self.weights


class _Loaded:
    """A model in memory, and the process that loaded it."""

    def __init__(self, package: Package, threads: int, compute_type: str) -> None:
        import ctranslate2  # type: ignore[import-untyped]

        self.pid = os.getpid()
        self.tokenizer: Tokenizer = open_tokenizer(package)
        self.prefix = [package.target_prefix] if package.target_prefix else []
        try:
            self.translator = ctranslate2.Translator(
                str(package.path),
                files=package.model_files(),
                compute_type=compute_type,
                inter_threads=threads,
                intra_threads=1,
            )
        except (RuntimeError, ValueError) as error:
            raise ModelError(
                f"{package.path}: CTranslate2 {ctranslate2.__version__} cannot load the model: {error}. Install the "
                "package again, or name another one with --model."
            ) from error


class Engine:
    """A translation model. Loaded on first use; may be shared by threads, pickled, and used after a fork.

    `beam_size` is the number of hypotheses kept while decoding. `threads` is the number of batches translated at once,
    each on one core (0: as many as there are cores); it changes the speed only. `compute_type` is CTranslate2's;
    `default` keeps the package's own. Raises `ModelError` on first use if the package is damaged.
    """

    max_tokens = MAX_TOKENS

    def __init__(
        self, package: Package, *, beam_size: int = 4, threads: int = 0, compute_type: str = "default"
    ) -> None:
        """Raise `UsageError` for a beam size under 1 or a negative number of threads."""
        if beam_size < 1:
            raise UsageError(f"beam_size is {beam_size}, but must be 1 or more.")
        if threads < 0:
            raise UsageError(f"threads is {threads}, but must be 1 or more, or 0 for one per core.")
        self.package = package
        self.beam_size = beam_size
        self.threads = threads
        self.compute_type = compute_type
        self._lock = threading.Lock()
        self._loaded: _Loaded | None = None

    def __getstate__(self) -> dict[str, Any]:
        """The settings: the model is loaded anew where it is unpickled."""
        return {key: value for key, value in vars(self).items() if key not in ("_lock", "_loaded")}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Restore the settings, with nothing loaded."""
        vars(self).update(state, _lock=threading.Lock(), _loaded=None)

    @property
    def term_markup(self) -> tuple[str, str, str] | None:
        """The marks around a term and its rendering that the model understands, if any."""
        return self.package.term_markup

    @property
    def signature(self) -> str:
        """What the results depend on, besides the processor's instruction set."""
        from importlib.metadata import version

        package = self.package
        return (
            f"model:{package.name}|version:{package.version}|sha256:{package.fingerprint[:16]}|beam:{self.beam_size}"
            f"|compute:{self.compute_type}|ctranslate2:{version('ctranslate2')}"
        )

    def token_count(self, text: str) -> int:
        """The number of pieces that the model reads for `text`."""
        return len(self._load().tokenizer.encode(text))

    def token_count_within(self, text: str, limit: int) -> bool:
        """Whether `text` has at most `limit` pieces; a very long one is not read to the end to say no."""
        return len(text) <= 8 * limit and self.token_count(text) <= limit

    def translate(
        self,
        texts: Sequence[str],
        *,
        prefixes: Sequence[str] | None = None,
        num_hypotheses: int = 1,
        beam_size: int | None = None,
        attention: bool | Sequence[bool] = True,
        brief: bool = False,
    ) -> list[list[Hypothesis]]:
        """The `num_hypotheses` best translations of each text, best first; with `attention` for all, none or some.

        `prefixes`, one per text, are English beginnings that the translations must have. A blank text gives one empty
        hypothesis. Decoding stops, looping or not, after one and a half times the pieces of the source and 16; with
        `brief`, for sources that are surely longer than their translations, after as many pieces and 16. Raises
        `UsageError` for a text of more than `max_tokens` pieces.
        """
        results: list[list[Hypothesis]] = [[_EMPTY] for _ in texts]
        for index, found in self.stream(
            texts,
            prefixes=prefixes,
            num_hypotheses=num_hypotheses,
            beam_size=beam_size,
            attention=attention,
            brief=brief,
        ):
            results[index] = found
        return results

    def stream(
        self,
        texts: Sequence[str],
        *,
        prefixes: Sequence[str] | None = None,
        num_hypotheses: int = 1,
        beam_size: int | None = None,
        attention: bool | Sequence[bool] = True,
        brief: bool = False,
        meanwhile: Callable[[], bool] | None = None,
    ) -> Iterator[tuple[int, list[Hypothesis]]]:
        """As `translate`, but each text's number and translations as soon as they are there; blank texts are left out.

        What the caller does with them costs no time as long as the model is at work on others. Nor does `meanwhile`,
        which is called again and again while nothing is there yet, until it says that it has nothing more to do.
        """
        beam = self.beam_size if beam_size is None else beam_size
        if not 1 <= num_hypotheses <= beam:
            raise UsageError(f"num_hypotheses is {num_hypotheses}, but must be from 1 to the beam size, {beam}.")
        if prefixes is not None and len(prefixes) != len(texts):
            raise UsageError(f"There are {len(texts)} texts and {len(prefixes)} prefixes.")
        if not texts:
            return
        loaded = self._load()
        skip = len(loaded.prefix)
        wanted = [attention] * len(texts) if isinstance(attention, bool) else list(attention)
        sources = [self._encode(loaded, text) for text in texts]
        starts = [loaded.prefix + self._encode(loaded, prefix) for prefix in prefixes or [""] * len(texts)]
        rescored: list[tuple[int, list[Hypothesis], list[list[str]]]] = []

        def submitted() -> Iterator[tuple[list[int], list[Any]]]:
            lengths = [(len(source), len(start)) for source, start in zip(sources, starts, strict=True)]
            for batch in batches(lengths, first=wanted):
                length, forced = len(sources[batch[0]]), len(starts[batch[0]])
                yield (
                    batch,
                    loaded.translator.translate_batch(
                        [sources[index] for index in batch],
                        target_prefix=[starts[index] for index in batch] if forced else None,
                        asynchronous=True,
                        max_batch_size=0,
                        max_input_length=0,
                        max_decoding_length=min(forced + (length + 16 if brief else length * 3 // 2 + 16), _MAX_PIECES),
                        beam_size=beam,
                        num_hypotheses=num_hypotheses,
                        length_penalty=LENGTH_PENALTY,
                        return_scores=True,
                        return_attention=any(wanted[index] for index in batch),
                        replace_unknowns=True,
                    ),
                )

        for batch, futures in _ahead(submitted(), _AHEAD * (self.threads or _cores())):
            while meanwhile and not futures[0].done():
                if not meanwhile():
                    meanwhile = None
            wrong = len(batch) > 1 and beam > 1 and not loaded.prefix
            for index, future in zip(batch, futures, strict=True):
                found = _result(future)
                repair = _FirstRow(self, sources[index]) if wrong else None
                # Forced pieces come back as the model's vocabulary knows them; those that it does not would be lost.
                written = [[*starts[index], *pieces[len(starts[index]) :]] for pieces in found.hypotheses]
                hypotheses = [
                    Hypothesis(
                        loaded.tokenizer.decode(pieces[skip:]),
                        score,
                        partial(_attention, loaded, texts[index], sources[index], pieces[skip:], found, rank, repair)
                        if wanted[index] and len(pieces) > skip
                        else None,
                    )
                    for rank, (pieces, score) in enumerate(zip(written, found.scores, strict=True))
                ]
                if len(starts[index]) > skip:
                    rescored.append((index, hypotheses, written))
                else:
                    yield index, hypotheses
        # The decoder leaves forced pieces out of its scores.
        pairs = [(sources[index], pieces) for index, _, written in rescored for pieces in written]
        scores = iter(_score(loaded, pairs))
        for index, hypotheses, _ in rescored:
            yield index, sorted((replace(one, score=next(scores)) for one in hypotheses), key=lambda one: -one.score)

    def score(self, sources: Sequence[str], targets: Sequence[str]) -> list[float]:
        """How likely the model finds each target as the translation of its source, on the scale of `Hypothesis.score`.

        The target is read in the tokenizer's pieces. A model that invents a word may write it in others and find its
        own text likelier than this says: compare texts by this method alone, or hypotheses by their scores alone. Minus
        infinity where one side is blank and the other is not, or where either is too long for the model.
        """
        if len(sources) != len(targets):
            raise UsageError(f"There are {len(sources)} sources and {len(targets)} targets.")
        if not sources:
            return []
        loaded = self._load()
        encode = loaded.tokenizer.encode
        pieces = zip(map(encode, sources), map(encode, targets), strict=True)
        return _score(loaded, [(source, loaded.prefix + target) for source, target in pieces])

    def fetch_first_rows(self, hypotheses: Sequence[Hypothesis]) -> None:
        """Fetch the true first attention rows of these hypotheses, where they are wrong, in batches."""
        rows = [one.attention.first_row for one in hypotheses if one.attention]
        self._fetch([row for row in rows if isinstance(row, _FirstRow) and row.weights is None])

    def _fetch(self, rows: Sequence[_FirstRow]) -> None:
        """One step of decoding without beams, where the first row is right; it is that of any translation."""
        loaded = self._load()
        jobs = [
            (
                batch,
                loaded.translator.translate_batch(
                    [rows[index].source for index in batch],
                    asynchronous=True,
                    max_batch_size=0,
                    max_input_length=0,
                    max_decoding_length=1,
                    beam_size=1,
                    return_attention=True,
                ),
            )
            for batch in batches([(len(row.source), 0) for row in rows])
        ]
        for batch, futures in jobs:
            for index, future in zip(batch, futures, strict=True):
                rows[index].weights = _result(future).attention[0][0]

    def _encode(self, loaded: _Loaded, text: str) -> list[str]:
        pieces = loaded.tokenizer.encode(text) if text.strip() else []
        if len(pieces) > MAX_TOKENS:
            raise UsageError(
                f"A text of {len(pieces)} pieces is over the model's limit of {MAX_TOKENS}; cut it into sentences or "
                f"clauses first: {text[:60]!r}…"
            )
        return pieces

    def _load(self) -> _Loaded:
        """The model, loaded by the first thread that needs it, and again in a process forked since."""
        loaded = self._loaded
        if loaded is None or loaded.pid != os.getpid():
            if loaded is not None:
                # The parent's worker threads do not exist here: freeing its model would wait for them for ever.
                _FORKED.append(loaded)
                self._lock, self._loaded = threading.Lock(), None
            with self._lock:
                if self._loaded is None:
                    self._loaded = _Loaded(self.package, self.threads or _cores(), self.compute_type)
                loaded = self._loaded
        return loaded


_FORKED: list[_Loaded] = []


_Batch = tuple[list[int], list[Any]]


def _ahead(batches: Iterator[_Batch], number: int) -> Iterator[_Batch]:
    """Batches in order, a `number` of them at work at a time, so that the model never waits for its caller."""
    waiting: deque[_Batch] = deque()
    for batch in batches:
        waiting.append(batch)
        if len(waiting) >= number:
            yield waiting.popleft()
    yield from waiting


def _attention(
    loaded: _Loaded,
    source: str,
    source_pieces: list[str],
    pieces: list[str],
    found: Any,
    rank: int,
    first_row: Callable[[], Sequence[float]] | None,
) -> Attention:
    import numpy as np

    spans = loaded.tokenizer.spans(source, source_pieces)
    _, target_spans = loaded.tokenizer.decode_spans(pieces)
    raw = np.asarray(found.attention[rank][-len(pieces) :], dtype=np.float32)[:, : len(spans)]
    return Attention(source, spans, target_spans, raw, first_row)


def _score(loaded: _Loaded, pairs: Sequence[tuple[Sequence[str], Sequence[str]]]) -> list[float]:
    """The score of each target, the model's own prefix before it, as the translation of its source."""
    skip = len(loaded.prefix)
    scores = [0.0 if not source and len(target) == skip else float("-inf") for source, target in pairs]
    lengths = [(len(source), len(target)) for source, target in pairs]
    fits = [pair if pair[1] > skip and max(pair) <= _MAX_PIECES else (0, 0) for pair in lengths]
    jobs = [
        (
            batch,
            loaded.translator.score_batch(
                [pairs[index][0] for index in batch],
                [pairs[index][1] for index in batch],
                asynchronous=True,
                max_batch_size=0,
                max_input_length=0,
            ),
        )
        for batch in batches(fits)
    ]
    for batch, futures in jobs:
        for index, future in zip(batch, futures, strict=True):
            log_probs = _result(future).log_probs[skip:]
            scores[index] = sum(log_probs) / len(log_probs) ** LENGTH_PENALTY
    return scores


def _result(future: Any) -> Any:
    try:
        return future.result()
    except RuntimeError as error:
        raise ModelError(f"The model could not be run on a text: {error}.") from error


def _cores() -> int:
    """The number of processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
