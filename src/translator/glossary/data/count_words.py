"""Make `french_words.txt` from a French text, one sentence a line: its commonest lower-case words.

    python count_words.py TEXT.xz [WEIGHTS.npy] > french_words.txt

Words are counted where they stand in lower case and not first in the line, so that names stay out of the list; the
count of a line is multiplied by its weight if there is a file of weights (numpy, one number a line). Apostrophes end
a word (`l'`, `qu'`). Each line of the result is a word and how often it stands among a million words.
"""

from __future__ import annotations

import lzma
import re
import sys
from collections import defaultdict

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
MOST = 5000


def main(text: str, weights: str | None = None) -> None:
    """Count and print."""
    if weights:
        import numpy

        weight = numpy.load(weights).astype(float).tolist()
    counts: dict[str, float] = defaultdict(float)
    total = 0.0
    with lzma.open(text, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            worth = weight[number] if weights else 1.0
            words = WORD.findall(line)
            total += worth * len(words)
            for word in words[1:]:
                if word.islower():
                    counts[word] += worth
    for word, count in sorted(counts.items(), key=lambda item: -item[1])[:MOST]:
        print(f"{word}\t{count / total * 1e6:.0f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
