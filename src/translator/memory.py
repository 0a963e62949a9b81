"""A translation memory: finished segments in an SQLite file, found again by everything that they depend on.

The key of a segment is a digest of the engine's signature, the locale, the source and its constraints with their
renderings: of the glossary, the matched entries only. So a changed row makes new keys for the segments in which it
occurs, and all others are found. Several processes and threads may share a file. Nothing about the memory is ever
fatal: what cannot be read is translated, what cannot be written is not kept, and a notice is logged once.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from translator.enforcement.job import Enforced, Job
from translator.errors import UsageError

if TYPE_CHECKING:
    from translator.enforcement.constraint import Constraint, Span
    from translator.glossary.entry import Entry

__all__ = ["Memory", "job_key", "pack", "unpack"]

_LOG = logging.getLogger(__name__)

_WAIT = 60.0
"""Seconds to wait for another process that is writing."""

_LOOKUP = 500
"""Keys in one query; SQLite before 3.32 takes 999."""

_IGNORED = frozenset({"domain", "note", "reference", "examples", "extra", "path", "line"})
"""Columns of an entry that say something to people only."""

_SCHEMA = "CREATE TABLE IF NOT EXISTS segment (key BLOB PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID"


class Memory:
    """Finished segments in the file `path`, which is made if it is not there. May be shared by threads and pickled.

    Raises `UsageError` if `path` is a folder; every other failure is logged, and means that nothing is remembered.
    """

    def __init__(self, path: str | Path) -> None:
        """Name the file; it is opened when first used."""
        self.path = Path(path)
        if self.path.is_dir():
            raise UsageError(f"{self.path} is a folder; the translation memory is a file: name one inside it.")
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._pid = os.getpid()
        self._read_only = self._off = False

    def __getstate__(self) -> dict[str, Any]:
        """The path: the file is opened anew where this is unpickled."""
        return {"path": self.path}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Restore the path, with nothing opened."""
        self.__init__(state["path"])  # type: ignore[misc]

    def get(self, keys: Iterable[bytes]) -> dict[bytes, Enforced]:
        """The segments that are known, by their keys."""
        wanted = list(keys)
        found: dict[bytes, Enforced] = {}
        with self._guarded() as connection:
            for at in range(0, len(wanted) if connection else 0, _LOOKUP):
                some = wanted[at : at + _LOOKUP]
                query = f"SELECT key, value FROM segment WHERE key IN ({','.join('?' * len(some))})"
                for key, value in connection.execute(query, some) if connection else ():
                    with contextlib.suppress(ValueError, TypeError, IndexError, KeyError, AttributeError):
                        found[key] = unpack(value)
        return found

    def put(self, segments: Mapping[bytes, Enforced]) -> None:
        """Keep finished segments, all or none; those that are there already stay."""
        if self._read_only or not segments:
            return
        rows = sorted((key, pack(result)) for key, result in segments.items())
        with self._guarded() as connection:
            if connection:
                with connection:
                    connection.executemany("INSERT OR IGNORE INTO segment VALUES (?, ?)", rows)

    def __len__(self) -> int:
        """The number of segments in the file; 0 if it cannot be read."""
        with self._guarded() as connection:
            if connection:
                count: int = connection.execute("SELECT count(*) FROM segment").fetchone()[0]
                return count
        return 0

    def close(self) -> None:
        """Close the file; it is opened again by the next use."""
        with self._lock:
            if self._connection is not None and self._pid == os.getpid():
                with contextlib.suppress(sqlite3.Error):
                    self._connection.close()
            self._connection = None

    @contextlib.contextmanager
    def _guarded(self) -> Iterator[sqlite3.Connection | None]:
        """The open file, or None if there is none to be had; SQLite's errors end the block, and are dealt with."""
        if self._pid != os.getpid():
            # SQLite's connections do not survive a fork; closing one here would harm the parent's.
            _FORKED.append(self._connection)
            self._lock, self._connection, self._pid = threading.Lock(), None, os.getpid()
        with self._lock:
            try:
                yield self._opened()
            except sqlite3.OperationalError as error:
                self._operational(error)
            except sqlite3.DatabaseError as error:
                self._set_aside(error)

    def _opened(self) -> sqlite3.Connection | None:
        if self._connection is None and not self._off:
            try:
                self._connection = self._connect()
            except sqlite3.OperationalError as error:
                self._operational(error)
            except sqlite3.DatabaseError as error:
                self._set_aside(error)
                with contextlib.suppress(sqlite3.Error):
                    self._connection = self._connect()
        return self._connection

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=_WAIT, check_same_thread=False)
        try:
            try:
                connection.execute("PRAGMA journal_mode=WAL")
                connection.execute("PRAGMA synchronous=NORMAL")
                with connection:
                    connection.execute(_SCHEMA)
            except sqlite3.OperationalError as error:
                # A file that may only be read is still good for reading.
                self._warn_read_only(error)
            connection.execute("SELECT key, value FROM segment LIMIT 1").fetchone()
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _operational(self, error: sqlite3.OperationalError) -> None:
        if self._connection is None:
            _LOG.warning("%s: the translation memory cannot be opened (%s); going on without it", self.path, error)
            self._off = True
        else:
            self._warn_read_only(error)

    def _warn_read_only(self, error: sqlite3.Error) -> None:
        if not self._read_only:
            _LOG.warning("%s: the translation memory cannot be written (%s); nothing is added to it", self.path, error)
        self._read_only = True

    def _set_aside(self, error: sqlite3.Error) -> None:
        """Rename a damaged file, so that it is out of the way and nothing of it is lost."""
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None
        aside = _free_name(self.path)
        try:
            os.replace(self.path, aside)
            for end in ("-wal", "-shm"):
                with contextlib.suppress(OSError):
                    os.unlink(f"{self.path}{end}")
        except OSError:
            self._off = True
            _LOG.warning("%s: the translation memory is damaged (%s); going on without it", self.path, error)
        else:
            _LOG.warning(
                "%s: the translation memory was damaged (%s); it is now %s, and a new one is begun",
                self.path,
                error,
                aside.name,
            )


_FORKED: list[sqlite3.Connection | None] = []


def _free_name(path: Path) -> Path:
    names = (path.with_name(f"{path.name}.damaged{number or ''}") for number in range(1000))
    return next((name for name in names if not name.exists()), path.with_name(f"{path.name}.damaged"))


def job_key(job: Job, scope: str) -> bytes:
    """The key of a segment: 16 bytes of a digest of all that its translation depends on.

    `scope` names what is the same for all segments: model, options.
    """
    parts = (version_of_results(), scope, job.source, job.aligned, [_facts(one) for one in job.constraints])
    return sha256(repr(parts).encode("utf-8", "surrogatepass")).digest()[:16]


def version_of_results() -> str:
    """The library's version; another version may translate otherwise."""
    global _VERSION
    _VERSION = _VERSION or version("translator")
    return _VERSION


_VERSION = ""


def _facts(one: Constraint) -> tuple[object, ...]:
    """A constraint, and the occurrence behind it, as plain values."""
    own = tuple(getattr(one, field.name) for field in fields(one) if field.name != "occurrence")
    occurrence = one.occurrence
    if occurrence is None:
        return own
    rest = tuple(getattr(occurrence, field.name) for field in fields(occurrence) if field.name != "entry")
    return (*own, rest, _entry_facts(occurrence.entry))


def _entry_facts(entry: Entry) -> tuple[object, ...]:
    return tuple(getattr(entry, field.name) for field in fields(entry) if field.name not in _IGNORED)


def pack(result: Enforced) -> bytes:
    """A finished segment as bytes: a JSON list without what is empty at its end."""
    flat = [number for pair in result.alignment for span in pair for number in span]
    values: list[Any] = [
        result.text,
        result.score,
        list(result.outcomes),
        [span and list(span) for span in result.spans],
        list(result.warnings),
        flat,
    ]
    while not values[-1] and len(values) > 2:
        values.pop()
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def unpack(data: bytes) -> Enforced:
    """The finished segment that `pack` made bytes of. Raises `ValueError`, `TypeError` or `IndexError` for others."""
    values: list[Any] = json.loads(data.decode("utf-8", "surrogatepass"))
    values += [[]] * (6 - len(values))
    text, score, outcomes, spans, warnings, flat = values
    return Enforced(
        str(text),
        tuple(span and _span(span) for span in spans),
        tuple(outcomes),
        float(score),
        tuple(warnings),
        tuple((_span(flat[n : n + 2]), _span(flat[n + 2 : n + 4])) for n in range(0, len(flat), 4)),
    )


def _span(numbers: list[int]) -> Span:
    start, end = numbers
    return int(start), int(end)
