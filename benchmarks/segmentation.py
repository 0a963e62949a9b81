"""Precision, recall and F1 of sentence boundaries: `python benchmarks/segmentation.py [FILE.fr…] [--errors]`.

The lines of each file that end in sentence punctuation are joined by a space into paragraphs of ten. A boundary is the
end of a line inside a paragraph (its last end, which no splitter can miss, is not counted). Lines that hold several
sentences are left as they are: a boundary found inside one counts as false. `--errors` prints all errors in context.
Without a file it measures newstest2013.fr of `shared/eval`, the folder beside the repository. Exits with 1 if F1 is
under 0.98 anywhere.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from pathlib import Path

from translator.text.sentences import split_sentences

ENDED = re.compile(r'[.!?…»"”]$')
LINES_PER_PARAGRAPH = 10
REQUIRED_F1 = 0.98
NEWSTEST = Path(__file__).parents[2] / "shared/eval/newstest2013.fr"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", default=[NEWSTEST], type=Path, metavar="FILE")
    parser.add_argument("--errors", action="store_true", help="print the boundaries missed (-) and false (+)")
    options = parser.parse_args()
    print(f"{'file':24}{'lines':>7}{'bounds':>8}{'found':>7}{'precision':>11}{'recall':>8}{'F1':>8}{'MB/s':>7}")
    lowest = 1.0
    for path in options.files:
        if not path.is_file():
            parser.error(f"{path}: no such file. Name a French text with a sentence on each line.")
        line, f1 = measure(path, show_errors=options.errors)
        print(line)
        lowest = min(lowest, f1)
    return int(lowest < REQUIRED_F1)


def measure(path: Path, *, show_errors: bool) -> tuple[str, float]:
    lines = [line for line in path.read_text("utf-8").split("\n") if ENDED.search(line)]
    expected = found = right = characters = 0
    seconds = 0.0
    for first in range(0, len(lines), LINES_PER_PARAGRAPH):
        group = lines[first : first + LINES_PER_PARAGRAPH]
        text = " ".join(group)
        gold = {sum(map(len, group[:n])) + n - 1 for n in range(1, len(group))}
        began = time.perf_counter()
        spans = split_sentences(text)
        seconds += time.perf_counter() - began
        ours = {end for _, end in spans[:-1]}
        expected, found, right = expected + len(gold), found + len(ours), right + len(gold & ours)
        characters += len(text.encode())
        if show_errors:
            for end in sorted(gold ^ ours):
                print("-" if end in gold else "+", f"{text[max(0, end - 60) : end]} ⏐ {text[end:][:50]}")
    precision, recall = right / max(found, 1), right / max(expected, 1)
    f1 = 2 * right / max(found + expected, 1)
    counts = f"{path.name:24}{len(lines):7}{expected:8}{found:7}"
    return f"{counts}{precision:11.4f}{recall:8.4f}{f1:8.4f}{characters / seconds / 1e6:7.1f}", f1


if __name__ == "__main__":
    sys.exit(main())
