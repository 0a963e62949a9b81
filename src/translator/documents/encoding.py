"""The encodings of HTML and XML files: found, decoded, and written again to the same bytes."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from translator.errors import DocumentError

__all__ = ["Encoding", "html_encoding", "xml_encoding"]

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)
_DECLARATION = re.compile(rb"\A<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{1,40})[\"']")


@dataclass(frozen=True)
class Encoding:
    """An encoding by its Python name, and the file that is in it, for messages."""

    name: str
    path: str

    def decode(self, data: bytes) -> str:
        """Bytes as text, a byte order mark as its first character. Raises `DocumentError` naming the first bad byte."""
        try:
            text = data.decode(self.name)
        except UnicodeDecodeError as error:
            line = 1 + data.count(b"\n", 0, error.start)
            raise DocumentError(
                f"byte 0x{data[error.start]:02X} is not {self.name}; declare the right encoding or convert it",
                path=self.path,
                line=line,
            ) from None
        if "\0" in text:
            line = 1 + text.count("\n", 0, text.index("\0"))
            raise DocumentError("has a NUL character, so it is no text file; remove it", path=self.path, line=line)
        return text

    def encode(self, text: str) -> bytes:
        """Text as bytes; what the encoding lacks becomes a character reference."""
        return text.encode(self.name, "xmlcharrefreplace")


def html_encoding(data: bytes, path: str) -> Encoding:
    """By byte order mark, then `<meta charset>`, else UTF-8. Raises `DocumentError` for an unknown one."""
    declared = _CHARSET.search(data, 0, 4096)
    name = _named(data, declared and declared.group(1), path)
    if name in ("latin-1", "ascii", "iso8859-1"):
        # Browsers read these labels as Windows-1252; its five unused bytes have a meaning in Latin-1 alone.
        name = "latin-1" if any(byte in data for byte in b"\x81\x8d\x8f\x90\x9d") else "cp1252"
    return Encoding(name, path)


def xml_encoding(data: bytes, path: str) -> Encoding:
    """By byte order mark, then the XML declaration, else UTF-8. Raises `DocumentError` for an unknown one."""
    declared = _DECLARATION.search(data, 0, 400)
    return Encoding(_named(data, declared and declared.group(1), path), path)


def _named(data: bytes, declared: bytes | None, path: str) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    label = declared.decode("ascii") if declared else "utf-8"
    try:
        name = codecs.lookup(label).name
        "".encode(name)
    except LookupError:
        raise DocumentError(f"declares the unknown encoding {label}; convert it to UTF-8", path=path) from None
    # A file whose declaration can be read as ASCII is not in UTF-16, whatever it says.
    return "utf-8" if name.startswith(("utf-16", "utf-32")) else name
