"""Headlines in capitals."""

from __future__ import annotations

import pytest

from translator.text.capitals import in_capitals, lowered


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LE MINISTRE RUSSE ACCUSE L'OTAN", True),
        ("LES ÉTATS-UNIS SE RETIRENT !", True),
        ("OTAN", False),
        ("OTAN, ONU", False),
        ("Le ministre", False),
        ("LE MINISTRE RUSSE a ACCUSÉ", False),
        ("12 345 678 901 234", False),
        ("", False),
    ],
)
def test_in_capitals(text: str, expected: bool) -> None:
    assert in_capitals(text) is expected


@pytest.mark.parametrize(
    ("text", "start", "expected"),
    [
        ("LE MINISTRE ", True, "Le ministre "),
        ("« L'ÉTAT ", True, "« L'état "),
        (" ACCUSE L'", False, " accuse l'"),
        ("", True, ""),
        ("12 ANS", True, "12 Ans"),
    ],
)
def test_lowered(text: str, start: bool, expected: str) -> None:
    assert lowered(text, start=start) == expected
