"""The article that the project was born from, end to end."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import translator

ARTICLE = Path(__file__).parent.parent / "examples" / "osce-stockholm.txt"


@pytest.fixture(scope="module")
def translation(tr: translator.Translator) -> translator.Translation:
    return tr.translate(ARTICLE.read_text("utf-8"))


@pytest.mark.parametrize(
    "wording",
    [
        "NATO",
        "OSCE",
        "Organization for Security and Co-operation in Europe (OSCE)",
        "North Atlantic Treaty Organization (NATO)",
        "US Secretary of State Antony Blinken",
        "Sergei Lavrov",
        "Vladimir Putin",
        "Mr. Blinken",
        "Mr. Lavrov",
        "90,000",
        "Stockholm",
        "Kyiv",
    ],
)
def test_contains(translation: translator.Translation, wording: str) -> None:
    assert wording in translation.text


@pytest.mark.parametrize(
    "wording", ["OTAN", "d'État", "Sergueï", "Poutine", "M. ", "«", "»", "Organisation", "NATOO", "OSCEO", "États"]
)
def test_contains_no(translation: translator.Translation, wording: str) -> None:
    assert wording not in translation.text.replace("a.m. ", "").replace("p.m. ", "")


def test_paragraphs(translation: translator.Translation) -> None:
    source, target = translation.source.split("\n\n"), translation.text.split("\n\n")
    assert len(source) == len(target) == 9
    assert all(paragraph.strip() for paragraph in target)


def test_every_occurrence_is_rendered(translation: translator.Translation) -> None:
    assert len(translation.terms) > 20
    assert not translation.missing
    for use in translation.terms:
        assert use.target is not None
        standing = translation.text[slice(*use.target)]
        assert standing.lower() == use.rendering.lower()


def test_one_rendering_each(translation: translator.Translation) -> None:
    """The same source words read the same wherever they stand."""
    renderings: dict[str, set[str]] = {}
    for use in translation.terms:
        words = translation.source[slice(*use.source)]
        renderings.setdefault(words, set()).add(use.rendering)
    assert all(len(one) == 1 for one in renderings.values())


def test_no_doubled_articles(translation: translator.Translation) -> None:
    assert not re.search(r"\b(the the|a the|the a|the NATO|an US)\b", translation.text, re.IGNORECASE)
