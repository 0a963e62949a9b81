"""Numbers in words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.text.number_words import cardinal, ordinal, ordinal_word
from translator.text.spelt_numbers import find_spelt


def values(text: str, language: str) -> list[str]:
    return [f"{value:f}" for _, _, value in find_spelt(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("deux", ["2"]),
        ("vingt et un", ["21"]),
        ("vingt-deux", ["22"]),
        ("trente-et-un", ["31"]),
        ("soixante-dix", ["70"]),
        ("soixante et onze", ["71"]),
        ("soixante-dix-neuf", ["79"]),
        ("quatre-vingts", ["80"]),
        ("quatre-vingt-un", ["81"]),
        ("quatre-vingt-dix", ["90"]),
        ("quatre-vingt-dix-neuf", ["99"]),
        ("septante-deux", ["72"]),
        ("nonante", ["90"]),
        ("cent", ["100"]),
        ("cent vingt", ["120"]),
        ("deux cents", ["200"]),
        ("trois cent quatre-vingt-quatre", ["384"]),
        ("mille", ["1000"]),
        ("mille neuf cent quatre-vingt-quatorze", ["1994"]),
        ("quatre-vingt-dix mille", ["90000"]),
        ("deux millions trois cent mille", ["2300000"]),
        ("deux et trois", ["2", "3"]),
        ("deux, trois", ["2", "3"]),
        ("troisième", ["3"]),
        ("vingt et unième", ["21"]),
        ("vingt-neuvième", ["29"]),
        ("une douzaine", ["1", "12"]),
        ("rien", []),
    ],
)
def test_french(text: str, expected: list[str]) -> None:
    assert values(text, "fr") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two", ["2"]),
        ("twenty-two", ["22"]),
        ("twenty two", ["22"]),
        ("a hundred", ["100"]),
        ("two hundred and five", ["205"]),
        ("two and three", ["2", "3"]),
        ("ninety thousand", ["90000"]),
        ("two million three hundred thousand", ["2300000"]),
        ("twenty-first", ["21"]),
        ("third", ["3"]),
        ("half", ["0.5"]),
        ("none", []),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    assert values(text, "en") == expected


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 999_999))
def test_english_words_are_read_back(number: int) -> None:
    assert values(cardinal(number), "en") == [str(number)]


@pytest.mark.parametrize(
    ("number", "word", "figures"),
    [(1, "first", "1st"), (2, "second", "2nd"), (3, "third", "3rd"), (5, "fifth", "5th"), (8, "eighth", "8th"),
     (9, "ninth", "9th"), (11, "eleventh", "11th"), (12, "twelfth", "12th"), (13, "thirteenth", "13th"),
     (20, "twentieth", "20th"), (21, "twenty-first", "21st"), (22, "twenty-second", "22nd"),
     (100, "one hundredth", "100th"), (111, "one hundred and eleventh", "111th"),
     (1001, "one thousand first", "1,001st")],
)  # fmt: skip
def test_ordinals(number: int, word: str, figures: str) -> None:
    assert (ordinal_word(number), ordinal(number)) == (word, figures)


WORDS = st.sampled_from(["deux", "vingt", "et", "cent", "mille", "unième", "two", "and", "hundred", "-", ",", "é"])


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.text(), st.lists(WORDS).map(" ".join)))
def test_spans_are_in_order_and_disjoint(text: str) -> None:
    for language in ("fr", "en"):
        last = 0
        for start, end, value in find_spelt(text, language):
            assert last <= start < end <= len(text)
            assert value >= 0
            last = end
