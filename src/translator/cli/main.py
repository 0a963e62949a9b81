"""The `translator` command: one subcommand per module, errors and exit codes in one place."""

from __future__ import annotations

import argparse
import errno
import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module

from translator.cli.exit_codes import DONE, INTERRUPTED, REFUSED, USAGE
from translator.errors import Error, UsageError

COMMANDS = ("translate", "audit", "glossary", "model")
"""The subcommands; each is a module of this package with `add_parser`."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")
    # A command makes some 100,000 objects that stay: looking for cycles among them costs a tenth of a short one's time.
    gc.set_threshold(200_000, 20, 20)
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        args = _parser(given).parse_args(given)
        code: int = args.run(args)
        sys.stdout.flush()
        return code
    except UsageError as error:
        print(f"translator: {error}", file=sys.stderr)
        return USAGE
    except Error as error:
        print(f"translator: {error}", file=sys.stderr)
        return REFUSED
    except BrokenPipeError:
        _let_go_of_stdout()  # The reader has gone (`| head`).
        return DONE
    except OSError as error:
        # What fails without a name is standard output (files are opened by their names and written by `atomic`), or
        # the current folder that has been removed.
        place = error.filename or ("the current folder" if error.errno == errno.ENOENT else "standard output")
        if not error.filename:
            _let_go_of_stdout()
        print(f"translator: {place}: {error.strerror or error}", file=sys.stderr)
        return REFUSED
    except KeyboardInterrupt:
        print("translator: interrupted", file=sys.stderr)
        return INTERRUPTED


def _open_closed_streams() -> None:
    """Where a shell has closed a standard stream (`>&-`), Python has None; nothing is read then, and writing fails."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull)  # noqa: SIM115
    if sys.stdout is None:
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w")
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115


def _let_go_of_stdout() -> None:
    """Let what is still to be written go nowhere, so that Python does not fail once more when it closes stdout."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """The parser; only the module of the subcommand that is asked for is imported, or all of them for help."""
    parser = argparse.ArgumentParser(
        prog="translator",
        description="Offline French to English translation that renders no institution, title or name two ways.",
    )
    parser.add_argument("--version", action="version", version=_version())
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    wanted = [name for name in COMMANDS if name in arguments[:1]] or COMMANDS
    for name in wanted:
        import_module(f"translator.cli.{name}").add_parser(commands)
    return parser


def _version() -> str:
    from importlib.metadata import version

    return f"translator {version('translator')}"


if __name__ == "__main__":
    sys.exit(main())
