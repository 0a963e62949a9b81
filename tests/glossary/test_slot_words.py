"""Slots are filled in a glossary of one's own, without the bundled ones."""

from __future__ import annotations

import pytest

from translator.glossary.entry import Entry
from translator.glossary.glossary import Glossary
from translator.glossary.matcher import Matcher

OWN = Glossary(
    [
        Entry("ministre {nationality} des Affaires étrangères", "{nationality} Foreign Minister", kind="title"),
        Entry("ambassadeur de {country}", "Ambassador of {country}", kind="title"),
    ]
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("le ministre russe des Affaires étrangères", ["Russian Foreign Minister"]),
        ("la ministre française des Affaires étrangères", ["French Foreign Minister"]),
        ("l'ambassadeur du Japon", ["Ambassador of Japan"]),
        ("l'OTAN et la Russie", []),
    ],
)
def test_slot_words(text: str, expected: list[str]) -> None:
    assert [found.rendering for found in Matcher(OWN).find(text)] == expected
