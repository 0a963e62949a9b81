"""What is to be translated, and where it goes: files and folders mirrored into an output folder."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from translator.atomic import is_special
from translator.batch.outcome import printable
from translator.documents.document import format_of
from translator.errors import UsageError

__all__ = ["STATE", "Inputs", "Item", "gather"]

STATE = ".translator"
"""The folder inside the output folder that holds what a re-run needs."""


@dataclass(frozen=True)
class Item:
    """A file to read, and the path under the output folder to write."""

    path: Path
    target: str


@dataclass
class Inputs:
    """All files, in the order in which they are done; `other` are files in the folders that are no documents.

    `unreadable` are paths that could not be looked into, with the reason.
    """

    items: list[Item] = field(default_factory=list)
    other: list[Path] = field(default_factory=list)
    unreadable: list[tuple[Path, str]] = field(default_factory=list)

    def sizes(self) -> dict[str, int]:
        """The number of bytes of each file, by its name; 0 for one that cannot be looked at."""
        return {str(item.path): _size(item.path) for item in self.items}


def gather(paths: Sequence[Path], output: Path, *, any_format: bool = False) -> Inputs:
    """The files that `paths` stand for: themselves, or all documents in a folder and the folders in it.

    Of one folder the content goes straight to `output`; of several paths each goes to `output` under its own name. In
    folders, names with a leading dot are left out, so is the output folder, and a folder that links lead to twice is
    read once. `any_format` takes files of every suffix (a format was named).

    A path that does not exist is among the unreadable ones. Raises `UsageError` if one is the output folder, or if two
    files would be written to one place.
    """
    found = Inputs()
    seen: dict[str, Item] = {}
    skipped = _identity(output)
    for path in paths:
        if not path.exists():
            found.unreadable.append((path, "no such file or folder; check the path"))
            continue
        if is_special(path):
            message = "is a pipe or a device; translate it by itself, or as standard input"
            found.unreadable.append((path, message))
            continue
        if path.is_dir():
            if _identity(path) == skipped:
                raise UsageError(f"{printable(str(path))} is the output folder as well; name another with -o.")
            under = "" if len(paths) == 1 else path.resolve().name
            candidates: Iterator[Item] = _walk(path, under, {skipped}, found, any_format)
        else:
            candidates = iter([Item(path, path.name)])
        for item in candidates:
            first = seen.setdefault(item.target, item)
            if first is item:
                _refuse_itself(item.path, output / item.target)
                found.items.append(item)
            elif not os.path.samefile(first.path, item.path):
                raise UsageError(
                    f"{printable(str(first.path))} and {printable(str(item.path))} would both be written to "
                    f"{printable(item.target)}; translate them into two folders."
                )
    return found


def _walk(folder: Path, under: str, seen: set[tuple[int, int] | None], found: Inputs, every: bool) -> Iterator[Item]:
    """The documents in a folder, in the order of their names, whatever links there are."""
    identity = _identity(folder)
    if identity in seen:
        return
    seen.add(identity)
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries)
    except OSError as error:
        found.unreadable.append((folder, error.strerror or str(error)))
        return
    for name in names:
        path, target = folder / name, f"{under}/{name}" if under else name
        if name.startswith("."):
            continue
        try:
            mode = path.stat().st_mode
        except OSError as error:
            found.unreadable.append((path, error.strerror or str(error)))
            continue
        if stat.S_ISDIR(mode):
            yield from _walk(path, target, seen, found, every)
        elif stat.S_ISREG(mode) and (every or format_of(path) is not None):
            yield Item(path, target)
        else:
            found.other.append(path)


def _refuse_itself(path: Path, target: Path) -> None:
    if target.exists() and os.path.samefile(path, target):
        raise UsageError(f"{printable(str(path))} would be written over itself; name another output with -o.")


def _identity(folder: Path) -> tuple[int, int] | None:
    try:
        found = folder.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
