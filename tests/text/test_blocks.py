from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.text.blocks import Block, split_blocks

PIECES = st.sampled_from(
    ["\n", "\r\n", "\r", "\n\n", "\u2028", "\u2029", "\f", "\v", "\x85", "\x1c", "\0", " ", "\t", "\u00a0", "\u202f",
     "\ufeff", "Le ministre", "L'été.", "«", "»", "😀", "é", "e\u0301"]
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(PIECES).map("".join))


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("", []),
        (" \n\t\n", []),
        ("Un.", ["Un."]),
        ("Un.\n\nDeux.\n", ["Un.", "Deux."]),
        ("Un.\r\nDeux.\r\n", ["Un.", "Deux."]),
        ("Un.\rDeux.", ["Un.", "Deux."]),
        ("\n\n Un.  \nDeux.\n\n\n", ["Un.", "Deux."]),
        ("\tUn deux\u00a0trois.\u00a0\n", ["Un deux\u00a0trois."]),
        ("Un.\u2028Deux.\u2029Trois.\fQuatre.\vCinq.\x85Six.", ["Un.", "Deux.", "Trois.", "Quatre.", "Cinq.", "Six."]),
        ("\ufeffUn.\n\ufeff\n", ["Un."]),
        ("Un\0deux\n\0\n", ["Un\0deux", "\0"]),
        ("- un\n- deux", ["- un", "- deux"]),
    ],
)
def test_paragraphs(text: str, paragraphs: list[str]) -> None:
    assert [block.text for block in split_blocks(text) if block.is_paragraph] == paragraphs


def test_separators_keep_indents_and_trailing_spaces() -> None:
    assert split_blocks("  Un. \r\n\r\n\tDeux. ") == [
        Block("  ", is_paragraph=False),
        Block("Un.", is_paragraph=True),
        Block(" \r\n\r\n\t", is_paragraph=False),
        Block("Deux.", is_paragraph=True),
        Block(" ", is_paragraph=False),
    ]


@given(TEXTS)
def test_blocks_joined_give_the_text_back(text: str) -> None:
    blocks = split_blocks(text)
    assert "".join(block.text for block in blocks) == text
    assert all(block.text for block in blocks)


@given(TEXTS)
def test_every_line_with_content_is_a_paragraph(text: str) -> None:
    lines = [line.strip() for line in text.replace("\ufeff", " ").splitlines()]
    paragraphs = [b.text.replace("\ufeff", " ").strip() for b in split_blocks(text) if b.is_paragraph]
    assert paragraphs == [line for line in lines if line]


@given(TEXTS)
def test_separators_are_space_and_never_stand_side_by_side(text: str) -> None:
    blocks = split_blocks(text)
    assert all(block.is_paragraph or not block.text.replace("\ufeff", "").strip() for block in blocks)
    assert not any(not a.is_paragraph and not b.is_paragraph for a, b in pairwise(blocks))


@pytest.mark.parametrize("unit", [" ", "\n", "\r\n", " x", "x \n", "x", "\ufeff"])
def test_time_grows_with_length_only(unit: str) -> None:
    began = time.process_time()
    split_blocks(unit * (1_000_000 // len(unit)))
    assert time.process_time() - began < 5
