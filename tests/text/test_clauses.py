from __future__ import annotations

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.text.clauses import split_clauses, uncapitalised

Spans = list[tuple[int, int]]


def words(text: str) -> int:
    return len(text.split())


def pieces(sentence: str, limit: int, protected: Spans | None = None) -> list[str]:
    return [sentence[start:end] for start, end in split_clauses(sentence, limit, words, protected or [])]


@pytest.mark.parametrize(
    ("sentence", "limit", "expected"),
    [
        ("", 5, []),
        ("  ", 5, []),
        ("Il part.", 5, ["Il part."]),
        (" Il part. ", 5, ["Il part."]),
        ("Le ministre part demain ; le président reste à Paris.", 6,
         ["Le ministre part demain ;", "le président reste à Paris."]),
        ("Le ministre part, dit-on, demain ; le président, lui, reste à Paris.", 8,
         ["Le ministre part, dit-on, demain ;", "le président, lui, reste à Paris."]),
        ("Voici ce que demande le président : une trêve, des secours et un corridor.", 9,
         ["Voici ce que demande le président :", "une trêve, des secours et un corridor."]),
        ("Le ministre est parti hier soir — son entourage le confirme ce matin.", 9,
         ["Le ministre est parti hier soir", "— son entourage le confirme ce matin."]),
        ("Le ministre est venu à Paris, mais il est reparti le soir même.", 9,
         ["Le ministre est venu à Paris,", "mais il est reparti le soir même."]),
        ("Le ministre, venu à Paris hier, et qui repart ce soir, ne dira rien.", 9,
         ["Le ministre, venu à Paris hier,", "et qui repart ce soir, ne dira rien."]),
        ("Les ministres de la Défense et les chefs des armées se réunissent.", 8,
         ["Les ministres de la Défense", "et les chefs des armées se réunissent."]),
        ("L'Alliance atlantique (douze pays) compte aujourd'hui trente membres.", 6,
         ["L'Alliance atlantique (douze pays)", "compte aujourd'hui trente membres."]),
        ("Le budget atteint 3,5 milliards de dollars canadiens par an environ.", 8,
         ["Le budget atteint 3,5 milliards", "de dollars canadiens par an environ."]),
        ("un deux trois quatre", 1, ["un", "deux", "trois", "quatre"]),
        ("près de 90 000 soldats russes", 4, ["près de 90 000", "soldats russes"]),
    ],
)  # fmt: skip
def test_cut_where_a_reader_pauses(sentence: str, limit: int, expected: list[str]) -> None:
    assert pieces(sentence, limit) == expected


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ("The thresholds were changed.", "the thresholds were changed."),
        ("Germany, being a federation,", "Germany, being a federation,"),
        ("A-levels are over,", "A-levels are over,"),
        ("Who's next?", "Who's next?"),
        ("WHO experts said", "WHO experts said"),
        ("He", "he"),
        ("", ""),
    ],
)
def test_the_capital_of_a_clause_goes_unless_it_may_be_a_name(english: str, expected: str) -> None:
    assert uncapitalised(english) == expected


def test_a_giant_run_is_cut_between_characters() -> None:
    assert [b - a for a, b in split_clauses("a" * 100, 30, len)] == [25] * 4


def test_an_accent_stays_with_its_letter() -> None:
    sentence = "e\u0301" * 20
    assert all(sentence[start] == "e" for start, _ in split_clauses(sentence, 8, len))


def test_a_term_is_not_cut() -> None:
    sentence = "L'Organisation pour la sécurité et la coopération en Europe, siège à Vienne"
    term = (2, sentence.index(","))
    assert pieces(sentence, 9, [term]) == [sentence[: term[1] + 1], "siège à Vienne"]
    assert pieces(sentence, 9)[0] == "L'Organisation pour la sécurité"


def test_a_term_over_the_limit_is_cut_as_the_last_resort() -> None:
    sentence = "à l' un deux trois quatre cinq six"
    assert pieces(sentence, 3, [(5, len(sentence))]) == ["à l'", "un deux trois", "quatre cinq six"]


SENTENCES = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(["mot", "l'", ",", ";", ": ", " ", "  ", "\u00a0", "et ", "(", ")", "«", "»", "90 000",
                              "e\u0301", "ééééééééé", "\n", "— ", "👩‍👩‍👧"]), max_size=80).map("".join),
)  # fmt: skip


@given(SENTENCES, st.integers(1, 30), st.sampled_from([len, words, lambda text: len(re.findall(r"\w|[^\w\s]", text))]))
def test_pieces_fit_and_hold_everything_but_space(sentence, limit, count) -> None:  # type: ignore[no-untyped-def]
    spans = split_clauses(sentence, limit, count)
    edges = [0, *(edge for span in spans for edge in span), len(sentence)]
    assert edges == sorted(edges)
    assert all(not sentence[a:b].strip() for a, b in zip(edges[::2], edges[1::2], strict=True))
    assert all(sentence[a:b] == sentence[a:b].strip() != "" for a, b in spans)
    assert all(count(sentence[a:b]) <= limit or b - a == 1 for a, b in spans)


@given(SENTENCES, st.integers(1, 30), st.data())
def test_terms_within_the_limit_are_whole(sentence: str, limit: int, data: st.DataObject) -> None:
    points = sorted(data.draw(st.lists(st.integers(0, len(sentence)), max_size=8)))
    terms = [(a, b) for a, b in list(pairwise(points))[::2] if 0 < b - a <= limit]
    spans = split_clauses(sentence, limit, len, terms)
    cuts = [edge for span in spans for edge in span]
    for a, b in terms:
        if sentence[a:b].strip() == sentence[a:b]:
            assert not any(a < cut < b for cut in cuts), (a, b, spans)


@pytest.mark.parametrize("unit", ["a", "a ", "a, ", ",", "( ", "e\u0301"])
def test_time_of_a_giant_sentence(unit: str) -> None:
    began = time.process_time()
    split_clauses(unit * (300_000 // len(unit)), 200, len)
    assert time.process_time() - began < 10
