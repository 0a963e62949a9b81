"""Checking glossaries: coded findings, each from a small function.

| code | what is wrong |
|---|---|
| E101 | source or target is missing |
| E102 | unknown kind |
| E103 | unknown value of status, article or case |
| E104 | bad slot: unknown, or in the target but not in the source |
| E105 | control character |
| E106 | white space at the ends of a cell, or several spaces in a row |
| E107 | target is still French |
| E108 | one source, two preferred targets |
| E109 | a rendering is both preferred (or admitted) and forbidden |
| E110 | cycle: the targets of entries are each other's sources |
| E111 | row or file cannot be read |
| W201 | shadowed by a later layer |
| W202 | too short to be safe |
| W203 | too common to be safe |
| W204 | abbreviation without its long form, or the other way round |
| W205 | plural that the rule gets wrong |
| W206 | inconsistent article |
| W207 | looks like another entry |
| W208 | column name looks mistyped |
| W209 | the same row twice |
| W210 | example cannot be tested |
| W211 | target is the source of another entry |
| W212 | admitted or forbidden without effect: the source has no preferred row |

`row_errors` and `safety` look at one row, `relations` and `lookalike` at all of them, `rows` reads files leniently so
that every bad row is seen. docs/glossary-checks.md has an example and a cure for each code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from translator.glossary.check.did_you_mean import did_you_mean
from translator.glossary.check.finding import CODES, Finding, chosen, in_order
from translator.glossary.check.frequency import common_in_text
from translator.glossary.check.relations import RELATIONS
from translator.glossary.check.row_errors import ROW_ERRORS
from translator.glossary.check.rows import Row, read_rows, rows_of
from translator.glossary.check.safety import ROW_WARNINGS
from translator.glossary.glossary import Glossary

__all__ = ["CODES", "Finding", "check", "check_files", "chosen", "did_you_mean"]


def check(glossary: Glossary, *, against: Iterable[str] = ()) -> list[Finding]:
    """What is wrong or doubtful in a glossary, in the order of its rows.

    `against` are lines of French in which terms that match too often are sought (W203).
    """
    return in_order(_findings(rows_of(glossary), against))


def check_files(layers: Sequence[Sequence[Path]], *, against: Iterable[str] = ()) -> list[Finding]:
    """Like `check`, for files as they stand: bad rows, stray spaces and encodings are reported, and nothing raised.

    Each layer is a group of files; a later layer wins over an earlier one.
    """
    rows: list[Row] = []
    findings: list[Finding] = []
    for number, paths in enumerate(layers):
        read, unreadable = read_rows(paths, number)
        rows += read
        findings += unreadable
    return in_order([*findings, *_findings(rows, against)])


def _findings(rows: Sequence[Row], against: Iterable[str]) -> Iterator[Finding]:
    for row in rows:
        for code, error in ROW_ERRORS.items():
            for message in error(row):
                yield _finding(code, row, message)
        for code, warnings in ROW_WARNINGS.items():
            for warning in warnings:
                for message in warning(row):
                    yield _finding(code, row, message)
    for code, relation in RELATIONS.items():
        for row, message in relation(rows):
            yield _finding(code, row, message)
    if against:
        for row, message in common_in_text(rows, against):
            yield _finding("W203", row, message)


def _finding(code: str, row: Row, message: str) -> Finding:
    return Finding(code, message, row.entry.path, row.entry.line, row.entry)
