from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.engine.package import bundled_package, open_package
from translator.engine.tokenizers import Tokenizer, align_surfaces, open_tokenizer

STARTER = open_tokenizer(bundled_package())

WORDS = """L'OTAN l’Union européenne a Mr. 90\u00a0000 «\u00a0oui\u00a0» ﬁn… ½ 漢字 Żółć 😀 _x_ {name} e-mail x@y.fr
https://example.org/a_b ｟term｠ ｟is｠ ｟end｠ <s> <0x41> É E\u0301 \u200b & &amp; @@ a@@ '"""

TEXTS = st.lists(st.sampled_from(re.split("[ \n]", WORDS)) | st.text(max_size=5), max_size=12).map(" ".join)


@pytest.mark.parametrize(
    "text",
    [
        "NATO and the OSCE met in Zürich, 漢字 included.",
        "snake_case and __init__ stay as they are",
        'He said: "3.5%" – at 14:30…'.replace("…", "..."),
        "Żółć 😀",
    ],
)
def test_text_comes_back(text: str) -> None:
    assert STARTER.decode(STARTER.encode(text)) == text


@pytest.mark.parametrize("text", ["", " ", "\t\n"])
def test_blank_text_has_no_pieces(text: str) -> None:
    assert STARTER.encode(text) == []
    assert STARTER.decode([]) == ""
    assert STARTER.decode_spans([]) == ("", [])
    assert STARTER.spans(text, []) == []


@pytest.mark.parametrize(
    ("text", "pieces", "surfaces"),
    [
        ("Zürich", ["▁", "<0x5A>", "<0xC3>", "<0xBC>", "r", "ich"], ["", "Z", "", "ü", "r", "ich"]),
        ("«\u00a0L'OTAN\u00a0»", ["▁«", "▁L", "'", "OT", "AN", "▁»"], ["«", "L", "'", "OT", "AN", "»"]),
        ("ﬁn…", ["▁fin", "..."], ["ﬁn", "…"]),
        ("  a  a ", ["▁a", "▁a"], ["a", "a"]),
    ],
)
def test_where_the_pieces_of_a_text_stand(text: str, pieces: list[str], surfaces: list[str]) -> None:
    assert STARTER.encode(text) == pieces
    assert [text[start:end] for start, end in STARTER.spans(text, pieces)] == surfaces


def test_bytes_that_make_no_letter_and_unknown_pieces_do_not_break_decoding() -> None:
    pieces = ["▁a", "<0xE6>", "<0xBC>", "<unk>", "▁b", "<0xE6>", "<0xBC>", "<0xA2>", "unheard"]
    text, spans = STARTER.decode_spans(pieces)
    assert text == STARTER.decode(pieces)
    assert [text[start:end] for start, end in spans] == ["a", "�", "�", "⁇", "b", "", "", "漢", "unheard"]


def check(tokenizer: Tokenizer, text: str) -> None:
    pieces = tokenizer.encode(text)
    decoded, target_spans = tokenizer.decode_spans(pieces)
    assert decoded == tokenizer.decode(pieces)
    for place, spans in ((text, tokenizer.spans(text, pieces)), (decoded, target_spans)):
        assert len(spans) == len(pieces)
        assert all(0 <= start <= end <= len(place) for start, end in spans)
        assert all(one[1] <= two[0] for one, two in pairwise(spans))
        assert all(place[start:end] == place[start:end].strip() for start, end in spans)


@given(TEXTS)
def test_spans_are_in_order_and_hold_no_space(text: str) -> None:
    check(STARTER, text)


@given(TEXTS)
def test_all_that_is_seen_of_a_decoded_text_stands_in_its_pieces(text: str) -> None:
    decoded, spans = STARTER.decode_spans(STARTER.encode(text))
    covered = {index for start, end in spans for index in range(start, end)}
    assert all(index in covered or char.isspace() for index, char in enumerate(decoded))


@pytest.fixture(scope="module")
def bpe(bpe_files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Tokenizer:
    folder = tmp_path_factory.mktemp("bpe")
    (folder / "model").mkdir()
    for name, data in bpe_files.items():
        (folder / name).write_bytes(data)
    return open_tokenizer(open_package(folder))


@pytest.mark.parametrize(
    ("text", "pieces", "decoded"),
    [
        ("Bonjour le monde.", ["B@@", "on@@", "jour", "le", "mon@@", "de", "."], "Bonjour le monde."),
        ("le jour, le monde", ["le", "jour", ",", "le", "mon@@", "de"], "le jour, le monde"),
    ],
)
def test_bpe_pieces(bpe: Tokenizer, text: str, pieces: list[str], decoded: str) -> None:
    assert bpe.encode(text) == pieces
    assert bpe.decode(pieces) == decoded
    assert [text[start:end] for start, end in bpe.spans(text, pieces)] == [p.removesuffix("@@") for p in pieces]


def test_bpe_text_with_escaped_and_normalised_signs(bpe: Tokenizer) -> None:
    text = "l’OTAN «\u00a0&\u00a0»  monde_le | [x]"
    pieces = bpe.encode(text)
    surfaces = [text[start:end] for start, end in bpe.spans(text, pieces)]
    assert "".join("".join(surfaces).split()) == "".join(text.split())
    assert "&" in surfaces
    assert "]" in surfaces


@settings(max_examples=40)
@given(TEXTS)
def test_bpe_spans_are_in_order_and_hold_no_space(bpe: Tokenizer, text: str) -> None:
    check(bpe, text)


@pytest.mark.parametrize("codes", [b"", b"a b c\n", b"\xff", b"one\n"])
def test_a_damaged_list_of_merges_is_refused(
    codes: bytes, bpe_files: dict[str, bytes], make_package: Callable[..., Path]
) -> None:
    from translator.errors import ModelError

    with pytest.raises(ModelError, match=r"bpe\.model is damaged"):
        open_tokenizer(open_package(make_package(bpe_files | {"bpe.model": codes})))


@pytest.mark.parametrize(
    ("surfaces", "text", "expected"),
    [
        (["a", "b"], "a b", ["a", "b"]),
        (['"', "oui", '"'], "« oui »", ["«", "oui", "»"]),
        (["fin", "..."], "ﬁn …", ["ﬁn", "…"]),
        (["x"], "", [""]),
        ([], "x", []),
    ],
)
def test_surfaces_are_found_in_a_text_that_differs(surfaces: list[str], text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in align_surfaces(surfaces, text)] == expected
