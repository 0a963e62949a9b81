"""Writing a file so that it is there whole or not at all, and saying which one could not be written, and why."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from translator.errors import DocumentError

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
_NO_LEAVE = (errno.EACCES, errno.EPERM, errno.EROFS)


def write_atomic(path: Path, data: bytes) -> None:
    """Write `data` to `path`, as `atomic_file` does."""
    with atomic_file(path) as file:
        file.write(data)


@contextlib.contextmanager
def atomic_file(path: Path) -> Iterator[IO[bytes]]:
    """A binary file that takes the place of `path` when the block ends without an error.

    Until then it is a temporary sibling, of which nothing is left after a failure. Where `path` is a link, the file
    that it leads to is replaced; a device or a pipe is written to and stays. Raises `DocumentError` naming `path` if it
    cannot be written (full disk, no permission).
    """
    refuse_folder(path)
    if is_special(path):
        with _opened(path, path) as file:
            yield file
        return
    target = Path(os.path.realpath(path))
    with _naming(path):
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent)
    try:
        with _opened(path, handle) as file:
            yield file
            with _naming(path):
                file.flush()
                os.fsync(handle)
        with _naming(path):
            os.chmod(name, mode)
            os.replace(name, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def is_special(path: Path) -> bool:
    """Whether there is something at `path` that is neither file nor folder: a device or a pipe, not to be replaced."""
    return os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path)


def refuse_folder(path: Path) -> None:
    """Raise `DocumentError` if `path` is a folder and so can be no file."""
    if os.path.isdir(path):
        raise unwritable(path, IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR)))


def unwritable(path: str | Path, error: OSError) -> DocumentError:
    """What to raise where the file `path` met `error`: it says what is wrong with the place and what to do."""
    folder = Path(path).parent
    reason = error.strerror or str(error)
    if error.errno == errno.EISDIR:
        reason = "is a folder; name a file in it"
    elif error.errno == errno.ENOENT:
        reason = f"there is no folder {folder}; make it, or name another place"
    elif error.errno == errno.ENOTDIR:
        file = next((one for one in (folder, *folder.parents) if os.path.isfile(one)), folder)
        reason = f"{file} is a file, not a folder; name another place"
    elif error.errno == errno.EEXIST:
        reason = f"{error.filename} is a file, where a folder has to be; remove it, or name another place"
    elif error.errno in _NO_ROOM:
        reason += "; make room, or name a place on another disk"
    elif error.errno in _NO_LEAVE:
        reason += "; name a place where you may write"
    return DocumentError(f"cannot be written: {reason}", path=path)


class NamedFile(io.FileIO):
    """An open file that is written and, when it fails, names the place that was asked for: `DocumentError`."""

    def __init__(self, file: int | Path, shown: Path) -> None:
        """Take a file descriptor, or open a path. Raises `OSError`."""
        super().__init__(file if isinstance(file, int) else str(file), "wb")
        self._shown = shown

    def write(self, data: Any) -> int:
        """Take the next bytes."""
        with _naming(self._shown):
            return super().write(data)


@contextlib.contextmanager
def _opened(shown: Path, file: int | Path) -> Iterator[IO[bytes]]:
    """The file, buffered; closed in any case, after an error without a word about what is left in the buffer."""
    with _naming(shown):
        raw = NamedFile(file, shown)
    buffered = io.BufferedWriter(raw)
    try:
        yield buffered
        buffered.close()
    except BaseException:
        with contextlib.suppress(OSError, DocumentError):
            buffered.close()
        raise


@contextlib.contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Failures of the operating system become errors that name the place; a reader that has gone stays what it is."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise unwritable(path, error) from None


def _umask() -> int:
    value = os.umask(0)
    os.umask(value)
    return value
