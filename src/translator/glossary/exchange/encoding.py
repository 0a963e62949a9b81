"""Bytes of a file to text, whatever program wrote them."""

from __future__ import annotations

import codecs

from translator.errors import GlossaryError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(data: bytes, path: str) -> tuple[str, list[str]]:
    """The text of a file and notices: UTF-8 or UTF-16 with or without a mark, else Latin-1 with a notice.

    Raises `GlossaryError` for what is no text: NUL bytes, or UTF-16 cut short.
    """
    encoding = marked(data)
    if encoding:
        try:
            return data.decode(encoding), []
        except UnicodeDecodeError as error:
            raise GlossaryError(f"begins as {encoding.upper()}, but is not: {error.reason}", path=path) from None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        text = data.decode("cp1252", "replace").replace("\ufffd", "?")
        notices = [f"{path}:{line}: not UTF-8; read as Latin-1 (Windows-1252). Look whether the accents are right"]
    else:
        notices = []
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise GlossaryError("NUL byte: this is no text file, or not one in UTF-8", path=path, line=line)
    return text, notices


def marked(data: bytes) -> str | None:
    """The encoding that a byte-order mark, or the NUL bytes of UTF-16 without one, give away; or None."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    head = data[:200]
    if len(head) > 3 and len(data) % 2 == 0:
        if head[1::2].count(0) > len(head) // 3 and not head[::2].count(0):
            return "utf-16-le"
        if head[::2].count(0) > len(head) // 3 and not head[1::2].count(0):
            return "utf-16-be"
    return None
