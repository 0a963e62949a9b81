from __future__ import annotations

import re
import time

import pytest
from lxml import etree
from pseudo_translation import capitals, render

from translator.errors import DocumentError

V1 = """<?xml version="1.0" encoding="utf-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
 <file original="a" source-language="fr-FR" datatype="html">
  <body>
   <!-- un commentaire -->
   <trans-unit id="1">
    <source>Un <g id="1">gros <x id="2"/>chat</g> noir &amp; blanc</source>
   </trans-unit>
   <trans-unit id="2"><source>Un</source><target/></trans-unit>
   <trans-unit id="3" approved="yes"><source>Un</source><target>One</target></trans-unit>
   <trans-unit id="4"><source>Un</source><target xml:lang="en" state="final">One</target></trans-unit>
   <trans-unit id="5"><source>Un</source><target xml:lang="en" state="new">?</target><note>non</note></trans-unit>
   <trans-unit id="6" translate="no"><source>Non</source></trans-unit>
   <group translate="no"><trans-unit id="7"><source>Non</source></trans-unit></group>
   <trans-unit id="8"><source>12</source></trans-unit>
   <trans-unit id="9"><source/></trans-unit>
   <trans-unit id="10"><source>Le <bpt id="1">&lt;b></bpt>chat<ept id="1">&lt;/b></ept> <ph id="2">{0}</ph> dort <mrk
     mtype="protected">Le Monde</mrk></source><alt-trans><source>Non</source><target>No</target></alt-trans>
   </trans-unit>
   <trans-unit id="11"><source>Un. Deux.</source><seg-source><mrk mtype="seg" mid="1">Un.</mrk> <mrk mtype="seg"
     mid="2">Deux.</mrk></seg-source></trans-unit>
   <trans-unit id="12"><source><![CDATA[a < b]]> et</source></trans-unit>
  </body>
 </file>
</xliff>
"""

V2 = """<?xml version="1.0"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="fr">
 <file id="f"><unit id="u">
   <originalData><data id="d">&lt;br/></data></originalData>
   <segment id="1"><source>Un <pc id="1">gros <ph id="2" dataRef="d"/>chat</pc> noir</source></segment>
   <segment state="initial"><source>Un <sc id="3"/>mot<ec startRef="3"/></source><target></target></segment>
   <segment state="final"><source>Fini</source><target>Done</target></segment>
   <segment><source xml:space="preserve">Un
  deux</source></segment>
   <segment><source>Dit <mrk id="m" translate="no">Le Monde</mrk></source></segment>
   <ignorable><source> </source></ignorable>
 </unit><unit id="v" translate="no"><segment><source>Non</source></segment></unit></file>
</xliff>
"""


def targets(data: bytes) -> list[str]:
    """The serialised content of every target, without namespaces."""
    found = etree.fromstring(data).iterfind(".//{*}target")
    texts = [etree.tostring(target, encoding="unicode") for target in found]
    return [re.sub(r" xmlns=\"[^\"]*\"|^<target[^>]*>|</target>\s*$", "", text) for text in texts]


def without_targets(data: bytes) -> str:
    """The canonical form of everything but the targets and what says that they are there."""
    root = etree.fromstring(data)
    for target in list(root.iterfind(".//{*}target")):
        target.getparent().remove(target)
    for element in root.iter(etree.Element):
        for name in ("state", "target-language", "trgLang"):
            element.attrib.pop(name, None)
    return re.sub(r"\s+", "", etree.tostring(root, method="c14n").decode())


def test_version_1(written, kept) -> None:
    document = written("a.xlf", V1)
    data = render(document, capitals)
    assert targets(data) == [
        'UN <g id="1">GROS <x id="2"/>CHAT</g> NOIR &amp; BLANC',
        "UN",
        "One",
        "One",
        "UN",
        'LE <bpt id="1">&lt;b&gt;</bpt>CHAT<ept id="1">&lt;/b&gt;</ept> <ph id="2">{0}</ph> DORT '
        '<mrk mtype="protected">Le Monde</mrk>',
        "No",
        '<mrk mtype="seg" mid="1">UN.</mrk> <mrk mtype="seg" mid="2">DEUX.</mrk>',
        "A &lt; B ET",
    ]
    assert without_targets(data) == without_targets(V1.encode())
    assert b'source-language="fr-FR" target-language="en"' in data
    assert b'<target state="translated" state-qualifier="leveraged-mt" xml:lang="en">UN</target><note>' in data
    assert b'</source>\n    <target state="translated" state-qualifier="leveraged-mt">UN <g' in data
    assert targets(kept(document))[0] == 'Un <g id="1">gros <x id="2"/>chat</g> noir &amp; blanc'
    assert without_targets(kept(document)) == without_targets(V1.encode())


def test_version_2(written, kept) -> None:
    document = written("a.xliff", V2)
    data = render(document, capitals)
    assert targets(data) == [
        'UN <pc id="1">GROS <ph id="2" dataRef="d"/>CHAT</pc> NOIR',
        'UN <sc id="3"/>MOT<ec startRef="3"/>',
        "Done",
        "UN\n  DEUX",
        'DIT <mrk id="m" translate="no">Le Monde</mrk>',
    ]
    assert without_targets(data) == without_targets(V2.encode())
    assert b'srcLang="fr" trgLang="en"' in data
    assert data.count(b'state="translated"') == 4
    assert data.count(b'xml:space="preserve"') == 2
    assert without_targets(kept(document)) == without_targets(V2.encode())


def test_what_is_done_comes_back_as_it_was(written, kept) -> None:
    done = V2.replace('srcLang="fr"', 'srcLang="fr" trgLang="en-GB"')
    done = re.sub(r"<segment(?! state=\"final\").*?</segment>", "", done, flags=re.DOTALL)
    assert kept(written("a.xlf", done)).decode() == done


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (V1.replace('"fr-FR"', '"de"'), "source-language is de"),
        (V2.replace('srcLang="fr"', ""), "srcLang is missing"),
        (V2.replace('srcLang="fr"', 'srcLang="fr" trgLang="es"'), "trgLang is es"),
        ("<tmx/>", "no XLIFF"),
        ("<xliff>", r"a\.xlf:1: is not well-formed XLIFF"),
        ("", "is not"),
        (V1.replace("utf-8", "klingon"), "klingon"),
    ],
)
def test_another_file_is_refused(written, kept, source: str, message: str) -> None:
    with pytest.raises(DocumentError, match=message):
        kept(written("a.xlf", source))


BOMB = '<!DOCTYPE xliff [<!ENTITY a0 "ha">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)
) + ']><xliff version="1.2">&a11;</xliff>'  # fmt: skip


@pytest.mark.parametrize(
    "source",
    [
        BOMB,
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><xliff>&e;</xliff>',
        '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;]><xliff/>',
        "<xliff>" + "<a>" * 5000 + "</a>" * 5000 + "</xliff>",
        "<xliff>&undefined;</xliff>",
        BOMB.encode("utf-16"),
        BOMB.replace("<!DOCTYPE", '<!DOCTYPE x SYSTEM ">"><!DOCTYPE', 1),
        '<!DOCTYPE xliff SYSTEM ">" [<!ENTITY e "x">]><xliff>&e;</xliff>',
    ],
)
def test_hostile_xml_is_refused_quickly(written, kept, source: str | bytes) -> None:
    began = time.process_time()
    with pytest.raises(DocumentError, match=r"a\.xlf"):
        kept(written("a.xlf", source))
    assert time.process_time() - began < 2


def test_a_file_of_another_program(written, kept, interop) -> None:
    data = next((interop / "hxltm").glob("*.xlf")).read_bytes()
    with pytest.raises(DocumentError, match="srcLang is pt"):
        kept(written("a.xlf", data))
    french = data.replace(b'srcLang="pt"', b'srcLang="fr"').replace(b'trgLang="es"', b'trgLang="en"')
    assert kept(written("a.xlf", french)) == french
    open_again = french.replace(b'state="final"', b'state="initial"')
    result = render(written("a.xlf", open_again), capitals)
    assert without_targets(result) == without_targets(open_again)
    assert "LÍNGUA PORTUGUESA" in targets(result)
