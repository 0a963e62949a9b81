"""Whether an English cell was left in French."""

from __future__ import annotations

import re

from translator.text.word_list import words

_FRENCH = words("du des aux les et sur dans pour avec sans sous une par chez vers entre contre au ou à")
_ENGLISH = words("of the for and in on to with by at from a an against between")
_ACCENTED = re.compile(r"[àâçèéêëîïôùûœ]", re.IGNORECASE)
_ELISION = re.compile(r"\b(?:[dl]|qu)['’](?=\w)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def looks_french(text: str, *, surely: bool = False) -> bool:
    """Whether an intended English rendering reads as French.

    By default one sign is enough (an accent, a French function word, an elision): meant for a target that is the same
    as the source. With `surely`, only a phrase of several words with a lower-case function word or an elision, an
    accent or a second such word, and no English function word at all.
    """
    tokens = _WORD.findall(text)
    lower = [token for token in tokens if token.islower()]
    functional = [token for token in lower if token in _FRENCH or token in ("de", "la", "le")]
    elided = _ELISION.findall(text)
    accents = _ACCENTED.findall(text)
    if not surely:
        return bool(functional or elided or accents) and len(tokens) > 1
    if len(tokens) < 3 or any(token in _ENGLISH for token in lower):
        return False
    strong = [token for token in functional if token in _FRENCH and token not in ("entre", "sur", "vers", "par", "ou")]
    return bool(strong) and len(functional) + len(elided) + bool(accents) > 1 and not _only_english(tokens[-1])


def _only_english(word: str) -> bool:
    """`Sûreté du Québec spokesperson` is English, whatever the name in it."""
    import simplemma

    return simplemma.is_known(word, lang="en") and not simplemma.is_known(word, lang="fr")
