"""`translator glossary suggest`: candidates for a glossary from French texts, or French and English ones."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from translator.cli.overwriting import refuse_overwriting
from translator.errors import UsageError


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `suggest`; it sets `run`, a function of the arguments that returns the exit code."""
    parser = subparsers.add_parser(
        "suggest",
        help="find terms that the glossary lacks",
        description="Find names, titles and abbreviations that the glossary lacks, in French text files or, better, "
        "with their English translations (--english, or .tsv, .tmx, .xlf files). Writes a glossary with an empty "
        "status for a person to accept, mend or delete row after row.",
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="French text files (- is stdin), or .tsv, .tmx, .xlf")
    parser.add_argument(
        "-e", "--english", action="append", default=[], metavar="FILE",
        help="the English translation of the text file at the same place, line by line; as many as there are files",
    )  # fmt: skip
    parser.add_argument("-g", "--glossary", action="append", default=[], metavar="GLOSSARY",
                        help="leave out what this glossary knows, too")  # fmt: skip
    parser.add_argument("--no-bundled", action="store_true", help="do not leave out what the bundled glossaries know")
    parser.add_argument("--least", type=int, default=2, metavar="N",
                        help="least occurrences of a term without English evidence (default: %(default)s)")  # fmt: skip
    parser.add_argument("--limit", type=int, metavar="N", help="only the N most promising candidates")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="where to write (default: stdout)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Find the candidates and write them; 0."""
    from translator.atomic import write_atomic
    from translator.glossary.glossary import Glossary
    from translator.suggest.find import suggest
    from translator.suggest.write import format_candidates

    if args.limit is not None and args.limit < 1:
        raise UsageError(f"--limit is {args.limit}, but must be at least 1")
    if args.least < 1:
        raise UsageError(f"--least is {args.least}, but must be at least 1")
    if [*args.files, *args.english].count("-") > 1:
        raise UsageError("standard input can be read once; name files for the other texts")
    refuse_overwriting(args.output, "-o", reads=(*args.files, *args.english, *args.glossary))
    texts = _texts(args.files, args.english)
    layers = [] if args.no_bundled else [Glossary.bundled()]
    layers += [Glossary.load(name) for name in args.glossary]
    candidates = suggest(texts, Glossary.layered(layers), least=args.least)[: args.limit]
    text = format_candidates(candidates)
    if args.output is None:
        sys.stdout.write(text)
        return 0
    write_atomic(args.output, text.encode())
    print(f"{args.output}: {len(candidates)} candidates", file=sys.stderr)
    return 0


def _texts(files: list[str], english: list[str]) -> Iterator[str | tuple[str, str]]:
    from translator.auditing.pairs import is_bilingual

    if english and (len(english) != len(files) or any(map(is_bilingual, files))):
        raise UsageError(f"{len(files)} French text files, but {len(english)} English ones; give one for each")
    return _read(files, english)


def _read(files: list[str], english: list[str]) -> Iterator[str | tuple[str, str]]:
    """Sentences of French files, or pairs as short as the files have them."""
    from translator.auditing.pairs import is_bilingual, read_bilingual, read_lines, read_text_pair
    from translator.text.sentences import split_sentences

    for n, file in enumerate(files):
        if english or is_bilingual(file):
            for pair in read_text_pair(file, english[n]) if english else read_bilingual(file):
                yield pair.french, pair.english
        else:
            for line in read_lines(file):
                yield from (line[start:end] for start, end in split_sentences(line))
