"""French and English words as the search for terms sees them: tokens, and the small words that begin or end no term."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from translator.text.french import fold
from translator.text.word_list import words

_VERBS = words(
    "recommande recommandent demande demandent note notent prie décide examine estime estiment considère souligne "
    "soulignent rappelle invite encourage engage félicite regrette constate relève déclare affirme annonce indique dit "
    "va vont vient tient prend met permet adopte approuve accueille réaffirme continue entend souhaite craint exige "
    "propose présente poursuit reçoit reconnaît prévoit appelle condamne salue dispose exprime reste devient contient"
)
"""Verbs that follow the name of a body in reports, which no term holds."""

CONNECTORS = words("de d' du des la le les l' et à au aux en pour sur contre sous")
"""What joins the parts of a French name."""

_NOT_IN_TERMS = words(
    "est sont était étaient sera seront soit a ont avait avaient aura auront ait être avoir été qui que qu' où dont "
    "se s' ne n' pas il elle ils elles on nous vous je j' y ce cet cette ces son sa ses leur leurs notre nos votre "
    "dans avec par ainsi afin lors sans comme entre depuis pendant mais ou or ni car si plus moins très aussi tout "
    "toute tous toutes un une selon vers après avant chez dès jusqu' puis donc c' m' t' doit doivent peut peuvent "
    "devrait pourrait fait font lorsqu' lorsque quand notamment également concernant durant ayant étant tel telle "
    "tels telles mme mlle m. même mêmes autre autres chaque plusieurs certains certaines celui celle ceux celles "
    "à-dire etc cours titre sein lieu égard janvier février mars avril mai juin juillet août septembre octobre "
    "novembre décembre"
)
_NOT_FIRST = words(
    "le la les l' un une des du de d' il elle ils elles on nous vous je j' ce cet cette ces en au aux à dans par "
    "pour avec sur selon lors depuis après avant si mais or et ou où qui que qu' quand comme ainsi enfin toutefois "
    "cependant certains certaines plusieurs tous toutes tout toute aucun aucune chaque son sa ses leur leurs notre "
    "nos parmi outre prenant rappelant considérant notant soulignant réaffirmant ayant reconnaissant m. mme mm. "
    "mmes mlle me dr sous entre contre chez vers sans a y ne pas se s' n' c' afin bien alors puis donc car ni ici "
    "là tel telle conformément concernant quant grâce malgré dès durant pendant suite voir point section chapitre "
    "article annexe paragraphe paragraphes alinéa résolution résolutions décision décisions note tableau figure "
    "additif rapport rapports question questions adoption activités activité exposé financement débat suivi "
    "évaluation examen élection mise lettre lettres projet projets membre membres ordre partie mon gouvernement "
    "gouvernements supplément site déclarations décide prie invite encourage engage demande recommande souligne "
    "réaffirme rappelle"
)
_SMALL_ENGLISH = words(
    "the a an of and or to in on for by with at from as that this these those it its is are was were be been has have "
    "had not which who he she they we his her their our i will would shall should may can against into under between"
)

_INSIDE_ENGLISH = words("of the and for on to in against with by at de la & - – ' ’ from under a an as its")
_APOSTROPHES = str.maketrans("’ʼ", "''")
_ROMAN = re.compile(r"[IVXLC]+(?:e|er|re)?")

_TOKEN = re.compile(
    r"(?:[dlnsjmtcDLNSJMTC]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu)['’ʼ]|[Mm]mes?\b|MM?\.(?=\s)"
    r"|[^\W_]+(?:[-‐‑'’.&/][^\W_]+)*|\S"
)
_ENGLISH_TOKEN = re.compile(r"[^\W_]+(?:[-‐‑.&/'’][^\W_]+)*|\S")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign at `start:end` of a text; `key` is its lower case with straight apostrophes."""

    start: int
    end: int
    text: str
    key: str

    @property
    def is_word(self) -> bool:
        """Whether it has a letter first."""
        return self.text[0].isalpha()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital and is no elided article."""
        return self.text[0].isupper() and self.key[-1] != "'"


def french_tokens(text: str) -> list[Token]:
    """The words and signs of a French text; elided words (`l'`) stand alone."""
    return _tokens(_TOKEN, text)


def english_tokens(text: str) -> list[Token]:
    """The words and signs of an English text; the keys are without possessive `'s`."""
    tokens = _tokens(_ENGLISH_TOKEN, text)
    return [replace(token, key=token.key[:-2]) if token.key.endswith("'s") else token for token in tokens]


def _tokens(pattern: re.Pattern[str], text: str) -> list[Token]:
    return [
        Token(m.start(), m.end(), m[0], m[0].lower().replace("’", "'").replace("ʼ", "'"))
        for m in pattern.finditer(text)
    ]


def can_continue(token: Token) -> bool:
    """Whether a French term may go on with this token."""
    return token.key in CONNECTORS or (token.is_word and token.key not in _NOT_IN_TERMS and token.key not in _VERBS)


def can_begin(token: Token) -> bool:
    """Whether a French name may begin with this capitalised token."""
    if not token.is_capital or len(token.text) < 2 or token.key in _NOT_FIRST:
        return False
    return not _ROMAN.fullmatch(token.text)


def is_small_english(token: Token) -> bool:
    """Whether an English token says little by itself."""
    return not token.text[0].isalnum() or token.key in _SMALL_ENGLISH


def is_inside_english(token: Token) -> bool:
    """Whether an English token may stand inside a name although it has no capital."""
    return token.key in _INSIDE_ENGLISH


@lru_cache(maxsize=1 << 16)
def stem(key: str) -> str:
    """What is compared of a word: its beginning, without accents and plural."""
    plain = fold(key).replace(" ", "").replace("'", "")
    if len(plain) > 4 and plain[-1] in "sx":
        plain = plain[:-1]
    return plain[:7]
