"""French dates and times in English, for three locales."""

from __future__ import annotations

import pytest

from translator.text.dates import day_first, in_other_order
from translator.text.quantities import find_quantities


def forms(source: str, locale: str = "en_CA") -> tuple[str, ...]:
    one, *others = find_quantities(source, locale)
    assert not others
    return (one.rendering, *one.accepted)


@pytest.mark.parametrize(
    ("source", "span", "canadian", "british"),
    [
        ("Le 2 décembre 2021, il part.", "Le 2 décembre 2021", "December 2, 2021", "2 December 2021"),
        ("dès le 1er janvier", "le 1er janvier", "January 1", "1 January"),
        ("né le 1er août 1914", "le 1er août 1914", "August 1, 1914", "1 August 1914"),
        ("le lundi 3 mai", "le lundi 3 mai", "Monday, May 3", "Monday 3 May"),
        ("lundi 3 mai", "lundi 3 mai", "Monday, May 3", "Monday 3 May"),
        ("Lundi 3 Mai", "Lundi 3 Mai", "Monday, May 3", "Monday 3 May"),
        ("du 3 au 5 mai", "3 au 5 mai", "May 3 to 5", "3 to 5 May"),
        ("du 3 au 5 mai 2021", "3 au 5 mai 2021", "May 3 to 5, 2021", "3 to 5 May 2021"),
        ("3-5 mai 2021", "3-5 mai 2021", "May 3-5, 2021", "3-5 May 2021"),
        ("entre le 3 et le 5 mai", "le 3 et le 5 mai", "May 3 and 5", "3 and 5 May"),
        ("le 3 ou le 4 mai", "le 3 ou le 4 mai", "May 3 or 4", "3 or 4 May"),
        ("en mai 2021", "mai 2021", "May 2021", "May 2021"),
        ("fin août 2021", "août 2021", "August 2021", "August 2021"),
        ("de mai à juin 2021", "mai à juin 2021", "May to June 2021", "May to June 2021"),
        ("le 02/12/2021", "02/12/2021", "December 2, 2021", "2 December 2021"),
        ("le 2-12-2021", "2-12-2021", "December 2, 2021", "2 December 2021"),
        ("le 31.12.1999", "31.12.1999", "December 31, 1999", "31 December 1999"),
        ("le 14 juill. 1789", "le 14 juill. 1789", "July 14, 1789", "14 July 1789"),
        ("le 2\u00a0décembre\u00a02021", "le 2\u00a0décembre\u00a02021", "December 2, 2021", "2 December 2021"),
        ("LE 2 DÉCEMBRE 2021", "LE 2 DÉCEMBRE 2021", "December 2, 2021", "2 December 2021"),
    ],
)
def test_dates(source: str, span: str, canadian: str, british: str) -> None:
    for locale, rendering in (("en_CA", canadian), ("en_US", canadian), ("en_GB", british)):
        (one,) = find_quantities(source, locale)
        assert (source[one.start : one.end], one.rendering, one.kind) == (span, rendering, "date")
        assert {canadian, british} <= {one.rendering, *one.accepted}


@pytest.mark.parametrize(
    "source", ["le 32 décembre", "le 0 mai", "13/13/2021", "en mai", "lundi", "la mi-mai", "Mars", "un mai froid"]
)
def test_no_date(source: str) -> None:
    assert [one.kind for one in find_quantities(source) if one.kind == "date"] == []


@pytest.mark.parametrize(
    ("source", "accepted"),
    [
        ("le 2 décembre 2021", ["Dec. 2, 2021", "2nd December 2021", "the 2nd of December 2021", "December 2nd, 2021"]),
        ("du 3 au 5 mai", ["May 3-5", "3–5 May", "May 3 to May 5", "3 May to 5 May", "3 - 5 May", "May 3 and 5"]),
        ("le 11 septembre", ["9/11", "September 11th", "11 September"]),
        ("février 2015", ["Feb. 2015", "February, 2015", "February of 2015"]),
        ("de janvier à mai 2012", ["January and May 2012", "January-May 2012"]),
        ("02/12/2021", ["02/12/2021"]),
        ("les années 80", ["1980s", "80s", "80's", "eighties"]),
        ("les années '80", ["1980s"]),
        ("en 52 av. J.-C.", ["52 BC", "52 B.C.", "52 BCE"]),
    ],
)
def test_other_forms_are_good(source: str, accepted: list[str]) -> None:
    assert set(accepted) <= set(forms(source))


@pytest.mark.parametrize(
    ("source", "span", "canadian", "british"),
    [
        ("à 14 h 30", "14 h 30", "2:30 p.m.", "2:30 pm"),
        ("à 14h30.", "14h30", "2:30 p.m.", "2:30 pm"),
        ("dès 14h", "14h", "2 p.m.", "2 pm"),
        ("à 15 h 5", "15 h 5", "3:05 p.m.", "3:05 pm"),
        ("à partir de 21 heures", "21 heures", "9 p.m.", "9 pm"),
        ("vers 0 h", "0 h", "midnight", "midnight"),
        ("à 12 heures", "12 heures", "noon", "noon"),
        ("à 8 heures et demie", "8 heures et demie", "8:30 a.m.", "8:30 am"),
        ("à 8 heures moins le quart", "8 heures moins le quart", "7:45 a.m.", "7:45 am"),
        ("à 17:30 heures", "17:30 heures", "5:30 p.m.", "5:30 pm"),
        ("dès 8 h le soir", "8 h le soir", "8 p.m.", "8 pm"),
        ("À 3 h 00", "3 h 00", "3 a.m.", "3 am"),
        ("(18 h GMT)", "18 h", "6 p.m.", "6 pm"),
        ("à 14 h 30 de Paris", "14 h 30", "2:30 p.m.", "2:30 pm"),
    ],
)
def test_times(source: str, span: str, canadian: str, british: str) -> None:
    for locale, rendering in (("en_CA", canadian), ("en_US", canadian), ("en_GB", british)):
        (one,) = find_quantities(source, locale)
        assert (source[one.start : one.end], one.rendering, one.kind) == (span, rendering, "time")


@pytest.mark.parametrize("source", ["à midi", "vers minuit", "à trois heures", "il y a une heure"])
def test_times_in_words_are_left_to_the_model(source: str) -> None:
    assert find_quantities(source) == []


@pytest.mark.parametrize(
    ("source", "accepted"),
    [
        ("à 14 h 30", ["2:30 pm", "2.30 p.m.", "14:30", "1430"]),
        ("à 6h30", ["6:30 a.m.", "6.30 a.m.", "06:30"]),
        ("un argument de 1 h 30", ["1:30 a.m.", "1.5 hours", "an hour and a half", "1 hour 30 minutes"]),
        ("après 22 heures", ["22", "10 p.m.", "22:00"]),
        ("2 h 30 de vol", ["2 hours 30 minutes", "two and a half hours", "2:30 a.m."]),
        ("pendant 1 h 30", ["an hour and a half", "1.5 hours"]),
    ],
)
def test_ambiguous_times_accept_both(source: str, accepted: list[str]) -> None:
    assert set(accepted) <= set(forms(source))


@pytest.mark.parametrize(
    ("form", "canadian", "british"),
    [
        ("December 2, 2021", False, True),
        ("2 December 2021", True, False),
        ("the 2nd of December", True, False),
        ("Dec. 2", False, True),
        ("Monday, May 3", False, True),
        ("Monday 3 May", True, False),
        ("May 3 to 5", False, True),
        ("December 2021", False, False),
        ("Monday the 3rd", False, False),
        ("02/12/2021", False, False),
        ("9/11", False, False),
    ],
)
def test_order_of_a_form(form: str, canadian: bool, british: bool) -> None:
    assert (in_other_order(form, "en_CA"), in_other_order(form, "en_GB")) == (canadian, british)


@pytest.mark.parametrize(("locale", "expected"), [("en_CA", False), ("en_US", False), ("en_GB", True), ("en_AU", True)])
def test_day_first(locale: str, expected: bool) -> None:
    assert day_first(locale) is expected
