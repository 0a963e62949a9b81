"""The English side: plurals, a/an, possessives, capitals, articles around a rendering."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.text.english import (
    article_before,
    ensure_article,
    fix_indefinites,
    indefinite,
    pluralize,
    possessive,
    sentence_case,
    title_case,
)


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("Secretary of State", "Secretaries of State"),
        ("Foreign Minister", "Foreign Ministers"),
        ("Prime Minister", "Prime Ministers"),
        ("Chief of Staff", "Chiefs of Staff"),
        ("Attorney General", "Attorneys General"),
        ("Secretary-General", "Secretaries-General"),
        ("Under-Secretary-General", "Under-Secretaries-General"),
        ("Deputy Secretary General", "Deputy Secretaries General"),
        ("Governor General", "Governors General"),
        ("Director General", "Directors General"),
        ("Consul General", "Consuls General"),
        ("Inspector General of Police", "Inspectors General of Police"),
        ("major general", "major generals"),
        ("Lieutenant-General", "Lieutenant-Generals"),
        ("Sergeant Major", "Sergeants Major"),
        ("High Commissioner for Refugees", "High Commissioners for Refugees"),
        ("Commander-in-Chief", "Commanders-in-Chief"),
        ("commander in chief", "commanders in chief"),
        ("Minister of Foreign Affairs", "Ministers of Foreign Affairs"),
        ("Minister responsible for Labour", "Ministers responsible for Labour"),
        ("Minister Delegate", "Ministers Delegate"),
        ("Minister without portfolio", "Ministers without portfolio"),
        ("Minister, Foreign Affairs", "Ministers, Foreign Affairs"),
        ("member of Parliament", "members of Parliament"),
        ("Deputy", "Deputies"),
        ("spokesperson", "spokespersons"),
        ("spokesman", "spokesmen"),
        ("spokeswoman", "spokeswomen"),
        ("Chairman of the Board", "Chairmen of the Board"),
        ("ombudsman", "ombudsmen"),
        ("Chargé d'affaires", "Chargés d'affaires"),
        ("chargé d’affaires", "chargés d’affaires"),
        ("aide-de-camp", "aides-de-camp"),
        ("coup d'état", "coups d'état"),
        ("President-elect", "Presidents-elect"),
        ("Vice-President", "Vice-Presidents"),
        ("Lieutenant-Governor", "Lieutenant-Governors"),
        ("Governor in Council", "Governors in Council"),
        ("Ambassador-at-large", "Ambassadors-at-large"),
        ("Ambassador Extraordinary and Plenipotentiary", "Ambassadors Extraordinary and Plenipotentiary"),
        ("President and Chief Executive Officer", "Presidents and Chief Executive Officers"),
        ("Defence and Foreign Minister", "Defence and Foreign Ministers"),
        ("Judge Advocate General", "Judge Advocates General"),
        ("court martial", "courts martial"),
        ("heir apparent", "heirs apparent"),
        ("passer-by", "passers-by"),
        ("follow-up", "follow-ups"),
        ("man-of-war", "men-of-war"),
        ("Army", "Armies"),
        ("embassy", "embassies"),
        ("ally", "allies"),
        ("envoy", "envoys"),
        ("aircraft", "aircraft"),
        ("series", "series"),
        ("headquarters", "headquarters"),
        ("crisis", "crises"),
        ("analysis", "analyses"),
        ("peace process", "peace processes"),
        ("witness", "witnesses"),
        ("Congress", "Congresses"),
        ("virus", "viruses"),
        ("bus", "buses"),
        ("Memorandum of Understanding", "Memoranda of Understanding"),
        ("referendum", "referendums"),
        ("embargo", "embargoes"),
        ("patriarch", "patriarchs"),
        ("breach", "breaches"),
        ("thief", "thieves"),
        ("chief", "chiefs"),
        ("German", "Germans"),
        ("Chinese", "Chinese"),
        ("Czech", "Czechs"),
        ("MP", "MPs"),
        ("F-16", "F-16s"),
        ("SDGs", "SDGs"),
        ("surface-to-air missile", "surface-to-air missiles"),
        ("weapon of mass destruction", "weapons of mass destruction"),
        ("armed forces", "armed forces"),
        ("United Nations", "United Nations"),
        ("Foreign Minister {person}", "Foreign Ministers {person}"),
        ("{nationality} Ambassador to {country}", "{nationality} Ambassadors to {country}"),
        ("Article 5", "Articles 5"),
        ("Minister (Defence)", "Ministers (Defence)"),
        ("", ""),
    ],
)
def test_pluralize(singular: str, plural: str) -> None:
    assert pluralize(singular) == plural


@given(st.text(max_size=40))
def test_pluralize_keeps_the_number_of_words(term: str) -> None:
    assert len(pluralize(term).split()) == len(term.split())


@pytest.mark.parametrize(
    ("article", "words"),
    [
        ("an", ["EU", "MP", "MPs", "OSCE", "IMF", "SDG", "IAEA", "NGO", "HIV", "FBI", "RCMP", "FARDC", "OPEC"]),
        ("a", ["UN", "US", "U.S.", "UK", "NATO", "NASA", "UNESCO", "UNICEF", "USAID", "UNHCR", "MINUSMA", "FIFA"]),
        ("an", ["hour", "honest", "honorary", "heir", "hourly", "interim", "Uzbek", "urgent", "unimportant", "usher"]),
        ("a", ["historic", "hotel", "European", "euro", "university", "union", "unilateral", "Ukrainian", "Ugandan"]),
        ("a", ["one-time", "once", "user", "utility", "unanimous", "Uruguayan", "ubiquitous", "year", "Ouagadougou"]),
        ("an", ["8", "11", "18", "80", "8,000", "18,000", "8th", "11th", "18-year-old", "800"]),
        ("a", ["1", "7", "12", "100", "118", "1,100", "180", "90,000"]),
        ("an", ["F-16", "S-400", "X-ray", "x-ray", "e-mail", "M23", "A400M", "O'Brien", "onerous", "état", "“OSCE”"]),
        ("a", ["T-72", "U-turn", "L'Oréal", "«NATO»", "", "—"]),
    ],
)  # fmt: skip
def test_indefinite(article: str, words: list[str]) -> None:
    assert {word: indefinite(word) for word in words} == dict.fromkeys(words, article)


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("Lavrov", "Lavrov's"),
        ("the United States", "the United States'"),
        ("the United Nations", "the United Nations'"),
        ("the Netherlands", "the Netherlands'"),
        ("the armed forces", "the armed forces'"),
        ("Foreign Ministers", "Foreign Ministers'"),
        ("the Bahamas", "the Bahamas'"),
        ("Brussels", "Brussels'"),
        ("MPs", "MPs'"),
        ("Texas", "Texas's"),
        ("Paris", "Paris's"),
        ("Laos", "Laos's"),
        ("Cyprus", "Cyprus's"),
        ("Congress", "Congress's"),
        ("Hamas", "Hamas's"),
        ("Wales", "Wales's"),
        ("US", "US's"),
        ("the children", "the children's"),
        ("Russia's", "Russia's"),
        ("", ""),
    ],
)
def test_possessive(term: str, expected: str) -> None:
    assert possessive(term) == expected


@pytest.mark.parametrize(
    ("text", "term", "expected"),
    [
        ("a OSCE meeting", "OSCE", "an OSCE meeting"),
        ("an NATO summit", "NATO", "a NATO summit"),
        ("A EU summit", "EU", "An EU summit"),
        ("Well. A EU summit", "EU", "Well. An EU summit"),
        ("vitamin A EU rules", "EU", "vitamin A EU rules"),
        ("A OSCE", "OSCE", "An OSCE"),
        ("an “US proposal”", "US", "a “US proposal”"),
        ("the OSCE", "OSCE", "the OSCE"),
        ("Asia OSCE", "OSCE", "Asia OSCE"),
        ("a UN agency", "UN", "a UN agency"),
    ],
)
def test_fix_indefinites(text: str, term: str, expected: str) -> None:
    start = text.rindex(term)
    fixed, spans = fix_indefinites(text, [(start, start + len(term))])
    assert fixed == expected
    assert fixed[slice(*spans[0])] == term


def test_fix_indefinites_moves_every_span_and_leaves_renderings_alone() -> None:
    text = "a OSCE envoy met an NATO official of a a OSCE"
    spans = [(2, 6), (20, 24), (37, 45)]
    fixed, moved = fix_indefinites(text, spans)
    assert fixed == "an OSCE envoy met a NATO official of a a OSCE"
    assert [fixed[s:e] for s, e in moved] == ["OSCE", "NATO", "a a OSCE"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nato agreed", "Nato agreed"),
        ("“the minister", "“The minister"),
        ("  (élu", "  (Élu"),
        ("iPhone sales", "iPhone sales"),
        ("90,000 soldiers", "90,000 soldiers"),
        ("Already", "Already"),
        ("ßa", "ßa"),
        ("", ""),
    ],
)
def test_sentence_case(text: str, expected: str) -> None:
    assert sentence_case(text) == expected


@pytest.mark.parametrize(
    ("rendering", "expected"),
    [
        ("minister of foreign affairs", "Minister of Foreign Affairs"),
        ("secretary of state for co-operation", "Secretary of State for Co-operation"),
        ("commander-in-chief", "Commander-in-Chief"),
        ("the armed forces of the state", "The Armed Forces of the State"),
        ("NATO's iPhone", "NATO's iPhone"),
        ("war on", "War On"),
        ("", ""),
    ],
)
def test_title_case(rendering: str, expected: str) -> None:
    assert title_case(rendering) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("in the ", (3, 6, "the")),
        ("The ", (0, 3, "the")),
        ("with an ", (5, 7, "an")),
        ("to its ", (3, 6, "its")),
        ("the “", (0, 3, "the")),
        ("for another ", (4, 11, "another")),
        ("no ", (0, 2, "no")),
        ("the new ", None),
        ("bathe ", None),
        ("", None),
        ("Asia", None),
        ("it's a", None),
    ],
)
def test_article_before(before: str, expected: tuple[int, int, str] | None) -> None:
    assert article_before(before + "OSCE", len(before)) == expected


_THE = [
    ("in OSCE", "OSCE", "in the OSCE"),
    ("OSCE has agreed.", "OSCE", "The OSCE has agreed."),
    ("He left. OSCE has agreed.", "OSCE", "He left. The OSCE has agreed."),
    ("He said: “OSCE is ready.”", "OSCE", "He said: “The OSCE is ready.”"),
    ("told “OSCE” to go", "OSCE", "told the “OSCE” to go"),
    ("accused OSCE of bias", "OSCE", "accused the OSCE of bias"),
    ("will join OSCE in May", "OSCE", "will join the OSCE in May"),
    ("said that Security Council met", "Security Council", "said that the Security Council met"),
    ("in former Soviet Union.", "Soviet Union", "in the former Soviet Union."),
    ("Former Soviet Union.", "Soviet Union", "The former Soviet Union."),
    ("in the former Soviet Union.", "Soviet Union", "in the former Soviet Union."),
    ("at Union of States (US) in Lima", "Union of States", "at the Union of States (US) in Lima"),
    ("Russia and OSCE", "OSCE", "Russia and the OSCE"),
    ("the House and Senate", "Senate", "the House and Senate"),
    ("UN Security Council met", "Security Council", "UN Security Council met"),
    ("U.S. Supreme Court", "Supreme Court", "U.S. Supreme Court"),
    ("Russia's OSCE", "OSCE", "Russia's OSCE"),
    ("the ministers' OSCE", "OSCE", "the ministers' OSCE"),
    ("its OSCE", "OSCE", "its OSCE"),
    ("at OSCE meeting", "OSCE", "at OSCE meeting"),
    ("at an OSCE meeting", "OSCE", "at an OSCE meeting"),
    ("from an OSCE.", "OSCE", "from the OSCE."),
    ("of the the OSCE", "OSCE", "of the OSCE"),
    ("a the OSCE", "OSCE", "the OSCE"),
    ("A the OSCE said", "OSCE", "The OSCE said"),
    ("The the OSCE", "OSCE", "The OSCE"),
    ("its the OSCE", "OSCE", "its OSCE"),
    ("(OSCE)", "OSCE", "(OSCE)"),
    ("The United States special envoy left", "special envoy", "The United States special envoy left"),
    ("Neither OSCE nor Russia", "OSCE", "Neither the OSCE nor Russia"),
    ("OSCE", "OSCE", "OSCE"),
    ("IN OSCE", "OSCE", "IN THE OSCE"),
    ("the OSCE", "OSCE", "the OSCE"),
]
_NONE = [
    ("the NATO said", "NATO", "NATO said"),
    ("the NATO accused Russia", "NATO", "NATO accused Russia"),
    ("The NATO, he said", "NATO", "NATO, he said"),
    ("with the NATO.", "NATO", "with NATO."),
    ("with the NATO", "NATO", "with NATO"),
    ("the NATO's role", "NATO", "NATO's role"),
    ("the NATO and Russia", "NATO", "NATO and Russia"),
    ("the NATO will act", "NATO", "NATO will act"),
    ('the "NATO" said', "NATO", '"NATO" said'),
    ("the the NATO said", "NATO", "NATO said"),
    ("the NATO summit", "NATO", "the NATO summit"),
    ("the Ukraine crisis", "Ukraine", "the Ukraine crisis"),
    ("the NATO Secretary General", "NATO", "the NATO Secretary General"),
    ("the NATO armed forces", "NATO", "the NATO armed forces"),
    ("the NATO-led mission", "NATO", "the NATO-led mission"),
    ("the NATO/Russia council", "NATO", "the NATO/Russia council"),
    ("the NATO 2030 agenda", "NATO", "the NATO 2030 agenda"),
    ("an the NATO summit", "NATO", "a NATO summit"),
    ("a the NATO said", "NATO", "NATO said"),
    ("The humanitarian aid is late", "humanitarian aid", "Humanitarian aid is late"),
    ("the The Hague court", "The Hague", "The Hague court"),
    ("near NATO", "NATO", "near NATO"),
]


@pytest.mark.parametrize(
    ("article", "text", "rendering", "expected"), [("the", *row) for row in _THE] + [("none", *row) for row in _NONE]
)
def test_ensure_article(article: str, text: str, rendering: str, expected: str) -> None:
    start = text.index(rendering)
    repaired, new_start, new_end = ensure_article(text, start, start + len(rendering), article, True)
    assert repaired == expected
    assert repaired[new_start:new_end].lower() == rendering.lower()
    assert ensure_article(repaired, new_start, new_end, article, True) == (repaired, new_start, new_end)


def test_no_article_is_inserted_where_the_source_has_none() -> None:
    assert ensure_article("in OSCE", 3, 7, "the", False) == ("in OSCE", 3, 7)


@pytest.mark.parametrize("article", ["", "free"])
def test_other_articles_only_lose_doubles(article: str) -> None:
    assert ensure_article("in the the army", 11, 15, article, True) == ("in the army", 7, 11)
    assert ensure_article("in army", 3, 7, article, True) == ("in army", 3, 7)


_WORDS = st.sampled_from(
    ["the ", "The ", "a ", "an ", "its ", "that ", "in ", "“", "(", ". ", "former ", "Russia's ", "to join ", "İ"]
)
_CONTEXT = st.lists(_WORDS | st.text(max_size=4), max_size=5).map("".join)


@given(_CONTEXT, st.text(min_size=1, max_size=8), _CONTEXT, st.sampled_from(["the", "none", "", "free"]), st.booleans())
def test_ensure_article_keeps_the_rendering_and_what_follows(
    before: str, rendering: str, after: str, article: str, definite: bool
) -> None:
    text = before + rendering + after
    repaired, start, end = ensure_article(text, len(before), len(before) + len(rendering), article, definite)
    assert repaired[start:end].lower() == rendering.lower() or repaired[start:end] == sentence_case(rendering)
    assert repaired[end:] == after


@given(_CONTEXT, st.text(min_size=1, max_size=8), _CONTEXT)
def test_fix_indefinites_keeps_the_renderings(before: str, rendering: str, after: str) -> None:
    text = before + rendering + after + rendering
    spans = [(len(before), len(before) + len(rendering)), (len(text) - len(rendering), len(text))]
    fixed, moved = fix_indefinites(text, spans)
    assert [fixed[s:e] for s, e in moved] == [rendering, rendering]


@given(st.text(max_size=30))
def test_wording_never_raises(text: str) -> None:
    assert indefinite(text) in ("a", "an")
    assert possessive(text).startswith(text)
    assert len(title_case(text)) == len(sentence_case(text)) == len(text)
