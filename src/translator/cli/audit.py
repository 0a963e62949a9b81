"""`translator audit`: does an existing translation follow the glossary?"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from translator.cli.exit_codes import DONE, VIOLATION
from translator.cli.overwriting import refuse_overwriting
from translator.errors import UsageError

if TYPE_CHECKING:
    from translator.auditing.audit import Audit
    from translator.auditing.pairs import Pair
    from translator.auditing.tally import EntryCount, Tally
    from translator.glossary.glossary import Glossary

_DEFAULT_TOP = 10


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `audit`; it sets `run`, a function of the arguments that returns the exit code."""
    parser = subparsers.add_parser(
        "audit",
        help="check existing translations against the glossary",
        description="Check translations that exist: two text files whose lines are translations of each other, or "
        "TSV, TMX and XLIFF files. Prints a line for each violation, then the counts; exit code 3 if there is any.",
    )
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="SOURCE TARGET (French and English text), or .tsv, .tmx, .xlf files"
    )
    parser.add_argument(
        "-g", "--glossary", action="append", default=[], metavar="GLOSSARY", help="a glossary file or the name of a "
        "bundled one; a later one wins"
    )  # fmt: skip
    parser.add_argument("--no-bundled", action="store_true", help="leave the bundled glossaries out")
    parser.add_argument("--ignore", action="append", default=[], metavar="KIND", choices=_kinds(),
                        help=f"leave out violations of a kind: {', '.join(_kinds())}")  # fmt: skip
    parser.add_argument("--summary", action="store_true", help="print the counts only")
    parser.add_argument("--top", type=int, default=_DEFAULT_TOP, metavar="N",
                        help="entries listed in the counts (default: %(default)s)")  # fmt: skip
    parser.add_argument("--output", choices=("text", "json"), default="text", help="what stdout gets (default: text)")
    parser.add_argument("--report", type=Path, metavar="FILE", help="also write a report: .html or .json")
    parser.set_defaults(run=run)


def _kinds() -> tuple[str, ...]:
    return ("missing", "forbidden", "number", "untranslated")


def run(args: argparse.Namespace) -> int:
    """Audit, print, write the report; 3 if there is a violation that is not ignored, else 0."""
    from translator.auditing.audit import signature_of
    from translator.auditing.tally import Tally
    from translator.report.write import check_suffix, write_json, write_report

    if args.report is not None:
        check_suffix(args.report)
    refuse_overwriting(args.report, "--report", reads=(*args.files, *args.glossary))
    pairs = _documents(args.files)
    glossary = _glossary(args.glossary, bundled=not args.no_bundled)
    signature = signature_of(glossary)
    audits = list(_audits(pairs, glossary, signature))
    documents = [(name, audit) for name, audit, _ in audits]
    if args.report is not None:
        write_report(args.report, documents, signature=signature, kind="audit")
    tally, found = Tally(), 0
    for name, audit, lines in audits:
        for segment in audit.segments:
            tally.add(segment)
        for violation in audit.violations:
            if violation.kind not in args.ignore:
                found += 1
                if args.output == "text" and not args.summary:
                    print(f"{name}:{lines[violation.segment]}: {violation.kind}: {violation.message}")
    if args.output == "json":
        write_json(sys.stdout, documents, signature=signature, kind="audit")
    else:
        _print_summary(sys.stdout, documents, tally, found, args.top)
    return VIOLATION if found else DONE


def _glossary(names: Iterable[str], *, bundled: bool) -> Glossary:
    from translator.glossary.glossary import Glossary

    layers = [Glossary.bundled()] if bundled else []
    layers += [Glossary.load(name) for name in names]
    if not layers:
        raise UsageError("no glossary to audit against; give one with -g, or leave --no-bundled out")
    return Glossary.layered(layers)


def _documents(files: list[str]) -> list[tuple[str, Iterator[Pair]]]:
    """The documents that the files make up, by name, not yet read."""
    from translator.auditing.pairs import is_bilingual, read_bilingual, read_text_pair

    if all(is_bilingual(file) for file in files):
        return [(file, read_bilingual(file)) for file in files]
    if files.count("-") > 1:
        raise UsageError("standard input can be read once; name a file for the other text")
    if len(files) == 2 and not any(is_bilingual(file) for file in files):
        return [(files[1], read_text_pair(*files))]
    raise UsageError("give a French and an English text file, or files that hold both (.tsv, .tmx, .xlf)")


def _audits(
    documents: Iterable[tuple[str, Iterator[Pair]]], glossary: Glossary, signature: str
) -> Iterator[tuple[str, Audit, list[int]]]:
    """Name, audit and the line of each segment, for every document."""
    from translator.auditing.audit import audited, gathered
    from translator.glossary.matcher import Matcher

    matcher = Matcher(glossary)
    for name, pairs in documents:
        lines: list[int] = []
        segments = audited(_noting(pairs, lines), matcher)
        yield name, gathered(segments, signature), lines


def _noting(pairs: Iterable[Pair], lines: list[int]) -> Iterator[tuple[str, str]]:
    for pair in pairs:
        lines.append(pair.line)
        yield pair.french, pair.english


def _print_summary(out: TextIO, documents: list[tuple[str, Audit]], tally: Tally, found: int, top: int) -> None:
    from translator.auditing.instead import read_instead

    for name, audit in documents:
        uses = len(audit.terms)
        print(f"{name}: score {audit.score:.1%}, {uses} occurrences in {len(audit.segments)} segments", file=out)
    counts = ", ".join(f"{tally.outcomes[name]} {name}" for name in ("followed", "admitted", "forbidden", "missing"))
    print(f"total: {counts}; {found} violations", file=out)
    wrong = [count for count in tally.entries if count.wrong][: max(0, top)]
    if wrong:
        instead = read_instead([s for _, audit in documents for s in audit.segments], [count.entry for count in wrong])
        print("most often not followed:", file=out)
        for count in wrong:
            entry = count.entry
            print(f"  {count.wrong} of {count.total}  {entry.source} → {entry.rendering}{_place(count)}", file=out)
            if entry in instead:
                ways = ", ".join(f"{wording} ({number})" for wording, number in instead[entry].most_common(3))
                print(f"      seems to read: {ways}", file=out)
    mixed = [count for count in tally.entries if count.inconsistent][: max(0, top)]
    if mixed:
        print("rendered in several ways:", file=out)
        for count in mixed:
            for rendering, wordings in count.inconsistent.items():
                ways = ", ".join(f"{wording} ({number})" for wording, number in wordings.most_common())
                print(f"  {count.entry.source} → {rendering}: {ways}", file=out)


def _place(count: EntryCount) -> str:
    return f"  ({Path(count.entry.path).name}:{count.entry.line})" if count.entry.path else ""
