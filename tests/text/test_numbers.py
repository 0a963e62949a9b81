"""Numbers of the source and of its translation, compared by value."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.text.numbers import check_numbers, numeric_tokens, repair_format

EVAL = Path(__file__).parents[3] / "shared/eval"

RIGHT = [
    ("90 000 soldats", "90,000 soldiers"),
    ("90 000 soldats", "90 thousand soldiers"),
    ("90 000 soldats", "ninety thousand soldiers"),
    ("90.000 soldats", "90,000 soldiers"),
    ("3,5 %", "3.5%"),
    ("12 pour cent", "12 per cent"),
    ("2 hommes", "two men"),
    ("deux hommes", "2 men"),
    ("quatre-vingt-dix mille hommes", "90,000 men"),
    ("1,5 million d'habitants", "1.5 million people"),
    ("1,5 million d'habitants", "1,500,000 people"),
    ("1 500 000 habitants", "1.5 million people"),
    ("1 500 milliards", "1.5 trillion"),
    ("mille milliards", "a trillion"),
    ("3,5 milliards d'euros", "€3.5bn"),
    ("20 M$", "$20 million"),
    ("2 Md€", "€2 billion"),
    ("2 millions et demi", "2.5 million"),
    ("10 à 15 millions", "10 to 15 million"),
    ("10 à 15 millions", "10 million to 15 million"),
    ("à 14 h 30", "at 2:30 p.m."),
    ("à 14h30", "at 14:30"),
    ("à 17 h", "at 5 p.m."),
    ("à midi", "at 12 p.m."),
    ("le XXe siècle", "the 20th century"),
    ("le 20e siècle", "the twentieth century"),
    ("la 2e place", "second place"),
    ("les années 90", "the 1990s"),
    ("les années 1990", "the nineties"),
    ("2019-2020", "2019-20"),
    ("le 02/12/2021", "December 2, 2021"),
    ("le 11 septembre", "9/11"),
    ("2 fois", "twice"),
    ("une douzaine", "12"),
    ("voir https://a.fr/2021/05", "see https://a.fr/2021/05"),
    ("la résolution 1244 (1999)", "resolution 1244 (1999)"),
    ("en 2021, puis en 2021", "in 2021"),
    ("12 chats", "12 cats, yes 12"),
    ("", ""),
]


@pytest.mark.parametrize(("source", "target"), RIGHT)
def test_right_translations_raise_no_alarm(source: str, target: str) -> None:
    assert check_numbers(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("90 000 soldats", "soldiers", [("missing", "90 000", "")]),
        ("90 000 soldats", "90 soldiers", [("changed", "90 000", "90")]),
        ("3,5 points", "35 points", [("changed", "3,5", "35")]),
        ("3,5 points", "3,500 points", [("changed", "3,5", "3,500")]),
        ("3,5 millions", "3.5 billion", [("changed", "3,5 millions", "3.5 billion")]),
        ("des soldats", "12 soldiers", [("added", "", "12")]),
        ("en 2020 et 2021", "in 2020 and 2012", [("changed", "2021", "2012")]),
        ("à 14 h 30", "at 2:30 a.m.", [("changed", "14 h 30", "2:30 a.m.")]),
        ("2 et 3 et 4", "2 and 4", [("missing", "3", "")]),
        ("le 3 mai", "May 5", [("changed", "3", "5")]),
    ],
)
def test_differences(source: str, target: str, expected: list[tuple[str, str, str]]) -> None:
    findings = check_numbers(source, target)
    assert [(one.kind, one.source, one.target) for one in findings] == expected
    for one in findings:
        assert one.source_span is None or source[slice(*one.source_span)] == one.source
        assert one.target_span is None or target[slice(*one.target_span)] == one.target


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("90 000", "about 90 000 men", "about 90,000 men"),
        ("90\u202f000", "90\u00a0000", "90,000"),
        ("3,5", "3,5", "3.5"),
        ("1.234.567", "1.234.567", "1,234,567"),
        ("2 500 et 2,500", "2,500", "2,500"),
        ("90 000", "90,000", "90,000"),
        ("3,5", "3.5 and 13,5 and 3,55", "3.5 and 13,5 and 3,55"),
        ("3,5", "{a=3,5} `3,5`", "{a=3,5} `3,5`"),
        ("rien", "3,5", "3,5"),
    ],
)
def test_format_copied_from_the_french(source: str, target: str, expected: str) -> None:
    assert repair_format(source, target) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("90 000 et deux", "fr", [("90 000", "90000"), ("deux", "2")]),
        ("XXe", "fr", [("XXe", "20")]),
        ("2:30 p.m.", "en", [("2:30 p.m.", "14:30")]),
        ("$3.5bn", "en", [("3.5bn", "3500000000")]),
        ("a@b12.fr", "fr", []),
    ],
)
def test_tokens(text: str, language: str, expected: list[tuple[str, str]]) -> None:
    tokens = numeric_tokens(text, language)
    assert [(text[one.start : one.end], one.values[0]) for one in tokens] == expected


NUMBERS = st.sampled_from(
    [
        *("1", "2", "10", "90", "000", "3,5", "3.5", "90,000", "2021", "millions", "million", "two", "deux", "h", ":"),
        *("p.m.", "%", "€", "$", "XXe", "20th", "et", "and", "-", "–", "/", ".", ",", "s", "demi", "thousand", "no"),
    ]
)
TEXT = st.one_of(st.text(max_size=30), st.lists(NUMBERS, max_size=20).map(" ".join), st.lists(NUMBERS).map("".join))


@settings(max_examples=100, deadline=None)
@given(TEXT, TEXT)
def test_findings_are_well_formed(source: str, target: str) -> None:
    for one in check_numbers(source, target):
        assert one.kind in ("missing", "changed", "added")
        assert (one.source_span is None) == (one.kind == "added")
        assert (one.target_span is None) == (one.kind == "missing")


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 999_999_999))
def test_a_number_in_english_writing_is_the_same(number: int) -> None:
    french = f"{number:,}".replace(",", "\u202f")
    assert check_numbers(f"Il y a {french} hommes.", f"There are {number:,} men.") == []
    assert check_numbers(f"Il y a {french} hommes.", f"There are {number + 1:,} men.") != []
    assert repair_format(french, french) == f"{number:,}"


@settings(max_examples=100, deadline=None)
@given(TEXT, TEXT)
def test_repair_is_idempotent(source: str, target: str) -> None:
    once = repair_format(source, target)
    assert repair_format(source, once) == once


@pytest.mark.skipif(not EVAL.is_dir(), reason="needs ../shared/eval")
def test_few_alarms_on_good_translations() -> None:
    french, english = ((EVAL / f"newstest2013.{side}").read_text("utf-8").splitlines() for side in ("fr", "en"))
    alarms = sum(bool(check_numbers(source, target)) for source, target in zip(french, english, strict=True))
    assert alarms < 0.01 * len(french)  # read one by one: nearly all are real differences
