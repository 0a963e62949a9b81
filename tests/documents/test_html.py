from __future__ import annotations

import re
import time
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from lxml import html as lxml_html
from pseudo_translation import capitals, keep

from translator.documents.html import html_slots
from translator.documents.template import Template
from translator.errors import DocumentError

NASTY = """<!DOCTYPE html>\r
<!-- <p>un commentaire</p> --><html class=x>\r
<head><TITLE>Le caf&eacute; &amp; l'été</TITLE><meta charset="utf-8">
<meta name=description content='Un "résumé"'><meta name="robots" content="aucun">
<script>if (a < b) { document.write("<p>non</p>"); }</script><style>p > a { content: "non" }</style></head>
<body>
<h1>Un <em>grand <b>titre</b></em> &ndash; ici</h1>
<p>Un <a href="?a=1&b=2" title="Le lien" data-x='non'>lien <i>fort</i></a> et <img src=x.png alt="une photo"> voilà
   sur   deux lignes<!-- rien -->, non&nbsp;?
<p class="notranslate">Le Monde <b>diplomatique</b>
<p>Non fermé <b>gras <i>mal</b> imbriqué</i> fin<br>suite</br>
<ul><li>un<li translate="no">deux<li><b>trois</b></ul>
<table><tr><td>cellule<td>autre<tr><th>tête</table>
<pre>  ne   pas
toucher</pre><textarea>ni ceci</textarea>
<p>Tapez <code>rm -rf <var>dossier</var></code> ou <kbd>Ctrl</kbd>, dit <span lang=en>the boss</span> à <span
translate="no">Le
Monde</span>.</p>
<svg><text>dessin</text></svg><button disabled title=Aller>Envoyer</button><input type=submit value=OK><input value=non>
<div aria-label="la zone"><p>x</div> 3 < 4 et a<b ; <![CDATA[ brut ]]> <?php echo "non" ?> 𝒜stral 😀 e\u0301
<p lang="de">Guten Tag <p lang="fr-FR">Bonjour
</body></html>
<!-- fin"""


def template(source: str) -> Template:
    return Template(source, html_slots(source))


def written_with(source: str, translate) -> str:
    made = template(source)
    return made.write([translate(made.slots[n].passage) for n in made.stretches])


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", ""),
        ("un mot", "UN MOT"),
        ("<p>Un <b>gros</b> chat</p>", "<p>UN <b>GROS</b> CHAT</p>"),
        ("<p> <b> Un chat </b> </p>", "<p> <b> UN CHAT </b> </p>"),
        ("<p>a&amp;b &lt;c&gt; &eacute;&#233;</p>", "<p>A&amp;B &lt;C&gt; ÉÉ</p>"),
        ("<p>non&nbsp;?&nbsp;</p>", "<p>NON&nbsp;?&nbsp;</p>"),
        ("<img alt='l&#39;été \"x\"'>", "<img alt='L&#39;ÉTÉ \"X\"'>"),
        ("<img alt=photo>", '<img alt="PHOTO">'),
        ('<p title="un">deux</p>', '<p title="UN">DEUX</p>'),
        ("<p>a <!-- c --> b</p>", "<p>A <!-- c --> B</p>"),
        ("<p>a<br/>b</p>", "<p>A<br/>B</p>"),
        ("<p>XX<sup>e</sup> siècle</p>", "<p>XX<sup>E</sup> SIÈCLE</p>"),
        ("<p>ministre<sup>1</sup>, oui</p>", "<p>MINISTRE<sup>1</sup>, OUI</p>"),
        ('<p>oui<sup class=r><a href="#n">[a]</a></sup>.</p>', '<p>OUI<sup class=r><a href="#n">[a]</a></sup>.</p>'),
        ("<p>dix m<sup>2</sup></p>", "<p>DIX M<sup>2</sup></p>"),
        ("<p>Le <code> x  &lt; <b>y</b></code> va</p>", "<p>LE <code> x  &lt; <b>y</b></code> VA</p>"),
        ('<p>Le <i translate="no">Monde</i> dit', '<p>LE <i translate="no">Monde</i> DIT'),
        ("<p class='a notranslate'>un<p>deux", "<p class='a notranslate'>un<p>DEUX"),
        ("<div translate=no>a<p>b</p>c</div>d", "<div translate=no>a<p>b</p>c</div>D"),
        ("<ul><li translate=no>a<li>b</ul>", "<ul><li translate=no>a<li>B</ul>"),
        ("<div>a <code>b<p>c</code>d", "<div>A <code>b<p>c</code>D"),
        ("<b><code></p>x</code> y", "<b><code></p>x</code> Y"),
        ("<span translate=no>a<div>b</div>c</span>d", "<span translate=no>a<div>b</div>c</span>D"),
        ("<b>a<sup><p>b</p>c d 1</sup> e", "<b>A<sup><p>B</p>C D 1</sup> E"),
        ("<p>un</i> deux", "<p>UN</i> DEUX"),
        ("<b>un<p>deux</b>trois", "<b>UN<p>DEUX</b>TROIS"),
        ("<a href=x><div>un</div></a>", "<a href=x><div>UN</div></a>"),
        ("<title>a <b> c</title>", "<title>A &lt;B&gt; C</title>"),
        ("<script><p>x</p></script >y", "<script><p>x</p></script >Y"),
        ("a <b", "A &lt;B"),
        ('a <b title="x', 'A &lt;B TITLE="X'),
        ('<html lang="fr"><p lang=fr-CA>x', '<html lang="en"><p lang=en>X'),
        ("<HTML><p>x", '<HTML lang="en"><p>X'),
        ("<html lang><p>x", '<html lang="en"><p>X'),
        ('<html lang="en-GB"><p>x', '<html lang="en-GB"><p>X'),
        ("<p><span lang=de>Tag</span> oui", "<p><span lang=de>Tag</span> OUI"),
        ('<meta property="og:title" content="oui"><meta name=author content=non>',
         '<meta property="og:title" content="OUI"><meta name=author content=non>'),
        ("<select><option label=un>deux<option>trois</select>",
         '<select><option label="UN">DEUX<option>TROIS</select>'),
    ],
)  # fmt: skip
def test_text_changes_and_markup_does_not(source: str, expected: str) -> None:
    assert written_with(source, capitals) == expected


def test_a_nasty_page(written, kept, capitalised, texts) -> None:
    document = written("a.html", NASTY)
    assert kept(document).decode() == NASTY.replace("<html class", '<html lang="en" class').replace("fr-FR", "en")
    result = capitalised(document)
    assert tags(result) == tags(NASTY)
    for same in (
        'document.write("<p>non</p>")', 'content: "non"', "<b>diplomatique</b>", "ne   pas\ntoucher", "ni ceci",
        "<code>rm -rf <var>dossier</var></code>", "<kbd>Ctrl</kbd>", "Le\nMonde</span>", "<text>dessin</text>",
        "Guten Tag", '<?php echo "non" ?>', "<!-- rien -->", 'content="aucun"', 'href="?a=1&b=2"', "value=non",
        "<!-- <p>un commentaire</p> -->", "<![CDATA[ brut ]]>", '<li translate="no">deux',
    ):  # fmt: skip
        assert same in result
    for changed in (
        "LE CAFÉ &amp; L'ÉTÉ", "content='UN \"RÉSUMÉ\"'", "<em>GRAND <b>TITRE</b></em> – ICI", 'title="LE LIEN"',
        "LIEN <i>FORT</i></a>", 'alt="UNE PHOTO"', "NON&nbsp;?", "<li>UN", "<b>TROIS</b>", "<td>AUTRE",
        'title="ALLER"', "ENVOYER", 'aria-label="LA ZONE"', "𝒜STRAL 😀 E\u0301", ">BONJOUR",
    ):  # fmt: skip
        assert changed in result
    old, new = (lxml_html.document_fromstring(text.encode()) for text in (NASTY, result))
    assert [e.tag for e in old.iter(etree.Element)] == [e.tag for e in new.iter(etree.Element)]


def tags(source: str) -> Counter[str]:
    """The tags without the attributes that change."""
    found = re.findall(r"<[/!?]?[A-Za-z-][^>]*>", source)
    changing = r"\s(?:alt|title|lang|content|aria-label|value|label)(?:=(?:\"[^\"]*\"|'[^']*'|[^\s>]*))?"
    return Counter(re.sub(changing, "", tag) for tag in found)


PIECES = st.sampled_from(
    ["<p>", "</p>", "<b>", "</b>", "<i class='x'>", "</i>", "<a href=\"?a&b\">", "</a>", "<br>", "<img alt=photo>",
     "<!-- c -->", "<!--", "-->", "<code>", "</code>", "<li>", "<ul>", "</ul>", "<td>", "&eacute;", "&", "&nbsp;", "<",
     ">", "\"", "'", " ", "\n", "mot", "l'OTAN", "<script>", "</script>", "<span translate=no>", "</span>",
     "<![CDATA[", "]]>", "<title>", "</title>", "<p lang=de>", "<sup>1</sup>", "<x-y/>", "</", "<sup>", "</sup>",
     "<?x", "<!x>", "=", "😀", "<p title='"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join))
@settings(max_examples=100, deadline=None)
def test_any_source_comes_back_if_nothing_is_translated(source: str) -> None:
    assert written_with(source, keep) == source


@given(st.lists(PIECES, max_size=25).map("".join), st.booleans())
@settings(max_examples=100, deadline=None)
def test_no_tag_is_lost_or_doubled(source: str, reverse: bool) -> None:
    source = re.sub("<title>|<p title='", "", source)  # in these a tag is text
    result = written_with(source, lambda passage: capitals(passage, reverse))
    for tag in ("<b>", "</b>", "<i class='x'>", "</i>", '<a href="?a&b">', "</a>", "<br>", "<code>", "</code>", "<li>"):
        assert result.count(tag) == source.count(tag)


@st.composite
def well_formed(draw: st.DrawFn, depth: int = 0) -> str:
    names = st.sampled_from(["b", "i", "a", "span", "em"])
    pieces = []
    for _ in range(draw(st.integers(0, 4))):
        kind = draw(st.integers(0, 3 if depth < 4 else 1))
        if kind < 2:
            pieces.append(draw(st.sampled_from(["un chat", " ", "XX", "l'été, ", "&amp;", "<img/>", "<!-- x -->"])))
        else:
            name = draw(names)
            pieces.append(f"<{name}>{draw(well_formed(depth + 1))}</{name}>")  # type: ignore[call-arg]
    return "".join(pieces)


@given(well_formed(), st.booleans())
@settings(max_examples=100, deadline=None)
def test_nesting_stays_well_formed(body: str, reverse: bool) -> None:
    source = f"<p>{body}</p>"
    result = written_with(source, lambda passage: capitals(passage, reverse))
    old, new = etree.fromstring(source), etree.fromstring(result.replace("&nbsp;", "\u00a0"))
    assert Counter(e.tag for e in old.iter()) == Counter(e.tag for e in new.iter())
    paths = [Counter(tuple(a.tag for a in e.iterancestors()) for e in tree.iter()) for tree in (old, new)]
    assert paths[0] == paths[1]


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "utf-8", "iso-8859-15"])
def test_the_declared_encoding_is_kept(written, kept, charset: str) -> None:
    source = f"<meta charset={charset}><p>été œuvre".encode("cp1252" if charset == "iso-8859-1" else charset)
    assert kept(written("a.html", source)) == source


def test_what_the_encoding_lacks_becomes_a_reference(written) -> None:
    part = next(written("a.html", "<meta charset=latin1><p>été".encode("latin-1")).parts())
    from translator.result import Translation

    assert part.render([Translation("été", "Łódź é")]).endswith(b"<p>&#321;\xf3d&#378; \xe9")


@pytest.mark.parametrize("data", [b"<p>\xe9t\xe9", b"<meta charset=klingon><p>x", b"<p>a\0b"])
def test_a_wrong_encoding_is_refused(written, kept, data: bytes) -> None:
    with pytest.raises(DocumentError, match=r"a\.html"):
        kept(written("a.html", data))


@pytest.mark.parametrize(
    "unit",
    ["<", "<a ", "<a b='", '<a b="x" ', "<!--", "<b>x", "</b>", "<p>", "<li>", "<script>", "<![CDATA[", "&", "<code>",
     " ", "<ul><li>", "<div>x", "x</i>", "<span translate=no>x"],
)  # fmt: skip
def test_time_grows_with_length_only(unit: str) -> None:
    source = unit * (20_000 // len(unit))
    began = time.process_time()
    written_with(source, keep)
    assert time.process_time() - began < 4
