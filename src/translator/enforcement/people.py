"""People whom a text names once: their full names and their surnames alone are kept in the rest of it, too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from translator.enforcement.constraint import Constraint, constraint_of
from translator.glossary.entry import Entry
from translator.glossary.occurrence import Occurrence
from translator.text.word_list import words

_NAMING = frozenset({"person", "honorific", "title"})
_NAME_WORD = re.compile(r"[^\W\d_]['’]?[^\W\d_][\w'’-]*")
_PROTECTED_NAME = re.compile(r"(?:[^\W\d_a-z][\w.-]*[ -])+[^\W\d_a-z][\w'’-]+")
"""Names with foreign letters or initials: `Zdeněk Chulkov`, `J. M. Coetzee`."""

_FIRST_WORDS = words(
    "petit grand gros gras bon beau belle brun blanc noir rouge roux vert gris long court jeune vieux vieil ancien "
    "seul fort faible haut bas doux dur fin franc gentil joli juste leger lent libre sage rapide simple gay gai "
    "moulin roi comte prince chevalier maire marchand berger boucher boulanger mercier meunier masson charpentier "
    "leclerc lemaire bois dubois fontaine riviere montagne mont val vallee dupont pont rose violette olive perle "
    "pascal noel avril mai juin mars janvier bonjour bonsoir merci salut patience prudence constance victoire marin "
    "soldat paix guerre monde jour hiver bien mal trop assez comme plus moins tout rien personne chacun avant apres "
    "depuis alors mais donc car"
)
"""Surnames, in small letters, that may open a sentence as words of their own."""


def people_of(source: str, constraints: Iterable[Constraint]) -> set[str]:
    """The names that the constraints of a sentence keep as they stand, and the surnames with which they end."""
    names: set[str] = set()
    for one in constraints:
        if one.kind == "protected":
            name = one.rendering.split() if _PROTECTED_NAME.fullmatch(one.rendering) else []
        elif one.occurrence and one.occurrence.entry.kind in _NAMING and not one.occurrence.plural:
            name = _kept(source[one.start : one.end].split(), one.rendering.split())
        else:
            continue
        names.update(part for part in (" ".join(name), *name[-1:]) if len(part) > 2 and not part.isupper())
    return names


def name_pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """What finds any of the names, the longest first; None if there are none."""
    found = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    return re.compile(rf"(?<![\w-])(?:{found})(?![\w-])") if found else None


def with_people(
    source: str, constraints: Sequence[Constraint], pattern: re.Pattern[str], locale: str | None
) -> tuple[Constraint, ...]:
    """The constraints of a sentence and those of the names that stand outside of them."""
    new = [
        constraint_of(source, Occurrence(*found.span(), _entry(found[0]), found[0]), locale)
        for found in pattern.finditer(source)
        if not any(one.start < found.end() and found.start() < one.end for one in constraints)
        and not (found.start() == 0 and found[0].lower() in _FIRST_WORDS)
    ]
    return tuple(sorted([*constraints, *new], key=lambda one: one.start)) if new else tuple(constraints)


def _entry(name: str) -> Entry:
    return Entry(name, "=", kind="person", case="exact")


def _kept(french: Sequence[str], english: Sequence[str]) -> list[str]:
    """The words with a capital at the end of a French term that its rendering ends with, too."""
    kept: list[str] = []
    for word, other in zip(reversed(french), reversed(english), strict=False):
        if word != other or not _NAME_WORD.fullmatch(word) or not word[0].isupper():
            break
        kept.insert(0, word)
    return kept
