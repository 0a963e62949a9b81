"""Where a hypothesis satisfies its constraints."""

from __future__ import annotations

import pytest

from translator.enforcement.accept import accept, wordings
from translator.enforcement.constraint import Constraint


def term(rendering: str, *accepted: str) -> Constraint:
    return Constraint(0, 1, rendering, "term", accepted)


CASES = [
    ("The NATO summit", [term("NATO")], ["NATO"]),
    ("The nato summit", [term("NATO")], [None]),
    ("Tell us more", [term("US")], [None]),
    ("A nice city", [term("Nice")], [None]),
    ("NATO's fleet", [term("NATO")], ["NATO"]),
    ("anti-NATO fleet", [term("NATO")], ["NATO"]),
    ("The foreign minister spoke", [term("Foreign Minister")], ["foreign minister"]),
    ("The foreign ministers spoke", [term("Foreign Minister")], [None]),
    ("Human rights matter", [term("human rights")], ["Human rights"]),
    ("the Security Council of the UN", [term("UN"), term("Security Council")], ["UN", "Security Council"]),
    ("the UN Security Council", [term("UN"), term("UN Security Council")], [None, "UN Security Council"]),
    ("NATO and NATO", [term("NATO"), term("NATO")], ["NATO", "NATO"]),
    ("only NATO", [term("NATO"), term("NATO")], ["NATO", None]),
    ("Doctors Without Borders’ staff", [term("Doctors Without Borders")], ["Doctors Without Borders"]),
    ("People’s Republic", [term("People's Republic")], ["People’s Republic"]),
    ("an automobile", [term("car", "automobile")], ["automobile"]),
    ("of 90,000 men", [Constraint(0, 1, "90,000", "quantity")], ["90,000"]),
    ("of 190,000 men", [Constraint(0, 1, "90,000", "quantity")], [None]),
    ("of 90,000.5 men", [Constraint(0, 1, "90,000", "quantity")], [None]),
    ("see https://A.b/c", [Constraint(0, 1, "https://a.b/c", "protected")], [None]),
    ("", [term("NATO")], [None]),
]


@pytest.mark.parametrize(("text", "constraints", "expected"), CASES, ids=[f"{n}:{c[0]}" for n, c in enumerate(CASES)])
def test_accept(text: str, constraints: list[Constraint], expected: list[str | None]) -> None:
    assert [span and text[slice(*span)] for span in accept(text, constraints)] == expected


def test_weight_decides_between_equal_places() -> None:
    constraints = [term("NATO"), term("NATO")]
    weight = {(0, (9, 13)): 0.9, (1, (0, 4)): 0.8}
    assert accept("NATO and NATO", constraints, lambda n, span: weight.get((n, span), 0.0)) == [(9, 13), (0, 4)]


def test_wordings_are_disjoint_and_free() -> None:
    text = "the Minister, the Prime Minister and the minister"
    assert [text[slice(*s)] for s in wordings(text, ["Prime Minister", "Minister"], [(4, 12)])] == ["Prime Minister"]
