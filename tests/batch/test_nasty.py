"""Inputs and disks as one would rather not meet them."""

from __future__ import annotations

import contextlib
import os
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from translator.batch.inputs import STATE
from translator.batch.outcome import DocumentOutcome
from translator.batch.single import run_to_file, run_to_stream
from translator.documents.document import open_document
from translator.pipeline import Translator


def done(translator: Translator, source: Path, output: Path) -> list[DocumentOutcome]:
    return translator.translate_documents([source], output=output)


@pytest.mark.parametrize(
    ("name", "data", "state", "problem"),
    [
        ("empty.txt", b"", "translated", ""),
        ("empty.md", b"", "translated", ""),
        ("empty.jsonl", b"", "translated", ""),
        ("blank.txt", b"\n \n\t\n", "translated", ""),
        ("nul.txt", b"Il\0pleut.", "failed", "NUL"),
        ("latin.txt", "Été.".encode("latin-1"), "failed", "not UTF-8"),
        ("utf16.txt", "Été.".encode("utf-16"), "failed", "UTF-16"),
        ("cut.docx", b"PK\x03\x04abc", "failed", "cut.docx"),
        ("cut.xlf", b"<xliff><file>", "failed", "cut.xlf"),
        ("deep.jsonl", b"[" * 100_000 + b"\n", "translated", "nested too deeply"),
        ("bom.txt", b"\xef\xbb\xbfIl pleut.\r\n", "translated", ""),
        ("surrogate.jsonl", b'{"text": "\\ud800"}\n', "translated", "surrogate"),
    ],
)
def test_documents(translator: Translator, tmp_path: Path, name: str, data: bytes, state: str, problem: str) -> None:
    source = tmp_path / "in" / name
    source.parent.mkdir()
    source.write_bytes(data)
    (source.parent / "zz.txt").write_text("Il pleut.", "utf-8")
    outcome, last = done(translator, source.parent, tmp_path / "out")
    assert (outcome.state, last.state) == (state, "translated")
    assert problem in "".join(outcome.problems)
    assert bool(outcome.problems) is bool(problem)
    assert (tmp_path / "out" / name).exists() is (state == "translated")
    if not data.strip():
        assert (tmp_path / "out" / name).read_bytes() == data


def test_format_whose_reader_breaks_down(translator: Translator, folder: Path, tmp_path: Path) -> None:
    (folder / "a.html").write_bytes(b"<" * 50_000)
    (folder / "b.html").write_bytes(b"<div>" * 50_000)
    outcomes = done(translator, folder, tmp_path / "out")
    assert len(outcomes) == 16
    assert [one.name for one in outcomes if not one.ok and not one.name.endswith(".html")] == []


def test_file_that_vanishes(translator: Translator, folder: Path, tmp_path: Path) -> None:
    def remove(outcome: DocumentOutcome) -> None:
        (folder / "table.csv").unlink(missing_ok=True)

    (folder / "a.txt").write_text("Il pleut. " * 8000, "utf-8")
    outcomes = translator.translate_documents([folder], output=tmp_path / "out", progress=remove)
    assert [one.name for one in outcomes if not one.ok] in ([], [str(folder / "table.csv")])


def test_place_that_is_taken_by_a_folder(translator: Translator, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "out" / "table.csv").mkdir(parents=True)
    (tmp_path / "out" / "d1").write_text("a file", "utf-8")
    failed = [one for one in done(translator, folder, tmp_path / "out") if not one.ok]
    assert {Path(one.name).name for one in failed} == {"table.csv", "1.txt", "4.txt", "7.txt", "10.txt"}
    assert all("cannot be written" in one.problems[0] for one in failed)
    assert (tmp_path / "out" / "d1").read_text("utf-8") == "a file"


@pytest.mark.parametrize("name", ["a\nb.txt", "-x.txt", b"caf\xe9.txt", "x" * 250 + ".txt"])
def test_odd_names(translator: Translator, tmp_path: Path, name: str | bytes) -> None:
    (tmp_path / "in").mkdir()
    path = Path(os.fsdecode(os.path.join(os.fsencode(tmp_path / "in"), os.fsencode(name))))
    path.write_text("Il pleut.", "utf-8")
    [first] = done(translator, tmp_path / "in", tmp_path / "out")
    [second] = done(translator, tmp_path / "in", tmp_path / "out")
    assert (first.state, second.state) == ("translated", "unchanged")
    assert (tmp_path / "out" / path.name).exists()
    list(run_to_file(translator, open_document(path), tmp_path / path.name))
    assert (tmp_path / path.name).read_bytes() == (tmp_path / "out" / path.name).read_bytes()
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted(["in", "out", path.name])


def test_a_line_without_end(translator: Translator, tmp_path: Path) -> None:
    """A single line of a megabyte: its pieces are translated once each, as most are the same."""
    (tmp_path / "a.txt").write_text("il pleut et il neige et il vente, " * 30_000, "utf-8")

    class Stream:
        def write(self, data: bytes) -> None:
            assert len(data) > 10**5

        def flush(self) -> None: ...

    started = time.monotonic()
    [*_, outcome] = run_to_stream(translator, open_document(tmp_path / "a.txt"), Stream())  # type: ignore[arg-type]
    assert isinstance(outcome, DocumentOutcome)
    assert outcome.state == "translated"
    assert time.monotonic() - started < 120


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """Mounts a disk of some kilobytes; None is given where that is not allowed."""
    mounted: list[Path] = []

    def mount(kilobytes: int) -> Path:
        place = tmp_path / "disk"
        place.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(place)]
        try:
            subprocess.run(command, check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError):
            pytest.skip("mounting a small disk is not allowed here")
        mounted.append(place)
        return place

    yield mount
    for place in mounted:
        subprocess.run(["umount", "-l", str(place)], check=False)


@pytest.mark.usefixtures("small_windows")
@pytest.mark.parametrize("kilobytes", [80, 160, 300])
def test_full_disk(
    translator: Translator,
    folder: Path,
    tmp_path: Path,
    tree: Callable[[Path], dict[str, bytes]],
    small_disk: Callable[[int], Path],
    kilobytes: int,
) -> None:
    disk = small_disk(kilobytes)
    done(translator, folder, tmp_path / "undisturbed")
    expected = tree(tmp_path / "undisturbed")
    filler = disk / "filler"
    filler.write_bytes(b"x" * (kilobytes - 48) * 1024)
    with contextlib.suppress(OSError):
        done(translator, folder, disk / "out")
    found = tree(disk / "out")
    assert found.items() <= expected.items()
    assert list(disk.glob("out/.translator/parts/*")) == []
    filler.unlink()
    subprocess.run(["mount", "-o", "remount,size=4m", str(disk)], check=True)
    done(translator, folder, disk / "out")
    assert tree(disk / "out") == expected


def test_two_runs_at_once(
    translator: Translator, folder: Path, tmp_path: Path, tree: Callable[[Path], dict[str, bytes]]
) -> None:
    """Whoever comes second is told so; the tree is as one run makes it."""
    done(translator, folder, tmp_path / "undisturbed")
    errors: list[Exception] = []

    def work() -> None:
        try:
            done(translator, folder, tmp_path / "out")
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all("another process is translating" in str(error) for error in errors)
    assert tree(tmp_path / "out") == tree(tmp_path / "undisturbed")
    assert not list((tmp_path / "out" / STATE).glob("parts/*"))
