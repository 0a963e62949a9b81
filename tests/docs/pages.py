"""The documentation as data: its pages, the blocks in them, and how shown output is compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), ROOT / "glossaries" / "SOURCES.md"]

_FENCE = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"(?:uv run )?(?:translator|python|pip|git)\b")


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, the file name after it, its text, and whether it follows on the block before."""

    language: str
    name: str
    text: str
    line: int
    follows: bool


@dataclass(frozen=True)
class Command:
    """A command and what the page says that it prints; None where it says nothing."""

    text: str
    shown: str | None
    line: int


def blocks_of(page: Path) -> list[Block]:
    """The fenced blocks of a page in order."""
    text, found, last = page.read_text("utf-8"), [], -1
    for match in _FENCE.finditer(text):
        language, _, name = match[1].strip().partition(" ")
        follows = last >= 0 and not text[last : match.start()].strip()
        found.append(Block(language, name, match[2], text.count("\n", 0, match.start()) + 1, follows))
        last = match.end()
    return found


def is_session(block: Block) -> bool:
    """Whether a block holds commands: marked `console`, or unmarked and beginning with one."""
    return block.language == "console" or (not block.language and bool(_COMMAND.match(block.text)))


def commands_of(block: Block) -> Iterator[Command]:
    """The commands of a session: all its lines, or those after `$ ` with what they print."""
    lines = block.text.splitlines()
    if not any(line.startswith("$ ") for line in lines):
        yield from (Command(line, None, block.line + n) for n, line in enumerate(lines, 1) if line.strip())
        return
    starts = [n for n, line in enumerate(lines) if line.startswith("$ ")]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield Command(lines[start][2:], "\n".join(lines[start + 1 : end]), block.line + start + 1)


def agrees(shown: str, printed: str) -> bool:
    """Whether what was printed is what is shown, where `…` stands for anything, also for several lines."""
    pattern = r"\s*.*?\s*".join(re.escape(part.strip()) for part in shown.split("…"))
    return re.fullmatch(pattern, printed.strip(), re.DOTALL) is not None
