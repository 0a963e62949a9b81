"""Every `examples` cell of the bundled glossaries holds: what it says is found, and nothing is where it says so."""

from __future__ import annotations

import re

import pytest

from translator.glossary.bundled import bundled_paths
from translator.glossary.csv_file import read_csv
from translator.glossary.entry import Entry
from translator.glossary.glossary import Glossary
from translator.glossary.matcher import Matcher

ENTRIES = {path.stem: read_csv(path)[0] for path in bundled_paths()}


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(Glossary.bundled())


def failure(matcher: Matcher, entry: Entry, example: str) -> str:
    """What is wrong with an example of an entry, or an empty string.

    The row itself must match, or lose to a longer term whose rendering holds the same words (`NATO summit`).
    """
    french, arrow, english = (part.strip() for part in example.partition("=>"))
    if not arrow or not french:
        return f"line {entry.line}: no French sentence before => in {example!r}"
    found = matcher.find(french)
    own = [o.rendering for o in found if (o.entry.path, o.entry.line) == (entry.path, entry.line)]
    if english:
        bare = re.sub(r"^(?:the|an?) ", "", english)
        if any(rendering in english or bare in rendering for rendering in own):
            return ""
        if any(bare in occurrence.rendering for occurrence in found):
            return ""
        others = [(o.entry.source, o.rendering) for o in found]
        return f"line {entry.line}: {entry.source!r} not found with {english!r} in {french!r}; found: {others}"
    return f"line {entry.line}: {entry.source!r} found as {own} in {french!r}" if own else ""


@pytest.mark.parametrize("name", sorted(ENTRIES))
def test_examples_hold(name: str, matcher: Matcher) -> None:
    wrong = [fault for e in ENTRIES[name] for example in e.examples if (fault := failure(matcher, e, example))]
    assert wrong == []


def test_most_glossaries_have_examples_of_both_sorts() -> None:
    examples = [example for entries in ENTRIES.values() for e in entries for example in e.examples]
    assert len(examples) > 500
    assert sum(not example.partition("=>")[2].strip() for example in examples) > 30
