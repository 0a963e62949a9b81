"""Given names: with what follows them they are names of people, which stay as they are."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from translator.glossary.glossary import Glossary
from translator.glossary.matcher import Matcher

FILE = Path(__file__).parents[2] / "glossaries" / "given_names.csv"


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(Glossary.bundled())


CASES = [
    ("Le plan de Christophe Durandet est prêt.", ["Christophe Durandet"]),
    ("Jean-Xavier Morandel et Anne-Sophie Corvec ont voté.", ["Jean-Xavier Morandel", "Anne-Sophie Corvec"]),
    ("Jean\u2011Xavier\u00a0Morandel est là.", ["Jean-Xavier Morandel"]),
    ("Éric Comynel et Eric Comynel sont là.", ["Éric Comynel", "Eric Comynel"]),
    ("Mario Mandzukin du VfL Wolfsburg est là.", ["Mario Mandzukin"]),
    ("Joachim du Bellan est là.", ["Joachim du Bellan"]),
    ("Le discours de Helmut Kohlan Mais personne", ["Helmut Kohlan"]),
    ("Yves de Kerdrelan écrit.", ["Yves de Kerdrelan"]),
    ("Sergueï Axionovitch est mort.", ["Sergei Axionovitch"]),
    ("Le général Sergueï Axionovitch est mort.", ["Gen. Sergei Axionovitch"]),
    ("George P. Mulligan était là.", ["George P. Mulligan"]),
    ("Thomas Brunel de Paris est venu.", ["Thomas Brunel", "Paris"]),
    ("Emmanuel Macron est là.", ["Emmanuel Macron"]),
    ("Pierre et Marie Durandet sont là.", ["Marie Durandet"]),
    ("Le maire Thomas Durandet est là.", ["Mayor Thomas Durandet"]),
    ("Le roi Ottokan Ier est là.", ["King Ottokan I"]),
    ("Il a vu cheikh Machin ben Untel.", ["Sheikh Machin ben Untel"]),
    ("Robert F. Kennedy Jr. est là.", ["Robert F. Kennedy Jr."]),
]

NONE = [
    "Pierre Ier est mort.",
    "Louis-Philippe Ier est mort.",
    "La pierre est dure, Marie aussi.",
    "Saint-Pierre Fourierin est une commune.",
    "LE RETOUR DE CHRISTOPHE DURANDET",
    "Jean, Paul et Luc sont là.",
    "« Marie » Durandet",
]


@pytest.mark.parametrize(("french", "expected"), CASES)
def test_names(matcher: Matcher, french: str, expected: list[str]) -> None:
    assert [occurrence.rendering for occurrence in matcher.find(french)] == expected


@pytest.mark.parametrize("french", NONE)
def test_no_names(matcher: Matcher, french: str) -> None:
    assert [o.rendering for o in matcher.find(french) if o.entry.path.endswith("given_names.csv")] == []


def test_rows() -> None:
    with FILE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) > 1500
    for row in rows:
        assert row["source"].endswith(" {person}"), row
        assert row["target"] == "=" or row["target"].endswith(" {person}"), row
        assert (row["kind"], row["case"]) == ("person", "exact"), row
    assert len({row["source"] for row in rows}) == len(rows)
