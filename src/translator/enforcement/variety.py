"""Renderings in the variety of English that is asked for: `Defense Minister` in the United States."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from translator.glossary.bundled import bundled_folder
from translator.glossary.entry import Entry
from translator.glossary.occurrence import Occurrence
from translator.text.spelling import to_locale

_COMMON = frozenset({"title", "military", "term"})
_NAMES = re.compile(r"\b(?:Organi[sz]ations?|Cent(?:re|er)s?|Labour(?! (?:Minister|Ministers|Secretary)))\b")
"""Words that a rendering has in capitals where they are part of a name, which keeps its spelling."""


def in_locale(occurrence: Occurrence, locale: str | None) -> Occurrence:
    """The occurrence with its renderings spelt as `locale` has it.

    Names keep their spelling (`World Health Organization`, `Canadian Department of National Defence`), and so does
    everything from glossaries of the user, which say how it must read.
    """
    if locale is None or not _has_variants(occurrence.entry):
        return occurrence
    rendering = _respelt(occurrence.rendering, locale)
    accepted = tuple(dict.fromkeys(_respelt(other, locale) for other in occurrence.accepted))
    return replace(occurrence, rendering=rendering, accepted=tuple(a for a in accepted if a != rendering))


def _has_variants(entry: Entry) -> bool:
    return entry.kind in _COMMON and _is_bundled(entry.path)


@lru_cache(maxsize=256)
def _is_bundled(path: str) -> bool:
    return bool(path) and Path(path).parent == bundled_folder()


@lru_cache(maxsize=4096)
def _respelt(rendering: str, locale: str) -> str:
    return to_locale(rendering, locale, [found.span() for found in _NAMES.finditer(rendering)])
