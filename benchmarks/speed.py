"""How fast, how light: a table of ratios with their goals, all measured in one run: `python benchmarks/speed.py`.

    python benchmarks/speed.py [--model PACKAGE] [--argos-python PATH] [--lines N] [--only WORD]…

What is compared runs in turns over different texts, so that other work on the machine meets both sides; nothing is
translated twice, so that no cache helps. Where `cpu` stands beside a ratio it is the same ratio in processor time,
which other work disturbs less. Articles are 25 lines of newstest2013, each line a paragraph. Exits with 1 if a goal is
missed. See docs/performance.md.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from measuring import ARTICLE, Clock, Row, add_common, articles_of, cores, here, lines_of, peak_mb, table, words_of

from translator import Glossary, Translator

ROUNDS = 2
ENTRIES = 20_000
SENTENCE = "Le secrétaire d'État américain Antony Blinken a rencontré jeudi le ministre russe des Affaires étrangères."
REPOSITORY = Path(__file__).resolve().parents[1]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_common(parser)
    parser.add_argument("--argos-python", help="Python of an environment with the full argostranslate")
    parser.add_argument("--lines", type=int, default=3000, help="sentences of each text (default: %(default)s)")
    parser.add_argument("--only", action="append", choices=list(MEASURES), help="measure this alone (repeatable)")
    parser.add_argument("--child", choices=list(CHILDREN), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        CHILDREN[options.child](options)
        return 0
    if not (options.eval / "newstest2013.fr").is_file():
        parser.error(f"{options.eval}: no newstest2013.fr there; name a folder that has it with --eval.")
    print(here())
    print(Translator(model=options.model).signature)
    rows: list[Row] = []
    for name in options.only or MEASURES:
        found = list(MEASURES[name](options))
        print(table(found), flush=True)
        rows += found
    missed = [row.what for row in rows if row.met is False]
    print(f"{sum(row.met is True for row in rows)} goals met, {len(missed)} missed{': ' * bool(missed)}"
          + "; ".join(missed))  # fmt: skip
    return int(bool(missed))


def articles(options: argparse.Namespace) -> Iterator[Row]:
    """The whole pipeline against the bare engine, and against Argos Translate."""
    lines = lines_of("newstest2013.fr", options.lines, folder=options.eval)
    tr = Translator(model=options.model)
    tr.translate(SENTENCE)
    loaded = tr.engine._load()
    size = -(-len(lines) // ROUNDS)
    size += -size % ARTICLE
    parts = [lines[at : at + size] for at in range(0, len(lines), size)]
    encoded = [[loaded.tokenizer.encode(line) for line in part] for part in parts]

    def bare(sources: list[list[str]], batch: int, kind: str) -> Callable[[], object]:
        return lambda: loaded.translator.translate_batch(
            sources, max_batch_size=batch, batch_type=kind, beam_size=tr.engine.beam_size,
            length_penalty=tr.engine.package.length_penalty,
            max_input_length=0, target_prefix=[loaded.prefix] * len(sources) if loaded.prefix else None,
        )  # fmt: skip

    tried = {}
    for batch, kind in ((32, "examples"), (1024, "tokens"), (2048, "tokens")):
        tried[batch, kind] = Clock()
        tried[batch, kind].run(bare(encoded[0][:500], batch, kind))
    ideal = min(tried, key=lambda key: tried[key].cpu)
    ours, engine, argos = Clock(), Clock(), Clock()
    worker = Argos(options.argos_python, tr) if options.argos_python else None
    for number, (part, sources) in enumerate(zip(parts, encoded, strict=True)):
        texts = articles_of(part)
        turns = [
            lambda texts=texts, part=part: ours.run(lambda: list(tr.translate_batch(texts)), words_of(part)),
            lambda sources=sources, part=part: engine.run(bare(sources, *ideal), words_of(part)),
        ]
        for turn in turns if number % 2 else turns[::-1]:
            turn()
        if worker:
            some = part[: max(ARTICLE, len(part) // 4 // ARTICLE * ARTICLE)]
            wall, cpu = worker.seconds(some)
            argos.wall, argos.cpu, argos.words = argos.wall + wall, argos.cpu + cpu, argos.words + words_of(some)
    rate = ours.words / ours.wall
    share, cpu = rate / (engine.words / engine.wall), engine.cpu / ours.cpu
    yield Row("articles, against the bare engine", f"{share:.1%}", ">= 85%", share >= 0.85,
              f"cpu {cpu:.1%}; {rate:.0f} words/s against {engine.words / engine.wall:.0f} in batches of {ideal[0]} "
              f"{ideal[1]}; Python's part {ours.own:.1f} of {ours.cpu:.1f} s")  # fmt: skip
    if worker:
        theirs = argos.words / argos.wall
        worker.end()
        yield Row("articles, against Argos Translate", f"{rate / theirs:.1f} x", ">= 5 x", rate >= 5 * theirs,
                  f"cpu {ours.words / ours.cpu / (argos.words / argos.cpu):.1f} x; {theirs:.0f} words/s by "
                  f"argostranslate {worker.version} on its defaults")  # fmt: skip
    else:
        yield Row("articles, against Argos Translate", "", ">= 5 x", None, "left out: needs --argos-python PATH")


class Argos:
    """Argos Translate in its own process, with the same package."""

    def __init__(self, python: str, tr: Translator) -> None:
        self.folder = tempfile.TemporaryDirectory()
        package = tr.engine.package
        root = package.path
        if root.is_file():
            with zipfile.ZipFile(root) as archive:
                archive.extractall(self.folder.name)
            root = Path(self.folder.name) / package.root
        worker = Path(__file__).with_name("argos_worker.py")
        ask = "from importlib.metadata import version; print(version('argostranslate'))"
        self.version = subprocess.run([python, "-c", ask], capture_output=True, text=True, check=True).stdout.strip()
        self.process = subprocess.Popen(
            [python, str(worker), str(root)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        if self._line() != "ready":
            raise SystemExit("Argos Translate did not start; see what it says above.")

    def seconds(self, lines: Sequence[str]) -> tuple[float, float]:
        """The time that it takes for the articles of these lines, of the wall and of the processor."""
        request = json.dumps([list(lines[at : at + ARTICLE]) for at in range(0, len(lines), ARTICLE)])
        assert self.process.stdin
        print(request, file=self.process.stdin, flush=True)
        wall, cpu = map(float, self._line().split())
        return wall, cpu

    def end(self) -> None:
        self.process.communicate()
        self.folder.cleanup()

    def _line(self) -> str:
        assert self.process.stdout
        return self.process.stdout.readline().strip()


def enforcement(options: argparse.Namespace) -> Iterator[Row]:
    """UN sentences with all bundled glossaries against the same without any."""
    lines = lines_of("unpc-dev.fr", options.lines, folder=options.eval)
    enforced, plain = Translator(model=options.model), Translator(model=options.model, glossaries=[])
    clocks = {enforced: Clock(), plain: Clock()}
    for tr in clocks:
        tr.translate(SENTENCE)
    size = -(-len(lines) // ROUNDS)
    for number, at in enumerate(range(0, len(lines), size)):
        part = lines[at : at + size]
        for tr in sorted(clocks, key=lambda tr: (tr is plain) == bool(number % 2)):
            clocks[tr].run(lambda tr=tr, part=part: list(tr.translate_batch(part)), words_of(part))
    ratio = clocks[enforced].wall / clocks[plain].wall
    yield Row("enforcement on unpc-dev, time against plain", f"{ratio:.2f} x", "<= 1.3 x", ratio <= 1.3,
              f"cpu {clocks[enforced].cpu / clocks[plain].cpu:.2f} x; {len(lines)} sentences")  # fmt: skip


def glossary(options: argparse.Namespace) -> Iterator[Row]:
    """A glossary of 20,000 generated entries: loaded, matched, and what it adds to a run."""
    from translator.glossary.matcher import Matcher

    lines = lines_of("newstest2013.fr", options.lines, folder=options.eval)
    more = [*lines, *lines_of("unpc-dev.fr", options.lines, folder=options.eval)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "generated.csv")
        path.write_text("source,target,kind\n" + "\n".join(generated(more)) + "\n", "utf-8")
        load, first, match = [], [], []
        for _ in range(3):
            clock = Clock()
            matcher = clock.run(lambda: Matcher(Glossary.load(path)))
            load.append(clock.own)
            for times in (first, match):
                clock = Clock()
                found = clock.run(lambda matcher=matcher: sum(len(matcher.find(line)) for line in more))
                times.append(clock.own)
    size = sum(len(line.encode()) for line in more) / 1e6
    speed, grown = size / min(match), min(first) - min(match)
    yield Row(f"glossary of {ENTRIES:,} entries: load", f"{min(load):.2f} s", "<= 0.5 s", min(load) <= 0.5)
    yield Row(f"glossary of {ENTRIES:,} entries: match", f"{speed:.1f} MB/s", ">= 3 MB/s", speed >= 3,
              f"{size:.1f} MB, {found} occurrences; first use of all terms costs {grown:.2f} s more, once")  # fmt: skip
    tr = Translator(model=options.model, glossaries=[])
    tr.translate(SENTENCE)
    clock = Clock()
    some = lines[:: max(1, len(lines) // 1000)]
    clock.run(lambda: list(tr.translate_batch(some)))
    share = min(first) * sum(len(line.encode()) for line in some) / (size * 1e6) / clock.cpu
    yield Row(f"glossary of {ENTRIES:,} entries: matching in a run", f"{share:.1%}", "<= 5%", share <= 0.05,
              "processor time for matching, first use included, of that for translating the text without")  # fmt: skip


def generated(lines: Sequence[str]) -> list[str]:
    """Rows of entries: two to four neighbouring words of the lines for a tenth of them, the rest in no line."""
    rows: dict[str, str] = {}
    for number, line in enumerate(lines):
        words = line.split()
        starts = [at for at, word in enumerate(words[:-5]) if word.isalpha() and len(word) > 4]
        if starts:
            first = starts[number % len(starts)]
            term = words[first : first + 2 + number % 3]
            if "".join(term).isalpha():
                rows[" ".join(term)] = f"rendering {number}"
        if len(rows) >= ENTRIES // 10:
            break
    heads = ("Conseil", "Agence", "Ministère", "Commission", "Institut", "Office", "Direction", "Société", "Union")
    fields = ("la santé", "l'énergie", "la pêche", "l'espace", "la défense", "l'eau", "la justice", "la recherche")
    number = 0
    while len(rows) < ENTRIES:
        head, field = heads[number % len(heads)], fields[number // len(heads) % len(fields)]
        rows[f"{head} de {field} de Ville{number // 72}"] = f"Body {number} of City {number // 72}"
        number += 1
    return [f"{source},{target},{'term' if target[0] == 'r' else 'institution'}" for source, target in rows.items()]


def start(options: argparse.Namespace) -> Iterator[Row]:
    """Cold processes, their bytecode compiled, as an installer leaves it."""
    with tempfile.TemporaryDirectory() as folder:
        env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        env["PYTHONPYCACHEPREFIX"] = folder

        def best(arguments: Sequence[str], text: str = "") -> tuple[float, float]:
            times = []
            for _ in range(8):
                began, before = time.perf_counter(), os.times()
                subprocess.run(
                    [sys.executable, *arguments], env=env, input=text, text=True, check=True, capture_output=True
                )
                after = os.times()
                spent = after.children_user + after.children_system - before.children_user - before.children_system
                times.append((time.perf_counter() - began, spent))
            return min(wall for wall, _ in times[1:]), min(cpu for _, cpu in times[1:])

        nothing, _ = best(["-c", "pass"])
        imported = best(["-c", "import translator"])[0] - nothing
        model = ["--model", options.model] if options.model else []
        sentence, cpu = best(["-m", "translator", "translate", *model], SENTENCE + "\n")
    yield Row("import translator", f"{imported:.3f} s", "<= 0.15 s", imported <= 0.15)
    yield Row("one sentence from a cold process", f"{sentence:.2f} s", "<= 0.8 s", sentence <= 0.8, f"cpu {cpu:.2f} s")


def memory(options: argparse.Namespace) -> Iterator[Row]:
    """The peak of a long batch in a process of its own."""
    first, last, model = child(options, "memory")
    over = last - model
    yield Row("peak memory of a long batch", f"model + {over:.0f} MB", "<= +200 MB", over <= 200,
              f"{last:.0f} MB in all, the model {model:.0f} MB")  # fmt: skip
    growth = last - first
    yield Row("peak memory, growth after the first third", f"{growth:.0f} MB", "<= 10 MB", growth <= 10)


def memory_child(options: argparse.Namespace) -> None:
    """Translate three times as much as a third; print the peaks and the model's size."""
    lines = lines_of("newstest2013.fr", options.lines, folder=options.eval)
    tr = Translator(model=options.model)
    model = sum(map(len, tr.engine.package.model_files().values())) / 2**20

    def texts(turn: int) -> Iterator[str]:
        for article in articles_of(lines):
            yield article + "\n" * turn

    peaks = []
    for turn in range(3):
        for _ in tr.translate_batch(f"{text} {turn}" for text in texts(turn)):
            pass
        peaks.append(peak_mb())
    print(json.dumps([peaks[0], peaks[-1], model]))


def two_cores(options: argparse.Namespace) -> Iterator[Row]:
    """The same articles by a process on one core and by one on two."""
    if cores() < 2:
        yield Row("two cores against one", "", ">= 1.8 x", None, "left out: there is but one core")
        return
    usable = sorted(os.sched_getaffinity(0))
    times: dict[int, float] = {1: float("inf"), 2: float("inf")}
    for _ in range(2):
        for count in times:
            times[count] = min(times[count], *child(options, "articles", set(usable[:count])))
    ratio = times[1] / times[2]
    yield Row("two cores against one", f"{ratio:.2f} x", ">= 1.8 x", ratio >= 1.8,
              f"{times[1]:.1f} s and {times[2]:.1f} s")  # fmt: skip


def articles_child(options: argparse.Namespace) -> None:
    """Translate a third of the articles; print the seconds."""
    lines = lines_of("newstest2013.fr", options.lines // 3, folder=options.eval)
    tr = Translator(model=options.model)
    tr.translate(SENTENCE)
    clock = Clock()
    clock.run(lambda: list(tr.translate_batch(articles_of(lines))))
    print(json.dumps([clock.wall]))


def child(options: argparse.Namespace, name: str, affinity: set[int] | None = None) -> list[float]:
    """What a process of its own measures, on the given cores."""
    command = [sys.executable, __file__, "--child", name, "--lines", str(options.lines), "--eval", str(options.eval)]
    command += ["--model", options.model] if options.model else []
    done = subprocess.run(
        command, capture_output=True, text=True, check=False,
        preexec_fn=(lambda: os.sched_setaffinity(0, affinity)) if affinity else None,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(done.stderr)
    found: list[float] = json.loads(done.stdout.splitlines()[-1])
    return found


def environment(options: argparse.Namespace) -> Iterator[Row]:
    """An environment without the tools of developers, as `uv sync --no-dev` makes it."""
    uv = shutil.which("uv")
    if uv is None:
        yield Row("installed environment", "", "<= 350 MB", None, "left out: uv is not installed")
        return
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "UV_PROJECT_ENVIRONMENT": folder + "/venv"}
        env.pop("VIRTUAL_ENV", None)
        subprocess.run([uv, "sync", "--quiet", "--no-dev", "--frozen"], cwd=REPOSITORY, env=env, check=True)
        top: dict[str, int] = {}
        for path in Path(folder).rglob("*"):
            if path.is_file() and not path.is_symlink():
                parts = path.parts
                name = parts[parts.index("site-packages") + 1] if "site-packages" in parts[:-1] else "else"
                top[name] = top.get(name, 0) + path.stat().st_size
    size = sum(top.values()) / 1e6
    big = ", ".join(f"{name} {top[name] / 1e6:.0f}" for name in sorted(top, key=lambda name: -top[name])[:6])
    yield Row("installed environment", f"{size:.0f} MB", "<= 350 MB", size <= 350, big)


MEASURES: dict[str, Callable[[argparse.Namespace], Iterator[Row]]] = {
    "articles": articles,
    "enforcement": enforcement,
    "glossary": glossary,
    "start": start,
    "memory": memory,
    "cores": two_cores,
    "environment": environment,
}
CHILDREN = {"memory": memory_child, "articles": articles_child}


if __name__ == "__main__":
    sys.exit(main())
