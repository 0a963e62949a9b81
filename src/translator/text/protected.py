"""Spans that must survive letter for letter: addresses, handles, placeholders, code, paths, symbols, identifiers.

All patterns are bounded or anchored at the start of a run of their characters, so that the search is linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable

__all__ = ["find_protected"]

_TLD = (
    "com|org|net|edu|gov|mil|int|info|biz|fr|ca|eu|be|ch|uk|lu|us|io|tv|qc|ru|ua|cn|jp|in|it|nl|sn|ci|ma|tn|dz|cd|"
    "media|news|africa|quebec|paris|app|dev|ai|co"
)
_EXTENSION = (
    "pdf|docx?|xlsx?|pptx?|odt|ods|txt|csv|tsv|json|jsonl|xml|html?|md|rst|py|js|ts|css|sh|zip|gz|tar|7z|png|jpe?g|"
    "gif|svg|webp|mp3|mp4|wav|avi|mov|tmx|tbx|xliff?|epub|tex|ya?ml|toml|ini|log|exe|dll|srt|vtt"
)
_SENTENCE_OPENERS = (
    "L[ea]s?|L['’]\\w+|Ils?|Elles?|On|Ce(?:s|t|tte|la)?|C['’]\\w+|Une?|D[eu]s?|D['’]\\w+|En|Et|Mais|Si|Dans|Pour|Par|Après|"
    "Avant|Je|J['’]\\w+|Nous|Vous|Tu|Son|Sa|Ses|Leurs?|Selon|Or|Car|Où|Que|Qu['’]\\w+|Qui|Quand|Au|Aux|Avec|Sans|Sur"
)
_LETTER = r"[\w\u0300-\u036f]"
_FRENCH = "àâæçèéêëîïôœùûüÿÀÂÆÇÈÉÊËÎÏÔŒÙÛÜŸ×÷"
_FOREIGN = (
    f"[{''.join(char for char in map(chr, range(0xC0, 0x2B0)) if char not in _FRENCH)}Α-ϿЀ-ԯḀ-ỿ"
    r"\u0303\u0304\u0306\u0307\u0309-\u030c\u0323-\u0326\u0328]"
)
"""A letter that French does not have, or an accent by itself that French letters do not have."""

_UMLAUT = r"[A-ZÀ-Þ][\w-]{0,40}(?<![aeoAEO])ü[b-df-hj-np-tv-z]"
_PATTERNS: tuple[str, ...] = (
    r"```.{1,5000}?```|``[^`\n]{1,500}``|`[^`\n]{1,500}`",
    r"(?<!\w)[A-Za-z][A-Za-z0-9+.-]{1,20}://[^\s<>\"«»“”`\u00a0\u202f]{1,2000}",
    r"(?<!\w)(?:mailto|tel):[^\s<>\"«»“”\u00a0]{1,300}",
    r"(?<!\w)www\.[^\s<>\"«»“”`\u00a0\u202f]{1,2000}",
    r"(?<![\w.+%-])[\w.+%-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}",
    r"\{\{[^{}\n]{1,100}\}\}|\$\{[^{}\n]{1,100}\}|\{%[^{}\n]{1,200}%\}|\{[^{}\s]{0,60}\}",
    r"(?<![0-9])(?<![0-9][ \u00a0\u202f])%(?:\(\w{1,50}\)|[0-9]{1,2}\$)?(?:\.[0-9]{1,2})?[sdifrx](?![\w'’])",
    r"</?[A-Za-z][A-Za-z0-9:-]{0,40}(?:\s[^<>]{0,500})?/?>|<!--[^<>]{0,500}-->",
    r"&(?:#[0-9]{1,6}|#x[0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,20});",
    r"(?<![\w-])[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![\w-])",
    r"(?<![\w.])(?:doi:\s?)?10\.[0-9]{4,9}/[^\s<>\"«»“”\u00a0]{1,200}",
    r"(?<!\w)ISBN(?:-1[03])?[ \u00a0:]{0,3}[0-9](?:[0-9 \u00a0-]{8,15})[0-9Xx](?!\w)",
    r"(?<!\w)ISSN[ \u00a0:]{0,3}[0-9]{4}-[0-9]{3}[0-9Xx]",
    # Symbols of United Nations documents: a body, then parts of which one has a figure (A/RES/60/1, E/CN.4/2005/L.2).
    r"(?<![\w/])[A-Z][A-Z]{0,11}/(?:(?:[A-Z][A-Za-z.]{0,12}(?:\.?[0-9]{1,4})?(?:[/.-][A-Za-z0-9]{1,8}){0,12}"
    r"|[0-9]{1,5})(?:/[A-Za-z0-9.()*-]{1,30}){0,8})",
    # Names with two initials or more, which models take for words of their own (`J. Mr. Coetzee` for `J. M. Coetzee`):
    # not `S. E. M. Blinken`, `P. S. Je`, `la C.I.A. Elle` or `av. J.-C. Rome`.
    r"(?<![\w.-])(?<!av\.\s)(?<!apr\.\s)(?<!avant\s)(?<!après\s)(?<![A-Z]\.\s)(?!(?:S\.\s?[AEMS]|P\.\s?S|N\.\s?B)\.)"
    rf"(?:[A-Z]\.[ \u00a0\u202f‑-]?){{2,3}}(?<=[ \u00a0\u202f.‑-])(?!(?:{_SENTENCE_OPENERS})(?!\w))"
    r"[A-ZÀ-Þ][\w'’]{1,30}(?:-[A-ZÀ-Þ]\w{1,30}){0,3}",
    # Words with letters that French does not have are names or quotations, which models misspell: `Lanškroun`.
    # `ü` is French in `ambigüe` and `Saül`, but not in `Müller`. A surname behind them goes with them.
    rf"(?<![\w\u0300-\u036f-])(?={_LETTER[:-1]}-]{{0,40}}{_FOREIGN}|{_UMLAUT})\w{_LETTER[:-1]}-]{{1,60}}"
    rf"(?:[ \u00a0][A-ZÀ-Þ]{_LETTER[:-1]}-]{{1,40}})?",
    r"(?<![\w./-])[A-Za-z]:\\[^\s<>:\"|?*\u00a0]{1,300}",
    r"(?<![\w./-])(?:~|\.{1,2})?/[\w.@+-]{1,100}(?:/[\w.@+-]{1,100}){1,20}/?",
    rf"(?<![\w./-])[\w-]{{1,100}}(?:[/.][\w-]{{1,100}}){{0,20}}\.(?:{_EXTENSION})(?![\w-])",
    rf"(?<![\w.@-])(?:[A-Za-z0-9][A-Za-z0-9-]{{0,62}}\.){{1,6}}(?:{_TLD})(?![\w-])"
    r"(?:/[^\s<>\"«»“”`\u00a0\u202f]{0,500})?",
    r"(?<![\w.])(?:[0-9]{1,3}\.){3}[0-9]{1,3}(?:/[0-9]{1,2})?(?:\:[0-9]{1,5})?(?![\w.]?[0-9])",
    r"(?<![\w.])[vV][0-9]{1,4}(?:\.[0-9]{1,5}){1,4}(?:-?(?:alpha|beta|rc|dev|a|b)[0-9.]{0,4})?(?!\w)",
    r"(?<![\w.,])[0-9]{1,4}\.[0-9]{1,5}\.[0-9]{1,5}(?:\.[0-9]{1,5})?(?:-?(?:alpha|beta|rc|dev|a|b)[0-9.]{0,4})?(?![\w])",
    r"(?<!\w)[0-9a-f]{7,128}(?!\w)|(?<!\w)[0-9A-F]{16,128}(?!\w)",
    r"(?<![\w@./])@[A-Za-z_][\w.]{0,49}",
    r"(?<![\w#&/])#[0-9]{0,20}[^\W\d]\w{0,100}",
)
_PROTECTED = re.compile("|".join(f"(?P<p{n}>{pattern})" for n, pattern in enumerate(_PATTERNS)), re.DOTALL)
_TRIGGER = re.compile(
    r"[@/`{<&\\#]|[A-Z]\.[ -]?[A-Z]\.|%[\w(.{]|[.:][^\W_]|[0-9][A-Fa-f-]|[A-Fa-f][0-9]|IS[BS]N"
    rf"|{_FOREIGN}|ü"
)
"""What every protected span holds: without it there is none."""

_DATE = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}\.(?:[0-9]{2}|[0-9]{4})\Z")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+\Z")
_SPACE = re.compile(r"[ \u00a0]")
_OPENER = re.compile(_SENTENCE_OPENERS)
_CLOSERS = {")": "(", "]": "[", "}": "{"}


def _trimmed(text: str) -> str:
    """Without the punctuation of the sentence at its end, and without a bracket that was opened before it."""
    while text:
        last = text[-1]
        if last in ".,;:!?…'’*_" or (last in _CLOSERS and text.count(last) > text.count(_CLOSERS[last])):
            text = text[:-1]
        else:
            break
    return text


def _hash(text: str) -> str:
    letters = sum(c.isalpha() for c in text)
    return text if letters >= 2 and len(text) - letters >= 2 else ""


def _version(text: str) -> str:
    return "" if _DATE.match(text) or _THOUSANDS.match(text) else text


def _symbol(text: str) -> str:
    return _trimmed(text) if any(c.isdigit() for c in text) else ""


def _foreign(text: str) -> str:
    first = _SPACE.split(text)[0]
    return first if first.isupper() or _OPENER.fullmatch(text[len(first) + 1 :]) else text


def _whole(text: str) -> str:
    return text


def _kept(pattern: str) -> Callable[[str], str]:
    if "0-9a-f]{7" in pattern:
        return _hash
    if pattern.startswith(r"(?<![\w.,])[0-9]"):
        return _version
    if "(?<![\\w/])[A-Z]" in pattern:
        return _symbol
    if _FOREIGN in pattern:
        return _foreign
    return _whole if pattern[0] in "`{%<&" or "(?<![0-9])" in pattern else _trimmed


_KEEP = tuple(_kept(pattern) for pattern in _PATTERNS)


def find_protected(text: str) -> list[tuple[int, int]]:
    """Spans of `text`, in order and disjoint, that a translation must keep letter for letter.

    URLs, e-mail addresses, handles, hashtags, placeholders (`{x}`, `{{x}}`, `%s`, `${X}`), markup tags and entities,
    code between backticks, paths and file names, UUIDs, hashes, IP addresses, versions, DOI, ISBN, ISSN, symbols of
    United Nations documents, names with initials (`J. M. Coetzee`), words with foreign letters
    (`Lanškroun`). Punctuation of the sentence after them is left out.
    """
    spans: list[tuple[int, int]] = []
    if not _TRIGGER.search(text):
        return spans
    for found in _PROTECTED.finditer(text):
        index = int((found.lastgroup or "p0")[1:])
        kept = _KEEP[index](found.group())
        if kept:
            spans.append((found.start(), found.start() + len(kept)))
    return spans
