"""`translator translate`: files, folders or standard input into English."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from translator.cli.exit_codes import DONE, REFUSED, VIOLATION
from translator.cli.overwriting import refuse_overwriting
from translator.errors import DocumentError, UsageError

if TYPE_CHECKING:
    from translator.batch.outcome import DocumentOutcome, Translated
    from translator.pipeline import Translator
    from translator.result import Translation


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `translate`; it sets `run`, a function of the arguments that returns the exit code."""
    parser = subparsers.add_parser(
        "translate",
        help="translate files, folders or standard input",
        description="Translate French into English. One file or standard input goes to standard output, or to the file "
        "named with -o; folders and several files go to the folder named with -o, where a run that was interrupted is "
        "continued by the same command.",
    )
    add = parser.add_argument
    add("files", nargs="*", default=["-"], metavar="FILE", help="file, folder, or `-` for standard input (the default)")
    add("-o", "--output", metavar="OUT", help="file or folder to write; a folder mirrors the tree of the input")
    add("-g", "--glossary", action="append", default=[], metavar="GLOSSARY",
        help="a glossary of yours, or the name of a bundled one; a later one wins, yours over the bundled")  # fmt: skip
    add("--no-bundled", action="store_true", help="leave the bundled glossaries out")
    add("--model", help="an .argosmodel file, a package folder, or an installed package's name")
    add("--format", help="read every input as this format instead of going by the suffix")
    add("--field", action="append", default=[], metavar="FIELD",
        help="field of JSONL, column of CSV or TSV to translate; may be given several times")  # fmt: skip
    add("--report", type=Path, metavar="FILE", help="also write a report, .html or .json: every segment, every term")
    add("--jobs", type=int, metavar="N", help="processes (default: by the size of the input, up to one per core)")
    add("--fresh", action="store_true", help="start over: forget what an earlier run has done in the output folder")
    add("--memory", type=Path, metavar="FILE",
        help="translation memory to use instead of that in the output folder; several runs may share it")  # fmt: skip
    add("--strict", action="store_true",
        help="exit with 3 if a term is missing, a forbidden rendering stays or a number changed")  # fmt: skip
    add("--locale", choices=("en_CA", "en_GB", "en_US"), help="spelling, and the order of dates")
    add("--beam-size", type=int, default=4, metavar="N", help="hypotheses kept while decoding (default: %(default)s)")
    add("--threads", type=int, default=0, metavar="N",
        help="batches decoded at once in each process, one core each (default: the cores, shared out among the "
        "processes)")  # fmt: skip
    add("--compute-type", default="default", metavar="TYPE",
        help="numbers that the model reckons in: int8, float32 or another of CTranslate2's that this machine has "
        "(default: those of the package)")  # fmt: skip
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Translate; 0, 1 if something was refused (the rest is done), 3 with `--strict` if there is a violation."""
    from translator.engine.engine import refuse_compute_type
    from translator.progress import batch_bar

    _log_to_stderr()
    if args.report is not None:
        from translator.report.write import check_suffix

        check_suffix(args.report)
    if args.jobs is not None and args.jobs < 1:
        raise UsageError("--jobs must be 1 or more.")
    refuse_compute_type(args.compute_type, "--compute-type")
    plan = _to_folder(args) if _wants_folder(args) else _single(args)
    for path, option in ((args.report, "--report"), (args.memory, "--memory")):
        refuse_overwriting(path, option, reads=(*plan.sizes, *args.glossary), writes=plan.writes)
    translator = _translator(args)
    _notice(translator)
    tally = _Tally()
    # Where the translation itself goes to the terminal, a bar would be in its way.
    with batch_bar(plan.sizes, shown=bool(plan.output) or not sys.stdout.isatty()) as show:
        try:
            events = _watched(plan.start(translator), tally, show)
            if args.report is None:
                for _ in events:
                    pass
            else:
                from translator.report.write import write_report

                write_report(args.report, events, signature=translator.signature)
        except OSError as error:
            if isinstance(error, BrokenPipeError) or not plan.output:
                raise
            raise DocumentError(
                f"{error.strerror or error}; {tally.documents} of {len(plan.sizes)} documents are done. When that is "
                "mended, give the same command again to go on",
                path=plan.output,
            ) from error
        except KeyboardInterrupt:
            if plan.resumes:
                _say("give the same command again to go on where this run has stopped")
            raise
    return tally.exit_code(strict=args.strict)


@dataclass(frozen=True)
class _Plan:
    """What a command is to do: the sizes of its documents, where they go, and the work itself."""

    sizes: dict[str, int]
    output: str
    writes: list[str]
    resumes: bool
    start: Callable[[Translator], Iterator[Translated | DocumentOutcome]]


@dataclass
class _Tally:
    """What has become of the documents so far."""

    documents: int = 0
    refused: bool = False
    violations: int = 0
    told: set[str] = field(default_factory=set)

    def add(self, outcome: DocumentOutcome) -> None:
        """Count an outcome and tell of what was refused."""
        self.documents += outcome.state != "failed"
        self.violations += outcome.violations
        if outcome.ok:
            return
        self.refused = True
        for problem in outcome.problems:
            _say(problem)
        unsaid = outcome.refused - len(outcome.problems)
        if unsaid > 0:
            _say(f"{outcome.name}: {unsaid} more records were copied as they stand")

    def exit_code(self, *, strict: bool) -> int:
        """The exit code for all that was counted."""
        if self.refused:
            return REFUSED
        if strict and self.violations:
            _say(f"{self.violations} missing terms, forbidden renderings or changed numbers; see them with --report")
            return VIOLATION
        return DONE


def _watched(
    events: Iterable[Translated | DocumentOutcome], tally: _Tally, show: Callable[[Translated | DocumentOutcome], None]
) -> Iterator[tuple[str, Translation]]:
    """The translations among the events, for a report; outcomes are counted on the way."""
    from translator.batch.outcome import Translated

    for event in events:
        show(event)
        if isinstance(event, Translated):
            yield event.name, event.translation
        else:
            tally.add(event)


def _wants_folder(args: argparse.Namespace) -> bool:
    """Whether the output is a folder."""
    files, output = args.files, args.output
    if len(files) > 1 or any(name != "-" and os.path.isdir(name) for name in files):
        if output is None:
            raise UsageError("several files or a folder need an output folder: name one with -o.")
        if "-" in files:
            raise UsageError("standard input cannot be mixed with files; translate it by itself.")
        return True
    if output is None:
        return False
    if not output:
        raise UsageError("-o is empty; name a file or a folder.")
    return os.path.isdir(output) or output.endswith(("/", os.sep))


def _to_folder(args: argparse.Namespace) -> _Plan:
    from translator.batch.folder import run_folder
    from translator.batch.inputs import gather

    if args.files == ["-"]:
        raise UsageError("standard input needs a file name after -o, not a folder.")
    output = Path(args.output)
    inputs = gather([Path(name) for name in args.files], output, any_format=args.format is not None)
    if inputs.other:
        names = ", ".join(path.name for path in inputs.other[:3]) + ("…" if len(inputs.other) > 3 else "")
        _say(f"{len(inputs.other)} files are no documents and are left out ({names})")
    if not inputs.items and not inputs.unreadable:
        raise UsageError(f"there is nothing to translate in {', '.join(args.files)}.")
    sizes = inputs.sizes()

    def start(translator: Translator) -> Iterator[Translated | DocumentOutcome]:
        return run_folder(
            translator, inputs, output, format=args.format, fields=tuple(args.field), fresh=args.fresh,
            jobs=_jobs(args, sum(sizes.values())), skip_unchanged=args.report is None,
        )  # fmt: skip

    return _Plan(sizes, str(output), [str(output / item.target) for item in inputs.items], True, start)


def _single(args: argparse.Namespace) -> _Plan:
    from translator.batch.single import run_to_file, run_to_stream
    from translator.documents.document import open_document, stream_document

    name = args.files[0]
    if name == "-":
        document = stream_document(sys.stdin.buffer, format=args.format, fields=args.field)
        size = None
    else:
        document = open_document(name, format=args.format, fields=args.field)
        size = os.path.getsize(name)
    sizes = {document.name: size or 0}
    jobs = _jobs(args, size)
    if args.output is None or args.output == "-":
        return _Plan(
            sizes, "", [], False, lambda translator: run_to_stream(translator, document, sys.stdout.buffer, jobs=jobs)
        )
    output = Path(args.output)
    refuse_overwriting(output, "-o", reads=args.glossary)

    def start(translator: Translator) -> Iterator[Translated | DocumentOutcome]:
        return run_to_file(translator, document, output, jobs=jobs, fresh=args.fresh, size=size or 0)

    return _Plan(sizes, str(output), [str(output)], (size or 0) >= 1 << 20, start)


def _jobs(args: argparse.Namespace, size: int | None) -> int:
    from translator.batch.workers import jobs_for

    return args.jobs or jobs_for(size)


def _translator(args: argparse.Namespace) -> Translator:
    from translator.glossary.glossary import Glossary
    from translator.pipeline import Translator

    bundled = [] if args.no_bundled else [Glossary.bundled()]
    return Translator(
        model=args.model, glossaries=[*bundled, *args.glossary], beam_size=args.beam_size,
        threads=args.threads, compute_type=args.compute_type, locale=args.locale, memory=args.memory,
    )  # fmt: skip


def _notice(translator: Translator) -> None:
    """Say once that the starter model is at work, and how to get the full one."""
    if translator.engine.package.is_bundled:
        _say(
            "using the small starter model that comes with the library; `translator model install` fetches Argos's "
            "full one."
        )


class _Notices(logging.Handler):
    """Notices of the library (a damaged translation memory) look like the command's own."""

    def emit(self, record: logging.LogRecord) -> None:
        """Print the message."""
        _say(record.getMessage())


def _log_to_stderr() -> None:
    log = logging.getLogger("translator")
    if not log.handlers:
        log.addHandler(_Notices())


def _say(message: str) -> None:
    from translator.batch.outcome import printable

    print(f"translator: {printable(message)}", file=sys.stderr)
