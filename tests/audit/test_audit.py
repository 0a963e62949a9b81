from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from translator.auditing.audit import audit
from translator.auditing.findings import is_untranslated, number_warnings
from translator.auditing.instead import read_instead
from translator.auditing.pairs import Pair, read_bilingual, read_text_pair
from translator.auditing.tally import Tally
from translator.cli.audit import add_parser
from translator.errors import DocumentError, UsageError
from translator.glossary.entry import Entry
from translator.glossary.glossary import Glossary
from translator.result import Translation

GLOSSARY = Glossary(
    [
        Entry("Organisation du traité de l'Atlantique Nord", "North Atlantic Treaty Organization", "institution",
              source_abbr="OTAN", target_abbr="NATO"),
        Entry("secrétaire d'État", "Secretary of State", "title"),
        Entry("secrétaire d'État", "State Secretary", "title", status="forbidden"),
        Entry("droits de l'homme", "human rights", plural="none"),
        Entry("droits de l'homme", "rights of man", plural="none", status="admitted"),
    ]
)  # fmt: skip


def outcomes(french: str, english: str) -> list[str]:
    return [use.outcome for use in audit(french, english, GLOSSARY).terms]


@pytest.mark.parametrize(
    ("french", "english", "expected"),
    [
        ("l'OTAN", "NATO", ["followed"]),
        ("l'OTAN et l'OTAN", "NATO and it", ["followed", "missing"]),
        ("les droits de l'homme", "the rights of man", ["admitted"]),
        ("Le secrétaire d'État est là.", "The State Secretary is here.", ["forbidden"]),
        ("La secrétaire d'État. L'OTAN.", "The Secretary of State. The Alliance.", ["followed", "missing"]),
        ("rien", "nothing", []),
    ],
)
def test_outcomes(french: str, english: str, expected: list[str]) -> None:
    assert outcomes(french, english) == expected


def test_an_audit_is_like_a_translation() -> None:
    french = "Bonjour.\nL'OTAN a dit non.\nLe secrétaire d'État de l'OTAN"
    english = "Hello.\nNATO said no.\nThe State Secretary of NATO"
    result = audit(french, english, GLOSSARY)
    assert isinstance(result, Translation)
    assert (result.source, result.text, str(result)) == (french, english, english)
    for use in result.terms:
        if use.outcome == "followed" and use.target:
            assert english[slice(*use.target)] == "NATO"
            assert french[slice(*use.source)] == "OTAN"
    assert result.score == pytest.approx(2 / 3)
    assert [english[slice(*use.target)] for use in result.forbidden if use.target] == ["State Secretary"]
    assert [(v.segment, v.kind) for v in result.violations] == [(2, "forbidden")]
    assert GLOSSARY.fingerprint in result.signature
    assert audit(french.split("\n"), english.split("\n"), GLOSSARY) == result


def test_a_forbidden_rendering_beside_the_right_one() -> None:
    result = audit("le secrétaire d'État", "the Secretary of State, a State Secretary", GLOSSARY)
    assert result.warnings == ("forbidden rendering: State Secretary",)
    assert [v.message for v in result.violations] == ["the text also has State Secretary"]


def test_text_without_terms_has_a_perfect_score() -> None:
    assert audit("", "", GLOSSARY).score == 1.0


def test_lengths_must_agree() -> None:
    with pytest.raises(UsageError, match="the French has 2 lines and the English 1"):
        audit("a\nb", "a", GLOSSARY)


@pytest.mark.parametrize(
    ("french", "english", "expected"),
    [
        ("90 000 soldats", "90,000 soldiers", []),
        ("90 000 soldats", "9,000 soldiers", ["number changed: 90 000 → 9,000"]),
        ("trois pommes", "5 apples", ["number added: 5"]),
        ("12 pommes", "apples", ["number missing: 12"]),
        ("Dans son arrêt", "54. In its judgment", []),
        ("12. Dans son arrêt", "In its judgment", []),
        ("12. Dans son arrêt", "13. In its judgment", ["number changed: 12 → 13"]),
    ],
)
def test_numbers(french: str, english: str, expected: list[str]) -> None:
    assert number_warnings(french, english) == expected


@pytest.mark.parametrize(
    ("french", "english", "expected"),
    [
        ("Le ministre est arrivé.", "", True),
        ("Le ministre est arrivé.", "Le ministre est arrivé.", True),
        ("Le ministre est arrivé hier.", "Le ministre est arrivé hier à Paris avec le président.", True),
        ("Le ministre est arrivé hier.", "The minister came yesterday.", False),
        ("Côte d'Ivoire", "Côte d'Ivoire", False),
        ("Empresa Argentina de Soluciones S.A.", "Empresa Argentina de Soluciones S.A.", False),
        ("12,5", "", False),
        ("", "", False),
        ("a lu le Journal de Paris", "read Le Journal de Paris and Le Monde on the train", False),
    ],
)
def test_untranslated(french: str, english: str, expected: bool) -> None:
    assert is_untranslated(french, english) is expected


def test_tally_tells_of_several_wordings() -> None:
    tally = Tally()
    result = audit(["les droits de l'homme"] * 3, ["human rights", "Human Rights", "the rights of man"], GLOSSARY)
    for segment in result.segments:
        tally.add(segment)
    (count,) = tally.entries
    assert count.inconsistent == {"human rights": {"human rights": 2, "rights of man": 1}}
    assert (count.total, count.wrong, tally.score) == (3, 0, 1.0)


def test_what_is_read_instead() -> None:
    pairs = [
        ("le Hezbollah a dit", "Hizbullah said"),
        ("avec le Hezbollah hier", "with Hizbullah yesterday"),
        ("le Hezbollah attend", "Hizbullah waits"),
        ("la mer est calme", "the sea is calm"),
        ("il a dit non hier", "he said no yesterday"),
    ]
    entry = Entry("Hezbollah", "Hezbollah", "institution")
    segments = audit([french for french, _ in pairs], [english for _, english in pairs], Glossary([entry])).segments
    assert read_instead(segments, [entry]) == {entry: {"Hizbullah": 3}}
    assert read_instead(segments, []) == {}


# ---- files


def test_text_files(tmp_path: Path) -> None:
    (tmp_path / "a.fr").write_bytes("\ufeffun\r\n\r\ndeux\u2028trois\n".encode())
    (tmp_path / "a.en").write_bytes("one\n\ntwo\u2028three".encode())
    pairs = list(read_text_pair(tmp_path / "a.fr", tmp_path / "a.en"))
    assert pairs == [Pair("un", "one", 1), Pair("deux\u2028trois", "two\u2028three", 3)]


def test_text_files_of_different_length(tmp_path: Path) -> None:
    (tmp_path / "a.fr").write_text("un\ndeux\n")
    (tmp_path / "a.en").write_text("one\n")
    with pytest.raises(DocumentError, match=r"a\.en:2: there is no line 2, but .*a\.fr has one"):
        list(read_text_pair(tmp_path / "a.fr", tmp_path / "a.en"))


TMX = """<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header/><body>
<tu><tuv xml:lang="en-CA"><seg>NATO <bpt i="1">&lt;b></bpt>said<ept i="1">&lt;/b></ept></seg></tuv>
<tuv xml:lang="fr-CA"><seg>l'OTAN <hi>a dit</hi></seg></tuv></tu>
<tu><tuv xml:lang="de"><seg>x</seg></tuv></tu></body></tmx>"""
XLIFF = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file source-language="fr" target-language="en-GB" datatype="x" original="x"><body>
<trans-unit id="1"><source>l'OTAN <g id="1">dit</g><ph id="2">code</ph></source><target>NATO <g id="1">says</g></target>
<alt-trans><target>no</target></alt-trans></trans-unit>
<trans-unit id="2"><source>rien</source></trans-unit>
<trans-unit id="3" translate="no"><source>x</source></trans-unit></body></file></xliff>"""
XLIFF2 = """<xliff version="2.0" srcLang="en" trgLang="fr" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f">
<unit id="u"><segment><source>NATO <pc id="1">says</pc></source><target>l'OTAN dit</target></segment>
<ignorable><source> </source></ignorable></unit></file></xliff>"""


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.tsv", 'l\'OTAN\tNATO\n\n"un ""x"""\tone\n', [("l'OTAN", "NATO", 1), ('un "x"', "one", 3)]),
        ("a.tsv", "id\ten-CA\tfr-CA\n1\tNATO\tl'OTAN\n", [("l'OTAN", "NATO", 2)]),
        ("a.tmx", TMX, [("l'OTAN a dit", "NATO said", 2)]),
        ("a.xlf", XLIFF, [("l'OTAN dit", "NATO says", 3), ("rien", "", 5)]),
        ("a.xliff", XLIFF2, [("l'OTAN dit", "NATO says", 2)]),
    ],
)
def test_bilingual_files(tmp_path: Path, name: str, content: str, expected: list[tuple[str, str, int]]) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert [(pair.french, pair.english, pair.line) for pair in read_bilingual(tmp_path / name)] == expected


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><tmx><body><tu>&b;</tu></body></tmx>'


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.tsv", b"alone\n", "a.tsv:1: 1 column"),
        ("a.tsv", b"a\tb\n\xff\tx\n", "a.tsv:2: byte 0xFF is not UTF-8 .*convert it first: iconv"),
        ("a.tsv", b"a\tb\nx\0\tx\n", "a.tsv:2: has a NUL byte"),
        ("a.tsv", "a\tb\n".encode("utf-16"), "a.tsv:1: is UTF-16, not UTF-8; convert it first"),
        ("a.tsv", b"", "a.tsv: holds no French segment beside an English one"),
        ("a.xlf", b"<a/>", "a.xlf: holds no French segment beside an English one"),
        ("a.tmx", TMX.replace("fr-CA", "es").encode(), "holds no French segment beside an English one"),
        ("a.tmx", BOMB.encode(), "declares entities"),
        ("a.tmx", BOMB.encode("utf-16"), "declares entities"),
        ("a.tmx", b"<tmx><body><tu>", "broken XML"),
        ("a.xlf", XLIFF.replace('"fr"', '"de"').encode(), "translates from de to en-GB"),
        ("a.doc", b"", "no file of both languages"),
    ],
)
def test_refused_files(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(DocumentError, match=message):
        list(read_bilingual(tmp_path / name))
    with pytest.raises(DocumentError, match="cannot be read"):
        list(
            read_bilingual(tmp_path / ("none" + Path(name).suffix)) if name != "a.doc" else read_text_pair("none", "x")
        )


# ---- command


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    add_parser(parser.add_subparsers())
    args = parser.parse_args(["audit", *words])
    code = args.run(args)
    assert isinstance(code, int)
    return code


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    GLOSSARY.save(tmp_path / "house.csv")
    (tmp_path / "a.fr").write_text("L'OTAN a dit\nLe secrétaire d'État a 3 ans\n", encoding="utf-8")
    (tmp_path / "a.en").write_text("NATO said\nThe State Secretary is 4\n", encoding="utf-8")
    (tmp_path / "good.tsv").write_text("L'OTAN\tNATO\n", encoding="utf-8")
    return tmp_path


def test_command(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("a.fr", "a.en", "-g", "house.csv", "--no-bundled", "--report", "r.html") == 3
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "a.en:2: forbidden: secrétaire d'État → Secretary of State, but the text has State Secretary"
    assert lines[1] == "a.en:2: number: changed: 3 → 4"
    assert lines[2] == "a.en: score 50.0%, 2 occurrences in 2 segments"
    assert lines[3] == "total: 1 followed, 0 admitted, 1 forbidden, 0 missing; 2 violations"
    assert (folder / "r.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_command_without_violation(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("good.tsv", "-g", "house.csv", "--no-bundled", "--output", "json") == 0
    facts = json.loads(capsys.readouterr().out)
    assert (facts["kind"], facts["score"], facts["documents"][0]["name"]) == ("audit", 1.0, "good.tsv")
    assert run("a.fr", "a.en", "-g", "house.csv", "--no-bundled", "--ignore", "forbidden", "--ignore", "number") == 0


@pytest.mark.parametrize(
    "words", [("a.fr",), ("a.fr", "good.tsv"), ("a.fr", "a.en", "a.en"), ("good.tsv", "--no-bundled"), ("-", "-")]
)
def test_command_used_wrongly(folder: Path, words: tuple[str, ...]) -> None:
    with pytest.raises(UsageError):
        run(*words)
