"""Words per second and chrF by beam size, compute type and threads: `python benchmarks/settings.py [--model M]`.

The whole pipeline with all bundled glossaries over newstest2013. The settings take turns over parts of the text, twice
round, and the faster round counts; chrF is of the whole text. The defaults (beam 4, the package's own compute type, a
thread per core) are marked.
"""

from __future__ import annotations

import argparse
import sys

import sacrebleu
from measuring import Clock, add_common, cores, here, pairs_of, words_of

from translator import ModelError, Translator

DEFAULT = {"beam_size": 4, "compute_type": "default", "threads": 0}
ROUNDS = 2


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_common(parser)
    parser.add_argument("--lines", type=int, default=1000, help="sentences (default: %(default)s)")
    parser.add_argument("--beams", type=int, nargs="*", default=[1, 2, 4], help="(default: %(default)s)")
    parser.add_argument("--compute-types", nargs="*", default=["int8", "float32"], help="(default: %(default)s)")
    options = parser.parse_args()
    if not (options.eval / "newstest2013.fr").is_file():
        parser.error(f"{options.eval}: no newstest2013.fr there; name a folder that has it with --eval.")
    french, english = pairs_of("newstest2013", options.lines, folder=options.eval)
    settings = [DEFAULT | {"beam_size": beam} for beam in options.beams]
    settings += [DEFAULT | {"compute_type": name} for name in options.compute_types]
    settings += [DEFAULT | {"threads": number} for number in range(1, cores() + 1)]
    print(here())
    rates: dict[int, list[float]] = {n: [] for n in range(len(settings))}
    scores: dict[int, float] = {}
    for _ in range(ROUNDS):
        for n, setting in enumerate(settings):
            tr = Translator(model=options.model, **setting)
            try:
                tr.translate("Le ministre est arrivé.")
            except ModelError as error:
                print(f"{setting['compute_type']}: {error}", file=sys.stderr)
                continue
            clock = Clock()
            done = clock.run(lambda tr=tr: list(tr.translate_batch(french)), words_of(french))
            rates[n].append(clock.words / clock.wall)
            scores[n] = sacrebleu.corpus_chrf([t.text for t in done], [english]).score
    print(f"{'beam':>4}  {'compute type':14}{'threads':>8}{'words/s':>9}{'chrF':>7}")
    for n, setting in enumerate(settings):
        if rates[n]:
            threads = setting["threads"] or f"{cores()}"
            mark = "  default" if setting == DEFAULT else ""
            print(f"{setting['beam_size']:4}  {setting['compute_type']:14}{threads:>8}{max(rates[n]):9.0f}"
                  f"{scores[n]:7.2f}{mark}")  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
