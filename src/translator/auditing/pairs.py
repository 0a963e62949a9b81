"""Reading existing translations: two text files line by line, TSV, TMX, XLIFF."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from translator.documents.part import decode_utf8
from translator.errors import DocumentError

if TYPE_CHECKING:
    from lxml.etree import _Element

_FRENCH_HEADS = frozenset({"fr", "fra", "french", "français", "source"})
_ENGLISH_HEADS = frozenset({"en", "eng", "english", "anglais", "target"})
_NATIVE_CODE = frozenset({"bpt", "ept", "ph", "it", "ut", "x", "bx", "ex", "note"})
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pair:
    """A French segment, its English translation, and the line of the file where the English (or both) stands."""

    french: str
    english: str
    line: int


def read_text_pair(french: str | Path, english: str | Path) -> Iterator[Pair]:
    """Pair two text files line by line, lazily; `-` is standard input. Pairs of blank lines are left out.

    Raises `DocumentError` if a file cannot be read, is not UTF-8 or has more lines than the other.
    """
    with closing(read_lines(french)) as sources, closing(read_lines(english)) as targets:
        for line, (source, target) in enumerate(zip_longest(sources, targets), 1):
            if source is None or target is None:
                shorter, longer = (french, english) if source is None else (english, french)
                raise DocumentError(
                    f"there is no line {line}, but {longer} has one; both files must have the same number of lines, "
                    "each line being the translation of the other",
                    path=shorter,
                    line=line,
                )
            if source.strip() or target.strip():
                yield Pair(source, target, line)


def is_bilingual(path: str | Path) -> bool:
    """Whether the suffix is one of a file that holds both languages."""
    return Path(path).suffix.lower() in _READERS


def read_bilingual(path: str | Path) -> Iterator[Pair]:
    """The pairs of a TSV, TMX or XLIFF file, by its suffix, lazily.

    Raises `DocumentError` for another suffix, a file that cannot be read or holds no pair, and XML that is broken or
    declares entities.
    """
    reader = _READERS.get(Path(path).suffix.lower())
    if reader is None:
        known = ", ".join(sorted(_READERS))
        raise DocumentError(
            f"no file of both languages; give two text files, or one with a suffix of: {known}", path=path
        )
    return _some(reader(Path(path)), path)


def _some(pairs: Iterator[Pair], path: str | Path) -> Iterator[Pair]:
    """The pairs, of which there must be one: a file in which nothing was looked at is not a file without mistakes."""
    found = False
    for pair in pairs:
        found = True
        yield pair
    if not found:
        message = "holds no French segment beside an English one; check its format and its languages"
        raise DocumentError(message, path=path)


def read_lines(path: str | Path) -> Generator[str, None, None]:
    """The lines of a text file without their ends; `-` is standard input. Raises `DocumentError`."""
    try:
        with sys.stdin.buffer if str(path) == "-" else open(path, "rb") as file:
            for number, line in enumerate(file, 1):
                text = decode_utf8(line, str(path), number)
                yield (text.removeprefix("\ufeff") if number == 1 else text).rstrip("\r\n")
    except OSError as error:
        raise DocumentError(f"cannot be read: {error.strerror}", path=path) from None


def _read_tsv(path: Path) -> Iterator[Pair]:
    """Two columns with a tab between them, or more under a header that names `source`/`fr` and `target`/`en`."""
    french, english = 0, 1
    for number, line in enumerate(read_lines(path), 1):
        cells = [_unquoted(cell) for cell in line.split("\t")]
        if number == 1:
            heads = [re.split(r"[-_]", cell.strip().lower())[0] for cell in cells]
            sources = [n for n, head in enumerate(heads) if head in _FRENCH_HEADS]
            targets = [n for n, head in enumerate(heads) if head in _ENGLISH_HEADS]
            if sources and targets:
                french, english = sources[0], targets[0]
                continue
        if not line.strip():
            continue
        if len(cells) <= max(french, english):
            raise DocumentError(f"{len(cells)} column, but French and English need two with a tab between them",
                                path=path, line=number)  # fmt: skip
        yield Pair(cells[french], cells[english], number)


def _unquoted(cell: str) -> str:
    """A cell as a spreadsheet wrote it: in quotes, with quotes inside doubled."""
    inner = cell[1:-1]
    if len(cell) > 1 and cell[0] == cell[-1] == '"' and '"' not in inner.replace('""', ""):
        return inner.replace('""', '"')
    return cell


def _read_tmx(path: Path) -> Iterator[Pair]:
    for unit in _elements(path, "tu"):
        texts: dict[str, str] = {}
        for variant in unit.iterchildren():
            if _name(variant) == "tuv":
                segment = next((child for child in variant.iterchildren() if _name(child) == "seg"), None)
                texts.setdefault(_language(variant), "" if segment is None else _text(segment))
        if "fr" in texts and "en" in texts:
            yield Pair(texts["fr"], texts["en"], _line(unit))


def _read_xliff(path: Path) -> Iterator[Pair]:
    for unit in _elements(path, "trans-unit", "segment"):
        if unit.get("translate") == "no" or any(above.get("translate") == "no" for above in unit.iterancestors()):
            continue
        parts = {_name(child): child for child in reversed(list(unit.iterchildren()))}
        if "source" not in parts:
            continue
        source, target = _text(parts["source"]), _text(parts["target"]) if "target" in parts else ""
        yield Pair(*_french_first(unit, source, target, path), _line(unit))


def _french_first(unit: _Element, source: str, target: str, path: Path) -> tuple[str, str]:
    """Source and target as French and English, by the languages that the file declares."""
    for above in unit.iterancestors():
        ours = above.get("source-language") or above.get("srcLang")
        theirs = above.get("target-language") or above.get("trgLang") or "en"
        if ours:
            languages = ours.lower()[:2], theirs.lower()[:2]
            if languages == ("en", "fr"):
                return target, source
            if languages != ("fr", "en"):
                raise DocumentError(f"translates from {ours} to {theirs}; French and English are needed", path=path)
            break
    return source, target


def _elements(path: Path, *names: str) -> Iterator[_Element]:
    """The elements of these names, whatever their namespace, one after the other; what was read is forgotten."""
    from lxml import etree

    try:
        with open(path, "rb") as file:
            if _ENTITY.search(file.read(1 << 16).replace(b"\0", b"")):
                raise DocumentError("declares entities, which are refused; remove its document type", path=path)
            file.seek(0)
            events = etree.iterparse(
                file,
                events=("end",),
                tag=[f"{{*}}{name}" for name in names],
                resolve_entities=False,
                no_network=True,
                load_dtd=False,
                remove_comments=True,
                remove_pis=True,
            )
            for _, element in events:
                yield element
                element.clear(keep_tail=False)
                while (before := element.getprevious()) is not None:
                    parent = element.getparent()
                    if parent is None:
                        break
                    parent.remove(before)
    except OSError as error:
        raise DocumentError(f"cannot be read: {error.strerror}", path=path) from None
    except etree.XMLSyntaxError as error:
        raise DocumentError(f"broken XML: {error.msg}; mend it", path=path, line=error.lineno) from None


def _name(element: _Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _line(element: _Element) -> int:
    line = element.sourceline
    return line if isinstance(line, int) else 0


def _language(variant: _Element) -> str:
    name = variant.get("{http://www.w3.org/XML/1998/namespace}lang") or variant.get("lang") or ""
    return name.lower()[:2]


def _text(element: _Element) -> str:
    """The text of a segment without the native code of its inline elements."""
    pieces = [element.text or ""]
    for child in element.iterchildren():
        if _name(child) not in _NATIVE_CODE:
            pieces.append(_text(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


_READERS: dict[str, Callable[[Path], Iterator[Pair]]] = {
    ".tsv": _read_tsv,
    ".tab": _read_tsv,
    ".tmx": _read_tmx,
    ".xlf": _read_xliff,
    ".xliff": _read_xliff,
}
