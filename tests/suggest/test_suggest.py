from __future__ import annotations

import argparse
import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.cli.suggest import add_parser
from translator.errors import DocumentError, GlossaryError, UsageError
from translator.glossary.entry import COLUMNS, Entry
from translator.glossary.glossary import Glossary
from translator.suggest.abbreviations import is_abbreviation, long_forms
from translator.suggest.candidate import Candidate
from translator.suggest.find import suggest
from translator.suggest.pairing import capital_runs
from translator.suggest.words import english_tokens, french_tokens, stem
from translator.suggest.write import format_candidates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OSCE", True), ("UNSCo", True), ("G20", False), ("UN-SPIDER", True), ("XXI", False), ("XXIe", False),
        ("Osce", False), ("MCDXL", False), ("A", False), ("CEDEAO", True), ("iPhone", False),
    ],
)  # fmt: skip
def test_abbreviations(text: str, expected: bool) -> None:
    assert is_abbreviation(text) is expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("dit l'Organisation pour la sécurité et la coopération en Europe (OSCE) hier", "fr",
         "Organisation pour la sécurité et la coopération en Europe"),
        ("les fonds à l'Agence fédérale de gestion des situations d'urgence (FEMA)", "fr",
         "Agence fédérale de gestion des situations d'urgence"),
        ("il a vu le Président (PRG)", "fr", None),
        ("le président du conseil général (PCG)", "fr", "président du conseil général"),
        ("a grant to the Federal Emergency Management Agency (FEMA)", "en", "Federal Emergency Management Agency"),
        ("police and the European Union Rule of Law Mission (EULEX)", "en", "European Union Rule of Law Mission"),
        ("the year (2014)", "en", None),
    ],
)  # fmt: skip
def test_long_forms(text: str, language: str, expected: str | None) -> None:
    tokens = french_tokens(text) if language == "fr" else english_tokens(text)
    found = long_forms(tokens, french=language == "fr")
    assert [text[tokens[a].start : tokens[b - 1].end] for a, b, _ in found] == ([expected] if expected else [])


def test_capital_runs() -> None:
    text = "The Committee on the Rights of the Child met in the Hall of Peace today"
    tokens = english_tokens(text)
    runs = [text[tokens[a].start : tokens[b - 1].end] for a, b in capital_runs(tokens)]
    assert runs == ["Committee on the Rights of the Child", "Hall of Peace"]


def test_stems_join_number_and_languages() -> None:
    assert stem("nationales") == stem("nationale") == "nationa"
    assert stem("sécurité")[:5] == stem("security")[:5]
    assert stem("pays") == "pays"


PAIRS = [
    ("Le Comité des pêches a rencontré la ministre.", "The Committee on Fisheries met the minister."),
    ("Selon le Comité des pêches, la mer est vide.", "According to the Committee on Fisheries, the sea is empty."),
    ("Hier, le Comité des pêches a voté contre la loi.", "Yesterday the Committee on Fisheries voted against the law."),
    ("La mer est calme et la ministre est là.", "The sea is calm and the minister is here."),
    ("La Ligue du Nord attend.", "The Northern League is waiting."),
    ("Il parle avec la Ligue du Nord.", "He speaks with the Northern League."),
    ("La loi est là depuis hier.", "The law has been here since yesterday."),
    ("Le Fonds pour la mer (FPM) a payé.", "The Sea Fund (SEF) paid."),
    ("Le FPM a encore payé hier.", "The SEF paid again yesterday."),
    ("Le directeur adjoint des pêches est venu.", "The deputy director of fisheries came."),
    ("Le directeur adjoint des pêches est parti.", "The deputy director of fisheries left."),
    ("L'OTAN a dit non, et l'UEFR aussi.", "NATO said no, and so did UEFR."),
    ("L'OTAN a dit oui, l'UEFR non.", "NATO said yes, UEFR no."),
    ("IL EST VENU DANS LE COMITÉ DES LOIS", "HE CAME TO THE LAW COMMITTEE"),
]
KNOWN = Glossary([Entry("Organisation du traité", "Treaty Organization", source_abbr="OTAN", target_abbr="NATO")])


def by_source(candidates: list[Candidate]) -> dict[str, Candidate]:
    return {one.source: one for one in candidates}


def test_pairs() -> None:
    found = by_source(suggest(PAIRS, KNOWN))
    committee = found["Comité des pêches"]
    assert (committee.rendering, committee.kind, committee.frequency) == ("Committee on Fisheries", "institution", 3)
    assert (committee.example, committee.example_english) == PAIRS[0]
    assert committee.confidence > 0.6
    assert found["Ligue du Nord"].rendering == "Northern League"
    fund = found["Fonds pour la mer"]
    assert (fund.source_abbr, fund.rendering, fund.rendering_abbr, fund.frequency) == ("FPM", "Sea Fund", "SEF", 2)
    assert (found["UEFR"].rendering, found["UEFR"].found) == ("=", "acronym")
    assert found["directeur adjoint des pêches"].kind == "title"
    assert not {"OTAN", "FPM", "COMITÉ DES LOIS", "NATO"} & set(found)


def test_french_only() -> None:
    found = by_source(suggest([french for french, _ in PAIRS], KNOWN))
    assert {"Comité des pêches", "Ligue du Nord", "Fonds pour la mer", "UEFR"} <= set(found)
    assert all(one.rendering == "" and one.confidence == 0.0 for one in found.values())


def test_known_terms_are_left_out() -> None:
    glossary = Glossary([Entry("Comité des pêches", "Fisheries Committee", "institution"), Entry("Ligue du Nord", "x")])
    assert not {"Comité des pêches", "Ligue du Nord"} & set(by_source(suggest(PAIRS, glossary)))


def test_rare_terms_need_evidence() -> None:
    assert "Ligue du Nord" not in by_source(suggest(["Il parle avec la Ligue du nord."]))
    assert by_source(suggest([PAIRS[7][0]]))["Fonds pour la mer"].source_abbr == "FPM"
    assert suggest([]) == []


def test_file() -> None:
    candidates = [
        Candidate("Comité, grand", "institution", "name", 3, "", "Grand Committee", "", 0.9, 'un "x"', "one"),
        Candidate("Ligue", "institution", "name", 2, "", "League", "", 0.3),
    ]
    rows = list(csv.DictReader(io.StringIO(format_candidates(candidates))))
    assert [row["target"] for row in rows] == ["Grand Committee", ""]
    assert [row["status"] for row in rows] == ["", ""]
    assert rows[1]["note"] == "perhaps: League"
    assert set(rows[0]) - set(COLUMNS) == {"frequency", "confidence", "example", "example_english"}


def test_the_file_is_a_glossary_once_filled_in(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(format_candidates([Candidate("Ligue", "institution", "name", 2)]), encoding="utf-8")
    with pytest.raises(GlossaryError, match=r"t\.csv:2: target is empty"):
        Glossary.load(tmp_path / "t.csv")
    (tmp_path / "t.csv").write_text(
        format_candidates([Candidate("Ligue", "institution", "name", 2, "", "League", "", 0.9)]), encoding="utf-8"
    )
    (entry,) = Glossary.load(tmp_path / "t.csv")
    assert (entry.target, entry.status) == ("League", "preferred")


texts = st.lists(
    st.sampled_from(
        ["Le", "Comité", "de", "la", "mer", "(", ")", "CDM", ".", "d'", "l’", "et", "Paris", "É", "«", "\n"]
    ),
    max_size=25,
).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(texts, texts), max_size=5))
def test_any_text(pairs: list[tuple[str, str]]) -> None:
    candidates = suggest(pairs, KNOWN, least=1)
    assert candidates == suggest(list(pairs), KNOWN, least=1)
    for one in candidates:
        assert one.source.strip() == one.source != ""
        assert 0 <= one.confidence <= 1
        assert one.frequency >= 1
    list(csv.reader(io.StringIO(format_candidates(candidates))))


# ---- command


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    add_parser(parser.add_subparsers())
    args = parser.parse_args(["suggest", *arguments])
    code = args.run(args)
    assert isinstance(code, int)
    return code


def test_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.fr").write_text("\n".join(french for french, _ in PAIRS), encoding="utf-8")
    (tmp_path / "a.en").write_text("\n".join(english for _, english in PAIRS), encoding="utf-8")
    (tmp_path / "a.tsv").write_text("\n".join("\t".join(pair) for pair in PAIRS), encoding="utf-8")
    french, english = str(tmp_path / "a.fr"), str(tmp_path / "a.en")
    assert run(french, "-e", english, "--no-bundled", "--limit", "3") == 0
    paired = capsys.readouterr().out
    assert paired.startswith("source,target,kind,")
    assert "Comité des pêches,Committee on Fisheries,institution" in paired
    assert paired.count("\n") == 4
    assert run(str(tmp_path / "a.tsv"), "--no-bundled", "--limit", "3") == 0
    assert capsys.readouterr().out == paired
    assert run(french, "--no-bundled", "-o", str(tmp_path / "s.csv")) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "candidates" in err
    assert "Comité des pêches,,institution" in (tmp_path / "s.csv").read_text(encoding="utf-8")


def test_command_used_wrongly(tmp_path: Path) -> None:
    for arguments in (
        ("a", "b", "-e", "c"),
        ("a.tsv", "-e", "c"),
        ("a", "--limit", "0"),
        ("-", "-"),
        ("-", "-e", "-"),
        ("a", "--least", "0"),
    ):
        with pytest.raises(UsageError):
            run(*arguments)
    (tmp_path / "a.fr").write_text("x")
    with pytest.raises(DocumentError, match="cannot be written"):
        run(str(tmp_path / "a.fr"), "--no-bundled", "-o", str(tmp_path / "none" / "s.csv"))
