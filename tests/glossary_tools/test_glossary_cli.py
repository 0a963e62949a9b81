from __future__ import annotations

import json
from pathlib import Path

import pytest

from translator.cli.main import main

GOOD = (
    "source,target,kind,examples\n"
    "Conseil de l'Arctique,Arctic Council,institution,Le Conseil de l'Arctique siège. => Arctic Council\n"
)
BAD = "source,target,kind\nConseil de l'Arctique,,institution\nchat noir,black cat,trem\n"


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.csv").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.csv").write_text(BAD, encoding="utf-8")
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["glossary", *arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_check(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "check", "bad.csv")
    assert code == 3
    assert out.splitlines()[0] == "bad.csv:2: E101 target is empty"
    assert out.splitlines()[1].startswith("bad.csv:3: E102 unknown kind 'trem'. Did you mean 'term'?")
    assert err == "2 errors, 0 warnings in 1 files\n"
    assert run(capsys, "check", "bad.csv", "--ignore", "E101,E102") == (0, "", "0 errors, 0 warnings in 1 files\n")
    assert run(capsys, "check", "good.csv")[:2] == (0, "")
    code, out, _ = run(capsys, "check", "bad.csv", "good.csv", "--select", "E101", "--output", "json")
    assert code == 3
    assert json.loads(out) == [
        {"code": "E101", "severity": "error", "message": "target is empty", "path": "bad.csv", "line": 2,
         "source": "Conseil de l'Arctique", "target": ""}
    ]  # fmt: skip


def test_check_against_a_text(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (files / "text.txt").write_text("Le chat noir dort.\n" * 9, encoding="utf-8")
    (files / "cat.csv").write_text("source,target\nchat noir,black cat\n", encoding="utf-8")
    code, out, _ = run(capsys, "check", "cat.csv", "--against", "text.txt")
    assert (code, out.count("W203")) == (0, 1)


def test_usage(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "check", "good.csv", "--select", "E900")
    assert (code, "unknown code 'E900'" in err) == (2, True)
    code, _, err = run(capsys, "export", "good.csv", "-o", "x.tbx", "--format", "tbxx")
    assert (code, "Did you mean 'tbx'" in err) == (2, True)
    code, _, err = run(capsys, "import", "none.tbx", "-o", "x.csv")
    assert (code, "none.tbx: cannot be read" in err) == (1, True)


def test_import_and_export(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "export", "good.csv", "-o", "out.csv", "--format", "deepl")
    assert (code, out) == (0, "")
    assert "columns that the format cannot hold: kind (1 rows), examples (1 rows)" in err
    assert (files / "out.csv").read_text(encoding="utf-8") == "Conseil de l'Arctique,Arctic Council,FR,EN\n"
    assert run(capsys, "export", "good.csv", "-o", "out.tbx")[0] == 0
    assert run(capsys, "import", "out.tbx", "-o", "back.csv")[0] == 0
    assert run(capsys, "diff", "good.csv", "back.csv") == (0, "", "")
    code, out, err = run(capsys, "import", "out.csv", "--format", "deepl")
    assert out.splitlines()[1].startswith("Conseil de l'Arctique,Arctic Council,")
    assert err == "1 entries imported\n"


def test_languages(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (files / "terms.csv").write_text("es,de\ngato negro,schwarze Katze\n", encoding="utf-8")
    code, _, err = run(capsys, "import", "terms.csv")
    assert (code, "languages of the file: de, es" in err) == (1, True)
    code, out, _ = run(capsys, "import", "terms.csv", "--from", "es", "--to", "de")
    assert (code, "gato negro,schwarze Katze" in out) == (0, True)


def test_merge_and_diff(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (files / "ours.csv").write_text(GOOD.replace("Arctic Council,", "Council of the Arctic,"), encoding="utf-8")
    (files / "theirs.csv").write_text(GOOD.replace("Arctic Council,", "the Arctic Council,"), encoding="utf-8")
    code, out, err = run(capsys, "merge", "good.csv", "ours.csv", "theirs.csv", "-o", "merged.csv")
    assert (code, out) == (1, "")
    assert "1 conflicts" in err
    conflicts = files / "merged.csv.conflicts.csv"
    conflicts.write_text(conflicts.read_text(encoding="utf-8").rstrip("\n") + "theirs\n", encoding="utf-8")
    arguments = ("good.csv", "ours.csv", "theirs.csv", "-o", "merged.csv", "--decisions", conflicts.name)
    assert run(capsys, "merge", *arguments) == (0, "", "")
    assert run(capsys, "diff", "theirs.csv", "merged.csv") == (0, "", "")
    code, out, _ = run(capsys, "diff", "good.csv", "merged.csv", "--output", "json")
    (change,) = json.loads(out)
    assert change["change"] == "changed"
    assert change["columns"] == {"target": {"old": "Arctic Council", "new": "the Arctic Council"}}


def test_merge_as_git_calls_it(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in (".merge_file_a", ".merge_file_b", ".merge_file_c"):
        (files / name).write_text(GOOD, encoding="utf-8")
    code, _, _ = run(capsys, "merge", ".merge_file_a", ".merge_file_b", ".merge_file_c", "-o", ".merge_file_b")
    assert (code, (files / ".merge_file_b").read_text(encoding="utf-8")) == (0, GOOD)


def test_show(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "show", "le Conseil de l'Arctique", "--no-bundled", "-g", "good.csv")
    assert code == 0
    assert "wins   Conseil de l'Arctique → Arctic Council  [institution, preferred]" in out
    assert "good.csv:2" in out
    code, out, _ = run(capsys, "show", "OTAN", "--output", "json")
    assert any(item["wins"] and item["source"] for item in json.loads(out))
    code, _, err = run(capsys, "show", "OTAN", "--no-bundled")
    assert (code, "--no-bundled leaves no glossary" in err) == (2, True)


def test_stats(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "stats", "good.csv")
    assert (code, out.splitlines()[0]) == (0, "      1  entries")
    code, out, _ = run(capsys, "stats", "--output", "json")
    assert json.loads(out)["entries"] > 10_000


def test_examples(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "test", "good.csv", "--match-only", "--no-bundled") == (0, "", "1 of 1 examples pass\n")
    (files / "poor.csv").write_text(GOOD.replace("=> Arctic Council", "=> Polar Board"), encoding="utf-8")
    code, out, err = run(capsys, "test", "poor.csv", "--no-bundled")
    assert (code, err) == (3, "0 of 1 examples pass\n")
    assert out.startswith("poor.csv:2: Le Conseil de l'Arctique siège.: wanted 'Polar Board', got ")
