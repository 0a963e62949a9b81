"""A file's text with the stretches to translate marked in it: everything between them is copied."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from translator.documents.part import Part
from translator.documents.stretch import Stretch, fill
from translator.result import Translation

__all__ = ["Copy", "Literal", "Slot", "Template", "template_part"]


@dataclass(frozen=True)
class Literal:
    """`source[start:end]` is written as `text`, whatever the translation (a language code)."""

    start: int
    end: int
    text: str


Slot = Stretch | Literal


@dataclass(frozen=True)
class Copy:
    """`source[start:end]` is replaced by `before`, the translation of `source[body_start:body_end]`, and `after`."""

    start: int
    end: int
    before: str
    body_start: int
    body_end: int
    after: str


class Template:
    """A source text and its slots; slots may lie within the tags of other slots, but do not overlap otherwise."""

    def __init__(self, source: str, slots: Sequence[Slot], copies: Sequence[Copy] = ()) -> None:
        """With `copies`, the slots count in the copied bodies only, and literals everywhere."""
        self.source = source
        self.slots = sorted(slots, key=lambda slot: (slot.start, -slot.end))
        self.copies = sorted(copies, key=lambda copy: copy.start)
        self._starts = [slot.start for slot in self.slots]
        self.stretches = [n for n, slot in enumerate(self.slots) if isinstance(slot, Stretch)]

    def write(self, translations: Sequence[Translation]) -> str:
        """The text with the translations of the stretches, given in their order."""
        given = dict(zip(self.stretches, translations, strict=True))
        if not self.copies:
            return self._region(given, 0, 0, len(self.source))
        pieces, position = [], 0
        for copy in self.copies:
            pieces += [
                self._region({}, 0, position, copy.start),
                copy.before,
                self._region(given, 0, copy.body_start, copy.body_end),
                copy.after,
            ]
            position = copy.end
        return "".join([*pieces, self._region({}, 0, position, len(self.source))])

    def _region(self, given: Mapping[int, Translation], above: int, start: int, end: int) -> str:
        """`source[start:end]` with the slots in it filled, of those from number `above` on."""
        pieces, position = [], start
        for number in range(max(above, bisect_left(self._starts, start)), len(self.slots)):
            slot = self.slots[number]
            if slot.start >= end and slot.start > start:
                break
            if slot.start < position or slot.end > end:
                continue
            if isinstance(slot, Literal):
                text = slot.text
            elif number in given:
                text = fill(slot, given[number], partial(self._region, given, number + 1))
            else:
                continue
            pieces += [self.source[position : slot.start], text]
            position = slot.end
        return "".join([*pieces, self.source[position:end]])


def template_part(
    source: str,
    slots: Sequence[Slot],
    encode: Callable[[str], bytes],
    copies: Sequence[Copy] = (),
    *,
    line: int = 1,
) -> Part:
    """A part that is written by filling a template."""
    template = Template(source, slots, copies)
    passages = tuple(template.slots[number].passage for number in template.stretches)  # type: ignore[union-attr]
    return Part(passages, partial(_write, template, encode), line=line)


def _write(template: Template, encode: Callable[[str], bytes], translations: Sequence[Translation]) -> bytes:
    return encode(template.write(translations))
