"""Putting a rendering into a text, and the grammar around it right: article, a/an, capitals, doubled words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translator.enforcement.constraint import Constraint
from translator.enforcement.draft import Draft
from translator.text.english import ensure_article, fix_indefinites, sentence_case

_NEXT = re.compile(r"[ \u00a0](\w[\w'’-]*)")
_HONORIFIC = re.compile(r"(?:Mr|Mrs|Ms|Messrs|Mses|Dr|Drs)\. ")
_HONORIFIC_BEFORE = re.compile(r"(?<!\w)(?:Mr|Mrs|Ms|Messrs|Mses|Dr|Drs|MM?|Mme|Mmes|Dre)\.? $")
_CURRENCY = ("$", "€", "£", "¥")
_PREFIXES = frozenset({"anti", "pro", "ex", "non", "pre", "post", "un", "inter", "intra", "mid", "trans", "self"})
_SPLIT_WORD = re.compile(r"(?<![\w-])([^\W\d_]+)[-‐‑]$")
_INITIALS, _INITIALS_AFTER = re.compile(r"(?:[A-Z]\.)*[A-Z]\.?"), re.compile(r"\.?(?:[A-Z]\.)*[A-Z]\.(?!\w)")
_SIGNS_BEFORE, _SIGNS_AFTER = re.compile(r"\W+"), re.compile(r"\W+$")
_PREVIOUS = re.compile(r"((?:\w\.){2,}|\w[\w'’-]*)[ \u00a0]$")
_ALSO = {"premier": ("prime",), "us": ("u.s.", "american"), "uk": ("u.k.", "british"), "un": ("u.n.",), "eu": ("e.u.",)}
"""Words before a rendering that say its first word in another way: `Prime` before `Premier Doug Ford`."""



def put(draft: Draft, number: int, rendering: str) -> None:
    """Write a rendering over the span that the draft has for it, or into the text if that is empty."""
    start, end = draft.spans[number] or (len(draft.text), len(draft.text))
    if start == end:
        before = " " if start and not draft.text[start - 1].isspace() else ""
        after = " " if end < len(draft.text) and draft.text[end].isalnum() else ""
        draft.put(number, start, end, before + rendering + after)
        at = start + len(before)
        draft.spans[number] = (at, at + len(rendering))
        return
    # `$37` over the `37` of `$37`, `(OSCE)` over the `OSCE` of `(OSCE)`.
    head, tail = _SIGNS_BEFORE.match(rendering), _SIGNS_AFTER.search(rendering)
    if tail and draft.text.startswith(tail[0], end) and _free(draft, number, end, end + len(tail[0])):
        end += len(tail[0])
    if head and draft.text.endswith(head[0], 0, start) and _free(draft, number, start - len(head[0]), start):
        start -= len(head[0])
    if _opens(draft.text[start:end]) > _opens(rendering) and draft.text.startswith(")", end):
        # `Court (ICC) Prosecutor` over the `Prosecutor of the Court (ICC` of `Prosecutor of the Court (ICC), Karim`.
        end += 1
    end = _past_initials(draft.text, start, end)
    if rendering[0].isdigit() or rendering[0] in _CURRENCY:
        # `€2 trillion` over the `2,000 billion euros` of `$2,000 billion euros`.
        while draft.text[start - 1 : start] in _CURRENCY and _free(draft, number, start - 1, start):
            start -= 1
    other = _SPLIT_WORD.search(draft.text[:start])
    if other and _free(draft, number, *other.span()):
        # `White House` over the `Blanche` of `Buton-Blanche`, but `anti-NATO`; `non-governmental` is one word.
        prefix = other[1].lower() in _PREFIXES and not rendering.lower().startswith(other[0].lower())
        start = start if prefix else other.start()
    end = _past_doubles(draft, number, rendering, end)
    start = _before_doubles(draft, number, rendering, start)
    if _HONORIFIC.match(rendering) and (other := _HONORIFIC_BEFORE.search(draft.text[:start])):
        start = other.start() if _free(draft, number, *other.span()) else start
    draft.put(number, start, end, rendering)


def _past_initials(text: str, start: int, end: int) -> int:
    """The end of a place, past what remains of an abbreviation with full stops; not the sentence's full stop."""
    if not _INITIALS.fullmatch(text, start, end):
        return end
    rest = _INITIALS_AFTER.match(text, end)
    stop = rest.end() if rest else end + (end - start > 2 and text.startswith(".", end))
    return stop - 1 if stop > end and stop == len(text.rstrip()) else stop


def _opens(text: str) -> int:
    """How many brackets a stretch of text opens and leaves open."""
    return text.count("(") - text.count(")")


def _past_doubles(draft: Draft, number: int, rendering: str, end: int) -> int:
    """The end of the place, past words that would say the end of the rendering again (`Foreign Minister minister`)."""
    ends = {word.lower() for word in rendering.split()[-2:]}
    while (found := _NEXT.match(draft.text, end)) and found[1].lower() in ends and _free(draft, number, *found.span(1)):
        end = found.end()
    return end


def _before_doubles(draft: Draft, number: int, rendering: str, start: int) -> int:
    begins = {word.lower() for word in rendering.split()[:2]}
    begins.update(*(_ALSO.get(word, ()) for word in list(begins)))
    while (
        (found := _PREVIOUS.search(draft.text[:start]))
        and found[1].lower() in begins
        and _free(draft, number, *found.span(1))
    ):
        start = found.start()
    return start


def _free(draft: Draft, number: int, start: int, end: int) -> bool:
    return not any(span and n != number and span[0] < end and start < span[1] for n, span in enumerate(draft.spans))


def finish(draft: Draft, source: str, constraints: Sequence[Constraint]) -> None:
    """Mend case, articles, a/an and the sentence capital around all renderings of a draft."""
    for number, constraint in enumerate(constraints):
        if constraint.kind == "term" and draft.spans[number]:
            _mend_case(draft, number, constraint)
    for number, one in enumerate(constraints):
        if (span := draft.spans[number]) and draft.text.startswith(("s's", "s’s"), span[1] - 1) and _is_many(one):
            draft.become(draft.text[: span[1] + 1] + draft.text[span[1] + 2 :])  # `the ministers's plan`
    for number, constraint in enumerate(constraints):
        # Twice: an article put in may double one that stands before an adjective.
        for _ in range(2):
            if (span := draft.spans[number]) and constraint.article != "free":
                whole = constraint.whole or _is_of_place(draft.text, span[0], constraint)
                text, *_ = ensure_article(draft.text, *span, constraint.article, constraint.definite, whole=whole)
                draft.become(text)
    for number, one in enumerate(constraints):
        _close_brackets(draft, number, source[one.start - 1 : one.start] + source[one.end : one.end + 1])
    for one in constraints:
        if one.kind == "term" and one.article == "none" and one.rendering[:1].isupper():
            _bare_elsewhere(draft, one.rendering)
    spans = [span for span in draft.spans if span]
    text, _ = fix_indefinites(draft.text, spans)
    draft.become(text)
    first = [one for one, span in zip(constraints, draft.spans, strict=True) if span and span[0] == 0]
    if source[:1].isupper() and first and first[0].kind == "term":
        draft.become(sentence_case(draft.text))


def _is_many(one: Constraint) -> bool:
    """Whether the rendering is a plural, which has no `'s`."""
    found = one.occurrence
    if found is None or found.plural:
        return found is not None
    return found.entry.plural == "none" and found.entry.kind in ("institution", "term", "military")


def _is_of_place(text: str, start: int, one: Constraint) -> bool:
    """Whether a place stands behind `of the` as it does behind `du`: `the King of the Morocco`."""
    place = one.occurrence is not None and one.occurrence.entry.kind == "place"
    return place and one.definite and text.endswith(" of the ", 0, start)


def _close_brackets(draft: Draft, number: int, around: str) -> None:
    """Put in the bracket that the model has left out of a pair around a rendering."""
    span = draft.spans[number]
    if span is None or around not in ("()", "[]"):
        return
    opens, closes = draft.text[: span[0]].endswith(around[0]), draft.text.startswith(around[1], span[1])
    if opens != closes and draft.text.count(around[0]) != draft.text.count(around[1]):
        inner = draft.text[slice(*span)]
        draft.put(number, *span, inner + around[1] if opens else around[0] + inner)
        start = span[0] + (not opens)
        draft.spans[number] = (start, start + len(inner))


def _bare_elsewhere(draft: Draft, rendering: str) -> None:
    """Leave out `the` also before a name that the model has written once too often."""
    stray = re.compile(rf"(?<!\w)[Tt]he ({re.escape(rendering)})(?!\w)")
    start = 0
    while found := stray.search(draft.text, start):
        text, _, start = ensure_article(draft.text, *found.span(1), "none", False)
        draft.become(text)


def _mend_case(draft: Draft, number: int, constraint: Constraint) -> None:
    """Write an accepted rendering with its own capitals."""
    span = draft.spans[number]
    assert span is not None
    standing = draft.text[span[0] : span[1]]
    for form in (constraint.rendering, *constraint.accepted):
        same_words = form.lower() == constraint.rendering.lower()
        if form == standing and (form == constraint.rendering or not same_words or _in_name(draft.text, *span)):
            return
    for form in (constraint.rendering, *constraint.accepted):
        if len(form) == len(standing) and form.lower() == standing.lower().replace("’", "'"):
            if standing == sentence_case(form) and _at_start(draft.text, span[0]):
                return
            wanted = sentence_case(form) if _at_start(draft.text, span[0]) and standing[:1].isupper() else form
            draft.put(number, *span, wanted)
            return


def _in_name(text: str, start: int, end: int) -> bool:
    """Whether a capitalised word stands beside a span: `Human Rights` is right in `Human Rights Committee` alone."""
    before, after = _PREVIOUS.search(text[:start]), _NEXT.match(text, end)
    if after and after[1][0].isupper():
        return True
    return bool(before and before[1][0].isupper() and not _at_start(text, before.start()))


def _at_start(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \"“‘'«(—–-")
    return not before or before[-1] in ".!?:…"
