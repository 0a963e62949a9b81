"""How common words and terms are: by the bundled list, or in a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

from translator.glossary.check.rows import Row
from translator.glossary.glossary import Glossary

RATE = 1000
"""A term that stands more often than once in so many words of a text is too common for it (W203)."""

_FEWEST = 5
_WORD = re.compile(r"[^\W\d_]+")


@cache
def common_words() -> Mapping[str, int]:
    """The commonest French words in lower case, each with how often it stands among a million words."""
    text = files("translator.glossary").joinpath("data", "french_words.txt").read_text(encoding="utf-8")
    return {word: int(count) for word, _, count in (line.partition("\t") for line in text.splitlines())}


def common_in_text(rows: Iterable[Row], lines: Iterable[str]) -> Iterator[tuple[Row, str]]:
    """W203 against a text: rows that match it so often that many matches are likely to be by accident.

    Names (a capital at the beginning), titles and everything with a slot or a context are left out.
    """
    from translator.glossary.matcher import Matcher

    by_entry = {id(row.entry): row for row in rows}
    matcher = Matcher(Glossary(row.entry for row in by_entry.values() if row.entry.source and row.entry.target))
    found: Counter[int] = Counter()
    words = 0
    for line in lines:
        words += len(_WORD.findall(line))
        found.update(id(occurrence.entry) for occurrence in matcher.find(line))
    for key, count in found.most_common():
        row = by_entry.get(key)
        if row is None or row.entry.context or row.entry.kind == "title" or not row.entry.source[:1].islower():
            continue
        if count >= _FEWEST and count * RATE > words:
            yield row, f"{row.entry.source!r} matches {count} times in {words} words of the text; give it a context"
