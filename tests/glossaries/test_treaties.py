"""The bundled treaties, laws, events and common terms as data, read with nothing but the csv module."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
GLOSSARIES = REPOSITORY / "glossaries"
TERMS = REPOSITORY.parent / "shared" / "terms"
COLUMNS = [
    "source", "target", "kind", "source_abbr", "target_abbr", "forms", "plural", "article", "case",
    "status", "context", "domain", "note", "reference", "examples",
]  # fmt: skip
LEAST = {
    "treaties": 350,
    "laws_canada": 3500,
    "military": 250,
    "events": 200,
    "diplomacy": 200,
    "economy": 100,
    "health": 80,
}
KINDS = {
    "treaties": {"treaty", "term", "law"},
    "laws_canada": {"law"},
    "military": {"military"},
    "events": {"event", "term"},
    "diplomacy": {"term"},
    "economy": {"term"},
    "health": {"term"},
}


def read(name: str) -> list[dict[str, str]]:
    with (GLOSSARIES / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def glossaries() -> dict[str, list[dict[str, str]]]:
    return {name: read(name) for name in LEAST}


@pytest.mark.parametrize("name", LEAST)
def test_file_is_utf8_with_unix_line_ends_and_the_usual_columns(name: str) -> None:
    data = (GLOSSARIES / f"{name}.csv").read_bytes()
    assert b"\r" not in data
    assert data.decode("utf-8").splitlines()[0].split(",") == COLUMNS


@pytest.mark.parametrize("name", LEAST)
def test_enough_rows_each_with_valid_cells(name: str, glossaries: dict[str, list[dict[str, str]]]) -> None:
    rows = glossaries[name]
    assert len(rows) >= LEAST[name]
    for row in rows:
        assert None not in row, row
        assert row["source"], row
        assert row["target"], row
        assert row["kind"] in KINDS[name], row
        assert row["status"] in ("", "admitted"), row
        assert row["case"] in ("", "exact"), row
        assert set(row["article"].split("|")) <= {"", "the", "none"}, row
        assert bool(row["source_abbr"]) == bool(row["target_abbr"]), row


@pytest.mark.parametrize("name", LEAST)
def test_cells_are_plain_text(name: str, glossaries: dict[str, list[dict[str, str]]]) -> None:
    for row in glossaries[name]:
        for column, cell in row.items():
            assert not set("\u2019\u2018\u00a0\u202f\u200b\n\t") & set(cell), (column, cell)
            assert cell == cell.strip(), (column, cell)
            assert "  " not in cell, (column, cell)
        assert not row["target"].startswith(("the ", "The ", "An ")), row


def test_one_preferred_rendering_per_surface_form_and_context(glossaries: dict[str, list[dict[str, str]]]) -> None:
    renderings: dict[tuple[str, str], set[str]] = defaultdict(set)
    for rows in glossaries.values():
        for row in rows:
            if not row["status"]:
                for form in [row["source"], *filter(None, row["forms"].split("|"))]:
                    renderings[form.casefold(), row["context"]].add(row["target"])
    assert {form: found for form, found in renderings.items() if len(found) > 1} == {}


def test_one_rendering_per_abbreviation(glossaries: dict[str, list[dict[str, str]]]) -> None:
    renderings: dict[str, set[str]] = defaultdict(set)
    for rows in glossaries.values():
        for row in rows:
            if row["source_abbr"]:
                renderings[row["source_abbr"]].add(row["target_abbr"])
    assert {abbr: found for abbr, found in renderings.items() if len(found) > 1} == {}


def test_admitted_variants_belong_to_a_preferred_row(glossaries: dict[str, list[dict[str, str]]]) -> None:
    for name, rows in glossaries.items():
        preferred = {row["source"].casefold(): row["target"] for row in rows if not row["status"]}
        for row in rows:
            if row["status"]:
                assert row["source"].casefold() in preferred, (name, row)
                assert row["target"] != preferred[row["source"].casefold()], (name, row)


@pytest.mark.parametrize("name", LEAST)
def test_examples_name_the_rendering_or_are_counter_examples(
    name: str, glossaries: dict[str, list[dict[str, str]]]
) -> None:
    for row in glossaries[name]:
        for example in filter(None, row["examples"].split("|")):
            french, arrow, english = example.partition("=>")
            assert arrow, row
            assert french.strip(), row
            wanted = filter(None, [row["target"], row["target_abbr"], row["plural"]])
            assert not english.strip() or any(rendering in english for rendering in wanted), row


@pytest.mark.parametrize("name", ["treaties", "laws_canada"])
def test_official_names_say_where_they_come_from(name: str, glossaries: dict[str, list[dict[str, str]]]) -> None:
    rows = [row for row in glossaries[name] if not row["status"]]
    referenced = sum(bool(row["reference"]) for row in rows)
    assert referenced >= 0.7 * len(rows)


@pytest.mark.parametrize(
    ("name", "source", "target"),
    [
        ("treaties", "Charte des Nations Unies", "Charter of the United Nations"),
        ("treaties", "Statut de Rome", "Rome Statute"),
        ("treaties", "Convention-cadre des Nations Unies sur les changements climatiques",
         "United Nations Framework Convention on Climate Change"),
        ("treaties", "Accord de Paris", "Paris Agreement"),
        ("treaties", "Programme de développement durable à l'horizon 2030", "2030 Agenda for Sustainable Development"),
        ("treaties", "Accord de libre-échange nord-américain", "North American Free Trade Agreement"),
        ("treaties", "règlement général sur la protection des données", "General Data Protection Regulation"),
        ("laws_canada", "Loi sur les Indiens", "Indian Act"),
        ("laws_canada", "Loi canadienne sur l'accessibilité", "Accessible Canada Act"),
        ("laws_canada", "Code criminel", "Criminal Code"),
        ("laws_canada", "Loi sur l'accès à l'information", "Access to Information Act"),
        ("laws_canada", "Loi de l'impôt sur le revenu", "Income Tax Act"),
        ("events", "Première Guerre mondiale", "First World War"),
        ("events", "Printemps arabe", "Arab Spring"),
        ("events", "Conférence de Munich sur la sécurité", "Munich Security Conference"),
        ("military", "missile balistique intercontinental", "intercontinental ballistic missile"),
        ("military", "cessez-le-feu", "ceasefire"),
        ("military", "zone d'exclusion aérienne", "no-fly zone"),
        ("diplomacy", "droit international humanitaire", "international humanitarian law"),
        ("diplomacy", "état de droit", "rule of law"),
        ("diplomacy", "égalité des sexes", "gender equality"),
        ("economy", "produit intérieur brut", "gross domestic product"),
        ("health", "soins palliatifs", "palliative care"),
    ],
)  # fmt: skip
def test_established_renderings(
    name: str, source: str, target: str, glossaries: dict[str, list[dict[str, str]]]
) -> None:
    assert target in [row["target"] for row in glossaries[name] if row["source"] == source and not row["status"]]


@pytest.mark.parametrize(
    "phrase",
    [
        "mise en œuvre", "entrée en vigueur", "décret de transfert d'attributions", "institutions financières",
        "accord de paris",
    ],
)  # fmt: skip
def test_ordinary_phrases_are_not_terms(phrase: str, glossaries: dict[str, list[dict[str, str]]]) -> None:
    for name, rows in glossaries.items():
        blind = [r["source"].casefold() for r in rows if r["case"] != "exact" and not r["context"]]
        assert phrase not in blind, name


@pytest.mark.parametrize("source", ["Loi sur les banques", "Loi sur le divorce", "Règlement sur les semences"])
def test_short_titles_of_acts_need_capital_and_context(
    source: str, glossaries: dict[str, list[dict[str, str]]]
) -> None:
    rows = [row for row in glossaries["laws_canada"] if row["source"] == source]
    assert [(row["case"], bool(row["context"])) for row in rows] == [("exact", True)]


@pytest.mark.skipif(not TERMS.is_dir(), reason="the folder with the titles of Justice Laws is not here")
def test_laws_are_what_the_script_generates(tmp_path: Path) -> None:
    out = tmp_path / "laws_canada.csv"
    script = GLOSSARIES / "build" / "laws_canada.py"
    subprocess.run([sys.executable, str(script), str(TERMS), str(out)], check=True)
    assert out.read_bytes() == (GLOSSARIES / "laws_canada.csv").read_bytes()
