"""Statements of the pages that no command shows: admitted renderings, and spellings of one's own rows."""

from __future__ import annotations

import pytest

from translator import Entry, Glossary, Translator

HOUSE = "Il a une maison."


@pytest.mark.parametrize("kind", ["institution", "title", "treaty", "law", "event", "place", "media"])
def test_admitted_renderings_of_names_are_overwritten(starter_home: None, kind: str) -> None:
    rows = [Entry("maison", "dwelling", kind=kind), Entry("maison", "house", kind=kind, status="admitted")]
    t = Translator(glossaries=[Glossary(rows)]).translate(HOUSE)
    assert "dwelling" in t.text
    assert "house" not in t.text


@pytest.mark.parametrize("kind", ["term", "military"])
def test_admitted_renderings_of_common_terms_stay(starter_home: None, kind: str) -> None:
    [word] = {word for word in ("house", "home") if word in Translator(glossaries=[]).translate(HOUSE).text}
    rows = [Entry("maison", "dwelling", kind=kind), Entry("maison", word, kind=kind, status="admitted")]
    t = Translator(glossaries=[Glossary(rows)]).translate(HOUSE)
    assert word in t.text
    assert [use.outcome for use in t.terms] == ["kept"]


def test_rows_of_ones_own_keep_their_spelling(starter_home: None) -> None:
    glossary = Glossary([Entry("ministre de la Défense", "Defence Minister", kind="title")])
    assert (
        "Defence Minister"
        in Translator(locale="en_US", glossaries=[glossary]).translate("Le ministre de la Défense est venu.").text
    )
    bundled = Translator(locale="en_US", glossaries=["titles"]).translate("Le ministre de la Défense est venu.")
    assert "Defense Minister" in bundled.text
