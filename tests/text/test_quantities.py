"""Quantities of a French text and how they must read in English."""

from __future__ import annotations

import pickle
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.text.quantities import find_quantities
from translator.text.quantity import KINDS

PIECES = st.sampled_from(
    [
        *("1", "2", "12", "90", "000", "0", "2021", "3,5", "1.234", "02/12/2021", "14", "h", "30", ":", ",", ".", "-"),
        *("–", "/", "%", "$", "€", "M", "k", "Md", "de", "d'", "à", "et", "entre", "le", "du", "er", "e", "XX", "XXe"),
        *("siècle", "av.", "J.-C.", "mai", "juin", "lundi", "années", "1990", "millions", "milliards", "euros"),
        *("dollars", "canadiens", "°C", "km/h", "n°", "pour", "cent", "finale", "demi", "heures", "matin"),
        *(" ", "\u00a0", "\u202f", "\n"),
    ]
)
FRENCH = st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join), st.lists(PIECES, max_size=30).map(" ".join))


def renderings(source: str, locale: str = "en_CA") -> list[tuple[str, str]]:
    return [(source[one.start : one.end], one.rendering) for one in find_quantities(source, locale)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("plus de 90 000 soldats", [("90 000", "90,000")]),
        ("plus de 90\u00a0000 soldats", [("90\u00a0000", "90,000")]),
        ("plus de 90\u202f000 soldats", [("90\u202f000", "90,000")]),
        ("1 234 567,89", [("1 234 567,89", "1,234,567.89")]),
        ("1.234.567,89 points", [("1.234.567,89", "1,234,567.89")]),
        ("10'000 habitants", [("10'000", "10,000")]),
        ("3,5", [("3,5", "3.5")]),
        ("90.000 hommes", [("90.000", "90,000")]),
        ("100000 soldats", [("100000", "100,000")]),
        ("75008 Paris", [("75008", "75008")]),
        ("en 2012 300 personnes", [("2012", "2012"), ("300", "300")]),
        ("en 2021.", [("2021", "2021")]),
        ("3,5 millions d'habitants", [("3,5 millions d'", "3.5 million")]),
        ("2 millions de personnes", [("2 millions de", "2 million")]),
        ("2 millions d'entre eux", [("2 millions", "2 million")]),
        ("10 à 15 millions de doses", [("10 à 15 millions de", "10 to 15 million")]),
        ("1 500 milliards de tonnes", [("1 500 milliards de", "1.5 trillion")]),
        ("3 billions d'arbres", [("3 billions d'", "3 trillion")]),
        ("20 mille hommes", [("20 mille", "20,000")]),
        ("le G20, un F-35, la COVID-19, l'A320", []),
        ("le document A/RES/60/1", []),
        ("n° 5", [("n° 5", "No. 5")]),
        ("de 3 à 5 jours", [("3", "3"), ("5", "5")]),
        ("2019-2020", [("2019-2020", "2019-2020")]),
        ("battu 3-2", [("3-2", "3-2")]),
        ("deux hommes et trois femmes", []),
        ("-5", [("-5", "-5")]),
        ("les 2/3 des voix", [("2/3", "2/3")]),
        ("7 jours sur 7", [("7", "7"), ("7", "7")]),
    ],
)
def test_numbers(source: str, expected: list[tuple[str, str]]) -> None:
    assert renderings(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("3,5 %", [("3,5 %", "3.5%")]),
        ("3,5%", [("3,5%", "3.5%")]),
        ("3,5\u202f% des voix", [("3,5\u202f%", "3.5%")]),
        ("3,5 pour cent", [("3,5 pour cent", "3.5%")]),
        ("de 10 à 15 %", [("10 à 15 %", "10 to 15%")]),
        ("10-15 %", [("10-15 %", "10-15%")]),
        ("entre 3 et 5 %", [("3 et 5 %", "3 and 5%")]),
        ("en 2012 et 5 %", [("2012", "2012"), ("5 %", "5%")]),
        ("recul de -0,5 %", [("-0,5 %", "-0.5%")]),
        ("de 10 % à 15 %", [("10 %", "10%"), ("15 %", "15%")]),
        ("100 %d'accord", [("100 %", "100%")]),
        ("il fait -5 °C", [("-5 °C", "-5°C")]),
        ("12 km à 90 km/h", [("12 km", "12 km"), ("90 km/h", "90 km/h")]),
        ("3 Go de données", [("3 Go", "3 GB")]),
        ("1 200 km²", [("1 200 km²", "1,200 km²")]),
        ("9,58 s", [("9,58 s", "9.58 s")]),
    ],
)
def test_percentages_and_measures(source: str, expected: list[tuple[str, str]]) -> None:
    assert renderings(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("3,5 milliards d'euros", "€3.5 billion"),
        ("3,5 milliards d’euros", "€3.5 billion"),
        ("3,5 milliards €", "€3.5 billion"),
        ("100 $", "$100"),
        ("1 200 $", "$1,200"),
        ("5 M$", "$5 million"),
        ("5 M €", "€5 million"),
        ("1,2 G$", "$1.2 billion"),
        ("2 Md€", "€2 billion"),
        ("50 k€", "€50,000"),
        ("3,50 €", "€3.50"),
        ("100 $ US", "US$100"),
        ("20 millions de dollars américains", "US$20 million"),
        ("20 millions de dollars canadiens", "20 million Canadian dollars"),
        ("20 millions de dollars", "$20 million"),
        ("5 millions de livres sterling", "£5 million"),
        ("£5 millions", "£5 million"),
        ("3 milliards de yuans", "3 billion yuan"),
        ("1 couronne suédoise", "1 Swedish krona"),
        ("500 francs CFA", "500 CFA francs"),
        ("500 FCFA", "500 CFA francs"),
        ("55.000 milliards de dollars", "$55 trillion"),
        ("10 à 15 millions d'euros", "€10 million to €15 million"),
        ("10-15 millions d'euros", "€10-15 million"),
        ("10 000 roubles", "10,000 rubles"),
    ],
)
def test_money(source: str, expected: str) -> None:
    assert renderings(f"Une aide de {source} environ") == [(source, expected)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Barcelone 3 Real 1", [("3", "3"), ("1", "1")]),
        ("il a lu 20 livres", [("20", "20")]),
        ("en 2012 et 15 millions d'euros", [("2012", "2012"), ("15 millions d'euros", "€15 million")]),
    ],
)
def test_what_is_no_money(source: str, expected: list[tuple[str, str]]) -> None:
    assert renderings(source) == expected


@pytest.mark.parametrize(
    ("source", "canadian", "british"),
    [
        ("le 2 décembre 2021", "December 2, 2021", "2 December 2021"),
        ("le 2 décembre", "December 2", "2 December"),
        ("1er janvier", "January 1", "1 January"),
        ("lundi 3 mai", "Monday, May 3", "Monday 3 May"),
        ("le lundi 3 mai 2021", "Monday, May 3, 2021", "Monday 3 May 2021"),
        ("2 et 3 mai", "May 2 and 3", "2 and 3 May"),
        ("les 2, 3 et 4 mai", "May 2, 3 and 4", "2, 3 and 4 May"),
        ("2 au 5 mai 2021", "May 2 to 5, 2021", "2 to 5 May 2021"),
        ("samedi 2 et dimanche 3 mai", "Saturday, May 2 and Sunday, May 3", "Saturday 2 May and Sunday 3 May"),
        ("mai 2021", "May 2021", "May 2021"),
        ("mi-mai 2021", "mid-May 2021", "mid-May 2021"),
        ("mai-juin 2021", "May-June 2021", "May-June 2021"),
        ("02/12/2021", "December 2, 2021", "2 December 2021"),
        ("2 déc. 2021", "December 2, 2021", "2 December 2021"),
        ("1ER MAI", "May 1", "1 May"),
        ("lundi 3", "Monday the 3rd", "Monday the 3rd"),
    ],
)
def test_dates(source: str, canadian: str, british: str) -> None:
    text = f"depuis {source}."
    assert renderings(text) == [(source, canadian)]
    assert renderings(text, "en_US") == [(source, canadian)]
    assert renderings(text, "en_GB") == [(source, british)]
    assert british in (canadian, *find_quantities(text)[0].accepted)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("à 14 h 30", [("14 h 30", "2:30 p.m.")]),
        ("à 14h30", [("14h30", "2:30 p.m.")]),
        ("à 9 h", [("9 h", "9 a.m.")]),
        ("à 8 h 05", [("8 h 05", "8:05 a.m.")]),
        ("de 9 h à 17 h", [("9 h", "9 a.m."), ("17 h", "5 p.m.")]),
        ("entre 9 et 17 h", [("9", "9 a.m."), ("17 h", "5 p.m.")]),
        ("à 3 heures du matin", [("3 heures du matin", "3 a.m.")]),
        ("vers 8 heures du soir", [("8 heures du soir", "8 p.m.")]),
        ("à 12 h", [("12 h", "noon")]),
        ("à 0 h 30", [("0 h 30", "12:30 a.m.")]),
        ("à 8 heures", [("8 heures", "8 a.m.")]),
        ("pendant 3 h", [("3 h", "3 hours")]),
        ("une attente de 3 h", [("3 h", "3 hours")]),
        ("pendant 3 h 15", [("3 h 15", "3 hours 15 minutes")]),
        ("3 heures", [("3", "3")]),
        ("pendant 3 heures", [("3", "3")]),
        ("à 3 heures de route", [("3", "3")]),
        ("dans les 48 heures", [("48", "48")]),
        ("24 h sur 24", [("24 h sur 24", "24 hours a day")]),
        ("24h/24", [("24h/24", "24 hours a day")]),
    ],
)
def test_times(source: str, expected: list[tuple[str, str]]) -> None:
    assert renderings(source) == expected


def test_times_by_locale() -> None:
    assert renderings("à 14 h 30", "en_GB") == [("14 h 30", "2:30 pm")]
    assert renderings("à 14 h 30", "en_US") == [("14 h 30", "2:30 p.m.")]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("le 2e rang", [("2e", "second")]),
        ("la 2ème place", [("2ème", "second")]),
        ("le 1er tour", [("1er", "first")]),
        ("le 12e rang", [("12e", "12th")]),
        ("le 2e bataillon", [("2e", "2nd")]),
        ("le 1er ministre", []),
        ("l'article 1er", [("1er", "1")]),
        ("François Ier", [("Ier", "I")]),
        ("la Ve République", [("Ve", "Fifth")]),
        ("Louis XIV et Elizabeth II", []),
        ("au XXe siècle", [("XXe siècle", "20th century")]),
        ("au 21ème siècle", [("21ème siècle", "21st century")]),
        ("les XIXe et XXe siècles", [("XIXe et XXe siècles", "19th and 20th centuries")]),
        ("au Ve siècle av. J.-C.", [("Ve siècle av. J.-C.", "5th century BC")]),
        ("en 52 av. J.-C.", [("52 av. J.-C.", "52 BC")]),
        ("les années 1990", [("années 1990", "1990s")]),
        ("les années 90", [("années 90", "1990s")]),
        ("les années 1960 et 1970", [("années 1960 et 1970", "1960s and 1970s")]),
        ("Xavier, Vienne, Cède, Mme, Ce", []),
    ],
)
def test_ordinals_centuries_decades(source: str, expected: list[tuple[str, str]]) -> None:
    assert renderings(source) == expected


@pytest.mark.parametrize("number", ["01 23 45 67 89", "+33 1 23 45 67 89", "514 555-1234", "1 800 555-1234"])
def test_telephone_numbers_stay(number: str) -> None:
    assert renderings(f"Appelez le {number}.") == [(number, number)]


@pytest.mark.parametrize(
    ("source", "accepted"),
    [
        ("2 hommes", "two"),
        ("100 hommes", "a hundred"),
        ("90 000 hommes", "ninety thousand"),
        ("3,5 %", "3.5 per cent"),
        ("3,5 %", "3.5 percent"),
        ("3,5 milliards d'euros", "3.5 billion euros"),
        ("à 14 h 30", "14:30"),
        ("le 2 décembre 2021", "2 December 2021"),
        ("le 2 décembre 2021", "Dec. 2, 2021"),
        ("le 11 septembre", "9/11"),
        ("2 fois", "twice"),
        ("les années 90", "nineties"),
        ("12 km", "12 kilometres"),
        ("la 2e place", "2nd"),
    ],
)
def test_accepted_forms(source: str, accepted: str) -> None:
    assert accepted in find_quantities(source)[0].accepted


@given(FRENCH, st.sampled_from(["en_CA", "en_US", "en_GB"]))
def test_spans_are_in_order_disjoint_and_within_the_text(source: str, locale: str) -> None:
    end = 0
    for one in find_quantities(source, locale):
        assert end <= one.start < one.end <= len(source)
        assert one.kind in KINDS
        assert one.rendering
        assert one.rendering not in one.accepted
        assert all(one.accepted)
        assert source[one.start].strip() == source[one.start]
        end = one.end


def test_quantities_are_pickled() -> None:
    found = find_quantities("le 2 décembre 2021, 90 000 hommes")
    assert pickle.loads(pickle.dumps(found)) == found


@pytest.mark.parametrize(
    "piece",
    ["1", "1 ", "100 ", "1,", "1-", "1 et ", "XX", "Xe-", "2e, ", "1/", "1.", "$", "1 à ", "mai ", "lundi ", "- "],
)
def test_time_is_linear(piece: str) -> None:
    begin = time.process_time()
    find_quantities(piece * 2_000)
    assert time.process_time() - begin < 1
