"""Surface forms of French terms from their citation form: plurals, feminines, agreement inside a term."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product
from typing import Literal

from translator.text.french_irregular import (
    ADJECTIVE_ENDINGS,
    ADJECTIVES,
    AGREEING_ANYWHERE,
    CONJUNCTIONS,
    FEMININES,
    GENERIC_INSTITUTIONS,
    INVARIABLE,
    MASCULINE_ONLY,
    PLURALS,
    PREFIXES,
    PREPOSITIONS,
    S_SINGULARS,
)
from translator.text.word_list import words

Number = Literal["sg", "pl"]
Gender = Literal["m", "f", ""]
Forms = Callable[[str], tuple[str, ...]]

_TOKENS = re.compile(r"\s+")
_NUMERALS = re.compile(r"[\W\d_]*$|[IVXLC]+$|.*\d")
_ACRONYM = re.compile(r"[^\Wa-zà-ÿ\d_]{2,}$|(?:\w\.)+\w?\.?$|[^\Wa-zà-ÿ\d_]$")
_OPENING = '(«“"['
_MOST_VARIANTS = 8
"""Variants kept of one number and gender; only terms of several words with several spellings each have more than 2."""

_PREPOSED = words("premier première haut haute grand grande ancien ancienne nouveau nouvelle second seconde")
_PLURAL_KINDS = frozenset({"title", "military", "term", "institution", "treaty", "law", "event"})
_NAMES = frozenset({"treaty", "law", "event"})


@dataclass(frozen=True, slots=True)
class Inflection:
    """A surface form of a term.

    `number` is that of the form beside its citation form: a citation form that is a plural by itself (`forces armées`)
    counts as `sg`, since its rendering stands as given. `gender` is empty where the form does not tell.
    """

    text: str
    number: Number
    gender: Gender


def inflections(term: str, *, kind: str) -> list[Inflection]:
    """The surface forms of a term of an entry kind (see `translator.glossary.entry.KINDS`), citation form first.

    Titles get plurals and feminines, common terms plurals, proper names a plural only where their head is a common
    noun (`Cours suprêmes`); people, places and media have the citation form alone. No form is given twice.
    """
    if kind == "nationality":
        return nationality_forms(term)
    tokens = tuple(_TOKENS.split(term))
    title = kind == "title" or (kind == "honorific" and term[:1].islower())
    if not (title or kind in _PLURAL_KINDS) or not tokens[0]:
        return [Inflection(term, "sg", "")]
    spans = _variable(tokens)
    if not spans or _is_plural(tokens, spans):
        return [Inflection(term, "sg", "")]
    masculine_only = tokens[spans[0]].lower() in MASCULINE_ONLY or tokens[spans[-1]].lower() in MASCULINE_ONLY
    feminines = _phrases(tokens, spans, feminines_of) if title and not masculine_only else []
    gender: Gender = "m" if any(f != term for f in feminines) else ""
    found = [Inflection(term, "sg", gender)]
    if kind not in _NAMES | {"institution"} or _has_plural(kind, tokens, spans):
        found += [Inflection(text, "pl", gender) for text in _phrases(tokens, spans, plurals_of)]
    if gender:
        found += [Inflection(text, "sg", "f") for text in feminines]
        found += [Inflection(text, "pl", "f") for text in _phrases(tokens, spans, _feminine_plurals)]
    return _deduplicated(found)


def unvarying(term: str) -> list[str]:
    """Tokens of a term, without its first, that are surely the same in all its inflections."""
    tokens = term.split()
    for n, token in enumerate(tokens):
        lower = token.lower()
        if (n and (lower in PREPOSITIONS or _elided(lower))) or token[0] in _OPENING:
            return [
                token
                for token in tokens[max(n, 1) :]
                if token not in AGREEING_ANYWHERE and (token[0].isupper() or not token.endswith(ADJECTIVE_ENDINGS))
            ]
    return []


def nationality_forms(masculine: str) -> list[Inflection]:
    """The forms of an adjective of nationality from its masculine singular: `grec` → grec, grecque, grecs, grecques.

    Coordinated adjectives all agree (`antiguayen et barbudien`); of a hyphenated one only the last part varies.
    """
    tokens = tuple(re.split(r"(\s+|-et-)", masculine))
    if not tokens[0]:
        return [Inflection(masculine, "sg", "")]
    feminine, plural, both = (
        _joined(_variants(token, forms) for token in tokens)
        for forms in (_last_part(feminines_of), _last_part(plurals_of), _last_part(_feminine_plurals))
    )
    gender: Gender = "" if feminine == [masculine] else "m"
    found = [Inflection(masculine, "sg", gender)]
    if gender:
        found += [Inflection(text, "sg", "f") for text in feminine]
    found += [Inflection(text, "pl", gender) for text in plural if not (text == masculine and gender)]
    if gender:
        found += [Inflection(text, "pl", "f") for text in both]
    return _deduplicated(found)


@lru_cache(maxsize=16384)
def plurals_of(word: str) -> tuple[str, ...]:
    """The plurals of a lower-case French word in the masculine or feminine singular, the usual one first."""
    if word in PLURALS:
        return PLURALS[word]
    if word in INVARIABLE or word[-1:] in "sxz" or not word[-1:].isalpha():
        return (word,)
    if "-" in word:
        return _compound(word, plurals_of)
    if word.endswith("al"):
        return (word[:-2] + "aux",)
    if word.endswith(("au", "eu")):
        return (word + "x",)
    return (word + "s",)


@lru_cache(maxsize=16384)
def feminines_of(word: str) -> tuple[str, ...]:
    """The feminines of a lower-case French noun of office or adjective (masculine singular), the usual one first."""
    if word in FEMININES:
        return FEMININES[word]
    if word in INVARIABLE or word in MASCULINE_ONLY or not word[-1:].isalpha():
        return (word,)
    if "-" in word:
        return _compound(word, feminines_of)
    if word[-1:] in "eè":
        return (word,)
    for ending, rule in _FEMININE_RULES:
        if word.endswith(ending):
            return tuple(word[: len(word) - len(ending)] + new for new in rule)
    return (word + "e",)


_FEMININE_RULES = (
    ("teur", ("trice",)),
    ("seur", ("seuse", "seure")),
    ("eur", ("euse", "eure")),
    ("eux", ("euse",)),
    ("eau", ("elle",)),
    ("er", ("ère",)),
    ("ien", ("ienne",)),
    ("éen", ("éenne",)),
    ("en", ("enne",)),
    ("on", ("onne",)),
    ("el", ("elle",)),
    ("eil", ("eille",)),
    ("if", ("ive",)),
    ("et", ("ette",)),
    ("x", ("se",)),
    ("a", ("a",)),
    ("o", ("o",)),
)


def _feminine_plurals(word: str) -> tuple[str, ...]:
    return tuple(plural for feminine in feminines_of(word) for plural in plurals_of(feminine))


def _compound(word: str, forms: Forms) -> tuple[str, ...]:
    """`haut-commissaire` varies in both parts, `vice-président` in the second, `arc-en-ciel` in the first."""
    parts = word.split("-")
    for n, part in enumerate(parts):
        if part in PREPOSITIONS and part not in PREFIXES:
            if n == 0:
                return (word,)
            return tuple("-".join((head, *parts[n:])) for head in forms("-".join(parts[:n])))
    last = parts[-1]
    first = [(p,) if p in PREFIXES or p.endswith("o") or not p else forms(p) for p in parts[:-1]]
    return tuple("-".join(choice) for choice in islice(product(*first, forms(last)), _MOST_VARIANTS))


def _last_part(forms: Forms) -> Forms:
    def of_last(word: str) -> tuple[str, ...]:
        if word in INVARIABLE or word in CONJUNCTIONS or word in ("-et-",):
            return (word,)
        prefix, hyphen, last = word.rpartition("-")
        return tuple(prefix + hyphen + form for form in forms(last))

    return of_last


def _variable(tokens: tuple[str, ...]) -> list[int]:
    """Which tokens of a term vary with its number: those of the head up to its complement."""
    found: list[int] = []
    behind = False
    for n, token in enumerate(tokens):
        lower = token.lower()
        if lower in AGREEING_ANYWHERE and n:
            found.append(n)
            continue
        if behind:
            continue
        if token[:1] in _OPENING or (n and (lower in PREPOSITIONS or _elided(lower))) or (not n and _elided(lower)):
            behind = True
        elif n and lower.endswith("ant") and n + 1 < len(tokens) and _is_article(tokens[n + 1]):
            behind = True  # a present participle with its object: `établissant la liste`
        elif (not n and lower in PREPOSITIONS and lower not in PREFIXES) or (n and tokens[n - 1].endswith((",", ":"))):
            return found if n else []
        elif _varies(tokens, n, found):
            found.append(n)
    return found


def _is_article(token: str) -> bool:
    return token in ("un", "une", "des", "du") or _elided(token)


def _elided(lower: str) -> bool:
    return lower.startswith(("d'", "d’", "l'", "l’")) or lower in ("le", "la", "les")


def _varies(tokens: tuple[str, ...], n: int, heads: list[int]) -> bool:
    """Whether a token of the head agrees: not numerals, initialisms, conjunctions or names in apposition."""
    token = tokens[n]
    lower = token.lower()
    if lower in INVARIABLE or lower in CONJUNCTIONS or _NUMERALS.match(token):
        return False
    if _ACRONYM.match(token) and not all(t.isupper() for t in tokens):
        return False
    if heads and token[:1].isupper():
        after_adjective = heads == [0] and tokens[0].lower() in _PREPOSED
        return after_adjective or lower in ADJECTIVES or lower.endswith(ADJECTIVE_ENDINGS)
    return not _ACRONYM.match(token) or len(token) > 5


def _is_plural(tokens: tuple[str, ...], spans: list[int]) -> bool:
    """Whether the citation form is a plural already: its head ends like one and is not a singular in -s."""
    head = tokens[spans[0]].lower().rpartition("-")[2]
    return head[-1:] in "sxz" and head not in S_SINGULARS and not head.endswith(("ois", "ais", "eux"))


def _has_plural(kind: str, tokens: tuple[str, ...], spans: list[int]) -> bool:
    """Whether the plural of a proper name makes sense and means several of the same."""
    heads = {tokens[n].lower() for n in spans}
    if kind == "institution":
        return not heads.isdisjoint(GENERIC_INSTITUTIONS)
    # `les accords de Paris` are not several `accord de Paris`.
    return not ("accord" in heads and any(token[:1].isupper() for token in tokens[spans[-1] + 1 :]))


def _phrases(tokens: tuple[str, ...], spans: list[int], forms: Forms) -> list[str]:
    """The term with its varying tokens put through `forms`, in all spellings."""
    choices = [_variants(token, forms) if n in spans else (token,) for n, token in enumerate(tokens)]
    found = [" ".join(choice) for choice in islice(product(*choices), _MOST_VARIANTS)]
    tail = _loose_adjective(tokens, spans)
    if tail:
        choices[tail] = _variants(tokens[tail], forms)
        found += [" ".join(choice) for choice in islice(product(*choices), _MOST_VARIANTS)]
    return found


def _loose_adjective(tokens: tuple[str, ...], spans: list[int]) -> int | None:
    """The last of `mandat d'arrêt européen`: it may belong to the head or to the bare noun before it."""
    last = len(tokens) - 1
    if last in spans or tokens[last][:1].isupper() or not tokens[last].endswith(ADJECTIVE_ENDINGS):
        return None
    complement = tokens[spans[-1] + 1 : last]
    elided = len(complement) == 1 and complement[0].startswith(("d'", "d’"))
    return last if elided or (len(complement) == 2 and complement[0] == "de") else None


def _variants(token: str, forms: Forms) -> tuple[str, ...]:
    """The forms of a token as it is written: lower case, Capital, or CAPITALS."""
    if token.islower():
        return forms(token)
    lower = token.lower()
    if token.isupper() and len(token) > 1:
        return tuple(form.upper() for form in forms(lower))
    if len(lower) != len(token):
        return (token,)
    return tuple(_recased(form, token) for form in forms(lower))


def _recased(form: str, model: str) -> str:
    """`form` with capitals at the parts where the model has them: `Haut-Commissaire` → `Hauts-Commissaires`."""
    if "-" not in model:
        return form[:1].upper() + form[1:] if model[:1].isupper() else form
    return "-".join(
        part[:1].upper() + part[1:] if of[:1].isupper() else part
        for part, of in zip(form.split("-"), model.split("-"), strict=False)
    )


def _joined(choices: Iterable[tuple[str, ...]]) -> list[str]:
    return ["".join(choice) for choice in islice(product(*choices), _MOST_VARIANTS)]


def _deduplicated(found: Iterable[Inflection]) -> list[Inflection]:
    return list(_first_of_each(found))


def _first_of_each(found: Iterable[Inflection]) -> Iterator[Inflection]:
    seen: set[str] = set()
    for inflection in found:
        if inflection.text not in seen:
            seen.add(inflection.text)
            yield inflection
