"""Adversarial lines: no function of this package takes more than linear time."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from translator.text.numbers import check_numbers, numeric_tokens, repair_format
from translator.text.protected import find_protected
from translator.text.quantities import find_quantities
from translator.text.spelling import to_locale
from translator.text.typography import to_english

FUNCTIONS: dict[str, Callable[[str], object]] = {
    "find_quantities": find_quantities,
    "find_protected": find_protected,
    "check_numbers": lambda text: check_numbers(text, text),
    "check_numbers, other": lambda text: check_numbers(text, "«7» " + text[: len(text) // 2]),
    "numeric_tokens": lambda text: numeric_tokens(text, "en"),
    "repair_format": lambda text: repair_format("1 000 " + text, text),
    "to_english": lambda text: to_english(text, text),
    "to_english, guillemets": lambda text: to_english("« 1 000 »", "« " + text),
    "to_locale": lambda text: to_locale(text, "en_US"),
}


PIECES = ("1", '"', "«", "»", " ", "\u00a0", ".", "'", "e", "XX", "« a » ", "a ?", "“a”,", "color ")
COUNTED = ("1 ", "100 000 ", "1 mai ", "1e, ", "1 h ", "(1", "1–2 ", "deux ", "n° 1 ", "3,5 % et ", "1 à ")


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("name", FUNCTIONS)
def test_two_seconds_for_a_megabyte(name: str, piece: str) -> None:
    text = piece * (30_000 // len(piece.encode()))
    began = time.process_time()
    FUNCTIONS[name](text)
    assert time.process_time() - began < 0.06 + 0.1  # 30 kB, and something for a slow machine


@pytest.mark.parametrize("piece", COUNTED)
@pytest.mark.parametrize("name", FUNCTIONS)
def test_numbers_without_end_take_time_by_their_count(name: str, piece: str) -> None:
    def seconds(copies: int) -> float:
        began = time.process_time()
        FUNCTIONS[name](piece * copies)
        return time.process_time() - began

    # Four times the text; sixteen times would be quadratic. A busy machine may spoil a measurement, not each of three.
    assert any(seconds(800) < 8 * seconds(200) + 0.05 for _ in range(3))
