"""Which entry wins: layers, length, case, context; and what an occurrence tells besides its rendering."""

from __future__ import annotations

import pytest

from translator.glossary.entry import Entry
from translator.glossary.glossary import Glossary
from translator.glossary.matcher import Matcher


def matcher(*layers: list[Entry]) -> Matcher:
    return Matcher(Glossary.layered([Glossary(layer) for layer in layers]))


def found(entries: Matcher, french: str) -> list[str]:
    return [f"{french[o.start : o.end]} → {o.rendering}" for o in entries.find(french)]


COUNCIL = Entry("Conseil de sécurité", "Security Council", kind="institution")
UN_COUNCIL = Entry("Conseil de sécurité de l'ONU", "UN Security Council", kind="institution")
HOUSE_STYLE = Entry("Conseil de sécurité", "U.N. Council", kind="institution")
CHAIR = Entry("président", "Chair", kind="title")
PRESIDENT = Entry("président {nationality}", "{nationality} President", kind="title")
RUSSIAN = Entry("russe", "Russian", kind="nationality")


@pytest.mark.parametrize(
    ("layers", "french", "expected"),
    [
        ([[COUNCIL]], "le Conseil de sécurité", "Conseil de sécurité → Security Council"),
        ([[COUNCIL], [HOUSE_STYLE]], "le Conseil de sécurité", "Conseil de sécurité → U.N. Council"),
        ([[HOUSE_STYLE], [COUNCIL]], "le Conseil de sécurité", "Conseil de sécurité → Security Council"),
        (
            [[COUNCIL, UN_COUNCIL], [HOUSE_STYLE]],
            "le Conseil de sécurité de l'ONU",
            "Conseil de sécurité de l'ONU → UN Security Council",
        ),
        ([[UN_COUNCIL, COUNCIL]], "le Conseil de sécurité", "Conseil de sécurité → Security Council"),
        ([[PRESIDENT, RUSSIAN], [CHAIR]], "le président russe", "président russe → Russian Chair"),
        ([[CHAIR, PRESIDENT, RUSSIAN]], "le président russe", "président russe → Russian President"),
        ([[COUNCIL, HOUSE_STYLE]], "le Conseil de sécurité", "Conseil de sécurité → Security Council"),
        ([[]], "le Conseil de sécurité", ""),
        ([[]], "MM. Biden et Poutine", ""),
    ],
)
def test_later_layer_wins_over_earlier_and_longer_over_shorter(
    layers: list[list[Entry]], french: str, expected: str
) -> None:
    assert " | ".join(found(matcher(*layers), french)) == expected


def test_exact_wins_over_case_blind() -> None:
    blind = Entry("garde rouge", "red guard")
    exact = Entry("Garde rouge", "Red Guard", case="exact")
    entries = matcher([blind, exact])
    assert found(entries, "la Garde rouge et la garde rouge") == ["Garde rouge → Red Guard", "garde rouge → red guard"]


@pytest.mark.parametrize(
    ("source", "french", "matches"),
    [
        ("Me {person}", "Me Dupond", True),
        ("Me {person}", "ME DUPOND ET Me", False),
        ("MAE", "le MAE", True),
        ("MAE", "le Mae", False),
        ("or", "Or, il pleut", False),
        ("or", "de l'or", True),
        ("Garde rouge", "la Garde rouge", True),
        ("Garde rouge", "la Garde Rouge", False),
        ("Garde rouge", "LA GARDE ROUGE", True),
        ("Élysée", "l'Elysée", True),
    ],
)
def test_exact_case(source: str, french: str, matches: bool) -> None:
    target, kind = ("{person}, Esq.", "honorific") if "{" in source else ("X", "term")
    assert bool(matcher([Entry(source, target, kind=kind, case="exact")]).find(french)) is matches


def test_entry_with_a_context_that_is_there_wins_over_one_without() -> None:
    general = Entry("Alliance", "Alliance", case="exact")
    atlantic = Entry("Alliance", "Atlantic Alliance", case="exact", context=("OTAN",))
    entries = matcher([general, atlantic])
    assert found(entries, "L'Alliance a voté.") == ["Alliance → Alliance"]
    assert found(entries, "L'Alliance, dit l'OTAN.") == ["Alliance → Atlantic Alliance"]


@pytest.mark.parametrize(
    ("context", "french", "matches"),
    [
        (("or",), "Le cours de la mine d'or", True),
        (("or",), "Le cours de la mine dort", False),
        (("or", "argent"), "Le cours de la mine d'argent", True),
        (("!charbon",), "Le cours de la mine", True),
        (("!charbon",), "Le cours de la mine de charbon", False),
        (("or", "!charbon"), "Le cours de la mine d'or et de charbon", False),
        (("prev:la",), "Le cours de la mine", True),
        (("prev:une",), "Le cours de la mine", False),
        (("!prev:la",), "Le cours de la mine", False),
        (("next:ferme",), "La mine ferme.", True),
        (("next:ferme",), "La mine qui ferme.", False),
        (("!next:ferme",), "La mine ferme.", False),
        (("prev:la", "prev:une"), "Voici une mine.", True),
        (("mine",), "La mine", False),
        (("Première Guerre",), "Une mine de la première guerre", True),
        (("à",), "La mine a explosé.", True),
    ],
)
def test_context_conditions(context: tuple[str, ...], french: str, matches: bool) -> None:
    assert bool(matcher([Entry("mine", "mine", context=context)]).find(french)) is matches


def test_equals_sign_keeps_the_source() -> None:
    entries = matcher([Entry("Le Monde", "=", kind="media"), Entry("Agence", "=", source_abbr="AFP", target_abbr="=")])
    assert found(entries, "Le Monde et l'AFP") == ["Le Monde → Le Monde", "AFP → AFP"]


def test_admitted_and_forbidden_renderings_come_with_the_preferred_one() -> None:
    source = "ministre des Affaires étrangères"
    entries = matcher(
        [
            Entry(source, "Foreign Minister", kind="title"),
            Entry(source, "Minister of Foreign Affairs", kind="title", status="admitted"),
            Entry(source, "Outside Minister", kind="title", status="forbidden"),
            RUSSIAN,
        ]
    )
    (occurrence,) = entries.find("les ministres des Affaires étrangères")
    assert occurrence.rendering == "Foreign Ministers"
    assert occurrence.accepted == ("Ministers of Foreign Affairs",)
    assert occurrence.forbidden == ("Outside Minister",)
    assert occurrence.plural
    (occurrence,) = entries.find("l'ancien ministre russe des Affaires étrangères Igor Ivanov")
    assert occurrence.rendering == "former Russian Foreign Minister Igor Ivanov"
    assert occurrence.accepted == ("former Russian Minister of Foreign Affairs Igor Ivanov",)


def test_admitted_rendering_alone_never_matches() -> None:
    assert not matcher([Entry("ministre", "Secretary", kind="title", status="admitted")]).find("la ministre")


def test_headline_in_capitals_asks_for_capitals_and_accepts_the_usual_rendering() -> None:
    nations = Entry("Organisation des Nations Unies", "United Nations", source_abbr="ONU", target_abbr="UN")
    entries = matcher([COUNCIL, nations])
    council, un = entries.find("LE CONSEIL DE SECURITE DE L'ONU CONDAMNE")
    assert (council.rendering, council.accepted) == ("SECURITY COUNCIL", ("Security Council",))
    assert (un.rendering, un.accepted) == ("UN", ())
    (occurrence,) = entries.find("Le CONSEIL DE SÉCURITÉ condamne")
    assert occurrence.rendering == "Security Council"


def test_article_of_an_occurrence_is_that_of_its_length() -> None:
    nato = Entry(
        "Organisation du traité de l'Atlantique Nord", "North Atlantic Treaty Organization", kind="institution",
        source_abbr="OTAN", target_abbr="NATO", article="the|none",
    )  # fmt: skip
    entries = matcher([nato, CHAIR])
    long, short, title = entries.find("L'Organisation du traité de l'Atlantique Nord, ou OTAN, et son président")
    assert (long.article, short.article, title.article) == ("the", "none", "free")


def test_glued_pair_has_the_abbreviation_as_its_short_wording() -> None:
    nato = Entry("Organisation du traité", "Treaty Organization", source_abbr="OTAN", target_abbr="NATO")
    (occurrence,) = matcher([nato]).find("l' OTANOrganisation du traité")
    assert (occurrence.rendering, occurrence.short) == ("NATO", "OTAN")
