"""Words behind a title that say how far its holder has it: `sortant`, `démissionnaire`, `par intérim`, `désigné`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translator.glossary.slots import Filler
from translator.glossary.words import Words

if TYPE_CHECKING:
    from translator.glossary.reading import Reading

_OUTGOING, _OUSTED, _DESIGNATE, _ACTING = "outgoing", "ousted", "-designate", "acting"
_ADJECTIVES = {
    "sortant": _OUTGOING, "sortante": _OUTGOING, "sortants": _OUTGOING, "sortantes": _OUTGOING,
    "demissionnaire": _OUTGOING, "demissionnaires": _OUTGOING,
    "interimaire": _ACTING, "interimaires": _ACTING,
}  # fmt: skip
_PARTICIPLES = {
    "designe": _DESIGNATE, "designee": _DESIGNATE, "dechu": _OUSTED, "dechue": _OUSTED,
    "destitue": _OUSTED, "destituee": _OUSTED, "renverse": _OUSTED, "renversee": _OUSTED,
}  # fmt: skip
"""Only before a name: `le président renversé Mohamed Bazoum`, not `le président renversé par l'armée`."""

_OF = frozenset(("de", "du", "des", "d"))
_INTERIM = re.compile(r"(?:Presidents?|Prime Ministers?|Premiers?|heads? of (?:state|government))$")


def modifier(words: Words, k: int) -> Filler | None:
    """The modifier at word `k`, and the word behind it."""
    if k >= words.n:
        return None
    key = words.keys[k]
    if key in _ADJECTIVES:
        return Filler(k + 1, _ADJECTIVES[key])
    if key == "par" and k + 1 < words.n and words.keys[k + 1] == "interim" and words.spaced(k + 1):
        return Filler(k + 2, _ACTING)
    return None


def add_modifier(reading: Reading, words: Words) -> None:
    """Add to the reading of a title the modifier that follows it."""
    k = reading.stop
    if reading.modifier or not words.spaced(k) or reading.end != words.ends[k - 1]:
        return
    found = modifier(words, k)
    if found is None and words.keys[k] in _PARTICIPLES and words.spaced(k + 1) and words.capitalised(k + 1):
        found = Filler(k + 1, _PARTICIPLES[words.keys[k]])
    if found is None or (found.stop < words.n and words.keys[found.stop] in _OF and words.spaced(found.stop)):
        return  # `le ministre sortant de la réunion`
    reading.modifier = found.rendering
    reading.stop, reading.end = found.stop, words.ends[found.stop - 1]


def modified(title: str, word: str) -> str:
    """A title with its modifier: `outgoing Prime Minister`, `Secretary of State-designate`, `interim President`."""
    if word.startswith("-"):
        return title + word
    return f"{'interim' if word == _ACTING and _INTERIM.search(title) else word} {title}"
