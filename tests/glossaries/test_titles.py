"""Titles, governments and Canadian institutions as data, read with nothing but the csv module."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from pathlib import Path

import pytest

GLOSSARIES = Path(__file__).parents[2] / "glossaries"
COLUMNS = [
    "source", "target", "kind", "source_abbr", "target_abbr", "forms", "plural", "article", "case",
    "status", "context", "domain", "note", "reference", "examples",
]  # fmt: skip
LEAST = {"titles": 1500, "governments": 1300, "canada": 650}
KINDS = {
    "titles": {"title", "person"},
    "governments": {"institution", "term", "media", "military"},
    "canada": {"institution", "term", "title", "place", "media", "law"},
}

Rows = list[dict[str, str]]


def read(name: str) -> Rows:
    with (GLOSSARIES / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


ROWS = {name: read(name) for name in LEAST}
PREFERRED = [row for rows in ROWS.values() for row in rows if not row["status"]]


def rendering(row: dict[str, str]) -> str:
    return row["source"] if row["target"] == "=" else row["target"]


def forms(row: dict[str, str]) -> list[str]:
    return [row["source"], *filter(None, row["forms"].split("|"))]


@pytest.mark.parametrize("name", LEAST)
def test_file_is_utf8_with_unix_line_ends_and_the_usual_columns(name: str) -> None:
    data = (GLOSSARIES / f"{name}.csv").read_bytes()
    assert b"\r" not in data
    assert data.decode("utf-8").splitlines()[0].split(",") == COLUMNS


@pytest.mark.parametrize("name", LEAST)
def test_enough_rows_each_with_valid_cells(name: str) -> None:
    assert len([row for row in ROWS[name] if not row["status"]]) >= LEAST[name]
    for row in ROWS[name]:
        assert list(row) == COLUMNS, row
        assert row["source"], row
        assert row["target"], row
        assert row["kind"] in KINDS[name], row
        assert row["status"] in ("", "admitted"), row
        assert row["case"] in ("", "exact"), row
        assert row["article"] in ("", "the", "none", "the|the", "the|none", "none|the", "none|none"), row
        assert bool(row["source_abbr"]) == bool(row["target_abbr"]), row
        assert not re.match(r"(?:[Tt]he|[Aa]n?) (?!Canadian Press$)", row["target"]), row
        assert set(re.findall(r"{\w+}", row["target"])) <= set(re.findall(r"{\w+}", row["source"])), row
        for cell in row.values():
            assert cell == cell.strip(), row
            assert "  " not in cell, row
            assert not set("\u2019\u2018\u00a0\u202f\u200b\n\t") & set(cell), row


def test_one_rendering_per_surface_form_and_context() -> None:
    found: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for row in PREFERRED:
        for form in forms(row):
            found[form, row["context"], row["case"]].add(rendering(row))
    assert {key: targets for key, targets in found.items() if len(targets) > 1} == {}


def test_an_abbreviation_of_two_bodies_has_a_context_for_one_of_them_at_least() -> None:
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in PREFERRED:
        if row["source_abbr"]:
            found[row["source_abbr"]].append(row)
    for abbreviation, rows in found.items():
        bare = {r["source_abbr"] if r["target_abbr"] == "=" else r["target_abbr"] for r in rows if not r["context"]}
        assert len(bare) <= 1, (abbreviation, bare)


def test_a_variant_has_a_preferred_row_and_differs_from_it() -> None:
    for name, rows in ROWS.items():
        main = {row["source"]: rendering(row) for row in rows if not row["status"]}
        for row in rows:
            if row["status"]:
                assert row["source"] in main, (name, row)
                assert row["target"] != main[row["source"]], (name, row)


def test_canadian_bodies_say_where_their_official_names_come_from() -> None:
    assert [row["source"] for row in ROWS["canada"] if not row["status"] and not row["reference"]] == []


@pytest.mark.parametrize("word", ["sac", "one", "bac", "ace", "iris", "vu", "fit", "tas", "pic", "car", "est"])
def test_a_word_in_a_headline_is_no_abbreviation(word: str) -> None:
    assert [row["source"] for row in PREFERRED if row["source_abbr"].lower() == word and not row["context"]] == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("garde des Sceaux", "Justice Minister"),
        ("Conseil constitutionnel", "Constitutional Council"),
        ("Cour des comptes", "Court of Auditors"),
        ("Verkhovna Rada", "Verkhovna Rada"),
        ("Bundestag", "Bundestag"),
        ("secrétaire général de l'OTAN", "NATO Secretary General"),
        ("secrétaire général de l'ONU", "UN Secretary-General"),
        ("premier ministre du Québec", "Quebec Premier"),
        ("premier ministre du Canada", "Prime Minister of Canada"),
        ("pape François", "Pope Francis"),
        ("porte-parole du Kremlin", "Kremlin spokesperson"),
        ("général {person}", "Gen. {person}"),
        ("ministre des Affaires étrangères américain", "US Secretary of State"),
        ("ministre des Finances britannique", "British Chancellor of the Exchequer"),
        ("Direction générale de la sécurité extérieure", "Directorate General for External Security"),
        ("Gendarmerie royale du Canada", "Royal Canadian Mounted Police"),
        ("Service canadien du renseignement de sécurité", "Canadian Security Intelligence Service"),
        ("Agence des services frontaliers du Canada", "Canada Border Services Agency"),
        ("Affaires mondiales Canada", "Global Affairs Canada"),
        ("Banque de développement du Canada", "Business Development Bank of Canada"),
        ("Société canadienne d'hypothèques et de logement", "Canada Mortgage and Housing Corporation"),
        ("Bureau du Conseil privé", "Privy Council Office"),
        ("Musée des beaux-arts du Canada", "National Gallery of Canada"),
        ("Tribunal des anciens combattants (révision et appel)", "Veterans Review and Appeal Board"),
        ("Sûreté du Québec", "Sûreté du Québec"),
    ],
)
def test_established_renderings(source: str, target: str) -> None:
    assert target in [rendering(row) for row in PREFERRED if row["source"] == source]
