"""Renderings put over words of a text, and the grammar around them."""

from __future__ import annotations

import pytest

from translator.enforcement.constraint import Constraint, constraints_of
from translator.enforcement.draft import Draft
from translator.enforcement.place import finish, put
from translator.glossary.entry import Entry
from translator.glossary.glossary import Glossary
from translator.glossary.matcher import Matcher
from translator.glossary.occurrence import Occurrence

BUNDLED = Matcher(Glossary.bundled())

PLACED = [
    # text, what stands there, rendering, article, definite, expected
    ("The Otan summit opened.", "Otan", "NATO", "none", True, "The NATO summit opened."),
    ("He left the Otan.", "Otan", "NATO", "none", True, "He left NATO."),
    ("He left OSEC.", "OSEC", "OSCE", "the", True, "He left the OSCE."),
    ("A Otan ship", "Otan", "NATO", "none", False, "A NATO ship"),
    ("An Otan ship", "Otan", "NATO", "none", False, "A NATO ship"),
    ("a organisation of the UN", "organisation of the UN", "UN body", "free", False, "a UN body"),
    ("the foreign affairs minister", "foreign affairs", "Foreign Minister", "free", True, "the Foreign Minister"),
    ("It cost $37 in all.", "37", "$40", "free", False, "It cost $40 in all."),
    ("Up 5% now", "5", "6%", "free", False, "Up 6% now"),
    ("It cost $2,000 billion euros.", "2,000 billion euros", "€2 trillion", "free", False, "It cost €2 trillion."),
    ("Buton-Blanche spoke.", "Blanche", "White House", "the", True, "The White House spoke."),
    ("Prime Minister Ford left.", "Minister Ford", "Premier Doug Ford", "none", False, "Premier Doug Ford left."),
    ("An anti-Otan protest", "Otan", "NATO", "none", False, "An anti-NATO protest"),
    ("He left Otan and the NATO to NATO.", "Otan", "NATO", "none", True, "He left NATO and NATO to NATO."),
    ("the group (Osec) met", "Osec", "the group (OSCE)", "free", False, "the group (the group (OSCE) met"),
    (
        "The Sub-Secretary-General left.",
        "Secretary-General",
        "Assistant Secretary-General",
        "free",
        True,
        "The Assistant Secretary-General left.",
    ),
    (
        "Mulins-Beaufort spoke.",
        "Beaufort",
        "Msgr. Éric de Moulins-Beaufort",
        "none",
        False,
        "Msgr. Éric de Moulins-Beaufort spoke.",
    ),
    (
        "A non-governmental body",
        "governmental body",
        "non-governmental organization",
        "free",
        False,
        "A non-governmental organization",
    ),
    ("The anti-Guinea-Bissau vote", "Guinea-Bissau", "Guinea-Bissau", "none", False, "The anti-Guinea-Bissau vote"),
    (
        "The head of the Court (ICC), Karim Khan",
        "head of the Court (ICC",
        "Court (ICC) Prosecutor",
        "free",
        True,
        "The Court (ICC) Prosecutor, Karim Khan",
    ),
    ("The O.M.S. said no.", "O.M", "WHO", "the", True, "The WHO said no."),
    ("He left O.N.U.", "O", "UN", "the", True, "He left the UN."),
    ("The U.S. voted.", "U.S", "US", "the", True, "The US voted."),
    ("He left the U.S.", "U.S", "US", "the", True, "He left the US."),
    ("The U.S. Secretary of State left.", "Secretary of State", "US Secretary of State", "free", True,
     "The US Secretary of State left."),
    ("The American Secretary of State left.", "Secretary of State", "US Secretary of State", "free", True,
     "The US Secretary of State left."),
    ("He saw U. Bolt.", "U", "US", "the", False, "He saw US. Bolt."),
    ("rights of man are universal.", "rights of man", "human rights", "free", True, "Human rights are universal."),
    ("The the Bundestag voted.", "Bundestag", "Bundestag", "the", True, "The Bundestag voted."),
]


@pytest.mark.parametrize(("text", "words", "rendering", "article", "definite", "expected"), PLACED)
def test_put_and_finish(text: str, words: str, rendering: str, article: str, definite: bool, expected: str) -> None:
    start = text.index(words)
    draft = Draft(text, [(start, start + len(words))])
    put(draft, 0, rendering)
    finish(draft, "La source.", [Constraint(0, 2, rendering, "term", article=article, definite=definite)])
    assert draft.text == expected
    assert draft.text[slice(*draft.spans[0] or (0, 0))].lower() == rendering.lower()


def test_two_places_side_by_side() -> None:
    text = "the treaty of weapons and convention of weapons"
    draft = Draft(text, [(4, 21), (26, 47)])
    put(draft, 0, "Treaty on Nuclear Weapons")
    put(draft, 1, "Chemical Weapons Convention")
    assert draft.text == "the Treaty on Nuclear Weapons and Chemical Weapons Convention"
    assert [draft.text[slice(*span)] for span in draft.spans if span] == [
        "Treaty on Nuclear Weapons",
        "Chemical Weapons Convention",
    ]


def test_put_into_a_gap() -> None:
    draft = Draft("He spoke.", [(8, 8)])
    put(draft, 0, "at the OSCE")
    assert draft.text == "He spoke at the OSCE."


def test_case_is_mended() -> None:
    draft = Draft("the foreign minister and the Foreign minister", [(4, 20), (29, 45)])
    one = Constraint(0, 1, "Foreign Minister", "term")
    finish(draft, "Le", [one, one])
    assert draft.text == "the Foreign Minister and the Foreign Minister"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Human Rights are threatened.", "Human rights are threatened."),
        ("He defends Human Rights.", "He defends human rights."),
        ("The Human Rights Committee met.", "The Human Rights Committee met."),
        ("The State Human Rights body", "The State Human Rights body"),
    ],
)
def test_admitted_capitals_are_for_names(text: str, expected: str) -> None:
    start = text.index("Human Rights")
    draft = Draft(text, [(start, start + 12)])
    finish(draft, "Le", [Constraint(0, 1, "human rights", "term", accepted=("Human Rights",))])
    assert draft.text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Bank (ECB said", "The Bank (ECB) said"),
        ("The Bank ECB) said", "The Bank (ECB) said"),
        ("The Bank (ECB) said", "The Bank (ECB) said"),
        ("The Bank, ECB, said", "The Bank, ECB, said"),
    ],
)
def test_brackets_of_the_source_are_closed(text: str, expected: str) -> None:
    start = text.index("ECB")
    draft = Draft(text, [(start, start + 3)])
    finish(draft, "La banque (BCE) dit", [Constraint(11, 14, "ECB", "term")])
    assert draft.text == expected
    assert draft.text[slice(*draft.spans[0] or (0, 0))] == "ECB"


def test_of_the_before_a_place() -> None:
    morocco = Occurrence(7, 12, Entry("Maroc", "Morocco", kind="place"), "Morocco")
    draft = Draft("The King of the Morocco pardons them.", [(16, 23)])
    finish(
        draft,
        "Le roi du Maroc",
        [Constraint(10, 15, "Morocco", "term", article="none", definite=True, occurrence=morocco)],
    )
    assert draft.text == "The King of Morocco pardons them."


COUNTED = [
    ("Le gouvernement russe a réagi.", "the"),
    ("Les armées russe et turque ont réagi.", "free"),
    ("Un gouvernement russe a réagi.", "free"),
    ("Le renseignement militaire russe a réagi.", "free"),
    ("Les autorités russes ont réagi.", "free"),
]


@pytest.mark.parametrize(("french", "article"), COUNTED)
def test_one_government_has_an_article(french: str, article: str) -> None:
    [found] = constraints_of(french, BUNDLED)
    assert found.article == article


@pytest.mark.parametrize(
    ("text", "plural", "expected"),
    [
        ("the ministers's plan", True, "the Foreign Ministers' plan"),
        ("the ministers’s plan", True, "the Foreign Ministers’ plan"),
        ("the ministers' plan", True, "the Foreign Ministers' plan"),
        ("the ministers's plan", False, "the Foreign Ministers's plan"),
    ],
)
def test_possessive_of_a_plural(text: str, plural: bool, expected: str) -> None:
    many = Occurrence(0, 1, Entry("a", "Foreign Minister", kind="title"), "Foreign Ministers", plural=plural)
    draft = Draft(text, [(4, 13)])
    put(draft, 0, "Foreign Ministers")
    finish(draft, "Le", [Constraint(0, 1, "Foreign Ministers", "term", article="free", occurrence=many)])
    assert draft.text == expected
    assert draft.text[slice(*draft.spans[0] or (0, 0))] == "Foreign Ministers"
