from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.documents import open_document, text_part
from translator.errors import DocumentError
from translator.result import Translation

ARTICLE = Path(__file__).parents[2] / "examples" / "osce-stockholm.txt"

PIECES = st.sampled_from(["\n", "\r\n", "\r", "\u2028", "\f", " ", "\t", "\u00a0", "\ufeff", "Un mot.", "12", "😀"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("\n", "\n"),
        ("Un.\r\n\r\nDeux.\r\n", "UN.\r\n\r\nDEUX.\r\n"),
        ("\ufeff\tUn. \n12\n***\n", "\ufeff\tUN. \n12\n***\n"),
        ("Un\rDeux", "UN\rDEUX"),
    ],
)
def test_only_paragraphs_change(written, capitalised, text: str, expected: str) -> None:
    assert capitalised(written("a.txt", text)) == expected


@given(st.lists(PIECES).map("".join))
@settings(max_examples=100, deadline=None)
def test_the_same_paragraphs_give_the_same_bytes(text: str) -> None:
    part = text_part(text)
    assert part.render([Translation(p.text, p.text) for p in part.passages]) == text.encode()
    assert "|".join(p.text for p in part.passages) == "|".join(
        line.strip("\ufeff \t\u00a0") for line in text.splitlines() if any(c.isalpha() for c in line)
    )


def test_the_seed_article(kept, texts) -> None:
    document = open_document(ARTICLE)
    assert kept(document) == ARTICLE.read_bytes()
    assert texts(document)[0].startswith("date 2021-12 À la tribune")


def test_a_long_text_streams_in_parts(written, kept) -> None:
    text = "Une ligne de texte.\n" * 20_000
    document = written("a.txt", text)
    assert len(list(document.parts())) > 3
    assert [part.line for part in document.parts()][:2] == [1, 3278]
    assert kept(document) == text.encode()


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        ("Un.\nÉté.\n".encode("cp1252"), 2, "byte 0xC9 is not UTF-8"),
        (b"Un.\nDeux\0.\n", 2, "NUL byte"),
        ("Un.".encode("utf-16"), 1, "UTF-16"),
        (b"x\n" * 40_000 + b"\xff\n", 40_001, "byte 0xFF"),
    ],
)
def test_what_is_no_utf8_is_refused_with_its_line(written, kept, data: bytes, line: int, message: str) -> None:
    with pytest.raises(DocumentError, match=message) as raised:
        kept(written("a.txt", data))
    assert raised.value.line == line
    assert f"a.txt:{line}: " in str(raised.value)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.docx", "a.xlf", "a.tmx"])
def test_fields_are_for_records(written, kept, name: str) -> None:
    with pytest.raises(DocumentError, match=rf"{name}: the format \w+ has no fields; leave --field out"):
        kept(written(name, "Un.", fields=["title"]))
