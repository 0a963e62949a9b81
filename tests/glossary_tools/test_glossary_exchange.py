from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translator.errors import GlossaryError, UsageError
from translator.glossary.entry import Entry
from translator.glossary.exchange import FORMATS, LARGEST, export_glossary, import_glossary, read_glossary
from translator.glossary.exchange.tbx_rules import violations
from translator.glossary.exchange.xml_safe import parsed
from translator.glossary.glossary import Glossary

ENTRIES = [
    Entry(
        "Organisation du traité de l'Atlantique Nord", "North Atlantic Treaty Organization", kind="institution",
        source_abbr="OTAN", target_abbr="NATO", forms=("Alliance atlantique", "l'Alliance"), article="the|none",
        domain="defence", note="kind: this note looks like a column", reference="nato.int",
        examples=("L'OTAN a réagi. => NATO", "L'otan emporte =>"),
    ),
    Entry(
        "Organisation du traité de l'Atlantique Nord", "NATO", kind="institution", status="admitted", domain="defence",
    ),
    Entry("Organisation du traité de l'Atlantique Nord", "OTAN", kind="institution", status="forbidden"),
    Entry("Médecins sans frontières", "=", kind="institution", source_abbr="MSF", target_abbr="=", article="none"),
    Entry("américain", "American", kind="nationality", target_abbr="US", domain="country"),
    Entry("ministre {nationality} des Sports", "{nationality} Sports Minister", kind="title", plural="none"),
    Entry("maire", "mayor", kind="title", context=("ville", "!mer"), case="exact", extra={"desk": "metro"}),
    Entry("maire", "Mayor", kind="title", status="admitted", note="in headlines", extra={"desk": "night"}),
    Entry("bourgmestre", "burgomaster", status="forbidden", forms=("bourgmestres",)),
]  # fmt: skip
LOSSLESS = ("csv", "tsv", "json", "xlsx", "tbx", "tbx-dct")


@pytest.mark.parametrize("name", LOSSLESS)
def test_reads_back_identical(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"g.{name}"
    assert export_glossary(Glossary(ENTRIES), path, name) == []
    glossary, notices = read_glossary(path, name)
    assert notices == []
    assert list(glossary) == ENTRIES
    assert [entry.extra.get("desk", "") for entry in glossary][6:8] == ["metro", "night"]


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12)
PHRASE = st.lists(TEXT, min_size=1, max_size=3).map(" ".join).filter(lambda text: not set(text) & set('{}|="#;,\t'))
ENTRY = st.builds(
    Entry,
    source=PHRASE,
    target=PHRASE | st.just("="),
    kind=st.sampled_from(["institution", "title", "term"]),
    source_abbr=st.just("") | PHRASE,
    target_abbr=st.just("") | PHRASE | st.just("="),
    forms=st.lists(PHRASE, max_size=2, unique=True).map(tuple),
    plural=st.just("") | PHRASE,
    article=st.sampled_from(["", "the", "none", "the|none"]),
    case=st.sampled_from(["", "exact"]),
    status=st.sampled_from(["preferred", "admitted", "forbidden"]),
    context=st.lists(PHRASE, max_size=2).map(tuple),
    domain=st.just("") | PHRASE,
    note=st.just("") | PHRASE | PHRASE.map("kind: {}".format),
    reference=st.just("") | PHRASE,
    examples=st.lists(PHRASE, max_size=2).map(tuple),
)


@pytest.mark.parametrize("name", ["json", "tsv", "tbx", "tbx-dct"])
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(entries=st.lists(ENTRY, min_size=1, max_size=5))
def test_any_glossary_reads_back_identical(
    tmp_path_factory: pytest.TempPathFactory, name: str, entries: list[Entry]
) -> None:
    path = tmp_path_factory.mktemp("g") / f"g.{name}"
    export_glossary(Glossary(entries), path, name)
    assert list(import_glossary(path, name)) == entries
    if name.startswith("tbx"):
        assert list(violations(parsed(path.read_bytes(), ""))) == []


@pytest.mark.parametrize("name", ["tbx", "tbx-dct"])
def test_written_tbx_keeps_the_core_structure(tmp_path: Path, name: str) -> None:
    path = tmp_path / "g.tbx"
    export_glossary(Glossary.load("treaties"), path, name)
    root = parsed(path.read_bytes(), "")
    assert list(violations(root)) == []
    assert root.get("type") == "TBX-Basic"
    assert root.get("style") == ("dct" if name == "tbx-dct" else "dca")
    assert list(import_glossary(path)) == list(Glossary.load("treaties"))


PAIRS = [
    ("Organisation du traité de l'Atlantique Nord", "North Atlantic Treaty Organization"),
    ("Alliance atlantique", "North Atlantic Treaty Organization"),
    ("l'Alliance", "North Atlantic Treaty Organization"),
    ("OTAN", "NATO"),
    ("Médecins sans frontières", "Médecins sans frontières"),
    ("MSF", "MSF"),
    ("maire", "mayor"),
]


@pytest.mark.parametrize("name", ["deepl", "deepl-tsv", "google", "amazon"])
def test_pairs(tmp_path: Path, name: str) -> None:
    path = tmp_path / "g.txt"
    notices = export_glossary(Glossary(ENTRIES), path, name)
    assert [(entry.source, entry.target) for entry in import_glossary(path, name)] == PAIRS
    for part in (
        "4 admitted or forbidden",
        "1 rows with slots",
        "1 nationalities",
        "article (2 rows)",
        "desk (1 rows)",
    ):
        assert any(part in notice for notice in notices), (part, notices)


@pytest.mark.parametrize(
    ("name", "first_line"),
    [
        ("deepl", "Organisation du traité de l'Atlantique Nord,North Atlantic Treaty Organization,FR,EN"),
        ("deepl-tsv", "Organisation du traité de l'Atlantique Nord\tNorth Atlantic Treaty Organization"),
        ("google", "Organisation du traité de l'Atlantique Nord,North Atlantic Treaty Organization"),
        ("google-terms", "fr,en,pos,description"),
        ("amazon", "fr,en"),
        ("utx", "#UTX 1.11; fr/en; copyright: see the glossary"),
    ],
)
def test_first_line(tmp_path: Path, name: str, first_line: str) -> None:
    path = tmp_path / "g.out"
    export_glossary(Glossary(ENTRIES), path, name)
    assert path.read_text(encoding="utf-8").partition("\n")[0] == first_line


def test_omegat_keeps_admitted_renderings_and_notes(tmp_path: Path) -> None:
    path = tmp_path / "g.txt"
    entries = [Entry("maire", "mayor", note="of a city"), Entry("maire", "Mayor", status="admitted", note="heading")]
    assert export_glossary(Glossary(entries), path, "omegat") == []
    assert path.read_text(encoding="utf-8") == "maire\tmayor\tof a city\nmaire\tMayor\t(admitted) heading\n"
    assert list(import_glossary(path)) == entries


def test_utx_keeps_status(tmp_path: Path) -> None:
    path = tmp_path / "g.utx"
    entries = [
        Entry("maire", "mayor", note="x"),
        Entry("maire", "Mayor", status="admitted"),
        Entry("maire", "boss", status="forbidden"),
    ]
    assert export_glossary(Glossary(entries), path) == []
    assert list(import_glossary(path)) == entries


def test_tmx_keeps_columns_of_preferred_rows(tmp_path: Path) -> None:
    path = tmp_path / "g.tmx"
    (notice,) = export_glossary(Glossary(ENTRIES), path)
    assert notice.startswith("5 rows left out")
    kept = [entry for entry in ENTRIES if entry.status == "preferred" and "{" not in entry.source]
    assert list(import_glossary(path)) == kept


def test_excel_keeps_equals_sign_as_text(tmp_path: Path) -> None:
    import openpyxl

    path = tmp_path / "g.xlsx"
    export_glossary(Glossary([Entry("Le Monde", "="), Entry("somme", "=SUM(A1:A2)")]), path)
    cells = [row[1] for row in openpyxl.load_workbook(path).active.iter_rows(min_row=2)]
    assert [(cell.value, cell.data_type) for cell in cells] == [("=", "s"), ("=SUM(A1:A2)", "s")]


BY_CONTENT = [
    ("a.csv", b"source,target\nchat noir,black cat\n", "csv"),
    ("a.csv", b"source;target\nchat noir;black cat\n", "semicolons"),
    ("a.csv", b"chat noir,black cat\n", "deepl"),
    ("a.csv", b"chat noir,black cat,fr,en\nchat noir,schwarze Katze,fr,de\n", "deepl with codes"),
    ("a.csv", b"fr,en\nchat noir,black cat\n", "amazon"),
    ("a.csv", b"en,fr,pos,description\nblack cat,chat noir,noun,\n", "google-terms"),
    ("a.tsv", b"source\ttarget\nchat noir\tblack cat\n", "tsv"),
    ("a.txt", b"# OmegaT\nchat noir\tblack cat\n", "omegat"),
    ("a.tsv", b"chat noir\tblack cat\n", "two columns"),
    ("a.utx", b"#UTX 1.11; fr/en\n#src\ttgt\nchat noir\tblack cat\n", "utx"),
    ("a.utx", b"#UTX 1.11; en-US/fr-FR\n#src\ttgt\nblack cat\tchat noir\n", "utx, the other way"),
    ("a.json", b'[{"source": "chat noir", "target": "black cat"}]', "json"),
    ("a.json", b'{"entries": [{"source": "chat noir", "target": "black cat", "forms": []}]}', "json object"),
    ("a.xml", b'<xliff version="1.2"><file source-language="fr" target-language="en"><body><trans-unit id="1"><source>'
              b"chat <g>noir</g></source><target>black cat</target></trans-unit></body></file></xliff>", "xliff 1.2"),
    ("a.xlf", b'<xliff version="2.0" srcLang="en" trgLang="fr"><file id="f"><unit id="1"><segment><source>black cat'
              b"</source><target>chat noir</target></segment></unit></file></xliff>", "xliff 2, the other way"),
    ("a.tmx", b'<tmx version="1.4"><body><tu><tuv lang="FR"><seg>chat <bpt i="1">&lt;b></bpt>noir</seg></tuv>'
              b'<tuv xml:lang="en-GB"><seg>black cat</seg></tuv></tu></body></tmx>', "tmx"),
    ("a.tbx", b'<martif type="TBX"><text><body><termEntry><langSet xml:lang="fr"><ntig><termGrp><term>chat noir</term>'
              b'</termGrp></ntig></langSet><langSet xml:lang="en"><tig><term>black cat</term></tig></langSet>'
              b"</termEntry></body></text></martif>", "tbx 2"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "what"), BY_CONTENT, ids=[case[2] for case in BY_CONTENT])
def test_found_by_content(tmp_path: Path, name: str, data: bytes, what: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert [(entry.source, entry.target) for entry in import_glossary(path)] == [("chat noir", "black cat")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("name", ["csv", "omegat", "tbx", "json"])
def test_encodings(tmp_path: Path, encoding: str, name: str) -> None:
    path = tmp_path / "g.out"
    entries = [Entry("Sénat", "Senate"), Entry("œuvre d'art", "work of art")]
    export_glossary(Glossary(entries), path, name)
    text = path.read_text(encoding="utf-8").replace("encoding='UTF-8'", f"encoding='{encoding[:6]}'")
    path.write_bytes(text.encode(encoding))
    glossary, notices = read_glossary(path, name)
    assert (list(glossary), notices) == (entries, [])


def test_latin_1_with_a_notice(tmp_path: Path) -> None:
    path = tmp_path / "g.csv"
    path.write_bytes("source,target\nchat,cat\nSénat,Senate\n".encode("latin-1"))
    glossary, (notice,) = read_glossary(path, "csv")
    assert [entry.source for entry in glossary] == ["chat", "Sénat"]
    assert "g.csv:3: not UTF-8" in notice


def test_concepts_of_other_programs(tmp_path: Path) -> None:
    path = tmp_path / "g.tbx"
    path.write_text(
        """<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
  xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
<tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader><text><body><conceptEntry id="a">
<min:subjectField>health</min:subjectField><note>kind: not one of ours</note>
<langSec xml:lang="en">
 <termSec><term>WHO</term><basic:termType>acronym</basic:termType></termSec>
 <termSec><term>World Health
   Organisation</term><min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec>
 <termSec><term>World Health Organization</term>
  <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
 <termSec><term>World Sanitary Office</term>
  <min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec>
</langSec>
<langSec xml:lang="fr-CH">
 <termSec><term>Organisation mondiale de la santé</term><min:partOfSpeech>noun</min:partOfSpeech></termSec>
 <termSec><term>OMS</term><basic:termType>abbreviation</basic:termType></termSec>
 <termSec><term>Organisation de la santé</term><basic:termType>variant</basic:termType></termSec>
</langSec></conceptEntry></body></text></tbx>""",
        encoding="utf-8",
    )
    glossary, notices = read_glossary(path)
    who = "Organisation mondiale de la santé"
    assert list(glossary) == [
        Entry(who, "World Health Organization", source_abbr="OMS", target_abbr="WHO", domain="health",
              forms=("Organisation de la santé",), note="kind: not one of ours"),
        Entry(who, "World Health Organisation", status="admitted", domain="health"),
        Entry(who, "World Sanitary Office", status="forbidden", domain="health"),
    ]  # fmt: skip
    assert notices == ["not taken over, since the glossary has no column for it: partOfSpeech (1)"]
    with pytest.raises(GlossaryError, match=r"no terms in 'de'; languages of the file: en, fr-CH"):
        import_glossary(path, target_lang="de")


LAUGHS = "<!DOCTYPE lolz [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
REFUSED = [
    ("a.tbx", LAUGHS.encode() + b"]><tbx>&i;</tbx>", "declares XML entities", 1),
    (
        "a.tmx",
        b'<?xml version="1.0"?>\n<!DOCTYPE t [<!ENTITY x SYSTEM "file:///etc/passwd">]><tmx>&x;</tmx>',
        "entities",
        2,
    ),
    ("a.tmx", LAUGHS.encode("utf-16") + "]><tmx>&i;</tmx>".encode("utf-16-le"), "entities", 1),
    ("a.tmx", b"<tmx>&undefined;</tmx>", "not well-formed", 1),
    ("a.tmx", b"<tmx>\n<body>\n</tmx>", "not well-formed", 3),
    ("a.tmx", b"<tmx>" + b"<a>" * 100_000, "not well-formed", 1),
    ("a.tmx", b"\xff\xfe" + "<tmx>".encode("utf-16-le") + b"x", "is not UTF-16", 1),
    ("a.tbx", b'<?xml version="1.0" encoding="UTF-7"?><tbx/>', "encoding 'utf-7'", 1),
    ("a.tbx", b"<svg/>", "unknown kind", None),
    ("a.tbx", b"<tbx/>", "breaks the rules of TBX", 1),
    ("a.tbx", b"", "not well-formed", 1),
    ("a.json", b"[{", "not readable as JSON", 1),
    ("a.json", b'[{"a', "not readable as JSON: Unterminated string in column 3; mend it, or export it again", 1),
    ("a.json", b"[" * 100_000, "not readable as JSON", None),
    ("a.json", b'{"a": 1}', "list of entries", None),
    ("a.json", b'[{"source": "a", "target": "b"}, {"source": "a"}]', "entry 2: target is empty", None),
    ("a.xlsx", b"PK\x03\x04nonsense", "not readable as an Excel workbook", None),
    ("a.csv", b"chat\n", "source and target", 1),
    ("a.csv", b"a,b,es,de\n", "no pairs from fr to en; pairs of the file: es→de", None),
    ("a.csv", b"es,de\na,b\n", "languages of the file: de, es", None),
    ("a.txt", b"rien\n", "tabulator", None),
    ("a.txt", b"a\0b\tc\n", "NUL", 1),
    ("a.utx", b"#UTX 1.11; es/de\n", "languages of the file: de, es", None),
    ("a.bin", b"\x00\x01", "no known format", None),
]


@pytest.mark.parametrize(("name", "data", "part", "line"), REFUSED, ids=[case[2] for case in REFUSED])
def test_refused_quickly_and_clearly(tmp_path: Path, name: str, data: bytes, part: str, line: int | None) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    began = time.process_time()
    with pytest.raises(GlossaryError, match=part) as caught:
        import_glossary(path)
    assert time.process_time() - began < 2
    assert caught.value.line == line
    assert str(caught.value).startswith(str(path))


def test_200_megabytes_are_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.tbx"
    with path.open("wb") as file:
        file.truncate(200 << 20)
    began = time.process_time()
    with pytest.raises(GlossaryError, match=f"has 200 MB, more than the {LARGEST >> 20}"):
        import_glossary(path)
    assert time.process_time() - began < 0.5


def test_unpacking_bomb_is_refused(tmp_path: Path) -> None:
    import zipfile

    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/big.xml", "w") as member:
        for _ in range(300):
            member.write(b"\0" * (1 << 20))
    with pytest.raises(GlossaryError, match="unpacks to more than 256 MB"):
        import_glossary(path)


def test_usage() -> None:
    with pytest.raises(UsageError, match="Did you mean 'omegat'"):
        import_glossary("x", "omegta")
    with pytest.raises(UsageError, match="suffix tells no format"):
        export_glossary(Glossary(), "x.doc")
    with pytest.raises(UsageError, match="only read"):
        export_glossary(Glossary(), "x.xlf")
    with pytest.raises(GlossaryError, match="cannot be read"):
        import_glossary("no/such/file.tbx")


def test_glossary_loads_and_saves_by_suffix(tmp_path: Path) -> None:
    for suffix in ("tsv", "json", "xlsx", "tbx"):
        Glossary(ENTRIES).save(tmp_path / f"g.{suffix}")
        assert list(Glossary.load(tmp_path / f"g.{suffix}")) == ENTRIES


def test_json_is_what_people_expect(tmp_path: Path) -> None:
    export_glossary(Glossary(ENTRIES[:1]), tmp_path / "g.json")
    (item,) = json.loads((tmp_path / "g.json").read_text(encoding="utf-8"))
    assert item["source_abbr"] == "OTAN"
    assert item["forms"] == ["Alliance atlantique", "l'Alliance"]
    assert "status" not in item


def test_formats_are_documented() -> None:
    docs = (Path(__file__).parents[2] / "docs" / "exchange-formats.md").read_text(encoding="utf-8")
    for name in FORMATS:
        assert f"| `{name}` |" in docs
