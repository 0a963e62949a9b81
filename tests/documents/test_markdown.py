from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pseudo_translation import capitals, keep

from translator.documents.markdown import markdown_slots
from translator.documents.template import Template
from translator.result import Translation

NASTY = """---\r
title: "Le titre"\r
---\r
# Un *titre* `code` {#id .classe}\r
\r
Un paragraphe avec **du gras *imbriqué*** et ``a ` b`` et un [lien *fort*](http://a.b/c_d(e) "Le titre")
sur deux lignes.  
Après la rupture\\
et encore, ![Une photo](x.png "non"), note[^1], <b class="x">html</b>, 5 * 3, mot_avec_tirets et \\*étoile\\*.

> Citation sur
> deux lignes avec [un lien
> long](y.html)
>> plus bas

- [ ] tâche
- point
  suite

      code de liste

1) premier
   ```python
   # pas ceci
   ```
2) second

Texte avant

    code indenté

~~~
[pas ceci](x)
~~~

| Nom | Valeur |
|:----|-------:|
| le chat \\| noir | **gras** `x` |
sans barre

<div title="le bloc">
<p>Bloc <b>html</b></p>
</div>

<!-- pas
ceci -->

Autre titre
-----------

Voir [la page][réf], [réf], [page][], ![image][réf] et [rien]. <https://a.b/c> https://d.e/f_g_h, et $x_1$.

[réf]: <http://x.y> "pas ceci"
[page]: z
[^1]: Une note *ici*.

***
{{ variable }} fin {% bloc %}
$$
x = y
$$
"""


def written_with(source: str, translate) -> str:
    made = Template(source, markdown_slots(source))
    return made.write([translate(made.slots[n].passage) for n in made.stretches])


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", ""),
        ("un *mot*", "UN *MOT*"),
        ("un **mot *deux* trois** _quatre_", "UN **MOT *DEUX* TROIS** _QUATRE_"),
        ("***gras***", "***GRAS***"),
        ("l'*OTAN* et snake_case", "L'*OTAN* ET SNAKE_CASE"),
        ("a * b * c", "A * B * C"),
        ("~~un~~ deux", "~~UN~~ DEUX"),
        ("# Titre #\n\ntexte", "# TITRE #\n\nTEXTE"),
        ("Titre\n===\ntexte", "TITRE\n===\nTEXTE"),
        ("- un\n- deux\n  suite\n", "- UN\n- DEUX SUITE\n"),
        ("> un\n> deux\n", "> UN DEUX\n"),
        ("> - un\n>   deux\n", "> - UN DEUX\n"),
        ("[lien](http://a_b.c/d)", "[LIEN](http://a_b.c/d)"),
        ("[a](<b c> 'titre')", "[A](<b c> 'TITRE')"),
        ("[un *lien*", "[UN *LIEN*"),
        ("![une photo](x.png) oui", "![UNE PHOTO](x.png) OUI"),
        ("[![alt](i.png) texte](l.html)", "[![ALT](i.png) TEXTE](l.html)"),
        ("[réf]\n\n[réf]: x", "[RÉF][réf]\n\n[réf]: x"),
        ("[texte][]\n\n[Texte]: x", "[TEXTE][texte]\n\n[Texte]: x"),
        ("[pas de référence]", "[PAS DE RÉFÉRENCE]"),
        ("le `code` va", "LE `code` VA"),
        ("mot[^1] fin\n\n[^1]: note\n    suite", "MOT[^1] FIN\n\n[^1]: NOTE SUITE"),
        ("a &amp; b &lt; c &copy;", "A & B < C ©"),
        ("\\*a\\* \\# b", "\\*A\\* # B"),
        ("|a|b|\n|-|-|\n|c|`d`|", "|A|B|\n|-|-|\n|C|`d`|"),
        ("a|b\n-|-\nc \\| d|e\n\nf", "A|B\n-|-\nC \\| D|E\n\nF"),
        ("    code\n\ntexte", "    code\n\nTEXTE"),
        ("```\ncode\n```\ntexte", "```\ncode\n```\nTEXTE"),
        ("```\njamais fermé", "```\njamais fermé"),
        ("+++\na = 'b'\n+++\nc", "+++\na = 'b'\n+++\nC"),
        ("---\n", "---\n"),
        ("<details>\n<summary>un</summary>\n\ntexte *fort*\n\n</details>",
         "<details>\n<summary>UN</summary>\n\nTEXTE *FORT*\n\n</details>"),
        ("un<br>deux <i>trois</i>", "UN<br>DEUX <i>TROIS</i>"),
        ("a\r\nb\r\n\r\nc", "A B\r\n\r\nC"),
        ("a  \nb\\\nc", "A  \nB\\\nC"),
        ("[a  \nb](x)", "[A   \nB](x)"),
        ("1986\\. fin", "1986\\. FIN"),
        (":::note\ntexte\n:::", ":::note\nTEXTE\n:::"),
    ],
)  # fmt: skip
def test_text_changes_and_markup_does_not(source: str, expected: str) -> None:
    assert written_with(source, capitals) == expected


def test_a_nasty_file(written, kept, capitalised) -> None:
    document = written("a.md", NASTY)
    assert kept(document).decode() == NASTY
    result = capitalised(document)
    for same in (
        'title: "Le titre"\r\n', "{#id .classe}\r\n", "``a ` b``", "(http://a.b/c_d(e) ", "(x.png ", "[^1]", "(y.html)",
        "code de liste", "# pas ceci", "code indenté", "[pas ceci](x)", "|:----|-------:|", "<!-- pas\nceci -->",
        "<https://a.b/c>", "https://d.e/f_g_h", "$x_1$", "[réf]: <http://x.y> \"pas ceci\"", "{{ variable }}",
        "{% bloc %}", "x = y", "-----------", '<b class="x">', "`x`",
    ):  # fmt: skip
        assert same in result
    for changed in (
        "# UN *TITRE* `code`", "**DU GRAS *IMBRIQUÉ***", "[LIEN *FORT*]", '"LE TITRE"', "  \nAPRÈS LA RUPTURE\\\n",
        "![UNE PHOTO]", ">HTML</b>", "5 * 3", "MOT_AVEC_TIRETS", "\\*ÉTOILE\\*", "> CITATION SUR DEUX",
        "[UN LIEN LONG]",
        ">> PLUS BAS", "- [ ] TÂCHE", "- POINT SUITE", "1) PREMIER", "2) SECOND", "| LE CHAT \\| NOIR | **GRAS** ",
        '<div title="LE BLOC">', "<p>BLOC <b>HTML</b></p>", "AUTRE TITRE\n---", "[LA PAGE][réf]", "[RÉF][réf]",
        "[PAGE][page]", "![IMAGE][réf]", "[RIEN]", "[^1]: UNE NOTE *ICI*.", "FIN",
    ):  # fmt: skip
        assert changed in result


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Un mot", "A *word* [x]", "A \\*word\\* \\[x\\]"),
        ("Un mot", "# word", "\\# word"),
        ("Un mot", "1. word", "1\\. word"),
        ("Un mot", "- word", "\\- word"),
        ("1. liste\n", "1. list", "1. 1\\. list\n"),
        ("Un mot", "a <b> 1 < 2 snake_case &amp; c", "a \\<b> 1 < 2 snake_case &amp;amp; c"),
        ("|un|b|\n|-|-|\n", "a|b", "|a\\|b|a\\|b|\n|-|-|\n"),
        ("[un](x 'deux')", "l'\"été\"", "[l'\"été\"](x 'l\\'\\\"été\\\"')"),
    ],
)
def test_signs_in_a_translation_are_escaped(source: str, target: str, expected: str) -> None:
    assert written_with(source, lambda passage: Translation(passage.text, target)) == expected


PIECES = st.sampled_from(
    ["*", "**", "_", "`", "``", "[", "]", "(", ")", "](x)", "![", "[^1]", "\n", "\n\n", "  \n", "\\", "\\\n", "> ",
     "- ", "1. ", "    ", "# ", "```\n", "|", "|-|-|\n", "<b>", "</b>", "<div>", "<!--", "-->", "mot", "l'OTAN", " ",
     "\t", "http://a.b/c_d", "[r]: x\n", "---\n", "===\n", "&eacute;", "&", "$", "~~", "😀", "\r\n", "{{", "}}", ":"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join))
@settings(max_examples=100, deadline=None)
def test_any_source_comes_back_if_nothing_is_translated(source: str) -> None:
    assert written_with(source, keep) == source


@given(st.lists(PIECES, max_size=30).map("".join), st.booleans())
@settings(max_examples=100, deadline=None)
def test_no_tag_or_link_target_is_lost(source: str, reverse: bool) -> None:
    result = written_with(source, lambda passage: capitals(passage, reverse))
    for piece in (r"\[\^1\]", r"(?<![^\s])http://a\.b/c_d(?!\S)"):
        assert len(re.findall(piece, source)) <= len(re.findall(piece.replace("(?<![^\\s])", ""), result))


@pytest.mark.parametrize(
    "unit",
    ["*a ", "**a*", "[", "[a](", "![", "`a", "``", "> ", "- ", "|", "a\n", "<b", "<!--", "_a", "\\", "# ", "[a]\n",
     "[^a", "# " + " " * 15_000 + "b", "[[]](", "$a", "{{", "<a:"],
)  # fmt: skip
def test_time_grows_with_length_only(unit: str) -> None:
    source = unit * (20_000 // len(unit))
    began = time.process_time()
    written_with(source, keep)
    assert time.process_time() - began < 4
