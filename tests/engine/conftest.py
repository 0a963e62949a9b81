"""Packages to test on: the starter, copies of it, and a tiny one with a BPE tokenizer."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from ctranslate2.specs import TransformerSpec

from translator.engine.engine import Engine
from translator.engine.package import bundled_package

Files = dict[str, bytes]

BPE_PIECES = ("le", "l", "&apos;", "B@@", "on@@", "jour", "mon@@", "de", "O@@", "TAN", ".", ",")


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No test sees the packages of the person who runs it, and none writes into the home folder."""
    home = tmp_path_factory.mktemp("home")
    for name in ("ARGOS_PACKAGES_DIR", "ARGOS_PACKAGE_INDEX", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "SNAP"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(home))
    yield
    assert list(home.iterdir()) == []


@pytest.fixture(scope="session")
def engine() -> Engine:
    return Engine(bundled_package())


@pytest.fixture(scope="session")
def starter_files() -> Files:
    """The files of the starter package by their names in it."""
    package = bundled_package()
    return {name: package.read(name) for name in package.members}


@pytest.fixture
def make_package(tmp_path: Path) -> Callable[..., Path]:
    """Write files as an `.argosmodel` file with one folder, and say where it is."""

    def make(files: Files, folder: str = "translate-fr_en-7_5", **metadata: Any) -> Path:
        path = tmp_path / f"{folder}.argosmodel"
        merged = json.loads(files.get("metadata.json", b"{}")) | metadata
        files = files | {"metadata.json": json.dumps({k: v for k, v in merged.items() if v is not None}).encode()}
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for name, data in files.items():
                archive.writestr(f"{folder}/{name}", data)
        return path

    return make


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of installed packages that the environment names."""
    folder = tmp_path / "packages"
    folder.mkdir()
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(folder))
    return folder


@pytest.fixture(scope="session")
def bpe_files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """A package of random weights, with a BPE tokenizer, in float32."""
    codes = "#version: 0.2\nl e</w>\no n\nj o\nu r</w>\njo ur</w>\nm on\nd e</w>\nT A\nTA N</w>\n"
    model = tmp_path_factory.mktemp("bpe") / "model"
    model.mkdir()
    _random_model(["<unk>", "<s>", "</s>", *BPE_PIECES], 8).save(str(model))
    files = {f"model/{file.name}": file.read_bytes() for file in model.iterdir()}
    shutil.rmtree(model)
    metadata = {"from_code": "fr", "to_code": "en", "package_version": "2.0"}
    return files | {"bpe.model": codes.encode(), "metadata.json": json.dumps(metadata).encode()}


def _random_model(vocabulary: list[str], size: int) -> TransformerSpec:
    random = np.random.default_rng(7)
    spec = TransformerSpec.from_config((1, 1), 2)

    def weights(layer: Any, rows: int, columns: int) -> None:
        layer.weight = random.standard_normal((rows, columns)).astype("float32")
        layer.bias = np.zeros(rows, "float32")

    def norm(layer: Any) -> None:
        layer.gamma, layer.beta = np.ones(size, "float32"), np.zeros(size, "float32")

    encoder, decoder = spec.encoder.layer[0], spec.decoder.layer[0]
    for embeddings in (spec.encoder.embeddings[0], spec.decoder.embeddings):
        embeddings.weight = random.standard_normal((len(vocabulary), size)).astype("float32")
    for layer in (encoder, decoder):
        weights(layer.self_attention.linear[0], 3 * size, size)
        weights(layer.self_attention.linear[1], size, size)
        weights(layer.ffn.linear_0, 2 * size, size)
        weights(layer.ffn.linear_1, size, 2 * size)
        norm(layer.self_attention.layer_norm)
        norm(layer.ffn.layer_norm)
    for index, rows in enumerate((size, 2 * size, size)):
        weights(decoder.attention.linear[index], rows, size)
    norm(decoder.attention.layer_norm)
    norm(spec.encoder.layer_norm)
    norm(spec.decoder.layer_norm)
    weights(spec.decoder.projection, len(vocabulary), size)
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.config.add_source_eos = True
    spec.validate()
    return spec
