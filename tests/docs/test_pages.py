"""Every command and every Python snippet of README and docs runs, and prints what the page says."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pytest
from not_run import NOT_RUN, NOT_RUN_PYTHON
from pages import PAGES, ROOT, Block, agrees, blocks_of, commands_of, is_session
from workspace import GIVEN, prepare, run, script

_WRITES = re.compile(r" (?:-o|--output|--report|--memory|--conflicts|install|remove)\b")
_DONE: set[str] = set()
"""Commands of earlier pages that write nothing and show nothing: once is enough."""


def _ids(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=_ids)
def test_what_the_page_shows_is_true(
    page: Path, starter_home: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocks = blocks_of(page)
    if not any(is_session(block) or block.language == "python" for block in blocks):
        return
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))
    prepare(tmp_path)
    names: dict[str, object] = {"__name__": "snippet", **GIVEN}
    for number, block in enumerate(blocks):
        if block.name and block.language != "help":
            Path(block.name).write_text(block.text, "utf-8")
        elif is_session(block):
            _run_session(page, block)
        elif block.language == "python" and not block.text.startswith(tuple(NOT_RUN_PYTHON)):
            printed = _run_python(page, block, names)
            after = blocks[number + 1] if number + 1 < len(blocks) else None
            if after and after.follows and after.language == "text" and not after.name:
                assert agrees(after.text, printed), f"{_ids(page)}:{block.line} printed:\n{printed}"


def _run_session(page: Path, block: Block) -> None:
    for command in commands_of(block):
        for part in re.sub(r"\s+# .*", "", command.text).split(" && "):
            if part in NOT_RUN or (part in _DONE and command.shown is None):
                continue
            printed = run(part)
            if command.shown is not None:
                assert agrees(command.shown, printed), f"{_ids(page)}:{command.line} printed:\n{printed}"
            elif not _WRITES.search(part):
                _DONE.add(part)


def _run_python(page: Path, block: Block, names: dict[str, object]) -> str:
    if "__main__" in block.text:
        return script(block.text)
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile("\n" * block.line + block.text, str(page), "exec"), names)
    return out.getvalue()


def test_what_is_not_run_is_in_a_page() -> None:
    commands = {
        part
        for page in PAGES
        for block in blocks_of(page)
        if is_session(block)
        for command in commands_of(block)
        for part in re.sub(r"\s+# .*", "", command.text).split(" && ")
    }
    assert set(NOT_RUN) <= commands


@pytest.mark.parametrize(
    ("shown", "printed", "expected"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\n…\n", "a\nb\nc\n", True),
        ("a\n…", "a\n", True),
        ("a … c", "a b c", True),
        ("a … c", "a b d", False),
        ("a", "a\nb", False),
        ("a.", "ab", False),
    ],
)
def test_shown_and_printed(shown: str, printed: str, expected: bool) -> None:
    assert agrees(shown, printed) is expected


def test_renderings_in_the_readme_are_in_the_example(tr: object) -> None:
    from translator import Translator

    assert isinstance(tr, Translator)
    t = tr.translate((ROOT / "examples" / "osce-stockholm.txt").read_text("utf-8"))
    readme = (ROOT / "README.md").read_text("utf-8")
    table = readme.partition("in the English |")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| ([^|*]+?) *(?:\*.*?\*)? \| ([^|]+) \|$", table, re.MULTILINE)
    assert len(rows) >= 6
    for french, english in rows:
        assert french.lower().removeprefix("plus de ") in t.source.lower(), french
        assert english in t.text, english
