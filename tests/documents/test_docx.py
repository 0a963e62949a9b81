from __future__ import annotations

import io
import zipfile
from collections import Counter

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from pseudo_translation import capitals, keep, render

from translator.documents import open_document
from translator.documents.runs import paragraph_slots
from translator.documents.template import Template
from translator.documents.xml_source import parse_xml as parse_xml_source
from translator.errors import DocumentError


@pytest.fixture
def report(tmp_path):
    """A document with what Word puts between texts."""
    document = docx.Document()
    document.add_heading("Le titre", 1)
    paragraph = document.add_paragraph("Un ")
    paragraph.add_run("gros").bold = True
    paragraph.add_run(" chat").bold = True
    run = paragraph.add_run(" noir & blanc")
    run.italic = True
    paragraph.add_run(" dort.\tAprès la tabulation\nSuite ")
    paragraph.add_run("grasse").bold = True
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Cellule", "12"
    document.sections[0].header.paragraphs[0].text = "En-tête"
    document.sections[0].footer.paragraphs[0].text = "Pied"
    body = document.element.body
    for xml in (
        # A link, bookmarks, a footnote's mark, spelling marks, and a deletion.
        '<w:p {}><w:r><w:t xml:space="preserve">Voir </w:t></w:r><w:hyperlink w:anchor="x"><w:r><w:rPr>'
        '<w:u w:val="single"/></w:rPr><w:t>la page</w:t></w:r></w:hyperlink><w:bookmarkStart w:id="1" w:name="b"/>'
        '<w:proofErr w:type="spellStart"/><w:r><w:footnoteReference w:id="2"/></w:r><w:bookmarkEnd w:id="1"/>'
        '<w:r><w:t xml:space="preserve"> ici</w:t></w:r>'
        "<w:del w:id='3'><w:r><w:delText>non</w:delText></w:r></w:del></w:p>",
        # A field in running text.
        '<w:p {}><w:r><w:t xml:space="preserve">Avant </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>'
        '<w:instrText>HYPERLINK "non"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r>'
        '<w:t>lien</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> après</w:t>'
        "</w:r></w:p>",
        # A text box in a paragraph with text.
        "<w:p {}><w:r><w:t>Dehors</w:t></w:r><w:r><w:pict><v:textbox xmlns:v='urn:schemas-microsoft-com:vml'>"
        "<w:txbxContent><w:p><w:r><w:t>Dedans</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r></w:p>",
        # A control around a run, and an unfinished field.
        "<w:p {}><w:sdt><w:sdtPr><w:id w:val='7'/></w:sdtPr><w:sdtContent><w:r><w:t>Contrôle</w:t></w:r></w:sdtContent>"
        "</w:sdt><w:r><w:t xml:space='preserve'> libre</w:t></w:r><w:r><w:fldChar w:fldCharType='begin'/></w:r></w:p>",
    ):
        body.insert(len(body) - 1, parse_xml(xml.format(nsdecls("w"))))
    path = tmp_path / "report.docx"
    document.save(path)
    return path


def members(data: bytes) -> dict[str, bytes]:
    """The files of the archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_passages(report, texts) -> None:
    assert texts(open_document(report)) == [
        "Le titre", "Un gros chat noir & blanc dort.", "Après la tabulation", "Suite grasse", "Cellule",
        "Voir la page ici", "Avant lien après", "Dehors", "Dedans", "Contrôle libre", "En-tête", "Pied",
    ]  # fmt: skip


def test_nothing_translated_is_the_same_file(report) -> None:
    assert render(open_document(report), keep) == report.read_bytes()


def test_runs_follow_the_words(report) -> None:
    data = render(open_document(report), capitals)
    result = docx.Document(io.BytesIO(data))
    assert [(run.text, run.bold, run.italic) for run in result.paragraphs[1].runs] == [
        ("UN ", None, None),
        ("GROS CHAT ", True, None),
        ("NOIR & BLANC", None, True),
        (" DORT.\tAPRÈS LA TABULATION\nSUITE ", None, None),
        ("GRASSE", True, None),
    ]
    assert [cell.text for cell in result.tables[0].rows[0].cells] == ["CELLULE", "12"]
    assert result.sections[0].header.paragraphs[0].text == "EN-TÊTE"
    assert result.sections[0].footer.paragraphs[0].text == "PIED"
    link = result.paragraphs[2]
    assert link.text == "VOIR LA PAGE ICI"
    assert link.hyperlinks[0].text == "LA PAGE"
    assert link.hyperlinks[0].runs[0].underline
    assert [paragraph.text for paragraph in result.paragraphs[3:6]] == ["AVANT LIEN APRÈS", "DEHORS", " LIBRE"]


def test_everything_else_is_copied(report) -> None:
    old, new = members(report.read_bytes()), members(render(open_document(report), capitals))
    assert list(old) == list(new)
    changed = {name for name in old if old[name] != new[name]}
    assert changed == {"word/document.xml", "word/header1.xml", "word/footer1.xml"}
    text = new["word/document.xml"].decode()
    for tag in (
        "w:bookmarkStart", "w:bookmarkEnd", "w:proofErr", "w:footnoteReference", "w:del ", "w:delText", "w:instrText",
        'fldCharType="begin"', 'fldCharType="separate"', 'fldCharType="end"', "w:hyperlink ", "w:sdtPr", "v:textbox",
        "w:sectPr ", "w:tbl>", "w:tab/", "w:br/",
    ):  # fmt: skip
        assert text.count(tag) == old["word/document.xml"].decode().count(tag), tag
    order = [text.index(word) for word in ("AVANT", '"begin"', "instrText", '"separate"', "LIEN", '"end"', ">APRÈS<")]
    assert order == sorted(order)
    assert "DEDANS" in text


def test_words_in_another_order_keep_the_tags(report) -> None:
    data = render(open_document(report), lambda passage: capitals(passage, reverse=True))
    text = members(data)["word/document.xml"].decode()
    assert text.count("w:hyperlink ") == 1
    assert text.index('"begin"') < text.index('"separate"') < text.index('"end"')
    assert docx.Document(io.BytesIO(data)).paragraphs[1].runs[0].text.startswith("DORT. ")


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (None, "is no DOCX that can be read"),
        ({"a.xml": "<a/>"}, "no word/document.xml"),
        ({"word/document.xml": "<w:document>"}, "document.xml:1: is not well-formed"),
        ({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}, "declares entities"),
    ],
)
def test_what_is_no_docx_is_refused(written, kept, files, message: str) -> None:
    data = io.BytesIO()
    if files:
        with zipfile.ZipFile(data, "w") as archive:
            for name, text in files.items():
                archive.writestr(name, text)
    with pytest.raises(DocumentError, match=message):
        kept(written("a.docx", data.getvalue() or b"\xd0\xcf\x11\xe0"))


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RUNS = st.builds(
    lambda properties, content: f"<w:r>{properties}{content}</w:r>",
    st.sampled_from(["", "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:i/></w:rPr>"]),
    st.sampled_from(
        ["<w:t>mot</w:t>", '<w:t xml:space="preserve"> un mot </w:t>', "<w:t>&lt;été&gt;</w:t>", "<w:t/>", "",
         "<w:tab/>", "<w:t>a</w:t><w:br/><w:t>b</w:t>", "<w:drawing/>", "<w:footnoteReference/>",
         '<w:fldChar w:fldCharType="begin"/>', "<w:instrText>X</w:instrText>",
         '<w:fldChar w:fldCharType="separate"/>', '<w:fldChar w:fldCharType="end"/>']
    ),
)  # fmt: skip
SINGLE = st.sampled_from(["<w:bookmarkStart/>", "<w:proofErr/>"])
PAIR = st.sampled_from(["hyperlink", "ins"])
CONTENT = st.recursive(
    st.lists(st.one_of(RUNS, RUNS, SINGLE), max_size=6).map("".join),
    lambda inner: st.lists(
        st.one_of(inner, st.builds("<w:{0}>{1}</w:{0}>".format, PAIR, inner)), max_size=3
    ).map("".join),
    max_leaves=6,
)  # fmt: skip


@given(CONTENT, st.booleans())
@settings(max_examples=100, deadline=None)
def test_any_paragraph_stays_well_formed_with_all_that_is_in_it(content: str, reverse: bool) -> None:
    source = f'<w:p xmlns:w="{WORD}"><w:pPr/>{content}</w:p>'
    xml = parse_xml_source(source.encode(), "a.xml")
    template = Template(xml.text, paragraph_slots(xml, xml.root))
    passages = [template.slots[n].passage for n in template.stretches]
    assert template.write([keep(passage) for passage in passages]) == source
    result = etree.fromstring(template.write([capitals(passage, reverse) for passage in passages]))
    old = etree.fromstring(source)
    count = [Counter(e.tag.partition("}")[2] for e in root.iter()) for root in (old, result)]
    for name in ("hyperlink", "ins", "bookmarkStart", "proofErr", "drawing", "fldChar", "instrText", "tab", "br"):
        assert count[0][name] == count[1][name]
    texts = ["".join(text.text or "" for text in root.iter(f"{{{WORD}}}t")) for root in (old, result)]
    assert sorted("".join(texts[0].upper().split())) == sorted("".join(texts[1].upper().split()))
    assert all(t.getparent().tag == f"{{{WORD}}}r" for t in result.iter(f"{{{WORD}}}t"))
    assert not any(run.findall(f".//{{{WORD}}}r") for run in result.iter(f"{{{WORD}}}r"))
