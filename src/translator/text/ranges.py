"""What stands between two numbers that belong together: `10-15 %`, `entre 3 et 5 millions`, `les 2, 3 et 4 mai`."""

from __future__ import annotations

import re

from translator.text.number_forms import NUMBER, SPACE

__all__ = ["RANGE_START", "connector", "is_range"]

RANGE_START = rf"(?:(?P<first>{NUMBER})(?P<join>{SPACE}?[-–]{SPACE}?|{SPACE}(?:à|ou|et){SPACE}))?"
"""An optional first number before the one that has the unit (pattern with the groups `first` and `join`)."""

_CONNECTORS = {"et": " and ", "ou": " or ", "à": " to ", "au": " to ", ",": ", "}
_YEAR = re.compile(r"(?:19|20)[0-9]{2}\Z")
_BETWEEN = re.compile(r"(?<!\w)entre\s\Z", re.IGNORECASE)


def connector(gap: str) -> str:
    """English for what stands between two French numbers; a hyphen for any dash."""
    words = gap.split()
    return _CONNECTORS.get(words[0].lower(), "-") if words else "-"


def is_range(source: str, found: re.Match[str]) -> bool:
    """Whether the two numbers of a match that begins with `RANGE_START` share the unit: `en 2012 à 3 %` has a year."""
    if not found["first"] or _YEAR.match(found["first"]) or (found["first"][0] == "0" and found["first"].isdigit()):
        return False
    start = found.start("first")
    return found["join"].strip() != "et" or bool(_BETWEEN.search(source[max(0, start - 7) : start]))
