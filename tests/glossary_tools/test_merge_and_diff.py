from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.errors import GlossaryError
from translator.glossary.concepts import key_of, keyed
from translator.glossary.diff import diff
from translator.glossary.entry import Entry
from translator.glossary.merge import ROW, merge, read_conflicts, write_conflicts

OTAN = Entry("OTAN", "NATO", kind="institution", forms=("Alliance",))
POMME = Entry("pomme", "apple")
POIRE = Entry("poire", "pear")
PRUNE = Entry("prune", "plum")
FIGUE = Entry("figue", "fig")

MERGES = [
    ("nothing changed", [OTAN], [OTAN], [OTAN], [OTAN]),
    ("ours changed", [OTAN], [replace(OTAN, target="Nato")], [OTAN], [replace(OTAN, target="Nato")]),
    ("theirs changed", [OTAN], [OTAN], [replace(OTAN, note="x")], [replace(OTAN, note="x")]),
    ("both, different cells", [OTAN], [replace(OTAN, target="Nato")], [replace(OTAN, note="x")],
     [replace(OTAN, target="Nato", note="x")]),
    ("both alike", [OTAN], [replace(OTAN, note="x")], [replace(OTAN, note="x")], [replace(OTAN, note="x")]),
    ("both added", [], [POMME], [POIRE], [POIRE, POMME]),
    ("both added the same", [], [POMME], [POMME], [POMME]),
    ("new rows follow their neighbours", [OTAN, POMME], [OTAN, PRUNE, POMME], [OTAN, POIRE, POMME, FIGUE],
     [OTAN, POIRE, PRUNE, POMME, FIGUE]),
    ("ours removed", [OTAN, POMME], [OTAN], [OTAN, POMME], [OTAN]),
    ("theirs removed", [OTAN, POMME], [OTAN, POMME], [POMME], [POMME]),
    ("both removed", [OTAN, POMME], [POMME], [POMME], [POMME]),
    ("admitted beside preferred", [OTAN], [OTAN, replace(OTAN, target="Nato", status="admitted")], [OTAN],
     [OTAN, replace(OTAN, target="Nato", status="admitted")]),
]  # fmt: skip


@pytest.mark.parametrize(("what", "base", "ours", "theirs", "expected"), MERGES, ids=[case[0] for case in MERGES])
def test_merge(what: str, base: list[Entry], ours: list[Entry], theirs: list[Entry], expected: list[Entry]) -> None:
    merged = merge(base, ours, theirs)
    assert (merged.entries, merged.conflicts) == (expected, [])


CONFLICTS = [
    (
        [OTAN],
        [replace(OTAN, target="Nato")],
        [replace(OTAN, target="N.A.T.O.")],
        ("target", "NATO", "Nato", "N.A.T.O."),
    ),
    ([OTAN], [], [replace(OTAN, note="x")], (ROW, "there", "removed", "changed")),
    ([OTAN], [replace(OTAN, note="x")], [], (ROW, "there", "changed", "removed")),
    ([], [OTAN], [replace(OTAN, target="Nato")], ("target", "", "NATO", "Nato")),
]


@pytest.mark.parametrize(("base", "ours", "theirs", "expected"), CONFLICTS)
@pytest.mark.parametrize("take", ["ours", "theirs", "base"])
def test_conflicts_are_resolved_by_a_person(
    base: list[Entry], ours: list[Entry], theirs: list[Entry], expected: tuple[str, ...], take: str
) -> None:
    merged = merge(base, ours, theirs)
    (conflict,) = merged.conflicts
    assert (conflict.column, conflict.base, conflict.ours, conflict.theirs) == expected
    assert str(conflict).startswith("OTAN: ")
    text = write_conflicts(merged.conflicts)
    assert read_conflicts(text) == {}
    decided = merge(base, ours, theirs, decisions=read_conflicts(text.rstrip("\n") + take + "\n"))
    assert decided.conflicts == []
    if base:
        assert decided.entries == {"ours": ours, "theirs": theirs, "base": base}[take]


def test_take_is_checked() -> None:
    text = write_conflicts(merge(*CONFLICTS[0][:3]).conflicts)
    with pytest.raises(GlossaryError, match=r"c\.csv:2: take is 'their'. Did you mean 'theirs'\?"):
        read_conflicts(text.rstrip("\n") + "their\n", "c.csv")
    with pytest.raises(GlossaryError, match="no conflict file"):
        read_conflicts("a,b\n", "c.csv")


def test_conflict_files_that_came_back_otherwise() -> None:
    text = write_conflicts(merge(*CONFLICTS[0][:3]).conflicts).rstrip("\n") + "theirs\n"
    assert read_conflicts(text.replace(",", ";")) == read_conflicts(text)
    assert read_conflicts(text + "short,row\n") == read_conflicts(text)
    with pytest.raises(GlossaryError, match=r"c\.csv:3: the quotation mark that begins a cell here is never closed"):
        read_conflicts(text + 'roi,"preferred\nx,y\n', "c.csv")


WORD = st.sampled_from(["a", "b", "c", "d"])
ROW_OF = st.builds(Entry, source=WORD, target=WORD, note=WORD, status=st.sampled_from(["preferred", "admitted"]))
ROWS = st.lists(ROW_OF, max_size=5, unique_by=key_of)


@settings(max_examples=100, deadline=None)
@given(base=ROWS, ours=ROWS, theirs=ROWS)
def test_merge_is_what_a_merge_is(base: list[Entry], ours: list[Entry], theirs: list[Entry]) -> None:
    assert keyed(merge(base, ours, base).entries) == keyed(ours)
    assert keyed(merge(base, base, theirs).entries) == keyed(theirs)
    assert merge(base, ours, ours).entries == ours
    merged = merge(base, ours, theirs)
    for take in ("ours", "theirs", "base"):
        decisions = {(conflict.key, conflict.column): take for conflict in merged.conflicts}
        assert merge(base, ours, theirs, decisions=decisions).conflicts == []


@settings(max_examples=100, deadline=None)
@given(old=ROWS, new=ROWS)
def test_no_diff_means_the_same_entries(old: list[Entry], new: list[Entry]) -> None:
    assert (not diff(old, new)) == (keyed(old) == keyed(new))
    assert len(diff(old, new)) == len(diff(new, old))


def test_diff_is_by_concept() -> None:
    old = [OTAN, POMME, POIRE, replace(OTAN, target="Nato", status="admitted")]
    new = [FIGUE, replace(POMME, target="apple tree", note="of the garden"), OTAN]
    assert [str(change) for change in diff(old, new)] == [
        "- poire → pear",
        "- OTAN → Nato (admitted)",
        "+ figue → fig",
        "~ pomme\n    target: apple → apple tree\n    note: (empty) → of the garden",
    ]
    assert diff(old, list(reversed(old))) == []
