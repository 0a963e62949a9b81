"""Progress bars on a terminal; nothing elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from translator.batch.outcome import DocumentOutcome, Translated

__all__ = ["batch_bar", "reported", "tracked"]

T = TypeVar("T")

Show = Callable[["Translated | DocumentOutcome"], None]


def tracked(items: Iterable[T], *, total: int | None = None, description: str = "Translating") -> Iterator[T]:
    """Yield the items, with a bar on stderr that counts them if stderr is a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, description, total=total, console=Console(stderr=True), transient=True)


def reported(items: Iterable[T], report: Callable[[int, int | None], None], total: int | None = None) -> Iterator[T]:
    """Yield the items; `report` is called before each with the number of items done and the number of all."""
    for number, item in enumerate(items, start=1):
        report(number, total)
        yield item


@contextmanager
def batch_bar(sizes: Mapping[str, int], *, shown: bool = True) -> Iterator[Show]:
    """A bar for documents of these sizes in bytes: documents, words per second, time left.

    Gives a function to call with everything that a run yields. There is no bar if stderr is no terminal.
    """
    if not shown or not sys.stderr.isatty():
        yield lambda event: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.fields[documents]}/{task.fields[of]} documents"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[speed]} words/s"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as progress:
        total = sum(sizes.values())
        bar = progress.add_task("", total=total or None, documents=0, of=len(sizes), speed="–")
        yield _shower(sizes, lambda **changes: progress.update(bar, **changes))


def _shower(sizes: Mapping[str, int], update: Callable[..., None]) -> Show:
    from translator.batch.outcome import Translated

    started = time.monotonic()
    finished = words = documents = 0

    def show(event: Translated | DocumentOutcome) -> None:
        nonlocal finished, words, documents
        size = sizes.get(event.name, 0)
        if isinstance(event, Translated):
            words += len(event.translation.source.split())
            completed = finished + min(event.position, size)
        else:
            finished += size
            documents += 1
            completed = finished
        speed = f"{words / max(time.monotonic() - started, 0.001):,.0f}" if words else "–"
        update(completed=completed, documents=documents, speed=speed)

    return show
