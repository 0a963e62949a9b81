"""Places, nationalities, people and honorifics as data, read with nothing but the csv module."""

from __future__ import annotations

import csv
import re
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
KIND = {"places": "place", "nationalities": "nationality", "people": "person", "honorifics": "honorific"}
LEAST = {"places": 1800, "nationalities": 500, "people": 2000, "honorifics": 30}

Rows = list[dict[str, str]]


def read(name: str) -> Rows:
    with (GLOSSARIES / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


ROWS = {name: read(name) for name in KIND}


def preferred(name: str) -> dict[str, dict[str, str]]:
    return {row["source"]: row for row in ROWS[name] if row["status"] in ("", "preferred")}


def rendering(row: dict[str, str]) -> str:
    return row["source"] if row["target"] == "=" else row["target"]


@pytest.mark.parametrize("name", KIND)
def test_file_is_utf8_with_unix_line_ends_and_the_usual_columns(name: str) -> None:
    data = (GLOSSARIES / f"{name}.csv").read_bytes()
    assert b"\r" not in data
    assert data.decode("utf-8").splitlines()[0].split(",") == COLUMNS


@pytest.mark.parametrize("name", KIND)
def test_enough_rows_each_with_valid_cells(name: str) -> None:
    assert len(ROWS[name]) >= LEAST[name]
    for row in ROWS[name]:
        assert list(row) == COLUMNS, row
        assert all((row["source"], row["target"])), row
        assert row["kind"] == KIND[name], row
        assert row["article"] in ("", "the", "none", "the|the", "the|none"), row
        assert row["case"] in ("", "exact"), row
        assert row["status"] in ("", "preferred", "admitted", "forbidden"), row
        for cell in row.values():
            assert re.fullmatch(r"|\S(?:(?!  |’).)*(?<!\s)", cell), row
        for cell in (row["forms"], row["context"], row["examples"]):
            assert not cell or all(part.strip() for part in cell.split("|")), row
        for example in filter(None, row["examples"].split("|")):
            assert "=>" in example, row
        assert not re.match(r"[Tt]he (?!Hague)", row["target"]), row


@pytest.mark.parametrize("name", KIND)
def test_one_preferred_rendering_for_each_surface_form(name: str) -> None:
    found: dict[str, set[str]] = defaultdict(set)
    sources: set[tuple[str, str, str]] = set()
    for row in ROWS[name]:
        key = (row["source"], row["target"], row["status"])
        assert key not in sources, key
        sources.add(key)
        if row["status"] in ("", "preferred"):
            for form in (row["source"], *filter(None, row["forms"].split("|"))):
                found[form].add(rendering(row))
    assert {form: targets for form, targets in found.items() if len(targets) > 1} == {}


@pytest.mark.parametrize("name", KIND)
def test_a_variant_has_a_preferred_row_and_differs_from_it(name: str) -> None:
    main = preferred(name)
    for row in ROWS[name]:
        if row["status"] in ("admitted", "forbidden"):
            assert row["source"] in main, row
            assert row["target"] != rendering(main[row["source"]]), row


def test_no_other_glossary_gives_another_rendering_for_the_same_source_and_kind() -> None:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for path in GLOSSARIES.glob("*.csv"):
        for row in read(path.stem):
            if row["status"] in ("", "preferred") and row["kind"] in KIND.values():
                found[row["kind"], row["source"]].add(rendering(row))
    assert {key: targets for key, targets in found.items() if len(targets) > 1} == {}


@pytest.mark.parametrize(
    ("name", "source", "target", "article"),
    [
        ("places", "États-Unis", "United States", "the|the"),
        ("places", "Côte d'Ivoire", "Ivory Coast", ""),
        ("places", "Birmanie", "Myanmar", ""),
        ("places", "Turquie", "Turkey", ""),
        ("places", "Tchéquie", "Czechia", ""),
        ("places", "République tchèque", "Czech Republic", "the"),
        ("places", "République islamique d'Iran", "Islamic Republic of Iran", "the"),
        ("places", "Émirats arabes unis", "United Arab Emirates", "the"),
        ("places", "Pays-Bas", "Netherlands", "the"),
        ("places", "Saint-Siège", "Holy See", "the"),
        ("places", "le Salvador", "El Salvador", ""),
        ("places", "la Dominique", "Dominica", ""),
        ("places", "Kiev", "Kyiv", ""),
        ("places", "La Haye", "The Hague", ""),
        ("places", "le Caire", "Cairo", ""),
        ("places", "Mexico", "Mexico City", ""),
        ("places", "ville de Québec", "Quebec City", ""),
        ("places", "bande de Gaza", "Gaza Strip", "the"),
        ("places", "Proche-Orient", "Middle East", "the"),
        ("places", "Maison-Blanche", "White House", "the"),
        ("nationalities", "russe", "Russian", ""),
        ("nationalities", "québécois", "Quebec", ""),
        ("nationalities", "nigérien", "Nigerien", ""),
        ("nationalities", "russo-ukrainien", "Russian-Ukrainian", ""),
        ("people", "Vladimir Poutine", "Vladimir Putin", ""),
        ("people", "Volodymyr Zelensky", "Volodymyr Zelenskyy", ""),
        ("people", "Mouammar Kadhafi", "Moammar Gadhafi", ""),
        ("people", "Benoît XVI", "Benedict XVI", ""),
        ("people", "Antony Blinken", "Antony Blinken", ""),
        ("honorifics", "M. {person}", "Mr. {person}", ""),
        ("honorifics", "Mme {person}", "Ms. {person}", ""),
    ],
)
def test_house_style(name: str, source: str, target: str, article: str) -> None:
    row = preferred(name)[source]
    assert (rendering(row), row["article"]) == (target, article)


@pytest.mark.parametrize(
    "source",
    ["Maurice", "Dominique", "Virginie", "Constance", "Nice", "Tours", "Sion", "Tigre", "Sissi", "Grenade", "Valence",
     "Suisse", "Corse", "Salvador", "La Réunion", "Marches", "Trente", "May", "Brown", "Petit", "Blanc", "Johnson"],
)  # fmt: skip
def test_a_name_that_is_also_a_common_word_or_given_name_is_absent_or_has_a_context(source: str) -> None:
    for name in ("places", "people"):
        row = preferred(name).get(source)
        assert row is None or row["context"], row


def test_adjectives_are_lower_case_and_american_has_a_form_before_a_title() -> None:
    assert preferred("nationalities")["américain"]["target_abbr"] == "US"
    assert [source for source in preferred("nationalities") if not source[0].islower()] == []


def test_country_rows_are_those_that_the_script_makes(tmp_path: Path) -> None:
    pytest.importorskip("babel")
    if not (TERMS / "countries-unterm-fr-en.tsv").is_file():
        pytest.skip("the term data does not stand beside the repository")
    out = tmp_path / "places.csv"
    out.write_bytes((GLOSSARIES / "places.csv").read_bytes())
    script = GLOSSARIES / "build" / "places.py"
    subprocess.run([sys.executable, str(script), str(TERMS), str(out)], check=True, capture_output=True)
    assert out.read_bytes() == (GLOSSARIES / "places.csv").read_bytes()
