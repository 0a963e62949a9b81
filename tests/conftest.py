"""What all tests share: one Translator, no packages or folders of the person who runs them, no network."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings

import translator

# CI tries the same examples each time; elsewhere new ones are thought of.
settings.register_profile("repeatable", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("repeatable")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever leaves this machine fails; servers of the tests themselves are on the loopback."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in ("127.0.0.1", "localhost", "::1"):
            raise AssertionError(f"a test tried to reach {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(scope="session")
def starter_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No installed package is found, so that the starter model is the default."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path_factory.mktemp("packages")))
        yield


@pytest.fixture(scope="session")
def tr(starter_home: None) -> translator.Translator:
    """The default translator: starter model, all bundled glossaries."""
    return translator.Translator()


@pytest.fixture(scope="session")
def plain(starter_home: None) -> translator.Translator:
    """The starter model without any glossary."""
    return translator.Translator(glossaries=[])
