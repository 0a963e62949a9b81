"""Whatever a file holds, reading it ends in entries, findings or a `GlossaryError`, and in nothing else."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translator.errors import GlossaryError
from translator.glossary.check import CODES, check_files
from translator.glossary.exchange import FORMATS, import_glossary

PIECES = st.sampled_from(
    [
        b"source,target", b"source\ttarget", b"fr,en", b"#UTX 1.11; fr/en", b"#item+rem+i_fr+is_latn", b"\n", b"\r\n",
        b",", b"\t", b";", b'"', b"chat", b"S\xe9nat", "Sénat".encode(), b"{person}", b"=", b"|", b"\0", b"\xff\xfe",
        b"\xef\xbb\xbf", b"<", b">", b"<tbx", b"<tmx>", b"<body>", b"</tmx>", b"<tu>", b"<tuv", b' xml:lang="fr">',
        b"<seg>", b"<martif>", b"<xliff", b"<!DOCTYPE", b"[", b"]", b"{", b"}", b"<?xml", b"?>", b"PK\x03\x04",
    ]
)  # fmt: skip
DATA = st.lists(PIECES, max_size=25).map(b"".join) | st.binary(max_size=60)
SETTINGS = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("name", [None, *FORMATS])
@SETTINGS
@given(data=DATA)
def test_reading_fails_in_one_way_only(tmp_path_factory: pytest.TempPathFactory, name: str | None, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "hostile.csv"
    path.write_bytes(data)
    with contextlib.suppress(GlossaryError):
        for entry in import_glossary(path, name):
            assert entry.source
            assert entry.target


@SETTINGS
@given(data=DATA.map(b"source,target,kind,forms,examples\n".__add__) | DATA)
def test_checking_never_fails(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "checked.csv"
    path.write_bytes(data)
    assert {finding.code for finding in check_files([[Path(path)]])} <= set(CODES)
