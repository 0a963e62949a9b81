from __future__ import annotations

import json
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.documents import stream_document
from translator.documents.jsonl import read
from translator.documents.part import Source
from translator.result import Translation


def parts_of(data: bytes, fields=()):
    import io

    return list(read(Source("x.jsonl", lambda: io.BytesIO(data)), fields))


@pytest.mark.parametrize(
    ("line", "fields", "expected"),
    [
        ('{"text":"un mot"}\n', (), '{"text":"UN MOT"}\n'),
        (
            '\ufeff { "b" : 1.50e3 , "body" :"un\\n\\ndeux \\"x\\"", "\\u0061":"c" }\r\n',
            ("body",),
            '\ufeff { "b" : 1.50e3 , "body" :"UN\\n\\nDEUX \\"X\\"", "\\u0061":"c" }\r\n',
        ),
        ('{"title":"\\u00e9t\\u00e9"}', (), '{"title":"\\u00c9T\\u00c9"}'),
        ('{"title":"été","u":"\\u00e9"}', (), '{"title":"ÉTÉ","u":"\\u00e9"}'),
        ('{"text":"a\\/b c"}', (), '{"text":"A\\/B C"}'),
        ('{"a":{"b":"oui","c":"non"},"a.b":"x"}', ("a.b",), '{"a":{"b":"OUI","c":"non"},"a.b":"X"}'),
        ('{"p":["un",2,["x"],"deux"],"q":[]}', ("p", "q"), '{"p":["UN",2,["x"],"DEUX"],"q":[]}'),
        ('{"text":null,"body":12,"title":""}', (), '{"text":null,"body":12,"title":""}'),
        ('{"text":"un","text":"deux"}', (), '{"text":"UN","text":"DEUX"}'),
        ("\n", (), "\n"),
        ('{"text":"\\ud83d\\ude00 oui"}', (), '{"text":"\\ud83d\\ude00 OUI"}'),
    ],
)
def test_only_the_fields_change(written, capitalised, line: str, fields, expected: str) -> None:
    assert capitalised(written("a.jsonl", line, fields)) == expected


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"{oops}\n", "not a JSON object: Expecting property name enclosed in double quotes at character 2; the line"),
        (b'{"text":"a"\n', "at the end of the line; the line is copied"),
        (b"[1]\n", "not a JSON object: begins with ["),
        (b'"text"\n', "not a JSON object"),
        (b'{"other":"x"}\n', "2: has none of the fields title, text, body, content; name one"),
        (b'{"text":"\xe9"}\n', "byte 0xE9"),
        (b'{"text":"\\ud800"}\n', "surrogate"),
        (b"[" * 100_000 + b"\n", "nested too deeply"),
        (b'{"text":"a', "not a JSON object: Unterminated string at character 9; the line is copied"),
    ],
)
def test_a_bad_line_is_named_and_copied_and_the_rest_goes_on(line: bytes, message: str) -> None:
    data = b'{"text":"un"}\n' + line
    good, bad = parts_of(data)
    assert good.error is None
    assert bad.error is not None
    assert message in str(bad.error)
    assert str(bad.error).startswith("x.jsonl:2: ")
    assert bad.render([]) == line
    assert "line 1 column" not in str(bad.error)


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(["text", "title", "x"]),
            st.one_of(st.text(st.characters(exclude_categories=["Cs"])), st.integers(), st.lists(st.text("aé\n"))),
            min_size=1,
        )
    ),
    st.booleans(),
)
@settings(max_examples=100, deadline=None)
def test_the_same_texts_give_the_same_bytes_and_others_the_same_rest(records, ascii_only) -> None:
    data = "".join(json.dumps(record, ensure_ascii=ascii_only) + "\n" for record in records).encode()
    parts = parts_of(data)
    assert b"".join(p.render([Translation(x.text, x.text) for x in p.passages]) for p in parts) == data
    changed = b"".join(p.render([Translation(x.text, "Ω\"\\\n") for x in p.passages]) for p in parts)
    for record, line in zip(records, changed.splitlines(), strict=True):
        new = json.loads(line)
        assert list(new) == list(record)
        assert new.get("x") == record.get("x")


def test_memory_does_not_grow_with_the_lines() -> None:
    class Endless:
        """A file of many lines that are made as they are read."""

        def __iter__(self):
            return (b'{"id":%d,"text":"Le ministre parle."}\n' % n for n in range(10_000))

        def __enter__(self):
            return self

        def __exit__(self, *rest):
            return None

    tracemalloc.start()
    count = sum(len(part.passages) for part in stream_document(Endless(), format="jsonl").parts())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 10_000
    assert peak < 1_000_000
