"""Processes and threads: the same bytes however the work is shared out."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.batch.workers import Window, cores, jobs_for, serial, threads_each, translating
from translator.documents.passage import Passage
from translator.errors import Error, UsageError
from translator.pipeline import Translator
from translator.result import Translation

SENTENCES = [
    f"{subject} {verb} {place}."
    for subject in ("Le Conseil de l'Arctique", "L'OTAN", "La ministre", "Un chien")
    for verb in ("reste à", "vient de", "va à")
    for place in ("Paris", "Rome", "la mer", "Lyon", "la gare")
]


@pytest.fixture(scope="module")
def plain(translator: Translator) -> list[Translation]:
    return list(translator.translate_batch(SENTENCES))


@pytest.mark.usefixtures("small_windows")
def test_same_tree_for_any_number_of_jobs(
    translator: Translator, folder: Path, tmp_path: Path, tree: Callable[[Path], dict[str, bytes]]
) -> None:
    one = translator.translate_documents([folder], output=tmp_path / "1")
    two = translator.translate_documents([folder], output=tmp_path / "2", jobs=2)
    assert tree(tmp_path / "1") == tree(tmp_path / "2")
    assert [outcome.words for outcome in one] == [outcome.words for outcome in two]
    assert multiprocessing.active_children() == []


@given(st.integers(1, 400), st.randoms())
@settings(max_examples=6, deadline=None)
def test_same_bytes_for_any_window(translator: Translator, size: int, random: object) -> None:
    passages = [Passage(sentence) for sentence in SENTENCES]
    windows = (passages[at : at + size] for at in range(0, len(passages), size))
    made = [one for window in serial(translator)(windows) for one in window]  # type: ignore[union-attr]
    assert made == list(translator.translate_batch(SENTENCES))


@pytest.mark.parametrize(
    ("asked", "jobs", "each"), [(0, 1, cores()), (0, cores(), 1), (0, 2 * cores(), 1), (3, 1, 3), (3, 2, 3)]
)
def test_threads_of_each_process(asked: int, jobs: int, each: int) -> None:
    assert threads_each(asked, jobs) == each


def test_windows_are_read_as_they_are_needed(translator: Translator) -> None:
    read = []

    def windows() -> Iterator[Window]:
        for number in range(100):
            read.append(number)
            yield [Passage(SENTENCES[number % 60])] if number % 3 else []

    with translating(translator, 2) as translate:
        results = translate(windows())
        assert next(results) == []
        assert len(read) < 10
        assert all(len(one) < 2 for one in results)  # type: ignore[arg-type]
    assert len(read) == 100


def test_process_that_is_killed_ends_the_run_with_a_message(translator: Translator) -> None:
    def windows() -> Iterator[Window]:
        yield [Passage("Bonjour.")]
        yield [Passage("Bonsoir.")]
        for child in multiprocessing.active_children():
            assert child.pid
            os.kill(child.pid, signal.SIGKILL)
        yield [Passage("Bonne nuit.")]

    with pytest.raises(Error, match="fewer --jobs"), translating(translator, 2) as translate:
        list(translate(windows()))
    assert multiprocessing.active_children() == []


@pytest.mark.skipif(
    not Path(f"/proc/self/task/{os.getpid()}/children").exists(), reason="children are looked up in /proc"
)
def test_processes_end_with_the_one_that_started_them(tmp_path: Path) -> None:
    """Also in the middle of a window, which for a line of megabytes takes minutes."""
    (tmp_path / "a.txt").write_text(
        " ".join(f"Le chien numéro {n} dort devant la gare," for n in range(20_000)), "utf-8"
    )
    command = [sys.executable, "-m", "translator", "translate", "--no-bundled", "--jobs", "2", "a.txt", "-o", "b.txt"]

    def alive(pid: str) -> bool:
        status = Path(f"/proc/{pid}/status")
        return status.exists() and "State:\tZ" not in status.read_text()

    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL) as process:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        deadline = time.monotonic() + 30
        while len(pids := children.read_text().split()) < 2 and time.monotonic() < deadline:
            time.sleep(0.1)
        time.sleep(2)
        process.kill()
    assert len(pids) >= 2
    deadline = time.monotonic() + 5
    while any(map(alive, pids)) and time.monotonic() < deadline:
        time.sleep(0.1)
    left = [pid for pid in pids if alive(pid)]
    for pid in left:
        os.kill(int(pid), signal.SIGKILL)
    assert left == []


@pytest.mark.parametrize(("size", "jobs"), [(None, 1), (0, 1), (100_000, 1), (10**12, os.cpu_count())])
def test_number_of_jobs(size: int | None, jobs: int) -> None:
    assert jobs_for(size) <= jobs


def test_no_jobs_are_refused(translator: Translator) -> None:
    with pytest.raises(UsageError, match="must be 1 or more"), translating(translator, 0):
        pass


def test_threads_share_a_translator(translator: Translator, plain: list[Translation]) -> None:
    fresh = Translator(glossaries=[translator.glossary], beam_size=1)
    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(fresh.translate, SENTENCES)) == plain
    batches = [SENTENCES[at::4] for at in range(4)]
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda texts: list(fresh.translate_batch(texts)), batches))
    assert [one for batch in made for one in batch] == [one for at in range(4) for one in plain[at::4]]


def _work(translator: Translator, texts: list[str]) -> list[Translation]:
    return list(translator.translate_batch(texts))


@pytest.mark.parametrize("method", ["spawn", "fork"])
def test_translator_in_multiprocessing(translator: Translator, plain: list[Translation], method: str) -> None:
    if method not in multiprocessing.get_all_start_methods():
        return
    with multiprocessing.get_context(method).Pool(2) as pool:
        made = pool.starmap(_work, [(translator, SENTENCES[:30]), (translator, SENTENCES[30:])])
        pool.close()
        pool.join()
    assert [one for batch in made for one in batch] == plain


def test_translator_and_results_can_be_pickled(translator: Translator, plain: list[Translation]) -> None:
    twin = pickle.loads(pickle.dumps(translator))
    assert twin.signature == translator.signature
    assert twin.translate(SENTENCES[0]) == plain[0]
    assert pickle.loads(pickle.dumps(plain)) == plain


def test_texts_are_translated_lazily_and_progress_is_told(translator: Translator, plain: list[Translation]) -> None:
    told: list[tuple[int, int | None]] = []
    made = list(translator.translate_batch(SENTENCES[:3], progress=lambda *numbers: told.append(numbers)))
    assert made == plain[:3]
    assert told == [(1, 3), (2, 3), (3, 3)]
    endless = (text for _ in iter(int, 1) for text in SENTENCES)
    assert next(translator.translate_batch(endless)) == plain[0]
    assert list(translator.translate_batch([], progress=True)) == []
