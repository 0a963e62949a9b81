"""Whatever a command writes: the place that was named is the place that an error names, and nothing is half written."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from translator.cli.main import main

Run = Callable[..., tuple[int, str]]
GLOSSARY = "source,target\nroi,King\n"
FRENCH = "Le Comité des pêches siège. Le Comité des pêches (CDP) a voté. Le roi dort.\n" * 40

COMMANDS = {
    "translate": ("translate", "a.txt", "--no-bundled", "--beam-size", "1", "-o"),
    "report": ("translate", "a.txt", "--no-bundled", "--beam-size", "1", "-o", "b.txt", "--report"),
    "audit": ("audit", "a.txt", "a.txt", "--no-bundled", "-g", "g.csv", "--summary", "--report"),
    "export": ("glossary", "export", "g.csv", "-o"),
    "import": ("glossary", "import", "g.csv", "-o"),
    "merge": ("glossary", "merge", "g.csv", "g.csv", "h.csv", "-o"),
    "conflicts": ("glossary", "merge", "g.csv", "h.csv", "i.csv", "-o", "m.csv", "--conflicts"),
    "suggest": ("glossary", "suggest", "a.txt", "--no-bundled", "-o"),
}
SUFFIX = {"translate": ".txt", "report": ".json", "audit": ".json"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {
        "a.txt": FRENCH,
        "g.csv": GLOSSARY,
        "h.csv": GLOSSARY.replace("King", "king"),
        "i.csv": GLOSSARY.replace("King", "monarch"),
        "file": "",
    }.items():
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "taken.csv").mkdir()
    (tmp_path / "taken.json").mkdir()
    (tmp_path / "locked").mkdir()
    return tmp_path


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command in `folder`, with the starter model; gives the exit code and what stderr has."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(folder / "packages"))

    def command(*arguments: str) -> tuple[int, str]:
        return main(list(arguments)), capfd.readouterr().err

    return command


def tree(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


DONE = {"audit": 3, "conflicts": 1}
BEFORE = ["a.txt", "file", "g.csv", "h.csv", "i.csv", "locked", "taken.csv", "taken.json"]
PLACES = [
    ("nowhere/x", "there is no folder nowhere; make it, or name another place"),
    ("file/x", "file is a file, not a folder; name another place"),
    ("taken", "is a folder; name a file in it"),
]


# `translate` makes the folders of its output, and writes into one that is there.
CASES = [(c, *place) for c in COMMANDS for place in PLACES if c != "translate" or place[0] == "file/x"]


@pytest.mark.parametrize(("command", "place", "says"), CASES)
def test_place_that_cannot_be_written(run: Run, folder: Path, command: str, place: str, says: str) -> None:
    target = place + SUFFIX.get(command, ".csv")
    code, err = run(*COMMANDS[command], target)
    assert code == 1, err
    assert f"translator: {target}: cannot be written: {says}" in err
    assert ".part" not in err
    assert "Traceback" not in err
    assert [name for name in tree(folder) if name not in BEFORE] == []


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is locked for the superuser")
def test_locked_folder(run: Run, folder: Path, command: str) -> None:
    (folder / "locked").chmod(0o555)
    target = "locked/x" + SUFFIX.get(command, ".csv")
    code, err = run(*COMMANDS[command], target)
    assert code == 1
    assert f"translator: {target}: cannot be written: Permission denied; " in err


@pytest.mark.parametrize("command", COMMANDS)
def test_file_that_grows_too_large(
    folder: Path, command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a full disk does, which a test cannot have everywhere: the first bytes are taken and the last are not."""
    resource = pytest.importorskip("resource")
    target = "x" + SUFFIX.get(command, ".csv")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(folder / "packages"))
    small = {"translate": 1000, "report": 7000}.get(command, 8)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (small, before[1]))
    try:
        code = main([*COMMANDS[command], target])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    err = capsys.readouterr().err
    assert code == 1, err
    assert f"translator: {target}: " in err
    assert "File too large" in err
    assert "Traceback" not in err
    assert [name for name in tree(folder) if name not in BEFORE] == []


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_written_to_and_not_replaced(run: Run, folder: Path, command: str) -> None:
    target = folder / ("pipe" + SUFFIX.get(command, ".csv"))
    os.mkfifo(target)
    reader = subprocess.Popen(["cat", str(target)], stdout=subprocess.PIPE)
    code, err = run(*COMMANDS[command], target.name)
    out, _ = reader.communicate(timeout=60)
    assert (code, len(out) > 10) == (DONE.get(command, 0), True), err
    assert target.is_fifo()


@pytest.mark.parametrize("command", COMMANDS)
def test_a_link_stays_and_the_file_it_leads_to_is_written(run: Run, folder: Path, command: str) -> None:
    suffix = SUFFIX.get(command, ".csv")
    (folder / "locked" / f"real{suffix}").write_text("old", "utf-8")
    (folder / f"link{suffix}").symlink_to(folder / "locked" / f"real{suffix}")
    code, err = run(*COMMANDS[command], f"link{suffix}")
    assert code == DONE.get(command, 0), err
    assert (folder / f"link{suffix}").is_symlink()
    assert (folder / "locked" / f"real{suffix}").read_text("utf-8") != "old"
    assert [name for name in tree(folder) if "part" in name or ".translator" in name] == []


def test_no_room_for_the_temporary_file_of_a_page(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    resource = pytest.importorskip("resource")
    monkeypatch.chdir(folder)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    try:
        code = main([*COMMANDS["audit"], "x.html"])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert code == 1
    assert "a temporary file cannot be written: File too large; make room, or set TMPDIR" in capsys.readouterr().err
    assert [name for name in tree(folder) if name not in BEFORE] == []


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
@pytest.mark.parametrize("command", [("translate", "a.txt"), ("audit", "a.txt", "a.txt"), ("glossary", "show", "roi")])
def test_full_standard_output(folder: Path, command: tuple[str, ...]) -> None:
    arguments = [sys.executable, "-m", "translator", *command, "--no-bundled", "-g", "g.csv"]
    with open("/dev/full", "wb") as full:
        done = subprocess.run(arguments, cwd=folder, stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 1
    assert done.stderr.endswith("translator: standard output: No space left on device\n")
    assert "Exception" not in done.stderr


def test_file_in_the_place_of_the_state(run: Run, folder: Path) -> None:
    (folder / "taken.csv" / ".translator").touch()
    code, err = run("translate", "a.txt", "--no-bundled", "-o", "taken.csv")
    assert code == 1
    assert "translator: taken.csv: cannot be written: taken.csv/.translator is a file, where a folder has to be" in err
