"""Guarantees of the matcher on any text."""

from __future__ import annotations

import pickle
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translator.glossary.glossary import Glossary
from translator.glossary.matcher import Matcher
from translator.glossary.patterns import abbreviation_patterns, first_words, patterns_of, telling_word
from translator.glossary.words import Words, word_key
from translator.text.french import fold

PRESS = Glossary.load(Path(__file__).parent / "press.csv")
PARTS = (
    "OTAN", "O.T.A.N.", "Organisation du traité de l'Atlantique Nord", "Nations", "Unies", "président", "présidents",
    "ministre", "ministres", "de la Défense", "des Affaires étrangères", "russe", "ukrainien", "et", "ou", ",", "de",
    "d'", "l'", "l’", "MM.", "M.", "Mme", "Poutine", "Vladimir", "ben Laden", "de Gaulle", "ex-", "vice-", "ancien",
    "(", ")", "(OTAN)", "États-Unis", "1 500", "casques bleus", " ", "  ", "\u202f", "\xa0", "\n", "-", "Ж", "ﬁ", "İ",
    "ß", "😀", "e\u0301", "\u1100", "\u1161", "\xad", "\u200b", "\u0958",
    "\u2011", "«", "»", ".", "LE PRÉSIDENT", "@", "Ban Ki-moon",
)  # fmt: skip
FRENCH = st.lists(st.sampled_from(PARTS), max_size=14).flatmap(
    lambda parts: st.sampled_from((" ".join(parts), "".join(parts)))
)
TEXTS = st.one_of(st.text(max_size=60), FRENCH, st.builds(str.upper, FRENCH))
BOUNDED = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@BOUNDED
@given(TEXTS)
def test_occurrences_are_in_order_disjoint_and_in_range(press: Matcher, text: str) -> None:
    end = 0
    for occurrence in press.find(text):
        assert end <= occurrence.start < occurrence.end <= len(text)
        assert occurrence.rendering == occurrence.rendering.strip() != ""
        assert "{" not in occurrence.rendering
        end = occurrence.end


@BOUNDED
@given(TEXTS)
def test_same_text_gives_the_same_result_whatever_came_before(press: Matcher, text: str) -> None:
    assert press.find(text) == press.find(text) == Matcher(PRESS).find(text)


@BOUNDED
@given(TEXTS)
def test_words_keep_their_places(text: str) -> None:
    key = word_key(text)
    words = Words(text, key)
    assert len(key) == len(text)
    assert len(words.keys) == len(words.starts) == len(words.ends) == words.n
    for n in range(words.n):
        assert fold(words.word(n)) == words.keys[n]


@BOUNDED
@given(FRENCH)
def test_kind_of_apostrophe_and_space_makes_no_difference(press: Matcher, text: str) -> None:
    plain = text.replace("’", "'").replace("\xa0", " ").replace("\u202f", " ")
    curly = plain.replace("'", "’").replace(" ", "\xa0")
    assert [(o.start, o.end) for o in press.find(plain)] == [(o.start, o.end) for o in press.find(curly)]


def test_pickles_as_its_glossary() -> None:
    copy = pickle.loads(pickle.dumps(Matcher(PRESS)))
    french = "Le président russe Vladimir Poutine et l'OTAN"
    assert copy.find(french) == Matcher(PRESS).find(french) != []


def test_threads_share_a_matcher() -> None:
    sentences = [f"Les ministres de la Défense et l'OTAN ont vu M. {name}." for name in ("Poutine", "Xi", "Lavrov")]
    expected = [Matcher(PRESS).find(sentence) for sentence in sentences]
    for _ in range(20):
        shared = Matcher(PRESS)
        with ThreadPoolExecutor(8) as pool:
            assert list(pool.map(shared.find, sentences * 8)) == expected * 8


@settings(max_examples=50)
@given(st.lists(TEXTS, min_size=1, max_size=6), st.randoms())
def test_what_a_matcher_finds_does_not_depend_on_what_it_has_read(texts, random) -> None:  # type: ignore[no-untyped-def]
    expected = {text: Matcher(PRESS).find(text) for text in texts}
    random.shuffle(texts)
    shared = Matcher(PRESS)
    assert {text: shared.find(text) for text in texts} == expected


def test_every_surface_form_has_the_telling_word() -> None:
    told = 0
    for entry in Glossary.bundled():
        for form in (entry.source, *entry.forms) if entry.kind != "nationality" else ():
            word = telling_word(entry, form)
            told += word != ""
            assert not word or all(word in pattern.units[1:] for pattern in patterns_of(entry, 0, form)), form
    assert told > 10_000


def test_threads_share_what_has_grown_in_part() -> None:
    heads = ("Conseil ", "Organisation ")
    names = [entry.source for entry in Glossary.bundled() if entry.source.startswith(heads)][:150]
    expected = list(map(Matcher(Glossary.bundled()).find, names))
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        for _ in range(3):
            shared = Matcher(Glossary.bundled())
            shared.find("Conseil Organisation")
            with ThreadPoolExecutor(4) as pool:
                assert list(pool.map(lambda _, m=shared: [m.find(name) for name in names], range(4))) == [expected] * 4
    finally:
        sys.setswitchinterval(interval)


def test_first_words_hold_those_of_every_surface_form() -> None:
    for entry in Glossary.bundled():
        if entry.kind == "nationality":
            continue
        for form in (entry.source, *entry.forms):
            begins = {pattern.units[0] for pattern in patterns_of(entry, 0, form)}
            assert begins <= set(first_words(entry, form)), form
        if entry.source_abbr:
            assert all(pattern.units for pattern in abbreviation_patterns(entry, 0)), entry
