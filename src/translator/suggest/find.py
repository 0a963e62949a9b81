"""Finding candidates for a glossary in French texts, better in pairs of French and English ones."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from translator.suggest.abbreviations import is_abbreviation, long_forms
from translator.suggest.align import Aligner, Rendering, rendered_acronym, wording
from translator.suggest.candidate import WEIGHTS, Candidate, kind_of
from translator.suggest.collect import Collector, Found, is_headline
from translator.suggest.names import Chains
from translator.suggest.words import Token, english_tokens, french_tokens

if TYPE_CHECKING:
    from translator.glossary.glossary import Glossary

_LONGEST_EXAMPLE = 400


def suggest(
    texts: Iterable[str | tuple[str, str]], glossary: Glossary | None = None, *, least: int = 2
) -> list[Candidate]:
    """Candidates for a glossary, the most promising first.

    `texts` are French texts, or pairs of a French text and its English translation, as short as they can be paired.
    What `glossary` matches is left out. Names, titles and acronyms that stand fewer than `least` times are left out;
    a long form with its abbreviation need stand only once.
    """
    pairs = [(text, "") if isinstance(text, str) else text for text in texts]
    french = [french_tokens(one) for one, _ in pairs]
    english = [english_tokens(other) for _, other in pairs]
    chains, aligner = Chains(), Aligner()
    for ours, theirs in zip(french, english, strict=True):
        if not is_headline(ours):
            chains.count(ours)
        if theirs:
            aligner.count(ours, theirs)
    collector = Collector(glossary, chains, aligner)
    for n, (text, _) in enumerate(pairs):
        collector.add(n, text, french[n], english[n])
    acronyms = Counter(text for tokens in english for text in {t.text for t in tokens if is_abbreviation(t.text)})
    candidates = [
        _candidate(one, pairs, english, aligner, acronyms)
        for one in collector.found()
        if one.found == "abbreviation" or one.renderings or sum(one.writings.values()) >= least
    ]
    paired = any(english)
    return sorted((one for one in candidates if not _is_same_name(one)), key=lambda one: _rank(one, paired=paired))


def _candidate(
    one: Found,
    pairs: Sequence[tuple[str, str]],
    english: Sequence[Sequence[Token]],
    aligner: Aligner,
    acronyms: Counter[str],
) -> Candidate:
    source = one.writings.most_common(1)[0][0]
    where = list(dict.fromkeys(one.pairs))
    short = one.abbreviations.most_common(1)[0][0] if one.abbreviations else ""
    example = min(where, key=lambda n: (len(pairs[n][0]) > _LONGEST_EXAMPLE, not pairs[n][1], n))
    candidate = Candidate(
        source, kind_of(source, one.found), one.found, len(one.pairs), short,
        example=_cut(pairs[example][0]), example_english=_cut(pairs[example][1]),
    )  # fmt: skip
    sentences = [english[n] for n in where if english[n]]
    if one.found == "acronym":
        return _with(candidate, rendered_acronym(source, sentences, acronyms), "")
    if one.renderings and not short:
        text, score = max(one.renderings.items(), key=lambda item: (item[1], item[0]))
        return _with(candidate, Rendering(text, score / len(one.pairs)), "")
    spelt = [n for n in where if source in pairs[n][0].replace("’", "'")] if one.found == "abbreviation" else where
    longs = [english[n] for n in spelt if english[n]] or sentences
    rendering = aligner.rendering(source, longs, capital=source[0].isupper() or bool(short))
    if short:
        return _with_abbreviation(candidate, rendering, longs, rendered_acronym(short, sentences, acronyms), aligner)
    return _with(candidate, rendering, "")


def _with(candidate: Candidate, rendering: Rendering | None, short: str) -> Candidate:
    """The candidate with its rendering; one word for several is hardly one, nor is an acronym by chance."""
    if rendering is None or (candidate.found == "acronym" and rendering.confidence < 0.6):
        return candidate
    fewer = " " in candidate.source and " " not in rendering.text and not short
    trust = rendering.confidence * (0.5 if fewer else 1)
    return replace(candidate, rendering=rendering.text, rendering_abbr=short, confidence=trust)


def _with_abbreviation(
    candidate: Candidate,
    aligned: Rendering | None,
    sentences: Sequence[Sequence[Token]],
    short: Rendering | None,
    aligner: Aligner,
) -> Candidate:
    """The rendering as an English sentence has it before an abbreviation, if that is like it; else as aligned."""
    best, best_score = None, 0.45
    for tokens in sentences:
        for first, last, theirs in long_forms(tokens, french=False):
            score = aligner.similarity(candidate.source, tokens[first:last])
            score += 0.3 * (theirs.text == candidate.source_abbr)
            if score > best_score:
                best, best_score = (wording(tokens[first:last]), theirs.text), score
    if best:
        abbreviation = "=" if best[1] == candidate.source_abbr else best[1]
        return replace(candidate, rendering=best[0], rendering_abbr=abbreviation, confidence=min(1.0, 0.4 + best_score))
    return _with(candidate, aligned, short.text if short and short.confidence >= 0.75 else "")


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_EXAMPLE else text[:_LONGEST_EXAMPLE].rpartition(" ")[0] + " …"


def _is_same_name(one: Candidate) -> bool:
    """A name that is the same in English needs no row; an acronym may, so that no model tries to translate it.

    A title with a name that is the same is no term either: it is two.
    """
    if one.found not in ("name", "title"):
        return False
    ours, theirs = one.source.split(), one.rendering.split()
    same = [word for word in ours if word in theirs]
    if ours == theirs or not same:
        return ours == theirs
    return len(same) >= len(ours) - (ours[0] not in theirs) and all(word[0].isupper() for word in same)


def _rank(one: Candidate, *, paired: bool) -> tuple[float, str]:
    trust = one.confidence if paired else 1.0
    return -WEIGHTS[one.found] * math.log2(1 + one.frequency) * (0.1 + trust), one.source
