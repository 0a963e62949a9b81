"""Ray on this machine with two actors; skipped where Ray, an extra, is not installed."""

from __future__ import annotations

import builtins
import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from translator import cluster
from translator.errors import Error, UsageError
from translator.glossary.entry import Entry
from translator.glossary.glossary import Glossary
from translator.pipeline import Translator

needs_ray = pytest.mark.skipif(
    importlib.util.find_spec("ray") is None, reason="Ray is not installed (pip install 'translator[ray]')"
)

GLOSSARY = Glossary([Entry("OTAN", "NATO", kind="institution"), Entry("Conseil de l'Arctique", "Arctic Council")])
ROWS: list[dict[str, Any]] = [
    {"id": n, "title": f"L'OTAN et la mer {n}", "text": f"Le Conseil de l'Arctique reste là.\n\nIl pleut {n} fois."}
    for n in range(16)
]


@pytest.fixture(scope="module")
def ray() -> Iterator[Any]:
    """A local cluster of two cores."""
    patch = pytest.MonkeyPatch()
    for name, value in {
        "RAY_ENABLE_UV_RUN_RUNTIME_ENV": "0",
        "RAY_USAGE_STATS_ENABLED": "0",
        "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",
    }.items():
        patch.setenv(name, value)
    found = pytest.importorskip("ray")
    found.init(
        address="local", num_cpus=2, include_dashboard=False, logging_level="ERROR", log_to_driver=False,
        object_store_memory=100 * 2**20,
    )  # fmt: skip
    found.data.DataContext.get_current().enable_progress_bars = False
    found.data.DataContext.get_current().verbose_stats_logs = False
    yield found
    found.shutdown()
    patch.undo()


@pytest.fixture(scope="module")
def expected() -> list[dict[str, Any]]:
    translator = Translator(glossaries=[GLOSSARY], beam_size=1)
    made = [[one.text for one in translator.translate_batch(row[name] for row in ROWS)] for name in ("title", "text")]
    return [{**row, "title_en": title, "text_en": text} for row, title, text in zip(ROWS, *made, strict=True)]


@needs_ray
def test_two_actors_give_what_one_machine_gives(ray: Any, tmp_path: Path, expected: list[dict[str, Any]]) -> None:
    import pyarrow.parquet

    source = tmp_path / "in"
    source.mkdir()
    for part in (0, 1):
        lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS[part::2]]
        (source / f"{part}.jsonl").write_text("".join(lines), "utf-8")
    options: dict[str, Any] = {"actors": 2, "batch_size": 4, "glossaries": [GLOSSARY], "beam_size": 1}
    cluster.translate_files(str(source), str(tmp_path / "made"), format="parquet", fields=["title", "text"], **options)
    rows = pyarrow.parquet.read_table(tmp_path / "made").to_pylist()
    assert sorted(rows, key=lambda row: row["id"]) == expected
    # And from Parquet to JSONL.
    cluster.translate_files(str(tmp_path / "made"), str(tmp_path / "out"), fields=["title"], into="again", **options)
    texts = [path.read_text("utf-8") for path in (tmp_path / "out").glob("*.json*")]
    rows = [json.loads(line) for text in texts for line in text.splitlines()]
    assert sorted(rows, key=lambda row: row["id"]) == [{**row, "again": row["title_en"]} for row in expected]


@needs_ray
def test_actor_adds_columns_and_leaves_nulls() -> None:
    import pyarrow

    actor = cluster.TranslatingActor(["text"], "{field}", {"glossaries": [GLOSSARY], "beam_size": 1})
    table = actor(pyarrow.table({"n": [1, 2], "text": ["L'OTAN.", None]}))
    assert table.column_names == ["n", "text"]
    assert table.column("text").to_pylist() == ["NATO.", None]


@needs_ray
@pytest.mark.parametrize(
    ("data", "message"), [({"a": ["x"]}, "no column 'text'; the data has: a"), ({"text": [1]}, "holds int, not text")]
)
def test_wrong_columns(data: dict[str, list[object]], message: str) -> None:
    import pyarrow

    actor = cluster.TranslatingActor(["text"], "{field}_en", {"glossaries": []})
    with pytest.raises(UsageError, match=message):
        actor(pyarrow.table(data))


@needs_ray
def test_options_that_make_no_sense() -> None:
    with pytest.raises(UsageError, match="no field is named"):
        cluster.translate(None, fields=[])
    with pytest.raises(UsageError, match="unknown format 'csv'"):
        cluster.translate_files("a", "b", format="csv")


def test_without_ray_the_error_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    load = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.split(".")[0] == "ray":
            raise ImportError("No module named 'ray'")
        return load(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(Error, match=r"pip install 'translator\[ray\]'"):
        cluster.translate(None)
    assert cluster.main(["a", "b"]) == 1
    assert "Ray is not installed" in capsys.readouterr().err
