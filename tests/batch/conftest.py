"""A translator that is shared by the tests, and inputs of many formats."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from translator.batch import stream
from translator.batch.inputs import STATE
from translator.glossary.entry import Entry
from translator.glossary.glossary import Glossary
from translator.pipeline import Translator

SENTENCES = [
    f"{subject} {verb} {place}."
    for subject in ("Le Conseil de l'Arctique", "L'OTAN", "La ministre", "Un chien")
    for verb in ("reste à", "vient de", "va à")
    for place in ("Paris", "Rome", "la mer", "Lyon", "la gare")
]


@pytest.fixture(scope="session")
def translator() -> Translator:
    entries = (
        Entry("Conseil de l'Arctique", "Arctic Council", kind="institution"),
        Entry("OTAN", "NATO", kind="institution"),
    )
    return Translator(glossaries=[Glossary(entries)], beam_size=1)


@pytest.fixture
def small_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows of a few sentences, so that small inputs have several."""
    monkeypatch.setattr(stream, "_WINDOW_CHARACTERS", 150)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small tree: text, JSONL and CSV."""
    root = tmp_path / "in"
    for number in range(12):
        path = root / f"d{number % 3}" / f"{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{SENTENCES[number]}\n\n{SENTENCES[-number]} {SENTENCES[number + 20]}\n", "utf-8")
    records = [{"id": n, "text": sentence, "title": "Bonjour"} for n, sentence in enumerate(SENTENCES)]
    (root / "records.jsonl").write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in records), "utf-8")
    (root / "table.csv").write_text("id,body\n" + "".join(f'{n},"{s}"\n' for n, s in enumerate(SENTENCES[:9])), "utf-8")
    return root


@pytest.fixture
def tree() -> Callable[[Path], dict[str, bytes]]:
    """The files of a folder, without the state of runs."""

    def read(root: Path) -> dict[str, bytes]:
        paths = (path for path in sorted(root.rglob("*")) if path.is_file())
        return {str(p.relative_to(root)): p.read_bytes() for p in paths if STATE not in p.relative_to(root).parts[0]}

    return read
