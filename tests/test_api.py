"""The public face: what importing costs, what can be asked, what is refused."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest

import translator
from translator import Entry, Glossary, Translator


def test_importing_loads_nothing_heavy() -> None:
    code = (
        "import sys, time; t = time.process_time(); import translator; t = time.process_time() - t;"
        "bad = {'torch', 'stanza', 'spacy', 'ctranslate2', 'numpy', 'lxml', 'argostranslate', 'babel', 'simplemma'};"
        "print(sorted(bad & set(sys.modules)), t < 0.3)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[] True"


def test_all_names_are_there() -> None:
    assert translator.__all__ == sorted(translator.__all__)
    for name in translator.__all__:
        assert getattr(translator, name)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        translator.nothing  # noqa: B018


def test_text_result(tr: Translator) -> None:
    t = tr.translate("L'OTAN a répondu.")
    assert str(t) == t.text
    [use] = t.terms
    assert (use.rendering, t.text[slice(*use.target or (0, 0))]) == ("NATO", "NATO")
    assert t.source[slice(*use.source)] == "OTAN"
    assert t.segments[0].score < 0
    assert pickle.loads(pickle.dumps(t)) == t


def test_own_glossary_wins(starter_home: None, tmp_path: Path) -> None:
    path = tmp_path / "newsroom.csv"
    path.write_text("source,target\nOTAN,the Alliance of Testers\nConseil de l'Arctique,Arctic Council\n", "utf-8")
    t = Translator(glossaries=["institutions", path]).translate("L'OTAN et le Conseil de l'Arctique ont répondu.")
    assert "Alliance of Testers" in t.text
    assert "Arctic Council" in t.text
    assert not t.missing


def test_equals_keeps_the_source(starter_home: None) -> None:
    glossary = Glossary([Entry("Maison du pain", "=", kind="institution")])
    assert "Maison du pain" in Translator(glossaries=[glossary]).translate("La Maison du pain est fermée.").text


def test_batch_is_lazy_and_ordered(tr: Translator) -> None:
    asked: list[int] = []

    def texts() -> object:
        for n in range(3):
            asked.append(n)
            yield f"L'OTAN a {n + 20} navires."

    results = tr.translate_batch(texts())  # type: ignore[arg-type]
    assert asked == []
    assert [f"{n + 20}" in t.text for n, t in enumerate(results)] == [True, True, True]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\ufeff", "\t \n"])
def test_blank_texts_stay(tr: Translator, text: str) -> None:
    assert tr.translate(text).text == text


def test_long_sentences_are_not_cut_short(tr: Translator) -> None:
    text = "Le ministre a dit que " + ", que ".join(["la réunion de l'OTAN aura lieu à Stockholm"] * 60) + "."
    t = tr.translate(text)
    assert t.text.count("NATO") >= 60
    assert t.text.count("Stockholm") >= 60
    assert len(t.segments) > 1


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"beam_size": 0}, translator.UsageError, "beam_size"),
        ({"threads": -1}, translator.UsageError, "threads"),
        ({"locale": "fr_FR"}, translator.UsageError, "locale"),
        ({"model": "nowhere.argosmodel"}, translator.ModelError, "nowhere.argosmodel"),
        ({"glossaries": ["nowhere.csv"]}, translator.GlossaryError, "nowhere.csv"),
        ({"glossaries": ["nowhere"]}, translator.GlossaryError, "nowhere"),
    ],
)
def test_what_cannot_be_used_is_refused(options: dict[str, object], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        Translator(**options)  # type: ignore[arg-type]


def test_locale_decides_dates_and_spelling(starter_home: None) -> None:
    text = "Il est né le 2 décembre 2021."
    assert "December 2, 2021" in Translator(locale="en_US", glossaries=[]).translate(text).text
    assert "2 December 2021" in Translator(locale="en_GB", glossaries=[]).translate(text).text


@pytest.mark.parametrize("number", ["69 820", "90 000", "1 500 000", "4 200"])
def test_grouped_numbers_have_their_commas(tr: Translator, number: str) -> None:
    assert number.replace(" ", ",") in tr.translate(f"Il y avait {number} soldats.").text
