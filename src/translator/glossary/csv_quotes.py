"""Where the quotation marks of a CSV file go wrong: the `csv` module notices only at the next one, or at the end."""

from __future__ import annotations

import csv
import re

from translator.errors import GlossaryError

_LINE_END = re.compile(r"\r\n?|\n")


def broken_quote(text: str, delimiter: str) -> tuple[int, str] | None:
    """The line (1-based) on which the first cell that is quoted wrongly begins, and what is wrong with it; or None."""
    cell_end = re.compile(f"[{re.escape(delimiter)}\r\n]")
    at = 0
    while at < len(text):
        if text[at] == '"':
            begin, at = at, _closed(text, at)
            if at < 0:
                message = 'the quotation mark that begins a cell here is never closed; close it, or double it ("")'
                return _line(text, begin), message
            if at < len(text) and not cell_end.match(text, at):
                return _line(text, begin), _followed(_line(text, begin), _line(text, at))
        else:
            end = cell_end.search(text, at)
            at = end.start() if end else len(text)
        at += 1
    return None


def unreadable(error: csv.Error, text: str, delimiter: str, path: str, line: int) -> GlossaryError:
    """What to raise for `error`, met at `line`: it names the line on which the cell at fault begins."""
    line, message = broken_quote(text, delimiter) or (line, reason(error))
    return GlossaryError(message, path=path, line=line)


def reason(error: csv.Error) -> str:
    """What the `csv` module minds, in words of ours where we know what to do."""
    if "field limit" in str(error):
        return f"a cell has more than {csv.field_size_limit():,} characters; shorten it"
    return f"not readable as CSV: {error}"


def _closed(text: str, begin: int) -> int:
    """The offset behind the quotation mark that closes the one at `begin`; -1 if none does."""
    at = begin + 1
    while (at := text.find('"', at) + 1) and text.startswith('"', at):
        at += 1
    return at or -1


def _followed(begin: int, end: int) -> str:
    if begin == end:
        return 'text follows the closing quotation mark of a cell; double the quotation marks inside it ("")'
    return (
        f"the cell that begins with a quotation mark here goes on to line {end}, where text follows the closing one; "
        'close it here, or double the marks that belong to the text ("")'
    )


def _line(text: str, at: int) -> int:
    return 1 + sum(1 for _ in _LINE_END.finditer(text, 0, at))
