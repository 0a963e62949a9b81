"""Whether a finished English text holds the renderings that it must: read from scratch, by no code that enforced them.

A rendering stands in a text if it is there between word boundaries, with what may differ: kinds of apostrophe, space
and hyphen, composed or decomposed accents, capitals at the beginning of words and headlines in capitals. A rendering
without capitals may have any. Each stretch of the text serves one occurrence only.
"""

from __future__ import annotations

import unicodedata
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from translator.glossary.occurrence import Occurrence
from translator.text.english import pluralize

__all__ = ["VERDICTS", "Verdict", "forbidden_in", "verify"]

VERDICTS = ("followed", "admitted", "forbidden", "missing")
"""`followed`: the rendering stands. `admitted`: an accepted one does. `forbidden`: neither, but a forbidden one does.
`missing`: nothing of these."""

_Span = tuple[int, int]
_APOSTROPHES = frozenset("'’‘‛ʼʹ′´`＇")
_HYPHENS = frozenset("-‐‑﹣－")
_NOT_BEFORE = frozenset({"vice", "co", "under", "deputy", "sub", "lieutenant"})
"""A term after one of these and a hyphen is part of another term: `vice-president` is no `president`."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of an occurrence: `status` is one of `VERDICTS`, `span` where `wording` stands in the target.

    `wording` is the rendering that was found, as the glossary has it; empty if missing, as `span` is None then.
    """

    occurrence: Occurrence
    status: str
    span: _Span | None
    wording: str = ""

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle by fields (frozen slots have no default way on Python 3.10)."""
        return Verdict, (self.occurrence, self.status, self.span, self.wording)


def verify(target: str, occurrences: Sequence[Occurrence]) -> list[Verdict]:
    """One verdict for each occurrence, in their order.

    The stretches are shared out so that as many occurrences as possible have one, renderings before accepted ones,
    longer ones first, in the order of the source for equal ones. A forbidden rendering is looked for only in what is
    left. Never raises; time grows with the length of the target times the number of different renderings.
    """
    text = _Text(target)
    demands = [_demand(occurrence) for occurrence in occurrences]
    shares = _shared_out(text, demands)
    taken = bytearray(len(target))
    for share in shares:
        if share:
            _mark(taken, share[0])
    verdicts = []
    for occurrence, demand, share in zip(occurrences, demands, shares, strict=True):
        if share:
            span, wording = share
            status = "followed" if wording in demand[0] else "admitted"
            verdicts.append(Verdict(occurrence, status, span, wording))
            continue
        found = _first_free(text, _forbidden_wordings(occurrence), taken)
        if found:
            _mark(taken, found[0])
            verdicts.append(Verdict(occurrence, "forbidden", *found))
        else:
            verdicts.append(Verdict(occurrence, "missing", None))
    return verdicts


def forbidden_in(target: str, occurrences: Sequence[Occurrence]) -> list[Verdict]:
    """The forbidden renderings that stand in the target, one verdict for each stretch, in their order there.

    A stretch within one that serves an occurrence rightly is none: `Minister` in `Foreign Minister`. Unlike `verify`,
    this also tells of a forbidden rendering beside the right one.
    """
    if not any(occurrence.forbidden for occurrence in occurrences):
        return []
    text, taken = _Text(target), bytearray(len(target))
    for verdict in verify(target, occurrences):
        if verdict.span and verdict.status != "forbidden":
            _mark(taken, verdict.span)
    found = []
    for occurrence in occurrences:
        for wording in _forbidden_wordings(occurrence):
            found += [(span, wording, occurrence) for span in text.spans(wording)]
    found.sort(key=lambda item: (item[0][0], -item[0][1]))
    result = []
    for span, wording, occurrence in found:
        if not any(taken[span[0] : span[1]]):
            _mark(taken, span)
            result.append(Verdict(occurrence, "forbidden", span, wording))
    return result


# ---- what an occurrence asks for

_Demand = tuple[tuple[str, ...], tuple[str, ...]]
"""Wordings that count as followed, and further ones that count as admitted."""


def _demand(occurrence: Occurrence) -> _Demand:
    wordings = [occurrence.rendering]
    if _is_acronym(occurrence.rendering):
        wordings.append(occurrence.rendering + "s")
    return tuple(wordings), occurrence.accepted


def _is_acronym(rendering: str) -> bool:
    """French abbreviations are the same in the plural (`les ONG`), so that `NGOs` must do for `NGO`."""
    return rendering.isalpha() and rendering.isupper() and len(rendering) > 1


def _forbidden_wordings(occurrence: Occurrence) -> tuple[str, ...]:
    if not occurrence.plural:
        return occurrence.forbidden
    return (*occurrence.forbidden, *map(_plural, occurrence.forbidden))


@lru_cache(maxsize=1024)
def _plural(wording: str) -> str:
    return pluralize(wording) if wording else wording


# ---- sharing out the stretches


def _shared_out(text: _Text, demands: Sequence[_Demand]) -> list[tuple[_Span, str] | None]:
    """For each demand the stretch that serves it and its wording, or None."""
    shares: list[tuple[_Span, str] | None] = [None] * len(demands)
    owners: list[int] = [-1] * len(text.original)
    alike: dict[_Demand, list[int]] = {}
    for n, demand in enumerate(demands):
        alike.setdefault(demand, []).append(n)
    for level in (0, 1):
        wordings = {wording for demand in alike for wording in demand[level]}
        by_wording: dict[str, deque[int]] = {wording: deque() for wording in wordings}
        for n, demand in enumerate(demands):
            for wording in demand[level]:
                by_wording[wording].append(n)
        for wording in sorted(wordings, key=lambda wording: (-len(wording), wording)):
            waiting = by_wording[wording]
            for span in text.spans(wording):
                while waiting and shares[waiting[0]]:
                    waiting.popleft()
                if not waiting:
                    break
                if all(owner < 0 for owner in owners[span[0] : span[1]]):
                    _give(shares, owners, waiting.popleft(), (span, wording))
    for members in alike.values():
        for n in members:
            if shares[n] is None and not _make_room(text, demands, shares, owners, n):
                break
    for members in alike.values():
        _in_order(shares, members)
    return shares


def _give(
    shares: list[tuple[_Span, str] | None], owners: list[int], n: int, share: tuple[_Span, str] | None
) -> tuple[_Span, str] | None:
    """Hand a stretch to demand `n` (or none); the one it had is given back and returned."""
    old = shares[n]
    for held, owner in ((old, -1), (share, n)):
        if held:
            start, end = held[0]
            owners[start:end] = [owner] * (end - start)
    shares[n] = share
    return old


def _make_room(
    text: _Text,
    demands: Sequence[_Demand],
    shares: list[tuple[_Span, str] | None],
    owners: list[int],
    wanting: int,
) -> bool:
    """Serve one more demand by moving others to stretches that serve them as well (an augmenting path)."""
    came: dict[int, tuple[int, tuple[_Span, str]]] = {}
    queue, seen, expanded = deque([wanting]), {wanting}, set()
    while queue:
        n = queue.popleft()
        if demands[n] in expanded:
            continue
        expanded.add(demands[n])
        for wording in (*demands[n][0], *demands[n][1]):
            for span in text.spans(wording):
                inside = {owner for owner in owners[span[0] : span[1]] if owner >= 0} - {n}
                if not inside:
                    if _moved(shares, owners, came, n, (span, wording), wanting):
                        return True
                elif len(inside) == 1 and not inside <= seen:
                    (other,) = inside
                    seen.add(other)
                    came[other] = (n, (span, wording))
                    queue.append(other)
    return False


def _moved(
    shares: list[tuple[_Span, str] | None],
    owners: list[int],
    came: dict[int, tuple[int, tuple[_Span, str]]],
    last: int,
    share: tuple[_Span, str],
    wanting: int,
) -> bool:
    """Move everyone along the path that ends with `last` taking `share`; undone if two of the moves collide."""
    moves = [(last, share)]
    while last != wanting:
        last, share = came[last]
        moves.append((last, share))
    undo: list[tuple[int, tuple[_Span, str] | None]] = []
    for n, new in moves:
        if any(owner not in (-1, n) for owner in owners[new[0][0] : new[0][1]]):
            for m, old in reversed(undo):
                _give(shares, owners, m, old)
            return False
        undo.append((n, _give(shares, owners, n, new)))
    return True


def _in_order(shares: list[tuple[_Span, str] | None], members: list[int]) -> None:
    """Equal demands are served in the order of the text."""
    if len(members) > 1:
        served = sorted(share for n in members if (share := shares[n]))
        for n, share in zip([n for n in members if shares[n]], served, strict=True):
            shares[n] = share


def _first_free(text: _Text, wordings: Iterable[str], taken: bytearray) -> tuple[_Span, str] | None:
    for wording in sorted(set(wordings), key=lambda wording: (-len(wording), wording)):
        for span in text.spans(wording):
            if not any(taken[span[0] : span[1]]):
                return span, wording
    return None


def _mark(taken: bytearray, span: _Span) -> None:
    taken[span[0] : span[1]] = b"\1" * (span[1] - span[0])


# ---- finding a wording


class _Text:
    """A text made comparable, with the way back to its own offsets; remembers the wordings looked for."""

    def __init__(self, original: str) -> None:
        self.original = original
        self._plain, self._offsets = _comparable(original)
        self._lower = _lowered(self._plain)
        self._known: dict[str, list[_Span]] = {}

    def spans(self, wording: str) -> list[_Span]:
        """Where a wording stands in the original, in order."""
        if wording not in self._known:
            self._known[wording] = list(self._find(wording))
        return self._known[wording]

    def _find(self, wording: str) -> Iterable[_Span]:
        wanted = _comparable(wording)[0].strip()
        if not wanted:
            return
        lower = _lowered(wanted)
        cased: Callable[[str, str], bool] = _any_case if wanted == lower else _right_case
        start = self._lower.find(lower)
        while start >= 0:
            end = start + len(lower)
            if self._bounded(start, end) and cased(self._plain[start:end], wanted):
                yield self._offsets[start], self._offsets[end - 1] + 1
            start = self._lower.find(lower, start + 1)

    def _bounded(self, start: int, end: int) -> bool:
        plain = self._plain
        if start and _in_word(plain[start]) and _in_word(plain[start - 1]):
            return False
        after = plain[end : end + 1]
        if after and (unicodedata.combining(after) or (_in_word(after) and _in_word(plain[end - 1]))):
            return False
        if start > 1 and plain[start - 1] == "-":
            before = start - 1
            while before and plain[before - 1].isalpha() and start - before < 12:
                before -= 1
            return plain[before : start - 1].lower() not in _NOT_BEFORE
        return True


def _in_word(char: str) -> bool:
    return char.isalnum() or unicodedata.combining(char) > 0


def _any_case(standing: str, wanted: str) -> bool:
    return True


def _right_case(standing: str, wanted: str) -> bool:
    """Capitals where the rendering has them; further ones at the beginning of words, or everywhere."""
    if standing == wanted or standing.isupper():
        return True
    for n, (there, right) in enumerate(zip(standing, wanted, strict=True)):
        if there != right and (right.isupper() or (n and _in_word(standing[n - 1]))):
            return False
    return True


def _comparable(text: str) -> tuple[str, Sequence[int]]:
    """The text with one kind of apostrophe, hyphen and space, accents apart; and the offset of each character."""
    if text.isascii() and "  " not in text and "`" not in text and text.isprintable():
        return text, range(len(text))
    out: list[str] = []
    offsets: list[int] = []
    for n, char in enumerate(text):
        for part in _parts(char):
            if part != " " or not out or out[-1] != " ":
                out.append(part)
                offsets.append(n)
    return "".join(out), offsets


@lru_cache(maxsize=4096)
def _parts(char: str) -> str:
    if char in _APOSTROPHES:
        return "'"
    if char in _HYPHENS:
        return "-"
    if char.isspace():
        return " "
    if unicodedata.category(char) == "Cf":
        return ""
    return unicodedata.normalize("NFD", char)


def _lowered(text: str) -> str:
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)
