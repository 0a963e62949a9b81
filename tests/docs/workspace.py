"""The files that the commands of the documentation speak of, small ones, made anew for each page."""

from __future__ import annotations

import contextlib
import io
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from pages import ROOT

from translator.cli.main import main
from translator.engine.package import bundled_package

_HEADER = "source,target,kind\n"
_ROWS = {
    "newsroom.csv": "Cercle des traducteurs de Gaspé,Gaspé Translators' Circle,institution\n",
    "house.csv": "mairie de Gaspé,Gaspé Town Hall,institution\n",
    "last-year.csv": "mairie de Gaspé,Gaspé City Hall,institution\n",
    "base.csv": "mairie de Gaspé,Gaspé City Hall,institution\n",
    "ours.csv": "mairie de Gaspé,Gaspé Town Hall,institution\n",
    "theirs.csv": "mairie de Gaspé,Gaspé Municipality,institution\n",
}
_FRENCH, _ENGLISH = "L'OTAN a répondu.\nLa Suède aussi.\n", "NATO has responded.\nSo has Sweden.\n"
_TEXTS = {
    "article.txt": _FRENCH,
    "another.txt": "L'Ukraine a répondu.\n",
    "archive.txt": _FRENCH,
    "article.fr.txt": _FRENCH,
    "article.en.txt": _ENGLISH,
    "unpc-dev.fr": _FRENCH,
    "unpc-dev.en": _ENGLISH,
    "articles/one.txt": "L'OTAN a répondu.\n",
    "articles/two.md": "# L'Ukraine\n\nElle a répondu.\n",
    "page.html": "<p>L'<b>OTAN</b> a répondu.</p>\n",
    "items.jsonl": '{"id": 1, "title": "L\'OTAN", "body": "L\'OTAN a répondu."}\n',
    "pairs.tsv": "fr\ten\nL'OTAN a répondu.\tNATO has responded.\n",
    "memory.txt": "mairie de Gaspé\tGaspé Town Hall\n",
    "memory.tmx": '<tmx version="1.4"><header srclang="fr"/><body><tu><tuv xml:lang="fr"><seg>Il pleut.</seg></tuv>'
    '<tuv xml:lang="en"><seg>It is raining.</seg></tuv></tu></body></tmx>\n',
    "report.xlf": '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="fr" '
    'target-language="en" datatype="plaintext" original="a"><body><trans-unit id="1"><source>Il pleut.</source>'
    "<target>It is raining.</target></trans-unit></body></file></xliff>\n",
}
GIVEN = {"french_texts": _FRENCH.splitlines()}
"""Names that Python snippets take for given."""

_EXIT_CODES = {"audit": {0, 3}, "check": {0, 3}, "merge": {0, 1}}
"""Exit codes, other than 0 alone, that a command may have: violations and conflicts are what it is there to find."""


def prepare(folder: Path) -> None:
    """Fill an empty folder, the current one, with all files that commands of any page read."""
    shutil.copytree(ROOT / "examples", folder / "examples")
    for name, text in {**{name: _HEADER + rows for name, rows in _ROWS.items()}, **_TEXTS}.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    shutil.copy(bundled_package().path, folder / "translate-fr_en-1_9.argosmodel")
    run("translator glossary export newsroom.csv -o termbase.tbx")
    run("git init --quiet")


def run(command: str) -> str:
    """Run a command in this process if it is one of ours, else in a shell; what it printed, both streams in order.

    Raises `AssertionError` for an exit code that the command should not have.
    """
    words = shlex.split(command.removeprefix("uv run "), comments=True)
    if words[:3] == ["python", "-m", "translator"]:
        words = ["translator", *words[3:]]
    if words[0] != "translator" or {"|", ">", "<", ">>"} & set(words):
        return _in_a_shell(command.removeprefix("uv run "))
    out = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)
    stdin, sys.stdin = sys.stdin, io.TextIOWrapper(io.BytesIO(_FRENCH.encode()), "utf-8")
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            code = main(words[1:])
    finally:
        sys.stdin = stdin
    printed = _read(out)
    expected = _EXIT_CODES.get(words[2] if words[1] == "glossary" else words[1], {0})
    assert code in expected, f"{command}: {code}: {printed}"
    return printed


def script(text: str) -> str:
    """Run a Python program of its own; what it printed."""
    Path("script.py").write_text(text, "utf-8")
    return _finished([sys.executable, "script.py"])


def _in_a_shell(command: str) -> str:
    return _finished(["bash", "-c", command])


def _finished(command: list[str]) -> str:
    who = {f"GIT_{one}_{what}": "a@example.org" for one in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    done = subprocess.run(
        command, env={**os.environ, **who, "PATH": path}, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, f"{command}: {done.returncode}: {done.stderr}"
    return done.stdout


def _read(out: io.TextIOWrapper) -> str:
    out.flush()
    text = out.buffer.getvalue().decode() if isinstance(out.buffer, io.BytesIO) else ""
    return "".join(line for line in text.splitlines(True) if "using the small starter model" not in line)
