"""Opening a document: the format by suffix or by name, and its parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from translator.atomic import is_special
from translator.documents.part import STDIN, Part, Source
from translator.errors import DocumentError, UsageError

__all__ = ["Document", "format_of", "formats", "open_document", "stream_document"]

_FORMATS: dict[str, tuple[tuple[str, ...], str, str]] = {
    "text": ((".txt", ".text"), "plain_text", "read"),
    "markdown": ((".md", ".markdown", ".mdown", ".mkd"), "markdown", "read"),
    "html": ((".html", ".htm", ".xhtml"), "html", "read"),
    "jsonl": ((".jsonl", ".ndjson"), "jsonl", "read"),
    "csv": ((".csv",), "delimited", "read_csv"),
    "tsv": ((".tsv", ".tab"), "delimited", "read_tsv"),
    "docx": ((".docx",), "docx", "read"),
    "xliff": ((".xlf", ".xliff", ".sdlxliff", ".mxliff"), "xliff", "read"),
    "tmx": ((".tmx",), "tmx", "read"),
}
"""Name → suffixes, module, and the function in it that reads a `Source` into parts."""

_STREAMED = frozenset({"text", "jsonl", "csv", "tsv"})
_OF_RECORDS = frozenset({"jsonl", "csv", "tsv"})
"""The formats with fields; what reads them takes the names of those to translate."""

_OTHER = (
    *(".json", ".xml", ".yaml", ".yml", ".toml", ".po", ".srt", ".vtt", ".tex", ".py", ".js", ".css", ".sqlite"),
    *(".pdf", ".doc", ".odt", ".rtf", ".epub", ".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".parquet"),
    *(".zip", ".gz", ".png", ".jpg", ".jpeg", ".gif"),
)
"""Suffixes that say what a file is, and that it is nothing read here."""


@dataclass(frozen=True)
class Document:
    """A document that can be read part by part, as often as its file can be opened."""

    source: Source
    format: str
    fields: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What messages call it: its path."""
        return self.source.name

    @property
    def streamed(self) -> bool:
        """Whether the parts come one after the other in constant memory; otherwise the whole file is one part."""
        return self.format in _STREAMED

    def parts(self) -> Iterator[Part]:
        """The parts in order, read as they are asked for.

        Raises `DocumentError` when something makes the whole document unreadable; a bad record among good ones is a
        part with an `error` instead.
        """
        _, module, function = _FORMATS[self.format]
        read = getattr(import_module(f"translator.documents.{module}"), function)
        if self.fields and self.format not in _OF_RECORDS:
            message = f"the format {self.format} has no fields; leave --field out, or name another format with --format"
            raise DocumentError(message, path=self.name)
        try:
            yield from read(self.source, self.fields) if self.format in _OF_RECORDS else read(self.source)
        except OSError as error:
            raise DocumentError(f"cannot be read: {error.strerror or error}", path=self.name) from error


def formats() -> list[str]:
    """The names of the formats, as `format=` takes them."""
    return list(_FORMATS)


def format_of(path: str | Path) -> str | None:
    """The format that a file's suffix says; `text` for a suffix that says nothing, None for a format not known here."""
    suffix = Path(path).suffix.lower()
    named = next((name for name, (suffixes, _, _) in _FORMATS.items() if suffix in suffixes), None)
    return named or (None if suffix in _OTHER else "text")


def open_document(path: str | Path, *, format: str | None = None, fields: Sequence[str] = ()) -> Document:
    """A document on disk; nothing but its existence is looked at before `parts()`. A pipe can be read once.

    Raises `UsageError` for an unknown format name, `DocumentError` if the file is not there or its suffix is that of
    another kind of file.
    """
    path = Path(path)
    name = _known(format) or format_of(path)
    if not (path.is_file() or is_special(path)):
        message = "is a folder, not a file" if path.is_dir() else "no such file; check the path"
        raise DocumentError(message, path=path)
    if name is None:
        message = f"{path.suffix} files are not read; convert it, or name the format ({', '.join(formats())})"
        raise DocumentError(message, path=path)
    return Document(Source(str(path), partial(_open, path)), name, tuple(fields))


def stream_document(
    file: BinaryIO, *, format: str | None = None, fields: Sequence[str] = (), name: str = STDIN
) -> Document:
    """A document from an open binary file, such as standard input; its parts can be read once.

    Raises `UsageError` for an unknown format name; without one it is plain text.
    """
    return Document(Source(name, lambda: file), _known(format) or "text", tuple(fields))


def _open(path: Path) -> BinaryIO:
    return path.open("rb")


def _known(format: str | None) -> str | None:
    if format is not None and format not in _FORMATS:
        raise UsageError(f"unknown format {format!r}; there are: {', '.join(formats())}")
    return format
