from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.documents.delimited import read_csv
from translator.documents.part import Source
from translator.errors import DocumentError
from translator.result import Translation


@pytest.mark.parametrize(
    ("name", "text", "fields", "expected"),
    [
        ("a.csv", "id,text\n1,un mot\n", (), "id,text\n1,UN MOT\n"),
        ("a.csv", "id;titre\r\n1;un, deux\r\n", ("titre",), "id;titre\r\n1;UN, DEUX\r\n"),
        ("a.csv", '\ufeff"text",n\n"un ""mot"", oui", "x"\n\n', (), '\ufeff"text",n\n"UN ""MOT"", OUI", "x"\n\n'),
        ("a.csv", 'text,n\n"un\n\ndeux",1\ntrois,2', (), 'text,n\n"UN\n\nDEUX",1\nTROIS,2'),
        ("a.csv", "un,deux\ntrois,quatre\n", ("2",), "un,DEUX\ntrois,QUATRE\n"),
        ("a.csv", 'text\n5" de neige\n', (), 'text\n5" DE NEIGE\n'),
        ("a.csv", "text,n\n,1\n   ,2\n", (), "text,n\n,1\n   ,2\n"),
        ("a.tsv", 'id\ttext\n1\t"oui" dit-il\n2\t"non\n', (), 'id\ttext\n1\t"OUI" DIT-IL\n2\t"NON\n'),
        ("a.tsv", "text\n", (), "text\n"),
        ("a.csv", "", (), ""),
    ],
)
def test_only_the_cells_change(written, capitalised, name: str, text: str, fields, expected: str) -> None:
    assert capitalised(written(name, text, fields)) == expected


@pytest.mark.parametrize(
    ("text", "fields", "message"),
    [
        ("id,nom\n1,x\n", (), "a.csv:1: which columns.*id, nom"),
        ("id,nom\n1,x\n", ("titre",), "a.csv:1: no column is called titre.*id, nom"),
        ('id,text\n1,x\n2,"jamais fermé\n', (), "a.csv:3: a quote"),
        (b"id,text\xe9\n", (), "a.csv:1: byte 0xE9"),
    ],
)
def test_a_document_that_cannot_be_read_is_refused(written, kept, text, fields, message: str) -> None:
    with pytest.raises(DocumentError, match=message):
        kept(written("a.csv", text, fields))


def test_a_bad_row_is_named_and_copied_and_the_rest_goes_on(written) -> None:
    document = written("a.csv", b"id,text\n1\n2,\xe9\n3,oui\n")
    parts = list(document.parts())
    assert [bool(part.error) for part in parts] == [False, True, True, False]
    assert "a.csv:2: has 1 cells, but column 2" in str(parts[1].error)
    assert "a.csv:3: byte 0xE9" in str(parts[2].error)
    assert [part.render([]) for part in parts[1:3]] == [b"1\n", b"2,\xe9\n"]


CELLS = st.text(st.sampled_from("aé ,;\"'\t\n|"), max_size=12)


@given(st.lists(st.tuples(CELLS, CELLS), max_size=6), st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]))
@settings(max_examples=100, deadline=None)
def test_what_the_csv_module_writes_is_read_and_written(rows, quoting) -> None:
    written = io.StringIO()
    csv.writer(written, quoting=quoting).writerows([("n", "text"), *rows])
    data = written.getvalue().encode()
    parts = list(read_csv(Source("x.csv", lambda: io.BytesIO(data))))
    assert not any(part.error for part in parts)
    assert b"".join(p.render([Translation(x.text, x.text) for x in p.passages]) for p in parts) == data
    changed = b"".join(p.render([Translation(x.text, '"b",\n;') for x in p.passages]) for p in parts).decode()
    for old, new in zip(rows, list(csv.reader(io.StringIO(changed, newline="")))[1:], strict=True):
        assert new[0] == old[0]
        if not any(character.isalpha() for character in old[1]):
            assert new[1] == old[1]


def test_time_grows_with_length_only(written, kept) -> None:
    rows = 'n,text\n1,"' + "ligne\n" * 50_000 + '"\n'
    assert kept(written("a.csv", rows)) == rows.encode()
