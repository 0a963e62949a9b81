"""Where the bytes of a translated document go: a file that is there whole or not at all, or an open stream."""

from __future__ import annotations

import contextlib
import os
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import BinaryIO, Protocol

__all__ = ["FileSink", "Sink", "StreamSink"]


_NUMBERS = count()


class Sink(Protocol):
    """Takes the parts of a document in order, then `commit`, or `discard` if it is not to be."""

    def write(self, data: bytes) -> None:
        """Take the next bytes. Raises `OSError`."""

    def commit(self) -> str:
        """The document is complete; gives the SHA-256 of what was written. Raises `OSError`."""

    def discard(self) -> None:
        """Leave nothing behind."""


class FileSink:
    """Writes into a new file in the folder `parts`, which takes the place of `path` when committed.

    `parts` is used by this process alone, and has to be on the same file system as `path`. The folders above `path` are
    made on commit.
    """

    def __init__(self, path: Path, parts: Path) -> None:
        """Open the file. Raises `OSError`."""
        self.path = path
        self._name = parts / f"{next(_NUMBERS)}.part"
        self._file = self._name.open("xb")
        self._digest = sha256()

    def write(self, data: bytes) -> None:
        """Take the next bytes. Raises `OSError`."""
        self._file.write(data)
        self._digest.update(data)

    def commit(self) -> str:
        """Put the file in its place; gives the SHA-256 of its bytes. Raises `OSError`, with nothing left behind."""
        try:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            if self.path.exists():
                os.chmod(self._name, self.path.stat().st_mode & 0o777)
            self.path.parent.mkdir(parents=True, exist_ok=True)
            os.replace(self._name, self.path)
        except BaseException:
            self.discard()
            raise
        return self._digest.hexdigest()

    def discard(self) -> None:
        """Leave nothing behind."""
        with contextlib.suppress(OSError):
            self._file.close()
        with contextlib.suppress(OSError):
            os.unlink(self._name)


class StreamSink:
    """Writes to an open stream, such as standard output, as soon as there is something."""

    def __init__(self, stream: BinaryIO) -> None:
        """Name the stream."""
        self._stream = stream
        self._digest = sha256()

    def write(self, data: bytes) -> None:
        """Take the next bytes. Raises `OSError`."""
        self._stream.write(data)
        self._stream.flush()
        self._digest.update(data)

    def commit(self) -> str:
        """Gives the SHA-256 of what was written."""
        return self._digest.hexdigest()

    def discard(self) -> None:
        """Nothing can be taken back from a stream."""
