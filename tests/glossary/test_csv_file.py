"""The glossary's own file format: what is read, what is refused, what comes back."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.errors import GlossaryError
from translator.glossary.csv_file import format_csv, parse_csv, read_csv, write_csv
from translator.glossary.csv_quotes import broken_quote
from translator.glossary.entry import COLUMNS, KINDS, STATUSES, Entry

HEAD = "source,target\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEAD + "OTAN,NATO\n", Entry("OTAN", "NATO")),
        (HEAD + "OTAN,NATO", Entry("OTAN", "NATO")),
        ("source,target\r\nOTAN,NATO\r\n", Entry("OTAN", "NATO")),
        (" Source , TARGET \n OTAN , NATO \n", Entry("OTAN", "NATO")),
        ("target,source\nNATO,OTAN\n", Entry("OTAN", "NATO")),
        (HEAD + '"Forum, de Davos","Davos, Forum of"\n', Entry("Forum, de Davos", "Davos, Forum of")),
        (HEAD + '"dit ""le Chat""",=\n', Entry('dit "le Chat"', "=")),
        ("source,target,kind\nroi,King,Title\n", Entry("roi", "King", kind="title")),
        ("source,target,kind,status\nroi,King,,\n", Entry("roi", "King", kind="term", status="preferred")),
        ("source,target,kind\nroi,King\n", Entry("roi", "King")),
        (
            "source,target,case,article\nroi,King,Exact,The|None\n",
            Entry("roi", "King", case="exact", article="the|none"),
        ),
        ("source;target\nroi;King\n", Entry("roi", "King")),
        ("source\ttarget\nroi\tKing\n", Entry("roi", "King")),
        ("source,target,forms\nroi,King,a| b ||c|\n", Entry("roi", "King", forms=("a", "b", "c"))),
        ("source,target,context\nor,gold,mine|!prev:d\n", Entry("or", "gold", context=("mine", "!prev:d"))),
        (HEAD + "\n , \nroi,King\n\n", Entry("roi", "King")),
    ],
)
def test_row_is_read(text: str, expected: Entry) -> None:
    entries, _ = parse_csv(text)
    assert entries == [expected]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("", 1, "source and target"),
        ("french,english\na,b\n", 1, "source and target"),
        ("source,target,target\na,b,c\n", 1, "named twice"),
        (HEAD + "a,b\nOTAN,\n", 3, "target is empty"),
        (HEAD + "OTAN\n", 2, "target is empty"),
        (HEAD + ",NATO\n", 2, "source is empty"),
        (HEAD + "a,b,c\n", 2, "3 cells"),
        ("source,target,kind\na,b,tilte\n", 2, "unknown kind 'tilte'"),
        ("source,target,status\na,b,good\n", 2, "unknown status 'good'"),
        (HEAD + "ministre {nation},minister\n", 2, "unknown slot {nation}"),
        (HEAD + "a,{}\n", 2, "unknown slot {}"),
        (HEAD + "roi,{person}\n", 2, "target has {person}, but source has not, so nothing would fill it"),
        ("source,target,plural\nroi,King,{number} Kings\n", 2, "plural has {number}, but source has not"),
        ("source,target,article\nroi,King,teh\n", 2, "unknown article 'teh'; `the`, `none`, empty, or two of them"),
        ("source,target,case\nroi,King,exakt\n", 2, "unknown case 'exakt'; `exact` or empty"),
        (HEAD + 'a,"b\n', 2, "the quotation mark that begins a cell here is never closed; close it, or double it"),
        (HEAD + 'a,"b\n' + "c,d\n" * 30_000, 2, "never closed"),
        (HEAD + 'a,b\n"c\nd",e\nf,"g\nh,i\nj,k\n', 5, "never closed"),
        (HEAD + 'a,b\n"c\nd","e\nf,g\n', 4, "never closed"),
        (HEAD + 'a,"b\n' + "c,d\n" * 40 + 'e,"f"\n', 2, "goes on to line 43, where text follows the closing one"),
        (HEAD + "a,b\nc," + "d" * 140_000 + "\n", 3, "a cell has more than 131,072 characters; shorten it"),
        (HEAD + 'a,"b" c\n', 2, "double the quotation marks inside it"),
        (HEAD.replace("\n", "\r") + 'a,b\rc,"d\re,f\r', 3, "never closed"),
        (HEAD + "a,b\nc\0,d\n", 3, "NUL"),
        (HEAD + '"a\nb",c\nd,\n', 4, "target is empty"),
    ],
)
def test_error_names_file_and_line(text: str, line: int, says: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        parse_csv(text, path="house.csv")
    assert says in str(caught.value)
    assert f"house.csv:{line}" in str(caught.value)


def test_byte_order_mark_is_tolerated(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(b"\xef\xbb\xbfsource,target\nroi,King\n")
    assert read_csv(file)[0] == [Entry("roi", "King")]


def test_other_encodings_and_missing_files_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "latin.csv"
    file.write_bytes("source,target\na,b\némir,Emir\n".encode("latin-1"))
    with pytest.raises(GlossaryError, match=r"latin.csv:3.*not UTF-8"):
        read_csv(file)
    with pytest.raises(GlossaryError, match="cannot be read"):
        read_csv(tmp_path / "none.csv")


def test_order_of_rows_and_columns_and_unknown_columns_are_kept(tmp_path: Path) -> None:
    text = "note,target,team,source\nn1,King,desk,roi\n,Queen,,reine\n"
    entries, columns = parse_csv(text)
    assert entries[0].extra == {"team": "desk"}
    file = tmp_path / "a.csv"
    write_csv(file, entries, columns)
    assert file.read_text(encoding="utf-8") == text


def test_column_that_an_entry_needs_is_added() -> None:
    written = format_csv([Entry("roi", "King", plural="Kings")], ("source", "target"))
    assert written == "source,target,plural\nroi,King,Kings\n"


CELL = st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="|{}"), max_size=12).map(str.strip)
FILLED = CELL.filter(bool)
LIST = st.lists(FILLED, max_size=3).map(tuple)
ENTRIES = st.builds(
    Entry, FILLED, FILLED, st.sampled_from(sorted(KINDS)), CELL, CELL, LIST, CELL,
    st.sampled_from(("", "the", "none", "the|none", "|the")), st.sampled_from(("", "exact")),
    st.sampled_from(STATUSES), LIST, CELL, CELL, CELL, LIST,
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(ENTRIES, max_size=4))
def test_what_is_written_reads_back(entries: list[Entry]) -> None:
    written = format_csv(entries)
    assert parse_csv(written)[0] == entries
    assert next(csv.reader(io.StringIO(written)))[: len(COLUMNS)] == list(COLUMNS)


@given(st.text(st.sampled_from('",\n\r a'), max_size=24))
def test_a_broken_quote_is_found_where_csv_finds_no_way_on(text: str) -> None:
    try:
        list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error:
        found = broken_quote(text, ",")
        assert found is not None
        assert io.StringIO(text, newline=None).readlines()[found[0] - 1].count('"')
    else:
        assert broken_quote(text, ",") is None
