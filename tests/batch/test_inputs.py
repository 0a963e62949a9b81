"""What stands for what, and what goes where."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from translator.batch.inputs import STATE, gather
from translator.batch.outcome import printable
from translator.errors import UsageError


def make(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Bonjour.\n", "utf-8")


def targets(*paths: Path, output: Path, any_format: bool = False) -> list[str]:
    return [item.target for item in gather(paths, output, any_format=any_format).items]


def test_tree_is_mirrored_in_the_order_of_names(tmp_path: Path) -> None:
    root = tmp_path / "in"
    make(root, "b.txt", "a/z.md", "a/b.txt", "c", ".git/x.txt", ".hidden.txt", "a/picture.png")
    found = gather([root], tmp_path / "out")
    assert [item.target for item in found.items] == ["a/b.txt", "a/z.md", "b.txt", "c"]
    assert [path.name for path in found.other] == ["picture.png"]
    assert targets(root, output=tmp_path / "out", any_format=True)[1] == "a/picture.png"


def test_several_paths_go_under_their_names(tmp_path: Path) -> None:
    make(tmp_path, "x/in/a.txt", "b.txt")
    assert targets(tmp_path / "x" / "in", tmp_path / "b.txt", output=tmp_path / "out") == ["in/a.txt", "b.txt"]


def test_same_file_twice_is_done_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "in/a.txt")
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "in" / "a.txt"
    assert targets(file, Path("in/a.txt"), file, output=tmp_path / "out") == ["a.txt"]


def test_two_files_for_one_place_are_refused(tmp_path: Path) -> None:
    make(tmp_path, "x/a.txt", "y/a.txt")
    with pytest.raises(UsageError, match=r"x/a.txt and .*y/a.txt would both be written"):
        targets(tmp_path / "x/a.txt", tmp_path / "y/a.txt", output=tmp_path / "out")


def test_output_inside_the_input_is_left_out(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "out/old.txt", f"out/{STATE}/x.txt")
    assert targets(tmp_path, output=tmp_path / "out") == ["a.txt"]


def test_output_folder_that_is_the_input_is_refused(tmp_path: Path) -> None:
    make(tmp_path, "in/a.txt")
    (tmp_path / "link").symlink_to("in")
    for output in ("in", "link"):
        with pytest.raises(UsageError, match="is the output folder as well"):
            targets(tmp_path / "in", output=tmp_path / output)
    with pytest.raises(UsageError, match="would be written over itself"):
        targets(tmp_path / "in/a.txt", output=tmp_path / "in")


def test_links_do_not_go_round(tmp_path: Path) -> None:
    root = tmp_path / "in"
    make(root, "a/b.txt")
    make(tmp_path, "elsewhere/c.txt")
    (root / "a" / "up").symlink_to("..")
    (root / "a" / "self").symlink_to("self")
    (root / "again").symlink_to("a")
    (root / "other").symlink_to(tmp_path / "elsewhere")
    (root / "dangling.txt").symlink_to("nowhere")
    (root / "file.txt").symlink_to(tmp_path / "elsewhere" / "c.txt")
    found = gather([root], tmp_path / "out")
    assert [item.target for item in found.items] == ["a/b.txt", "file.txt", "other/c.txt"]
    assert [path.name for path, _ in found.unreadable] == ["self", "dangling.txt"]


@pytest.mark.parametrize(
    "name", ["a\nb.txt", "é ü.txt", "-x.txt", "\u202ea.txt", b"caf\xe9.txt", "a'b\"c.txt", "x" * 250]
)
def test_odd_names(tmp_path: Path, name: str | bytes) -> None:
    (tmp_path / "in").mkdir()
    path = os.path.join(os.fsencode(tmp_path / "in"), os.fsencode(name))
    with open(path, "wb") as file:
        file.write(b"Bonjour.\n")
    assert targets(tmp_path / "in", output=tmp_path / "out") == [os.fsdecode(name)]


@pytest.mark.parametrize(
    ("text", "shown"), [("a\nb\tc\x1b[2J", "a\\nb\\tc\\x1b[2J"), ("é ü", "é ü"), ("caf\udce9", "caf\udce9")]
)
def test_printable(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_fifo_and_missing_path(tmp_path: Path) -> None:
    make(tmp_path, "in/a.txt")
    os.mkfifo(tmp_path / "in" / "pipe.txt")
    assert targets(tmp_path / "in", output=tmp_path / "out") == ["a.txt"]
    found = gather([tmp_path / "missing", tmp_path / "in" / "a.txt"], tmp_path / "out")
    assert [item.target for item in found.items] == ["a.txt"]
    assert found.unreadable == [(tmp_path / "missing", "no such file or folder; check the path")]
