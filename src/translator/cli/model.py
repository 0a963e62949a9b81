"""`translator model`: the translation packages on this machine."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from translator.errors import ModelError

if TYPE_CHECKING:
    from translator.engine.download import Progress


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `model` and its subcommands; each sets `run`, a function of the arguments that returns the exit code."""
    parser = subparsers.add_parser("model", help="list, show, install or remove translation packages")
    commands = parser.add_subparsers(dest="model_command", required=True, metavar="COMMAND")

    command = commands.add_parser("list", help="the French to English packages; `*` marks the one in use")
    command.set_defaults(run=run_list)

    command = commands.add_parser("info", help="what is known of a package")
    command.add_argument("model", nargs="?", help="name, file or folder (default: the one in use)")
    command.set_defaults(run=run_info)

    command = commands.add_parser("install", help="install a package for this library and Argos Translate")
    command.add_argument(
        "file", nargs="?", type=Path, help="an .argosmodel file (default: fetch the newest from Argos's index)"
    )
    command.set_defaults(run=run_install)

    command = commands.add_parser("remove", help="remove an installed package")
    command.add_argument("name", help="its name, as `model list` prints it")
    command.set_defaults(run=run_remove)


def run_list(args: argparse.Namespace) -> int:
    """Print the packages, the one in use last and with a star; 1 if one of them is damaged."""
    from translator.engine.package import bundled_package, installed_folders, open_folder, version_key

    packages, code = [], 0
    for folder in installed_folders():
        try:
            packages.append(open_folder(folder))
        except ModelError as error:
            print(f"{error}", file=sys.stderr)
            code = 1
    packages = [bundled_package(), *sorted(packages, key=lambda package: version_key(package.version))]
    width = max(len(package.name) for package in packages)
    for package in packages:
        star = "*" if package is packages[-1] and not code else " "
        place = "starter model, comes with the library" if package.is_bundled else str(package.path)
        print(f"{star} {package.name:<{width}}  {package.version:<5}  {place}")
    return code


def run_info(args: argparse.Namespace) -> int:
    """Print what is known of a package, a line each."""
    from translator.engine.package import open_package

    package = open_package(args.model)
    facts = {
        "name": package.name,
        "version": package.version,
        "languages": f"{package.from_code} → {package.to_code}",
        "path": str(package.path),
        "tokenizer": package.tokenizer_file,
        "term markup": " ".join(package.term_markup) if package.term_markup else "none",
        "size": f"{sum(len(package.read(name)) for name in package.members):,} bytes",
        "sha256": package.fingerprint,
        "comes with the library": "yes" if package.is_bundled else "no",
    }
    for name, value in facts.items():
        print(f"{name}: {value}")
    return 0


def run_install(args: argparse.Namespace) -> int:
    """Install a package and print where it is now."""
    from translator.engine.install import install_file, install_newest

    if args.file is not None:
        package = install_file(args.file)
    else:
        with _progress() as progress:
            package = install_newest(progress)
    print(f"{package.name} {package.version}: {package.path}")
    return 0


def run_remove(args: argparse.Namespace) -> int:
    """Remove a package and print where it was."""
    from translator.engine.install import remove

    print(f"removed {remove(args.name)}")
    return 0


@contextmanager
def _progress() -> Iterator[Progress | None]:
    """A bar on stderr if that is a terminal, else nothing."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, TextColumn, TimeRemainingColumn, TransferSpeedColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Bar(*columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Fetching the package", total=None)
        yield lambda have, total: bar.update(task, completed=have, total=total)
