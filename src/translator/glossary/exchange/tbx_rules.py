"""The rules of TBX (ISO 30042:2019): core structure, and what TBX-Basic and TBX-Min say of their data categories.

Written from the standard's core structure and the published rules of the dialects; it takes no schema file and no
validator. `creation` as a transaction and `usageStatus` are of earlier drafts and let pass.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from translator.glossary.exchange.xml_safe import XML_LANG, flat_text, line_of, local
from translator.text.word_list import words

if TYPE_CHECKING:
    from lxml.etree import _Element

CORE = ("urn:iso:std:iso:30042:ed-2", "urn:iso:std:iso:30042:ed:3.0")
"""The namespaces of the core structure, the present one first."""

MODULES = MappingProxyType({"min": "http://www.tbxinfo.net/ns/min", "basic": "http://www.tbxinfo.net/ns/basic"})
"""The namespaces of the data categories in DCT style."""

META: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "administrativeStatus": ("termNote", "min"),
        "customerSubset": ("admin", "min"),
        "partOfSpeech": ("termNote", "min"),
        "subjectField": ("descrip", "min"),
        "externalCrossReference": ("xref", "min"),
        "context": ("descrip", "basic"),
        "crossReference": ("ref", "basic"),
        "definition": ("descrip", "basic"),
        "geographicalUsage": ("termNote", "basic"),
        "grammaticalGender": ("termNote", "basic"),
        "projectSubset": ("admin", "basic"),
        "source": ("admin", "basic"),
        "termLocation": ("termNote", "basic"),
        "termType": ("termNote", "basic"),
        "transactionType": ("transac", "basic"),
        "responsibility": ("transacNote", "basic"),
        "xGraphic": ("xref", "basic"),
        "usageStatus": ("termNote", "min"),
    }
)
"""The data categories of TBX-Basic: the element that carries each in DCA style, and its module in DCT style."""

_TYPED = words("descrip admin termNote transac transacNote")
_AUX = words("descrip descripGrp admin adminGrp transacGrp note ref xref")
_CHILDREN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "tbx": words("tbxHeader text"),
        "tbxHeader": words("fileDesc encodingDesc revisionDesc"),
        "text": words("body back"),
        "body": words("conceptEntry"),
        "conceptEntry": _AUX | {"langSec"},
        "langSec": _AUX | {"termSec"},
        "termSec": _AUX | words("term termNote termNoteGrp"),
        "descripGrp": words("descrip descripNote admin adminGrp transacGrp note ref xref"),
        "adminGrp": words("admin adminNote note ref xref"),
        "transacGrp": words("transac transacNote date note ref xref"),
        "termNoteGrp": words("termNote admin adminGrp transacGrp note ref xref"),
    }
)
_LEVELS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "subjectField": words("conceptEntry"),
        "definition": words("conceptEntry langSec"),
        "context": words("termSec"),
        "xGraphic": words("conceptEntry langSec"),
        "customerSubset": words("conceptEntry termSec"),
        "projectSubset": words("conceptEntry termSec"),
        "crossReference": words("conceptEntry termSec"),
    }
)
_STATUS = words("preferredTerm-admn-sts admittedTerm-admn-sts deprecatedTerm-admn-sts supersededTerm-admn-sts")
_VALUES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "administrativeStatus": _STATUS,
        "usageStatus": _STATUS | words("preferred admitted deprecated superseded notRecommended"),
        "partOfSpeech": words("adjective noun other verb adverb"),
        "grammaticalGender": words("masculine feminine neuter other"),
        "termType": words("fullForm acronym abbreviation shortForm variant phrase"),
        "transactionType": words("origination modification creation"),
    }
)


def violations(root: _Element) -> Iterator[tuple[int, str]]:
    """What a TBX v3 file breaks, each with its line; the rules of data categories only for TBX-Basic and TBX-Min."""
    yield from _root(root)
    body = root.find("{*}text/{*}body")
    if body is None:
        yield line_of(root), "<text> with a <body> is missing"
        return
    dialect = root.get("type") in ("TBX-Basic", "TBX-Min")
    seen: set[str] = set()
    if not len(body):
        yield line_of(body), "<body> holds no <conceptEntry>"
    for element in body.iter():
        name = local(element)
        if identifier := element.get("id"):
            if identifier in seen:
                yield line_of(element), f"the id {identifier!r} is given twice"
            seen.add(identifier)
        if _namespace(element) in CORE:
            yield from _structure(element, name)
        if category := category_of(element):
            yield from _category(element, category, dialect)
        if root.get("style") == "dct" and name in _TYPED and element.get("type"):
            yield line_of(element), f'<{name} type=…> is of the DCA style, but the file says style="dct"'
        if root.get("style") == "dca" and _namespace(element) not in CORE:
            yield line_of(element), f'<{name}> is of another namespace, which only style="dct" allows'


def category_of(element: _Element) -> str:
    """The data category that an element holds, in either style; empty if it holds none."""
    name = local(element)
    if _namespace(element) in MODULES.values():
        return name
    return element.get("type") or "" if name in _TYPED | {"ref", "xref"} else ""


def _root(root: _Element) -> Iterator[tuple[int, str]]:
    if _namespace(root) not in CORE:
        yield line_of(root), f"the namespace of <tbx> must be {CORE[0]}"
    if root.get("style") not in ("dca", "dct"):
        yield line_of(root), '<tbx> must say style="dca" or style="dct"'
    for attribute, name in (("type", "type"), (XML_LANG, "xml:lang")):
        if not root.get(attribute):
            yield line_of(root), f"<tbx> lacks {name}"
    if root.find("{*}tbxHeader/{*}fileDesc/{*}sourceDesc") is None:
        yield line_of(root), "<tbxHeader> with <fileDesc> and <sourceDesc> is missing"
    for child in root:
        yield from _structure_children(child, "tbx")


def _structure(element: _Element, name: str) -> Iterator[tuple[int, str]]:
    children = [local(child) for child in element]
    if name in _CHILDREN:
        for child in element:
            yield from _structure_children(child, name)
    if name in ("conceptEntry", "langSec"):
        inner = "langSec" if name == "conceptEntry" else "termSec"
        if inner not in children:
            yield line_of(element), f"<{name}> holds no <{inner}>"
        elif any(child != inner for child in children[children.index(inner) :]):
            yield line_of(element), f"in <{name}>, nothing may stand after the first <{inner}> but others of it"
    if name == "langSec" and not element.get(XML_LANG):
        yield line_of(element), "<langSec> lacks xml:lang"
    if name == "termSec" and (children[:1] != ["term"] or children.count("term") != 1):
        yield line_of(element), "<termSec> must begin with its one <term>"
    if name == "term" and not flat_text(element):
        yield line_of(element), "<term> is empty"
    if name in ("termNote", "descrip", "admin", "transac", "transacNote") and not element.get("type"):
        yield line_of(element), f"<{name}> lacks its type"


def _structure_children(child: _Element, parent: str) -> Iterator[tuple[int, str]]:
    name = local(child)
    if _namespace(child) in CORE and name not in _CHILDREN[parent]:
        yield line_of(child), f"<{name}> may not stand in <{parent}>"


def _category(element: _Element, category: str, dialect: bool) -> Iterator[tuple[int, str]]:
    if not dialect:
        return
    name = local(element)
    known = META.get(category)
    if known is None:
        if name in ("transac", "transacNote"):
            wanted = "transactionType" if name == "transac" else "responsibility"
            yield line_of(element), f"<{name}> must be of type {wanted!r}, not {category!r}"
        else:
            yield line_of(element), f"{category!r} is no data category of TBX-Basic"
        return
    if _namespace(element) in CORE and name != known[0]:
        yield line_of(element), f"{category!r} belongs into <{known[0]}>, not <{name}>"
    if category in _LEVELS and (level := _level(element)) not in _LEVELS[category]:
        levels = ", ".join(sorted(_LEVELS[category]))
        yield line_of(element), f"{category!r} may not stand in <{level}>, only in: {levels}"
    if category in _VALUES and (value := flat_text(element)) not in _VALUES[category]:
        yield line_of(element), f"{value!r} is no {category}; one of: {', '.join(sorted(_VALUES[category]))}"


def _level(element: _Element) -> str:
    parent = element.getparent()
    while parent is not None and local(parent).endswith("Grp"):
        parent = parent.getparent()
    return local(parent) if parent is not None else ""


def _namespace(element: _Element) -> str:
    tag = element.tag
    return tag[1:].partition("}")[0] if isinstance(tag, str) and tag.startswith("{") else ""
