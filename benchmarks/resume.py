"""The cost of a changed glossary row: `python benchmarks/resume.py [FILE.fr] [--lines 1500] [--term WORD]`.

Translates the lines of a French text (by default newstest2013.fr of `shared/eval`, the folder beside the repository) as
a folder of articles of ten lines, three times into the same output folder: first, again with nothing changed, and again
after one glossary row has another rendering. The row is a term that occurs in some 3 % of the lines. Prints the time of
each run and the segments that the model was asked for, and exits with 1 if the changed run translated others than those
with the term.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
from pathlib import Path

from translator import Entry, Glossary, Translator
from translator.engine.engine import Engine

NEWSTEST = Path(__file__).parents[2] / "shared/eval/newstest2013.fr"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", default=NEWSTEST, type=Path, metavar="FILE")
    parser.add_argument("--lines", type=int, default=1500, metavar="N", help="lines to use (default: %(default)s)")
    parser.add_argument("--term", metavar="WORD", help="source term of the row (default: a word of 3 %% of the lines)")
    options = parser.parse_args()
    if not options.file.is_file():
        parser.error(f"{options.file}: no such file. Name a French text with a sentence on each line.")
    lines = options.file.read_text("utf-8").splitlines()[: options.lines]
    term = options.term or common_word(lines)
    base = [*Glossary.bundled(), Entry(term, "first rendering")]
    changed = [*base[:-1], Entry(term, "second rendering")]
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "in", Path(folder) / "out"
        source.mkdir()
        for at in range(0, len(lines), 10):
            (source / f"{at:06}.txt").write_text("\n".join(lines[at : at + 10]) + "\n", "utf-8")
        print(f"{len(lines)} lines, term {term!r}")
        print(f"{'run':28}{'seconds':>9}{'of first':>10}{'translated':>12}")
        first, _ = run("first", base, source, target, 0.0)
        run("nothing changed", base, source, target, first)
        _, asked = run("one row changed", changed, source, target, first)
    pattern = re.compile(re.escape(term[:-1]), re.IGNORECASE)
    strangers = [text for text in asked if not pattern.search(text)]
    print(f"segments translated again that do not hold the term: {len(strangers)}")
    return int(bool(strangers))


def run(name: str, entries: list[Entry], source: Path, target: Path, first: float) -> tuple[float, set[str]]:
    """Translate the folder; the seconds it took and the texts that the model read."""
    translator = Translator(glossaries=[Glossary(entries)], beam_size=1)
    translator.translate("Bonjour.")
    asked: set[str] = set()
    stream = Engine.stream

    def counted(self: Engine, texts: list[str], **options: object) -> object:
        asked.update(texts)
        return stream(self, texts, **options)  # type: ignore[arg-type]

    Engine.stream = counted  # type: ignore[method-assign,assignment]
    try:
        started = time.monotonic()
        translator.translate_documents([source], output=target)
        seconds = time.monotonic() - started
    finally:
        Engine.stream = stream  # type: ignore[method-assign]
    print(f"{name:28}{seconds:9.1f}{seconds / (first or seconds):10.1%}{len(asked):12}", flush=True)
    return seconds, asked


def common_word(lines: list[str]) -> str:
    """The word of five letters or more whose share of the lines is nearest to 3 %."""
    counts: dict[str, int] = {}
    for line in lines:
        for word in {*re.findall(r"\b[a-zà-ÿ]{5,}\b", line)}:
            counts[word] = counts.get(word, 0) + 1
    return min(counts, key=lambda word: (abs(counts[word] / len(lines) - 0.03), word))


if __name__ == "__main__":
    sys.exit(main())
