"""Warnings about single rows: what may match where it should not, and what the rules may get wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from translator.glossary.check.frequency import common_words
from translator.glossary.check.rows import Row
from translator.glossary.entry import Entry
from translator.glossary.rendering import pluralized
from translator.text.french import inflections, split_article

RowCheck = Callable[[Row], Iterator[str]]

COMMON = 100
"""From this many times among a million words on, a word is too common to stand alone as a term (W203)."""

_ABBREVIATION = re.compile(r"[A-ZÉÈÀÇ](?:\.?[A-ZÉÈÀÇ]){1,6}\.?")
_INFLECTED = frozenset({"title", "military", "term"})


def too_short(row: Row) -> Iterator[str]:
    """W202."""
    entry = row.entry
    if entry.status != "preferred" or entry.context or entry.kind in ("nationality", "honorific"):
        return
    for form in (entry.source, *entry.forms):
        bare = split_article(form)[1]
        if "{" not in bare and len(bare) < (2 if bare.isupper() else 3) and bare:
            yield f"{form!r} is so short that it may stand for something else; give it a context, or a longer source"
    if len(entry.source_abbr.replace(".", "")) == 1:
        yield f"the abbreviation {entry.source_abbr!r} is a single letter; give it a context, or leave it out"


def too_common(row: Row) -> Iterator[str]:
    """W203, by the bundled list."""
    entry = row.entry
    if entry.status != "preferred" or entry.context or entry.kind in ("nationality", "honorific"):
        return
    for form in (entry.source, *entry.forms):
        article, bare = split_article(form)
        if article or " " in bare or not bare.islower():
            continue
        count = common_words().get(bare, 0)
        if count >= COMMON:
            yield f"{form!r} stands {count} times among a million words of French; give it a context or a longer source"
    word = entry.source_abbr.lower()
    if not entry.case and common_words().get(word, 0) >= COMMON:
        yield f"{entry.source_abbr!r} is the word {word!r} in a headline in capitals; give it a context"


def abbreviation(row: Row) -> Iterator[str]:
    """W204."""
    entry = row.entry
    if entry.target_abbr and not entry.source_abbr and entry.kind != "nationality":
        yield f"target_abbr {entry.target_abbr!r} is never used without a source_abbr"
    if (
        entry.status == "preferred"
        and entry.kind in ("institution", "treaty")
        and not (entry.source_abbr or entry.context)
    ):
        lengthens = entry.target != "=" and not _ABBREVIATION.fullmatch(entry.target)
        if lengthens and _ABBREVIATION.fullmatch(entry.source):
            yield f"{entry.source!r} is an abbreviation; put its long form into source, and it into source_abbr"
    if len(entry.source_abbr) > len(entry.source) > 0:
        yield f"source_abbr {entry.source_abbr!r} is longer than source"


def doubtful_plural(row: Row) -> Iterator[str]:
    """W205: the English rule makes a word that is in no dictionary."""
    entry = row.entry
    if entry.plural or entry.status != "preferred" or entry.kind not in _INFLECTED or not entry.target:
        return
    if not _has_french_plural(entry):
        return
    singular, plural = entry.rendering.split(), pluralized(entry.rendering, entry).split()
    for before, after in zip(singular, plural, strict=False):
        named = before[:1].isupper() and before in entry.source
        if before != after and not named and not _is_plural_of(after, before):
            yield f"the rule makes {' '.join(plural)!r} of {entry.rendering!r}; write the plural, or `none` into plural"


def untestable_example(row: Row) -> Iterator[str]:
    """W210."""
    for example in row.entry.examples:
        french, arrow, _ = example.partition("=>")
        if not arrow:
            yield f"the example {example!r} lacks `=>` and the English that must appear after it"
        elif not french.strip():
            yield f"the example {example!r} has no French sentence before `=>`"


def the_in_target(row: Row) -> Iterator[str]:
    """W206, for one row: the article belongs into its column."""
    entry = row.entry
    if entry.target.startswith(("the ", "a ", "an ")) and entry.kind not in ("media", "honorific"):
        yield f"the target {entry.target!r} begins with an article; leave it out and use the column article"


ROW_WARNINGS: Mapping[str, tuple[RowCheck, ...]] = MappingProxyType(
    {
        "W202": (too_short,),
        "W203": (too_common,),
        "W204": (abbreviation,),
        "W205": (doubtful_plural,),
        "W206": (the_in_target,),
        "W210": (untestable_example,),
    }
)
"""The warnings about one row, by code."""


def _has_french_plural(entry: Entry) -> bool:
    if "{" in entry.source:
        return False
    return any(form.number == "pl" for form in inflections(split_article(entry.source)[1], kind=entry.kind)[1:])


def _is_plural_of(plural: str, singular: str) -> bool:
    """Whether the dictionary knows both words, or the last part of a compound; names and rare words pass."""
    import simplemma

    word, base = (re.split(r"[-'’]", text)[-1].lower().strip(".,;:()") for text in (plural, singular))
    if word == base:  # the change is in an earlier part: Commanders-in-Chief
        word, base = (re.split(r"[-'’]", text)[0].lower() for text in (plural, singular))
    if not word.isalpha() or len(word) < 4 or plural.isupper() or plural[:-1].isupper():
        return True
    return simplemma.is_known(word, lang="en") or not simplemma.is_known(base, lang="en")
