from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.engine.alignment import SHARE, Attention, links, words
from translator.engine.tokenizers import Span


def pieces_of(text: str, lengths: list[int]) -> list[Span]:
    """Spans of those lengths one after the other, each without white space around it."""
    spans, at = [], 0
    for length in lengths:
        piece = text[at : at + length]
        start = at + len(piece) - len(piece.lstrip())
        spans.append((start, max(start, at + len(piece.rstrip()))))
        at += length
    return spans


def table(source: str, target: str, attention: Attention) -> list[tuple[str, str, float]]:
    return [(target[slice(*x.target)], source[slice(*x.source)], round(x.weight, 3)) for x in links(target, attention)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'OTAN, 90\u00a0000 hommes.", ["L", "'", "OTAN", ",", "90", "000", "hommes", "."]),
        ("NATO's e-mail", ["NATO", "'", "s", "e", "-", "mail"]),
        ("snake_case É", ["snake_case", "É"]),
        (" ", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in words(text)] == expected


def test_attention_is_summed_over_source_pieces_and_averaged_over_target_pieces() -> None:
    source, target = "un secrétaire", "secretary a"
    spans = pieces_of(source, [2, 5, 6]), pieces_of(target, [4, 5, 2])
    weights = [[0.1, 0.4, 0.5], [0.3, 0.3, 0.4], [0.5, 0.2, 0.2]]
    attention = Attention(source, *spans, weights)
    assert table(source, target, attention) == [
        ("secretary", "secrétaire", 0.8),
        ("a", "un", 0.5),
        ("a", "secrétaire", 0.4),
    ]


def test_a_piece_over_two_words_counts_for_both() -> None:
    source, target = "l'OTAN", "NATO's"
    weights = [[0.0, 1.0], [1.0, 0.0]]
    attention = Attention(source, pieces_of(source, [2, 4]), pieces_of(target, [4, 2]), weights)
    halves = [("'", "l", 0.5), ("'", "'", 0.5), ("s", "l", 0.5), ("s", "'", 0.5)]
    assert table(source, target, attention) == [("NATO", "OTAN", 1.0), *halves]


def test_a_letter_spelt_in_bytes_belongs_to_its_word() -> None:
    attention = Attention("a ü", [(0, 1), (2, 2), (2, 3)], [(0, 1)], [[0.4, 0.5, 0.1]])
    assert table("a ü", "x", attention) == [("x", "ü", 0.6), ("x", "a", 0.4)]


@pytest.mark.parametrize(("source", "target"), [("", "a"), ("a", ""), ("", ""), (" ", "a")])
def test_nothing_to_align(source: str, target: str) -> None:
    assert links(target, Attention(source, [], [], [])) == ()


SENTENCES = st.lists(st.sampled_from(["OTAN", "l'", "a", "90", ",", "é", " "]), min_size=1, max_size=8).map(" ".join)


@given(SENTENCES, SENTENCES, st.data())
def test_links_are_of_words_best_first_and_none_is_weak(source: str, target: str, data: st.DataObject) -> None:
    lengths = st.integers(1, 4)
    source_spans = pieces_of(source, data.draw(st.lists(lengths, min_size=len(source), max_size=len(source))))
    target_spans = pieces_of(target, data.draw(st.lists(lengths, min_size=len(target), max_size=len(target))))
    source_spans = [span for span in source_spans if span[1] <= len(source)]
    target_spans = [span for span in target_spans if span[1] <= len(target)]
    drawn = random.Random(data.draw(st.integers(0, 99)))
    rows = [[drawn.random() / max(1, len(source_spans)) for _ in source_spans] for _ in target_spans]
    attention = Attention(source, source_spans, target_spans, rows)
    found = links(target, attention)
    best: dict[Span, float] = {}
    for link in found:
        assert link.target in words(target)
        assert link.source in words(source)
        assert 0 < link.weight <= 1.001
        assert link.weight >= SHARE * best.setdefault(link.target, link.weight) - 1e-6
        assert link.weight <= best[link.target]
    assert [link.target for link in found] == sorted(link.target for link in found)
