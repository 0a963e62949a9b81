"""British, Canadian and American spelling."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.text.spelling import to_locale

LOCALES = ("en_GB", "en_CA", "en_US")


@pytest.mark.parametrize(
    ("british", "canadian", "american"),
    [
        ("defence", "defence", "defense"),
        ("organisation", "organization", "organization"),
        ("organise", "organize", "organize"),
        ("analyse", "analyze", "analyze"),
        ("colour", "colour", "color"),
        ("neighbouring", "neighbouring", "neighboring"),
        ("labour", "labour", "labor"),
        ("centre", "centre", "center"),
        ("theatres", "theatres", "theaters"),
        ("kilometres", "kilometres", "kilometers"),
        ("travelled", "travelled", "traveled"),
        ("counsellor", "counsellor", "counselor"),
        ("fulfil", "fulfil", "fulfill"),
        ("programme", "program", "program"),
        ("aluminium", "aluminum", "aluminum"),
        ("sceptical", "skeptical", "skeptical"),
        ("manoeuvre", "manoeuvre", "maneuver"),
        ("grey", "grey", "gray"),
        ("ageing", "aging", "aging"),
        ("paediatric", "pediatric", "pediatric"),
        ("demilitarisation", "demilitarization", "demilitarization"),
        ("unrecognised", "unrecognized", "unrecognized"),
    ],
)
def test_variants_go_all_ways(british: str, canadian: str, american: str) -> None:
    for written in (british, canadian, american):
        assert [to_locale(written, locale) for locale in LOCALES[1:]] == [canadian, american]
    assert to_locale(canadian, "en_GB") in (british, canadian)
    assert to_locale(american, "en_GB") == british


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("Defense Minister", "en_CA", "Defence Minister"),
        ("DEFENSE MINISTER", "en_GB", "DEFENCE MINISTER"),
        ("the cheque", "en_US", "the check"),
        ("check the story of the meter", "en_GB", "check the story of the meter"),
        ("a licence to practise", "en_US", "a license to practice"),
        ("four metres, two tyres", "en_CA", "four metres, two tires"),
        ("advise, surprise, promise, exercise, rise", "en_US", "advise, surprise, promise, exercise, rise"),
        ("hour, four, tour, your, flour, glamour", "en_US", "hour, four, tour, your, flour, glamour"),
        ("size, prize, seize", "en_GB", "size, prize, seize"),
        ("doctor, actor, error, mirror, horror", "en_GB", "doctor, actor, error, mirror, horror"),
        ("water, letter, filter, number", "en_GB", "water, letter, filter, number"),
        ("color", "en", "colour"),
        ("color", "en_AU", "colour"),
        ("colour", "en-US", "color"),
        ("labor-intensive", "en_CA", "labour-intensive"),
        ("neighbors' harbor", "en_CA", "neighbours' harbour"),
        ("", "en_US", ""),
    ],
)
def test_sentences(text: str, locale: str, expected: str) -> None:
    assert to_locale(text, locale) == expected


def test_spans_to_keep() -> None:
    text = "the World Trade Center and the center of the Labor Party"
    assert to_locale(text, "en_CA", [(47, 58), (4, 22)]) == "the World Trade Center and the centre of the Labor Party"


WORDS = st.sampled_from(["defense", "Centre", "ORGANISE", "colour", "travel", "cheque", "check", "program", "é", "1"])
TEXT = st.one_of(st.text(), st.lists(WORDS, max_size=15).map(" ".join))


@settings(max_examples=100, deadline=None)
@given(TEXT, st.sampled_from(LOCALES))
def test_twice_is_once(text: str, locale: str) -> None:
    once = to_locale(text, locale)
    assert to_locale(once, locale) == once


@settings(max_examples=100, deadline=None)
@given(TEXT, st.sampled_from(LOCALES))
def test_kept_text_stays(text: str, locale: str) -> None:
    assert to_locale(text, locale, [(0, len(text))]) == text
