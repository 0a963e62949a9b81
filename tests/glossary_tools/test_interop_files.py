"""The files that nobody on this project wrote; skipped where they are not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from translator.errors import GlossaryError
from translator.glossary.entry import Entry
from translator.glossary.exchange import import_glossary, read_glossary
from translator.glossary.exchange.tbx_rules import violations
from translator.glossary.exchange.xml_safe import parsed

FOLDER = Path(__file__).parents[3] / "shared" / "interop"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="../shared/interop is not there")

VALID = [
    ("tbx/Example_Astronomy_DCA_VALID.tbx", "es", "en", 52, ("cúmulo abierto", "open cluster")),
    ("tbx/basic_good.tbx", "es", "en", 52, ("cúmulo abierto", "open cluster")),
    ("tbx/min_good.tbx", "es", "en", 55, ("cúmulo abierto", "open cluster")),
    ("tmx/ExportTest1A.tmx", "fr", "en", 4, ("Texte avec 3 espaces [ ] et 2 [ ]", "Text with 3 spaces [ ] and 2 [ ]")),
    ("tmx/ExportTest2A.tmx", "fr", "en", 6, ("Le gros chat noir dors.", "The big black cat sleeps.")),
    ("tmx/ImportTest1A.tmx", "fr", "en", 2, ("Premier segment avec [ ]", "First segment with [ ]")),
    ("hxltm/hxltm-exemplum-linguam.tbx", "pt", "en", 8, ("Língua portuguesa", "English language")),
    ("hxltm/hxltm-exemplum-linguam.tmx", "pt", "en", 8, ("Língua portuguesa", "English language")),
    ("hxltm/hxltm-exemplum-linguam.tm.hxl.csv", "pt", "en", 8, ("Língua portuguesa", "English language")),
    ("hxltm/hxltm-exemplum-linguam.por-Latn--spa-Latn.xlf", "pt", "es", 8, ("Língua portuguesa", "Idioma español")),
    ("termium/Characters.xml", "fr", "en", 68, ("débit moyen d'entropie", "average information rate")),
]


@pytest.mark.parametrize(("name", "source", "target", "count", "pair"), VALID)
def test_valid_files_are_read(name: str, source: str, target: str, count: int, pair: tuple[str, str]) -> None:
    glossary = import_glossary(FOLDER / name, source_lang=source, target_lang=target)
    assert pair in [(entry.source, entry.target) for entry in glossary]
    assert len(glossary) >= count


@pytest.mark.parametrize("name", ["tbx/basic_good.tbx", "hxltm/hxltm-exemplum-linguam.tmx"])
def test_languages_are_named(name: str) -> None:
    with pytest.raises(GlossaryError, match=r"no terms in 'fr'; languages of the file: .*en, es.*--from and --to"):
        import_glossary(FOLDER / name)


def test_bad_data_categories_are_refused() -> None:
    path = FOLDER / "tbx" / "basic_bad.tbx"
    with pytest.raises(GlossaryError, match=r"basic_bad\.tbx:26: breaks the rules of TBX.*theWrongType"):
        import_glossary(path, source_lang="es")
    found = [line for line, _ in violations(parsed(path.read_bytes(), ""))]
    assert found == [26, 69, 97, 140]
    glossary, notices = read_glossary(path, source_lang="es", lenient=True)
    assert len(glossary) == 52
    assert sum("basic_bad.tbx:" in notice for notice in notices) == 4


def test_poorly_formed_is_refused_with_its_line() -> None:
    with pytest.raises(GlossaryError, match=r"poorly_formed_xml\.tbx:42: not well-formed XML"):
        import_glossary(FOLDER / "tbx" / "poorly_formed_xml.tbx")


def test_status_and_abbreviations_come_along() -> None:
    glossary = list(import_glossary(FOLDER / "tbx" / "basic_good.tbx", source_lang="es"))
    assert (glossary[0].domain, glossary[0].status) == ("General", "preferred")
    assert glossary[1].status == "forbidden"
    termium = list(import_glossary(FOLDER / "termium" / "Characters.xml"))
    assert any(isinstance(entry, Entry) and entry.source_abbr for entry in termium)
