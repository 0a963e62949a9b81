"""Where the terms of the bundled glossaries stand in sentence pairs, for training on marked-up terms.

    python training/markup.py FOLDER

For each `FOLDER/*.tsv` (French, tab, English) a file with the suffix `.terms` is written: a line of JSON for each pair,
a list of `[start, end, start, end]`, the characters of a French term and of its rendering if the English holds it once.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

from translator import Glossary
from translator.glossary.matcher import Matcher


def main() -> None:
    """Write the files of the folder that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    matcher = Matcher(Glossary.bundled())
    for path in sorted(parser.parse_args().folder.glob("*.tsv")):
        pairs = (line.split("\t") for line in path.read_text("utf-8").splitlines())
        found = [json.dumps(spans(matcher, *pair)) if len(pair) == 2 else "[]" for pair in pairs]
        path.with_suffix(".terms").write_text("\n".join(found) + "\n", "utf-8")


def spans(matcher: Matcher, french: str, english: str) -> list[list[int]]:
    """The terms of a pair whose rendering stands in the English, once."""
    found = []
    for one in matcher.find(french):
        places = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(one.rendering)}(?!\w)", english)]
        if len(places) == 1:
            found.append([one.start, one.end, *places[0]])
    return found


if __name__ == "__main__":
    main()
