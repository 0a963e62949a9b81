"""People whom a text names once: their full names and their surnames alone are kept in the rest of it, too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from translator.enforcement.constraint import Constraint, constraint_of, within
from translator.glossary.entry import Entry
from translator.glossary.occurrence import Occurrence
from translator.text.french import fold
from translator.text.word_list import words

_WORD = re.compile(r"\w[\w-]*")
_NAME_WORD = re.compile(r"[^\W\d_]['’]?[^\W\d_][\w'’-]*")
_PROTECTED_NAME = re.compile(r"(?:[^\W\d_a-z][\w.]*[ -])+[^\W\d_a-z][\w'’-]+")
"""Names with foreign letters or initials: `Zdeněk Chulkov`, `J. M. Coetzee`."""

_LAST_WORD = re.compile(r"(\w+)(?:['’]|\s+)$")
_HYPHENS = "-‑"
_PARTICLES = frozenset(("Le", "La", "De", "Du", "Des", "El", "Al", "Ben", "Van", "Von", "Di", "Da", "Del", "Della"))
_DETERMINERS = words("le la les l du des au aux un une ce cet cette ces mon ton son notre votre leur quel quelle")
_COMMON = words(
    "petit grand gros gras bon beau belle brun blanc noir rouge roux vert gris long court jeune vieux vieil ancien "
    "seul fort faible haut bas doux dur fin franc gentil joli juste leger lent libre sage rapide simple gay gai "
    "moulin roi reine comte prince chevalier maire marchand berger boucher boulanger charpentier bois fontaine "
    "riviere montagne mont val vallee pont rose violette olive perle noel paques toussaint avril mai juin mars "
    "janvier lundi mardi bonjour bonsoir merci salut patience prudence constance victoire marin soldat paix guerre "
    "monde jour hiver bien mal trop assez comme plus moins tout rien personne chacun avant apres depuis alors mais "
    "donc car sud nord est ouest etat loi parti justice ministre president premier dieu ciel terre mer soleil lune "
    "matin soir nuit midi vie mort amour coeur esprit raison verite liberte egalite pays ville france europe nation "
    "peuple armee police presse eglise saint sainte pape eveque page point place port tour camp cour marche foire "
    "fete bal"
)
"""Surnames, folded, that are words of every text: alone they are no names."""


def people_of(source: str, constraints: Iterable[Constraint]) -> set[str]:
    """The names that the constraints of a sentence keep as they stand, and the surnames with which they end."""
    names: set[str] = set()
    for one in constraints:
        if one.kind == "protected":
            name = one.rendering.split() if _PROTECTED_NAME.fullmatch(one.rendering) else []
        elif one.occurrence and one.occurrence.person and one.rendering.endswith(one.occurrence.person):
            name = _kept(source[one.start : one.end].split(), one.occurrence.person.split())
        else:
            continue
        surname = " ".join(name[-2:] if name[-2:-1] and name[-2] in _PARTICLES else name[-1:])
        names.update(part for part in (" ".join(name), surname) if _tells(part))
    return names


def _tells(name: str) -> bool:
    return len(name) > 2 and not name.isupper() and fold(name) not in _COMMON


def with_people(
    source: str, constraints: Sequence[Constraint], people: Mapping[str, Sequence[str]], locale: str | None
) -> tuple[Constraint, ...]:
    """The constraints of a sentence and those of the people (`by_first_word`) that stand outside of them."""
    if not people or people.keys().isdisjoint(_WORD.findall(source)):
        return tuple(constraints)
    new: list[Constraint] = []
    end = 0
    for word in _WORD.finditer(source):
        start = word.start()
        for name in people.get(word[0], ()):
            stop = start + len(name)
            if start < end or not source.startswith(name, start) or _goes_on(source, start, stop):
                continue
            if not within(constraints, start, stop):
                occurrence = Occurrence(start, stop, Entry(name, "=", kind="person", case="exact"), name, person=name)
                new.append(constraint_of(source, occurrence, locale))
                end = stop
                break
    return tuple(sorted([*constraints, *new], key=lambda one: one.start)) if new else tuple(constraints)


def by_first_word(people: Iterable[str]) -> dict[str, list[str]]:
    """Names by the word that a text is searched for, the longest first."""
    found: dict[str, list[str]] = {}
    for name in sorted(people, key=lambda name: (-len(name), name)):
        word = _WORD.match(name)
        if word:
            found.setdefault(word[0], []).append(name)
    return found


def _goes_on(source: str, start: int, stop: int) -> bool:
    """Whether the words are part of a longer one, or have a determiner before them as no surname has."""
    after = source[stop : stop + 1]
    if after.isalnum() or (after and after in _HYPHENS) or (start and source[start - 1] in _HYPHENS):
        return True
    before = _LAST_WORD.search(source, max(0, start - 12), start)
    return before is not None and fold(before[1]) in _DETERMINERS


def _kept(french: Sequence[str], english: Sequence[str]) -> list[str]:
    """The words with a capital at the end of a French term that the name of the person ends with, too."""
    kept: list[str] = []
    for word, other in zip(reversed(french), reversed(english), strict=False):
        if word != other or not _NAME_WORD.fullmatch(word) or not word[0].isupper():
            break
        kept.insert(0, word)
    return kept
