"""Standard input, output and error as a shell may leave them: closed, a pipe, the wrong encoding."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the shell of POSIX is needed")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("Le roi dort.\n", "utf-8")
    (tmp_path / "g.csv").write_text("source,target\nroi,King\n", "utf-8")
    return tmp_path


def shell(folder: Path, line: str, stdin: bytes = b"") -> tuple[int, str, str]:
    """What a shell makes of a line in which `T` is the command, with the starter model."""
    run = f'T() {{ "{sys.executable}" -m translator "$@"; }}; {line}'
    environment = {**os.environ, "ARGOS_PACKAGES_DIR": str(folder / "packages")}
    done = subprocess.run(["/bin/sh", "-c", run], cwd=folder, input=stdin, capture_output=True, env=environment)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


TRANSLATE = "T translate --no-bundled --beam-size 1 -g g.csv"


@pytest.mark.parametrize(
    ("line", "code", "out", "err"),
    [
        (f"{TRANSLATE} - <&-", 0, "", ""),
        (f"{TRANSLATE} a.txt >&-", 1, "", "translator: standard output: Bad file descriptor\n"),
        ("T glossary show roi --no-bundled -g g.csv >&-", 1, "", "translator: standard output: Bad file descriptor\n"),
        (f"{TRANSLATE} a.txt -o b.txt >&-", 0, "", ""),
        (f"{TRANSLATE} a.txt 2>&-", 0, "King", ""),
        ("T translate none.txt 2>&-", 1, "", ""),
        (f"{TRANSLATE} a.txt -o /dev/stdout | cat", 0, "King", ""),
        (f"{TRANSLATE} a.txt -o /dev/stdout > c.txt; cat c.txt", 0, "King", ""),
        ("T glossary export g.csv --format csv -o /dev/stdout | cat", 0, "source,target\n", ""),
        (f"mkfifo pipe; cat a.txt > pipe & {TRANSLATE} pipe", 0, "King", ""),
        (f"mkfifo pipe; cat a.txt > pipe & {TRANSLATE} pipe -o b.txt; cat b.txt", 0, "King", ""),
        (f"cat a.txt | {TRANSLATE} /dev/stdin", 0, "King", ""),
        (f"{TRANSLATE} /dev/null", 0, "", ""),
        (
            f"mkfifo pipe; {TRANSLATE} a.txt pipe -o out",
            1,
            "",
            "translator: pipe: cannot be read: is a pipe or a device; translate it by itself, or as standard input\n",
        ),
        ("T glossary stats places | head -n 1", 0, "entries\n", ""),
        ("T glossary export places --format csv -o /dev/stdout | head -n 1", 0, "source,", ""),
    ],
)
def test_streams(folder: Path, line: str, code: int, out: str, err: str) -> None:
    found = shell(folder, line)
    said = [
        one for one in found[2].splitlines(keepends=True) if "starter model" not in one and "written from" not in one
    ]
    assert (found[0], out in found[1], "".join(said)) == (code, True, err), found
    assert out or not found[1]


def test_standard_input_in_another_encoding(folder: Path) -> None:
    code, out, err = shell(folder, TRANSLATE, "L'été.\n".encode("latin-1"))
    assert (code, out) == (1, "")
    assert "translator: <stdin>:1: byte 0xE9 is not UTF-8" in err
    assert err.endswith("convert it first: … | iconv -f WINDOWS-1252 -t UTF-8 | translator translate -\n")
