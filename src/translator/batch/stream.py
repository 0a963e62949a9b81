"""Documents through the translator: parts read ahead in windows, translated, written in order, in constant memory."""

from __future__ import annotations

import errno
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import BinaryIO

from translator.batch.outcome import MAX_PROBLEMS, DocumentOutcome, Translated, violations
from translator.batch.sink import Sink
from translator.batch.workers import Translate, Window
from translator.documents.document import Document
from translator.documents.part import Part
from translator.errors import Error, ModelError
from translator.result import Translation

__all__ = ["Task", "stream"]

_WINDOW_CHARACTERS = 30_000
"""Text translated together, some 250 sentences: larger windows gain hardly any speed and lose more when killed."""

_WINDOW_BYTES = 1 << 20
_WINDOW_PIECES = 2000
"""Limits for input with little in it to translate."""

_FATAL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.EPIPE, errno.EBADF})
"""Failures to write that every other document would meet as well."""


@dataclass
class Task:
    """A document to translate and where it goes.

    `finish` is called with the digest of what was written and the outcome, when the output is in place. A task without
    a document has its outcome already.
    """

    outcome: DocumentOutcome
    document: Document | None = None
    open_sink: Callable[[], Sink] | None = None
    finish: Callable[[str, DocumentOutcome], None] | None = None
    sink: Sink | None = field(default=None, init=False)
    failed: bool = field(default=False, init=False)


@dataclass
class _Piece:
    """A part of a document; without one, the end of the document, or the error that ended it.

    `position` is the number of bytes of the document that have been read.
    """

    task: Task
    part: Part | None = None
    error: str = ""
    position: int = 0

    @property
    def window(self) -> Window:
        return list(self.part.passages) if self.part else []


def stream(tasks: Iterable[Task], translate: Translate, *, alone: Translate) -> Iterator[Translated | DocumentOutcome]:
    """Translate documents in order; what has been translated comes out, then the outcome of its document.

    `translate` takes windows of passages and gives their translations, or the exception that they met, in order;
    `alone` does the same, and is asked document by document when a window has met an exception, so that only the
    document at fault fails. Raises `ModelError` if the model cannot be used at all, `OSError` if nothing more can be
    written; the document under way is left unwritten then, and when the iterator is closed.
    """
    waiting: deque[list[_Piece]] = deque()
    under_way: Task | None = None

    def windows() -> Iterator[Window]:
        for pieces in _windows(tasks):
            waiting.append(pieces)
            yield [passage for piece in pieces for passage in piece.window]

    try:
        for result in translate(windows()):
            pieces = waiting.popleft()
            if isinstance(result, Exception):
                result = _salvaged(pieces, result, alone)
            given = iter(result)
            for piece in pieces:
                under_way = piece.task
                yield from _put(piece, [next(given) for _ in piece.window])
    finally:
        if under_way is not None and under_way.sink is not None:
            under_way.sink.discard()


def _windows(tasks: Iterable[Task]) -> Iterator[list[_Piece]]:
    """The pieces of all documents, in lots of about the same amount of text."""
    pieces: list[_Piece] = []
    characters = size = 0
    for task in tasks:
        before = 0
        for piece in _pieces(task):
            pieces.append(piece)
            characters += sum(len(passage.text) for passage in piece.window)
            size += max(0, piece.position - before)
            before = piece.position
            if characters >= _WINDOW_CHARACTERS or size >= _WINDOW_BYTES or len(pieces) >= _WINDOW_PIECES:
                yield pieces
                pieces, characters, size = [], 0, 0
    if pieces:
        yield pieces


def _pieces(task: Task) -> Iterator[_Piece]:
    """The parts of a document and its end."""
    if task.document is None:
        yield _Piece(task)
        return
    source = task.document.source
    opened: list[BinaryIO] = []

    def open_seen() -> BinaryIO:
        opened[:] = [source.open()]
        return opened[0]

    error = ""
    try:
        for part in replace(task.document, source=replace(source, open=open_seen)).parts():
            yield _Piece(task, part, position=_position(opened))
            if task.failed:
                break
    except Error as found:
        error = str(found)
    except Exception as found:  # A fault in the reader of one format must not end the run.
        error = f"{source.name}: cannot be read: {_described(found)}"
    yield _Piece(task, error=error)


def _position(opened: Sequence[BinaryIO]) -> int:
    try:
        return opened[0].tell()
    except (IndexError, OSError, ValueError):
        return 0


def _salvaged(pieces: Sequence[_Piece], error: Exception, alone: Translate) -> list[Translation]:
    """The translations of a window that met an exception, document by document; those at fault are marked failed."""
    if isinstance(error, ModelError):
        raise error
    result: list[Translation] = []
    for _, group in groupby(pieces, key=lambda piece: id(piece.task)):
        own = list(group)
        window = [passage for piece in own for passage in piece.window]
        [made] = alone(iter([window])) if window else [[]]
        if isinstance(made, ModelError):
            raise made
        if isinstance(made, Exception):
            own[0].error = own[0].error or f"{own[0].task.outcome.name}: cannot be translated: {_described(made)}"
            made = [Translation(passage.text, passage.text) for passage in window]
        result += made
    return result


def _put(piece: _Piece, made: Sequence[Translation]) -> Iterator[Translated | DocumentOutcome]:
    """Write a part, or end its document."""
    task = piece.task
    if task.failed:
        return
    if task.document is None:
        yield task.outcome
        return
    try:
        if piece.error:
            yield _fail(task, piece.error)
            return
        if task.sink is None:
            assert task.open_sink
            task.sink = task.open_sink()
        if piece.part:
            task.sink.write(piece.part.render(made))
            task.outcome = _counted(task.outcome, piece.part, made)
        else:
            wrote = task.sink.commit()
            task.sink = None
            if task.finish:
                task.finish(wrote, task.outcome)
    except OSError as error:
        if error.errno in _FATAL:
            raise
        yield _fail(task, f"{task.outcome.output}: cannot be written: {error.strerror or error}")
    except Error as error:
        yield _fail(task, str(error))
    except Exception as error:  # A fault in the writer of one format must not end the run.
        yield _fail(task, f"{task.outcome.name}: cannot be put together: {_described(error)}")
    else:
        if piece.part:
            yield from (Translated(task.outcome.name, one, piece.position) for one in made)
        else:
            yield task.outcome


def _fail(task: Task, problem: str) -> DocumentOutcome:
    task.failed = True
    if task.sink is not None:
        task.sink.discard()
        task.sink = None
    task.outcome = replace(task.outcome, state="failed", problems=(*task.outcome.problems, problem))
    return task.outcome


def _counted(outcome: DocumentOutcome, part: Part, made: Sequence[Translation]) -> DocumentOutcome:
    problems = outcome.problems
    if part.error and len(problems) < MAX_PROBLEMS:
        problems = (*problems, str(part.error))
    return replace(
        outcome,
        problems=problems,
        refused=outcome.refused + (part.error is not None),
        violations=outcome.violations + violations(made),
        segments=outcome.segments + sum(len(one.segments) for one in made),
        words=outcome.words + sum(len(one.source.split()) for one in made),
    )


def _described(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
