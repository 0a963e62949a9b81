"""Names that no glossary has, beside a title: they stay as they are."""

from __future__ import annotations

import pytest

from translator.glossary.glossary import Glossary
from translator.glossary.matcher import Matcher


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(Glossary.bundled())


NAMES = [
    ("Le ministre de la Défense, Tiéna Couliban, est à Bamako.", "Tiéna Couliban"),
    ("Akinwundi Adesinan, président de la BAD, a démissionné.", "Akinwundi Adesinan"),
    ("Selon Akinwundi Adesinan, le président de la BAD, tout va bien.", "Akinwundi Adesinan"),
    ("Hier, Aleksanter Čeferich, président de l'UEFA, a parlé.", "Aleksanter Čeferich"),
    ("La ministre de la Culture, Rokhayan Ndiaye-Sow.", "Rokhayan Ndiaye-Sow"),
    ("L'ancien maire de Kiev, Ostap Kovalev-Bilyk (droite)…", "Ostap Kovalev-Bilyk"),
    ("La procureure générale d'Israël, Galit Baharav-Miaran, est là.", "Galit Baharav-Miaran"),
    ("La directrice exécutive de l'OSCE, Simat Bahouss, est là.", "Simat Bahouss"),
    ("Il a vu la ministre des Affaires étrangères, Doreen Bogdan-Marti.", "Doreen Bogdan-Marti"),
]

NONE = [
    "Le ministre de la Défense, Tiéna, est à Bamako.",
    "Le ministre est à Paris, Tour Maudite, depuis hier.",
    "Le ministre de la Défense a quitté Paris, Tiéna Couliban, hier.",
    "Le président de l'Assemblée nationale, Chambre haute comprise, attend.",
    "Le roi, Premier ministre en tête, arrive.",
    "Le ministre de la Défense, Paris et Londres sont d'accord.",
    "Le ministre de la Défense, OTAN Mundi, est là.",
    "LE MINISTRE DE LA DÉFENSE, TIÉNA COULIBAN, EST LÀ.",
    "Hier, président de l'UEFA, il a parlé.",
]


def synthetic(matcher: Matcher, french: str) -> list[str]:
    return [o.rendering for o in matcher.find(french) if o.entry.kind == "person" and not o.entry.path]


@pytest.mark.parametrize(("french", "name"), NAMES)
def test_a_name_beside_a_title(matcher: Matcher, french: str, name: str) -> None:
    assert synthetic(matcher, french) == [name]
    assert all(french[o.start : o.end] == name for o in matcher.find(french) if o.rendering == name)


@pytest.mark.parametrize("french", NONE)
def test_no_name_beside_a_title(matcher: Matcher, french: str) -> None:
    assert synthetic(matcher, french) == []


def test_without_titles_no_names(matcher: Matcher) -> None:
    assert matcher.find("Akinwundi Adesinan, plombier, est là.") == []


INSIDE = [
    (
        "Le procureur de la Cour pénale internationale (CPI) Karim Khan est là.",
        ["International Criminal Court (ICC) Prosecutor Karim Khan"],
    ),
    (
        "La directrice générale de l'Organisation mondiale du commerce (OMC) est là.",
        ["World Trade Organization (WTO) Director-General"],
    ),
    ("Le chef du Nouveau Parti démocratique (NPD) est là.", ["New Democratic Party (NDP) Leader"]),
    ("Le ministre de la Défense (LR) est là.", ["Defence Minister"]),
]


@pytest.mark.parametrize(("french", "expected"), INSIDE)
def test_an_abbreviation_within_a_title(matcher: Matcher, french: str, expected: list[str]) -> None:
    assert [o.rendering for o in matcher.find(french)] == expected


LISTS = [
    ("Le ministre du Travail, de la Santé et des Solidarités", "Labour, Health and Solidarity Minister"),
    ("Le ministre de la Santé et des Solidarités", "Solidarity and Health Minister"),
    ("Les ministres de la Justice, de la Santé et des Solidarités", "Justice, Health and Solidarity Ministers"),
    (
        "Les gouverneurs de la Banque du Canada et de la Banque d'Angleterre",
        "Bank of Canada and Bank of England Governors",
    ),
    ("Les ministères de la Justice et de l'Intérieur", "Justice and Interior Ministries"),
    ("Les ministères de la Santé, de la Justice et de l'Intérieur", "Health, Justice and Interior Ministries"),
    ("Le ministère de la Justice a réagi.", "Justice Ministry"),
    ("Les gouverneurs de Floride et du Texas", "Governors of Florida and Texas"),
    ("Les présidents du Sénat et de l'Assemblée nationale", "Senate President and National Assembly Speaker"),
]


@pytest.mark.parametrize(("french", "expected"), LISTS)
def test_lists_of_fields(matcher: Matcher, french: str, expected: str) -> None:
    assert [o.rendering for o in matcher.find(french)] == [expected]


SEVERAL = [
    ("Mes Thierry Herzogan et Jacqueline Laffontin ont plaidé.", ["Thierry Herzogan and Jacqueline Laffontin"]),
    ("Mes amis Thierry Herzogan et Jacqueline Laffontin", ["Thierry Herzogan", "Jacqueline Laffontin"]),
    ("Le professeur M. Duponchel est là.", ["Professor Duponchel"]),
]


@pytest.mark.parametrize(("french", "expected"), SEVERAL)
def test_forms_of_address(matcher: Matcher, french: str, expected: list[str]) -> None:
    assert [o.rendering for o in matcher.find(french)] == expected
