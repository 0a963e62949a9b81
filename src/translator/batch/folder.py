"""Files and folders into an output folder, so that a run may end at any time and the next one goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from translator.atomic import unwritable
from translator.batch.inputs import STATE, Inputs, Item, gather
from translator.batch.outcome import DocumentOutcome, Translated
from translator.batch.sink import FileSink
from translator.batch.state import State, digest
from translator.batch.stream import Task, stream
from translator.batch.workers import serial, translating
from translator.documents.document import open_document
from translator.errors import DocumentError, UsageError

if TYPE_CHECKING:
    from translator.pipeline import Translator

__all__ = ["run_folder", "translate_into_folder", "with_memory"]


def translate_into_folder(
    translator: Translator,
    paths: Sequence[Path],
    output: Path,
    *,
    format: str | None = None,
    fields: tuple[str, ...] = (),
    jobs: int = 1,
    fresh: bool = False,
    progress: bool | Callable[[DocumentOutcome], None] = False,
) -> list[DocumentOutcome]:
    """Translate files and folders into `output`: `Translator.translate_documents`."""
    from translator.progress import batch_bar

    inputs = gather(paths, output, any_format=format is not None)
    outcomes: list[DocumentOutcome] = []
    with batch_bar(inputs.sizes(), shown=progress is True) as show:
        for event in run_folder(translator, inputs, output, format=format, fields=fields, jobs=jobs, fresh=fresh):
            show(event)
            if isinstance(event, DocumentOutcome):
                outcomes.append(event)
                if callable(progress):
                    progress(event)
    return outcomes


def run_folder(
    translator: Translator,
    inputs: Inputs,
    output: Path,
    *,
    format: str | None = None,
    fields: tuple[str, ...] = (),
    jobs: int = 1,
    fresh: bool = False,
    skip_unchanged: bool = True,
) -> Iterator[Translated | DocumentOutcome]:
    """Translate what `gather` has found; passages come out as they are translated, then each document's outcome.

    Documents that an earlier run has finished, from the same bytes with the same signature, are passed over, unless
    `skip_unchanged` is false: then they are made again from the translation memory. The translator's own memory is
    used, or else one in the output folder.

    Raises `DocumentError` if another process is at work in the folder or it cannot be made, `OSError` if it cannot be
    written any more.
    """
    if output.exists() and not output.is_dir():
        raise UsageError(f"{output} is a file; name a folder for the translations with -o.")
    try:
        state = State(output / STATE, fresh=fresh)
    except OSError as error:
        raise unwritable(output, error) from error
    with state:
        if translator.memory is None:
            translator = with_memory(translator, state.memory)
        options = f"{translator.signature}|format:{format or ''}|fields:{fields!r}"

        def task(item: Item) -> Task:
            target = output / item.target
            outcome = DocumentOutcome(str(item.path), str(target), "translated")
            try:
                document = open_document(item.path, format=format, fields=fields)
                made_from = f"{digest(item.path)}|{options}"
            except OSError as error:
                return _failed(str(item.path), f"{item.path}: cannot be read: {error.strerror or error}")
            except DocumentError as error:
                return _failed(str(item.path), str(error))
            known = state.finished(item.target, made_from, target) if skip_unchanged else None
            if known is not None:
                return Task(known)
            return Task(
                outcome, document, partial(FileSink, target, state.parts), partial(state.finish, item.target, made_from)
            )

        def tasks() -> Iterator[Task]:
            yield from (_failed(str(path), f"{path}: cannot be read: {why}") for path, why in inputs.unreadable)
            yield from map(task, inputs.items)

        try:
            with translating(translator, jobs) as translate:
                yield from stream(tasks(), translate, alone=serial(translator))
        finally:
            if translator.memory is not None:
                translator.memory.close()


def with_memory(translator: Translator, path: Path) -> Translator:
    """The same translator, engine and glossary shared, with a translation memory of its own."""
    from translator.memory import Memory

    twin = object.__new__(type(translator))
    vars(twin).update(vars(translator), memory=Memory(path))
    return twin


def _failed(name: str, problem: str) -> Task:
    return Task(DocumentOutcome(name, "", "failed", (problem,)))
