"""Documents written and rendered without a model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from pseudo_translation import capitals, keep, render

from translator.documents import Document, open_document


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Document]:
    """Write a file and open it as a document."""

    def write(name: str, data: bytes | str, fields: Sequence[str] = (), format: str | None = None) -> Document:
        path = tmp_path / name
        path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
        return open_document(path, fields=fields, format=format)

    return write


@pytest.fixture
def kept() -> Callable[[Document], bytes]:
    return lambda document: render(document, keep)


@pytest.fixture
def capitalised() -> Callable[[Document], str]:
    return lambda document: render(document, capitals).decode("utf-8")


@pytest.fixture
def texts() -> Callable[[Document], list[str]]:
    return lambda document: [passage.text for part in document.parts() for passage in part.passages]


@pytest.fixture(scope="session")
def interop() -> Path:
    """The files of other programs that the project's data folder has."""
    folder = Path(__file__).parents[3] / "shared" / "interop"
    if not folder.is_dir():
        pytest.skip("../shared/interop is not here")
    return folder
