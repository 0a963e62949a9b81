"""`translator translate`: files, folders or standard input into English."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from translator.errors import DocumentError


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `translate`; it sets `run`, a function of the arguments that returns the exit code."""
    parser = subparsers.add_parser("translate", help="translate files, folders or standard input")
    parser.add_argument("files", nargs="*", default=["-"], metavar="FILE", help="file or `-` for standard input")
    parser.add_argument("-g", "--glossary", action="append", default=[], help="a glossary of yours; wins over bundled")
    parser.add_argument("--no-bundled", action="store_true", help="leave the bundled glossaries out")
    parser.add_argument("--model", help="an .argosmodel file, a package folder, or an installed package's name")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Translate to standard output."""
    from translator.glossary.glossary import Glossary
    from translator.pipeline import Translator

    bundled = [] if args.no_bundled else [Glossary.bundled()]
    translator = Translator(model=args.model, glossaries=[*bundled, *args.glossary])
    _notice(translator)
    for name in args.files:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise DocumentError(f"not UTF-8 at byte {error.start}", path=name) from error
        sys.stdout.write(translator.translate(text).text)
    return 0


def _notice(translator: object) -> None:
    """Say once that the starter model is at work, and how to get the full one."""
    from translator.pipeline import Translator

    assert isinstance(translator, Translator)
    if translator.engine.package.is_bundled:
        print(
            "translator: using the small starter model that comes with the library; `translator model install` fetches "
            "Argos's full one.",
            file=sys.stderr,
        )
