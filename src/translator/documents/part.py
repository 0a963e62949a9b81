"""What documents are made of: parts, each with its passages and the way back to bytes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO

from translator.documents.passage import Passage
from translator.errors import DocumentError
from translator.result import Translation

__all__ = ["STDIN", "Part", "Source", "decode_utf8"]

STDIN = "<stdin>"
"""What messages call standard input."""


@dataclass(frozen=True)
class Source:
    """Where a document's bytes come from: `open` gives a fresh binary file, `name` is what messages call it."""

    name: str
    open: Callable[[], BinaryIO]

    def read(self) -> bytes:
        """All bytes. Raises `DocumentError` if the file cannot be read."""
        try:
            with self.open() as file:
                return file.read()
        except OSError as error:
            raise DocumentError(f"cannot be read: {error.strerror or error}", path=self.name) from error


@dataclass(frozen=True)
class Part:
    """A piece of a document that is translated and written by itself; all pieces written in order are the file.

    `write` turns the translations of `passages` into bytes. A part that could not be understood has an `error` and no
    passages, and is written as it stood. `line` is where it begins (1-based).
    """

    passages: tuple[Passage, ...]
    write: Callable[[Sequence[Translation]], bytes]
    error: DocumentError | None = None
    line: int = 1

    def __post_init__(self) -> None:
        """Give the passages each other as context."""
        if len(self.passages) > 1:
            context = "\n\n".join(passage.text for passage in self.passages)
            object.__setattr__(self, "passages", tuple(replace(one, context=context) for one in self.passages))

    def render(self, translations: Sequence[Translation]) -> bytes:
        """This part of the output file, given one translation for each passage, in order.

        Raises `ValueError` if there are more or fewer.
        """
        if len(translations) != len(self.passages):
            raise ValueError(f"{len(self.passages)} passages but {len(translations)} translations")
        return self.write(translations)


def decode_utf8(data: bytes, name: str, line: int = 1) -> str:
    """Bytes as text. Raises `DocumentError` that says where and how to convert the file if they are not UTF-8."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") and line == 1:
        raise DocumentError(f"is UTF-16, not UTF-8; convert it first: {_iconv('UTF-16', name)}", path=name, line=1)
    zero = data.find(b"\0")
    if zero >= 0:
        where = line + data.count(b"\n", 0, zero)
        raise DocumentError("has a NUL byte, so it is no text file; remove it or convert it", path=name, line=where)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        where = line + data.count(b"\n", 0, error.start)
        raise DocumentError(
            f"byte 0x{data[error.start]:02X} is not UTF-8 (the file may be Windows-1252 or Latin-1); "
            f"convert it first: {_iconv('WINDOWS-1252', name)}",
            path=name,
            line=where,
        ) from None


def _iconv(encoding: str, name: str) -> str:
    if name == STDIN:
        return f"… | iconv -f {encoding} -t UTF-8 | translator translate -"
    return f"iconv -f {encoding} -t UTF-8 {name!r} > utf8.txt"
