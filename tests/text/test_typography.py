"""French typography in an English text made English."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from translator.text.protected import find_protected
from translator.text.typography import to_english

ENGLISH = [
    'He said: "No." Then he left; why? Nobody knows!',
    "It rose by 3.5% to 1,200.50 in 2021 (see p. 4).",
    "The ‘old’ “guard” isn’t here: it’s gone — forever…",
    "See https://ex.org/a?b=1;c=2 : {x} `a  b`.",
    "at 5 p.m. on the 2nd, in the U.S., no. 5 and No. 6",
    "a list\n  - one\n  - two ; three",
]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        # Guillemets
        ("« Non »", "« No »", "“No”"),
        ("« Non »", "«\u00a0No\u00a0»", "“No”"),
        ("« Non »", "«\u202fNo\u202f»", "“No”"),
        ("«Non»", "«No»", "“No”"),
        ("« Il a dit « non » », dit-il.", "« He said « no » », he said.", "“He said ‘no,’” he said."),
        ("« A ‹ b › c »", "« A ‹ b › c »", "“A ‘b’ c”"),
        ("« Sans fin", "« Without an end", "“Without an end"),
        ("sans début »", "without a beginning »", "without a beginning”"),
        ("« a » et « b »", "« a » and « b »", "“a” and “b”"),
        ("« Non », dit-il.", '"No", he said.', "“No,” he said."),
        ("« Oui ».", '"Yes".', "“Yes.”"),
        ("« Oui. »", "« Yes. »", "“Yes.”"),
        ("« Vraiment ? » demande-t-il.", "« Really ? » he asks.", "“Really?” he asks."),
        ("le mot « paix »;", "the word « peace »;", "the word “peace”;"),
        ('un écran de 15" et « a »', 'a 15" screen and « a »', 'a 15" screen and “a”'),
        ("« a »\n« b »", "« a »\n« b »", "“a”\n“b”"),
        ("« a »b", "« a »b", "“a” b"),
        # Spaces before signs
        ("Quoi ?", "What ?", "What?"),
        ("Quoi\u00a0?", "What\u00a0?", "What?"),
        ("Non\u202f!", "No\u202f!", "No!"),
        ("Oui : non ; si", "Yes : no ; yes", "Yes: no; yes"),
        ("Quoi ?!", "What ?!", "What?!"),
        ("Fin .", "The end .", "The end."),
        ("l'an , oui", "the year , yes", "the year, yes"),
        ("3,5 %", "3.5 %", "3.5%"),
        ("3,5\u00a0%", "3.5\u00a0%", "3.5%"),
        ("le chien", "the dog 's tail", "the dog's tail"),
        # Numbers
        ("90 000 soldats", "90 000 soldiers", "90,000 soldiers"),
        ("90\u202f000 soldats", "90\u202f000 soldiers", "90,000 soldiers"),
        ("3,5 points", "3,5 points", "3.5 points"),
        ("1.234.567,89", "1.234.567,89", "1,234,567.89"),
        ("n° 5", "n° 5", "No. 5"),
        ("nº5", "nº5", "No. 5"),
        ("n° 5", "n°  5", "No. 5"),
        ("résolution no 5", "resolution no 5", "resolution No. 5"),
        ("résolutions nos 5 et 6", "resolutions nos 5 and 6", "resolutions Nos. 5 and 6"),
        ("cinq", "no 5 is needed", "no 5 is needed"),
        ("à 17 h.", "at 5 p.m..", "at 5 p.m."),
        ("à 17 h...", "at 5 p.m...", "at 5 p.m..."),
        # What stays
        ("http://a.b/?q :x", "http://a.b/?q :x", "http://a.b/?q :x"),
        ("`« a »  ?`", "`« a »  ?`", "`« a »  ?`"),
        ("« voir {a :b} »", "« see {x} »", "“see {x}”"),
        ("« a » :-)", "« a » :-)", "“a” :-)"),
        ("a ... b", "a ... b", "a ... b"),
        ("a\nb ?", "a\nb ?", "a\nb?"),
        ("", "", ""),
    ],
)
def test_french_becomes_english(source: str, target: str, expected: str) -> None:
    assert to_english(source, target) == expected


@pytest.mark.parametrize("text", ENGLISH)
def test_english_stays(text: str) -> None:
    without_space_before = text.replace(" :", ":").replace("two ; three", "two; three")
    assert to_english("Une phrase.", without_space_before) == without_space_before


FRENCH_SIGNS = st.sampled_from(
    [
        *("«", "»", "‹", "›", "“", "”", '"', "'", "’", " ", "\u00a0", "\u202f", "  ", "\n", "?", "!", ";", ":", ","),
        *(".", "…", "%", "a", "b c", "1", "90 000", "3,5", "1.234", "n° ", "no ", "p.m.", "'s"),
        *("https://a.fr/?b", "{x}", "`a  b`", "@me"),
    ]
)
TEXT = st.one_of(st.text(max_size=40), st.lists(FRENCH_SIGNS, max_size=25).map("".join))


@settings(max_examples=100, deadline=None)
@example("", "0  's")
@given(TEXT, TEXT)
def test_twice_is_once(source: str, target: str) -> None:
    once = to_english(source, target)
    assert to_english(source, once) == once


@settings(max_examples=100, deadline=None)
@given(TEXT, TEXT)
def test_no_guillemet_stays_but_in_protected_spans(source: str, target: str) -> None:
    assert not re.search("[«»‹›\u202f]", _unprotected(to_english(source, target)))


@settings(max_examples=100, deadline=None)
@given(TEXT, TEXT)
def test_protected_spans_and_lines_survive(source: str, target: str) -> None:
    result = to_english(source, target)
    assert result.count("\n") == target.count("\n")
    at = 0
    for start, end in find_protected(target):
        at = result.find(target[start:end], at)
        assert at >= 0
        at += end - start


ENGLISH_PIECES = st.sampled_from(["a", "B", "1", "1,000", "3.5%", "it's", " ", ", ", ". ", "? ", "“x”", "\n"])


@settings(max_examples=100, deadline=None)
@given(st.lists(ENGLISH_PIECES).map("".join))
def test_text_without_french_typography_stays(text: str) -> None:
    text = re.sub(" +", " ", text)
    text = re.sub(r" (?=[,.?\n]|$)", "", text)
    assert to_english("Une phrase de 12 mots.", text) == text


def _unprotected(text: str) -> str:
    pieces, last = [], 0
    for start, end in find_protected(text):
        pieces.append(text[last:start])
        last = end
    return "".join([*pieces, text[last:]])
