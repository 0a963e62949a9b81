from __future__ import annotations

import re
import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.documents.projection import Mark, project, weave
from translator.result import Segment, Translation

WORD = re.compile(r"\w+|[^\w\s]")
Pairs = Sequence[tuple[int, int]]


def translation(source: str, target: str, pairs: Pairs | None) -> Translation:
    """`pairs` link word numbers of both sides; None for no alignment at all."""
    sources, targets = ([m.span() for m in WORD.finditer(text)] for text in (source, target))
    alignment = tuple((sources[a], targets[b]) for a, b in pairs or ())
    return Translation(source, target, (Segment(source, target, alignment=alignment),))


def marked(source: str, target: str, pairs: Pairs | None) -> str:
    """Project `[…]` in the source, `|` for a single thing and `<…>` for an opaque one, and show the target."""
    text, marks, stack = "", [], []
    for sign in source:
        if sign in "[<":
            stack.append(len(marks))
            marks.append((len(text), -1, stack[-2] if len(stack) > 1 else -1, sign == "<"))
        elif sign in "]>":
            start, _, parent, opaque = marks[n := stack.pop()]
            marks[n] = (start, len(text), parent, opaque)
        elif sign == "|":
            marks.append((len(text), len(text), stack[-1] if stack else -1, False))
        else:
            text += sign
    made = [Mark(*mark) for mark in marks]
    spans = project(made, text, translation(text, target, pairs))
    shown = ""
    for piece in weave(made, spans, target):
        if isinstance(piece, str):
            shown += piece
        elif made[piece[0]].opaque:
            shown += "<" + text[made[piece[0]].start : made[piece[0]].end] + ">"
        else:
            single = made[piece[0]].start == made[piece[0]].end
            shown += ("|" if piece[1] else "") if single else "[" if piece[1] else "]"
    return shown


@pytest.mark.parametrize(
    ("source", "target", "pairs", "expected"),
    [
        ("Un chat [noir] dort", "A black cat sleeps", [(0, 0), (2, 1), (1, 2), (3, 3)], "A [black] cat sleeps"),
        ("Un [chat] [noir] dort", "A black cat sleeps", [(0, 0), (2, 1), (1, 2), (3, 3)], "A [black] [cat] sleeps"),
        ("Un [chat [noir]] dort", "A black cat sleeps", [(0, 0), (2, 1), (1, 2), (3, 3)], "A [[black] cat] sleeps"),
        ("Le chat| dort.", "The cat sleeps.", [(0, 0), (1, 1), (2, 2), (3, 3)], "The cat| sleeps."),
        ("Le |chat dort.", "The cat sleeps.", [(0, 0), (1, 1), (2, 2), (3, 3)], "The |cat sleeps."),
        ("l'[OTAN] agit", "NATO acts", [(2, 0), (3, 1)], "[NATO] acts"),
        ("[Il] pleut", "It rains", None, "[It] rains"),
        ("Il [pleut beaucoup]", "It rains a lot", None, "It [rains a lot]"),
        ("XX[e] siècle", "20th century", [(0, 0), (1, 1)], "20[th] century"),
        ("M[me] Dupont", "Mrs Dupont", [(0, 0), (1, 1)], "Mrs[] Dupont"),
        ("[S]ociété civile", "Civil society", [(0, 1), (1, 0)], "Civil [s]ociety"),
        ("10 m[2] ici", "10 m2 here", [(0, 0), (1, 1), (2, 2)], "10 m[2] here"),
        ("Voir <print(x)> ici", "See print(x) here", None, "See <print(x)> here"),
        ("<a> et <a> ici", "a and a here", None, "<a> and <a> here"),
        ("<x> puis y", "then y", None, "then<x> y"),
        ("[a <x> b] c", "a x b c", None, "[a <x> b] c"),
        ("[ |]mot", "word", None, "[|]word"),
        ("Un [mot] deux", "", None, "[]"),
        ("[a]", "b [c]", None, "[b [c]]"),
    ],
)
def test_markup_follows_the_words(source: str, target: str, pairs: Pairs | None, expected: str) -> None:
    assert marked(source, target, pairs) == expected


def test_a_mark_around_a_sentence_goes_around_its_translation() -> None:
    source, target = "Il dort. Elle lit.", "He is asleep. She reads."
    segments = (
        Segment("Il dort.", "He is asleep.", start=0, target_start=0, alignment=(((0, 2), (0, 2)),)),
        Segment("Elle lit.", "She reads.", start=9, target_start=14),
    )
    assert project([Mark(0, 8), Mark(9, 18)], source, Translation(source, target, segments)) == [(0, 13), (14, 24)]


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[Mark], str, Translation]:
    """Nested marks on a text, with a translation and an alignment that need not make sense."""
    source = " ".join(draw(st.lists(st.sampled_from(["le", "chat", "XXe", "l'été", "«", ",", "𝒜b"]), max_size=8)))
    target = " ".join(draw(st.lists(st.sampled_from(["the", "cat", "20th", "s", "le", ",", "été"]), max_size=8)))
    marks: list[Mark] = []

    def nest(parent: int, start: int, end: int, depth: int) -> None:
        at = start
        for _ in range(draw(st.integers(0, 3))):
            first = draw(st.integers(at, end))
            last = draw(st.integers(first, end))
            opaque = draw(st.booleans()) and last > first and depth > 0
            marks.append(Mark(first, last, parent, opaque))
            if not opaque and depth < 3:
                nest(len(marks) - 1, first, last, depth + 1)
            at = last

    nest(-1, 0, len(source), 0)
    spans = st.tuples(st.integers(0, 30), st.integers(0, 30))
    alignment = tuple(draw(st.lists(st.tuples(spans, spans), max_size=10)))
    segments = draw(
        st.sampled_from([(), (Segment(source, target),), (Segment(source, target, alignment=alignment),)])
    )
    return marks, source, Translation(source, target, segments)


@given(cases())
@settings(max_examples=100, deadline=None)
def test_every_mark_is_once_in_the_target_and_nested_as_it_was(case: tuple[list[Mark], str, Translation]) -> None:
    marks, source, translated = case
    spans = project(marks, source, translated)
    seen, text, stack = [], "", []
    for piece in weave(marks, spans, translated.text):
        if isinstance(piece, str):
            text += piece
        elif marks[piece[0]].opaque:
            assert (stack[-1] if stack else -1) == marks[piece[0]].parent
            start, end = spans[piece[0]]
            assert translated.text[start:end] in ("", source[marks[piece[0]].start : marks[piece[0]].end])
            text += translated.text[start:end]
            seen.append(piece[0])
        elif piece[1]:
            assert (stack[-1] if stack else -1) == marks[piece[0]].parent
            stack.append(piece[0])
            seen.append(piece[0])
        else:
            assert stack.pop() == piece[0]
    assert text == translated.text
    assert sorted(seen) == list(range(len(marks)))
    assert not stack


@given(cases())
@settings(max_examples=100, deadline=None)
def test_marks_on_whole_words_stay_put_if_the_text_does(case: tuple[list[Mark], str, Translation]) -> None:
    marks, source, _ = case
    words = [match.span() for match in WORD.finditer(source)]
    starts, ends = {start for start, _ in words}, {end for _, end in words}
    marks = [Mark(mark.start, mark.end) for mark in marks if mark.parent < 0 and mark.start < mark.end]
    if all(mark.start in starts and mark.end in ends for mark in marks):
        spans = project(marks, source, Translation(source, source))
        assert spans == [(mark.start, mark.end) for mark in marks]


def test_time_is_bounded_on_many_and_deep_marks() -> None:
    source = "mot " * 1000
    began = time.process_time()
    project([Mark(4 * n, 4 * n + 3) for n in range(150)], source, Translation(source, source))
    deep = [Mark(4 * n, 4000 - 4 * n, n - 1) for n in range(150)]
    spans = project(deep, source, Translation(source, source))
    assert sum(isinstance(piece, tuple) for piece in weave(deep, spans, source)) == 300
    assert time.process_time() - began < 8
