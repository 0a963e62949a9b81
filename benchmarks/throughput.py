"""Words per second and core, and what that means for a million articles: `python benchmarks/throughput.py [FILE.fr]`.

Translates lines of a French text (by default newstest2013.fr of `shared/eval`, the folder beside the repository) with
one thread, then with one process and as many threads as cores, then with as many processes as cores, and checks that
the results are the same. Nothing else should run on the machine. `--cores` and `--words` change the extrapolation.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from translator import Translator
from translator.batch.workers import Window, cores, translating
from translator.documents.passage import Passage

NEWSTEST = Path(__file__).parents[2] / "shared/eval/newstest2013.fr"
ARTICLES = 1_000_000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", default=NEWSTEST, type=Path, metavar="FILE")
    parser.add_argument("--lines", type=int, default=1000, metavar="N", help="lines to use (default: %(default)s)")
    parser.add_argument("--beam-size", type=int, default=4, metavar="N")
    parser.add_argument("--words", type=int, default=500, metavar="N", help="words in one article (default: 500)")
    parser.add_argument("--cores", type=int, nargs="+", default=[1, 16, 64, 256], metavar="N")
    options = parser.parse_args()
    if not options.file.is_file():
        parser.error(f"{options.file}: no such file. Name a French text with a sentence on each line.")
    lines = options.file.read_text("utf-8").splitlines()[: options.lines]
    words = sum(len(line.split()) for line in lines)
    print(f"{'processes':>10}{'threads':>9}{'wall s':>8}{'words/s':>9}{'CPU s':>8}{'words/CPU s':>13}")
    results = []
    rate = 0.0
    for jobs, threads in dict.fromkeys([(1, 1), (1, cores()), (cores(), 1)]):
        translator = Translator(threads=threads, beam_size=options.beam_size)
        made, wall, used = measure(translator, lines, jobs)
        results.append(made)
        rate = rate or words / used
        processor = f"{used:8.1f}{words / used:13.0f}" if used else ""
        print(f"{jobs:10}{threads:9}{wall:8.1f}{words / wall:9.0f}{processor}", flush=True)
    print(f"same results: {'yes' if all(made == results[0] for made in results) else 'NO'}")
    print(f"\n{ARTICLES:,} articles of {options.words} words at {rate:.0f} words a second and core, one actor a core:")
    for number in options.cores:
        print(f"{number:6} cores {ARTICLES * options.words / rate / number / 3600:9.1f} hours")
    return int(any(made != results[0] for made in results))


def measure(translator: Translator, lines: list[str], jobs: int) -> tuple[list[str], float, float]:
    """The translations, the seconds on the clock, and those of the processor if there is one process."""
    size = 250

    def windows() -> Iterator[Window]:
        for at in range(0, len(lines), size):
            yield [Passage(line) for line in lines[at : at + size]]

    with translating(translator, jobs) as translate:
        # A window for each process first, so that all are started and have loaded the model.
        list(translate(iter([[Passage("Bonjour.")]] * jobs)))
        started, before = time.monotonic(), time.process_time()
        made = [one.text for window in translate(windows()) for one in window]  # type: ignore[union-attr]
        wall = time.monotonic() - started
        used = time.process_time() - before if jobs == 1 else 0.0
    return made, wall, used


if __name__ == "__main__":
    sys.exit(main())
