"""What a person should look at in a translated segment, in words: numbers, forbidden renderings, French left over."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translator.glossary.occurrence import Occurrence
from translator.glossary.verify import Verdict, forbidden_in
from translator.text.numbers import check_numbers
from translator.text.word_list import words

NUMBER, FORBIDDEN, UNTRANSLATED = "number", "forbidden rendering", "untranslated"
"""What the warnings of this module begin with."""

_LIST_NUMBER = re.compile(r"\s*\d{1,3}(?:\.\d{1,2})*[.)]\s+(?=\S)")
_WORD = re.compile(r"[^\W\d_]+(?:['’](?=[^\W\d_]))?")
_FRENCH = words(
    "le la les l' d' des du de un une et est sont qu' que qui dans pour par sur avec au aux ce cette ces il elle ils "
    "elles nous vous je j' n' ne pas c' s' se son sa ses leur leurs ont été être plus mais ou où comme à en"
)
_ENGLISH = words(
    "the of and to in is are was were for that this with on by as at from it its he she they we you his her their has "
    "have had been be not but or which who will would an"
)
_ALSO_ENGLISH = words("on en a an as or plus")


def number_warnings(source: str, target: str) -> list[str]:
    """The numbers that differ: `number missing: 90 000`, `number changed: 3,5 → 35`, `number added: 12`.

    The number of a paragraph (`54. In its judgment …`) that only one side has is passed over.
    """
    ours, theirs = _LIST_NUMBER.match(source), _LIST_NUMBER.match(target)
    if ours and not theirs:
        source = source[ours.end() :]
    elif theirs and not ours:
        target = target[theirs.end() :]
    warnings = []
    for finding in check_numbers(source, target):
        what = " → ".join(text for text in (finding.source, finding.target) if text)
        warnings.append(f"{NUMBER} {finding.kind}: {what}")
    return warnings


def forbidden_warnings(target: str, occurrences: Sequence[Occurrence], verdicts: Sequence[Verdict]) -> list[str]:
    """The forbidden renderings that stand in the target beside those that the verdicts already tell of."""
    told = {verdict.span for verdict in verdicts if verdict.status == "forbidden"}
    return [f"{FORBIDDEN}: {found.wording}" for found in forbidden_in(target, occurrences) if found.span not in told]


def is_untranslated(source: str, target: str) -> bool:
    """Whether the target is empty, a copy of a French sentence, or plainly French itself."""
    ours = _WORD.findall(source)
    if not ours:
        return False
    if not target.strip():
        return True
    if target.split() == source.split():
        lower = [word for word in ours if word[0].islower()]
        return 2 * len(lower) >= len(ours) and not any(word in _ENGLISH for word in lower)
    return _looks_french(target)


def _looks_french(text: str) -> bool:
    theirs = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    french = sum(word in _FRENCH and word not in _ALSO_ENGLISH for word in theirs)
    english = sum(word in _ENGLISH for word in theirs)
    return french >= 3 and french > 2 * english and french >= 0.15 * len(theirs)
