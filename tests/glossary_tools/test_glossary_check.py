from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from translator.errors import UsageError
from translator.glossary import check as package
from translator.glossary.bundled import bundled_paths
from translator.glossary.check import CODES, check, check_files, chosen
from translator.glossary.check.finding import Finding
from translator.glossary.check.french import looks_french
from translator.glossary.check.frequency import common_words
from translator.glossary.check.lookalike import look_alikes
from translator.glossary.entry import Entry
from translator.glossary.glossary import Glossary

HEADER = "source,target,kind,source_abbr,target_abbr,forms,plural,article,case,status,context,examples"


def codes_of(tmp_path: Path, *lines: str, header: str = HEADER) -> list[tuple[str, int]]:
    path = tmp_path / "g.csv"
    path.write_text("\n".join((header, *lines)) + "\n", encoding="utf-8")
    return [(finding.code, finding.line) for finding in check_files([[path]])]


ROWS = [
    ("Conseil de l'Arctique,,institution", ["E101"]),
    (",Arctic Council,institution", ["E101"]),
    ("Conseil de l'Arctique,Arctic Council,institutoin", ["E102"]),
    ("Conseil de l'Arctique,Arctic Council,institution,,,,,,,prefered", ["E103"]),
    ("Conseil de l'Arctique,Arctic Council,institution,,,,,teh", ["E103"]),
    ("Conseil de l'Arctique,Arctic Council,institution,,,,,the|none", []),
    ("Conseil de l'Arctique,Arctic Council,institution,,,,,,yes", ["E103"]),
    ("gouvernement {nationalty},government,term", ["E104"]),
    ("gouvernement fédéral,{nationality} government,term", ["E104"]),
    ("gouvernement {nationality,government,term", ["E104"]),
    ("gouvernement {nationality},{nationality} government,term", []),
    ("gouvernement {nationality},{nationality} government,term,,,cabinet", ["E104"]),
    ("Conseil de\u200b l'Arctique,Arctic Council,institution", ["E105"]),
    ("Conseil de l'Arctique,Arctic\tCouncil,institution", ["E105"]),
    ("Conseil de l'Arctique ,Arctic Council,institution", ["E106"]),
    ("Conseil de l'Arctique,Arctic  Council,institution", ["E106"]),
    ("Conseil de l'Arctique,Conseil de l'Arctique,institution", ["E107"]),
    ("Conseil de l'Arctique,Conseil des pays du Nord,institution", ["E107"]),
    ("Médecins du monde et des pauvres,Médecins du Monde et des Pauvres,institution", []),
    ("Médecins sans frontières,=,institution", []),
    ("Radio Télévision Suisse,Radio Télévision Suisse,media", []),
    ("Amnesty International,Amnesty International,institution", []),
    ("Conseil de l'Arctique,Arctic Council,institution,,,a,b,c,d,e,f,g,h,i", ["E111"]),
    ("os,bone,term", ["W202"]),
    ("UE,European Union,place", []),
    ("loi,statute,law", ["W203"]),
    ("loi,statute,law,,,,,,,,Parlement", []),
    ("Mécanisme européen de stabilité,European Stability Mechanism,institution,MES,ESM", ["W203"]),
    ("OMD,World Customs Organization,institution", ["W204"]),
    ("Conseil de l'Arctique,Arctic Council,institution,,AC", ["W204"]),
    ("reine Cléopâtre,Queen Cleopatra,title", ["W205"]),
    ("officier d'infanterie,infantry officer,military", []),
    ("le Mossad,the Mossad,institution", ["W206"]),
    ("Conseil de l'Arctique,Arctic Council,institution,,,,,,,,,Le Conseil de l'Arctique", ["W210"]),
    ("Conseil de l'Arctique,Arctic Council,institution,,,,,,,,,Le Conseil de l'Arctique => Arctic Council", []),
]


@pytest.mark.parametrize(("row", "codes"), ROWS)
def test_rows(tmp_path: Path, row: str, codes: list[str]) -> None:
    assert codes_of(tmp_path, row) == [(code, 2) for code in codes]


def test_rows_without_effect_say_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "g.csv"
    path.write_text(
        "source,target,forms,status\nchat noir,black dog,,forbidden\nchat sombre,black cat,chat sombre|chat brun,\n"
        "chat brun,brown cat,,admitted\n",
        encoding="utf-8",
    )
    assert [str(finding) for finding in check_files([[path]])] == [
        f"{path}:2: W212 no preferred row has the source 'chat noir', so this forbidden one has no effect; add one",
        f"{path}:4: W212 'chat brun' is only a form of 'chat sombre' on line 3, so this admitted row has no effect; "
        "give it that source",
    ]


QUOTES = [
    (('roi,"King', "reine,Queen", "prince,Prince"), ["2: E111 the quotation mark that begins a cell here is"]),
    (("roi,,term", 'reine,"Queen', *["a,b"] * 40), ["2: E101", "3: E111 the quotation mark that begins a cell"]),
    (('reine,"Queen', *["a,b"] * 30_000), ["2: E111 the quotation mark that begins a cell"]),
    (('roi,"King', 'reine,"Queen"', "prince,,term"), ["2: E111 the cell that begins", "4: E101"]),
    (('roi,"the" King', "prince,,term"), ["2: E111 text follows the closing quotation mark", "3: E101"]),
    (('roi,"King', *["a,b"] * 30, 'c,d"'), ["2: E111 a cell runs on to line 33"]),
]


@pytest.mark.parametrize(("rows", "found"), QUOTES)
def test_quotation_marks(tmp_path: Path, rows: tuple[str, ...], found: list[str]) -> None:
    path = tmp_path / "g.csv"
    path.write_text("\n".join(("source,target,kind", *rows)) + "\n", encoding="utf-8")
    findings = [str(finding).removeprefix(f"{path}:") for finding in check_files([[path]])]
    assert [line[: len(start)] for line, start in zip(findings, found, strict=True)] == found


PAIRS = [
    (("Sénat,Senate,institution", "Sénat,Upper House,institution"), [("E108", 3)]),
    (("Sénat,Senate,institution", "Sénat,Upper House,institution,,,,,,,admitted"), []),
    (("Sénat,Senate,institution", "Sénat,Upper House,institution,,,,,,,,Paris"), []),
    (("chambre haute,Senate,institution", "Sénat,Upper House,institution,,,chambre haute"), [("E108", 3)]),
    (("Sénat,Senate,institution", "Sénat,Senate,institution,,,,,,,forbidden"), [("E109", 3)]),
    (("Sénat,Senate,institution", "Sénat,House of Lords,institution,,,,,,,forbidden"), []),
    (("chat,pain,term", "pain,chat,term"), [("E110", 2), ("E110", 3)]),
    (("chat noir,black dog,term,,,,,,,forbidden",), [("W212", 2)]),
    (("chat noir,dark cat,term,,,,,,,admitted", "chat noir,sooty cat,term,,,,,,,admitted"), [("W212", 2), ("W212", 3)]),
    (("chat noir,black dog,term,,,,,,,forbidden", "Chat noir,black cat,term"), []),
    (("chat noir,black dog,term,,,,,,,forbidden", "chat sombre,black cat,term,,,chat noir"), [("W212", 2)]),
    (("Conseil de sécurité,Safety Council,institution,,,,,,,forbidden",), []),  # the bundled row is the preferred one
    (("chat,pain,term", "pain,bread,term"), [("W211", 2)]),
    (("Conseil exécutif,Executive Council,institution", "Conseil exécitif,Cabinet,institution"), [("W207", 3)]),
    (("Conseil exécutif,Executive Council,institution", "Conseil exécutive,Executive Council,institution"), []),
    (("Sénat,Senate,institution", "Sénat,Senate,institution"), [("W209", 3)]),
    (
        ("Sénat,Federal Senate,institution,,,,,the", "Chambre haute,Federal Senate,institution,,,,,none"),
        [("W206", 3)],
    ),
]


@pytest.mark.parametrize(("rows", "findings"), PAIRS)
def test_relations(tmp_path: Path, rows: tuple[str, ...], findings: list[tuple[str, int]]) -> None:
    assert codes_of(tmp_path, *rows) == findings


def test_longer_cycle(tmp_path: Path) -> None:
    found = codes_of(tmp_path, "chat,pain,term", "pain,four,term", "four,chat,term")
    assert [item for item in found if item[0] == "E110"] == [("E110", 2), ("E110", 3), ("E110", 4)]


def test_every_bad_row_is_reported_with_its_line(tmp_path: Path) -> None:
    rows = ["a b,,term", "c d,x,tirle", '"e\nf g",y,term', "h i,{person},title", "j k,fine thing,term"]
    found = codes_of(tmp_path, *rows)
    assert [item for item in found if item[0] in ("E101", "E102", "E104")] == [("E101", 2), ("E102", 3), ("E104", 6)]
    assert ("E105", 4) in found


@pytest.mark.parametrize(
    ("data", "code", "line", "part"),
    [
        (b"", "E111", 1, "source"),
        (b"terme,traduction\na,b\n", "E111", 1, "terme, traduction"),
        (b"source,target\nS\xe9nat,Senate\n", "E111", 2, "not UTF-8"),
        (b"source,target,target\na,b,c\n", "E111", 1, "twice"),
        (b'source,target\na,"b" c\n', "E111", 2, "quotation mark"),
        (b"source,target,knid\na b,c,term\n", "W208", 1, "'kind'"),
        (b"\xef\xbb\xbfsource,target\nChat\x00noir,black cat\n", "E105", 2, "NUL"),
    ],
)
def test_unreadable_files(tmp_path: Path, data: bytes, code: str, line: int, part: str) -> None:
    path = tmp_path / "g.csv"
    path.write_bytes(data)
    assert any((f.code, f.line) == (code, line) and part in f.message for f in check_files([[path]]))


def test_missing_file(tmp_path: Path) -> None:
    (finding,) = check_files([[tmp_path / "none.csv"]])
    assert (finding.code, finding.is_error) == ("E111", True)


@pytest.mark.parametrize(
    ("row", "guess"),
    [
        ("a b,c,institutoin", "Did you mean 'institution'?"),
        ("a b,c,term,,,,,,,forbiden", "Did you mean 'forbidden'?"),
        ("a {pers},c,term", "Did you mean 'person'?"),
    ],
)
def test_did_you_mean(tmp_path: Path, row: str, guess: str) -> None:
    path = tmp_path / "g.csv"
    path.write_text(f"{HEADER}\n{row}\n", encoding="utf-8")
    assert any(guess in finding.message for finding in check_files([[path]]))


def test_shadowed_by_a_later_layer() -> None:
    first = Entry("Sénat", "Senate", kind="institution")
    layers = [Glossary([first]), Glossary([Entry("Sénat", "Upper House", kind="institution")])]
    (finding,) = check(Glossary.layered(layers))
    assert (finding.code, finding.entry) == ("W201", first)


def test_against_a_text() -> None:
    glossary = Glossary([Entry("pain complet", "wholemeal bread"), Entry("ministre", "Minister", kind="title")])
    text = ["Le pain complet est bon et le ministre mange du pain complet."] * 10
    found = [finding for finding in check(glossary, against=text) if "of the text" in finding.message]
    assert [(f.code, f.entry.source if f.entry else "") for f in found] == [("W203", "pain complet")]


def test_sorted_and_printed() -> None:
    findings = check(
        Glossary([Entry("b c", "", path="z.csv", line=9), Entry("", "d e", path="a.csv", line=3), Entry("", "f g")])
    )
    assert [str(finding) for finding in findings] == [
        "E101 source is empty",
        "a.csv:3: E101 source is empty",
        "z.csv:9: E101 target is empty",
    ]


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        ((), (), ["E101", "E104", "W203"]),
        (("E",), (), ["E101", "E104"]),
        (("E101,W2",), (), ["E101", "W203"]),
        ((), ("W",), ["E101", "E104"]),
        (("E1",), ("e104",), ["E101"]),
    ],
)
def test_chosen(select: tuple[str, ...], ignore: tuple[str, ...], expected: list[str]) -> None:
    findings = [Finding(code, "") for code in ("E101", "E104", "W203")]
    assert [finding.code for finding in chosen(findings, select=select, ignore=ignore)] == expected


def test_unknown_code_is_refused() -> None:
    with pytest.raises(UsageError, match="unknown code 'E901'"):
        chosen([], select=["E901"])


@pytest.mark.parametrize(
    ("text", "mildly", "surely"),
    [
        ("Conseil des ministres de l'Union", True, True),
        ("Commission des droits de la personne", True, True),
        ("Council of Ministers", False, False),
        ("coup d'état", True, False),
        ("Sûreté du Québec spokesperson", True, False),
        ("University of Aix-en-Provence", False, False),
        ("Le Monde", False, False),
        ("Charles de Gaulle", True, False),
        ("radio", False, False),
    ],
)
def test_looks_french(text: str, mildly: bool, surely: bool) -> None:
    assert (looks_french(text), looks_french(text, surely=True)) == (mildly, surely)


def test_look_alikes_are_fast_and_found() -> None:
    sources = [f"organisme numéro {n} de coordination" for n in range(20_000)] + ["bureau national", "bureau natoinal"]
    sources.append("bureau natoional")
    began = time.process_time()
    assert ("bureau natoinal", "bureau natoional") in list(look_alikes(sources))
    assert time.process_time() - began < 5


def test_frequency_list() -> None:
    words = common_words()
    assert len(words) == 5000
    assert words["de"] > words["ministre"] > 0
    assert list(words.values()) == sorted(words.values(), reverse=True)


def test_all_bundled_files_in_seconds() -> None:
    began = time.process_time()
    findings = check_files([bundled_paths()])
    assert time.process_time() - began < 12
    assert [str(finding) for finding in findings if finding.is_error] == []


def test_every_code_is_documented() -> None:
    docs = (Path(__file__).parents[2] / "docs" / "glossary-checks.md").read_text(encoding="utf-8")
    tabled = re.findall(r"^\| ([EW]\d{3}) \|", package.__doc__ or "", re.MULTILINE)
    assert tabled == list(CODES)
    assert sorted(set(re.findall(r"^### ([EW]\d{3})", docs, re.MULTILINE))) == sorted(CODES)
