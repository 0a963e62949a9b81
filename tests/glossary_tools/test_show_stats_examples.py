from __future__ import annotations

import pytest

from translator.glossary.entry import Entry
from translator.glossary.examples import examples_of, match_examples, translate_examples
from translator.glossary.glossary import Glossary
from translator.glossary.show import show
from translator.glossary.stats import stats

HOUSE = Glossary(
    [
        Entry("ministre", "Minister", kind="title", path="house.csv", line=2),
        Entry("ministre des Sports", "Sports Minister", kind="title", path="house.csv", line=3),
        Entry("conseil", "council", path="house.csv", line=4),
        Entry("conseil", "Council", status="admitted", path="house.csv", line=5),
        Entry("conseil", "counsel", status="forbidden", path="house.csv", line=6),
        Entry("avocat", "lawyer", context=("tribunal",), path="house.csv", line=7),
        Entry("russe", "Russian", kind="nationality", path="house.csv", line=8),
    ]
)
NEWSROOM = Glossary([Entry("conseil", "board", path="newsroom.csv", line=2)])
LAYERED = Glossary.layered([HOUSE, NEWSROOM])


@pytest.mark.parametrize(
    ("term", "wins", "loses"),
    [
        ("le ministre des Sports", ["Sports Minister"], [("Minister", "shorter than 'ministre des Sports'")]),
        ("conseil", ["board"], [("council", "earlier layer"), ("Council", "admitted"), ("counsel", "must not appear")]),
        ("un avocat", [], [("lawyer", "its context is not there: tribunal")]),
        ("un avocat au tribunal", ["lawyer"], []),
        ("le ministre russe des Sports", ["Sports Minister"], []),
        ("rien du tout", [], []),
    ],
)
def test_show(term: str, wins: list[str], loses: list[tuple[str, str]]) -> None:
    shown = show(LAYERED, term)
    assert [candidate.entry.target for candidate in shown.candidates if candidate.wins] == wins
    lost = {c.entry.target: c.why for c in shown.candidates if not c.wins}
    for target, why in loses:
        assert why in lost[target]


SLOTTED = Glossary.layered(
    [
        Glossary(
            [
                Entry("ministre des Sports", "Sports Minister", kind="title"),
                Entry("président de {country}", "President of {country}", kind="title"),
                Entry("M. {person}", "Mr. {person}", kind="honorific"),
                Entry("régime {nationality}", "{nationality} regime", context=("!alimentaire",)),
                Entry("roi {nationality}", "{nationality} king", kind="title"),
                Entry("{number} députés", "{number} MPs"),
            ]
        ),
        Glossary(
            [
                Entry("ministre {nationality} des Sports", "{nationality} Minister for Sport", kind="title"),
                Entry("Président de {country}", "{country} President", kind="title"),
                Entry("M. {person}", "Mister {person}", kind="honorific"),
                Entry("{number} députés", "{number} deputies"),
            ]
        ),
    ]
)


@pytest.mark.parametrize(
    ("term", "wins", "loses"),
    [
        (
            "le ministre russe des Sports",
            ["{nationality} Minister for Sport"],
            {"Sports Minister": ("ministre russe des Sports", "in an earlier layer than the winner")},
        ),
        (
            "le président de la France",
            ["{country} President"],
            {"President of {country}": ("président de la France", "in an earlier layer than the winner")},
        ),
        ("M. Martin", ["Mister {person}"], {"Mr. {person}": ("M. Martin", "in an earlier layer than the winner")}),
        (
            "les 12 députés",
            ["{number} deputies"],
            {"{number} MPs": ("12 députés", "in an earlier layer than the winner")},
        ),
        (
            "le régime russe alimentaire",
            [],
            {"{nationality} regime": ("régime russe", "its context is not there: !alimentaire")},
        ),
        ("le roi est mort", [], {"{nationality} king": ("roi", "its slot {nationality} is not filled")}),
        (
            "m. Martin",
            [],
            dict.fromkeys(
                ("Mr. {person}", "Mister {person}"),
                ("m", "its capitals or accents are not those of 'M. {person}', or it is part of a longer word"),
            ),
        ),
        # A source as its row has it, slots and all.
        (
            "président de {country}",
            ["{country} President"],
            {"President of {country}": ("président de {country}", "in an earlier layer than the winner")},
        ),
    ],
)
def test_show_sources_with_slots(term: str, wins: list[str], loses: dict[str, tuple[str, str]]) -> None:
    shown = show(SLOTTED, term)
    assert [candidate.entry.target for candidate in shown.candidates if candidate.wins] == wins
    assert {c.entry.target: (c.found, c.why) for c in shown.candidates if not c.wins} == loses


def test_stats() -> None:
    entries = [
        Entry("a", "b", kind="title", reference="Justice Laws: x", path="x/one.csv", forms=("c", "d"), source_abbr="E"),
        Entry("a", "c", status="admitted", reference="Justice Laws (y)", domain="law", examples=("f => g",)),
        Entry("h", "i", reference="https://example.org/a/b", context=("j",)),
    ]
    counted = stats(entries)
    assert (counted.entries, counted.sources, counted.surface_forms) == (3, 2, 6)
    assert (counted.with_abbreviation, counted.with_context, counted.examples) == (1, 1, 1)
    assert counted.files == {"(no file)": 2, "one.csv": 1}
    assert counted.kinds == {"term": 2, "title": 1}
    assert counted.statuses == {"preferred": 2, "admitted": 1}
    assert counted.domains == {"(none)": 2, "law": 1}
    assert counted.references == {"Justice Laws": 2, "example.org": 1}


CARRIED = Glossary(
    [
        Entry(
            "Conseil de sécurité", "Security Council", kind="institution", path="g.csv", line=2,
            examples=(
                "Le Conseil de sécurité se réunit. => the Security Council",
                "Le conseil se réunit. =>",
                "Le Conseil de sécurité se réunit. =>",
                "Le conseil se réunit. => Security Council",
                "sans flèche",
            ),
        )
    ]
)  # fmt: skip


def test_examples_by_matching() -> None:
    examples = list(examples_of(CARRIED))
    outcomes = list(match_examples(CARRIED, examples))
    assert [outcome.passed for outcome in outcomes] == [True, True, False, False]
    assert str(outcomes[2]).startswith(
        "g.csv:2: Le Conseil de sécurité se réunit.: 'Conseil de sécurité' must not match"
    )


def test_examples_by_translating() -> None:
    from translator.pipeline import Translator

    translator = Translator(glossaries=[CARRIED])
    examples = list(examples_of(CARRIED))
    outcomes = list(translate_examples(translator.translate_batch, examples))
    assert [outcome.passed for outcome in outcomes] == [True, True, False, False]
    assert "the Security Council" in outcomes[0].got or "The Security Council" in outcomes[0].got
