from __future__ import annotations

import logging
import multiprocessing
import os
import pickle
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.enforcement.job import Enforced, Job
from translator.engine.engine import Engine
from translator.engine.package import bundled_package
from translator.errors import UsageError
from translator.glossary.entry import Entry
from translator.glossary.glossary import Glossary
from translator.memory import Memory, job_key, pack, unpack
from translator.pipeline import Translator

TEXTS = [
    "Le Conseil de l'Arctique se réunit demain.",
    "Le Conseil a voté.",
    "L'OTAN est à Bruxelles.",
    "Il pleut sur la ville.",
    "Le 3 mars, 14 % des élèves étaient absents.",
    "",
]

ENTRIES = (
    Entry("Conseil de l'Arctique", "Arctic Council", kind="institution", path="a.csv", line=2),
    Entry("OTAN", "NATO", kind="institution", path="a.csv", line=3),
)

_numbers = st.integers(0, 10**6)
_spans = st.tuples(_numbers, _numbers)
_outcomes = st.sampled_from(["kept", "constrained", "placed", "missing"])
_texts = st.text(st.characters(codec=None), max_size=40)

enforced = st.builds(
    Enforced,
    _texts,
    st.lists(st.none() | _spans, max_size=4).map(tuple),
    st.lists(_outcomes, max_size=4).map(tuple),
    st.floats(allow_nan=False),
    st.lists(_texts, max_size=3).map(tuple),
    st.lists(st.tuples(_spans, _spans), max_size=5).map(tuple),
)


def translator(memory: Path | None = None, entries: tuple[Entry, ...] = ENTRIES) -> Translator:
    made = Translator(glossaries=[Glossary(entries)], memory=memory, beam_size=1)
    made.engine = engine()
    return made


@lru_cache
def engine() -> Engine:
    """One for all tests, so that the model is loaded once."""
    return Engine(bundled_package(), beam_size=1)


@pytest.fixture
def decoded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the model has been asked for."""
    asked: list[str] = []
    stream = Engine.stream

    def watched(self: Engine, texts: list[str], **options: object) -> object:
        asked.extend(texts)
        return stream(self, texts, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(Engine, "stream", watched)
    return asked


@given(enforced)
@settings(max_examples=100, deadline=None)
def test_packing_loses_nothing(result: Enforced) -> None:
    assert unpack(pack(result)) == result


def test_packing_is_compact() -> None:
    result = Enforced("The UN said no.", ((4, 6),), ("kept",), -0.25)
    assert len(pack(result)) < len(pickle.dumps(("The UN said no.", ((4, 6),), ("kept",), -0.25, (), ())))


def test_second_run_asks_the_model_for_nothing(tmp_path: Path, decoded: list[str]) -> None:
    plain = list(translator().translate_batch(TEXTS))
    first = list(translator(tmp_path / "m.sqlite").translate_batch(TEXTS))
    decoded.clear()
    second = list(translator(tmp_path / "m.sqlite").translate_batch(TEXTS))
    assert plain == first == second
    assert decoded == []


@pytest.mark.parametrize(
    ("entries", "again"),
    [
        (ENTRIES, set()),
        ((replace(ENTRIES[0], target="Council of the Arctic"), ENTRIES[1]), {TEXTS[0]}),
        ((*ENTRIES, Entry("ville", "town")), {TEXTS[3]}),
        (ENTRIES[1:], {TEXTS[0]}),
        ((replace(ENTRIES[0], note="new", reference="r", line=9, path="b.csv"), ENTRIES[1]), set()),
        ((*ENTRIES, Entry("licorne", "unicorn")), set()),
    ],
)
def test_only_segments_with_changed_entries_are_translated_again(
    tmp_path: Path, decoded: list[str], entries: tuple[Entry, ...], again: set[str]
) -> None:
    list(translator(tmp_path / "m.sqlite").translate_batch(TEXTS))
    decoded.clear()
    list(translator(tmp_path / "m.sqlite", entries).translate_batch(TEXTS))
    # A segment with a term in doubt is read once more with marks around it.
    assert set(decoded) & set(TEXTS) == again


@pytest.mark.parametrize("options", [{"beam_size": 2}, {"locale": "en_US"}])
def test_other_options_make_other_keys(tmp_path: Path, decoded: list[str], options: dict[str, object]) -> None:
    def run(**given: object) -> None:
        own = Translator(**{"glossaries": [], "memory": tmp_path / "m.sqlite", "beam_size": 1, **given})  # type: ignore[arg-type]
        own.translate("Il pleut.")

    run()
    decoded.clear()
    run(**options)
    assert decoded == ["Il pleut."]


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (Job("Il pleut."), True),
        (Job("Il neige."), False),
        (Job("Il pleut.", aligned=True), False),
    ],
)
def test_key(other: Job, same: bool) -> None:
    assert (job_key(Job("Il pleut."), "m") == job_key(other, "m")) is same
    assert job_key(other, "m") != job_key(other, "n")


def _garbage(path: Path) -> None:
    path.write_bytes(os.urandom(5000))


def _cut(path: Path) -> None:
    list(translator(path).translate_batch(TEXTS))
    memory = Memory(path)
    memory.put({bytes([n]) * 16: Enforced("x" * 300, (), ()) for n in range(200)})
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    memory.close()
    data = path.read_bytes()
    path.write_bytes(data[:4096] + os.urandom(len(data) // 2))


def _other_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE segment (name TEXT)")


@pytest.mark.parametrize("damage", [_garbage, _cut])
def test_damaged_file_is_set_aside(
    tmp_path: Path, damage: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "m.sqlite"
    damage(path)
    before = path.read_bytes()
    with caplog.at_level(logging.WARNING):
        done = list(translator(path).translate_batch(TEXTS))
    assert done == list(translator().translate_batch(TEXTS))
    assert (tmp_path / "m.sqlite.damaged").read_bytes()[4096:] == before[4096:]
    assert caplog.text.count("damaged (") == 1
    assert len(Memory(path)) > 0


def test_foreign_database_is_left_alone(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "m.sqlite"
    _other_database(path)
    assert translator(path).translate("Il pleut.").text == translator().translate("Il pleut.").text
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM segment").fetchone() == (0,)
    assert "going on without it" in caplog.text


def test_values_that_make_no_sense_are_translated_anew(tmp_path: Path) -> None:
    path = tmp_path / "m.sqlite"
    first = list(translator(path).translate_batch(TEXTS))
    for value in (b"[]", b"\xff", b'{"a":1}', b'["x",0,[],[[1]]]', b"7", b'["x"]', b'["x",0,3]'):
        with sqlite3.connect(path) as connection:
            connection.execute("UPDATE segment SET value = ?", (value,))
        assert list(translator(path).translate_batch(TEXTS)) == first


def test_no_place_for_the_file_is_no_error(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    own = translator(tmp_path / "missing" / "m.sqlite")
    assert own.translate("Il pleut.").text == translator().translate("Il pleut.").text
    own.translate("Il neige.")
    assert caplog.text.count("going on without it") == 1


def test_file_that_may_only_be_read(tmp_path: Path, decoded: list[str], caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "m.sqlite"
    translator(path).translate("Il pleut.")
    Memory(path).close()
    decoded.clear()
    with sqlite3.connect(path) as holder:
        holder.execute("PRAGMA query_only=1")
        own = translator(path)
        assert own.memory
        with own.memory._guarded() as connection:
            assert connection
            connection.execute("PRAGMA query_only=1")
        own.translate("Il pleut.")
        assert decoded == []
        own.translate("Il neige.")
        own.translate("Il vente.")
    assert caplog.text.count("cannot be written") == 1


def test_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is a folder"):
        Memory(tmp_path)


def test_threads_share_a_memory(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "m.sqlite")

    def work(number: int) -> bool:
        key = bytes([number]) * 16
        memory.put({key: Enforced(str(number), (), ())})
        return memory.get([key])[key].text == str(number)

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(100)))
    assert len(memory) == 100


def _put_many(memory: Memory, start: int) -> None:
    for number in range(start, start + 50):
        memory.put({number.to_bytes(16, "big"): Enforced(str(number), (), ())})


@pytest.mark.parametrize("method", ["spawn", "fork"])
def test_processes_share_a_memory(tmp_path: Path, method: str) -> None:
    if method not in multiprocessing.get_all_start_methods():
        return
    memory = Memory(tmp_path / "m.sqlite")
    memory.put({b"0" * 16: Enforced("here", (), ())})
    context = multiprocessing.get_context(method)
    workers = [context.Process(target=_put_many, args=(memory, start)) for start in (0, 25, 1000)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0, 0, 0]
    assert len(memory) == 126
    assert memory.get([b"0" * 16])[b"0" * 16].text == "here"
