"""The command as people meet it: what goes to stdout, to stderr, and which exit code."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest

from translator.batch.outcome import DocumentOutcome, violations
from translator.cli import translate
from translator.cli.main import main
from translator.engine.package import bundled_package
from translator.result import Segment, Translation


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture
def run(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Run:
    """Run the command in this process, with the starter model and no bundled glossaries."""
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path_factory.mktemp("packages")))

    def command(*arguments: object, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(stdin)))
        capfdbinary.readouterr()
        code = main(["translate", "--no-bundled", "--beam-size", "1", *map(str, arguments)])
        found = capfdbinary.readouterr()
        return Result(code, found.out.decode(), found.err.decode("utf-8", "replace"))

    return command


@pytest.fixture
def glossary(tmp_path: Path) -> Path:
    path = tmp_path / "own.csv"
    path.write_text("source,target,kind\nOTAN,NATO,institution\n", "utf-8")
    return path


def script(*arguments: str) -> Sequence[str]:
    return [sys.executable, "-m", "translator", "translate", "--no-bundled", "--beam-size", "1", *arguments]


def test_standard_input_to_standard_output(run: Run, glossary: Path) -> None:
    result = run("-g", glossary, stdin=b"L'OTAN reste.\n\n\nIl pleut.\n")
    assert result.code == 0
    assert result.out.startswith("NATO ")
    assert result.out.count("\n") == 4
    assert result.err.splitlines() == [line for line in result.err.splitlines() if line.startswith("translator: using")]


def test_one_file(run: Run, tmp_path: Path, glossary: Path) -> None:
    source, target = tmp_path / "a.txt", tmp_path / "b.txt"
    source.write_text("L'OTAN reste.\n", "utf-8")
    shown = run(source, "-g", glossary)
    assert (shown.code, run(source, "-g", glossary, "-o", target).code) == (0, 0)
    assert target.read_text("utf-8") == shown.out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt", "own.csv"]


def test_file_into_an_existing_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Il pleut.\n", "utf-8")
    (tmp_path / "out").mkdir()
    assert run(tmp_path / "a.txt", "-o", tmp_path / "out").code == 0
    assert run(tmp_path / "a.txt", "-o", f"{tmp_path}/new/").code == 0
    assert (tmp_path / "out" / "a.txt").read_bytes() == (tmp_path / "new" / "a.txt").read_bytes()


def test_bad_documents_are_named_and_the_rest_is_done(run: Run, tmp_path: Path) -> None:
    root = tmp_path / "in"
    root.mkdir()
    (root / "a.txt").write_text("Il pleut.\n", "utf-8")
    (root / "latin.txt").write_bytes(b"\xc9t\xe9\n")
    (root / "nul\n.txt").write_bytes(b"a\0b")
    (root / "empty.txt").write_bytes(b"")
    (root / "z.txt").write_text("Il neige.\n", "utf-8")
    result = run(root, "-o", tmp_path / "out")
    assert result.code == 1
    assert f"translator: {root}/latin.txt:1: byte 0xC9 is not UTF-8" in result.err
    assert "nul\\n.txt:1: has a NUL byte" in result.err
    assert result.out == ""
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == [".translator", "a.txt", "empty.txt", "z.txt"]
    assert (tmp_path / "out" / "empty.txt").read_bytes() == b""
    again = run(root, "-o", tmp_path / "out")
    assert (again.code, again.err) == (1, result.err)


@pytest.mark.parametrize("jobs", [1, 2])
def test_threads_change_nothing_but_the_speed(run: Run, tmp_path: Path, jobs: int) -> None:
    (tmp_path / "a.txt").write_text("Il pleut.\nLe chien dort devant la gare.\n" * 50, "utf-8")
    plain = run(tmp_path / "a.txt")
    shown = run(tmp_path / "a.txt", "--threads", 1, "--jobs", jobs)
    assert (shown.code, shown.out) == (0, plain.out)


def test_compute_type(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Il pleut.\n", "utf-8")
    result = run(tmp_path / "a.txt", "--compute-type", "float32", "--report", tmp_path / "r.json")
    assert result.code == 0
    assert "float32" in json.loads((tmp_path / "r.json").read_text("utf-8"))["signature"]


def test_field_and_format(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "a.data"
    source.write_text('{"a": "Il pleut.", "b": "Il pleut.", "n": 1.50}\nnot json\n', "utf-8")
    result = run(source, "--format", "jsonl", "--field", "a")
    assert result.code == 1
    assert result.out.endswith(', "b": "Il pleut.", "n": 1.50}\nnot json\n')
    assert not result.out.startswith('{"a": "Il pleut."')
    assert f"{source}:2: not a JSON object" in result.err


def test_strict(run: Run) -> None:
    assert run("--strict", stdin=b"Il pleut.\n").code == 0


@pytest.mark.parametrize(
    ("outcome", "strict", "code"),
    [
        ({}, True, 0),
        ({"violations": 2}, True, 3),
        ({"violations": 2}, False, 0),
        ({"violations": 2, "refused": 1}, True, 1),
        ({"state": "failed"}, False, 1),
        ({"state": "unchanged", "violations": 1}, True, 3),
    ],
)
def test_exit_codes(outcome: dict[str, object], strict: bool, code: int) -> None:
    tally = translate._Tally()
    tally.add(DocumentOutcome(**{"name": "a", "output": "b", "state": "translated", **outcome}))  # type: ignore[arg-type]
    assert tally.exit_code(strict=strict) == code


def test_warnings_are_violations() -> None:
    clean = Segment("a", "b")
    warned = Segment("a", "b", warnings=("number missing: 3", "term missing: x → y"))
    assert violations([Translation("a", "b", (clean,)), Translation("a", "b", (warned, clean, warned))]) == 4


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["missing.txt"], 1, "missing.txt: no such file"),
        (["a.txt", "b.txt"], 2, "need an output folder: name one with -o"),
        (["in"], 2, "need an output folder"),
        (["in", "-o", "in"], 2, "is the output folder as well"),
        (["in", "-o", "a.txt"], 2, "is a file; name a folder"),
        (["a.txt", "-", "-o", "out"], 2, "cannot be mixed"),
        (["-", "-o", "in"], 2, "needs a file name"),
        (["a.txt", "-o", "a.txt"], 2, "written over itself"),
        (["a.txt", "--jobs", "0"], 2, "--jobs must be 1 or more"),
        (["a.txt", "--beam-size", "0"], 2, "beam_size is 0"),
        (["a.txt", "--threads", "-1"], 2, "threads is -1"),
        (["a.txt", "--compute-type", "int7"], 2, "--compute-type is int7, but this machine has: default, auto, "),
        (["a.txt", "--compute-type", ""], 2, "this machine has: default, auto, "),
        (["a.txt", "--format", "pdf"], 2, "unknown format 'pdf'"),
        (["a.txt", "--report", "r.pdf"], 2, "a report is .html or .json"),
        (["a.txt", "--model", "cut.argosmodel"], 1, "cut.argosmodel"),
        (["a.txt", "-g", "broken.csv"], 1, "broken.csv:3: "),
        (["a.txt", "-g", "missing.csv"], 1, "missing.csv"),
        (["empty", "-o", "out"], 2, "there is nothing to translate"),
        (["picture.png"], 1, ".png files are not read"),
        (["a.txt", "-o", "nowhere/b.txt"], 0, ""),
        (["a.txt", "-o", "a.txt/b.txt"], 1, "a.txt/b.txt"),
        (["a.txt", "--memory", "in"], 2, "is a folder"),
    ],
)
def test_what_is_refused(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("in", "empty"):
        (tmp_path / name).mkdir()
    for name in ("a.txt", "b.txt", "in/a.txt", "picture.png"):
        (tmp_path / name).write_text("Il pleut.\n", "utf-8")
    whole = bundled_package().path
    data = whole.read_bytes() if whole.is_file() else b"PK\x03\x04"
    (tmp_path / "cut.argosmodel").write_bytes(data[: len(data) // 2])
    (tmp_path / "broken.csv").write_text("source,target,status\na,b,\nc,d,nonsense\n", "utf-8")
    result = run(*arguments)
    assert (result.code, message in result.err) == (code, True), result.err
    assert "Traceback" not in result.err
    assert (tmp_path / "a.txt").read_text("utf-8") == "Il pleut.\n"


def test_report(run: Run, tmp_path: Path, glossary: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a", "b"):
        (tmp_path / "in" / f"{name}.txt").write_text(f"L'OTAN reste {name}.\n", "utf-8")
    run(tmp_path / "in", "-o", tmp_path / "out", "-g", glossary)
    for name in ("r.html", "r.json"):
        assert run(tmp_path / "in", "-o", tmp_path / "out", "-g", glossary, "--report", tmp_path / name).code == 0
        text = (tmp_path / name).read_text("utf-8")
        assert "a.txt" in text
        assert "b.txt" in text
        assert "NATO" in text


def test_damaged_memory_is_a_notice(run: Run, tmp_path: Path) -> None:
    (tmp_path / "m.sqlite").write_bytes(b"no database" * 100)
    result = run("--memory", tmp_path / "m.sqlite", stdin=b"Il pleut.\n")
    assert result.code == 0
    assert "translator: " in result.err
    assert "m.sqlite.damaged" in result.err


def test_reader_that_goes_away(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Il pleut.\n" * 20_000, "utf-8")
    with subprocess.Popen(script(str(tmp_path / "a.txt")), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline()
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
        assert process.wait() == 0


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_interrupt(tmp_path: Path, jobs: str) -> None:
    (tmp_path / "in").mkdir()
    for number in range(200):
        (tmp_path / "in" / f"{number:03}.txt").write_text(f"Il reste {number} chiens à la gare.\n" * 250, "utf-8")
    command = script(str(tmp_path / "in"), "-o", str(tmp_path / "out"), "--jobs", jobs)
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as process:
        deadline = time.monotonic() + 60
        while not list(tmp_path.glob("out/*.txt")) and time.monotonic() < deadline:
            time.sleep(0.05)
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Traceback" not in err.decode()
    assert "give the same command again" in err.decode()
    assert err.decode().endswith("translator: interrupted\n")
    assert not list(tmp_path.glob("out/.translator/parts/*"))


def test_helpers_of_the_command_are_found_by_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert callable(translate.run)
    with pytest.raises(SystemExit):
        main(["translate", "--help"])
    assert "--report FILE" in capsys.readouterr().out
