"""French press sentences through the whole pipeline: what must and what must not appear in the English.

The tables are the text files beside this module, one sentence a line, under headings that begin with `#`:

    French sentence => wording | wording !! wording | ~words

Behind `=>` stands what the English must hold, behind `!!` what it must not; `~words` are words of the French sentence
in which no term may be found. `[a / b]` is a choice. The first letter may be a capital at the start of a sentence.
`en_CA.txt` and the like are read with that locale.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import translator

HERE = Path(__file__).parent
LOCALES = ("en_CA", "en_GB", "en_US")
NO_NOUN = r"(?:\.|,|;|$|(?:is|are|was|were|has|have|had|will|and|to|of|in|on|at|for|said|says|condemned)\b)"
BARE = "(?:NATO|UNESCO|UNICEF|ECOWAS|OPEC|Canada|France|Russia|Hamas|Ukraine|Israel|Interpol)"
"""Names without an article; before a noun (`the NATO summit`) it is the noun's."""

WRONG = [
    (r"\b(?:the|a|an) the\b", "two articles"),
    (r"\bthe an?\b", "two articles"),
    (r"\ban? (?:an?|the)\b", "two articles"),
    (r"\ban (?:NATO|UN|US|EU|European|UK|United|Ukrainian|Russian|Prime|former|foreign)\b", "an"),
    (r"\ba (?:OSCE|NGO|IMF|MP|IAEA|MEP|Israeli|Iranian|Iraqi|Italian|Indian|Egyptian|American|ambassador)\b", "a"),
    (rf"\b[Tt]he {BARE} {NO_NOUN}", "the"),
    (rf"\b[Tt]he {BARE}[.,;]", "the"),
    (r"\w ,", "space before a comma"),
    (r"\w  +\w", "two spaces"),
    (r"\b[Ff]ormer [Ff]ormer\b|\b[Mm]inister [Mm]inister\b", "a word twice"),
]


@dataclass(frozen=True)
class Sentence:
    """A line of a table."""

    table: str
    topic: str
    french: str
    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]


def _cut(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|") if part.strip())


def _read(path: Path) -> Iterator[Sentence]:
    topic = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("#"):
            topic = line.lstrip("# ")
        elif line.strip():
            rest, _, unwanted = line.partition("!!")
            french, _, wanted = rest.partition("=>")
            yield Sentence(path.stem, topic, french.strip(), _cut(wanted), _cut(unwanted))


SENTENCES = [sentence for path in sorted(HERE.glob("*.txt")) for sentence in _read(path)]


@pytest.fixture(scope="module")
def translations(starter_home: None, tr: translator.Translator) -> dict[tuple[str, str], translator.Translation]:
    """All sentences translated, by table and French, each table set in one batch."""
    found = {}
    for locale in (None, *LOCALES):
        own = [s for s in SENTENCES if (s.table == locale if locale else s.table not in LOCALES)]
        one = translator.Translator(locale=locale) if locale else tr
        for sentence, translation in zip(own, one.translate_batch([s.french for s in own]), strict=True):
            found[sentence.table, sentence.french] = translation
    return found


def _holds(text: str, wording: str) -> bool:
    choices = [part.strip() for part in wording[1:-1].split(" / ")] if wording.startswith("[") else [wording]
    return any(_stands(text, choice) or _stands(text, choice[:1].upper() + choice[1:]) for choice in choices)


def _stands(text: str, wording: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(wording)}(?!\w)", text) is not None


def _odd(text: str, pair: str) -> bool:
    return text.count(pair[0]) != text.count(pair[1])


def faults(sentence: Sentence, translation: translator.Translation) -> list[str]:
    """What is wrong with the translation of a sentence."""
    text = translation.text
    found = [f"lacks {wording!r}" for wording in sentence.wanted if not _holds(text, wording)]
    for wording in sentence.unwanted:
        if wording.startswith("~"):
            terms = [sentence.french[slice(*use.source)] for use in translation.terms]
            found += [f"takes {term!r} for a term" for term in terms if wording[1:] == term]
        elif _stands(text, wording):
            found.append(f"has {wording!r}")
    found += [f"term missing: {use.rendering}" for use in translation.missing]
    found += [f"{what}: {match[0]!r}" for pattern, what in WRONG for match in re.finditer(pattern, text)]
    for pair in ("()", "[]", "“”", "«»"):
        if _odd(text, pair) and not _odd(sentence.french, pair):
            found.append(f"unmatched {pair}")
    for use in translation.terms:
        surface = sentence.french[slice(*use.source)]
        if " " in use.rendering and _stands(text, f"{use.rendering} {use.rendering}"):
            found.append(f"twice in a row: {use.rendering}")
        if surface not in use.rendering and len(surface) > 3 and _stands(text, surface) and not surface.isupper():
            found.append(f"French left: {surface}")
    return found


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda s: f"{s.table}: {s.french[:50]}")
def test_sentence(sentence: Sentence, translations: dict[tuple[str, str], translator.Translation]) -> None:
    translation = translations[sentence.table, sentence.french]
    assert not faults(sentence, translation), translation.text


def test_there_are_enough_sentences_and_none_twice() -> None:
    assert len({(sentence.table, sentence.french) for sentence in SENTENCES}) == len(SENTENCES) >= 400
