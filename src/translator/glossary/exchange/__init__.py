"""Glossaries in the formats of other programs: TBX, TMX, DeepL, Google, Amazon, OmegaT, Excel, JSON and more.

Both ways, without loss for what the other format can hold; notices name what it cannot. docs/exchange-formats.md has
the table. One module a family of formats; `formats` knows them all, `content` is what passes between them and the
glossary, `encoding` and `xml_safe` take in what strangers wrote.
"""

from __future__ import annotations

from pathlib import Path

from translator.atomic import refuse_folder, write_atomic
from translator.errors import GlossaryError, UsageError
from translator.glossary.exchange.content import Content, Languages
from translator.glossary.exchange.formats import FORMATS, by_content, by_suffix, named
from translator.glossary.exchange.tbx_read import read_tbx
from translator.glossary.glossary import Glossary

__all__ = ["FORMATS", "LARGEST", "export_glossary", "import_glossary", "read_glossary"]

LARGEST = 64 << 20
"""Files of more bytes are refused before they are read."""


def import_glossary(
    path: str | Path,
    format: str | None = None,
    *,
    source_lang: str = "fr",
    target_lang: str = "en",
    lenient: bool = False,
) -> Glossary:
    """A glossary from a file in any format of `FORMATS`; by suffix and content unless `format` names it.

    `source_lang` and `target_lang` choose two languages of a file of many; `lenient` reads TBX that breaks the rules
    of its dialect. Raises `GlossaryError` naming file and, where there is one, line.
    """
    return read_glossary(path, format, source_lang=source_lang, target_lang=target_lang, lenient=lenient)[0]


def read_glossary(
    path: str | Path,
    format: str | None = None,
    *,
    source_lang: str = "fr",
    target_lang: str = "en",
    lenient: bool = False,
) -> tuple[Glossary, list[str]]:
    """Like `import_glossary`, with notices about what the glossary has no place for."""
    path = Path(path)
    if format is not None:
        named(format)
    try:
        size = path.stat().st_size
        if size > LARGEST:
            message = f"has {size >> 20} MB, more than the {LARGEST >> 20} that are read; split it"
            raise GlossaryError(message, path=path)
        data = path.read_bytes()
    except OSError as error:
        raise GlossaryError(f"cannot be read: {error.strerror}", path=path) from None
    name = format or by_content(path, data)
    content = _read(data, name, str(path), Languages(source_lang, target_lang), lenient)
    return Glossary(content.entries, columns=content.columns), content.notices


def export_glossary(
    glossary: Glossary, path: str | Path, format: str | None = None, *, source_lang: str = "fr", target_lang: str = "en"
) -> list[str]:
    """Write a glossary, atomically, in the format of the suffix or the one named; notices say what it cannot hold.

    Raises `UsageError` for a format that is not known or only read, `DocumentError` if the file cannot be written.
    """
    path = Path(path)
    refuse_folder(path)
    name = format or by_suffix(path)
    write = named(name).write
    if write is None:
        raise UsageError(f"{name} is a format that is only read; use another --format")
    data, notices = write(list(glossary), glossary.columns, Languages(source_lang, target_lang))
    write_atomic(path, data)
    return notices


def _read(data: bytes, name: str, path: str, languages: Languages, lenient: bool) -> Content:
    if name in ("tbx", "tbx-dct"):
        return read_tbx(data, path, languages, lenient=lenient)
    read = named(name).read
    if read is None:
        raise UsageError(f"{name} is a format that is only written")
    return read(data, path, languages)
