from __future__ import annotations

import pytest

from translator import Entry
from translator.enforcement.constraint import Constraint
from translator.enforcement.draft import Draft
from translator.enforcement.job import Job
from translator.enforcement.leak import purge_leaks
from translator.glossary.glossary import Glossary
from translator.glossary.matcher import Matcher

NATO = Entry("Organisation du traité de l'Atlantique Nord", "North Atlantic Treaty Organization", source_abbr="OTAN",
             target_abbr="NATO", kind="institution")  # fmt: skip
BOOK = Entry("Livre OTAN", "OTAN Book", kind="media")


@pytest.mark.parametrize(
    ("source", "english", "expected"),
    [
        ("L'OTAN est là.", "NATO (OTANOTANOTAN NATO) is there.", "NATO (NATO) is there."),
        ("L'OTAN est là.", "NATO is there, NOTANOTANOTAN too.", "NATO is there, NATO too."),
        ("L'OTAN est là.", "NATO OTAN is there.", "NATO is there."),
        ("L'OTAN est là.", "NATO is there, says OTAN.", "NATO is there, says NATO."),
        ("L'OTAN est là.", "NATO is there, in COTANGENT.", "NATO is there, in COTANGENT."),
        ("L'OTAN et le Livre OTAN.", "NATO and the OTAN Book.", "NATO and the OTAN Book."),
        ("Il fait beau.", "OTAN.", "OTAN."),
    ],
)
def test_a_french_abbreviation_does_not_stay_beside_its_rendering(source: str, english: str, expected: str) -> None:
    matcher = Matcher(Glossary([NATO, BOOK]))
    constraints = tuple(
        Constraint(one.start, one.end, one.rendering, "term", occurrence=one) for one in matcher.find(source)
    )
    spans = [(english.index(one.rendering), english.index(one.rendering) + len(one.rendering)) for one in constraints]
    draft = Draft(english, spans)
    purge_leaks(draft, Job(source, constraints))
    assert draft.text == expected
    assert [draft.text[slice(*span)] for span in draft.spans if span] == [one.rendering for one in constraints]
