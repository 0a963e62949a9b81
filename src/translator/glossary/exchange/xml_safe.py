"""Reading XML that a stranger wrote: no entities, no network, no file that fills the memory."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translator.errors import GlossaryError
from translator.glossary.exchange.encoding import marked

if TYPE_CHECKING:
    from lxml.etree import _Element

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_DECLARATION = re.compile(r"\s*<\?xml\s[^>]*\?>")
_DECLARED = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)[\"']")
_KNOWN = {
    "utf-8": "utf-8", "utf8": "utf-8", "us-ascii": "ascii", "ascii": "ascii", "utf-16": "utf-16",
    "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "iso-8859-15": "iso-8859-15",
    "windows-1252": "cp1252", "cp1252": "cp1252",
}  # fmt: skip
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def parsed(data: bytes, path: str) -> _Element:
    """The root element of an XML file.

    Raises `GlossaryError` with the line for XML that is not well formed, declares entities, nests too deeply or is in
    an unknown encoding.
    """
    from lxml import etree

    text = _text(data, path)
    if "<!ENTITY" in text:
        line = text.count("\n", 0, text.index("<!ENTITY")) + 1
        message = "declares XML entities, which are refused; remove them from the DOCTYPE"
        raise GlossaryError(message, path=path, line=line)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        return etree.fromstring(_DECLARATION.sub("", text, count=1).encode(), parser)
    except etree.XMLSyntaxError as error:
        message = f"not well-formed XML: {error.msg}; mend it, or export it again"
        raise GlossaryError(message, path=path, line=error.lineno or 1) from None


def local(element: _Element) -> str:
    """The name of an element without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def text_of(element: _Element) -> str:
    """The text of an element and all in it, as it stands."""
    return "".join(str(part) for part in element.itertext())


def flat_text(element: _Element) -> str:
    """The same with white space collapsed as in running text."""
    return " ".join(text_of(element).split())


def line_of(element: _Element) -> int:
    """The line on which an element begins, or 0."""
    line: object = element.sourceline
    return line if isinstance(line, int) else 0


def writable(text: str) -> str:
    """The text without the control characters that XML cannot hold."""
    return _CONTROL.sub("", text)


def _text(data: bytes, path: str) -> str:
    encoding = marked(data)
    if encoding is None:
        declared = _DECLARED.search(data[:300])
        name = declared.group(1).decode("ascii").lower() if declared else "utf-8"
        if name not in _KNOWN:
            raise GlossaryError(f"XML in the encoding {name!r}, which is refused; save it as UTF-8", path=path, line=1)
        encoding = _KNOWN[name]
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"is not {encoding.upper()}, as it says or must be; save it as UTF-8"
        raise GlossaryError(message, path=path, line=line) from None
