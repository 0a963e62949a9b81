"""English wording of renderings: plural, possessive, capitals; articles and plurals are re-exported."""

from __future__ import annotations

import re

from translator.text.english_article import article_before, ensure_article, fix_indefinites, indefinite
from translator.text.english_plural import PREPOSITIONS, pluralize
from translator.text.word_list import words

__all__ = [
    "article_before",
    "ensure_article",
    "fix_indefinites",
    "indefinite",
    "pluralize",
    "possessive",
    "sentence_case",
    "title_case",
]

_SINGULAR_NAMES = words(
    "james wales charles jacques hughes yves georges gilles jules jones williams adams evans collins sanders "
    "peters rogers athens news lens mars burns mathews andrews roberts richards stevens edwards hastings cairns"
)
_PLURAL_NAMES = words("bahamas americas canaries comoros galápagos")
_SMALL = (
    words("a an the and or but nor as vs via de la le les et") | {word for word in PREPOSITIONS if len(word) < 5}
) - {"into", "over", "near", "pro", "per", "ad"}
_UNCAPITALISED_AFTER = frozenset(("co", "re", "pre", "e"))
"""Prefixes whose second part keeps its small letter in headlines: `Co-operation`."""


def possessive(term: str) -> str:
    """The possessive of a rendering, in Canadian Press style: `'s`, but a bare apostrophe after a plural in -s.

    `the United States'`, `Texas's`, `Lavrov's`. Names in -s that are singular are told from plurals by their ending
    (-ss, -us, -is, -as, -os) and a list.
    """
    if not term or term.endswith(("'s", "’s", "s'", "s’")):
        return term
    word = re.split(r"[\s-]", term)[-1]
    return term + ("'" if _is_plural_in_s(word) else "'s")


def _is_plural_in_s(word: str) -> bool:
    lower = word.lower().rstrip(')”"')
    if not lower.endswith("s") or word.isupper():
        return False
    if lower in _PLURAL_NAMES or lower == "corps":
        return True
    if lower in _SINGULAR_NAMES or lower.endswith(("ss", "us", "is")):
        return False
    return not (word[:1].isupper() and lower.endswith(("as", "os")))


def sentence_case(text: str) -> str:
    """The text with a capital at its first letter, past quotation marks and brackets; `iPhone` and numbers stay."""
    found = re.match(r"[^\w]*", text)
    place = found.end() if found else 0
    if not text[place : place + 1].islower() or text[place + 1 : place + 2].isupper():
        return text
    upper = text[place].upper()
    return text if len(upper) != 1 else text[:place] + upper + text[place + 1 :]


def title_case(rendering: str) -> str:
    """The rendering with the capitals of a headline: all words but articles, conjunctions and short prepositions.

    Words that have a capital anywhere stay as they are; the first and the last word always get one.
    """
    pieces = re.split(r"(\s+)", rendering)
    written = [n for n in range(0, len(pieces), 2) if pieces[n]]
    for n in written:
        if pieces[n] not in _SMALL or n in (written[0], written[-1]):
            pieces[n] = _headline_word(pieces[n])
    return "".join(pieces)


def _headline_word(word: str) -> str:
    if any(c.isupper() for c in word):
        return word
    first, *rest = word.split("-")
    parts = [sentence_case(first)]
    for before, part in zip([first, *rest], rest, strict=False):
        parts.append(part if part in _SMALL or before.lower() in _UNCAPITALISED_AFTER else sentence_case(part))
    return "-".join(parts)
