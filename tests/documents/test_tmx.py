from __future__ import annotations

import re

import pytest
from lxml import etree
from pseudo_translation import capitals, keep, render

from translator.errors import DocumentError

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
FILE = """<?xml version="1.0" encoding="iso-8859-1"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="fr"/><body>
  <tu tuid="1">
    <prop type="x">non</prop>
    <tuv xml:lang="FR-ca" creationid="moi">
      <note>non</note>
      <seg>Un <bpt i="1">&lt;b></bpt>\u00e9t\u00e9<ept i="1"/> &amp; <ph x="1"/>fin</seg>
    </tuv>
    <tuv xml:lang="de"><seg>Ein</seg></tuv>
  </tu>
  <tu><tuv lang="en-US"><prop type="y">p</prop><seg>old</seg></tuv>
   <tuv lang="fr"><seg>deux <hi>mots</hi></seg></tuv></tu>
  <tu><tuv xml:lang="de"><seg>Nur</seg></tuv></tu>
  <tu><tuv xml:lang="fr"><seg>12</seg></tuv></tu>
</body></tmx>
"""


def variants(data: bytes, language: str) -> list[str]:
    """The serialised segments of a language."""
    return [
        etree.tostring(variant.find("seg"), encoding="unicode", with_tail=False)
        for variant in etree.fromstring(data).iter("tuv")
        if (variant.get(LANG) or variant.get("lang")).lower().startswith(language)
    ]


def without_english(data: bytes) -> str:
    """The canonical form of everything else."""
    root = etree.fromstring(data)
    for variant in list(root.iter("tuv")):
        if (variant.get(LANG) or variant.get("lang")).lower().startswith("en"):
            variant.getparent().remove(variant)
    return re.sub(r"\s+", "", etree.tostring(root, method="c14n").decode())


def test_english_is_added_and_replaced(written, kept) -> None:
    data = FILE.encode("latin-1")
    document = written("a.tmx", data)
    result = render(document, capitals)
    assert variants(result, "en") == [
        '<seg>UN <bpt i="1">&lt;b&gt;</bpt>ÉTÉ<ept i="1"/> &amp; <ph x="1"/>FIN</seg>',
        "<seg>DEUX <hi>MOTS</hi></seg>",
    ]
    assert without_english(result) == without_english(data)
    assert b'\n    <tuv xml:lang="en">\n      <seg>UN <bpt' in result
    assert b'<tuv lang="en-US"><prop type="y">p</prop><seg>DEUX' in result
    assert variants(kept(document), "en") == [v for v in variants(data, "fr") if "12" not in v]


@pytest.mark.parametrize(
    "source", ["<xliff/>", '<tmx><body><tu><tuv xml:lang="de"><seg>x</seg></tuv></tu></body></tmx>']
)
def test_another_file_is_refused(written, kept, source: str) -> None:
    with pytest.raises(DocumentError, match=r"a\.tmx"):
        kept(written("a.tmx", source))


def test_no_unit_no_change(written, kept) -> None:
    assert kept(written("a.tmx", "<tmx><body/></tmx>")) == b"<tmx><body/></tmx>"


@pytest.mark.parametrize(
    ("name", "count"),
    [("tmx/ExportTest1A.tmx", 4), ("tmx/ExportTest2A.tmx", 6), ("tmx/ImportTest1A.tmx", 2)],
)
def test_files_of_another_program(written, interop, name: str, count: int) -> None:
    data = (interop / name).read_bytes()
    document = written("a.tmx", data)
    same, changed = render(document, keep), render(document, capitals)
    assert same[:3] == data[:3]
    assert variants(same, "en") == variants(same, "fr") == variants(data, "fr")
    assert len(variants(changed, "en")) == count
    for result in (same, changed):
        assert without_english(result) == without_english(data)
    for french, english in zip(variants(data, "fr"), variants(changed, "en"), strict=True):
        assert sorted(re.findall(r"<[^>]*>", english)) == sorted(re.findall(r"<[^>]*>", french))
        assert english != french


def test_a_file_without_french_is_refused(written, kept, interop) -> None:
    with pytest.raises(DocumentError, match="no unit has a variant in French"):
        kept(written("a.tmx", next((interop / "hxltm").glob("*.tmx")).read_bytes()))
