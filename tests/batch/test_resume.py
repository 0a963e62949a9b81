"""Runs that are cut off at any moment, and what the next run makes of them."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from translator.batch.inputs import STATE
from translator.batch.outcome import DocumentOutcome
from translator.batch.single import run_to_file
from translator.batch.state import State
from translator.documents.document import open_document
from translator.errors import DocumentError
from translator.glossary.entry import Entry
from translator.glossary.glossary import Glossary
from translator.pipeline import Translator

Tree = Callable[[Path], dict[str, bytes]]
Work = Callable[[Path], object]


def states(outcomes: list[DocumentOutcome]) -> list[str]:
    return [outcome.state for outcome in outcomes]


def killed(translator: Translator, work: Callable[[], object], after: float) -> bool:
    """Whether a child process was still at work some seconds after it had loaded the model; it is killed then."""
    ready, tell = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            translator.engine.token_count("Bonjour.")
            os.write(tell, b".")
            work()
            code = 0
        finally:
            os._exit(code)
    os.close(tell)
    os.read(ready, 1)
    os.close(ready)
    time.sleep(after)
    with contextlib.suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def test_killed_ten_times(
    translator: Translator, folder: Path, tmp_path: Path, tree: Tree, small_windows: None
) -> None:
    def work(out: Path) -> object:
        return translator.translate_documents([folder], output=out)

    translator.translate("Bonjour.")
    started = time.monotonic()
    work(tmp_path / "undisturbed")
    whole = time.monotonic() - started
    expected = tree(tmp_path / "undisturbed")
    assert len(expected) == 14
    chance = random.Random(4)
    kills = runs = 0
    while kills < 10 and runs < 50:
        out = tmp_path / f"out{runs}"
        runs += 1
        left = whole
        for _ in range(3):
            after = chance.uniform(0, left)
            if kills < 10 and killed(translator, lambda out=out: work(out), after):
                kills += 1
                left -= after
            found = tree(out) if out.exists() else {}
            assert found.items() <= expected.items(), "a half-written file is in place"
        work(out)
        assert tree(out) == expected
        assert list((out / STATE).glob("parts/*")) == []
    assert kills == 10


@pytest.mark.usefixtures("small_windows")
def test_killed_on_the_way_to_one_file(translator: Translator, folder: Path, tmp_path: Path) -> None:
    def work(out: Path) -> object:
        document = open_document(folder / "records.jsonl")
        return list(run_to_file(translator, document, out, size=1 << 20))

    translator.translate("Bonjour.")
    started = time.monotonic()
    work(tmp_path / "undisturbed")
    whole = time.monotonic() - started
    out = tmp_path / "out.jsonl"
    for part in (0.3, 0.6, 0.9):
        killed(translator, lambda: work(out), part * whole)
    work(out)
    assert out.read_bytes() == (tmp_path / "undisturbed").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out.jsonl", "undisturbed"]


def test_second_run_does_nothing(translator: Translator, folder: Path, tmp_path: Path, tree: Tree) -> None:
    first = translator.translate_documents([folder], output=tmp_path / "out")
    made = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.txt")}
    second = translator.translate_documents([folder], output=tmp_path / "out")
    assert states(first) == ["translated"] * 14
    assert states(second) == ["unchanged"] * 14
    assert [replace(one, state="translated") for one in second] == first
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.txt")} == made


def _changed_input(folder: Path, out: Path) -> None:
    (folder / "d0" / "0.txt").write_text("Il pleut.\n", "utf-8")


def _touched_input(folder: Path, out: Path) -> None:
    os.utime(folder / "d0" / "0.txt")


def _output_gone(folder: Path, out: Path) -> None:
    (out / "d0" / "0.txt").unlink()


def _output_edited(folder: Path, out: Path) -> None:
    (out / "d0" / "0.txt").write_text("Mine.\n", "utf-8")


def _journal_cut(folder: Path, out: Path) -> None:
    journal = out / STATE / "journal.jsonl"
    journal.write_bytes(journal.read_bytes()[:-40])


def _journal_garbage(folder: Path, out: Path) -> None:
    (out / STATE / "journal.jsonl").write_bytes(b'\xff\xfe\n[]\n{"target": 3}\n{"target": "d0/0.txt"}\n')


def _journal_gone(folder: Path, out: Path) -> None:
    (out / STATE / "journal.jsonl").unlink()


@pytest.mark.parametrize(
    ("change", "redone"),
    [
        (_changed_input, 1),
        (_touched_input, 0),
        (_output_gone, 1),
        (_output_edited, 1),
        (_journal_cut, 1),
        (_journal_garbage, 14),
        (_journal_gone, 14),
    ],
)
def test_changes_are_noticed(
    translator: Translator,
    folder: Path,
    tmp_path: Path,
    tree: Tree,
    change: Callable[[Path, Path], None],
    redone: int,
) -> None:
    out = tmp_path / "out"
    translator.translate_documents([folder], output=out)
    change(folder, out)
    assert states(translator.translate_documents([folder], output=out)).count("translated") == redone
    translator.translate_documents([folder], output=tmp_path / "anew")
    assert tree(out) == tree(tmp_path / "anew")
    assert states(translator.translate_documents([folder], output=out)).count("translated") == 0


def test_changed_glossary_and_options_are_noticed(translator: Translator, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    translator.translate_documents([folder], output=out)
    other = Translator(glossaries=[Glossary([Entry("OTAN", "the Alliance")])], beam_size=1)
    other.engine = translator.engine
    assert "translated" in states(other.translate_documents([folder], output=out))
    assert "the alliance" in "".join(path.read_text("utf-8") for path in out.rglob("*.txt")).lower()
    assert "unchanged" not in states(other.translate_documents([folder], output=out, format="text"))
    assert "unchanged" not in states(other.translate_documents([folder], output=out, fresh=True))


def test_refused_records_are_told_of_again(translator: Translator, tmp_path: Path) -> None:
    source = tmp_path / "a.jsonl"
    source.write_text('{"text": "Bonjour."}\nno json\n', "utf-8")
    first = translator.translate_documents([source], output=tmp_path / "out")
    second = translator.translate_documents([source], output=tmp_path / "out")
    assert (first[0].refused, second[0].refused) == (1, 1)
    assert first[0].problems == second[0].problems
    assert f"{source}:2: " in first[0].problems[0]
    assert not second[0].ok


def test_the_file_is_named_that_another_process_writes(translator: Translator, folder: Path, tmp_path: Path) -> None:
    document = open_document(folder / "table.csv", fields=["body"])
    with (
        State(tmp_path / f".b.csv{STATE}"),
        pytest.raises(DocumentError, match=r"b\.csv: another process is translating to this place"),
    ):
        list(run_to_file(translator, document, tmp_path / "b.csv"))


def test_one_process_at_a_time(translator: Translator, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with State(out / STATE), pytest.raises(DocumentError, match="another process is translating"):
        translator.translate_documents([folder], output=out)
    assert all(one.ok for one in translator.translate_documents([folder], output=out))


def test_interrupted_run_leaves_nothing_half_written(
    translator: Translator, folder: Path, tmp_path: Path, tree: Tree, small_windows: None
) -> None:
    def interrupt(outcome: DocumentOutcome) -> None:
        if outcome.name.endswith("9.txt"):
            raise KeyboardInterrupt

    out = tmp_path / "out"
    with pytest.raises(KeyboardInterrupt):
        translator.translate_documents([folder], output=out, progress=interrupt)
    assert 0 < len(tree(out)) < 14
    assert not (out / STATE / "parts").exists()
    done = len(tree(out))
    assert states(translator.translate_documents([folder], output=out)).count("unchanged") == done
