"""Glossaries: layers, fingerprint, files, the bundled ones."""

from __future__ import annotations

import pickle
import time
from dataclasses import replace
from pathlib import Path

import pytest

from translator.errors import GlossaryError
from translator.glossary.bundled import bundled_paths
from translator.glossary.entry import Entry
from translator.glossary.glossary import Glossary
from translator.glossary.matcher import Matcher

KING = Entry("roi", "King", kind="title")
QUEEN = Entry("reine", "Queen", kind="title")


def test_iterates_over_the_entries_of_all_layers() -> None:
    both = Glossary.layered([Glossary([KING]), Glossary([QUEEN])])
    assert list(both) == [KING, QUEEN]
    assert len(both) == 2
    assert both.layers == ((KING,), (QUEEN,))


def test_add_appends_to_the_last_layer() -> None:
    glossary = Glossary.layered([Glossary([KING]), Glossary()])
    glossary.add(QUEEN)
    assert glossary.layers == ((KING,), (QUEEN,))


def test_save_and_load(tmp_path: Path) -> None:
    file = tmp_path / "house.csv"
    Glossary([KING, QUEEN]).save(file)
    assert list(Glossary.load(file)) == [KING, QUEEN]
    assert list(Glossary.load(str(file))) == [KING, QUEEN]


@pytest.mark.parametrize(
    ("changed", "same"),
    [
        (replace(KING, target="Monarch"), False),
        (replace(KING, forms=("souverain",)), False),
        (replace(KING, status="admitted"), False),
        (replace(KING, context=("reine",)), False),
        (replace(KING, note="house style"), True),
        (replace(KING, reference="royal.uk"), True),
        (replace(KING, path="a.csv", line=7), True),
    ],
)
def test_fingerprint_changes_with_what_counts(changed: Entry, same: bool) -> None:
    assert (Glossary([changed]).fingerprint == Glossary([KING]).fingerprint) is same


def test_fingerprint_tells_layers_and_order() -> None:
    prints = {
        Glossary([KING, QUEEN]).fingerprint,
        Glossary([QUEEN, KING]).fingerprint,
        Glossary.layered([Glossary([KING]), Glossary([QUEEN])]).fingerprint,
        Glossary().fingerprint,
    }
    assert len(prints) == 4
    assert all(len(p) == 12 for p in prints)


def test_unknown_bundled_glossary_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(GlossaryError, match="titles"):
        Glossary.load("no-such-glossary")


def test_bundled_glossaries_load_by_name_and_all_together() -> None:
    assert len(Glossary.load("titles")) > 200
    everything = Glossary.bundled()
    assert len(everything) == sum(len(Glossary.load(path)) for path in bundled_paths())
    assert len(everything.layers) == 1


def test_pickles_with_its_columns() -> None:
    glossary = Glossary([KING], columns=("target", "source", "team"))
    copy = pickle.loads(pickle.dumps(glossary))
    assert list(copy) == [KING]
    assert copy.columns == glossary.columns


def test_bundled_glossaries_load_fast_and_cost_little_until_used() -> None:
    """Guards the order of magnitude: about 0.25 s of processor time for 20,000 entries where it was measured."""
    start = time.process_time()
    matcher = Matcher(Glossary.bundled())
    loaded = time.process_time()
    for _ in range(2000):
        matcher.find("Il pleut encore ce matin, rien de nouveau sous le soleil.")
    assert loaded - start < 1.5
    assert time.process_time() - loaded < 1.0


def test_a_folder_is_no_glossary_and_an_unknown_name_is_told_what_there_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "terms").mkdir()
    with pytest.raises(GlossaryError, match="terms: is a folder; name a glossary file in it"):
        Glossary.load("terms")
    with pytest.raises(GlossaryError, match=r"no glossary file 'nope'; give a path, or the name of .*titles"):
        Glossary.load("nope")
