"""A title in the plural and a nationality that can only be singular are not one title."""

from __future__ import annotations

import pytest

from translator.glossary.glossary import Glossary
from translator.glossary.matcher import Matcher


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(Glossary.bundled())


CASES = [
    (
        "Les présidents américain Donald Trump et russe Vladimir Poutine se voient.",
        ["Donald Trump", "Vladimir Putin"],
    ),
    (
        "Les présidents russe, Vladimir Poutine, et américain, Donald Trump, se voient.",
        ["Vladimir Putin", "Donald Trump"],
    ),
    (
        "Les ministres des Affaires étrangères russe Sergueï Lavrov et chinois Wang Yi se voient.",
        ["Foreign Ministers", "Sergei Lavrov", "Wang Yi"],
    ),
    (
        "Les premiers ministres britannique Keir Starmer et canadien Mark Carney se voient.",
        ["Prime Ministers", "Keir Starmer", "Mark Carney"],
    ),
    ("Les ministres russe de la Défense et ukrainien de l'Intérieur", []),
    ("Le conseil des ministres israélien a voté.", []),
    ("Le conseil des ministres français a voté.", []),
    ("Les présidents français et russe se voient.", ["French and Russian Presidents"]),
    ("Les présidents français, russe et turc se voient.", ["French, Russian and Turkish Presidents"]),
    ("Les présidents russes se sont succédé.", ["Russian Presidents"]),
    ("Les ministres français de la Défense se voient.", ["French Defence Ministers"]),
    ("Les ministres russe et turc de la Défense se voient.", ["Russian and Turkish Defence Ministers"]),
    ("Les ministres inuit sont là.", ["Inuit ministers"]),
    ("Le ministre russe de la Défense est là.", ["Russian Defence Minister"]),
]


@pytest.mark.parametrize(("french", "expected"), CASES)
def test_renderings(matcher: Matcher, french: str, expected: list[str]) -> None:
    assert [occurrence.rendering for occurrence in matcher.find(french)] == expected
