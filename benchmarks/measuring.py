"""What the benchmarks share: texts, clocks, lines of a table with their goals."""

from __future__ import annotations

import argparse
import os
import platform
import re
import resource
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

EVAL = Path(__file__).parents[2] / "shared/eval"
"""Parallel texts, one sentence a line: the folder beside the repository. Not part of it, not for training."""

ARTICLE = 25
"""Sentences of an article."""


@dataclass
class Clock:
    """Seconds added up over several calls: of the wall, of the processor (all threads), of this thread alone."""

    wall: float = 0.0
    cpu: float = 0.0
    own: float = 0.0
    words: int = 0

    def run(self, work: Callable[[], Any], words: int = 0) -> Any:
        """Do the work, add its time and return its result."""
        wall, cpu, own = time.perf_counter(), time.process_time(), time.thread_time()
        result = work()
        self.wall += time.perf_counter() - wall
        self.cpu += time.process_time() - cpu
        self.own += time.thread_time() - own
        self.words += words
        return result


@dataclass(frozen=True)
class Row:
    """A line of the table: what was measured, the figure, its goal, and how it came about. `met` None: not judged."""

    what: str
    figure: str
    goal: str
    met: bool | None
    how: str = ""


def lines_of(name: str, count: int | None, *, folder: Path, skip: int = 0) -> list[str]:
    """Lines of a text of `folder`; blank ones left out."""
    lines = [line for line in (folder / name).read_text("utf-8").split("\n") if line.strip()]
    return lines[skip : None if count is None else skip + count]


def pairs_of(name: str, count: int | None, *, folder: Path) -> tuple[list[str], list[str]]:
    """French and English lines of a parallel text."""
    french = (folder / f"{name}.fr").read_text("utf-8").split("\n")
    english = (folder / f"{name}.en").read_text("utf-8").split("\n")
    both = [(f, e) for f, e in zip(french, english, strict=True) if f.strip() and e.strip()][:count]
    return [f for f, _ in both], [e for _, e in both]


def articles_of(lines: Sequence[str]) -> list[str]:
    """Articles of 25 lines, each line a paragraph."""
    return ["\n".join(lines[at : at + ARTICLE]) for at in range(0, len(lines), ARTICLE)]


def words_of(lines: Sequence[str]) -> int:
    """The number of words, between spaces."""
    return sum(len(line.split()) for line in lines)


def cores() -> int:
    """The number of processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def peak_mb() -> float:
    """The most memory that this process has held, in MB."""
    status = Path("/proc/self/status")
    if status.exists():
        # The figure of getrusage begins at what the parent held when it started this process.
        return int(re.findall(r"VmHWM:\s*(\d+)", status.read_text())[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 1024)


def here() -> str:
    """The date, the machine and the versions that figures belong to."""
    import ctranslate2

    load = os.getloadavg()[0]
    return (
        f"{date.today()}; {_processor()}, {cores()} cores, load {load:.1f}; {platform.system()}, "
        f"Python {platform.python_version()}, CTranslate2 {ctranslate2.__version__}"
    )


def _processor() -> str:
    try:
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith(("model name", "Model")):
                return line.partition(":")[2].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def table(rows: Sequence[Row]) -> str:
    """The rows in columns."""
    widths = [max(len(getattr(row, name)) for row in rows) for name in ("what", "figure", "goal")]
    marks = {True: "met", False: "MISSED", None: "-"}
    lines = [
        f"{row.what:{widths[0]}}  {row.figure:>{widths[1]}}  {row.goal:>{widths[2]}}  {marks[row.met]:6}  {row.how}"
        for row in rows
    ]
    return "\n".join(line.rstrip() for line in lines)


def add_common(parser: argparse.ArgumentParser) -> None:
    """The options that all benchmarks have."""
    parser.add_argument("--model", help="package to measure (default: the installed one, else the starter model)")
    parser.add_argument("--eval", type=Path, default=EVAL, metavar="FOLDER", help="parallel texts (%(default)s)")
