"""What glossaries match in a text: `python benchmarks/matches.py FILE.fr [FILE.en] [-g GLOSSARY]… [--lines]`.

Prints every distinct match (surface → rendering, glossary file:line) with its count, for a person to read. With the
reference translation, line by line, it also prints how often the reference holds the rendering or an admitted one;
entries that it holds in fewer than half of at least three places come first. Dates, numbers and other quantities are no
matches. `--lines` adds the first French line of each match, and its reference.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from translator import Glossary
from translator.glossary.entry import Entry
from translator.glossary.matcher import Matcher
from translator.glossary.verify import verify

FEWEST = 3
"""Occurrences from which a low share is worth a look."""

LOW = 0.5


@dataclass
class Match:
    """A surface form with its rendering, wherever it stands."""

    entry: Entry
    count: int = 0
    followed: int = 0
    example: tuple[str, str] = ("", "")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("french", type=Path, metavar="FILE.fr")
    parser.add_argument("english", type=Path, metavar="FILE.en", nargs="?")
    parser.add_argument("-g", "--glossary", action="append", help="a glossary instead of the bundled ones")
    parser.add_argument("--lines", action="store_true", help="show the first line of each match")
    options = parser.parse_args()
    french = _lines(options.french)
    english = _lines(options.english) if options.english else None
    if english is not None and len(english) != len(french):
        parser.error(f"{options.french} has {len(french)} lines and {options.english} has {len(english)}.")
    names = options.glossary
    glossary = Glossary.layered(map(Glossary.load, names)) if names else Glossary.bundled()
    matches = collected(Matcher(glossary), french, english)
    report(matches, french, compared=english is not None, lines=options.lines)
    return 0


def collected(matcher: Matcher, french: list[str], english: list[str] | None) -> dict[tuple[str, str], Match]:
    matches: dict[tuple[str, str], Match] = {}
    for n, line in enumerate(french):
        found = matcher.find(line)
        verdicts = verify(english[n], found) if english else [None] * len(found)
        for occurrence, verdict in zip(found, verdicts, strict=True):
            key = (line[occurrence.start : occurrence.end], occurrence.rendering)
            match = matches.setdefault(key, Match(occurrence.entry))
            match.count += 1
            match.followed += bool(verdict and verdict.status in ("followed", "admitted"))
            if not match.example[0] or (verdict and verdict.status == "missing"):
                match.example = (line, english[n] if english else "")
    return matches


def report(matches: dict[tuple[str, str], Match], french: list[str], *, compared: bool, lines: bool) -> None:
    by_entry: dict[Entry, list[int]] = defaultdict(lambda: [0, 0])
    for match in matches.values():
        by_entry[match.entry][0] += match.count
        by_entry[match.entry][1] += match.followed

    def is_low(entry: Entry) -> bool:
        count, followed = by_entry[entry]
        return compared and count >= FEWEST and followed < LOW * count

    def order(item: tuple[tuple[str, str], Match]) -> tuple[object, ...]:
        (surface, rendering), match = item
        entry = match.entry
        return (not is_low(entry), -by_entry[entry][0], entry.path, entry.line, -match.count, surface, rendering)

    for (surface, rendering), match in sorted(matches.items(), key=order):
        entry = match.entry
        share = f"{match.followed:4}/" if compared else ""
        mark = "!" if is_low(entry) else " "
        print(f"{mark}{share}{match.count:<5} {surface} → {rendering}   [{Path(entry.path).name}:{entry.line}]")
        if lines:
            print(*(f"        {line}" for line in match.example if line), sep="\n")
    total = sum(match.count for match in matches.values())
    print(f"{total} matches of {len(by_entry)} entries in {len(french)} lines", end="", file=sys.stderr)
    if compared:
        followed = sum(match.followed for match in matches.values())
        print(f"; the reference holds {followed} ({followed / max(total, 1):.1%})", end="", file=sys.stderr)
    print(file=sys.stderr)


def _lines(path: Path) -> list[str]:
    if not path.is_file():
        raise SystemExit(f"{path}: no such file. Name a text with a sentence on each line.")
    return path.read_text("utf-8").rstrip("\n").split("\n")


if __name__ == "__main__":
    sys.exit(main())
