"""What is installed: the package and the glossaries, without what only those who work on them need."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from translator.glossary.bundled import bundled_folder

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, unpacked; built with what uv has at hand, as a test reaches no network."""
    folder = tmp_path_factory.mktemp("wheel")
    if shutil.which("uv") is None:
        pytest.skip("uv is not here")
    command = ["uv", "build", "--wheel", "--offline", "--quiet", "--out-dir", str(folder), str(ROOT)]
    if subprocess.run(command, capture_output=True).returncode:
        pytest.skip("uv has no build backend at hand")
    [path] = folder.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder / "unpacked")
    return folder / "unpacked"


def test_the_glossaries_are_in_the_wheel_and_their_scripts_are_not(wheel: Path) -> None:
    there = {path.name for path in (wheel / "translator" / "glossaries").rglob("*")}
    assert there == {"SOURCES.md", *(path.name for path in (ROOT / "glossaries").glob("*.csv"))}
    assert {path.name for path in wheel.iterdir() if "dist-info" not in path.name} == {"translator"}


def test_an_installed_package_finds_its_own_glossaries(wheel: Path, tmp_path: Path) -> None:
    code = "from translator.glossary.bundled import bundled_folder; print(bundled_folder())"
    run = [sys.executable, "-c", code]
    found = subprocess.run(
        run, cwd=tmp_path, env={"PYTHONPATH": str(wheel)}, capture_output=True, text=True, check=True
    )
    assert Path(found.stdout.strip()) == (wheel / "translator" / "glossaries").resolve()


def test_a_checkout_finds_the_glossaries_at_its_top() -> None:
    assert bundled_folder() == ROOT / "glossaries"
