"""`translator glossary`: checking, looking up, exchanging and merging glossaries; `suggest` has its own module."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from translator.cli.exit_codes import DONE, REFUSED, VIOLATION
from translator.cli.overwriting import refuse_overwriting
from translator.errors import GlossaryError, UsageError

if TYPE_CHECKING:
    from translator.glossary.check import Finding
    from translator.glossary.entry import Entry
    from translator.glossary.examples import Outcome
    from translator.glossary.glossary import Glossary


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `glossary` and its subcommands; each sets `run`, a function of the arguments that returns the exit code."""
    parser = subparsers.add_parser("glossary", help="check, look up, exchange and merge glossaries")
    commands = parser.add_subparsers(dest="glossary_command", required=True, metavar="COMMAND")

    command = commands.add_parser("check", help="report what is wrong or doubtful; exit code 3 on errors")
    command.add_argument("files", nargs="*", metavar="FILE", help="glossaries, a later one winning (default: bundled)")
    command.add_argument("--select", action="append", default=[], metavar="CODES", help="only these: E, W2, E101,E104")
    command.add_argument("--ignore", action="append", default=[], metavar="CODES", help="all but these")
    command.add_argument(
        "--against", metavar="TEXT", help="a French text in which terms that match too often are sought"
    )
    _add_output(command)
    command.set_defaults(run=run_check)

    command = commands.add_parser("show", help="all entries that match a term, which one wins, and why")
    command.add_argument("term", metavar="TERM", help="a French term, or a sentence with terms")
    _add_layers(command)
    _add_output(command)
    command.set_defaults(run=run_show)

    command = commands.add_parser("stats", help="count entries by file, kind, domain and reference")
    command.add_argument("files", nargs="*", metavar="FILE", help="glossaries (default: bundled)")
    command.add_argument("--top", type=int, default=15, metavar="N", help="lines in each table (default: %(default)s)")
    _add_output(command)
    command.set_defaults(run=run_stats)

    command = commands.add_parser("test", help="try the examples that rows carry; exit code 3 if one fails")
    command.add_argument("files", nargs="*", metavar="FILE", help="glossaries whose examples to try (default: all)")
    command.add_argument("--match-only", action="store_true", help="ask the matcher only: fast, no model")
    command.add_argument("--model", metavar="MODEL", help="translate with this package")
    _add_layers(command)
    _add_output(command)
    command.set_defaults(run=run_test)

    command = commands.add_parser("import", help="turn another program's term base into a glossary")
    command.add_argument("file", type=Path, metavar="FILE", help="TBX, TMX, XLSX, CSV …")
    command.add_argument("-o", "--out", type=Path, metavar="OUT", help="the glossary to write (default: CSV to stdout)")
    command.add_argument("--format", metavar="FORMAT", help=f"the format of FILE (default: look): {_formats()}")
    command.add_argument("--lenient", action="store_true", help="read TBX that breaks the rules of its dialect")
    _add_languages(command)
    command.set_defaults(run=run_import)

    command = commands.add_parser("export", help="write a glossary for another program")
    command.add_argument("file", metavar="FILE", help="a glossary, or the name of a bundled one")
    command.add_argument("-o", "--out", type=Path, metavar="OUT", required=True, help="the file to write")
    command.add_argument("--format", metavar="FORMAT", help=f"the format of OUT (default: by suffix): {_formats()}")
    _add_languages(command)
    command.set_defaults(run=run_export)

    command = commands.add_parser("merge", help="merge two glossaries that were changed separately; 1 on conflicts")
    for name in ("base", "ours", "theirs"):
        command.add_argument(name, type=Path, metavar=name.upper())
    command.add_argument("-o", "--out", type=Path, metavar="OUT", required=True, help="the merged glossary")
    command.add_argument(
        "--conflicts", type=Path, metavar="FILE", help="where conflicts go (default: OUT.conflicts.csv)"
    )
    command.add_argument(
        "--decisions", type=Path, metavar="FILE", help="a conflict file with its column `take` filled in"
    )
    command.set_defaults(run=run_merge)

    command = commands.add_parser("diff", help="what changed between two glossaries, by concept")
    command.add_argument("old", metavar="OLD")
    command.add_argument("new", metavar="NEW")
    _add_output(command)
    command.set_defaults(run=run_diff)

    from translator.cli import suggest

    suggest.add_parser(commands)


def run_check(args: argparse.Namespace) -> int:
    """Print the findings; 3 if one of them is an error."""
    from translator.glossary.bundled import bundled_paths, resolve
    from translator.glossary.check import check_files, chosen

    layers = [[resolve(name)] for name in args.files] or [list(bundled_paths())]
    chosen((), select=args.select, ignore=args.ignore)
    against = _lines(args.against) if args.against else []
    findings = chosen(check_files(layers, against=against), select=args.select, ignore=args.ignore)
    errors = sum(finding.is_error for finding in findings)
    if args.output == "json":
        _print_json([_finding(finding) for finding in findings])
    else:
        for finding in findings:
            print(finding)
    _notice(f"{errors} errors, {len(findings) - errors} warnings in {sum(map(len, layers))} files")
    return VIOLATION if errors else DONE


def run_show(args: argparse.Namespace) -> int:
    """Print the entries that match a term, the winners first."""
    from translator.glossary.show import show

    glossary = _layered(args)
    shown = show(glossary, args.term)
    if args.output == "json":
        _print_json(
            [
                {"wins": c.wins, "why": c.why, "found": c.found, "layer": c.layer, **_entry(c.entry)}
                for c in shown.candidates
            ]
        )
        return DONE
    for candidate in shown.candidates:
        entry = candidate.entry
        place = f"{entry.path}:{entry.line}" if entry.path else "no file"
        verdict = "wins " if candidate.wins else "loses"
        print(f"{verdict}  {entry.source} → {entry.target}  [{entry.kind}, {entry.status}]")
        layer = f"layer {candidate.layer + 1} of {len(glossary.layers)}"
        print(f"       {candidate.found!r}: {candidate.why}; {layer}, {place}")
    if not shown.candidates:
        _notice(f"no entry matches {args.term!r}")
    return DONE


def run_stats(args: argparse.Namespace) -> int:
    """Print counts."""
    from dataclasses import asdict

    from translator.glossary.glossary import Glossary
    from translator.glossary.stats import stats

    glossary = Glossary.layered(map(Glossary.load, args.files)) if args.files else Glossary.bundled()
    counts = asdict(stats(glossary))
    if args.output == "json":
        _print_json(counts)
        return DONE
    top = max(0, args.top)
    for name, value in counts.items():
        if isinstance(value, int):
            print(f"{value:>7,}  {name.replace('_', ' ')}")
    for name, table in counts.items():
        if isinstance(table, dict):
            print(f"\n{name}")
            for label, count in list(table.items())[:top]:
                print(f"{count:>7,}  {label}")
            if len(table) > top:
                print(f"{sum(list(table.values())[top:]):>7,}  in {len(table) - top} more")
    return DONE


def run_test(args: argparse.Namespace) -> int:
    """Try examples and print those that fail; 3 if there is one."""
    from translator.glossary.bundled import bundled_paths, resolve
    from translator.glossary.examples import examples_of, match_examples, translate_examples
    from translator.glossary.glossary import Glossary

    paths = [resolve(name) for name in args.files]
    inside = {str(path) for path in bundled_paths()} if not args.no_bundled else set()
    extra = [path for path in paths if str(path) not in inside]
    glossary = _layered(args, extra)
    wanted = {str(path) for path in paths}
    examples = [e for e in examples_of(glossary) if not wanted or e.entry.path in wanted]
    outcomes: Iterable[Outcome]
    if args.match_only:
        outcomes = match_examples(glossary, examples)
    else:
        from translator.pipeline import Translator

        translator = Translator(model=args.model, glossaries=[Glossary.layered([glossary])])
        outcomes = translate_examples(lambda texts: translator.translate_batch(texts, progress=True), examples)
    outcomes = list(outcomes)
    failed = [outcome for outcome in outcomes if not outcome.passed]
    if args.output == "json":
        _print_json([_outcome(outcome) for outcome in outcomes])
    else:
        for outcome in failed:
            print(outcome)
    _notice(f"{len(outcomes) - len(failed)} of {len(outcomes)} examples pass")
    return VIOLATION if failed else DONE


def run_import(args: argparse.Namespace) -> int:
    """Read a file of another program and write it as a glossary."""
    from translator.glossary.csv_file import format_csv
    from translator.glossary.exchange import export_glossary, read_glossary

    glossary, notices = read_glossary(
        args.file, args.format, source_lang=args.source_lang, target_lang=args.target_lang, lenient=args.lenient
    )
    if args.out is None:
        sys.stdout.write(format_csv(glossary, glossary.columns))
    else:
        notices += export_glossary(glossary, args.out)
    _notice(*notices, f"{len(glossary)} entries imported")
    return DONE


def run_export(args: argparse.Namespace) -> int:
    """Write a glossary in another program's format."""
    from translator.glossary.exchange import export_glossary
    from translator.glossary.glossary import Glossary

    refuse_overwriting(args.out, "-o", reads=[args.file])
    glossary = Glossary.load(args.file)
    languages = {"source_lang": args.source_lang, "target_lang": args.target_lang}
    notices = export_glossary(glossary, args.out, args.format, **languages)
    _notice(*notices, f"{args.out}: written from {len(glossary)} entries")
    return DONE


def run_merge(args: argparse.Namespace) -> int:
    """Merge, write conflicts for a person; 1 if there are any."""
    from translator.atomic import write_atomic
    from translator.glossary.csv_file import write_csv
    from translator.glossary.glossary import Glossary
    from translator.glossary.merge import merge, read_conflicts, write_conflicts

    path = args.conflicts or args.out.with_name(args.out.name + ".conflicts.csv")
    refuse_overwriting(path, "--conflicts", reads=(args.base, args.ours, args.theirs), writes=[args.out])
    base, ours, theirs = (Glossary.load(path) for path in (args.base, args.ours, args.theirs))
    decisions = read_conflicts(_text(args.decisions), str(args.decisions)) if args.decisions else {}
    merged = merge(base, ours, theirs, decisions=decisions)
    if merged.conflicts:
        write_atomic(path, write_conflicts(merged.conflicts).encode())
    columns = ours.columns + tuple(name for name in theirs.columns if name not in ours.columns)
    if args.out.suffix.lower() in ("", ".csv"):
        write_csv(args.out, merged.entries, columns)
    else:
        Glossary(merged.entries, columns=columns).save(args.out)
    if not merged.conflicts:
        return DONE
    _notice(
        *map(str, merged.conflicts),
        f"{len(merged.conflicts)} conflicts, ours taken for now: write ours, theirs or base into the column `take` of "
        f"{path} and merge again with --decisions",
    )
    return REFUSED


def run_diff(args: argparse.Namespace) -> int:
    """Print what changed."""
    from translator.glossary.diff import diff
    from translator.glossary.glossary import Glossary

    changes = diff(Glossary.load(args.old), Glossary.load(args.new))
    if args.output == "json":
        items = []
        for change in changes:
            what = "added" if change.old is None else "removed" if change.new is None else "changed"
            columns = {name: {"old": old, "new": new} for name, (old, new) in change.columns.items()}
            items.append({"change": what, **_entry(change.entry), "columns": columns})
        _print_json(items)
        return DONE
    for change in changes:
        print(change)
    return DONE


def _add_output(command: argparse.ArgumentParser) -> None:
    command.add_argument("--output", choices=("text", "json"), default="text", help="what stdout gets (default: text)")


def _add_layers(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "-g", "--glossary", action="append", default=[], metavar="GLOSSARY",
        help="a glossary file or the name of a bundled one; a later one wins",
    )  # fmt: skip
    command.add_argument("--no-bundled", action="store_true", help="leave the bundled glossaries out")


def _add_languages(command: argparse.ArgumentParser) -> None:
    command.add_argument("--from", dest="source_lang", default="fr", metavar="CODE", help="language of the source (fr)")
    command.add_argument("--to", dest="target_lang", default="en", metavar="CODE", help="language of the target (en)")


def _formats() -> str:
    from translator.glossary.exchange.formats import FORMATS

    return ", ".join(FORMATS)


def _layered(args: argparse.Namespace, further: Sequence[Path] = ()) -> Glossary:
    from translator.glossary.glossary import Glossary

    bundled = [] if args.no_bundled else [Glossary.bundled()]
    named = [Glossary.load(name) for name in (*args.glossary, *further)]
    if not bundled and not named:
        raise UsageError("--no-bundled leaves no glossary; give one with -g")
    return Glossary.layered([*bundled, *named])


def _text(path: Path) -> str:
    from translator.glossary.exchange.encoding import decoded

    try:
        text, notices = decoded(path.read_bytes(), str(path))
    except OSError as error:
        raise GlossaryError(f"cannot be read: {error.strerror}", path=path) from None
    _notice(*notices)
    return text.removeprefix("\ufeff")


def _lines(name: str) -> list[str]:
    return (sys.stdin.read() if name == "-" else _text(Path(name))).splitlines()


def _entry(entry: Entry) -> dict[str, object]:
    """The columns of an entry that hold something, and its place."""
    from translator.glossary.concepts import cells_of

    cells = {name: cell for name, cell in cells_of(entry).items() if cell}
    return {**cells, "path": entry.path, "line": entry.line}


def _finding(finding: Finding) -> dict[str, object]:
    entry = finding.entry
    return {
        "code": finding.code,
        "severity": "error" if finding.is_error else "warning",
        "message": finding.message,
        "path": finding.path,
        "line": finding.line,
        "source": entry.source if entry else "",
        "target": entry.target if entry else "",
    }


def _outcome(outcome: Outcome) -> dict[str, object]:
    example, entry = outcome.example, outcome.example.entry
    return {
        "passed": outcome.passed,
        "french": example.french,
        "wanted": example.english,
        "got": outcome.got,
        "source": entry.source,
        "path": entry.path,
        "line": entry.line,
    }


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1))


def _notice(*lines: str) -> None:
    for line in lines:
        print(line, file=sys.stderr)
