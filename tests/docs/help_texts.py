"""The help of every command, as docs/reference.md has it. `python tests/docs/help_texts.py` writes it there anew."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Iterator
from pathlib import Path

from translator.cli.main import _parser

REFERENCE = Path(__file__).parents[2] / "docs" / "reference.md"
_BLOCK = re.compile(r"^(```help (translator[a-z ]*)\n)(.*?)^```$", re.MULTILINE | re.DOTALL)


def help_texts() -> dict[str, str]:
    """Command → what it prints with `--help`, a hundred columns wide."""
    before = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = "100"
    try:
        return {parser.prog: parser.format_help() for parser in _parsers(_parser([]))}
    finally:
        if before is None:
            del os.environ["COLUMNS"]
        else:
            os.environ["COLUMNS"] = before


def shown() -> dict[str, str]:
    """Command → the help in the reference."""
    return {match[2]: match[3] for match in _BLOCK.finditer(REFERENCE.read_text("utf-8"))}


def words_of(text: str) -> list[str]:
    """A help text without its line breaks, and with options as Python 3.13 writes them (`-o, --output OUT`)."""
    return re.sub(r"(-\w) ([A-Z]+), (--[\w-]+ \2)", r"\1, \3", " ".join(text.split())).split()


def write() -> None:
    """Write the help texts into the reference, in the place of those that it has."""
    texts = help_texts()
    page = _BLOCK.sub(lambda match: f"{match[1]}{texts[match[2]]}```", REFERENCE.read_text("utf-8"))
    REFERENCE.write_text(page, "utf-8")


def _parsers(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for one in action.choices.values():
                yield from _parsers(one)


if __name__ == "__main__":
    write()
