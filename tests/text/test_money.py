"""Amounts, percentages, ordinals and measures: what is accepted, what is none."""

from __future__ import annotations

import pytest

from translator.text.quantities import find_quantities


def forms(source: str) -> tuple[str, ...]:
    one, *others = find_quantities(source)
    assert not others
    return (one.rendering, *one.accepted)


@pytest.mark.parametrize(
    ("source", "rendering", "accepted"),
    [
        ("3,5 milliards d'euros", "€3.5 billion", ["3.5 billion euros", "EUR 3.5 billion", "€3.5bn"]),
        ("20 M$", "$20 million", ["20 million dollars", "US$20 million", "$20m"]),
        ("1 200 €", "€1,200", ["1,200 euros", "€1200", "1200 euros"]),
        ("11,50 euros", "€11.50", ["€11.5", "11.5 euros", "11.50 euros"]),
        ("1 500 dollars", "$1,500", ["1,500 dollars", "USD 1,500", "US$1,500"]),
        ("2 millions et demi de dollars", "$2.5 million", ["two and a half million dollars"]),
        ("45 000 dollars canadiens", "45,000 Canadian dollars", ["C$45,000", "CAD 45,000", "Can$45,000"]),
        ("100 dollars US", "US$100", ["100 US dollars", "100 U.S. dollars", "$100", "100 United States dollars"]),
        ("1 300,5 francs suisses", "1,300.5 Swiss francs", ["CHF 1,300.5"]),
        ("68 milliards de francs", "68 billion francs", ["68 billion Swiss francs"]),
        ("2 milliards de francs CFA", "2 billion CFA francs", ["XOF 2 billion"]),
        ("500 F CFA", "500 CFA francs", ["XOF 500"]),
        ("100 et 900 dollars", "$900", []),
        ("300 000 millions de dollars", "$300,000 million", ["$300 billion"]),
        ("3 billions de pesos", "3 trillion pesos", ["3 billion pesos"]),
        ("10 000 couronnes tchèques", "10,000 Czech korunas", ["10,000 Czech crowns"]),
        ("£5", "£5", ["5 pounds"]),
        ("$187,35", "$187.35", ["187.35 dollars"]),
        ("1,300 dollars US", "US$1,300", ["US$1.300"]),
        ("15,000 dollars", "$15,000", []),
        ("1,357 dollar", "$1.357", ["$1,357"]),
        ("5 livres sterling", "£5", ["5 pounds"]),
        ("1 euro", "€1", ["one euro"]),
    ],
)
def test_money(source: str, rendering: str, accepted: list[str]) -> None:
    found = find_quantities(source)
    assert (found[-1].kind, found[-1].rendering) == ("money", rendering)
    assert set(accepted) <= set(found[-1].accepted)


@pytest.mark.parametrize(
    ("source", "rendering", "accepted"),
    [
        ("entre 100 et 900 dollars", "$100 and $900", ["$100 to $900", "100 to 900 dollars", "$100-900"]),
        ("de 10 à 15 millions d'euros", "€10 million to €15 million", ["€10-15 million", "10 to 15 million euros"]),
        ("10 ou 15 euros", "€10 or €15", ["10 or 15 euros"]),
    ],
)
def test_ranges_of_money(source: str, rendering: str, accepted: list[str]) -> None:
    assert forms(source)[0] == rendering
    assert set(accepted) <= set(forms(source))


@pytest.mark.parametrize(
    ("source", "rendering", "accepted"),
    [
        ("3,5 %", "3.5%", ["3.5 per cent", "3.5 percent"]),
        ("12 pour cent", "12%", ["12 per cent", "twelve percent"]),
        ("entre 3 et 5 %", "3 and 5%", ["3 to 5 per cent", "3% and 5%", "3-5%", "three to five per cent"]),
        ("entre 1 600 et 2 040 m", "1,600 and 2,040 m", ["1600-2040 m", "1,600 to 2,040 metres"]),
        ("1 200 km²", "1,200 km²", ["1,200 square kilometres"]),
        ("90 km/h", "90 km/h", ["90 kilometres per hour", "90 kph"]),
        ("-5 °C", "-5°C", ["-5 degrees Celsius", "minus 5 degrees"]),
        ("1 °C", "1°C", ["one degree Celsius", "1 degree"]),
    ],
)
def test_percentages_and_measures(source: str, rendering: str, accepted: list[str]) -> None:
    assert forms(source)[0] == rendering
    assert set(accepted) <= set(forms(source))


def test_a_shared_unit_may_be_said_once() -> None:
    first, second = find_quantities("de 12,9 % à 31,1 %")
    assert "12.9" in first.accepted
    assert "31.1" not in second.accepted


@pytest.mark.parametrize(
    ("source", "rendering", "accepted"),
    [
        ("le XXe siècle", "20th century", ["twentieth century", "20th-century"]),
        ("le xxe siècle", "20th century", ["twentieth century"]),
        ("le 2e rang", "second", ["2nd"]),
        ("le 1er rang", "first", ["1st"]),
        ("la 1ère place", "first", ["1st"]),
        ("les 8es de finale", "round of 16", ["last 16", "eighth-finals"]),
        ("le 16e de finale", "round of 32", ["last 32"]),
        ("le VIe sommet", "sixth", ["6th"]),
    ],
)
def test_ordinals(source: str, rendering: str, accepted: list[str]) -> None:
    assert forms(source)[0] == rendering
    assert set(accepted) <= set(forms(source))


@pytest.mark.parametrize(
    ("source", "rendering", "accepted"),
    [
        ("90 000 hommes", "90,000", ["90 thousand", "ninety thousand", "90000"]),
        ("1 500 000 hommes", "1,500,000", ["1.5 million", "1500000"]),
        ("500 000 hommes", "500,000", ["half a million", "500 thousand"]),
        ("2 000 000 de voix", "2,000,000", ["2 million", "two million"]),
        ("1 hommes", "1", ["one"]),
        ("5,000 années", "5,000", ["5000"]),
        ("2,735 cas", "2.735", ["2,735"]),
        ("1,234,567 cas", "1,234,567", ["1234567"]),
        ("2 millions et demi", "2.5 million", ["two and a half million"]),
        ("7 milliards d'humains", "7 billion", ["seven billion", "7 thousand million"]),
        ("supplément no 18", "No. 18", ["18", "number 18"]),
        ("lois nos 17 et 18", "Nos. 17", ["17"]),
        ("2014-2019", "2014-2019", ["2014–2019", "2014 to 2019", "2014-19", "2014 - 2019"]),
        ("2011/2012", "2011/2012", ["2011/12", "2011-2012", "2011-12"]),
        ("2020/21", "2020/21", ["2020/2021", "2020-21"]),
        ("loi no 78-17 du Sénat", "No. 78-17", ["78-17"]),
        ("n°s 3 et 4", "Nos. 3", ["3"]),
        ("2 000-3 000 hommes", "2,000-3,000", ["2,000 to 3,000", "2,000–3,000", "2000-3000"]),
        ("1,5-2,5 point", "1.5-2.5", ["1.5 to 2.5"]),
        ("10 à 15 000 hommes", "10", ["10,000", "ten"]),
        ("le 11-Septembre", "September 11", ["9/11"]),
    ],
)
def test_numbers(source: str, rendering: str, accepted: list[str]) -> None:
    first = find_quantities(source)[0]
    assert first.rendering == rendering
    assert set(accepted) <= set(first.accepted)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Vers 10 h, Vers le nord, Vers", ["10 a.m."]),
        ("nos 88 soldats", ["88"]),
        ("l'UBS 2007 s\"éleva", ["2007"]),
        ("1'espace", []),
        ("1/4 de finale, 1/2 finale", []),
        ("de 2020 – 3,5 points", ["2020", "3.5"]),
        ("un homme, une femme, deux enfants", []),
        ("1,5°%", ["1.5"]),
        ("Le Ce Me De Vie Ville Mlle", []),
    ],
)
def test_what_is_none(source: str, expected: list[str]) -> None:
    assert [one.rendering for one in find_quantities(source)] == expected
