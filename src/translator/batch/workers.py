"""Who translates: this process, or several that each hold the translator; the results are the same.

Decoding runs on all cores from one process as well, but what Python does around it (matching, placing, verifying)
uses one core of a process at a time. Several processes use all cores all the time.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from threading import Thread
from typing import TYPE_CHECKING, cast

from translator.documents.passage import Passage
from translator.engine.engine import cores
from translator.errors import Error, UsageError
from translator.result import Translation

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

    from translator.pipeline import Translator

__all__ = ["Translate", "Window", "jobs_for", "serial", "threads_each", "translating"]

Window = list[Passage]
Translate = Callable[[Iterator[Window]], Iterator["list[Translation] | Exception"]]
"""From windows to their translations, in order; an exception instead of those of a window that met one."""

_AHEAD = 3
"""Windows per process that are read ahead, so that a slow one does not keep the others waiting."""

_JOB_BYTES = 200_000
"""Input that is worth a process of its own, whose start takes some seconds."""


def jobs_for(size: int | None) -> int:
    """The number of processes for `size` bytes of input: one, up to one per core if there is enough to do."""
    return 1 if size is None else max(1, min(cores(), size // _JOB_BYTES))


def threads_each(asked: int, jobs: int) -> int:
    """The threads of each of `jobs` processes: as many as were asked for, or (0) an even share of the cores."""
    return asked or max(1, cores() // jobs)


@contextmanager
def translating(translator: Translator, jobs: int) -> Iterator[Translate]:
    """What translates windows with `jobs` processes; they are gone when the block ends, in whatever way.

    Raises `UsageError` if `jobs` is under 1.
    """
    if jobs < 1:
        raise UsageError(f"jobs is {jobs}, but must be 1 or more.")
    if jobs == 1:
        yield serial(translator)
        return
    pool = _Pool(translator, jobs)
    try:
        yield pool.translate
    finally:
        pool.end()


def serial(translator: Translator) -> Translate:
    """What translates windows in this process."""

    def translate(windows: Iterator[Window]) -> Iterator[list[Translation] | Exception]:
        for window in windows:
            yield _translated(translator, window)

    return translate


def _translated(translator: Translator, window: Window) -> list[Translation] | Exception:
    try:
        return list(translator.translate_passages(window)) if window else []
    except Exception as error:
        return error


class _Pool:
    """Processes that translate a window at a time each; started when there is a second window to translate."""

    def __init__(self, translator: Translator, jobs: int) -> None:
        self._translator, self._jobs = translator, jobs
        self._workers: dict[Connection, BaseProcess] = {}
        self._busy: dict[Connection, int] = {}
        self._done: dict[int, list[Translation] | Exception] = {}

    def translate(self, windows: Iterator[Window]) -> Iterator[list[Translation] | Exception]:
        """The translations of windows, in order."""
        given = taken = 0
        more = True
        while more or taken < given:
            while more and len(self._busy) < self._jobs and given - taken < _AHEAD * self._jobs:
                window = next(windows, None)
                if window is None:
                    more = False
                else:
                    self._give(given, window)
                    given += 1
            if taken in self._done:
                yield self._done.pop(taken)
                taken += 1
            elif self._busy:
                self._collect()

    def _give(self, number: int, window: Window) -> None:
        if not window:
            self._done[number] = []
            return
        free = next((one for one in self._workers if one not in self._busy), None)
        if free is None:
            free = self._start()
        free.send_bytes(pickle.dumps(window))
        self._busy[free] = number

    def _start(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        threads = threads_each(self._translator.engine.threads, self._jobs)
        process = context.Process(target=_work, args=(theirs, self._translator, threads), daemon=True)
        process.start()
        theirs.close()
        self._workers[ours] = process
        return ours

    def _collect(self) -> None:
        for ready in cast("list[Connection]", wait(list(self._busy))):
            try:
                self._done[self._busy.pop(ready)] = pickle.loads(ready.recv_bytes())
            except (EOFError, OSError):
                process = self._workers[ready]
                process.join(5)
                raise Error(
                    f"a process that translates has ended (exit code {process.exitcode}): if memory ran out, run again "
                    "with fewer --jobs; what is done is kept."
                ) from None

    def end(self) -> None:
        """Let idle processes end by themselves, and end those that are at work."""
        for connection, process in self._workers.items():
            if connection in self._busy:
                process.terminate()
            connection.close()
        for process in self._workers.values():
            process.join(10)
            if process.exitcode is None:
                process.kill()
                process.join()


def _end_with_parent() -> None:
    """End when the process that started this one has been killed: a window under way is of no use to anyone then."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(connection: Connection, translator: Translator, threads: int) -> None:
    """Translate what comes until the other end is closed, or gone with its process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    translator.engine.threads = threads
    while True:
        try:
            window = pickle.loads(connection.recv_bytes())
        except (EOFError, OSError):
            break
        result = _translated(translator, window)
        try:
            data = pickle.dumps(result)
        except Exception:
            data = pickle.dumps(Error(f"{type(result).__name__}: {result}"))
        try:
            connection.send_bytes(data)
        except OSError:
            break
    if translator.memory is not None:
        translator.memory.close()
