"""The reference is what the program says of itself, and the pages hang together."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from help_texts import help_texts, shown, words_of
from pages import PAGES, ROOT, blocks_of, commands_of

import translator
from translator import errors
from translator.glossary.bundled import bundled_paths
from translator.glossary.check import CODES
from translator.glossary.entry import COLUMNS, KINDS

_LINK = re.compile(r"\]\(([^()\s]+)\)")


def _text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("command", help_texts())
def test_help_is_what_is_printed(command: str) -> None:
    have = shown()
    assert command in have, f"docs/reference.md lacks a block ```help {command}"
    assert words_of(have[command]) == words_of(help_texts()[command]), "run: python tests/docs/help_texts.py"


def test_no_command_is_invented() -> None:
    assert set(shown()) == set(help_texts())


def test_the_readme_has_the_two_commands() -> None:
    commands = [command.text for block in blocks_of(ROOT / "README.md") for command in commands_of(block)]
    assert "pip install uv && uv run translator translate examples/osce-stockholm.txt" in commands
    assert "uv run pytest" in commands


def test_every_public_name_is_in_the_reference() -> None:
    assert set(translator.__all__) <= set(re.findall(r"`(\w+)", _text("docs/reference.md").partition("## Python")[2]))


def test_every_error_is_in_the_tutorial() -> None:
    classes = {name for name in translator.__all__ if isinstance(getattr(errors, name, None), type)}
    assert classes - {"Error"} <= set(re.findall(r"\| `(\w+)`", _text("docs/tutorial-programmers.md")))


def test_every_code_column_and_kind_is_explained() -> None:
    assert set(CODES) == set(re.findall(r"^### (\w+) —", _text("docs/glossary-checks.md"), re.MULTILINE))
    first_cells = re.findall(r"^\|([^|]*)\|", _text("docs/glossary-format.md"), re.MULTILINE)
    assert set(COLUMNS) <= set(re.findall(r"`(\w+)`", "".join(first_cells)))
    assert set(KINDS) <= set(re.findall(r"`(\w+)`", _text("docs/glossary-format.md")))


def test_every_bundled_glossary_names_its_sources() -> None:
    table = _text("glossaries/SOURCES.md")
    assert [path.name for path in bundled_paths() if f"`{path.name}`" not in table] == []
    named = set(re.findall(r"`(\w+\.csv)`", table))
    assert named == {path.name for path in bundled_paths()}


@pytest.mark.parametrize("page", [*PAGES, ROOT / "CHANGELOG.md"], ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for link in _LINK.findall(re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)):
        if link.startswith(("http:", "https:")):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path) if path else page
        assert target.is_file(), f"{page.name}: {link}"
        if anchor:
            headings = re.findall(r"^#+ (.*)$", target.read_text("utf-8"), re.MULTILINE)
            assert anchor in {_anchor(heading) for heading in headings}, f"{page.name}: {link}"


def test_every_page_is_in_the_index() -> None:
    index = _text("docs/index.md")
    assert [p.name for p in (ROOT / "docs").glob("*.md") if p.name != "index.md" and f"]({p.name})" not in index] == []


def _anchor(heading: str) -> str:
    """The anchor that GitHub gives a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
