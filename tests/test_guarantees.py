"""The guarantees of the library, each for any text that hypothesis thinks of: rendered, untouched, the same."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import translator
from translator import Entry, Glossary, Translator
from translator.documents.passage import Passage
from translator.text.blocks import split_blocks

FEW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))

TERMS = [
    ("l'OTAN", "NATO"),
    (
        "l'Organisation pour la sécurité et la coopération en Europe",
        "Organization for Security and Co-operation in Europe",
    ),
    ("Vladimir Poutine", "Vladimir Putin"),
    ("M. Lavrov", "Mr. Lavrov"),
    ("le secrétaire d'État américain Antony Blinken", "US Secretary of State Antony Blinken"),
    ("les États-Unis", "United States"),
    ("l'Ukraine", "Ukraine"),
    ("la Cour pénale internationale", "International Criminal Court"),
    ("le ministre russe des Affaires étrangères", "Russian Foreign Minister"),
    ("le Conseil de sécurité des Nations unies", "UN Security Council"),
    ("l'Union européenne", "European Union"),
    ("la Banque mondiale", "World Bank"),
]
FRAMES = [
    "{0} a rencontré {1} vendredi.",
    "Hier, {0} a accusé {1} de mentir.",
    "« {0} doit répondre », a dit {1}.",
    "Selon {0}, rien n'a changé, mais {1} attend encore une réponse de {2}.",
    "Pourquoi {0} ?",
    "{0}",
    "Réunion : {0}, {1} et {2}",
    "Ni {0} ni {1} n'ont voulu commenter la décision, que beaucoup jugent tardive.",
]
sentences = st.builds(
    lambda frame, terms: (
        frame.format(*(french for french, _ in terms)),
        [english for _, english in terms[: frame.count("{")]],
    ),
    st.sampled_from(FRAMES),
    st.lists(st.sampled_from(TERMS), min_size=3, max_size=3),
)
prose = st.text(
    st.sampled_from(
        "abcdefghijklmnopqrstuvwxyzéèàçêïABCDEFÉ 0123456789.,;:!?'’«»()-–%$€\n\t\u00a0\u202f_@#/\\{}<>&\"œ😀\u0301\x00"
    ),
    max_size=120,
)


@FEW
@given(sentence=sentences)
def test_every_occurrence_is_rendered(tr: Translator, sentence: tuple[str, list[str]]) -> None:
    french, expected = sentence
    t = tr.translate(french)
    assert not t.missing
    for english in set(expected):
        assert t.text.lower().count(english.lower()) >= expected.count(english), t.text
    for use in t.terms:
        assert use.target
        assert t.text[slice(*use.target)].lower() == use.rendering.lower()
        assert use.outcome in ("kept", "constrained", "placed")


@FEW
@given(text=prose)
def test_any_text_gives_a_text(tr: Translator, text: str) -> None:
    t = tr.translate(text)
    assert t.source == text
    assert [b.text for b in split_blocks(text) if not b.is_paragraph] == _separators(text, t)
    for use in t.terms:
        assert text[slice(*use.source)]


def _separators(text: str, t: translator.Translation) -> list[str]:
    """What stands between the paragraphs of a translation, in order."""
    blocks, found, at = split_blocks(text), [], 0
    ends = {s.start + len(s.source): s.target_start + len(s.target) for s in t.segments}
    for block in blocks:
        if block.is_paragraph:
            at += len(block.text)
            continue
        start = ends.get(at, 0)
        found.append(t.text[start : start + len(block.text)])
        at += len(block.text)
    return found


@FEW
@given(text=st.sampled_from(["Il fait beau.", "Elle lit un livre.", "Nous avons mangé trop tard.", "Où vas-tu ?"]))
def test_without_a_match_nothing_is_touched(tr: Translator, plain: Translator, text: str) -> None:
    t = tr.translate(text)
    assert not t.terms
    assert t.text == plain.translate(text).text


@FEW
@given(
    kept=st.sampled_from(
        ["https://osce.org/fr/a?b=1&c=2", "jean@example.org", "{nom}", "%s", "#OSCE2021", "@RadioCanada", "A/RES/60/1"]
    ),
    frame=st.sampled_from(["Voir {0} pour la suite.", "Le texte est sur {0}, dit l'OTAN.", "{0}", "Écrivez à {0} !"]),
)
def test_protected_spans_survive(tr: Translator, kept: str, frame: str) -> None:
    assert kept in tr.translate(frame.replace("{0}", kept)).text


@FEW
@given(number=st.integers(min_value=1000, max_value=9_999_999))
def test_numbers_survive(tr: Translator, number: int) -> None:
    french = f"{number:,}".replace(",", " ")
    t = tr.translate(f"Il y avait {french} soldats.")
    assert f"{number:,}" in t.text or any(french in warning for s in t.segments for warning in s.warnings)


@FEW
@given(forbidden=st.sampled_from(["car", "vehicle", "automobile"]), word=st.sampled_from(["voiture", "voitures"]))
def test_no_forbidden_rendering_stays(starter_home: None, forbidden: str, word: str) -> None:
    glossary = Glossary([Entry("voiture", "motorcar"), Entry("voiture", forbidden, status="forbidden")])
    t = Translator(glossaries=[glossary]).translate(f"Il a vendu sa {word} et il a acheté une autre {word}.")
    assert not re.search(rf"\b{forbidden}s?\b", t.text)
    assert not t.missing


@pytest.mark.parametrize("threads", [1, 2])
def test_the_same_bytes_in_any_company(starter_home: None, tr: Translator, threads: int) -> None:
    texts = [frame.format("l'OTAN", "M. Lavrov", "l'Ukraine") for frame in FRAMES]
    alone = [tr.translate(text) for text in texts]
    together = list(Translator(threads=threads).translate_batch([*texts, *reversed(texts)]))
    assert together == [*alone, *reversed(alone)]


def test_passages_keep_their_protected_spans(tr: Translator) -> None:
    text = "Appelez obtenir_prix() avant de lire la réponse de l'OTAN."
    start = text.index("obtenir_prix()")
    [t] = tr.translate_passages([Passage(text, protected=((start, start + 14),))])
    assert "obtenir_prix()" in t.text
    assert "NATO" in t.text
