"""A small glossary of diplomatic news for the matcher's tests, so that they do not hang on the bundled rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from translator.glossary.glossary import Glossary
from translator.glossary.matcher import Matcher


@pytest.fixture(scope="session")
def press() -> Matcher:
    return Matcher(Glossary.load(Path(__file__).parent / "press.csv"))
