"""What a check reports, and the codes that it reports under."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from translator.errors import UsageError
from translator.glossary.check.did_you_mean import did_you_mean
from translator.glossary.entry import Entry

CODES: Mapping[str, str] = MappingProxyType(
    {
        "E101": "source or target is missing",
        "E102": "unknown kind",
        "E103": "unknown value of status, article or case",
        "E104": "bad slot: unknown, or in the target but not in the source",
        "E105": "control character",
        "E106": "white space at the ends of a cell",
        "E107": "target is still French",
        "E108": "one source, two preferred targets",
        "E109": "a rendering is both preferred and forbidden",
        "E110": "cycle: the targets of entries are each other's sources",
        "E111": "row or file cannot be read",
        "W201": "shadowed by a later layer",
        "W202": "too short to be safe",
        "W203": "too common to be safe",
        "W204": "abbreviation without its long form, or the other way round",
        "W205": "plural that the rule gets wrong",
        "W206": "inconsistent article",
        "W207": "looks like another entry",
        "W208": "column name looks mistyped",
        "W209": "the same row twice",
        "W210": "example cannot be tested",
        "W211": "target is the source of another entry",
        "W212": "admitted or forbidden without effect: the source has no preferred row",
    }
)
"""Every code and what it stands for. `E` is an error, `W` a warning."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong or doubtful in a glossary: its code, in words, where, and in which entry.

    `path` and `line` (1-based) are empty and 0 where the entry comes from no file. `entry` is None where the trouble
    is with the file and not with one row.
    """

    code: str
    message: str
    path: str = ""
    line: int = 0
    entry: Entry | None = field(default=None, compare=False, repr=False)

    @property
    def is_error(self) -> bool:
        """Whether it is an error (code `E…`); else a warning."""
        return self.code.startswith("E")

    def __str__(self) -> str:
        """`file.csv:12: E101 target is empty`."""
        place = f"{self.path}:{self.line}: " if self.path and self.line else f"{self.path}: " if self.path else ""
        return f"{place}{self.code} {self.message}"


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Sorted by place, then code; each once."""
    return sorted(dict.fromkeys(findings), key=lambda f: (f.path, f.line, f.code, f.message))


def chosen(findings: Iterable[Finding], *, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> list[Finding]:
    """The findings whose code begins with one of `select` (all if empty) and with none of `ignore`.

    Raises `UsageError` if a code, or the beginning of one, is not known.
    """
    wanted, unwanted = _prefixes(select), _prefixes(ignore)
    return [
        finding
        for finding in findings
        if (not wanted or finding.code.startswith(wanted)) and not (unwanted and finding.code.startswith(unwanted))
    ]


def _prefixes(codes: Iterable[str]) -> tuple[str, ...]:
    prefixes = tuple(part.strip().upper() for code in codes for part in code.split(",") if part.strip())
    for prefix in prefixes:
        if not any(code.startswith(prefix) for code in CODES):
            known = ", ".join(CODES)
            raise UsageError(f"unknown code {prefix!r}.{did_you_mean(prefix, CODES)} Codes: {known}, or E, W, E1, W2")
    return prefixes
