"""What a person should look at in a translated segment, in words: numbers, forbidden renderings, French left over."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translator.glossary.occurrence import Occurrence
from translator.glossary.verify import Verdict, forbidden_in
from translator.text.numbers import check_numbers

NUMBER, FORBIDDEN, UNTRANSLATED = "number", "forbidden rendering", "untranslated"
"""What the warnings of this module begin with."""

_WORD = re.compile(r"[^\W\d_]+(?:['’](?=[^\W\d_]))?")
_FRENCH = frozenset(
    "le la les l' d' des du de un une et est sont qu' que qui dans pour par sur avec au aux ce cette ces il elle ils "
    "elles nous vous je j' n' ne pas c' s' se son sa ses leur leurs ont été être plus mais ou où comme à en".split()
)
_ENGLISH = frozenset(
    "the of and to in is are was were for that this with on by as at from it its he she they we you his her their has "
    "have had been be not but or which who will would an".split()
)
_ALSO_ENGLISH = frozenset("on en a an as or plus".split())


def number_warnings(source: str, target: str) -> list[str]:
    """The numbers that differ: `number missing: 90 000`, `number changed: 3,5 → 35`, `number added: 12`."""
    warnings = []
    for finding in check_numbers(source, target):
        what = " → ".join(text for text in (finding.source, finding.target) if text)
        warnings.append(f"{NUMBER} {finding.kind}: {what}")
    return warnings


def forbidden_warnings(target: str, occurrences: Sequence[Occurrence], verdicts: Sequence[Verdict]) -> list[str]:
    """The forbidden renderings that stand in the target beside those that the verdicts already tell of."""
    told = {verdict.span for verdict in verdicts if verdict.status == "forbidden"}
    return [
        f"{FORBIDDEN}: {found.wording}" for found in forbidden_in(target, occurrences) if found.span not in told
    ]


def is_untranslated(source: str, target: str) -> bool:
    """Whether the target is empty, a copy of a French sentence, or plainly French itself."""
    words = _WORD.findall(source)
    if not words:
        return False
    if not target.strip():
        return True
    if target.split() == source.split():
        return _french_share(words) > 0 or (len(words) > 3 and any(word[0].islower() for word in words[1:]))
    return _looks_french(target)


def _looks_french(text: str) -> bool:
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    french = sum(word in _FRENCH and word not in _ALSO_ENGLISH for word in words)
    english = sum(word in _ENGLISH for word in words)
    return french >= 3 and french > 2 * english and french >= 0.15 * len(words)


def _french_share(words: Sequence[str]) -> float:
    return sum(word.lower().replace("’", "'") in _FRENCH for word in words) / len(words)
