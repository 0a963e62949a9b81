"""DOCX: the paragraphs of the text, tables, text boxes, headers, footers, notes and comments are translated.

The XML parts are changed in place; formatting runs are projected along the alignment, and all other files of the zip
archive are copied. Tabs and line breaks cut a paragraph into passages.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from functools import partial

from translator.documents.encoding import Encoding
from translator.documents.part import Part, Source
from translator.documents.passage import Passage
from translator.documents.runs import paragraph_slots
from translator.documents.stretch import Stretch
from translator.documents.template import Template
from translator.documents.xml_source import parse_xml
from translator.errors import DocumentError
from translator.result import Translation

__all__ = ["read"]

_TEXT_PART = re.compile(r"word/(?:document|header|footer|footnotes|endnotes|comments)[0-9]*\.xml\Z")
_SIZE_LIMIT = 256 * 2**20
_WORD = frozenset(
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    }
)


@dataclass(frozen=True)
class _XmlPart:
    """An XML file of the archive that has text."""

    name: str
    template: Template
    encoding: Encoding

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Its passages in order."""
        slots = self.template.slots
        return tuple(slot.passage for slot in slots if isinstance(slot, Stretch))


def read(source: Source) -> Iterator[Part]:
    """The whole file as one part. Raises `DocumentError` if it is no DOCX, is damaged, or unpacks to too much."""
    data = source.read()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [member for member in archive.infolist() if _TEXT_PART.match(member.filename)]
            if sum(member.file_size for member in members) > _SIZE_LIMIT:
                message = f"unpacks to more than {_SIZE_LIMIT // 2**20} MiB of text; split it"
                raise DocumentError(message, path=source.name)
            parts = [_xml_part(member.filename, archive.read(member), source.name) for member in members]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        message = (
            f"is no DOCX that can be read ({error}); if it was cut short, fetch it again; if it has a password or is a "
            ".doc, save it as .docx without"
        )
        raise DocumentError(message, path=source.name) from error
    if not any(part.name.startswith("word/document") for part in parts):
        raise DocumentError("is no DOCX: it has no word/document.xml", path=source.name)
    passages = tuple(passage for part in parts for passage in part.passages)
    yield Part(passages, partial(_write, data, parts))


def _xml_part(name: str, data: bytes, path: str) -> _XmlPart:
    xml = parse_xml(data, f"{path}!{name}")
    slots = [
        slot
        for element in xml.walk()
        if element.name == "p" and element.namespace in _WORD
        for slot in paragraph_slots(xml, element)
    ]
    return _XmlPart(name, Template(xml.text, slots), xml.encoding)


def _write(data: bytes, parts: Sequence[_XmlPart], translations: Sequence[Translation]) -> bytes:
    changed: dict[str, bytes] = {}
    used = 0
    for part in parts:
        count = len(part.template.stretches)
        text = part.template.write(translations[used : used + count])
        used += count
        if text != part.template.source:
            changed[part.name] = part.encoding.encode(text)
    if not changed:
        return data
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w") as new:
        new.comment = old.comment
        for member in old.infolist():
            content = changed.get(member.filename)
            new.writestr(copy(member), old.read(member) if content is None else content, member.compress_type)
    return written.getvalue()
