"""What stands around a title and says how far its holder has it."""

from __future__ import annotations

import pytest

from translator.glossary.glossary import Glossary
from translator.glossary.matcher import Matcher


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(Glossary.bundled())


CASES = [
    ("Le premier ministre démissionnaire Michel Barnier", "outgoing Prime Minister Michel Barnier"),
    ("Le premier ministre français démissionnaire", "outgoing French Prime Minister"),
    ("Le ministre de la Santé démissionnaire Aurélien Roussot", "outgoing Health Minister Aurélien Roussot"),
    ("Le ministre sortant de la Défense", "outgoing Defence Minister"),
    ("Le maire sortant de Lyon", "outgoing Mayor of Lyon"),
    ("Le gouverneur par intérim de l'Arkansas", "acting Governor of Arkansas"),
    ("Le directeur par intérim du FBI", "acting FBI Director"),
    ("Le procureur général par intérim, un New-Yorkais", "acting Attorney General"),
    ("Le secrétaire d'État désigné Marco Rubio", "Secretary of State-designate Marco Rubio"),
    ("Feu le président Jacques Chirac", "the late President Jacques Chirac"),
    ("La défunte reine Elizabeth II", "late Queen Elizabeth II"),
    ("L'ancien ministre de la Défense sortant", "former outgoing Defence Minister"),
]

OTHERS = [
    ("L'Administration Portuaires des Hôtels a refusé.", []),
    ("L'Administration Trump a refusé.", ["Trump administration"]),
    ("Administration Trumpet : rien de neuf.", ["Trumpet administration"]),
    ("L'administration Trumpet a refusé.", ["Trumpet administration"]),
    ("M.Macron et Mme.Merkel sont là.", ["Mr. Macron", "Ms. Merkel"]),
    ("J.M.Coetzee est là.", []),
    ("M. le Premier ministre François Fillon est là.", ["Prime Minister François Fillon"]),
    ("Il a écrit à M. le ministre de la Justice.", ["the Justice Minister"]),
    ("Le ministre de la Défense sortant de la réunion", ["Defence Minister"]),
    ("Le secrétaire d'État désigné par le président", ["Secretary of State"]),
    ("La patronne de l'ONU Femmes a parlé.", ["UN Women Executive Director"]),
    ("Le patron de l'ONU António Guterres a parlé.", ["UN Secretary-General António Guterres"]),
    ("Il y a mis le feu le président étant parti.", []),
]


@pytest.mark.parametrize(("french", "expected"), CASES)
def test_modifiers(matcher: Matcher, french: str, expected: str) -> None:
    assert [o.rendering for o in matcher.find(french)] == [expected]


@pytest.mark.parametrize(("french", "expected"), OTHERS)
def test_no_modifiers(matcher: Matcher, french: str, expected: list[str]) -> None:
    assert [o.rendering for o in matcher.find(french)] == expected


def test_the_late(matcher: Matcher) -> None:
    [late] = matcher.find("Le défunt président Jacques Chirac")
    assert late.article == "the"
