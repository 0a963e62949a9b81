"""The model at work: texts in, hypotheses with scores and alignments out, the same bytes in whatever company.

Results do not depend on the batch because a batch holds only sentences of one length in pieces (and prefixes of one
length): without padding, every row of CTranslate2's int8 products and every attention matrix is worked out by itself.
Padded batches differ: over 730 lines of newstest2013, in batches of 2,048 pieces, 40 scores and 2 translations did.
Equal lengths cost no speed. With a `compute_type` or package in float32, products depend on the number of rows: scores
then differ in the last digits, and a translation can where two are nearly as likely. So can they between processors.

CTranslate2 (4.8) returns a wrong attention row for the first piece that it decodes in a batch: beam search runs the
first step without beams, then picks its row as if there were some (item `i` gets that of item `i // beam_size`). The
true row is fetched when an alignment is asked for, or for many sentences at once by `Engine.first_rows`; for all
sentences that would cost a sixth of the time.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

from translator.engine.alignment import Attention, Link, links
from translator.engine.batching import batches
from translator.engine.package import Package
from translator.engine.stream import Given, Stream
from translator.engine.tokenizers import Tokenizer, open_tokenizer
from translator.errors import ModelError, UsageError

MAX_TOKENS = 500
"""Pieces above which a text is refused: most models know 512 positions and CTranslate2 fails beyond them."""

_AHEAD = 2
"""Batches of a stream that CTranslate2 has, for each that it works on at once."""

_MAX_PIECES = 511
"""Pieces for which a model with 512 positions has room beside the start or end token."""


@dataclass(frozen=True)
class Hypothesis:
    """A translation that the model proposes.

    `score` is the sum of the log-probabilities of all pieces and of the end, divided by their number to the power of
    0.2.
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

    def __getstate__(self) -> dict[str, Any]:
        """All that it says, read off the result that another process does not have."""
        return {**vars(self), "attend": None, "attention": self.attention}


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
            deque(self._engine._fetch([self]), maxlen=0)
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
                max_queued_batches=-1,
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
        """Raise `UsageError` for a beam size under 1, a negative number of threads, an unknown compute type."""
        if beam_size < 1:
            raise UsageError(f"beam_size is {beam_size}, but must be 1 or more.")
        if threads < 0:
            raise UsageError(f"threads is {threads}, but must be 1 or more, or 0 for one per core.")
        refuse_compute_type(compute_type, "compute_type")
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
        beam_size: int | None = None,
        attention: bool | Sequence[bool] = True,
        brief: bool = False,
    ) -> list[Hypothesis]:
        """The best translation of each text; with `attention` for all, none or some of them.

        A blank text gives an empty hypothesis. Decoding stops, looping or not, after one and a half times the pieces of
        the source and 16; with `brief`, for sources that are surely longer than their translations, after as many
        pieces and 16. Raises `UsageError` for a text of more than `max_tokens` pieces.
        """
        results = [_EMPTY] * len(texts)
        for index, found in self.stream(texts, beam_size=beam_size, attention=attention, brief=brief):
            results[index] = found
        return results

    def stream(
        self,
        texts: Sequence[str],
        *,
        beam_size: int | None = None,
        attention: bool | Sequence[bool] = True,
        brief: bool = False,
    ) -> Stream[Hypothesis]:
        """As `translate`, but at work at once, each text's number and translation as soon as they are there.

        Blank texts are left out.
        """
        loaded = self._load()
        wanted = [attention] * len(texts) if isinstance(attention, bool) else list(attention)
        sources = [self._encode(loaded, text) for text in texts]
        beam = self.beam_size if beam_size is None else beam_size
        skip = len(loaded.prefix)

        shared: set[int] = set()

        def given() -> Iterator[Given]:
            for batch in batches([(len(source), 0) for source in sources], first=wanted):
                length = len(sources[batch[0]])
                if len(batch) > 1 and beam > 1 and not loaded.prefix:
                    shared.update(batch)
                yield (
                    batch,
                    loaded.translator.translate_batch(
                        [sources[index] for index in batch],
                        target_prefix=[loaded.prefix] * len(batch) if loaded.prefix else None,
                        asynchronous=True,
                        max_batch_size=0,
                        max_input_length=0,
                        max_decoding_length=min(skip + (length if brief else length * 3 // 2) + 16, _MAX_PIECES),
                        beam_size=beam,
                        length_penalty=self.package.length_penalty,
                        return_scores=True,
                        return_attention=any(wanted[index] for index in batch),
                        replace_unknowns=True,
                    ),
                )

        def read(index: int, found: Any) -> Hypothesis:
            pieces = found.hypotheses[0][skip:]
            attend = None
            if wanted[index] and pieces:
                first_row = _FirstRow(self, sources[index]) if index in shared else None
                attend = partial(_attention, loaded, texts[index], sources[index], pieces, found, first_row)
            return Hypothesis(loaded.tokenizer.decode(pieces), found.scores[0], attend)

        return Stream(given(), read, self._ahead)

    def score(self, sources: Sequence[str], targets: Sequence[str]) -> list[float]:
        """How likely the model finds each target as the translation of its source, on the scale of `Hypothesis.score`.

        The target is read in the tokenizer's pieces. A model that invents a word may write it in others and find its
        own text likelier than this says: compare texts by this method alone, or hypotheses by their scores alone. Minus
        infinity where one side is blank and the other is not, or where either is too long for the model.
        """
        scores = dict(self.score_stream(sources, targets))
        blank = [not source.strip() and not target.strip() for source, target in zip(sources, targets, strict=True)]
        return [scores.get(index, 0.0 if both else float("-inf")) for index, both in enumerate(blank)]

    def score_stream(self, sources: Sequence[str], targets: Sequence[str]) -> Stream[float]:
        """As `score`, but at work at once, the number of each pair and its score as soon as they are there.

        Pairs with a blank side, or too long a one, are left out.
        """
        if len(sources) != len(targets):
            raise UsageError(f"There are {len(sources)} sources and {len(targets)} targets.")
        loaded = self._load()
        skip = len(loaded.prefix)
        encode = loaded.tokenizer.encode
        targeted = [loaded.prefix + encode(target) for target in targets]
        pairs = list(zip(map(encode, sources), targeted, strict=True))
        lengths = [(len(source), len(target)) for source, target in pairs]
        fits = [pair if pair[1] > skip and max(pair) <= _MAX_PIECES else (0, 0) for pair in lengths]

        def given() -> Iterator[Given]:
            for batch in batches(fits):
                yield (
                    batch,
                    loaded.translator.score_batch(
                        [pairs[index][0] for index in batch],
                        [pairs[index][1] for index in batch],
                        asynchronous=True,
                        max_batch_size=0,
                        max_input_length=0,
                    ),
                )

        def read(_: int, found: Any) -> float:
            log_probs = found.log_probs[skip:]
            return float(sum(log_probs) / len(log_probs) ** self.package.length_penalty)

        return Stream(given(), read, self._ahead)

    def first_rows(self, hypotheses: Iterable[Hypothesis]) -> Stream[None]:
        """Fetch the true first attention rows of these hypotheses, where they are wrong, in batches.

        They are there when the stream has ended.
        """
        rows = [one.attention.first_row for one in hypotheses if one.attention]
        return self._fetch([row for row in rows if isinstance(row, _FirstRow) and row.weights is None])

    def _fetch(self, rows: Sequence[_FirstRow]) -> Stream[None]:
        """One step of decoding without beams, where the first row is right; it is that of any translation."""
        loaded = self._load()

        def given() -> Iterator[Given]:
            for batch in batches([(len(row.source), 0) for row in rows]):
                yield (
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

        def read(index: int, found: Any) -> None:
            rows[index].weights = found.attention[0][0]

        return Stream(given(), read, self._ahead)

    @property
    def _ahead(self) -> int:
        return _AHEAD * (self.threads or cores())

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
                    self._loaded = _Loaded(self.package, self.threads or cores(), self.compute_type)
                loaded = self._loaded
        return loaded


_FORKED: list[_Loaded] = []


def _attention(
    loaded: _Loaded,
    source: str,
    source_pieces: list[str],
    pieces: list[str],
    found: Any,
    first_row: Callable[[], Sequence[float]] | None,
) -> Attention:
    spans = loaded.tokenizer.spans(source, source_pieces)
    _, target_spans = loaded.tokenizer.decode_spans(pieces)
    return Attention(source, spans, target_spans, found.attention[0][-len(pieces) :], first_row)


def refuse_compute_type(name: str, option: str) -> None:
    """Raise `UsageError` if CTranslate2 has no such type on this processor; `option` is what the caller calls it."""
    if name not in ("default", "auto"):
        from ctranslate2 import get_supported_compute_types

        there = sorted(get_supported_compute_types("cpu"))
        if name not in there:
            raise UsageError(f"{option} is {name}, but this machine has: default, auto, {', '.join(there)}.")


def cores() -> int:
    """The number of processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
