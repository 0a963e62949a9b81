"""Names of streets, squares, schools and stations are not the people and places that they are called after.

Those that stay as they are in English are kept all the same, but for streets.
"""

from __future__ import annotations

import pytest

from translator.glossary.glossary import Glossary
from translator.glossary.matcher import Matcher


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(Glossary.bundled())


STREETS = [
    "Il habite rue de Londres.",
    "Il habite avenue Charles de Gaulle.",
    "Il habite sur la place Vladimir Poutine.",
    "Place Vladimir Poutine, la foule chante.",
    "Il a fui. Place Vladimir Poutine, la foule chante.",
    "Il étudie au lycée Vladimir Poutine.",
    "Le collège Volodymyr Zelensky a fermé.",
    "Lycée Vladimir Poutine, les cours ont repris.",
    "Il descend à la station Vladimir Poutine.",
    "Il descend à la station de métro Vladimir Poutine.",
    "Il habite square de Londres.",
    "La cité Vladimir Poutine a brûlé.",
    "Il court quai des États-Unis.",
    "Il descend au métro porte d'Italie.",
]

TERMS = [
    ("Il a pris la place de Vladimir Poutine.", ["Vladimir Putin"]),
    ("Il étudie au lycée Charles de Gaulle.", ["Charles de Gaulle"]),
    ("Les élèves du lycée Jan Durandet sont partis.", ["Jan Durandet"]),
    ("La foire a lieu porte de Versailles.", ["Versailles"]),
    ("Il a mis en place Vladimir Poutine.", ["Vladimir Putin"]),
    ("Le sondage place Emmanuel Macron en tête.", ["Emmanuel Macron"]),
    ("Il a pris la place de la Russie.", ["Russia"]),
    ("Sur la place Tahrir, la foule chante.", ["Tahrir Square"]),
    ("Il a cité Vladimir Poutine.", ["Vladimir Putin"]),
    ("Elle est citée à côté de la cité de Jérusalem.", ["Jerusalem"]),
    ("Cité Vladimir Poutine, il nie.", ["Vladimir Putin"]),
    ("Il frappe à la porte de la Russie.", ["Russia"]),
    ("Il habite aux portes de Londres.", ["London"]),
    ("Le lycée de Londres a fermé.", ["London"]),
    ("Il attend sur un quai de Londres.", ["London"]),
    ("Les quais de la Seine sont pleins.", ["Seine"]),
    ("Il attend gare de Lyon.", ["Lyon"]),
    ("La station spatiale de la Russie tourne.", ["Russia"]),
    ("Le Square Londres", ["London"]),
]


@pytest.mark.parametrize("french", STREETS)
def test_streets(matcher: Matcher, french: str) -> None:
    assert [occurrence.rendering for occurrence in matcher.find(french)] == []


@pytest.mark.parametrize(("french", "expected"), TERMS)
def test_terms(matcher: Matcher, french: str, expected: list[str]) -> None:
    assert [occurrence.rendering for occurrence in matcher.find(french)] == expected
