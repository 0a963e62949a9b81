"""What a translation says where it does not say what the glossary asks for: found by counting, not by a model."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from translator.auditing.tally import GOOD
from translator.glossary.entry import Entry
from translator.result import Segment
from translator.suggest.align import Aligner
from translator.suggest.words import Token, english_tokens, french_tokens

_LEAST = 0.5
"""The confidence under which a wording is not worth telling."""


def read_instead(segments: Sequence[Segment], entries: Iterable[Entry]) -> Mapping[Entry, Counter[str]]:
    """For each entry the wordings that seem to stand where its rendering is missing, with the number of places.

    Entries for which nothing can be told are left out. The more segments there are, the better the guesses.
    """
    wanted = set(entries)
    aligner = Aligner()
    places: dict[Entry, dict[str, list[Sequence[Token]]]] = defaultdict(lambda: defaultdict(list))
    for segment in segments:
        english = english_tokens(segment.target)
        aligner.count(french_tokens(segment.source), english)
        for use in segment.terms:
            if use.entry in wanted and use.outcome not in GOOD:
                standing = " ".join(segment.source[slice(*use.source)].split())
                places[use.entry][standing].append(english)
    result: dict[Entry, Counter[str]] = {}
    for entry, sentences_of in places.items():
        for standing, sentences in sentences_of.items():
            found = aligner.rendering(standing, sentences, capital=False)
            if found and found.confidence >= _LEAST:
                result.setdefault(entry, Counter())[found.text] += len(sentences)
    return result
