"""What the library's own part costs, counted in calls rather than seconds: the same on every machine and load.

A bound that is passed is no error in itself: raise it together with the reason. Seconds are measured by benchmarks/.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from translator import Entry, Glossary, Translator
from translator.documents.passage import Passage
from translator.enforcement.accept import accept
from translator.enforcement.constraint import constraints_of
from translator.glossary.matcher import Matcher

MATCHING, PLANNING, PIPELINE = 120, 210, 1000
"""Calls per sentence; on 2026-11-25, with Python 3.11, they were 112, 191 and 980."""

SENTENCES = [
    "Le secrétaire d'État américain Antony Blinken a rencontré jeudi le ministre russe des Affaires étrangères.",
    "L'OTAN et l'Union européenne ont condamné cette décision, que beaucoup jugent tardive.",
    "Il fait beau ce matin et les enfants jouent dans le jardin de leur grand-mère.",
    "Selon la Banque mondiale, la croissance a été de 3,5 % en 2012, soit 1 500 dollars par habitant.",
    "Nous avons mangé trop tard pour aller nous promener au bord de la rivière.",
    "Le Conseil de sécurité des Nations unies se réunira vendredi à New York.",
    "Elle n'a pas voulu dire ce qu'elle pensait de ce livre, ni de son auteur.",
    "Vladimir Poutine a reçu M. Lavrov, qui revenait de Pékin.",
]


def calls(work: Callable[[], Any]) -> int:
    """Python functions called while `work` runs in this thread."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    gc.disable()  # hypothesis has a function called at every collection
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
        gc.enable()
    return count


@pytest.fixture(scope="module")
def matcher(starter_home: None) -> Matcher:
    return Matcher(Glossary.bundled())


def test_matching(matcher: Matcher) -> None:
    def match() -> None:
        for sentence in SENTENCES:
            matcher.find(sentence)

    match()
    assert calls(match) / len(SENTENCES) < MATCHING


def test_what_begins_no_term_is_not_looked_at(matcher: Matcher) -> None:
    text = "xyzzy " * 1000
    matcher.find(text)
    assert calls(lambda: matcher.find(text)) < 10


def test_a_larger_glossary_costs_no_more(starter_home: None) -> None:
    entries = [Entry(f"agence numéro{n} de Paris", f"Agency {n}") for n in range(2000)]
    counts = []
    for glossary in (Glossary(entries[:20]), Glossary(entries)):
        matcher = Matcher(glossary)
        matcher.find("Il est à agence numéro7 de Paris.")
        counts.append(calls(lambda matcher=matcher: matcher.find("Il est à agence numéro7 de Paris.")))
    assert counts[0] == counts[1]


def test_planning(tr: Translator) -> None:
    def plan() -> None:
        for sentence in SENTENCES:
            tr._plan(Passage(sentence))

    plan()
    assert calls(plan) / len(SENTENCES) < PLANNING


def test_the_whole_pipeline(tr: Translator) -> None:
    def translate() -> None:
        list(tr.translate_batch(SENTENCES))

    translate()
    # The least of three: on a busy machine the model is looked at more often before it is ready.
    assert min(calls(translate) for _ in range(3)) / len(SENTENCES) < PIPELINE


def test_forms_that_stand_nowhere_compile_no_pattern(tr: Translator, monkeypatch: pytest.MonkeyPatch) -> None:
    constraints = constraints_of(SENTENCES[3], tr._matcher)
    assert sum(len(one.accepted) for one in constraints) > 10
    compiled = []
    monkeypatch.setattr("translator.enforcement.accept._pattern", lambda *of: compiled.append(of))
    assert accept("Nothing of this.", constraints) == [None] * len(constraints)
    assert compiled == []


def test_equal_lengths_share_batches(plain: Translator, monkeypatch: pytest.MonkeyPatch) -> None:
    """One batch for each length, whatever the number of texts; a text that stands twice is translated once."""
    engine = plain.engine
    loaded = engine._load()
    sizes: list[int] = []

    class Counted:
        def translate_batch(self, sources: list[list[str]], **options: Any) -> Any:
            sizes.append(len(sources))
            return loaded.translator.translate_batch(sources, **options)

        def __getattr__(self, name: str) -> Any:
            return getattr(loaded.translator, name)

    lengths = {engine.token_count(sentence) for sentence in SENTENCES}
    counted = type("Loaded", (), {**vars(loaded), "translator": Counted()})()
    monkeypatch.setattr(engine, "_loaded", counted)
    engine.translate(SENTENCES * 3, attention=False)
    assert len(sizes) == len(lengths)
    assert sum(sizes) == 3 * len(SENTENCES)
    sizes.clear()
    texts = [sentence for sentence in SENTENCES if not any(char.isdigit() for char in sentence)]
    list(plain.translate_batch(texts * 3))
    assert sum(sizes) == len(texts)
