"""Where a name ends, and names that only look like those of a king or of a person of today."""

from __future__ import annotations

import pytest

from translator.glossary.glossary import Glossary
from translator.glossary.matcher import Matcher


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(Glossary.bundled())


HYPHENS = [
    ("Le sommet Vladimir Poutine-Xi Jinping aura lieu.", ["Vladimir Putin", "Xi Jinping"]),
    ("Le duel Emmanuel Macron-Marine Le Pen aura lieu.", ["Emmanuel Macron", "Marine Le Pen"]),
    ("Le duel Emmanuel Macron-Jean-Luc Mélenchon aura lieu.", ["Emmanuel Macron", "Jean-Luc Mélenchon"]),
    ("Le président Emmanuel Macron-Olaf Scholz", ["Emmanuel Macron", "Olaf Scholz"]),
    ("Le duel Thomas Durandet-Laurent Wauquiez aura lieu.", ["Thomas Durandet"]),
    ("La rencontre Kim Jong-un-Donald Trump aura lieu.", ["Kim Jong Un", "Trump"]),
    ("La rencontre Donald Trump-Kim Jong-un aura lieu.", ["Donald Trump", "Kim Jong Un"]),
    ("Élisabeth Durandet-Macron est là.", ["Élisabeth Durandet-Macron"]),
    ("Jean-Pierre Raffarin est là.", ["Jean-Pierre Raffarin"]),
    ("Kim Jong-un est là.", ["Kim Jong Un"]),
    ("Abdel-Fattah al-Sissi est là.", ["Abdel-Fattah el-Sissi"]),
    ("Bernard-Henri Lévy est là.", ["Bernard-Henri Lévy"]),
    ("Florence Arthaud-Lévy est là.", ["Florence Arthaud-Lévy"]),
    ("Marie Durand-Le Goff est là.", ["Marie Durand-Le Goff"]),
    ("Pierre Jean-Marie Dupont est là.", ["Pierre Jean-Marie Dupont"]),
    ("Le ministre Nawaf Al-Ahmad Al-Sabah est là.", ["Minister Nawaf Al-Ahmad Al-Sabah"]),
    ("Le ministre Omar Abdel-Aziz Ali est là.", ["Minister Omar Abdel-Aziz Ali"]),
]

FIGURES = [
    ("Le pape Karl Lagerfeld est là.", ["Karl Lagerfeld"]),
    ("Le roi Johnny Hallyday est là.", ["Johnny Hallyday"]),
    ("La reine Céline Dion est là.", ["Céline Dion"]),
    ("Le prince Antoine Griezmann est là.", ["Antoine Griezmann"]),
    ("Le patriarche Jean-Marie Le Pen est là.", ["Jean-Marie Le Pen"]),
    ("Le roi Charles III est là.", ["King Charles III"]),
    ("Le roi Philippe Ier est là.", ["King Philippe I"]),
    ("Le roi Mohammed VI est là.", ["King Mohammed VI"]),
    ("Le pape Alexandre VI Borgia est là.", ["Pope Alexandre VI Borgia"]),
    ("Le pape François est là.", ["Pope Francis"]),
    ("Le pape Jean-Paul II est là.", ["Pope John Paul II"]),
    ("Le prince Mohammed ben Salmane est là.", ["Prince Mohammed bin Salman"]),
    ("Le prince Mohammed Ben Salmane est là.", ["Prince Mohammed bin Salman"]),
    ("Le prince Karim Aga Khan est là.", ["Prince Karim Aga Khan"]),
    ("Le prince Harry est là.", ["Prince Harry"]),
    ("La reine Elizabeth II est là.", ["Queen Elizabeth II"]),
    ("La reine Marie-Antoinette est là.", ["Queen Marie Antoinette"]),
    ("Le roi Louis Philippe est là.", ["King Louis Philippe"]),
    ("Le patriarche Kirill est là.", ["Patriarch Kirill"]),
    ("Le patriarche Béchara Raï est là.", ["Patriarch Bechara Rai"]),
    ("La princesse Leonor de Bourbon est là.", ["Princess Leonor de Bourbon"]),
    ("Le prince Charles de Bourbon est là.", ["Prince Charles de Bourbon"]),
    ("Le prince Moulay Rachid est là.", ["Prince Moulay Rachid"]),
]

EPITHETS = [
    ("Robert le Maudit est mort.", []),
    ("M. François-Joseph Dupont est là.", ["Mr. François-Joseph Dupont"]),
    ("M. Virgile Dupont est là.", ["Mr. Virgile Dupont"]),
    ("Louise la Brave est morte.", []),
    ("Pierre le Grand est mort.", ["Peter the Great"]),
    ("Charles de Gaulle est mort.", ["Charles de Gaulle"]),
    ("Dominique de Villepin est là.", ["Dominique de Villepin"]),
    ("Ursula von der Leyen est là.", ["Ursula von der Leyen"]),
    ("Ahmed al-Tayeb est là.", ["Ahmed al-Tayeb"]),
    ("Leonardo da Vinci est mort.", ["Leonardo da Vinci"]),
    ("Thomas Le Goffin est là.", ["Thomas Le Goffin"]),
    ("Guillaume d'Angleterre est mort.", ["England"]),
    ("Marie de Hongrie est morte.", ["Hungary"]),
]

ENDS = [
    ("Le ministre de la Santé Robert F. Kennedy Jr. a parlé.", "ministre de la Santé Robert F. Kennedy Jr."),
    ("Il a vu le sénateur Robert F. Kennedy Jr.", "sénateur Robert F. Kennedy Jr."),
    ("Robert F. Kennedy Jr. a parlé.", "Robert F. Kennedy Jr."),
    ("Il a vu le sénateur Robert F. Kennedy.", "sénateur Robert F. Kennedy"),
]


@pytest.mark.parametrize(("french", "expected"), [*HYPHENS, *FIGURES, *EPITHETS])
def test_renderings(matcher: Matcher, french: str, expected: list[str]) -> None:
    assert [occurrence.rendering for occurrence in matcher.find(french)] == expected


@pytest.mark.parametrize(("french", "expected"), ENDS)
def test_a_full_stop_of_the_rendering_is_one_of_the_text(matcher: Matcher, french: str, expected: str) -> None:
    (found,) = matcher.find(french)
    assert french[found.start : found.end] == expected
    assert found.rendering.endswith(".") == expected.endswith(".")
