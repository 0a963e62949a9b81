"""Where the sentences of a French paragraph begin and end.

One scan over the runs of stops (`.`, `?!`, `…`, `[...]`) with the closing quotes and brackets that belong to them;
each run is judged by the words before and after it, seen through windows of fixed size, so that time grows with the
length of the paragraph only. The rules, in the order in which they are asked:

1. Nothing ends inside a bracket that was opened in mid-sentence.
2. A capital, a digit or a brand name (`iPhone`) must follow, perhaps after opening quotes or a dash; an article or
   pronoun in lower case will do after a plain word.
3. Without a space, only a stop glued to a capitalised word by a careless web page (`fin.Le`) ends a sentence.
4. A single full stop may belong to a list number, an abbreviation, an initial or an acronym.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.text.abbreviations import (
    BEFORE_NAME,
    BEFORE_NUMBER,
    LABELLED,
    PARTICLES,
    PLACES_AND_BODIES,
    STARTERS,
    WITHIN,
)

__all__ = ["split_sentences"]

_WINDOW = 48
"""Characters looked at on either side of a stop: longer than any abbreviation and the word before it."""

_BRACKET_LIMIT = 600
"""A bracket open for longer than this many characters was probably never closed."""

_UPPER = "A-ZÀ-ÖØ-ÞŒŸŠŽČĆŁŚŹŻĐİ"
_LOWER = "a-zà-öø-ÿœšžčćłśźżđı"
_ELLIPSIS = r"\[ ?(?:\.{3}|…) ?\]|\( ?(?:\.{3}|…) ?\)|\.(?:[ \u00a0]\.){2,}"

_SPACE = re.compile(r"\s*")
_WORD = re.compile(r"[^\W_]")
_STOPS = re.compile(rf"{_ELLIPSIS}|[.!?…]+")
_AFTER_STOPS = re.compile(r"[ \u00a0\u202f]?[!?]+|[.…]+|[ \u00a0\u202f]{0,2}[»›”)\]]|['’](?!\w)|\[\d{1,3}\]|[¹²³⁰⁴-⁹]+")
_STRAIGHT_QUOTE = re.compile(r'\s{0,2}(")')
_LEAD = re.compile(rf"(?:{_ELLIPSIS}|\.{{2,}}|…|[^\w,;:!?.…»”)\]/%&=+<>|]|_)*")
_TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*['’]?")
_LOWER_MARK = re.compile(rf"[{_LOWER}]{{1,2}}[{_UPPER}]|[a-z]{{1,3}}\)\s")
"""A brand name, or the letter of a list item."""
_LOWER_START = re.compile(rf"(?:les?|la|une?|ils?|elles?|on|nous|vous|je|ces?|cette)\s|[cj]['’]|[ld]['’][{_UPPER}]")
_CAPITALISED = re.compile(rf"[{_UPPER}](?:[{_LOWER}]|['’]\w)|[AÀY]\s|MM?\.\s")
_INITIAL = re.compile(rf"(?:[{_UPPER}]|[CTP]h|Chr)(?:\.?[-‑](?:[{_UPPER}]|[CTP]h))?")
_ACRONYM = re.compile(rf"(?:[{_UPPER}]\.[-‑]?)+[{_UPPER}]")
_LOWER_ACRONYM = re.compile(rf"(?:[{_LOWER}]\.[-‑]?)+[{_LOWER}]")
_NUMERAL = re.compile(r"\d|[IVXLC]+\b(?!['’.])|[B-XZ]\b(?!['’.])|[A-Z]\.? ?\d|[a-z]{1,3}\)")
_LIST_MARK = re.compile(rf"(?:\d{{1,3}}|[{_UPPER}{_LOWER}]|[IVX]{{1,5}})(?:\.(?:\d{{1,3}}|[A-Za-z]|[IVX]{{1,5}}))*")
_UNVOICED = re.compile(r"[^\W\d_aeiouyàâéèêëîïôùûüœæ]{2,4}", re.IGNORECASE)
_ELIDED_OR_OPEN = re.compile(r"(?:\w['’]|[(«\[])\Z")
_ADDRESS = re.compile(r"[@/\\]|www\.|\w\.\w")


def split_sentences(paragraph: str) -> list[tuple[int, int]]:
    """Spans `(start, end)`, in characters, of the sentences of `paragraph`, in order and without the space around them.

    Outside the spans there is only white space. A paragraph without any letter or digit is one sentence.
    """
    spans: list[tuple[int, int]] = []
    start = _skip_space(paragraph, 0)
    for end in _boundaries(paragraph):
        spans.append((start, end))
        start = _skip_space(paragraph, end)
    if start < len(paragraph):
        spans.append((start, len(paragraph.rstrip())))
    return spans


def _boundaries(text: str) -> Iterator[int]:
    """Ends of all sentences but the last."""
    closing_quotes = _closing_quotes(text)
    brackets = _brackets(text)
    bracket = 0
    first_word = _WORD.search(text)
    position = first_word.start() if first_word else len(text)
    while first_word and (stops := _STOPS.search(text, position)):
        begin = stops.start()
        end = position = _skip_closers(text, stops.end(), closing_quotes)
        follows = _skip_space(text, end)
        if follows == len(text):
            return
        while bracket < len(brackets) and brackets[bracket][1] < begin:
            bracket += 1
        if bracket < len(brackets) and first_word.start() < brackets[bracket][0] < begin:
            outside = _STOPS.search(text, brackets[bracket][1], end)
            if not outside:
                continue
            begin = outside.start()
        if _ends_sentence(text, begin, end, follows, first_word.start()):
            yield end
            first_word = _WORD.search(text, follows)
            position = first_word.start() if first_word else len(text)


def _ends_sentence(text: str, begin: int, end: int, follows: int, first_word: int) -> bool:
    """Whether the stops that begin at `begin`, with their closers up to `end`, end the sentence.

    What comes after the space begins at `follows`; the first word of the sentence begins at `first_word`.
    """
    lead = _LEAD.match(text, follows, follows + _WINDOW)
    opening = lead.end() if lead else follows
    if opening >= len(text) or not text[opening].isalnum():
        return False
    single = text[begin] == "." and text[begin + 1 : begin + 2] not in tuple(".…!?")
    before = text[max(first_word, begin - _WINDOW) : begin]
    if follows == end:
        return _is_glued_stop(text, before, single, begin, end, opening)
    if text[opening].islower() and text[opening - 1] not in "@#" and not _LOWER_MARK.match(text, opening):
        word = _last_word(before)
        plain = single and end == begin + 1 and not before[-1:].isspace() and len(word) > 4 and word not in WITHIN
        return plain and word.isalpha() and word.islower() and _LOWER_START.match(text, opening) is not None
    if single:
        return not _is_abbreviation(text, before, opening, begin - len(before) == first_word)
    # A pause before a figure (`revendu… 1,6 million`) is likelier than a sentence in figures after one.
    return not (text[opening].isdigit() and text[end - 1] in ".…")


def _is_glued_stop(text: str, before: str, single: bool, begin: int, end: int, opening: int) -> bool:
    """Whether a stop with no space after it ends a sentence: `fin.Le`, but not `M.Lavrov`, `Radio-Canada.ca`, `3.5`."""
    if not _CAPITALISED.match(text, opening, opening + 4):
        return False
    left = before.split()[-1:] or [""]
    right = text[end : end + _WINDOW].split(None, 1)[0]
    if before[-1:].isspace():
        left = [""]
    if _ADDRESS.search(left[0]) or _ADDRESS.search(right):
        return False
    if not single or end > begin + 1 or not left[0] or not left[0][-1].isalnum():
        return True
    word = _last_word(before)
    if word in BEFORE_NAME or len(word) < 2:
        return False
    if word.islower() and len(word) > 2 and word not in WITHIN:
        return True
    return _opens_sentence(text, opening)


def _is_abbreviation(text: str, before: str, opening: int, whole: bool) -> bool:
    """Whether the full stop after `before` belongs to its last word, so that the sentence goes on at `opening`.

    `whole` says that `before` reaches back to the first word of the sentence.
    """
    words = before.split()
    word = _last_word(before)
    previous = words[-2] if len(words) > 1 else ""
    if before[-1:].isspace():
        return word in ("M", "MM", "Mme", "Mmes", "Mlle")
    if not word:
        return False
    if _LIST_MARK.fullmatch(word) and (previous.endswith((":", ";")) or (whole and len(words) == 1)):
        return True
    tail = word.rpartition("-")[2]
    if word in BEFORE_NAME or (tail.islower() and tail in BEFORE_NAME):
        return True
    if word == "ex" and previous.lower() in ("p.", "par"):
        return True
    if word in ("J.-C", "J-C") and previous.lower().lstrip("(«") in ("av.", "ap.", "avant", "après"):
        return False
    if _INITIAL.fullmatch(word) or _ACRONYM.fullmatch(word):
        return _is_initial(text, words[-1], word, previous, opening)
    after_number = previous[-1:].isdigit()
    if word.lower() in BEFORE_NUMBER and not (after_number and len(word) == 1) and _NUMERAL.match(text, opening):
        return True
    if _LOWER_ACRONYM.fullmatch(word) or not {word, word.lower(), tail}.isdisjoint(WITHIN):
        return not _opens_sentence(text, opening)
    letter = len(word) == 1 and word.isalpha() and word not in "aàoôy" and previous.lower() not in LABELLED
    if (letter or _UNVOICED.fullmatch(word)) and not word.isupper() and not after_number:
        return not _opens_sentence(text, opening)
    return False


def _is_initial(text: str, chunk: str, word: str, previous: str, opening: int) -> bool:
    """Whether the initial or acronym `word`, written as `chunk`, goes on at `opening`: `J.-Y. Le Drian`."""
    is_body = "." in word and (
        chunk.lower().startswith(("l'", "l’")) or previous.lower() in ("le", "la", "les", "du", "des", "au", "aux")
    )
    if text[opening].isdigit():
        return not is_body if "." in word else _last_word(previous.rstrip(".")).lower() in BEFORE_NUMBER
    if len(word) == 1 and previous.lower() in LABELLED:
        return False
    opener = _TOKEN.match(text, opening, opening + _WINDOW)
    is_headline = opener is not None and opener.end() - opening > 2 and opener.group().isupper()
    if not opener or is_headline or not _opens_sentence(text, opening):
        return True
    is_regnal = word in ("I", "V", "X") and previous[:1].isupper()
    if is_body or is_regnal or word in PLACES_AND_BODIES:
        return False
    after = text[opener.end() : opener.end() + _WINDOW].lstrip()[:1]
    return after == "." or (_straight(opener.group()) in PARTICLES and after.isupper())


def _opens_sentence(text: str, opening: int) -> bool:
    """Whether the word at `opening` is one with which sentences open and names hardly do."""
    match = _TOKEN.match(text, opening, opening + _WINDOW)
    if not match:
        return False
    token = match.group()
    if text[match.end() : match.end() + 1] == ".":
        return _straight(token) + "." in STARTERS
    first, _, rest = token.partition("-")
    return _straight(token) in STARTERS or (rest.islower() and _straight(first) in STARTERS)


def _straight(token: str) -> str:
    """The word in lower case with a straight apostrophe, as in the word lists."""
    return token.lower().replace("’", "'")


def _last_word(before: str) -> str:
    """The last word of `before` without opening punctuation or an elided word in front of it."""
    chunk = before.split()[-1:] or [""]
    word = chunk[0].lstrip("«“„‘\"'([{—–-*/")
    return word.replace("’", "'").rpartition("'")[2]


def _skip_space(text: str, position: int) -> int:
    """The first position from `position` on that is not white space."""
    match = _SPACE.match(text, position)
    return match.end() if match else position


def _skip_closers(text: str, position: int, closing_quotes: frozenset[int]) -> int:
    """The position after the closing quotes, brackets, note marks and further stops that follow a stop."""
    while True:
        quote = _STRAIGHT_QUOTE.match(text, position)
        if quote and quote.start(1) in closing_quotes:
            position = quote.end()
        elif more := _AFTER_STOPS.match(text, position):
            position = more.end()
        else:
            return position


def _closing_quotes(text: str) -> frozenset[int]:
    """Positions of the straight double quotes that close a quotation: by the space around them, else in turn."""
    closing: list[int] = []
    is_open = False
    for match in re.finditer('"', text):
        position = match.start()
        before = text[position - 1] if position else " "
        after = text[position + 1] if position + 1 < len(text) else " "
        if before.isspace() != after.isspace():
            elided_or_open = _ELIDED_OR_OPEN.search(text, max(0, position - 2), position)
            closes = after in ".,;:!?…)" if before.isspace() else not elided_or_open
        elif before in "'’([«—–-":
            closes = False
        else:
            closes = after in ".,;:!?…)" or is_open
        if closes:
            closing.append(position)
        is_open = not closes
    return frozenset(closing)


def _brackets(text: str) -> list[tuple[int, int]]:
    """Positions of the outermost pairs of brackets not longer than `_BRACKET_LIMIT`, in order."""
    pairs: list[tuple[int, int]] = []
    stack: list[int] = []
    for match in re.finditer(r"[()\[\]]", text):
        if match.group() in "([":
            stack.append(match.start())
        elif stack and ("([".index(text[stack[-1]]) == ")]".index(match.group())):
            begin = stack.pop()
            if match.start() - begin <= _BRACKET_LIMIT:
                while pairs and pairs[-1][0] > begin:
                    pairs.pop()
                pairs.append((begin, match.start()))
    return pairs
