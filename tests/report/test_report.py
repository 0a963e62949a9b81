from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.auditing.audit import Audit
from translator.errors import DocumentError, UsageError
from translator.glossary.entry import Entry
from translator.report.facts import OUTCOMES
from translator.report.html import MEANINGS, SIGNS
from translator.report.write import write_report
from translator.result import Segment, TermUse, Translation

NATO = Entry("OTAN", "NATO", kind="institution", path="/x/house.csv", line=7)
HOSTILE = "</p><script>alert(1)</script> & \"q\" 'q' ]]> <!-- \u2028 http://evil.example/ \ud800 \x01"


def translation(*outcomes: str, text: str = "l'OTAN a dit", target: str = "NATO said") -> Translation:
    uses = {
        outcome: TermUse(NATO, (2, 6), None if outcome == "missing" else (0, 4), "NATO", outcome)
        for outcome in outcomes
    }
    segments = [Segment(text, target, (use,), -0.5) for use in uses.values()]
    return Translation(text, target, tuple(segments), "translator:0|glossary:abc")


EVERY = [("a.txt", translation(*OUTCOMES)), ("b.txt", Translation("Bon", "Good", (Segment("Bon", "Good"),)))]
EVERY[1] = ("b.txt", replace(EVERY[1][1], segments=(Segment("5", "6", warnings=("number changed: 5 → 6",)),)))


def html_of(path: Path, documents: list[tuple[str, Translation]], kind: str = "translation") -> str:
    write_report(path / "report.html", iter(documents), kind=kind)
    return (path / "report.html").read_text(encoding="utf-8")


class Reader(HTMLParser):
    """Collects what the page holds; fails on tags that are closed out of order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "input", "br", "wbr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in ("script", "style"):
            self.text.append(data)

    def values(self, name: str) -> list[str]:
        return [value for _, attrs in self.tags if (value := attrs.get(name)) is not None]


def test_page_holds_both_sides_linked(tmp_path: Path) -> None:
    page = Reader(html_of(tmp_path, EVERY))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.values("href")} <= set(ids)
    assert all(link.startswith("#") for link in page.values("href"))
    text = "".join(page.text)
    for wanted in (
        "NATO",
        "l'",
        "a.txt",
        "translator:0|glossary:abc",
        "house.csv:7",
        "number changed: 5 → 6",
        *OUTCOMES,
    ):
        assert wanted in text
    assert "/x/" not in text


def test_every_outcome_has_a_sign_and_a_colour(tmp_path: Path) -> None:
    assert set(SIGNS) == set(MEANINGS) == set(OUTCOMES)
    page = html_of(tmp_path, EVERY)
    for outcome in OUTCOMES:
        rule = re.search(rf"\.{outcome}\b[^{{]*{{ --c: [^}}]*--sign: \"(.)\"", page)
        assert rule
        assert rule[1] == SIGNS[outcome]
        assert f"#show-{outcome}:checked" in page


def test_nothing_is_fetched(tmp_path: Path) -> None:
    page = Reader(html_of(tmp_path, EVERY))
    names = {name for _, attrs in page.tags for name in attrs}
    assert not names & {"src", "srcset", "action", "data", "poster", "background", "ping"}
    assert not {"link", "img", "iframe", "object", "embed", "base"} & {tag for tag, _ in page.tags}
    raw = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert not re.search(r"https?:|//[a-z]|url\(|@import|fetch\(|XMLHttp", raw.replace("http-equiv", ""))


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    entry = Entry(HOSTILE, HOSTILE, path=HOSTILE, line=1)
    segment = Segment(
        HOSTILE,
        HOSTILE,
        (TermUse(entry, (0, 9), (0, 9), HOSTILE, "kept"), TermUse(entry, (10, 12), None, HOSTILE, "missing")),
        warnings=(HOSTILE,),
    )
    documents = [(HOSTILE, Translation(HOSTILE, HOSTILE, (segment,), HOSTILE))] * 2
    page = Reader(html_of(tmp_path, documents))
    assert [tag for tag, _ in page.tags].count("script") == 1
    assert "alert(1)</script>" in "".join(page.text)
    write_report(tmp_path / "r.json", documents)
    facts = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert facts["documents"][0]["segments"][0]["source"].startswith("</p><script>")


def test_json_facts(tmp_path: Path) -> None:
    write_report(tmp_path / "r.json", EVERY, kind="audit", signature="mine")
    facts = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert (facts["format"], facts["version"], facts["kind"], facts["signature"]) == (
        "translator-report",
        1,
        "audit",
        "mine",
    )
    assert facts["outcomes"] == dict.fromkeys(OUTCOMES, 1)
    assert facts["segments"] == 8
    assert facts["warnings"] == 1
    assert facts["score"] == round(5 / 7, 4)
    first, second = facts["documents"]
    assert (first["name"], first["outcomes"], second["score"]) == ("a.txt", dict.fromkeys(OUTCOMES, 1), 1.0)
    segment = first["segments"][0]
    assert segment["terms"] == [
        {"entry": 0, "source": [2, 6], "target": [0, 4], "rendering": "NATO", "outcome": "followed"}
    ]
    assert first["segments"][-1]["terms"][0]["target"] is None
    (entry,) = facts["entries"]
    assert (entry["source"], entry["target"], entry["line"], entry["first_segment"]) == ("OTAN", "NATO", 7, 0)


def test_passages_of_one_document_are_one(tmp_path: Path) -> None:
    documents = [("a", translation("kept")), ("a", translation("placed")), ("b", translation("kept"))]
    write_report(tmp_path / "r.json", documents)
    facts = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert [[one["passage"] for one in document["segments"]] for document in facts["documents"]] == [[0, 1], [0]]


@pytest.mark.parametrize("documents", [[], [("empty", Translation("", ""))]])
@pytest.mark.parametrize("suffix", [".html", ".json"])
def test_nothing_to_report(tmp_path: Path, suffix: str, documents: list[tuple[str, Translation]]) -> None:
    write_report(tmp_path / f"r{suffix}", documents)
    text = (tmp_path / f"r{suffix}").read_text(encoding="utf-8")
    if suffix == ".json":
        assert json.loads(text)["segments"] == 0
    else:
        Reader(text)


def test_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "r.html"
    path.write_text("old")

    def breaking() -> Iterator[tuple[str, Translation]]:
        yield EVERY[0]
        raise RuntimeError("no more")

    with pytest.raises(RuntimeError):
        write_report(path, breaking())
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
    with pytest.raises(UsageError, match=r"r\.pdf: a report is \.html or \.json"):
        write_report(tmp_path / "r.pdf", EVERY)
    with pytest.raises(DocumentError, match="cannot be written"):
        write_report(tmp_path / "none" / "r.html", EVERY)


def test_the_same_bytes_again(tmp_path: Path) -> None:
    assert html_of(tmp_path, EVERY) == html_of(tmp_path, EVERY)


spans = st.tuples(st.integers(-2, 9), st.integers(-2, 9))
uses = st.builds(
    TermUse, st.just(NATO), spans, st.none() | spans, st.text(max_size=5), st.sampled_from([*OUTCOMES, "odd <b>"])
)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=9), st.text(max_size=9), st.lists(uses, max_size=4), st.lists(st.text(max_size=5), max_size=2))
def test_any_segment_can_be_shown(
    tmp_path_factory: pytest.TempPathFactory, source: str, target: str, terms: list[TermUse], warnings: list[str]
) -> None:
    segment = Segment(source, target, tuple(terms), warnings=tuple(warnings))
    folder = tmp_path_factory.mktemp("any")
    page = Reader(html_of(folder, [("d", Audit(source, target, (segment,)))], kind="audit"))
    assert "".join(page.text)
    write_report(folder / "r.json", [("d", Audit(source, target, (segment,)))])
    json.loads((folder / "r.json").read_text(encoding="utf-8"))


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
def test_in_a_browser(tmp_path: Path) -> None:
    html_of(tmp_path, EVERY)
    dom = subprocess.run(
        [
            str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", f"file://{tmp_path}/report.html#g3",
        ],
        capture_output=True, text=True, timeout=60, check=True,
    ).stdout  # fmt: skip
    page = Reader(dom.strip())
    assert not any("hidden" in attrs for _, attrs in page.tags), "the script has not run: the search field is hidden"
    assert sum("seg" in (attrs.get("class") or "").split() for _, attrs in page.tags) == 8
    assert {tag for tag, attrs in page.tags if "use" in (attrs.get("class") or "").split()} == {"a"}


def _luminance(colour: str) -> float:
    channels = [
        int(part, 16) / 255 for part in re.findall("..", colour if len(colour) == 6 else re.sub("(.)", r"\1\1", colour))
    ]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", [0, 1, 2], ids=["light", "dark", "print"])
def test_contrast(tmp_path: Path, theme: int) -> None:
    """WCAG 2 AA: 4.5 for text and signs on their tints, for links and secondary text on paper and panels."""
    blocks = re.findall(r":root \{(.*?)\}", html_of(tmp_path, EVERY), re.DOTALL)
    colours = dict(re.findall(r"--([\w-]+): #([0-9a-f]{3,6});", blocks[theme]))
    pairs = [("ink", "paper"), ("ink", "panel"), ("soft", "paper"), ("soft", "panel"), ("link", "paper")]
    for name in ("good", "constrained", "placed", "admitted", "forbidden", "missing", "warning"):
        pairs += [(name, f"{name}-tint"), ("ink", f"{name}-tint"), (name, "paper"), ("paper", name)]
    for one, other in pairs:
        light, dark = sorted((_luminance(colours[one]), _luminance(colours[other])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (one, other)
