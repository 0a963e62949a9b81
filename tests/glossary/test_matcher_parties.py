"""The label of a party between a title and a name: title and name are two things, and the label is no name."""

from __future__ import annotations

import pytest

from translator.glossary.glossary import Glossary
from translator.glossary.matcher import Matcher


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(Glossary.bundled())


APART = [
    ("Le sénateur LR Bruno Retailleau a voté.", ["Bruno Retailleau"]),
    ("Le sénateur PS Patrick Kanner a voté.", ["Patrick Kanner"]),
    ("Le sénateur écologiste Yannick Jadot a voté.", ["Yannick Jadot"]),
    ("Les sénateurs LR Roger Karoutchi et PS Rachid Temal ont voté.", ["Roger Karoutchi", "Rachid Temal"]),
    ("Le député européen Renew Pascal Canfin a voté.", ["Member of the European Parliament", "Pascal Canfin"]),
    ("Le sénateur Place publique Bernard Jomier a voté.", ["Bernard Jomier"]),
    ("Le sénateur UMP Nicolas About a voté.", ["UMP", "Nicolas About"]),
    ("Le maire Horizons Édouard Philippe a voté.", ["Édouard Philippe"]),
    ("La maire PS Anne Hidalgo a voté.", ["Anne Hidalgo"]),
    ("Le ministre MR Didier Reynders a voté.", ["Didier Reynders"]),
    ("Le ministre belge MR Didier Reynders a voté.", ["Belgian minister", "Didier Reynders"]),
    ("La chancelière CDU Angela Merkel a voté.", ["CDU", "Angela Merkel"]),
    ("Le ministre SPD Boris Pistorius a voté.", ["Boris Pistorius"]),
    ("Le premier ministre Ennahdha Hamadi Jebali a voté.", ["Prime Minister", "Ennahda", "Hamadi Jebali"]),
    ("Le gouverneur APC Nasir el-Rufai a voté.", []),
    ("Le sénateur Horizons a voté.", []),
]

NAMES = [
    ("Le gouverneur JB Pritzker a voté.", ["Governor JB Pritzker"]),
    ("Le sénateur JD Vance a voté.", ["Senator JD Vance"]),
    ("Le général AJ Smith a parlé.", ["Gen. AJ Smith"]),
    ("Le sénateur MC Solaar a voté.", ["Senator MC Solaar"]),
    ("La procureure Pam Bondi a parlé.", ["Pam Bondi"]),
    ("Le sénateur Bruno Retailleau a voté.", ["Senator Bruno Retailleau"]),
    ("Le sénateur PANCHON Bruno a voté.", ["Senator PANCHON Bruno"]),
]


@pytest.mark.parametrize(("french", "expected"), [*APART, *NAMES])
def test_renderings(matcher: Matcher, french: str, expected: list[str]) -> None:
    found = [occurrence.rendering for occurrence in matcher.find(french)]
    assert [one for one in found if one in expected] == expected
    assert not [one for one in found if one not in expected and " " in one], found
