"""Writing a report, whole or not at all, without holding more than one translation of it in memory."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import IO, TYPE_CHECKING, TextIO

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
    with _atomic(path) as out:
        _WRITERS[path.suffix.lower()](out, documents, signature=signature, kind=kind)


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
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors=_UNPAIRED, newline="\n") as body:
        for number, (name, passages) in enumerate(_documents(documents), 1):
            body.write(html.document_start(name, number))
            own = Tally()
            for translation in passages:
                signature = signature or translation.signature
                for segment in translation.segments:
                    body.write(html.segment(segment, tally.segments + 1, own.segments + 1))
                    tally.add(segment)
                    own.add(segment)
            body.write(html.document_end())
            overview.append((name, own.segments, own.outcomes, own.score))
        out.write(html.page_start(tally, overview, signature, kind))
        body.seek(0)
        while piece := body.read(1 << 20):
            out.write(piece)
        out.write(html.page_end(tally))


def _documents(documents: Documents) -> Iterator[tuple[str, Iterator[Translation]]]:
    for name, group in groupby(documents, key=lambda pair: pair[0]):
        yield name, (translation for _, translation in group)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


@contextlib.contextmanager
def _atomic(path: Path) -> Iterator[IO[str]]:
    """A text file that takes its place when the block ends without an error."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
    except OSError as error:
        raise DocumentError(f"the report cannot be written: {error.strerror}", path=path) from None
    try:
        with open(handle, "w", encoding="utf-8", errors=_UNPAIRED, newline="\n") as file:
            yield file
        os.chmod(name, path.stat().st_mode & 0o777 if path.exists() else 0o644)
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


_WRITERS: dict[str, Callable[..., None]] = {".html": write_html, ".htm": write_html, ".json": write_json}
