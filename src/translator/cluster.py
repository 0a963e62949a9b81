"""Translation on several machines with Ray Data: `pip install 'translator[ray]'` (docs/cluster.md).

    import ray
    from translator import cluster

    dataset = ray.data.read_json("dump/*.jsonl", lines=True)
    cluster.translate(dataset, fields=["title", "body"], actors=64).write_parquet("out/")

The same from a shell: `python -m translator.cluster dump/ out/ --field title --field body --actors 64`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from inspect import signature
from pathlib import Path
from typing import TYPE_CHECKING, Any

from translator.errors import Error, UsageError

if TYPE_CHECKING:
    from translator.glossary.glossary import Glossary

__all__ = ["TranslatingActor", "translate", "translate_files"]

_BATCH_ROWS = 64
"""Rows that an actor gets at a time: enough sentences to fill batches of equal lengths."""

_FILE_CORES = 0.05
"""The part of a core that Ray sets aside for reading or writing a file, which take next to no time here."""


class TranslatingActor:
    """What Ray starts once per core: holds a translator, and adds translations to batches of rows.

    `fields` are the columns to translate, `into` names the column of each translation (`{field}` stands for the
    name), `options` are the arguments of `Translator`.
    """

    def __init__(self, fields: Sequence[str], into: str, options: Mapping[str, Any]) -> None:
        """Load the glossaries; the model is loaded by the first batch."""
        from translator.pipeline import Translator

        self.fields, self.into = list(fields), into
        self.translator = Translator(**{"threads": 1, **options})

    def __call__(self, table: Any) -> Any:
        """An Arrow table with its translations. Raises `UsageError` for a column that is missing or is no text."""
        for field in self.fields:
            table = self._with_translations(table, field)
        return table

    def _with_translations(self, table: Any, field: str) -> Any:
        import pyarrow  # type: ignore[import-not-found,import-untyped,unused-ignore]

        if field not in table.column_names:
            raise UsageError(f"there is no column {field!r}; the data has: {', '.join(table.column_names)}.")
        values = table.column(field).to_pylist()
        other = next((value for value in values if value is not None and not isinstance(value, str)), None)
        if other is not None:
            raise UsageError(f"column {field!r} holds {type(other).__name__}, not text; name another with fields=.")
        made = iter(self.translator.translate_batch(value for value in values if value is not None))
        texts = [None if value is None else next(made).text for value in values]
        name, column = self.into.format(field=field), pyarrow.array(texts, pyarrow.string())
        if name in table.column_names:
            return table.set_column(table.column_names.index(name), name, column)
        return table.append_column(name, column)


def translate(
    dataset: Any,
    *,
    fields: Iterable[str] = ("text",),
    into: str = "{field}_en",
    actors: int | tuple[int, int] | None = None,
    batch_size: int = _BATCH_ROWS,
    glossaries: Iterable[str | Path | Glossary] | None = None,
    **options: Any,
) -> Any:
    """A Ray dataset with the translations of its text columns added; lazy, as all of Ray Data.

    `into` names the new columns; `into="{field}"` overwrites the French. `actors` is their number, one core each, or
    the least and the greatest number; by default up to one for each core. Nulls stay nulls. `glossaries` are
    read here and sent to the actors; a file that `model` names has to be on every machine. Other `options` are those of
    `Translator`. Results are those of one machine, whatever the number of actors and the batch size.

    Raises `UsageError` for options that make no sense, `GlossaryError` for a glossary that cannot be read, `Error` if
    Ray is not installed.
    """
    ray = _ray()
    names = [fields] if isinstance(fields, str) else list(fields)
    if not names:
        raise UsageError("no field is named; name the text columns with fields=.")
    if glossaries is not None:
        from translator.glossary.glossary import Glossary

        options["glossaries"] = [one if isinstance(one, Glossary) else Glossary.load(one) for one in glossaries]
    cores, share = _cores(ray)
    least, most = actors if isinstance(actors, tuple) else (actors, actors) if actors else (1, cores)
    return dataset.map_batches(
        TranslatingActor,
        fn_constructor_args=(names, into, options),
        batch_format="pyarrow",
        batch_size=batch_size,
        compute=ray.data.ActorPoolStrategy(min_size=least, max_size=most),
        num_cpus=share,
    )


def translate_files(
    source: str | Sequence[str], output: str, *, format: str = "jsonl", rows_per_file: int | None = None, **options: Any
) -> None:
    """Read JSONL or Parquet files (paths or folders, also `s3://…`), translate, and write `format` to a folder.

    What is read is decided by the suffix: `.parquet`, or else JSONL. `options` are those of `translate`. Raises what
    `translate` raises, and Ray's own errors for files that cannot be read or written.
    """
    ray = _ray()
    if format not in ("jsonl", "parquet"):
        raise UsageError(f"unknown format {format!r}; there are: jsonl, parquet.")
    paths = [source] if isinstance(source, str) else list(source)
    if _is_parquet(paths):
        dataset = ray.data.read_parquet(paths, **_share(ray.data.read_parquet))
    else:
        dataset = ray.data.read_json(paths, lines=True, **_share(ray.data.read_json))
    made = translate(dataset, **options)
    if format == "parquet":
        made.write_parquet(output, min_rows_per_file=rows_per_file, **_share(made.write_parquet))
    else:
        made.write_json(output, min_rows_per_file=rows_per_file, force_ascii=False, **_share(made.write_json))


def _share(function: Callable[..., Any]) -> dict[str, Any]:
    """The argument by which a reader or writer of Ray sets aside `_FILE_CORES`; it has two names."""
    if "num_cpus" in signature(function).parameters:
        return {"num_cpus": _FILE_CORES}
    return {"ray_remote_args": {"num_cpus": _FILE_CORES}}


def _is_parquet(paths: Sequence[str]) -> bool:
    """Whether the files, or those in the first folder, are Parquet."""
    first = Path(paths[0])
    inside = [str(path) for path in first.glob("**/*.*")] if first.is_dir() else paths
    return bool(inside) and all(path.endswith(".parquet") for path in inside)


def _cores(ray: Any) -> tuple[int, float]:
    """The cores of the cluster (of this machine if there is none), and the part of one to set aside for an actor.

    If actors took all cores of a machine whole, the tasks that list and read files for them would never start: on the
    smallest machine a whole core has to be free. It is free on paper only; those tasks have little to do.
    """
    if not ray.is_initialized():
        ray.init()
    machines = [int(node["Resources"].get("CPU", 0)) for node in ray.nodes() if node["Alive"]]
    found = [number for number in machines if number] or [1]
    return sum(found), min(0.9, int(1000 - 1000 / min(found)) / 1000)


def _ray() -> Any:
    try:
        import ray  # type: ignore[import-not-found,import-untyped,unused-ignore]
        import ray.data  # type: ignore[import-not-found,import-untyped,unused-ignore]
    except ImportError as error:
        raise Error(f"Ray is not installed ({error}); install it with: pip install 'translator[ray]'") from error
    return ray


def main(arguments: Sequence[str] | None = None) -> int:
    """`python -m translator.cluster`: translate files on a Ray cluster; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m translator.cluster", description="Translate files with Ray.")
    add = parser.add_argument
    add("source", help="JSONL or Parquet: a file, a folder, or an address that Ray can read (s3://…)")
    add("output", help="folder for the translated files")
    add("--field", action="append", metavar="COLUMN", help="text column to translate (default: text)")
    add("--into", default="{field}_en", help="name of the column of a translation (default: %(default)s)")
    add("--actors", type=int, metavar="N", help="translating processes (default: one per core of the cluster)")
    add("--format", choices=("jsonl", "parquet"), default="jsonl", help="what is written (default: %(default)s)")
    add("--rows-per-file", type=int, metavar="N", help="least number of rows in a file that is written")
    add("--address", help="address of the cluster (default: the running one, or else this machine)")
    add("-g", "--glossary", action="append", metavar="GLOSSARY", help="a glossary of yours; wins over bundled")
    add("--model", help="as for `translator translate`; has to be on every machine")
    args = parser.parse_args(arguments)
    try:
        ray = _ray()
        ray.init(address=args.address)
        glossaries = None
        if args.glossary:
            from translator.glossary.glossary import Glossary

            glossaries = [Glossary.bundled(), *args.glossary]
        translate_files(
            args.source, args.output, format=args.format, rows_per_file=args.rows_per_file,
            fields=args.field or ["text"], into=args.into, actors=args.actors, glossaries=glossaries, model=args.model,
        )  # fmt: skip
    except Error as error:
        print(f"translator: {error}", file=sys.stderr)
        return 2 if isinstance(error, UsageError) else 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
