"""XML from strangers: checked with a parser that loads and expands nothing, then changed in place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from translator.documents.encoding import Encoding, xml_encoding
from translator.documents.markup_tokens import Attribute, Token, tokenize
from translator.errors import DocumentError

__all__ = ["Element", "XmlSource", "decode_reference", "escape_text", "parse_xml"]

_REFERENCE = re.compile(r"&(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});\Z")
_DEPTH = 500


@dataclass
class Element:
    """An element in the source: `source[start:end]`, its content `source[inner_start:inner_end]`.

    `name` is the local name, `namespace` its URI or empty. `attributes` are by local name as written with its prefix
    (`xml:lang`).
    """

    name: str
    namespace: str
    tag: Token
    attributes: dict[str, Attribute]
    parent: Element | None
    inner_end: int = -1
    end: int = -1
    children: list[Element] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where its start tag begins."""
        return self.tag.start

    @property
    def inner_start(self) -> int:
        """Where its content begins."""
        return self.tag.end

    def child(self, name: str) -> Element | None:
        """The first child of that local name, in the same namespace."""
        return next((c for c in self.children if c.name == name and c.namespace == self.namespace), None)


@dataclass(frozen=True)
class XmlSource:
    """A well-formed XML document as text, with its root element."""

    text: str
    root: Element
    encoding: Encoding

    def value(self, element: Element, name: str) -> str:
        """The value of an attribute, empty if there is none."""
        attribute = element.attributes.get(name)
        return unescape(self.text[attribute.start : attribute.end]) if attribute else ""

    def walk(self) -> Iterator[Element]:
        """All elements in document order."""
        waiting = [self.root]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += reversed(element.children)

    def tokens(self, start: int, end: int) -> Iterator[Token]:
        """The tokens of a piece of the text."""
        return tokenize(self.text, start, end, xml=True)


def parse_xml(data: bytes, path: str, *, root: str = "") -> XmlSource:
    """Check and read a document, whose root element has the local name `root` if one is given.

    Raises `DocumentError` if it has another, is not well-formed, declares entities, or is nested absurdly deep. Nothing
    outside of it is read: no DTD, no entity, no network.
    """
    from lxml import etree

    what = root.upper() or "XML"
    encoding = xml_encoding(data, path)
    text = encoding.decode(data)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        document = etree.fromstring(data, parser).getroottree().docinfo
    except etree.XMLSyntaxError as error:
        raise DocumentError(f"is not well-formed {what}: {error.msg}; mend it", path=path, line=error.lineno) from None
    except ValueError as error:
        raise DocumentError(f"is not {what}: {error}", path=path) from None
    subset: Any = document.internalDTD
    if subset is not None and any(subset.iterentities()):
        line = 1 + text.count("\n", 0, max(0, text.find("<!ENTITY")))
        raise DocumentError("declares entities, which is not safe to read; remove the DOCTYPE", path=path, line=line)
    top = _tree(text, path)
    if root and top.name != root:
        raise DocumentError(f"is no {what}: its root element is <{top.tag.name}>", path=path)
    return XmlSource(text, top, encoding)


def decode_reference(raw: str) -> str:
    """A character reference as its character; a reference to an entity that XML does not define stays as it is."""
    return unescape(raw) if _REFERENCE.match(raw) else raw


def escape_text(text: str) -> str:
    """Text as it stands between tags; control characters that XML cannot hold are dropped."""
    text = "".join(c for c in text if c >= " " or c in "\t\n\r")
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _tree(text: str, path: str) -> Element:
    """The elements of a well-formed document."""
    root: Element | None = None
    current: Element | None = None
    scopes: list[dict[str, str]] = [{"xml": "http://www.w3.org/XML/1998/namespace"}]
    for token in tokenize(text, xml=True):
        if token.kind == "open":
            scope = _scope(scopes[-1], token, text)
            prefix, _, local = token.name.rpartition(":")
            attributes = {attribute.name: attribute for attribute in token.attributes}
            element = Element(local, scope.get(prefix, ""), token, attributes, current)
            if current is not None:
                current.children.append(element)
            root = root or element
            if token.empty:
                element.inner_end = element.end = token.end
            else:
                current = element
                scopes.append(scope)
                if len(scopes) > _DEPTH:
                    raise DocumentError(f"has more than {_DEPTH} elements inside each other", path=path)
        elif token.kind == "close" and current is not None:
            current.inner_end, current.end = token.start, token.end
            current = current.parent
            scopes.pop()
    if root is None or current is not None:
        raise DocumentError("is XML that cannot be read here; save it again with another program", path=path)
    return root


def _scope(outer: dict[str, str], token: Token, text: str) -> dict[str, str]:
    """The namespaces that hold in an element, by prefix."""
    found = {
        attribute.name.partition(":")[2]: unescape(text[attribute.start : attribute.end])
        for attribute in token.attributes
        if attribute.name == "xmlns" or attribute.name.startswith("xmlns:")
    }
    return outer | found if found else outer
