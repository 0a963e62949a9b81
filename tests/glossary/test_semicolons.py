"""A glossary saved by a French spreadsheet has semicolons between its cells."""

from __future__ import annotations

from pathlib import Path

from translator.glossary.check import check_files
from translator.glossary.glossary import Glossary


def test_semicolons(tmp_path: Path) -> None:
    path = tmp_path / "newsroom.csv"
    path.write_bytes("\ufeffsource;target;note\r\nConseil de l'Arctique;Arctic Council;un, deux\r\n".encode())
    [entry] = Glossary.load(path)
    assert (entry.source, entry.target, entry.note) == ("Conseil de l'Arctique", "Arctic Council", "un, deux")
    assert [f for f in check_files([[path]]) if f.code.startswith("E")] == []
