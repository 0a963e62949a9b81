"""Writing a report, whole or not at all, without holding more than one translation of it in memory."""

from __future__ import annotations

import contextlib
import io
import json
import tempfile
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from translator.atomic import atomic_file
from translator.auditing.tally import Tally
from translator.errors import DocumentError, UsageError
from translator.report.facts import entry_facts, outcome_facts, segment_facts

if TYPE_CHECKING:
    from translator.result import Translation

Documents = Iterable["tuple[str, Translation]"]
"""Names and translations. Translations in a row with the same name are passages of one document."""

FORMAT, VERSION = "translator-report", 1
"""What a JSON report calls itself; the version changes when a program that reads it would have to."""

_UNPAIRED = "backslashreplace"
"""What becomes of half a surrogate pair, which UTF-8 cannot hold: `\\ud800`, also right inside a JSON string."""


def check_suffix(path: str | Path) -> None:
    """Raise `UsageError` unless a report can be written to a file of this suffix."""
    if Path(path).suffix.lower() not in _WRITERS:
        raise UsageError(f"{path}: a report is .html or .json, by the suffix of its file")


def write_report(path: str | Path, documents: Documents, *, signature: str = "", kind: str = "translation") -> None:
    """Write a report of translations, in the format of the suffix (`.html` or `.json`), consuming them one by one.

    `signature` names what the results depend on; by default that of the first translation. `kind` is `translation` or
    `audit`. The file is there whole or not at all. Raises `UsageError` for another suffix, `DocumentError` if the file
    cannot be written.
    """
    check_suffix(path)
    path = Path(path)
    with atomic_file(path) as file:
        out = io.TextIOWrapper(file, "utf-8", errors=_UNPAIRED, newline="\n", write_through=True)
        _WRITERS[path.suffix.lower()](out, documents, signature=signature, kind=kind)
        out.detach()


def write_json(out: TextIO, documents: Documents, *, signature: str = "", kind: str = "translation") -> None:
    """Write a report as JSON (docs/report.md) to an open file, a segment a line."""
    tally = Tally()
    out.write(f'{{"format": {json.dumps(FORMAT)}, "version": {VERSION}, "kind": {json.dumps(kind)},\n"documents": [')
    between_documents = "\n"
    for name, passages in _documents(documents):
        out.write(f'{between_documents}{{"name": {_json(name)}, "segments": [')
        between_documents, between_segments, own = ",\n", "\n", Tally()
        for number, translation in enumerate(passages):
            signature = signature or translation.signature
            for segment in translation.segments:
                tally.add(segment)
                own.add(segment)
                entries = [tally.index_of(use.entry) for use in segment.terms]
                out.write(between_segments + _json(segment_facts(segment, number, entries)))
                between_segments = ",\n"
        out.write(f'],\n"outcomes": {_json(outcome_facts(own.outcomes))}, "score": {own.score:.4f}}}')
    out.write('],\n"entries": [')
    between = "\n"
    for count in tally.in_order():
        out.write(between + _json(entry_facts(count)))
        between = ",\n"
    out.write(f'],\n"outcomes": {_json(outcome_facts(tally.outcomes))}, "score": {tally.score:.4f},\n')
    out.write(f'"segments": {tally.segments}, "warnings": {tally.warnings}, "signature": {_json(signature)}}}\n')


def write_html(out: TextIO, documents: Documents, *, signature: str = "", kind: str = "translation") -> None:
    """Write a report as one HTML page that needs nothing else to an open file."""
    from translator.report import html

    tally = Tally()
    overview: list[html.DocumentCounts] = []
    with _temporary() as body:
        for number, (name, passages) in enumerate(_documents(documents), 1):
            _put(body, html.document_start(name, number))
            own = Tally()
            for translation in passages:
                signature = signature or translation.signature
                for segment in translation.segments:
                    _put(body, html.segment(segment, tally.segments + 1, own.segments + 1))
                    tally.add(segment)
                    own.add(segment)
            _put(body, html.document_end())
            overview.append((name, own.segments, own.outcomes, own.score))
        out.write(html.page_start(tally, overview, signature, kind))
        _rewind(body)
        while piece := body.read(1 << 20):
            out.write(piece)
        out.write(html.page_end(tally))


def _documents(documents: Documents) -> Iterator[tuple[str, Iterator[Translation]]]:
    for name, group in groupby(documents, key=lambda pair: pair[0]):
        yield name, (translation for _, translation in group)


@contextlib.contextmanager
def _temporary() -> Iterator[TextIO]:
    """A text file that is gone when the block ends."""
    with _telling():
        file = tempfile.TemporaryFile("w+", encoding="utf-8", errors=_UNPAIRED, newline="\n")  # noqa: SIM115
    try:
        yield file
    finally:
        with contextlib.suppress(OSError):  # After a full disk closing fails as well, and says no more.
            file.close()


def _put(file: TextIO, text: str) -> None:
    with _telling():
        file.write(text)


def _rewind(file: TextIO) -> None:
    with _telling():
        file.seek(0)


@contextlib.contextmanager
def _telling() -> Iterator[None]:
    """A temporary file that fails is in a folder that nobody has named."""
    try:
        yield
    except OSError as error:
        message = f"a temporary file cannot be written: {error.strerror}; make room, or set TMPDIR to another folder"
        raise DocumentError(message, path=tempfile.gettempdir()) from None


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


_WRITERS: dict[str, Callable[..., None]] = {".html": write_html, ".htm": write_html, ".json": write_json}
