"""Which formats there are, and how a file shows which one it is in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from translator.errors import GlossaryError, UsageError
from translator.glossary.check.did_you_mean import did_you_mean
from translator.glossary.entry import Entry
from translator.glossary.exchange import more_formats, own_tables, pair_tables, tbx_read, tbx_write, tmx
from translator.glossary.exchange.content import Content, Languages
from translator.glossary.exchange.encoding import decoded, marked

Reader = Callable[[bytes, str, Languages], Content]
Writer = Callable[[Sequence[Entry], tuple[str, ...], Languages], tuple[bytes, list[str]]]


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: what it is, and how it is read and written (None if it is not)."""

    title: str
    read: Reader | None
    write: Writer | None


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "csv": Format("the glossary's own CSV", own_tables.read_csv, own_tables.write_csv),
        "tsv": Format("the same with tabulators", own_tables.read_tsv, own_tables.write_tsv),
        "json": Format("the same as a list of JSON objects", own_tables.read_json, own_tables.write_json),
        "xlsx": Format("the same as an Excel workbook", own_tables.read_xlsx, own_tables.write_xlsx),
        "tbx": Format("TBX-Basic 3, DCA style; reads any TBX", tbx_read.read_tbx, tbx_write.write_tbx),
        "tbx-dct": Format("TBX-Basic 3, DCT style", tbx_read.read_tbx, tbx_write.write_tbx_dct),
        "tmx": Format("TMX 1.4, also for Amazon Translate", tmx.read_tmx, tmx.write_tmx),
        "deepl": Format("DeepL CSV", pair_tables.read_deepl_csv, pair_tables.write_deepl_csv),
        "deepl-tsv": Format("DeepL TSV", pair_tables.read_deepl_tsv, pair_tables.write_deepl_tsv),
        "google": Format("Google, one direction: two columns", pair_tables.read_google, pair_tables.write_google),
        "google-terms": Format(
            "Google, equivalent term sets", pair_tables.read_term_sets, pair_tables.write_google_terms
        ),
        "amazon": Format("Amazon Translate CSV", pair_tables.read_term_sets, pair_tables.write_amazon),
        "omegat": Format("OmegaT glossary, tabulators", pair_tables.read_omegat, pair_tables.write_omegat),
        "utx": Format("UTX 1.11", more_formats.read_utx, more_formats.write_utx),
        "xliff": Format("XLIFF 1.2 or 2, reading only", more_formats.read_xliff, None),
        "termium": Format("TERMIUM Plus extract, reading only", more_formats.read_termium, None),
        "hxl": Format("HXL-TM CSV, reading only", more_formats.read_hxl, None),
    }
)
"""All formats by the name that `--format` takes."""

_SUFFIXES = {
    ".csv": "csv", ".tsv": "tsv", ".tab": "omegat", ".txt": "omegat", ".utf8": "omegat", ".json": "json",
    ".xlsx": "xlsx", ".tbx": "tbx", ".tmx": "tmx", ".utx": "utx", ".xlf": "xliff", ".xliff": "xliff",
}  # fmt: skip
_ROOTS = {"tbx": "tbx", "martif": "tbx", "tmx": "tmx", "xliff": "xliff", "termium_extract": "termium"}
_ROOT = re.compile(r"<(?![?!])(?:\w+:)?([\w-]+)")
_PROLOG = re.compile(r"(?s)<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^>\[]*(\[.*?\]\s*)?>")
_CODE = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]+)*", re.IGNORECASE)


def named(name: str) -> Format:
    """The format of a name. Raises `UsageError` with a guess if there is none."""
    if name not in FORMATS:
        raise UsageError(f"unknown format {name!r}.{did_you_mean(name, FORMATS)} Formats: {', '.join(FORMATS)}")
    return FORMATS[name]


def by_suffix(path: Path) -> str:
    """The name of the format that a file of this name is written in. Raises `UsageError` if the suffix tells none."""
    try:
        return _SUFFIXES[path.suffix.lower()]
    except KeyError:
        known = ", ".join(_SUFFIXES)
        raise UsageError(f"{path}: the suffix tells no format; use --format, or one of: {known}") from None


def by_content(path: Path, data: bytes) -> str:
    """The name of the format that a file is in, by its suffix and, where that is not enough, its beginning.

    Raises `GlossaryError` if nothing fits.
    """
    suffix = path.suffix.lower()
    if data.startswith(b"PK\x03\x04") or suffix == ".xlsx":
        return "xlsx"
    text = _beginning(data, str(path))
    if text.lstrip().startswith("<") and (root := _ROOT.search(_PROLOG.sub("", text))):
        if root.group(1) in _ROOTS:
            return _ROOTS[root.group(1)]
        raise GlossaryError(f"XML of an unknown kind: the root element is <{root.group(1)}>", path=path)
    if text.upper().startswith("#UTX"):
        return "utx"
    if suffix in (".csv", ".tsv", ".txt", ".tab", ".utf8") or {"source", "target"} <= set(_cells(text)):
        return _table(text, _SUFFIXES.get(suffix, "csv"))
    if suffix in _SUFFIXES:
        return _SUFFIXES[suffix]
    raise GlossaryError(f"no known format by its suffix or content; use --format: {', '.join(FORMATS)}", path=path)


def _table(text: str, usual: str) -> str:
    lines = [line for line in text.splitlines() if line.strip()][:5]
    first = lines[0] if lines else ""
    cells = _cells(first)
    if {"source", "target"} <= set(cells):
        return "tsv" if "\t" in first else "csv"
    if any("#item+" in line for line in lines):
        return "hxl"
    known = ("pos", "description")
    if len(cells) > 1 and all(_CODE.fullmatch(cell) or cell in known for cell in cells) and len(cells[0]) < 8:
        return "google-terms"
    if "\t" in first:
        return "omegat" if usual != "csv" else "deepl-tsv"
    return "deepl" if len(cells) > 1 and usual == "csv" else usual


def _cells(text: str) -> list[str]:
    first = text.partition("\n")[0].lower()
    return [cell.strip().strip('"') for cell in re.split(r"\t" if "\t" in first else "[,;]", first)]


def _beginning(data: bytes, path: str) -> str:
    encoding = marked(data)
    if encoding:
        return data[:8192].decode(encoding, "ignore")
    return decoded(data[:8192], path)[0] if b"\0" not in data[:8192] else ""
