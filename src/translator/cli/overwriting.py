"""A file that a command reads, or writes for another purpose, is not to be written over by mistake."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from translator.errors import UsageError


def refuse_overwriting(
    path: str | Path | None, option: str, *, reads: Iterable[str | Path] = (), writes: Iterable[str | Path] = ()
) -> None:
    """Raise `UsageError` if `path`, given with `option`, is one of the files that are read or written besides."""
    if path is None:
        return
    place = os.path.realpath(path)
    for name in reads:
        if os.path.realpath(name) == place:
            raise UsageError(f"{name} is read by this command, so {option} cannot write over it; name another file.")
    for name in writes:
        if os.path.realpath(name) == place:
            raise UsageError(f"{name} is written already by this command; name another file with {option}.")
