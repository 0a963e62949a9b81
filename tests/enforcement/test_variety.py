"""Renderings spelt as a locale has it."""

from __future__ import annotations

import pytest

from translator import Entry, Glossary
from translator.enforcement.variety import in_locale
from translator.glossary.matcher import Matcher

BUNDLED = Matcher(Glossary.bundled())

CASES = [
    ("Le ministre russe de la Défense", "en_US", "Russian Defense Minister"),
    ("Le ministre russe de la Défense", "en_GB", "Russian Defence Minister"),
    ("Le ministère de la Défense", "en_US", "Defense Ministry"),
    ("Le crime organisé", "en_GB", "organised crime"),
    ("Le crime organisé", "en_CA", "organized crime"),
    ("Le programme nucléaire", "en_GB", "nuclear programme"),
    ("Le programme nucléaire", "en_CA", "nuclear program"),
    ("L'Organisation mondiale de la santé", "en_GB", "World Health Organization"),
    ("Le programme nucléaire", None, "nuclear programme"),
]


@pytest.mark.parametrize(("french", "locale", "expected"), CASES)
def test_in_locale(french: str, locale: str | None, expected: str) -> None:
    [occurrence] = BUNDLED.find(french)
    assert in_locale(occurrence, locale).rendering == expected


def test_the_users_renderings_stay_as_they_are() -> None:
    [occurrence] = Matcher(Glossary([Entry("ministre de la Défense", "Defence Minister", "title")])).find(
        "le ministre de la Défense"
    )
    assert in_locale(occurrence, "en_US").rendering == "Defence Minister"
