"""A candidate for a glossary, and what kind of entry its first word makes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from translator.suggest.names import TITLE_HEADS
from translator.text.word_list import words

WEIGHTS: Mapping[str, float] = {"abbreviation": 1.0, "name": 0.8, "title": 0.7, "acronym": 0.6}
"""How much each way of finding a term is worth beside the others."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A French term that the glossary lacks.

    `found` says by what it was found: `abbreviation`, `name`, `title` or `acronym`. `rendering` and `rendering_abbr`
    are empty where nothing was found; `confidence` (0 to 1) says how far they are to be trusted. `example` and
    `example_english` are a sentence with it and its translation.
    """

    source: str
    kind: str
    found: str
    frequency: int
    source_abbr: str = ""
    rendering: str = ""
    rendering_abbr: str = ""
    confidence: float = 0.0
    example: str = ""
    example_english: str = ""


_KINDS = (
    ("title", TITLE_HEADS),
    ("treaty", words("convention protocole traité accord accords pacte charte déclaration statut mémorandum")),
    ("law", words("loi code règlement constitution ordonnance décret")),
    ("event", words("conférence sommet décennie année journée congrès réunion session forum semaine colloque")),
    ("place", words("province région district gouvernorat département île îles mer océan golfe mont lac république "
                    "camp territoire territoires")),
    ("media", words("agence-presse journal radio télévision quotidien")),
    ("term", words("article partie parties membre membres objectif objectifs état états plan cadre stratégie "
                   "initiative programme-cadre guide manuel fascicule rapport étude")),
)  # fmt: skip


def kind_of(source: str, found: str) -> str:
    """The kind of entry that a term would probably be."""
    if found == "acronym":
        return "institution"
    parts = source.split()
    head = parts[0].lower()
    for kind, heads in _KINDS:
        if head in heads:
            return kind
    if found == "name" and 1 < len(parts) < 4 and all(part[0].isupper() for part in parts):
        return "person"
    return "title" if found == "title" else "institution"
