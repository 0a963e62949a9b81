"""Whether a term stands by itself, or is part of a compound, an address or another name."""

from __future__ import annotations

import re

from translator.glossary.entry import Entry

_HYPHENS = "-‐‑"
_LOOSE_KINDS = frozenset({"institution", "nationality", "person"})
_CONNECTING = frozenset(
    ("de", "d", "du", "des", "en", "sur", "sous", "la", "le", "les", "lès", "l", "et", "aux", "au", "a", "à")
)
_PREFIXES = frozenset(
    ("ex", "anti", "pro", "non", "post", "pré", "mi", "néo", "quasi", "trans", "inter", "extra", "hors")
)
_PARTS = frozenset(
    ("vieux", "vieille", "haut", "haute", "bas", "basse", "grand", "grande", "petit", "petite", "nouveau", "nouvelle")
)
"""First parts of names that say what the rest is: `Vieux-Port de Montréal` is not the `Port de Montréal`."""

_LOCAL_BODY = re.compile(
    r"(?i:université|aéroport|port|gare|ville|mairie|hôpital|stade|collège|lycée|diocèse|archidiocèse|tribunal|barreau)"
    r" .*(?:[ '’])[A-ZÀ-Þ][\w'’]*\Z"
)
"""Bodies of a town whose name may go on behind a hyphen: `université du Cap-Breton` is none of `Cap`."""

_STREETS_HAVE = frozenset({"place", "person", "institution", "event", "treaty"})
_STREET = re.compile(
    r"(?<!\w)(?i:rue|avenue|boulevard)[ \u00a0](?:(?i:de la|des?|du)[ \u00a0]|(?i:de[ \u00a0]l|d)['’])?"
    r"(?:[A-ZÀ-Þ][\w'’]*[ \u00a0-])?$"
)
_SITE = re.compile(
    r"(?<!\w)(?:"
    r"(?:square|(?<!un )quai|(?:^|(?<=[.!?…][ \u00a0]))(?:Square|Quai))[ \u00a0]"
    r"(?:(?:de la|des?|du)[ \u00a0]|(?:de[ \u00a0]l|d)['’])?"
    r"|(?:(?:[Ll]a|[Cc]ette)[ \u00a0](?:place|cité)|(?:^|(?<=[.!?…][ \u00a0]))(?:Place|Collège|Lycée|Station)"
    r"|collège|lycée|station(?:[ \u00a0]de[ \u00a0]métro)?)[ \u00a0]"
    r"|(?<!la )(?<!sa )(?<!une )(?<!leur )(?<!cette )porte[ \u00a0](?:de[ \u00a0]|d['’])"
    r")(?:[A-ZÀ-Þ][\w'’]*[ \u00a0-])?$"
)
"""What stands before the name of a square, a school, a station.

Where the word has another sense, too, it is taken only as it is written of a site: `la place Tahrir`, not `la place de
la Russie`; `porte de Versailles`, not `à la porte de la Russie`.
"""

_UNIT = re.compile(r"[ \u00a0\u202f]?[%€$‰]|[.,]\d")
_LAST_WORD = re.compile(r"\w*$")
_FIRST_WORD = re.compile(r"\w*")


def free_standing(text: str, start: int, end: int, entry: Entry, name: str = "") -> bool:
    """Whether what touches the term leaves it a term: not `Aix-en-Provence` for `Aix`, but `ex-URSS` for `URSS`.

    Names of institutions, countries and people may be joined to another name (`accord Iran-Irak`). A term within an
    e-mail or web address is none, nor is the name of a street or school, or a name that ends in the middle of a number.
    `name` is what fills the slot of a term, if that is a person's name.
    """
    if text[end - 1].isdigit() and _UNIT.match(text, end):
        return False
    if entry.kind in _STREETS_HAVE and _names_a_street(text, start, end, entry, name):
        return False
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if not before.strip() and not after.strip():
        return True
    if before in ("@", "_") or after in ("@", "_"):
        return False
    if before == "." and text[start].islower() and start > 1 and text[start - 2].isalnum():
        return False
    if after == "." and text[end + 1 : end + 2].islower():
        return False
    loose = entry.kind in _LOOSE_KINDS or entry.domain == "country"
    if before and before in _HYPHENS and start > 1 and text[start - 2].isalnum():
        word = _LAST_WORD.search(text, 0, start - 1)
        joined = word.group() if word else ""
        part = joined in _CONNECTING or (joined.lower() in _PARTS and " " in text[start:end])
        if joined.lower() not in _PREFIXES and (not loose or part or not joined[:1].isupper()):
            return False
    if after and after in _HYPHENS and text[end + 1 : end + 2].isalnum():
        word = _FIRST_WORD.match(text, end + 1)
        if not loose or not (word and word.group()[:1].isupper()) or _LOCAL_BODY.match(text, start, end):
            return False
    return True


def _names_a_street(text: str, start: int, end: int, entry: Entry, name: str) -> bool:
    """Whether a term is the name of a street, or that of a site which English would write in another way."""
    begin = max(0, start - 40)
    if _STREET.search(text, begin, start):
        return True
    there = text[start:end]
    stays = entry.target == "=" and name in there if name else entry.rendering in (entry.source, there)
    return not stays and _SITE.search(text, begin, start) is not None
