"""One concept entry of a glossary, and what each kind of entry means by default."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "institution": "organisation, organ, ministry, court, company: a proper name, usually with `the`",
        "title": "office or rank: combines with a nationality before it and a name after it",
        "honorific": "form of address before a name: `M. {person}`",
        "person": "name of a person",
        "place": "country, city, region, sea",
        "nationality": "adjective of a country; fills `{nationality}`, is never enforced by itself",
        "treaty": "treaty, agreement, convention",
        "law": "act, regulation, code",
        "event": "conference, summit, war",
        "media": "newspaper, broadcaster, agency",
        "military": "military or diplomatic term",
        "term": "any other term",
    }
)
"""The kinds of entries and what they are for."""

STATUSES = ("preferred", "admitted", "forbidden")
"""`preferred` is what we write, `admitted` is accepted from the model, `forbidden` must not appear."""

ARTICLES = ("", "the", "none")
"""What a rendering takes: the default of its kind, the definite article, none."""

SLOTS = ("nationality", "country", "person", "number")
"""Names that may stand in braces in `source` and `target`."""

COLUMNS = (
    "source", "target", "kind", "source_abbr", "target_abbr", "forms", "plural", "article", "case",
    "status", "context", "domain", "note", "reference", "examples",
)  # fmt: skip
"""The columns of a glossary file in their usual order; only `source` and `target` are obligatory."""


_SLOT = re.compile(r"\{(\w*)\}")


def slots_of(text: str) -> list[str]:
    """The names in braces in a source or target, in order, whether known or not."""
    return _SLOT.findall(text)


@dataclass(frozen=True, slots=True)
class Entry:
    """A source term and its rendering. Field by field as in docs/glossary-format.md.

    `extra` keeps the columns of the file that this library does not know; `path` and `line` say where the row stands.
    """

    source: str
    target: str
    kind: str = "term"
    source_abbr: str = ""
    target_abbr: str = ""
    forms: tuple[str, ...] = ()
    plural: str = ""
    article: str = ""
    case: str = ""
    status: str = "preferred"
    context: tuple[str, ...] = ()
    domain: str = ""
    note: str = ""
    reference: str = ""
    examples: tuple[str, ...] = ()
    extra: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    path: str = field(default="", compare=False, repr=False)
    line: int = field(default=0, compare=False, repr=False)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle by fields (frozen slots have no default way on Python 3.10)."""
        return Entry, tuple(getattr(self, name) for name in self.__dataclass_fields__)

    @property
    def rendering(self) -> str:
        """The target as it must read; `=` stands for the source itself."""
        return self.source if self.target == "=" else self.target

    @property
    def rendering_abbr(self) -> str:
        """The short rendering; `=` stands for the source abbreviation itself; empty if the entry has none."""
        return self.source_abbr if self.target_abbr == "=" else self.target_abbr
