"""The glossaries that come with the library."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from translator.errors import GlossaryError
from translator.glossary.csv_file import read_csv
from translator.glossary.entry import Entry


@cache
def bundled_folder() -> Path:
    """Where the bundled glossaries stand: inside the installed package, or at the top of a source checkout."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "glossaries", package.parents[1] / "glossaries"):
        if (folder / "titles.csv").is_file():
            return folder
    raise GlossaryError("the bundled glossaries are missing; reinstall the package", path=package / "glossaries")


def bundled_paths() -> tuple[Path, ...]:
    """The bundled glossary files, in order of their names (they share one layer)."""
    return tuple(sorted(bundled_folder().glob("*.csv")))


def resolve(name: str | Path) -> Path:
    """A glossary given by path, or a bundled one by its name (`institutions`).

    Raises `GlossaryError` if there is neither.
    """
    path = Path(name)
    if path.is_file() or path.suffix or len(path.parts) > 1:
        return path
    for bundled in bundled_paths():
        if bundled.stem == str(name):
            return bundled
    if path.is_dir():
        raise GlossaryError("is a folder; name a glossary file in it", path=path)
    names = ", ".join(bundled.stem for bundled in bundled_paths())
    raise GlossaryError(f"no glossary file {str(name)!r}; give a path, or the name of a bundled one: {names}")


@cache
def slot_words() -> tuple[Entry, ...]:
    """The nationalities and countries that fill slots also in glossaries that name none: facts of language."""
    folder = bundled_folder()
    nationalities, _ = read_csv(folder / "nationalities.csv")
    places, _ = read_csv(folder / "places.csv")
    return (*nationalities, *(entry for entry in places if entry.domain == "country"))
