"""The bundled institutions and media: as data, against the other bundled files, and by what the matcher finds."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from translator.glossary.entry import COLUMNS, Entry
from translator.glossary.examples import examples_of, match_examples
from translator.glossary.glossary import Glossary
from translator.glossary.matcher import Matcher
from translator.text.french import fold

FOLDER = Path(__file__).parents[2] / "glossaries"
NAMES = ("institutions", "media")
LEAST = {"institutions": 1500, "media": 300}
KINDS = {
    "institutions": {"institution", "term", "event", "military", "place"},
    "media": {"media", "institution"},
}


@pytest.fixture(scope="module")
def bundled() -> Glossary:
    return Glossary.bundled()


@pytest.fixture(scope="module")
def matcher(bundled: Glossary) -> Matcher:
    return Matcher(bundled)


@pytest.fixture(scope="module")
def ours(bundled: Glossary) -> dict[str, list[Entry]]:
    return {name: [e for e in bundled if Path(e.path).stem == name] for name in NAMES}


def preferred(entries: list[Entry]) -> list[Entry]:
    return [e for e in entries if e.status == "preferred"]


@pytest.mark.parametrize("name", NAMES)
def test_file_is_utf8_with_unix_line_ends_and_the_usual_columns(name: str) -> None:
    data = (FOLDER / f"{name}.csv").read_bytes()
    assert b"\r" not in data
    assert tuple(data.decode("utf-8").splitlines()[0].split(",")) == COLUMNS


@pytest.mark.parametrize("name", NAMES)
def test_enough_rows_of_the_right_kinds_with_valid_cells(name: str, ours: dict[str, list[Entry]]) -> None:
    assert len(preferred(ours[name])) >= LEAST[name]
    for entry in ours[name]:
        assert entry.kind in KINDS[name], entry
        assert entry.article in ("", "the", "none", "the|the", "the|none"), entry
        assert entry.case in ("", "exact"), entry
        assert bool(entry.source_abbr) == bool(entry.target_abbr), entry
        assert not entry.target.startswith(("the ", "an ")), entry
        assert entry.target != entry.source, f"{entry.source}: write = to keep the source"


@pytest.mark.parametrize("name", NAMES)
def test_cells_are_plain_text(name: str, ours: dict[str, list[Entry]]) -> None:
    for entry in ours[name]:
        for cell in (entry.source, entry.target, entry.source_abbr, *entry.forms, *entry.context, *entry.examples):
            assert not set("\u2019\u2018\u00a0\u202f\u200b\n\t") & set(cell), entry
            assert cell == cell.strip(), entry
            assert "  " not in cell, entry


def test_no_surface_form_has_two_preferred_renderings_in_any_file(
    bundled: Glossary, ours: dict[str, list[Entry]]
) -> None:
    found: dict[tuple[str, tuple[str, ...]], dict[str, str]] = defaultdict(dict)
    for entry in bundled:
        if entry.status == "preferred" and entry.kind != "nationality":
            for form in (entry.source, *entry.forms):
                found[fold(form), entry.context][entry.rendering] = Path(entry.path).stem
    conflicts = {key: targets for key, targets in found.items() if len(targets) > 1}
    assert {key: t for key, t in conflicts.items() if set(NAMES) & set(t.values())} == {}


def test_an_abbreviation_with_two_meanings_needs_a_context(ours: dict[str, list[Entry]]) -> None:
    renderings: dict[str, set[str]] = defaultdict(set)
    for entries in ours.values():
        for entry in preferred(entries):
            if entry.source_abbr and not entry.context:
                renderings[entry.source_abbr].add(entry.rendering_abbr)
            if entry.case == "exact" and entry.source.isupper() and not entry.context:
                renderings[entry.source].add(entry.rendering)
    assert {abbr: targets for abbr, targets in renderings.items() if len(targets) > 1} == {}


def test_admitted_variants_belong_to_a_preferred_row_and_differ_from_it(ours: dict[str, list[Entry]]) -> None:
    for entries in ours.values():
        targets = defaultdict(set)
        for entry in preferred(entries):
            targets[entry.source].add(entry.rendering)
        for entry in entries:
            if entry.status != "preferred":
                assert entry.source in targets, entry
                assert entry.rendering not in targets[entry.source], entry


def test_official_names_say_where_they_come_from(ours: dict[str, list[Entry]]) -> None:
    names = [e for e in preferred(ours["institutions"]) if e.kind == "institution"]
    assert sum(bool(e.reference) for e in names) >= 0.8 * len(names)


@pytest.mark.parametrize("name", NAMES)
def test_at_least_a_third_of_the_rows_carry_an_example(name: str, ours: dict[str, list[Entry]]) -> None:
    rows = preferred(ours[name])
    assert sum(bool(e.examples) for e in rows) >= len(rows) / 3


@pytest.mark.parametrize("name", NAMES)
def test_every_example_is_matched_or_not_as_it_says(name: str, bundled: Glossary, ours: dict[str, list[Entry]]) -> None:
    outcomes = list(match_examples(bundled, examples_of(ours[name])))
    assert outcomes
    assert [str(outcome) for outcome in outcomes if not outcome.passed] == []


@pytest.mark.parametrize(
    ("french", "renderings"),
    [
        ("L'ONU et l'Otan se taisent.", ["UN", "NATO"]),
        ("L'O.N.U. se tait.", ["UN"]),
        ("l'Organisation des Nations unies (ONU)", ["United Nations (UN)"]),
        ("Une réunion de l'OSCE à Stockholm", ["OSCE"]),
        (
            "l' OSCEOrganisation pour la sécurité et la coopération en Europe , rare forum",
            ["OSCE"],
        ),
        (
            "l'Organisation du traité de l'Atlantique Nord (OTAN)",
            ["North Atlantic Treaty Organization (NATO)"],
        ),
        ("l'élargissement de l'alliance atlantique", ["Atlantic Alliance"]),
        ("Le Conseil de sécurité de l'ONU se réunit.", ["UN Security Council"]),
        ("Le Conseil de sécurité se réunit.", ["Security Council"]),
        ("Selon l'OMS et l'Unicef", ["WHO", "UNICEF"]),
        ("la Cédéao, l'Uémoa et l'Union africaine", ["ECOWAS", "WAEMU", "African Union"]),
        ("Médecins sans frontières (MSF) a quitté la ville.", ["Doctors Without Borders (MSF)"]),
        ("Reporters sans frontières proteste.", ["Reporters Without Borders"]),
        ("Il l'a dit à La Presse et au Devoir.", ["La Presse"]),
        ("La Cour pénale internationale (CPI) l'a inculpé.", ["International Criminal Court (ICC)"]),
        ("La BEI, Banque européenne d'investissement", ["EIB", "European Investment Bank"]),
        ("La Banque africaine de développement (BAD) prête.", ["African Development Bank (AfDB)"]),
        ("La Banque asiatique de développement (BAD) prête.", ["Asian Development Bank (ADB)"]),
    ],
)
def test_what_the_matcher_asks_for(french: str, renderings: list[str], matcher: Matcher) -> None:
    found = [o for o in matcher.find(french) if Path(o.entry.path).stem in NAMES]
    assert [occurrence.rendering for occurrence in found] == renderings


@pytest.mark.parametrize(
    "french",
    [
        "Pam a chanté hier soir.",
        "Un BIT est l'unité de base de l'information.",
        "Le monde change et la presse aussi.",
        "Marianne est rentrée chez elle à l'aube.",
        "Libération de deux otages après trois mois",
        "Il a une vision mondiale du problème.",
        "La TVA augmente en janvier.",
        "La CAF verse les allocations familiales.",
        "La norme CEI 60529 s'applique.",
        "En RFA, la vie était plus chère.",
        "Le test d'APS n'est pas fiable.",
        "Il regarde la série CSI à la télévision.",
        "Une croix rouge est peinte sur le toit.",
        "Le croissant rouge est un symbole.",
        "Le club de Londres a battu Lyon.",
        "L'assemblée générale des actionnaires a voté.",
        "Le président de BCE, l'entreprise de télécommunications Bell",
        "Les PME de la région embauchent.",
        "Il habite une place en CPE.",
        "Elle étudie le droit et la justice.",
        "Un tas de sable et le point sur la situation",
        "Nature et découvertes, science et conscience",
        "L'équipe est prête, l'express part à midi.",
        "La défense des Verts a été bonne; le temps est au beau.",
    ],
)
def test_ordinary_words_are_no_institutions(french: str, matcher: Matcher) -> None:
    found = [o for o in matcher.find(french) if Path(o.entry.path).stem in NAMES]
    assert [(french[o.start : o.end], o.rendering) for o in found] == []
