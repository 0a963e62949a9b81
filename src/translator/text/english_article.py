"""English determiners around a rendering: a/an, and the definite article that it takes or does not take."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from translator.text.word_list import words

Span = tuple[int, int]

_INITIALISM = re.compile(r"[A-Z][A-Z0-9&]+s?$")
_AN_LETTERS = frozenset("AEFHILMNORSX")
_READ_AS_WORDS = words(
    "NATO NASA FIFA SARS FARC FEMA SWAT START SALT SADC SWIFT SCUD NICE NAFO FIBA FINA REACH MIGA SAGE FARM RUSI"
)
"""Initialisms of up to five letters said as words, among those whose letter would ask for the other article."""

_YOO = re.compile(
    r"uni(?!m|n|d|ll)|unanim|us[aeu]|ut[ei]|utop|uk|uga|ur(?:an|uguay|in|ol|etr)|ubi|eu|ew[ae]|"
    r"on(?:e|es|ce)(?![a-z])|oui|oua|uigh|uygh|unesco|unicef|uefa|u(?![a-z])"
)
"""Words with a vowel letter that begin with the sound of `y` or `w`."""
_FIRST_WORD = re.compile(r"[^\W_][\w&.,]*")
_SILENT_H = re.compile(r"hour|honest|honou?r|heir|hors\b")
_VOWEL_Y = re.compile(r"y[^aeiou\W]")
_AN_NUMBER = re.compile(r"8|1[18](?:,\d{3})*(?!\d)(?!,\d)")

_DETERMINERS = words(
    "the a an this that these those its his her their our my your whose no any each every some another either neither "
    "several many most few"
)
_NO_ARTICLES = frozenset({"that", "neither", "either"})
"""Those that may also be conjunctions, with an article behind them: `neither the Kremlin nor the White House`."""

_DETERMINER = re.compile(rf"(?<![\w'’-])({'|'.join(_DETERMINERS)})\s+[\"“‘'«(\[]?$", re.IGNORECASE)
_QUOTES = ('"', "“", "”", "‘", "’", "'", "«", "»")
_POSSESSIVE = re.compile(r"\w['’]s?\s+[\"“‘]?$")
_INDEFINITE = re.compile(r"(?<![\w'’.-])(an?|An?|AN)(\s+[\"“‘'«(\[]?)$")
_ABBREVIATION = re.compile(r"(?:^|[\s(“\"])(?:(?:[A-Z]\.)+|(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sgt|Sen|Rep|Gov|No|vs)\.)$")
_DOUBLE = re.compile(r"(?<![\w'’-])(the|an?|its|their|our|my|your)(\s+)(the)(\s+)$", re.IGNORECASE)
_NEXT_WORD = re.compile(r"\s+[\"“‘'«(\[]?([^\W\d_]+(?:['’][a-z]+)?)")
_ADJECTIVES = re.compile(
    r"(?<!\S)(?:(?:former|new|entire|whole|current|future|late|old|powerful|influential|so-called)\s+){1,2}$",
    re.IGNORECASE,
)
_SHARED_THE = re.compile(r"\b[Tt]he\s+(?:[A-Z][\w-]*\s+){1,4}(?:and|or)\s+[\"“‘(\[]?$")
"""One article for two names: `the House and Senate`."""

_INFINITIVE = re.compile(
    r"\b(?:to|will|would|can|could|may|might|shall|should|must|did|does|do|not)\s+(?:[a-z]+ly\s+)?"
    r"[a-z]+(?<!al)(?<!ic)(?<!ive)(?<!ous)(?<!ary)\s+[\"“‘(\[]?$"
)
"""A verb before a noun phrase: `to join`, `will formally ask`."""

_PREVIOUS_WORD = re.compile(r"([\w'’-]+)\s+[\"“‘(\[]?$")

_FUNCTION_WORDS = words(
    "of for to on in at with from by against under without over within between among amid concerning regarding "
    "towards toward about during before after upon into through throughout alongside across behind beyond above "
    "below beside besides despite except inside outside near off onto since until till via per like unlike than "
    "as versus vs and or but nor yet so if because although though while whereas when where whether that which "
    "who whom whose once unless is are was were be been being am has have had having do does did will would shall "
    "should can could may might must not cannot further also only then there here now already still soon again later "
    "never always just even it he she they we you i ago however thus therefore both either neither says said told "
    "tells asked asks"
)
"""Words after (or before) which a noun phrase has ended (or begins)."""

_REPORTING = words(
    "wants warns calls called denies fears hopes believes thinks plans seeks sees announces announced accuses "
    "urges condemns insists adds added adopts supports rejects remains became becomes began begins made makes "
    "took takes gave gives went goes came comes kept keeps held holds led leads met meets left leaves lost won "
    "sent sends put let set saw knew found felt thought brought built grew drew chose spoke wrote broke fell rose "
    "struck fought sought bought agrees continues refuses considers decides appears seems needs hosts opposes "
    "responds replies joins enters attacks backs blames criticizes defends denounces invites informs requests thanks "
    "welcomes visits addresses represents strengthens undermines threatens serves depends proposes bears refers exists "
    "states stresses notes recalls requires"
)
"""Verbs of news prose that do not end in -ed, or that end in -s and are seldom nouns."""

_ATTRIBUTIVE_ED = words("armed united allied red hundred unified advanced combined so-called biased based led")
"""Words in -ed that stand before a noun rather than end the noun phrase."""

_ADJECTIVES_LY = words("assembly family supply early daily weekly monthly italy july anomaly ally monopoly")


def indefinite(word: str) -> str:
    """`a` or `an`, as the word or phrase is said: `an MP`, `a UN`, `an hour`, `a European`, `an 18-year-old`."""
    plain = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    found = _FIRST_WORD.search(plain)
    if found is None:
        return "a"
    first = found[0].rstrip(".,&")
    if first[:1].isdigit():
        return "an" if _AN_NUMBER.match(first) else "a"
    letters = first.replace(".", "")
    lettered = len(letters) == 1 and (letters.isupper() or plain[found.end() : found.end() + 1] == "-")
    if _INITIALISM.match(letters) or (lettered and plain[found.end() : found.end() + 1] not in ("'", "’")):
        return _before_initialism(letters.upper() if lettered else letters)
    lower = first.lower()
    if _SILENT_H.match(lower) or _VOWEL_Y.match(lower):
        return "an"
    return "a" if _YOO.match(lower) or lower[:1] not in "aeiou" else "an"


def _before_initialism(letters: str) -> str:
    """Said letter by letter, unless it is known to be, or looks, said as a word."""
    core = letters.rstrip("s")
    if core.startswith("U"):
        return "an" if core in ("UNRWA", "UNASUR") else "a"
    if core in ("EULEX", "EUFOR", "EUBAM") or core.startswith("EURO"):
        return "a"
    vowels = sum(core.count(v) for v in "AEIOU")
    if core in _READ_AS_WORDS or (len(core) > 4 and vowels >= 2 and core.isalpha()):
        return "an" if core[0] in "AEIO" else "a"
    return "an" if core[0] in _AN_LETTERS else "a"


def fix_indefinites(text: str, spans: Sequence[Span]) -> tuple[str, list[Span]]:
    """Correct `a`/`an` immediately before each span; returns the text and the spans where they are now.

    An article inside another span is left alone.
    """
    edits: list[tuple[int, int, str]] = []
    for start, end in spans:
        found = _INDEFINITE.search(text[:start])
        if found is None or any(s < found.end(1) and found.start(1) < e for s, e in spans):
            continue
        if found[1][0] == "A" and not _at_sentence_start(text, found.start(1)) and not text.isupper():
            continue
        right = indefinite(text[start:end])
        if right != found[1].lower():
            edit = (found.start(1), found.end(1), _like(right, found[1]))
            if edit not in edits:
                edits.append(edit)
    moved = list(spans)
    for start, end, right in sorted(edits, reverse=True):
        text = text[:start] + right + text[end:]
        by = len(right) - (end - start)
        moved = [(s + by if s >= end else s, e + by if e >= end else e) for s, e in moved]
    return text, moved


def _like(article: str, model: str) -> str:
    if model.isupper() and len(model) > 1:
        return article.upper()
    return article.capitalize() if model[:1].isupper() else article


def article_before(text: str, start: int) -> tuple[int, int, str] | None:
    """The determiner immediately before offset `start`: its start, its end and the word in lower case; or None.

    An opening quotation mark or bracket may stand between; adjectives may not.
    """
    found = _DETERMINER.search(text, max(0, start - 16), start) if start <= len(text) else None
    return (found.start(1), found.end(1), found[1].lower()) if found else None


def ensure_article(
    text: str, start: int, end: int, article: str, source_definite: bool, *, whole: bool = False
) -> tuple[str, int, int]:
    """Repair the article before the rendering at `text[start:end]`; returns the text and the rendering's new span.

    `article` is `the` or `none` (anything else changes nothing but doubled articles). `the` is put in if the source had
    a definite article and the rendering stands free without determiner: after a function word, punctuation or a verb,
    or behind an adjective that follows one of these; a heading that is nothing else stays bare. Before a rendering of
    `none`, `the` goes, unless a noun follows that it belongs to (`the NATO summit`); `whole` says that none can, as the
    source words are a noun phrase by themselves (`L'OTAN a`, not `le sommet de l'OTAN`). `the the`, `a the`, `its the`
    lose the wrong one. Sentence capitals follow.
    """
    text, start, end = _without_double(text, start, end, article)
    found = article_before(text, start)
    free = _stands_free(text, end)
    if article == "none":
        if found and found[2] == "the" and (free or whole or text[start:end].lower().startswith("the ")):
            return _without(text, found[0], start, end)
        return text, start, end
    if article != "the" or not source_definite or not free or text[start:end].lower().startswith("the "):
        return text, start, end
    if found and found[2] in ("a", "an"):
        return _replaced(text, found[0], found[1], "the", start, end)
    heading = text.strip() == text[start:end]
    if (found and found[2] not in _NO_ARTICLES) or _POSSESSIVE.search(text[:start]) or heading:
        return text, start, end
    return _with_the(text, start, end)


def _without_double(text: str, start: int, end: int, article: str) -> tuple[str, int, int]:
    """Keep one of two determiners in a row: the first, but `the` of `a the OSCE` if the noun phrase ends there."""
    while found := _DOUBLE.search(text[:start]):
        kept = found[1]
        if kept.lower() in ("a", "an"):
            attributive = article == "none" and not _stands_free(text, end)
            kept = _like(indefinite(text[start:end]) if attributive else "the", "A" if kept[0] == "A" else "a")
        cut = found.end(3) - found.start(1) - len(kept)
        text = text[: found.start(1)] + kept + text[found.end(3) :]
        start, end = start - cut, end - cut
    return text, start, end


def _without(text: str, cut: int, start: int, end: int) -> tuple[str, int, int]:
    """The text without the determiner at `cut`; a sentence capital goes over to the rendering."""
    mark = text[start - 1] if text[start - 1 : start] in tuple("\"“‘'«([") else ""
    capital = text[cut : cut + 1].isupper()
    rendering = text[start:end]
    if capital and rendering[:1].islower() and not rendering[1:2].isupper():
        rendering = rendering[:1].upper() + rendering[1:]
    new = text[:cut] + mark + rendering + text[end:]
    begin = cut + len(mark)
    return new, begin, begin + len(rendering)


def _replaced(text: str, cut: int, stop: int, word: str, start: int, end: int) -> tuple[str, int, int]:
    new = word.capitalize() if text[cut].isupper() else word
    by = len(new) - (stop - cut)
    return text[:cut] + new + text[stop:], start + by, end + by


def _with_the(text: str, start: int, end: int) -> tuple[str, int, int]:
    """Insert `the` where a noun phrase can begin; behind other words (`UN Security Council`) nothing happens."""
    place = start
    if text[start - 1 : start] in _QUOTES and text[end : end + 1] in _QUOTES:
        place -= 1
    adjectives = _ADJECTIVES.search(text[:place])
    if adjectives:
        place = adjectives.start()
        found = article_before(text, place)
        if (found and found[2] not in _NO_ARTICLES) or _POSSESSIVE.search(text[:place]):
            return text, start, end
    if not _can_begin(text, place):
        return text, start, end
    the = "the "
    if (text[:start] + text[end:]).isupper():
        the = "THE "
    elif _at_sentence_start(text, place) and text[place:start].upper() != text[place:start].lower():
        # The capital of `Former Soviet Union` goes to the article.
        the = "The " if text[place].isupper() else the
        small = text[place].lower()
        text = text[:place] + (small if len(small) == 1 else text[place]) + text[place + 1 :]
    elif _at_sentence_start(text, place):
        the = "The " if text[start : start + 1].isupper() else the
    return text[:place] + the + text[place:], start + len(the), end + len(the)


def _can_begin(text: str, place: int) -> bool:
    """Whether a noun phrase can begin at `place`: after punctuation, a function word or a verb."""
    before = text[:place]
    if not before.strip() or before[-1] == "\n" or before[-1] in '"“‘«—–':
        return True
    if not before[-1].isspace() or _ABBREVIATION.search(before.rstrip()):
        return False
    word = _PREVIOUS_WORD.search(before)
    if word is None:
        return True
    lower = word[1].lower()
    if lower in _FUNCTION_WORDS:
        return not _SHARED_THE.search(before)
    if (lower in _REPORTING and not word[1].istitle()) or _INFINITIVE.search(before):
        return True  # `United States` is no verb
    return word[1].islower() and lower.endswith(("ed", "ing")) and lower not in _ATTRIBUTIVE_ED


def _stands_free(text: str, end: int) -> bool:
    """Whether the noun phrase ends with the rendering: punctuation, a possessive or a word that is no noun follows."""
    rest = text[end : end + 40]
    if not rest.strip() or rest.startswith(("'s", "’s", "' ", "’ ")) or rest.lstrip()[0] in "([":
        return True
    if not rest[0].isspace():
        return rest[0] not in "-‐‑/" and not rest[0].isalnum()
    following = _NEXT_WORD.match(rest)
    if following is None:
        return not rest.lstrip()[:1].isdigit()
    word = following[1]
    lower = word.lower().replace("’", "'")
    if lower in _FUNCTION_WORDS or lower in _REPORTING or lower.endswith("n't") or lower in _DETERMINERS:
        return True
    if not word.islower():
        return False
    if lower.endswith("ed"):
        return lower not in _ATTRIBUTIVE_ED
    return lower.endswith("ly") and lower not in _ADJECTIVES_LY


def _at_sentence_start(text: str, place: int) -> bool:
    """Whether a sentence, or a quotation that is one, begins at `place`."""
    before = text[:place].rstrip(" \t\u00a0\u202f")
    bare = before.rstrip("\"“”‘’'«»()[] \t\u00a0\u202f–—")
    if not bare or (bare[-1] in ".!?…\n" and not _ABBREVIATION.search(bare)):
        return True
    return bare[-1] in ",:" and before != bare and before[-1] in '"“«'
