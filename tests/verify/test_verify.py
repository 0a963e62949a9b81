from __future__ import annotations

import itertools
import pickle
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.glossary.entry import Entry
from translator.glossary.occurrence import Occurrence
from translator.glossary.verify import VERDICTS, forbidden_in, verify


def occurrence(
    rendering: str, *accepted: str, forbidden: tuple[str, ...] = (), plural: bool = False, **fields: str
) -> Occurrence:
    return Occurrence(0, 1, Entry("x", rendering, **fields), rendering, accepted, forbidden, plural=plural)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rendering", "target", "stands"),
    [
        ("NATO", "NATO said no.", True),
        ("NATO", "Nato said no.", False),
        ("NATO", "NATO's plans and NATO’s men", True),
        ("NATO", "a NATO-led force, pro-NATO", True),
        ("NATO", "NATOx", False),
        ("NGO", "several NGOs", True),
        ("foreign minister", "Foreign Minister Lavrov", True),
        ("foreign minister", "FOREIGN MINISTER", True),
        ("foreign minister", "foreign ministers", False),
        ("Foreign Minister", "the foreign minister", False),
        ("Foreign Minister", "RUSSIAN FOREIGN MINISTER", True),
        ("Office of the President", "the Office Of The President", True),
        ("Office of the President", "the OFFICE of the President", False),
        ("Office of the President", "the office of the President", False),
        ("president of the Treasury Board", "President of the Treasury Board", True),
        ("president", "the vice-president", False),
        ("president", "the ex-president", True),
        ("Cote d'Ivoire", "in Cote d’Ivoire", True),
        ("United States", "the United\u00a0States'", True),
        ("United States", "the United\nStates", True),
        ("United States", "the United  States", True),
        ("Secretary-General", "the Secretary\u2011General", True),
        ("Secretary-General", "the Secretary General", False),
        ("São Tomé", "Sa\u0303o Tome\u0301, islands", True),
        ("Sao Tome", "Sa\u0303o Tome\u0301", False),
        ("Tome", "Tome\u0301", False),
        ("U.S.", "in the U.S.", True),
        ("Co\u00adlombia", "Colombia", True),
        ("art", "party", False),
        ("art", "art_", True),
        ("", "anything", False),
        (" ", "any thing", False),
    ],
)
def test_what_stands(rendering: str, target: str, stands: bool) -> None:
    (verdict,) = verify(target, [occurrence(rendering)])
    assert (verdict.status == "followed") is stands
    assert (verdict.span is not None) is stands


def statuses(target: str, *occurrences: Occurrence) -> list[str]:
    return [verdict.status for verdict in verify(target, occurrences)]


def test_twice_in_the_source_is_twice_in_the_target() -> None:
    nato = occurrence("NATO")
    assert statuses("NATO and NATO", nato, nato) == ["followed", "followed"]
    assert statuses("NATO and it", nato, nato) == ["followed", "missing"]
    assert [v.span for v in verify("NATO and NATO", [nato, nato])] == [(0, 4), (9, 13)]


MINISTER = occurrence("Foreign Minister")
RUSSIAN = occurrence("Russian Foreign Minister")
STATE = occurrence("Secretary of State", forbidden=("State Secretary",))
STATES = occurrence("Secretaries of State", forbidden=("State Secretary",), plural=True)


@pytest.mark.parametrize(
    ("target", "occurrences", "expected"),
    [
        ("the UN", [occurrence("United Nations", "UN")], ["admitted"]),
        ("the UN of the United Nations", [occurrence("United Nations", "UN")], ["followed"]),
        ("Russian Foreign Minister", [MINISTER, RUSSIAN], ["missing", "followed"]),
        ("Foreign Minister and Russian Foreign Minister", [MINISTER, RUSSIAN], ["followed", "followed"]),
        ("y z", [occurrence("x", "y"), occurrence("y", "z")], ["admitted", "admitted"]),
        ("y z", [occurrence("y", "z"), occurrence("x", "y")], ["admitted", "admitted"]),
        ("y", [occurrence("y", "z"), occurrence("x", "y")], ["followed", "missing"]),
        ("a State Secretary", [STATE], ["forbidden"]),
        ("a State Secretary", [STATE, occurrence("State Secretary")], ["missing", "followed"]),
        ("State Secretaries", [STATES], ["forbidden"]),
        ("State Secretaries", [STATE], ["missing"]),
        ("", [occurrence("NATO")], ["missing"]),
        ("NATO", [], []),
    ],
)
def test_sharing_out(target: str, occurrences: list[Occurrence], expected: list[str]) -> None:
    assert statuses(target, *occurrences) == expected


def test_the_verdict_names_wording_and_place() -> None:
    (verdict,) = verify("at the UN today", [occurrence("United Nations", "UN")])
    assert (verdict.status, verdict.wording, verdict.span) == ("admitted", "UN", (7, 9))
    assert pickle.loads(pickle.dumps(verdict)) == verdict


def test_forbidden_renderings() -> None:
    state = occurrence("Secretary of State", forbidden=("State Secretary", "Minister"))
    other = occurrence("Foreign Minister")
    text = "The Secretary of State, a State Secretary, met the Foreign Minister and a Minister."
    found = forbidden_in(text, [state, other, state])
    assert [(v.wording, text[slice(*v.span)]) for v in found if v.span] == [
        ("State Secretary", "State Secretary"),
        ("Minister", "Minister"),
    ]
    assert found[1].span == (74, 82)
    assert forbidden_in(text, [other]) == []


letters = st.lists(st.sampled_from("pqrs"), max_size=6)
words = st.sampled_from(["a", "b", "A", "B", "é", "e\u0301", "x-a", "a's", "a’s", "\u00a0", "  ", "Co", "CO", "İ", "ß"])
texts = st.lists(words, max_size=12).map(" ".join)


@settings(max_examples=100, deadline=None)
@given(texts, st.lists(st.builds(occurrence, texts, texts), max_size=6))
def test_verdicts_are_sound(target: str, occurrences: list[Occurrence]) -> None:
    verdicts = verify(target, occurrences)
    assert [v.occurrence for v in verdicts] == occurrences
    spans = sorted(v.span for v in verdicts if v.span)
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(spans))
    for verdict in verdicts:
        assert verdict.status in VERDICTS
        assert (verdict.span is None) == (verdict.status == "missing")
        if verdict.span:
            assert verify(target[slice(*verdict.span)], [occurrence(verdict.wording)])[0].span


@settings(max_examples=100, deadline=None)
@given(letters, st.lists(st.sets(st.sampled_from("pqrs"), min_size=1), max_size=6))
def test_as_many_as_possible(stretches: list[str], choices: list[set[str]]) -> None:
    """Against an exhaustive search over who takes which stretch."""

    def best(n: int, left: tuple[str, ...]) -> int:
        if n == len(choices):
            return 0
        mine = [k for k, one in enumerate(left) if one in choices[n]]
        taking = [1 + best(n + 1, left[:k] + left[k + 1 :]) for k in mine if left[k] not in left[:k]]
        return max([best(n + 1, left), *taking])

    wanted = [occurrence(*sorted(choice, reverse=True)) for choice in choices]
    found = verify(" ".join(stretches), wanted)
    assert sum(v.span is not None for v in found) == best(0, tuple(stretches))


def test_long_texts_take_a_moment() -> None:
    names = [f"Body {n:04}" for n in range(2000)]
    random.Random(1).shuffle(names)
    occurrences = [occurrence(name) for name in names[:1000]] + [occurrence("NATO", "the Alliance")] * 4000
    start = time.process_time()
    verdicts = verify("NATO " * 3000 + " ".join(names), occurrences)
    assert time.process_time() - start < 5
    assert sum(v.status == "followed" for v in verdicts) == 4000
