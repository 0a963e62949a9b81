"""How good a translation package is by itself: BLEU and chrF on the evaluation files, and how it obeys term markup.

    uv run python benchmarks/model.py [--model PACKAGE] [--lines N] [--data ../shared/eval]

For each file of sentences: BLEU and chrF of the plain model (sacrebleu's defaults), beam 4. For a package that declares
`term_markup`: of the sentences with a term of the bundled glossaries, the share whose output holds the rendering to the
letter, without markup and with the first term marked up.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import sacrebleu

from translator.enforcement.accept import accept
from translator.enforcement.candidates import told_text
from translator.enforcement.constraint import Constraint, constraints_of
from translator.engine.engine import Engine
from translator.engine.package import open_package
from translator.glossary.glossary import Glossary
from translator.glossary.matcher import Matcher

FILES = ("newstest2012", "newstest2013", "unpc-dev")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model")
    parser.add_argument("--lines", type=int, default=None)
    parser.add_argument("--data", type=Path, default=Path(__file__).parents[2] / "shared" / "eval")
    args = parser.parse_args()
    engine = Engine(open_package(args.model))
    print(f"{engine.package.name} {engine.package.version}")
    print("| file | lines | words/s | BLEU | chrF |")
    print("|---|---|---|---|---|")
    for name in FILES:
        source, reference = read(args.data / f"{name}.fr", args.lines), read(args.data / f"{name}.en", args.lines)
        start = time.perf_counter()
        output = [found.text for found in engine.translate(source, attention=False)]
        speed = sum(len(line.split()) for line in source) / (time.perf_counter() - start)
        bleu, chrf = sacrebleu.corpus_bleu(output, [reference]), sacrebleu.corpus_chrf(output, [reference])
        print(f"| {name} | {len(source)} | {speed:.0f} | {bleu.score:.1f} | {chrf.score:.1f} |", flush=True)
    if engine.term_markup:
        print_markup(engine, read(args.data / "unpc-dev.fr", args.lines))


def read(path: Path, lines: int | None) -> list[str]:
    return path.read_text("utf-8").split("\n")[:-1][:lines]


def print_markup(engine: Engine, sentences: list[str]) -> None:
    """The share of marked-up terms that stand in the output."""
    matcher = Matcher(Glossary.bundled())
    cases: list[tuple[str, Constraint]] = []
    for sentence in sentences:
        terms = [one for one in constraints_of(sentence, matcher) if one.kind == "term"]
        if terms and engine.token_count(sentence) < 80:
            cases.append((sentence, terms[0]))
    cases = cases[:1000]
    assert engine.term_markup
    plain = engine.translate([sentence for sentence, _ in cases], attention=False)
    marked = engine.translate(
        [told_text(sentence, [one], [0], engine.term_markup)[0] for sentence, one in cases], attention=False
    )
    for label, found in (("without markup", plain), ("marked up", marked)):
        good = sum(accept(h.text, [one])[0] is not None for h, (_, one) in zip(found, cases, strict=True))
        print(f"terms rendered, {label}: {100 * good / max(1, len(cases)):.1f}% of {len(cases)} on unpc-dev")


if __name__ == "__main__":
    main()
