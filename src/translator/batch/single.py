"""One document to one file or to an open stream."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from translator.atomic import is_special, unwritable
from translator.batch.folder import with_memory
from translator.batch.inputs import STATE
from translator.batch.outcome import DocumentOutcome, Translated
from translator.batch.sink import FileSink, StreamSink
from translator.batch.state import State
from translator.batch.stream import Task, stream
from translator.batch.workers import serial, translating
from translator.documents.document import Document
from translator.errors import UsageError

if TYPE_CHECKING:
    from translator.pipeline import Translator

__all__ = ["run_to_file", "run_to_stream"]

_KEPT_BYTES = 1 << 20
"""Input from which on the work of an interrupted run is worth keeping for the next."""


def run_to_stream(
    translator: Translator, document: Document, out: BinaryIO, *, jobs: int = 1, name: str = "<stdout>"
) -> Iterator[Translated | DocumentOutcome]:
    """Translate a document to an open stream, as far as it is read, in constant memory; `name` is for messages.

    Raises `OSError` if the stream takes no more.
    """
    task = Task(DocumentOutcome(document.name, name, "translated"), document, lambda: StreamSink(out))
    with translating(translator, jobs) as translate:
        yield from stream([task], translate, alone=serial(translator))


def run_to_file(
    translator: Translator, document: Document, output: Path, *, jobs: int = 1, fresh: bool = False, size: int = 0
) -> Iterator[Translated | DocumentOutcome]:
    """Translate a document to a file, which is there whole or not at all.

    Where `output` is a link, the file that it leads to is replaced; a device or a pipe is written to as a stream.

    While at work there is a folder `.NAME.translator` beside the file. It holds a translation memory, so that after an
    interruption the next run goes on; it is removed when the document is done, or at once if `size`, the bytes of
    input, is small.

    Raises `DocumentError` if another process is writing the same file, `OSError` if it cannot be written any more.
    """
    if output.exists() and Path(document.name).exists() and output.samefile(document.name):
        raise UsageError(f"{output} would be written over itself; name another output with -o.")
    if is_special(output):
        with output.open("wb", buffering=0) as out:
            yield from run_to_stream(translator, document, out, jobs=jobs, name=str(output))
        return
    target = Path(os.path.realpath(output))
    try:
        state = State(target.parent / f".{target.name[:200]}{STATE}", fresh=fresh, output=output)
    except OSError as error:
        raise unwritable(output, error) from error
    keep = False
    try:
        if translator.memory is None:
            translator = with_memory(translator, state.memory)
        task = Task(
            DocumentOutcome(document.name, str(output), "translated"), document, lambda: FileSink(target, state.parts)
        )
        keep = size >= _KEPT_BYTES
        with translating(translator, jobs) as translate:
            yield from stream([task], translate, alone=serial(translator))
        keep = False
    finally:
        if translator.memory is not None:
            translator.memory.close()
        if keep:
            state.close()
        else:
            state.remove()
