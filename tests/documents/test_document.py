from __future__ import annotations

import io
import pickle
import subprocess
import sys

import pytest
from pseudo_translation import capitals, keep

from translator.documents import format_of, formats, open_document, stream_document
from translator.errors import DocumentError, UsageError

SAMPLES = {
    "text": "un mot\n",
    "markdown": "# un *mot*\n",
    "html": '<p title="oui">un <b>mot</b> `x`</p>\n',
    "jsonl": '{"text":"un mot"}\n',
    "csv": "text,n\nun mot,1\n",
    "tsv": "text\tn\nun mot\t1\n",
    "xliff": '<xliff version="1.2"><file source-language="fr"><body><trans-unit><source>un <x/>mot</source>'
    "</trans-unit></body></file></xliff>",
    "tmx": '<tmx><body><tu><tuv xml:lang="fr"><seg>un mot</seg></tuv></tu></body></tmx>',
}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.txt", "text"), ("a", "text"), ("a.article", "text"), ("a.MD", "markdown"), ("a.htm", "html"),
        ("b.c.jsonl", "jsonl"), ("a.csv", "csv"), ("a.tsv", "tsv"), ("a.docx", "docx"), ("a.xlf", "xliff"),
        ("a.tmx", "tmx"), ("a.pdf", None), ("a.JSON", None),
    ],
)  # fmt: skip
def test_the_suffix_says_the_format(name: str, expected: str | None) -> None:
    assert format_of(name) == expected


def test_every_format_has_a_sample_here_or_tests_of_its_own() -> None:
    assert formats() == sorted(formats(), key=formats().index)
    assert set(formats()) == {*SAMPLES, "docx"}


@pytest.mark.parametrize("format", SAMPLES)
def test_parts_can_be_pickled_and_written_elsewhere(written, format: str) -> None:
    document = written("a.any", SAMPLES[format], format=format)
    for part in document.parts():
        translations = [capitals(passage) for passage in part.passages]
        again = pickle.loads(pickle.dumps(part))
        assert again.passages == part.passages
        assert again.render(translations) == part.render(translations)


@pytest.mark.parametrize("format", SAMPLES)
def test_standard_input(format: str) -> None:
    document = stream_document(io.BytesIO(SAMPLES[format].encode()), format=format)
    result = b"".join(part.render([capitals(p) for p in part.passages]) for part in document.parts())
    assert b"MOT" in result
    assert document.name == "<stdin>"


@pytest.mark.parametrize("format", ["text", "markdown", "html"])
@pytest.mark.parametrize("data", [b"", b"\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\r\n"])
def test_empty_files_stay_empty(written, kept, format: str, data: bytes) -> None:
    assert kept(written("a.any", data, format=format)) == data


def test_a_wrong_number_of_translations_is_an_error(written) -> None:
    part = next(written("a.txt", "un\ndeux\n").parts())
    with pytest.raises(ValueError, match="2 passages but 1 translations"):
        part.render([keep(part.passages[0])])


@pytest.mark.parametrize(
    ("name", "format", "error", "message"),
    [
        ("missing.txt", None, DocumentError, "no such file"),
        (".", None, DocumentError, "is a folder"),
        ("a.pdf", None, DocumentError, ".pdf files are not read; convert it, or name the format"),
        ("a.txt", "word", UsageError, "unknown format 'word'; there are: text, markdown"),
    ],
)
def test_what_cannot_be_opened(tmp_path, name: str, format, error, message: str) -> None:
    (tmp_path / "a.pdf").write_bytes(b"x")
    (tmp_path / "a.txt").write_bytes(b"x")
    with pytest.raises(error) as raised:
        open_document(tmp_path / name, format=format)
    assert message in str(raised.value)


def test_importing_loads_no_parser() -> None:
    code = "import sys, translator.documents; print([m for m in ('lxml', 'numpy', 'ctranslate2') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
