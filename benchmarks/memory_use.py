"""Peak memory on few and on many articles: `python benchmarks/memory_use.py [FILE.fr] [--articles 1000 20000]`.

Cuts short articles, all different, from a French text with a sentence on each line (by default newstest2012.fr of
`shared/eval`, the folder beside the repository), translates each number of them in a process of its own, as one JSONL
file through the streaming path of `translator translate`, and prints the greatest resident memory. The model is that
of a plain `Translator()`, with all bundled glossaries and a beam of 1. Exits with 1 if the peaks differ by over 10 %.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import sys
import tempfile
import time
from pathlib import Path

from measuring import peak_mb

NEWSTEST = Path(__file__).parents[2] / "shared/eval/newstest2012.fr"
ALLOWED = 0.10


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", default=NEWSTEST, type=Path, metavar="FILE")
    parser.add_argument("--articles", nargs="+", type=int, default=[1000, 20_000], metavar="N")
    parser.add_argument("--words", type=int, default=60, metavar="N", help="words in an article (default: %(default)s)")
    options = parser.parse_args()
    if not options.file.is_file():
        parser.error(f"{options.file}: no such file. Name a French text with a sentence on each line.")
    words = options.file.read_text("utf-8").split()
    print(f"{'articles':>9}{'MB in':>8}{'seconds':>9}{'words/s':>9}{'peak MB':>9}", flush=True)
    peaks = []
    for number in options.articles:
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            size, count, seconds, peak = pool.apply(measure, (words, number, options.words))
        print(f"{number:9}{size / 1e6:8.1f}{seconds:9.0f}{count / seconds:9.0f}{peak / 1e6:9.0f}", flush=True)
        peaks.append(peak)
    difference = max(peaks) / min(peaks) - 1
    print(f"difference: {difference:.1%} (allowed: {ALLOWED:.0%})")
    return int(difference > ALLOWED)


def measure(words: list[str], articles: int, length: int) -> tuple[int, int, float, int]:
    """Bytes and words of input, seconds, and the peak resident memory in bytes."""
    from translator import Translator
    from translator.batch.outcome import DocumentOutcome
    from translator.batch.single import run_to_file
    from translator.documents import open_document

    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "in.jsonl", Path(folder) / "out.jsonl"
        with source.open("w", encoding="utf-8") as file:
            for number in range(articles):
                start = number * length % (len(words) - length)
                text = " ".join(words[start : start + length])
                file.write(json.dumps({"id": number, "text": f"{text} {number}."}, ensure_ascii=False) + "\n")
        started = time.monotonic()
        translator = Translator(beam_size=1)
        events = run_to_file(translator, open_document(source), target)
        [outcome] = [event for event in events if isinstance(event, DocumentOutcome)]
        seconds = time.monotonic() - started
        with target.open("rb") as file:
            assert sum(1 for _ in file) == articles
        return source.stat().st_size, outcome.words, seconds, int(peak_mb() * 2**20)


if __name__ == "__main__":
    sys.exit(main())
