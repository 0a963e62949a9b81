"""Nothing that a command reads is written over by what it writes beside its result."""

from __future__ import annotations

from pathlib import Path

import pytest

from translator.cli.main import main

TEXT = "Le roi dort.\n"
HERE = {
    "a.html": "<p>Le roi dort.</p>",
    "a.txt": TEXT,
    "b.txt": TEXT,
    "g.json": '[{"source": "roi", "target": "King"}]',
    "in/b.html": "<p>Il pleut.</p>",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in HERE.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "link.html").symlink_to("a.html")
    return tmp_path


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("translate a.html --report a.html", "a.html is read by this command, so --report cannot write over it"),
        ("translate a.html --report ./link.html", "a.html is read by this command, so --report"),
        ("translate link.html --report a.html", "link.html is read by this command, so --report"),
        ("translate in -o out --report in/b.html", "in/b.html is read by this command, so --report"),
        ("translate a.txt -g g.json --report g.json", "g.json is read by this command, so --report"),
        ("translate a.txt -g g.json --memory g.json", "g.json is read by this command, so --memory"),
        ("translate a.txt -g g.json -o g.json", "g.json is read by this command, so -o"),
        ("translate a.txt --memory a.txt", "a.txt is read by this command, so --memory"),
        ("translate in -o out --memory in/b.html", "in/b.html is read by this command, so --memory"),
        ("translate a.html -o c.html --report c.html", "c.html is written already by this command"),
        ("translate in -o out --report out/b.html", "out/b.html is written already by this command"),
        ("audit a.html b.txt --report a.html", "a.html is read by this command, so --report"),
        ("audit a.txt b.txt -g g.json --report g.json", "g.json is read by this command, so --report"),
        ("glossary suggest a.txt -o a.txt", "a.txt is read by this command, so -o"),
        ("glossary suggest a.txt -e b.txt -o b.txt", "b.txt is read by this command, so -o"),
        ("glossary suggest a.txt -g g.json -o g.json", "g.json is read by this command, so -o"),
        ("glossary export g.json -o g.json --format deepl", "g.json is read by this command, so -o"),
        ("translate a.txt -o ", "-o is empty"),
    ],
)
def test_refused(folder: Path, capsys: pytest.CaptureFixture[str], line: str, says: str) -> None:
    assert main(line.split(" ")) == 2
    assert says in capsys.readouterr().err
    assert {name: (folder / name).read_text("utf-8") for name in HERE} == HERE
    assert sorted(path.name for path in folder.iterdir()) == ["a.html", "a.txt", "b.txt", "g.json", "in", "link.html"]
