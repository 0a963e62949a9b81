from __future__ import annotations

import json
from pathlib import Path

import pytest

from translator.glossary.entry import Entry
from translator.glossary.glossary import Glossary
from translator.pipeline import Translator
from translator.report.write import write_report

GLOSSARY = Glossary(
    [
        Entry("Organisation du traité de l'Atlantique Nord", "North Atlantic Treaty Organization", "institution",
              source_abbr="OTAN", target_abbr="NATO"),
        Entry("secrétaire d'État", "Secretary of State", "title"),
    ]
)  # fmt: skip
TEXT = "Le secrétaire d'État a rencontré l'OTAN.\n\nIl a parlé hier. L'OTAN a dit non."


@pytest.mark.parametrize("suffix", [".html", ".json"])
def test_report_of_a_translation(tmp_path: Path, suffix: str) -> None:
    translator = Translator(glossaries=[GLOSSARY])
    translations = list(translator.translate_batch([TEXT, TEXT]))
    path = tmp_path / f"report{suffix}"
    write_report(path, zip(["one.txt", "two.txt"], translations, strict=True))
    page = path.read_text(encoding="utf-8")
    assert GLOSSARY.fingerprint in page
    if suffix == ".html":
        assert page.count('class="seg ') >= 2 * 2
        assert page.count("Secretary of State") >= 2
        return
    facts = json.loads(page)
    assert facts["signature"] == translations[0].signature
    assert [entry["source"] for entry in facts["entries"]] == [GLOSSARY_SOURCES[1], GLOSSARY_SOURCES[0]]
    for document in facts["documents"]:
        uses = [(segment, use) for segment in document["segments"] for use in segment["terms"]]
        assert len(uses) == 3
        for segment, use in uses:
            assert use["outcome"] in ("kept", "constrained", "placed")
            assert segment["target"][slice(*use["target"])] == use["rendering"]


GLOSSARY_SOURCES = [entry.source for entry in GLOSSARY]
