"""Plural of the head of an English rendering: `Secretary of State` → `Secretaries of State`."""

from __future__ import annotations

import re
from functools import lru_cache

from translator.text.word_list import words

PREPOSITIONS = words(
    "of for to on in at with from by against under without over within between among concerning regarding towards "
    "toward about during before after upon pro ad de du des d' à en per vis-à-vis near into through alongside"
)
"""Words after which a complement begins; the head stands before them."""

_POSTPOSED = words(
    "elect designate emeritus emerita plenipotentiary extraordinary martial apparent presumptive laureate politic "
    "delegate responsible commanding templar regnant errant simple absolute"
)
"""Adjectives that follow their noun in titles and legal terms: `courts martial`, `Ministers Plenipotentiary`."""

_BEFORE_GENERAL = words(
    "attorney secretary governor director consul solicitor auditor inspector surgeon comptroller controller "
    "postmaster advocate commissioner procurator prosecutor adjutant quartermaster paymaster receiver registrar "
    "agent treasurer superintendent vicar manager prothonotary rapporteur administrator moderator chancellor "
    "intendant"
)
"""Offices whose `General` is an adjective (`Attorneys General`); in ranks it is the noun (`major generals`)."""

_BEFORE_DELEGATE = frozenset(("minister", "secretary", "commissioner", "judge", "ambassador", "councillor"))

_OFFICES = words(
    "president chair chairman chairwoman chairperson director minister secretary founder ceo commander editor "
    "governor chief head leader speaker commissioner representative coordinator adviser advisor manager envoy "
    "owner captain general ambassador co-founder officer"
)
"""Nouns before `and` that are made plural as well: `Presidents and Chief Executive Officers`."""

_IRREGULAR = {
    "man": "men", "woman": "women", "child": "children", "person": "persons", "foot": "feet", "tooth": "teeth",
    "goose": "geese", "mouse": "mice", "ox": "oxen", "wife": "wives", "life": "lives", "knife": "knives",
    "leaf": "leaves", "half": "halves", "shelf": "shelves", "thief": "thieves", "loaf": "loaves", "wolf": "wolves",
    "self": "selves", "calf": "calves", "scarf": "scarves", "criterion": "criteria", "phenomenon": "phenomena",
    "memorandum": "memoranda", "bacterium": "bacteria", "stratum": "strata", "curriculum": "curricula",
    "appendix": "appendices", "matrix": "matrices", "alumnus": "alumni", "nucleus": "nuclei", "stimulus": "stimuli",
    "gas": "gases", "bus": "buses", "lens": "lenses", "atlas": "atlases", "bias": "biases", "canvas": "canvases",
    "alias": "aliases", "quiz": "quizzes", "axis": "axes", "chassis": "chassis", "debris": "debris", "hero": "heroes",
    "veto": "vetoes", "embargo": "embargoes", "torpedo": "torpedoes", "echo": "echoes", "potato": "potatoes",
    "tomato": "tomatoes", "cargo": "cargoes", "volcano": "volcanoes", "negro": "negroes", "mosquito": "mosquitoes",
    "monarch": "monarchs", "patriarch": "patriarchs", "matriarch": "matriarchs", "oligarch": "oligarchs",
    "stomach": "stomachs", "eunuch": "eunuchs", "czech": "Czechs", "tech": "techs", "fait": "faits", "corps": "corps",
    "château": "châteaux", "madam": "mesdames", "mr.": "Messrs.", "mr": "Messrs", "mrs.": "Mmes.", "court-martial":
    "courts-martial", "coup": "coups", "cannon": "cannons", "passer-by": "passers-by", "runner-up": "runners-up",
    "iris": "irises", "pelvis": "pelvises", "tennis": "tennis", "metropolis": "metropolises", "campus": "campuses",
}  # fmt: skip

_INVARIABLE = words(
    "series species news means headquarters barracks crossroads gallows police personnel sheep deer fish "
    "offspring information equipment intelligence luggage advice evidence ammunition artillery infantry cavalry "
    "legislation weaponry machinery swiss french british english irish spanish dutch polish turkish danish "
    "swedish finnish welsh scottish kurdish jewish flemish staff aid jurisprudence counsel precis chamois "
    "rendezvous samurai roma inuit cree moose bison salmon cod infrastructure hardware software feedback homework "
    "progress diplomacy mathematics politics physics economics ethics logistics glasnost bourgeois patois "
    "potpourri us"
)
"""Words written alike in both numbers, or without a plural."""

_SAME_ENDINGS = ("craft", "ese", "people", "men", "women", "children", "ware", "media", "data", "criteria")
"""Endings of words that are the same in the plural, or a plural already."""

_NOT_MAN = (
    "german", "roman", "ottoman", "human", "shaman", "talisman", "norman", "turkman", "turcoman", "turkoman", "caiman",
    "pullman", "brahman", "mussulman", "burman",
)  # fmt: skip
"""Words in -man that are no compounds of `man`."""


def pluralize(term: str) -> str:
    """The plural of a rendering: its head noun changes, complements, postposed adjectives and slots do not.

    A head that is a plural already (`armed forces`) or has no plural (`aircraft`) stays. Never raises; white space
    stays as it is.
    """
    pieces = re.split(r"(\s+)", term)
    written = [n for n in range(0, len(pieces), 2) if pieces[n]]
    head = _head(written, pieces)
    if head is None:
        return term
    for n in _first_conjuncts(written, pieces, head):
        pieces[n] = _hyphenated(pieces[n])
    pieces[head] = _hyphenated(pieces[head])
    return "".join(pieces)


def _head(written: list[int], pieces: list[str]) -> int | None:
    """The piece that holds the head noun: the last word before a complement, less what follows its noun."""
    stop = len(written)
    for k, n in enumerate(written):
        word = pieces[n].lower()
        if k and (word in PREPOSITIONS or word[:1] in "([«“" or word.startswith(("d'", "d’", "l'"))):
            stop = k
            break
        if word.endswith((",", ";", ":")):
            stop = k + 1
            break
    candidates = written[:stop]
    while len(candidates) > 1 and _follows_head(candidates, pieces):
        candidates = candidates[:-1]
        if len(candidates) > 1 and pieces[candidates[-1]].lower() == "and":  # Ambassador Extraordinary and …
            candidates = candidates[:-1]
    if not candidates or _is_slot(pieces[candidates[-1]]):
        return None
    return candidates[-1]


def _first_conjuncts(written: list[int], pieces: list[str], head: int) -> list[int]:
    return [
        written[k - 1]
        for k, n in enumerate(written)
        if n < head and k and pieces[n].lower() in ("and", "&") and pieces[written[k - 1]].lower() in _OFFICES
    ]


def _is_slot(piece: str) -> bool:
    return "{" in piece


def _follows_head(candidates: list[int], pieces: list[str]) -> bool:
    last = pieces[candidates[-1]]
    return _is_slot(last) or last.isdigit() or _is_postposed(candidates, pieces)


def _is_postposed(candidates: list[int], pieces: list[str]) -> bool:
    """Whether the last word is an adjective after its noun."""
    last, before = pieces[candidates[-1]].lower().rstrip(","), pieces[candidates[-2]].lower()
    if last == "general":
        return before.rpartition("-")[2] in _BEFORE_GENERAL
    if last == "delegate":
        return before in _BEFORE_DELEGATE
    if last == "public":
        return before == "notary"
    if last == "royal":
        return before in ("princess", "astronomer")
    if last == "major":
        return before == "sergeant"
    return last in _POSTPOSED


def _hyphenated(word: str) -> str:
    """The plural of a word whose head may stand before a hyphen: `Commanders-in-Chief`, `Secretaries-General`."""
    core = word.rstrip(',;:.!?)]»”"') if word.lower() not in _IRREGULAR else word
    tail = word[len(core) :]
    if "-" not in core or core.lower() in _IRREGULAR:
        return plural_word(core) + tail
    parts = core.split("-")
    for n in range(1, len(parts)):
        part = parts[n].lower()
        last = n == len(parts) - 1
        complement = part in PREPOSITIONS and not last
        before = parts[n - 1].lower()
        postposed = last and (
            part in ("elect", "designate", "martial", "emeritus")
            or (part == "general" and before in _BEFORE_GENERAL)
            or (part == "major" and before == "sergeant")
        )
        if complement or postposed:
            return "-".join([*parts[: n - 1], plural_word(parts[n - 1]), *parts[n:]]) + tail
    return "-".join([*parts[:-1], plural_word(parts[-1])]) + tail


@lru_cache(maxsize=8192)
def plural_word(word: str) -> str:
    """The plural of one English word, in the case it is written in."""
    lower = word.lower()
    if lower in _IRREGULAR:
        return _recased(_IRREGULAR[lower], word)
    if not word or not word[-1].isalnum() or lower in _INVARIABLE or lower.endswith(_SAME_ENDINGS):
        return word
    if (word.isupper() and len(word) > 1) or not word[-1].isalpha():
        return word if word[-1:] == "S" and len(word) > 5 else word + "s"
    if lower.endswith("man") and lower != "oman" and not lower.endswith(_NOT_MAN):
        return word[:-2] + "en"
    if lower.endswith("s"):
        if lower.endswith("sis"):
            return word[:-2] + "es"
        return word + "es" if lower.endswith(("ss", "us")) else word
    if lower.endswith(("ch", "sh", "x", "z")):
        return word + "es"
    if lower.endswith("y") and len(lower) > 1 and (lower[-2] not in "aeiou" or lower.endswith("quy")):
        return word[:-1] + "ies"
    if lower.endswith("child"):
        return word + "ren"
    if lower.endswith(("wife", "knife")):
        return word[:-2] + "ves"
    return word + "s"


def _recased(plural: str, model: str) -> str:
    if model.isupper() and len(model) > 1:
        return plural.upper()
    return plural[:1].upper() + plural[1:] if model[:1].isupper() else plural
