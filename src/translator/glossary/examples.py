"""Testing a glossary by the examples that its rows carry.

`French sentence => English that must appear`; with nothing after the arrow, the row must not match the sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from translator.glossary.entry import Entry
from translator.glossary.glossary import Glossary
from translator.result import Translation

Translate = Callable[[list[str]], Iterable[Translation]]


@dataclass(frozen=True, slots=True)
class Example:
    """An example of a row: the French, and the English that must appear (empty: the row must not match)."""

    entry: Entry
    french: str
    english: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an example. `got` is the translation, or the renderings that the matcher asks for."""

    example: Example
    passed: bool
    got: str

    def __str__(self) -> str:
        """One line for a person, with file and line."""
        example, entry = self.example, self.example.entry
        place = f"{entry.path}:{entry.line}: " if entry.path else ""
        wanted = f"wanted {example.english!r}" if example.english else f"{entry.source!r} must not match"
        return f"{place}{example.french}: {wanted}, got {self.got!r}"


def examples_of(entries: Iterable[Entry]) -> Iterator[Example]:
    """All examples that have an arrow and a French side."""
    for entry in entries:
        for text in entry.examples:
            french, arrow, english = (part.strip() for part in text.partition("=>"))
            if arrow and french:
                yield Example(entry, french, english)


def match_examples(glossary: Glossary, examples: Iterable[Example]) -> Iterator[Outcome]:
    """Test against the matcher alone: fast, no model; the English must be, or be within, what it asks for."""
    from translator.glossary.matcher import Matcher

    matcher = Matcher(glossary)
    for example in examples:
        found = matcher.find(example.french)
        renderings = [occurrence.rendering for occurrence in found]
        got = "; ".join(renderings)
        if example.english:
            passed = any(_fits(example.english, rendering) for rendering in renderings)
        else:
            passed = all(occurrence.entry != example.entry for occurrence in found)
        yield Outcome(example, passed, got)


def translate_examples(translate: Translate, examples: Sequence[Example]) -> Iterator[Outcome]:
    """Test through the whole translation; `translate` gives a translation for each text, in order.

    The English must appear, its leading article aside, which the words around it decide; or the row's term must be
    there in an admitted wording.
    """
    translations = translate([example.french for example in examples])
    for example, translation in zip(examples, translations, strict=True):
        if example.english:
            passed = _within(_bare(example.english), translation.text) or _admitted(example.entry, translation)
        else:
            passed = all(use.entry != example.entry for use in translation.terms)
        yield Outcome(example, passed, translation.text)


def _admitted(entry: Entry, translation: Translation) -> bool:
    """Whether the model rendered the entry in another wording than the preferred one, and was let."""
    return any(
        use.target is not None and translation.text[slice(*use.target)].lower() != use.rendering.lower()
        for use in translation.terms
        if use.entry == entry and use.outcome == "kept"
    )


def _fits(wanted: str, rendering: str) -> bool:
    return _bare(wanted) in rendering or rendering in wanted


def _bare(english: str) -> str:
    """Without the article in front."""
    return english.removeprefix("the ").removeprefix("The ").removeprefix("a ").removeprefix("an ")


def _within(wanted: str, text: str) -> bool:
    """Whether the English appears; its first letter may be a capital at the start of a sentence."""
    return wanted in text or wanted[:1].upper() + wanted[1:] in text
