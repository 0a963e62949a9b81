"""Documents through the starter model: markup whole, glossary renderings inside it, protected text to the letter."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from lxml import etree

from translator.documents import Document, open_document
from translator.engine.package import bundled_package
from translator.pipeline import Translator

PAGE = """<!DOCTYPE html>
<html lang="fr"><head><title>Réunion de l'OTAN à Stockholm</title></head><body>
<p>Le <em>ministre russe des Affaires étrangères</em> a accusé l'<a href="https://nato.int">OTAN</a>.<sup><a
href="#n1">[1]</a></sup></p>
<p>La commande <code>git  push</code> est dans <span translate="no">Le Monde</span> à <b>Paris</b>.</p>
<img src="a.png" alt="Une photo de Paris"></body></html>
"""


@pytest.fixture(scope="module")
def translated() -> Callable[[Document], bytes]:
    model = bundled_package()
    tool = Translator(model=model.path, threads=1, beam_size=2)

    def write(document: Document) -> bytes:
        return b"".join(part.render(list(tool.translate_passages(part.passages))) for part in document.parts())

    return write


def tags(text: str) -> list[str]:
    return sorted(re.findall(r"<[^>]*>", text))


def test_html(written, translated) -> None:
    result = translated(written("a.html", PAGE)).decode()
    expected = PAGE.replace('lang="fr"', 'lang="en"')
    assert tags(re.sub('alt="[^"]*"', "", result)) == tags(re.sub('alt="[^"]*"', "", expected))
    assert "<em>Russian Foreign Minister</em>" in result
    assert '<a href="https://nato.int">NATO</a>' in result
    assert "<code>git  push</code>" in result
    assert '<span translate="no">Le Monde</span>' in result
    assert "<b>Paris</b>" in result
    assert "Réunion" not in result


def test_markdown(written, translated) -> None:
    source = "# L'*OTAN*\n\nLe **président français** est à [Paris](http://a.b/c_d)[^1] avec `code`.\n\n[^1]: Oui.\n"
    result = translated(written("a.md", source)).decode()
    assert result.startswith("# *NATO*\n\n")
    assert re.search(r"\*\*French President\*\*", result, re.IGNORECASE)
    assert "[Paris](http://a.b/c_d)" in result
    assert result.count("[^1]") == 2
    assert "`code`" in result


def test_the_same_bytes_from_one_record_or_many(written, translated) -> None:
    lines = ['{"text":"Le ministre russe est à Paris."}\n', '{"text":"L\'OTAN est là."}\n']
    assert translated(written("a.jsonl", "".join(lines))) == b"".join(
        translated(written("b.jsonl", line)) for line in lines
    )


def test_docx(tmp_path: Path, translated) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Le ")
    paragraph.add_run("ministre russe des Affaires étrangères").bold = True
    paragraph.add_run(" est à Paris.")
    document.save(tmp_path / "a.docx")
    result = docx.Document(io.BytesIO(translated(open_document(tmp_path / "a.docx"))))
    assert [run.text for run in result.paragraphs[0].runs if run.bold] == ["Russian Foreign Minister"]
    assert "Paris" in result.paragraphs[0].text


def test_files_of_another_program(interop: Path, translated) -> None:
    path = interop / "tmx" / "ExportTest2A.tmx"
    old, new = etree.parse(path), etree.fromstring(translated(open_document(path)))
    for before, after in zip(old.iter("tu"), new.iter("tu"), strict=True):
        english, french = after.findall("tuv/seg")
        assert etree.tostring(french) == etree.tostring(before.findall("tuv/seg")[1])
        assert sorted(etree.tostring(code, with_tail=False) for code in english) == sorted(
            etree.tostring(code, with_tail=False) for code in french
        )
