"""Work given to the model ahead of its caller, and the results as they come."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar

from translator.errors import ModelError

T = TypeVar("T")

Given = tuple[list[int], list[Any]]
"""The numbers of the items of a batch, and what CTranslate2 gave for each: the promise of a result."""

_SHORTEST, _LONGEST = 0.0002, 0.005
"""Seconds between two looks at whether something is ready, while there is nothing else to do: ever longer ones."""


class Stream(Iterator[tuple[int, T]], Generic[T]):
    """The number of each item and what was read off its result, batch after batch.

    The first batches are at work as soon as it is made, and each that is taken makes room for another, so that the
    model never waits as long as its results are taken. Raises `ModelError` where the model fails.
    """

    def __init__(self, batches: Iterator[Given], read: Callable[[int, Any], T], ahead: int) -> None:
        """Take `ahead` batches at once; taking one from `batches` gives it to the model."""
        self._batches, self._read, self._ahead = batches, read, ahead
        self._waiting: deque[Given] = deque()
        self._items: deque[tuple[int, Any]] = deque()
        self.all_given = False
        self._give()

    def _give(self) -> None:
        while not self.all_given and len(self._waiting) < self._ahead:
            batch = next(self._batches, None)
            if batch is None:
                self.all_given = True
            else:
                self._waiting.append(batch)

    @property
    def ready(self) -> bool:
        """Whether the next item can be had without waiting."""
        return bool(self._items) or (bool(self._waiting) and self._waiting[0][1][0].done())

    def __next__(self) -> tuple[int, T]:
        """The next item; waits for it."""
        if not self._items:
            if not self._waiting:
                raise StopIteration
            self._items.extend(zip(*self._waiting.popleft(), strict=True))
            self._give()
        number, promise = self._items.popleft()
        try:
            found = promise.result()
        except RuntimeError as error:
            raise ModelError(f"The model could not be run on a text: {error}.") from error
        return number, self._read(number, found)

    def with_others(self, meanwhile: Callable[[], bool]) -> Iterator[tuple[int, T]]:
        """All items; while none is ready, `meanwhile` is called to do something else, and tells whether it has."""
        while self._items or self._waiting:
            pause = _SHORTEST
            while not self.ready:
                if not meanwhile():
                    time.sleep(pause)
                    pause = min(2 * pause, _LONGEST)
            yield next(self)
