"""Names that a text gives in full once, and alone later."""

from __future__ import annotations

import time

import pytest

from translator import Translator
from translator.documents.passage import Passage
from translator.documents.plain_text import text_part

FULL = "Le ministre malien de la Défense, Tiéna Coulibaly, est arrivé à Prague. "


@pytest.fixture(scope="module")
def tr(starter_home: None) -> Translator:
    return Translator()


def names(tr: Translator, text: str) -> list[str]:
    """The people among the terms that are rendered, as they stand in the English."""
    result = tr.translate(text)
    assert not result.missing
    return [use.rendering for use in result.terms if use.entry.kind == "person"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (FULL + "Coulibaly a rencontré son homologue.", ["Tiéna Coulibaly", "Coulibaly"]),
        (FULL + "Selon Coulibaly, la guerre est finie.", ["Tiéna Coulibaly", "Coulibaly"]),
        (FULL + "\n\nSelon Tiéna Coulibaly, c'est fini.", ["Tiéna Coulibaly", "Tiéna Coulibaly"]),
        ("Koubek est parti. M. Koubek reviendra.", ["Koubek"]),
        ("M. Koubek est là. La famille Koubek aussi.", ["Koubek"]),
        ("Jean Petit est parti. Petit à petit, la foule le suit.", ["Jean Petit"]),
        ("Jean Petit est parti. Petit est malin. Il lit Le Petit Prince.", ["Jean Petit"]),
        ("M. Jean Sudre est ici. Dans le Sudre, il pleut. D'après Sudre, oui.", ["Sudre"]),
        ("M. Michel Noël est ici. Les vacances de Noël commencent.", []),
        ("Mme Marine Le Pen a gagné. Selon Le Pen, c'est fini.", ["Le Pen"]),
        ("Le président de la Cour internationale de Justice est là. Le palais de Justice est fermé.", []),
        ("M. Antoine Dupont est ici. « Dupont a gagné », dit-elle.", ["Dupont"]),
        ("M. Koubek est là. Koubek-Dupont, l'Koubek et d'Koubek.", ["Koubek"]),
        ("M. Koubek est parti. Koubekstan est loin, Saint-Koubek aussi.", []),
        ("La présidente de Renault est partie. Elle aime le rouge.", []),
        ("Koubek est parti.", []),
        ("Selon Zdeněk Chulkov, c'est fini. Elle a vu Chulkov hier.", ["Chulkov"]),
        ("J. M. Coetzee est venu. Selon Coetzee, c'est fini.", ["Coetzee"]),
        ("Voir `Un Truc Bizarre`. Le Bizarre est là.", []),
        (FULL + "M. Coulibaly est reparti.", ["Tiéna Coulibaly"]),
    ],
)
def test_names_found_once_are_kept_in_the_whole_text(tr: Translator, text: str, expected: list[str]) -> None:
    assert names(tr, text) == expected


def test_paragraphs_of_a_document_know_each_other_as_those_of_a_text_do(tr: Translator) -> None:
    text = FULL + "\n\nSelon Coulibaly, la guerre est finie.\n"
    passages = text_part(text).passages
    assert len(passages) == 2
    documents = [use for one in tr.translate_passages(passages) for use in one.terms]
    assert [use.rendering for use in documents] == [use.rendering for use in tr.translate(text).terms]
    assert documents[-1].rendering == "Coulibaly"


def test_texts_know_nothing_of_each_other(tr: Translator) -> None:
    first, second = tr.translate_batch([FULL, "Selon Coulibaly, la guerre est finie."])
    assert "Coulibaly" in str(first)
    assert not second.terms


def test_a_long_file_name_takes_no_time(tr: Translator) -> None:
    name = "A-" * 40 + "B.pdf"
    began = time.process_time()
    tr._plan(Passage(f"Voir {name} à la page 3. Voir {name}."))
    assert time.process_time() - began < 2


def test_a_line_of_many_terms_takes_linear_time(tr: Translator) -> None:
    began = time.process_time()
    plan = tr._plan(Passage("l'OTAN, M. Koubek, " * 10_000))
    assert sum(len(job.constraints) for job in plan.jobs) == 20_000
    assert time.process_time() - began < 12


def test_nothing_is_kept_without_glossaries(starter_home: None) -> None:
    assert not Translator(glossaries=[]).translate(FULL + "Coulibaly est parti.").terms
