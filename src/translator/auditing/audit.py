"""An existing translation against a glossary, segment by segment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from translator.auditing.findings import (
    FORBIDDEN,
    NUMBER,
    UNTRANSLATED,
    forbidden_warnings,
    is_untranslated,
    number_warnings,
)
from translator.errors import UsageError
from translator.glossary.occurrence import Occurrence
from translator.glossary.verify import verify
from translator.result import Segment, TermUse, Translation
from translator.text.sentences import split_sentences

if TYPE_CHECKING:
    from translator.glossary.glossary import Glossary
    from translator.glossary.matcher import Matcher

VIOLATIONS = ("missing", "forbidden", NUMBER, UNTRANSLATED)
"""What an audit can find wrong, the names that `Violation.kind` has."""


@dataclass(frozen=True, slots=True)
class Violation:
    """Something wrong in segment number `segment` (from 0): `kind` is one of `VIOLATIONS`, `message` says what."""

    segment: int
    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class Audit(Translation):
    """What an audit gives back: like a `Translation`, with the outcomes `followed`, `admitted`, `forbidden`, `missing`.

    `text` is the English that was given. `TermUse.rendering` is what the glossary asks for; `TermUse.target` is where
    it, an admitted or a forbidden rendering stands.
    """

    @property
    def score(self) -> float:
        """The share of the occurrences whose rendering, or an admitted one, stands; 1 where the text has no term."""
        uses = [use for segment in self.segments for use in segment.terms]
        return sum(use.outcome in ("followed", "admitted") for use in uses) / len(uses) if uses else 1.0

    @property
    def forbidden(self) -> tuple[TermUse, ...]:
        """The occurrences in whose place a forbidden rendering stands."""
        return tuple(use for use in self.terms if use.outcome == "forbidden")

    @property
    def violations(self) -> tuple[Violation, ...]:
        """All that is wrong, in the order of the text."""
        return tuple(one for n, segment in enumerate(self.segments) for one in violations_of(segment, n))


def audit(french: str | Sequence[str], english: str | Sequence[str], glossary: Glossary) -> Audit:
    """Whether an existing translation follows a glossary.

    `french` and `english` are texts whose lines are pairs, or sequences of segments that are. Raises `UsageError` if
    they are not of the same length.
    """
    sources = french.split("\n") if isinstance(french, str) else list(french)
    targets = english.split("\n") if isinstance(english, str) else list(english)
    if len(sources) != len(targets):
        unit = "lines" if isinstance(french, str) else "segments"
        raise UsageError(
            f"the French has {len(sources)} {unit} and the English {len(targets)}; give them so that each one has its "
            "translation at the same place"
        )
    from translator.glossary.matcher import Matcher

    segments = audited(zip(sources, targets, strict=True), Matcher(glossary))
    return gathered(segments, signature_of(glossary))


def gathered(segments: Iterable[Segment], signature: str) -> Audit:
    """One audit of segments that stand in lines of their own."""
    placed, start, target_start = [], 0, 0
    for segment in segments:
        placed.append(replace(segment, start=start, target_start=target_start))
        start += len(segment.source) + 1
        target_start += len(segment.target) + 1
    source = "\n".join(segment.source for segment in placed)
    text = "\n".join(segment.target for segment in placed)
    return Audit(source, text, tuple(placed), signature)


def audited(pairs: Iterable[tuple[str, str]], matcher: Matcher) -> Iterator[Segment]:
    """One segment for each pair of French and English, lazily; a French segment may hold several sentences."""
    for source, target in pairs:
        occurrences = find_occurrences(source, matcher)
        verdicts = verify(target, occurrences)
        warnings = forbidden_warnings(target, occurrences, verdicts)
        if is_untranslated(source, target):
            warnings.append(UNTRANSLATED)
        else:
            warnings += number_warnings(source, target)
        yield Segment(
            source,
            target,
            tuple(
                TermUse(
                    verdict.occurrence.entry,
                    (verdict.occurrence.start, verdict.occurrence.end),
                    verdict.span,
                    verdict.occurrence.rendering,
                    verdict.status,
                )
                for verdict in verdicts
            ),
            warnings=tuple(warnings),
        )


def find_occurrences(source: str, matcher: Matcher) -> list[Occurrence]:
    """The occurrences of terms, sentence by sentence as the glossary's contexts ask, with places in the whole text."""
    found = []
    for start, end in split_sentences(source):
        for one in matcher.find(source[start:end]):
            found.append(replace(one, start=one.start + start, end=one.end + start))
    return found


def violations_of(segment: Segment, number: int) -> Iterator[Violation]:
    """What is wrong with one segment."""
    for use in segment.terms:
        if use.outcome in ("missing", "forbidden"):
            message = f"{segment.source[slice(*use.source)]} → {use.rendering}"
            if use.target:
                message += f", but the text has {segment.target[slice(*use.target)]}"
            yield Violation(number, use.outcome, message)
    for warning in segment.warnings:
        subject, _, rest = warning.partition(": ")
        if subject == FORBIDDEN:
            yield Violation(number, "forbidden", f"the text also has {rest}")
        elif subject.startswith(NUMBER):
            yield Violation(number, NUMBER, f"{subject.removeprefix(NUMBER).strip()}: {rest}")
        elif warning == UNTRANSLATED:
            yield Violation(number, UNTRANSLATED, "empty or still French")


def signature_of(glossary: Glossary) -> str:
    """What the result of an audit depends on."""
    from importlib.metadata import version

    return f"translator:{version('translator')}|task:audit|glossary:{glossary.fingerprint}"
