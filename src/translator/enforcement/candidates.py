"""Source texts that ask the model for a rendering: as it stands, with inline markup, or with the rendering put in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from translator.enforcement.constraint import Constraint, Span
from translator.text.capitals import in_capitals, lowered
from translator.text.french import fold

Markup = tuple[str, str, str]

_LOOSE_ELISION = re.compile(r"(?<!\w)((?:[ldnjmtsc]|qu)['’])\s+$", re.IGNORECASE)


def model_text(source: str, constraints: Sequence[Constraint]) -> tuple[str, list[Span]]:
    """What the model reads of a segment, and where the constraints are in it.

    It is the segment itself, but for terms that a scraped page has glued to their expansion: their short wording stands
    there, and the space goes that such pages leave in `l' OTAN`. Of a headline in capitals it is the wording in small
    letters, with the terms as their glossary has them.
    """
    return _rewritten(source, constraints, [_natural(source, one) for one in constraints])


def _natural(source: str, one: Constraint) -> str:
    """How the model is to read the words of a constraint; empty for as they stand."""
    if one.short or not in_capitals(source) or one.kind == "protected":
        return one.short
    words = source[one.start : one.end]
    if one.occurrence:
        entry = one.occurrence.entry
        for form in (entry.source_abbr, entry.source, *entry.forms):
            if form and fold(form) == fold(words):
                return form
    return words if " " not in words else words.lower()


def told_text(
    source: str, constraints: Sequence[Constraint], wanted: Iterable[int], markup: Markup | None
) -> tuple[str, list[Span]]:
    """The segment that tells the model of the wanted renderings, and where the constraints are in it.

    With the inline markup of the package around them, or, for a package that knows none, with the renderings in the
    place of the source words.
    """
    texts = [_natural(source, one) for one in constraints]
    for number in wanted:
        one = constraints[number]
        texts[number] = one.rendering
        if markup:
            term, means, end = markup
            texts[number] = f"{term} {one.short or source[one.start : one.end]}{means} {one.rendering}{end}"
    return _rewritten(source, constraints, texts, glue=markup[0] if markup else "")


def substituted_text(source: str, constraints: Sequence[Constraint]) -> str:
    """The segment with all renderings in the place of the source words."""
    return _rewritten(source, constraints, [one.rendering for one in constraints])[0]


def _rewritten(
    source: str, constraints: Sequence[Constraint], texts: Sequence[str], glue: str = ""
) -> tuple[str, list[Span]]:
    """The source with each constraint's words replaced by its text, if it has one."""
    out, last, spans = "", 0, []
    capitals = in_capitals(source)
    for constraint, text in zip(constraints, texts, strict=True):
        between = source[last : constraint.start]
        out += lowered(between, start=not out) if capitals else between
        if text:
            out = _LOOSE_ELISION.sub(r"\1", out)
        if glue and text.startswith(glue):
            out = out.rstrip()
        text = text or source[constraint.start : constraint.end]
        spans.append((len(out), len(out) + len(text)))
        out, last = out + text, constraint.end
    return out + (lowered(source[last:], start=not out) if capitals else source[last:]), spans
