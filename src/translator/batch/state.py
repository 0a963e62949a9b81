"""The state of an output folder: one process at a time, what is done, and where unfinished files lie.

OUT/.translator/lock            held by the process at work
OUT/.translator/journal.jsonl   a line for each finished document: what it was made from, what was written
OUT/.translator/memory.sqlite   the translation memory
OUT/.translator/parts/          unfinished files; what a killed process left there is removed by the next
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from dataclasses import asdict, replace
from hashlib import sha256
from pathlib import Path
from typing import IO

from translator.batch.outcome import DocumentOutcome, printable
from translator.errors import DocumentError

__all__ = ["State", "digest"]


class State:
    """The state kept in `folder`, which is made if it is not there; to be used as a context manager.

    `output` is what the state is about, for messages: the folder above unless named.

    Raises `DocumentError` if another process is at work with it.
    """

    def __init__(self, folder: Path, *, fresh: bool = False, output: Path | None = None) -> None:
        """Take the lock, remove what a killed process has left, and with `fresh` also what was done."""
        self.folder = folder
        self.parts = folder / "parts"
        self.memory = folder / "memory.sqlite"
        self._journal_path = folder / "journal.jsonl"
        self._journal: IO[bytes] | None = None
        self._done: dict[str, bytes] = {}
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = _locked(folder / "lock", output or folder.parent)
        try:
            shutil.rmtree(self.parts, ignore_errors=True)
            self.parts.mkdir(exist_ok=True)
            if fresh:
                for path in (
                    self._journal_path,
                    self.memory,
                    *(Path(f"{self.memory}{end}") for end in ("-wal", "-shm")),
                ):
                    path.unlink(missing_ok=True)
            self._read()
        except BaseException:
            self._lock.close()
            raise

    def __enter__(self) -> State:
        """The state itself."""
        return self

    def __exit__(self, *error: object) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Close the journal and give the lock back."""
        if self._journal:
            with contextlib.suppress(OSError):
                self._journal.close()
            self._journal = None
        shutil.rmtree(self.parts, ignore_errors=True)
        self._lock.close()

    def remove(self) -> None:
        """Remove the whole state; it is of no more use."""
        self.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def finished(self, target: str, made_from: str, output: Path) -> DocumentOutcome | None:
        """The outcome of an earlier run, if it was made from the same and what it wrote is still there."""
        line = self._done.get(target)
        if line is None:
            return None
        try:
            record = json.loads(line)
            if record["from"] != made_from or record["wrote"] != digest(output):
                return None
            known = DocumentOutcome(**record["outcome"])
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return replace(known, state="unchanged", problems=tuple(known.problems))

    def finish(self, target: str, made_from: str, wrote: str, outcome: DocumentOutcome) -> None:
        """Note that a document is done; its output must be in place. Raises `OSError` if this cannot be written."""
        record = {"target": target, "from": made_from, "wrote": wrote, "outcome": asdict(outcome)}
        line = json.dumps(record).encode("ascii") + b"\n"
        if self._journal is None:
            self._journal = self._journal_path.open("ab", buffering=0)
        self._journal.write(line)

    def _read(self) -> None:
        """Read the journal; a line that a killed process left half written is cut off."""
        if not self._journal_path.exists():
            return
        whole = 0
        with self._journal_path.open("rb") as file:
            for line in file:
                if not line.endswith(b"\n"):
                    break
                whole += len(line)
                with contextlib.suppress(ValueError, KeyError, TypeError):
                    self._done[json.loads(line)["target"]] = line
        if whole != self._journal_path.stat().st_size:
            os.truncate(self._journal_path, whole)


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits. Raises `OSError` if it cannot be read."""
    found = sha256()
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            found.update(piece)
    return found.hexdigest()


def _locked(path: Path, output: Path) -> IO[bytes]:
    """The open lock file, which the operating system gives back when the process ends in whatever way."""
    file = path.open("ab")
    try:
        if os.name == "nt":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        raise DocumentError(
            "another process is translating to this place; wait until it has ended, or name another with -o",
            path=printable(str(output)),
        ) from None
    return file
