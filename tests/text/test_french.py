"""The French side: matching key, inflections, determiners, articles."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.glossary.entry import KINDS
from translator.text.french import (
    Inflection,
    contracted_forms,
    fold,
    inflections,
    leading_determiner,
    nationality_forms,
    split_article,
)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("ÉTATS-UNIS", "etats unis"),
        ("États‑Unis", "etats unis"),
        ("Corée–Japon", "coree japon"),
        ("l’OTAN", "l'otan"),
        ("l′Otan", "l'otan"),
        ("Ça", "ca"),
        ("cœur Œuvre", "cœur œuvre"),
        ("90\u00a0000\u202fsoldats\tici", "90 000 soldats ici"),
        ("Łódź, Tromsø", "lodz, tromso"),
        ("İstanbul", "istanbul"),
        ("Straße", "straße"),
        ("Україна", "украіна"),
        ("« guillemets » — tiret…", "« guillemets » — tiret…"),
        ("deux\nlignes", "deux\nlignes"),
        ("한국", "한국"),
        ("", ""),
    ],
)
def test_fold(text: str, key: str) -> None:
    assert fold(text) == key


def test_fold_keeps_length_and_is_stable_for_every_character_of_unicode() -> None:
    # Unassigned, private and surrogate code points are all treated alike: every hundredth will do.
    codes = (c for c in range(0x110000) if c % 100 == 0 or unicodedata.category(chr(c)) not in ("Cn", "Co", "Cs"))
    everything = "".join(map(chr, codes))
    folded = fold(everything)
    assert len(folded) == len(everything)
    assert fold(folded) == folded


@given(st.text())
def test_fold_maps_each_character_by_itself(text: str) -> None:
    assert fold(text) == "".join(map(fold, text))


def test_fold_paths_agree_on_windows_1252() -> None:
    western = "".join(c for b in range(256) if (c := bytes((b,)).decode("cp1252", "ignore")))
    assert fold(western + "Ж")[:-1] == fold(western)


def test_fold_is_fast() -> None:
    text = "Le ministre russe a accusé l’OTAN — « à tort » — d’œuvrer près des frontières.\u202f! " * 20_000
    best = min(_seconds(text) for _ in range(5))
    assert len(text.encode()) / best > 30e6


def _seconds(text: str) -> float:
    start = time.process_time()
    fold(text)
    return time.process_time() - start


def _of(term: str, kind: str, number: str, gender: str | None = None) -> list[str]:
    found = inflections(term, kind=kind)
    return [i.text for i in found if i.number == number and gender in (None, i.gender)]


@pytest.mark.parametrize(
    ("kind", "term", "plural"),
    [
        ("title", "secrétaire d'État", "secrétaires d'État"),
        ("title", "secrétaire d’État", "secrétaires d’État"),
        ("title", "premier ministre", "premiers ministres"),
        ("title", "Premier ministre", "Premiers ministres"),
        ("title", "Premier Ministre", "Premiers Ministres"),
        ("title", "vice-premier ministre", "vice-premiers ministres"),
        ("title", "ministre des Affaires étrangères", "ministres des Affaires étrangères"),
        ("title", "chef d'état-major", "chefs d'état-major"),
        ("title", "chef d'état-major adjoint", "chefs d'état-major adjoints"),
        ("title", "vice-président", "vice-présidents"),
        ("title", "ex-président", "ex-présidents"),
        ("title", "haut-commissaire", "hauts-commissaires"),
        ("title", "haut représentant pour les affaires étrangères", "hauts représentants pour les affaires étrangères"),
        ("title", "directeur général", "directeurs généraux"),
        ("title", "président-directeur général", "présidents-directeurs généraux"),
        ("title", "garde des Sceaux", "gardes des Sceaux"),
        ("title", "sous-secrétaire d'État", "sous-secrétaires d'État"),
        ("title", "chargé d'affaires", "chargés d'affaires"),
        ("title", "ministre chargé des Affaires européennes", "ministres chargés des Affaires européennes"),
        ("title", "ministre d'État chargé du Budget", "ministres d'État chargés du Budget"),
        ("title", "conseiller à la sécurité nationale", "conseillers à la sécurité nationale"),
        ("title", "président et chef de la direction", "présidents et chefs de la direction"),
        ("title", "lieutenant-gouverneur", "lieutenants-gouverneurs"),
        ("title", "contre-amiral", "contre-amiraux"),
        ("title", "prince héritier", "princes héritiers"),
        ("title", "juge en chef", "juges en chef"),
        ("title", "leader de l'opposition", "leaders de l'opposition"),
        ("title", "numéro deux", "numéros deux"),
        ("title", "envoyé spécial", "envoyés spéciaux"),
        ("title", "PREMIER MINISTRE", "PREMIERS MINISTRES"),
        ("institution", "Cour suprême", "Cours suprêmes"),
        ("institution", "Cour Suprême", "Cours Suprêmes"),
        ("institution", "ministère de la Défense", "ministères de la Défense"),
        ("institution", "Tribunal pénal international", "Tribunaux pénaux internationaux"),
        ("institution", "haut-commissariat", "hauts-commissariats"),
        ("institution", "banque centrale", "banques centrales"),
        ("treaty", "Convention de Genève", "Conventions de Genève"),
        ("treaty", "accord de libre-échange", "accords de libre-échange"),
        ("event", "sommet du G7", "sommets du G7"),
        ("event", "plan Marshall", "plans Marshall"),
        ("military", "état-major", "états-majors"),
        ("military", "missile sol-air", "missiles sol-air"),
        ("military", "navire de guerre", "navires de guerre"),
        ("military", "véhicule blindé", "véhicules blindés"),
        ("military", "couvre-feu", "couvre-feux"),
        ("military", "sous-marin nucléaire", "sous-marins nucléaires"),
        ("military", "chantier naval", "chantiers navals"),
        ("military", "mine antipersonnel", "mines antipersonnel"),
        ("term", "mandat d'arrêt européen", "mandats d'arrêt européens"),
        ("term", "arme de destruction massive", "armes de destruction massive"),
        ("term", "pays membre", "pays membres"),
        ("term", "corps diplomatique", "corps diplomatiques"),
        ("term", "État membre", "États membres"),
        ("term", "travail forcé", "travaux forcés"),
        ("term", "détail", "détails"),
        ("term", "bateau", "bateaux"),
        ("term", "enjeu", "enjeux"),
        ("term", "pneu", "pneus"),
        ("term", "bijou", "bijoux"),
        ("term", "verrou", "verrous"),
        ("term", "festival", "festivals"),
        ("term", "ancien bien d'entreprise", "anciens biens d'entreprise"),
        ("term", "loi-cadre", "lois-cadres"),
        ("term", "acte établissant le budget", "actes établissant le budget"),
        ("term", "licence relative aux drogues", "licences relatives aux drogues"),
        ("term", "arc-en-ciel", "arcs-en-ciel"),
    ],
)
def test_plural(kind: str, term: str, plural: str) -> None:
    assert inflections(term, kind=kind)[0].text == term
    assert plural in _of(term, kind, "pl")


@pytest.mark.parametrize(
    ("term", "feminine", "plural"),
    [
        ("président", "présidente", "présidentes"),
        ("directeur général", "directrice générale", "directrices générales"),
        ("premier ministre", "première ministre", "premières ministres"),
        ("secrétaire général", "secrétaire générale", "secrétaires générales"),
        ("chancelier", "chancelière", "chancelières"),
        ("ambassadeur", "ambassadrice", "ambassadrices"),
        ("conseiller", "conseillère", "conseillères"),
        ("sénateur", "sénatrice", "sénatrices"),
        ("député", "députée", "députées"),
        ("gouverneur général", "gouverneure générale", "gouverneures générales"),
        ("procureur", "procureure", "procureures"),
        ("commissaire européen", "commissaire européenne", "commissaires européennes"),
        ("auteur", "auteure", "auteures"),
        ("auteur", "autrice", "autrices"),
        ("chef", "cheffe", "cheffes"),
        ("maire", "mairesse", "mairesses"),
        ("chef de cabinet adjoint", "chef de cabinet adjointe", "cheffes de cabinet adjointes"),
        ("procureur général", "procureur générale", "procureures générales"),
        ("colonel", "colonelle", "colonelles"),
        ("général", "générale", "générales"),
        ("lieutenant", "lieutenante", "lieutenantes"),
        ("envoyé spécial", "envoyée spéciale", "envoyées spéciales"),
        ("haut-commissaire", "haute-commissaire", "hautes-commissaires"),
        ("vice-président", "vice-présidente", "vice-présidentes"),
        ("lieutenant-gouverneur", "lieutenante-gouverneure", "lieutenantes-gouverneures"),
        ("préfet", "préfète", "préfètes"),
        ("consul général", "consule générale", "consules générales"),
        ("rapporteur", "rapporteuse", "rapporteuses"),
        ("avocat général", "avocate générale", "avocates générales"),
        ("doyen", "doyenne", "doyennes"),
        ("président élu", "présidente élue", "présidentes élues"),
        ("porte-parole adjoint", "porte-parole adjointe", "porte-parole adjointes"),
        ("directeur de cabinet adjoint", "directrice de cabinet adjointe", "directrices de cabinet adjointes"),
        ("ministre chargé du Budget", "ministre chargée du Budget", "ministres chargées du Budget"),
        ("ministre délégué", "ministre déléguée", "ministres déléguées"),
        ("président-directeur général", "présidente-directrice générale", "présidentes-directrices générales"),
        ("Premier ministre", "Première ministre", "Premières ministres"),
        ("PREMIER MINISTRE", "PREMIÈRE MINISTRE", "PREMIÈRES MINISTRES"),
    ],
)
def test_feminine_of_titles(term: str, feminine: str, plural: str) -> None:
    assert feminine in _of(term, "title", "sg", "f")
    assert plural in _of(term, "title", "pl", "f")


@pytest.mark.parametrize(
    ("kind", "term"),
    [
        ("title", "porte-parole"),
        ("institution", "Nations Unies"),
        ("institution", "OTAN"),
        ("institution", "Interpol"),
        ("institution", "Maison-Blanche"),
        ("treaty", "Accord de Paris"),
        ("military", "forces armées"),
        ("military", "cessez-le-feu"),
        ("military", "rendez-vous"),
        ("person", "Vladimir Poutine"),
        ("place", "Corée du Nord"),
        ("place", "Grande-Bretagne"),
        ("media", "Le Monde"),
        ("honorific", "M."),
        ("term", "sans-papiers"),
        ("term", "hors la loi"),
        ("term", "G7"),
        ("title", ""),
    ],
)
def test_citation_form_alone(kind: str, term: str) -> None:
    assert inflections(term, kind=kind) == [Inflection(term, "sg", "")]


@pytest.mark.parametrize("term", ["roi", "prince", "duc", "empereur", "homme d'affaires", "prince héritier", "membre"])
def test_no_feminine_where_it_is_another_title(term: str) -> None:
    assert {i.gender for i in inflections(term, kind="title")} == {""}


@pytest.mark.parametrize(
    ("kind", "term", "wrong"),
    [
        ("title", "ministre des Affaires étrangères", "ministres des Affaires étrangèress"),
        ("title", "conseiller à la sécurité nationale", "conseillers à la sécurité nationales"),
        ("title", "chef de la diplomatie", "chefs de la diplomaties"),
        ("term", "taux de change", "tauxs de change"),
        ("military", "porte-avions", "portes-avions"),
        ("institution", "Union africaine", "Union africaines"),
        ("event", "plan Marshall", "plans Marshalls"),
        ("nationality", "rom", "rome"),
    ],
)
def test_no_false_forms(kind: str, term: str, wrong: str) -> None:
    assert wrong not in [i.text for i in inflections(term, kind=kind)]


@pytest.mark.parametrize(
    ("masculine", "forms"),
    [
        ("russe", "russe russes"),
        ("américain", "américain américaine américains américaines"),
        ("grec", "grec grecque grecs grecques"),
        ("turc", "turc turque turcs turques"),
        ("chinois", "chinois chinoise chinoises"),
        ("israélien", "israélien israélienne israéliens israéliennes"),
        ("européen", "européen européenne européens européennes"),
        ("allemand", "allemand allemande allemands allemandes"),
        ("néo-zélandais", "néo-zélandais néo-zélandaise néo-zélandaises"),
        ("sud-africain", "sud-africain sud-africaine sud-africains sud-africaines"),
        ("nord-coréen", "nord-coréen nord-coréenne nord-coréens nord-coréennes"),
        ("russo-ukrainien", "russo-ukrainien russo-ukrainienne russo-ukrainiens russo-ukrainiennes"),
        ("bosnien", "bosnien bosnienne bosniens bosniennes"),
        ("malgache", "malgache malgaches"),
        ("laotien", "laotien laotienne laotiens laotiennes"),
        ("andorran", "andorran andorrane andorrans andorranes"),
        ("afghan", "afghan afghane afghans afghanes"),
        ("letton", "letton lettone lettonne lettons lettones lettonnes"),
        ("burkinabè", "burkinabè burkinabès"),
        ("monténégrin", "monténégrin monténégrine monténégrins monténégrines"),
        ("kosovar", "kosovar kosovare kosovars kosovares"),
        ("thaï", "thaï thaïe thaïs thaïes"),
        ("juif", "juif juive juifs juives"),
        ("espagnol", "espagnol espagnole espagnols espagnoles"),
        ("ni-vanuatu", "ni-vanuatu"),
        ("Français", "Français Française Françaises"),
        ("kittitien-et-névicien", "kittitien-et-névicien kittitienne-et-névicienne kittitiens-et-néviciens "
         "kittitiennes-et-néviciennes"),
    ],
)  # fmt: skip
def test_nationality_forms(masculine: str, forms: str) -> None:
    found = nationality_forms(masculine)
    assert found[0].text == masculine
    assert sorted(i.text for i in found) == sorted(forms.split())


def test_coordinated_nationality_agrees_in_both_parts() -> None:
    assert "antiguayennes et barbudiennes" in [i.text for i in nationality_forms("antiguayen et barbudien")]


@pytest.mark.parametrize(
    ("before", "start", "preposition", "kind", "number"),
    [
        ("avec le ", 5, "", "definite", "sg"),
        ("avec la ", 5, "", "definite", "sg"),
        ("avec l'", 5, "", "definite", "sg"),
        ("avec l’", 5, "", "definite", "sg"),
        ("avec l' ", 5, "", "definite", "sg"),
        ("L'", 0, "", "definite", "sg"),
        ("L’", 0, "", "definite", "sg"),
        ("Les ", 0, "", "definite", "pl"),
        ("près du ", 5, "de", "definite", "sg"),
        ("près de la ", 5, "de", "definite", "sg"),
        ("près de l'", 5, "de", "definite", "sg"),
        ("près de l’ ", 5, "de", "definite", "sg"),
        ("près de\u00a0la\u00a0", 5, "de", "definite", "sg"),
        ("PRÈS DE L’", 5, "de", "definite", "sg"),
        ("près des ", 5, "de", "definite", "pl"),
        ("va au ", 3, "à", "definite", "sg"),
        ("va à la ", 3, "à", "definite", "sg"),
        ("va à l'", 3, "à", "definite", "sg"),
        ("va aux ", 3, "à", "definite", "pl"),
        ("À l'", 0, "à", "definite", "sg"),
        ("A l'", 0, "à", "definite", "sg"),
        ("il a la ", 5, "", "definite", "sg"),
        ("qu'un ", 3, "", "indefinite", "sg"),
        ("avec une ", 5, "", "indefinite", "sg"),
        ("rêve d'une ", 5, "de", "indefinite", "sg"),
        ("rêve d’un ", 5, "de", "indefinite", "sg"),
        ("plein de ", 6, "de", "bare", ""),
        ("plein d'", 6, "de", "bare", ""),
        ("pour ce ", 5, "", "demonstrative", "sg"),
        ("pour ces ", 5, "", "demonstrative", "pl"),
        ("pour cette ", 5, "", "demonstrative", "sg"),
        ("pour son ", 5, "", "possessive", "sg"),
        ("de ses ", 0, "de", "possessive", "pl"),
        ("à leurs ", 0, "à", "possessive", "pl"),
        ("pour deux ", 5, "", "quantifier", "pl"),
        ("plusieurs ", 0, "", "quantifier", "pl"),
    ],
)
def test_leading_determiner(before: str, start: int, preposition: str, kind: str, number: str) -> None:
    found = leading_determiner(before + "OTAN", len(before))
    assert found is not None
    assert (found.start, found.preposition, found.type, found.number) == (start, preposition, kind, number)


@pytest.mark.parametrize(
    "before", ["", "avec ", "voilà ", "dit-il ", "appelle-le ", "salles ", "à ", "le grand ", "lundi, ", "le\n"]
)
def test_no_leading_determiner(before: str) -> None:
    assert leading_determiner(before + "OTAN", len(before)) is None


@given(st.text(), st.integers(0, 40))
def test_leading_determiner_stands_before_the_term(text: str, start: int) -> None:
    found = leading_determiner(text, start)
    assert found is None or 0 <= found.start < start


@pytest.mark.parametrize(
    ("source", "article", "noun"),
    [
        ("le Salvador", "le", "Salvador"),
        ("l'Ukraine", "l'", "Ukraine"),
        ("l’Ukraine", "l'", "Ukraine"),
        ("les Philippines", "les", "Philippines"),
        ("la Barbade", "la", "Barbade"),
        ("La Haye", "", "La Haye"),
        ("Le Monde", "", "Le Monde"),
        ("L'Orient-Le Jour", "", "L'Orient-Le Jour"),
        ("lettre", "", "lettre"),
        ("le", "", "le"),
        ("", "", ""),
    ],
)
def test_split_article(source: str, article: str, noun: str) -> None:
    assert split_article(source) == (article, noun)


@pytest.mark.parametrize(
    ("article", "noun", "forms"),
    [
        ("le", "Salvador", ["le Salvador", "du Salvador", "au Salvador"]),
        ("les", "Pays-Bas", ["les Pays-Bas", "des Pays-Bas", "aux Pays-Bas"]),
        ("l'", "Ukraine", ["l'Ukraine", "de l'Ukraine", "à l'Ukraine"]),
        ("l’", "Ukraine", ["l'Ukraine", "de l'Ukraine", "à l'Ukraine"]),
        ("la", "Suède", ["la Suède", "de la Suède", "à la Suède"]),
        ("", "Cuba", ["Cuba"]),
    ],
)
def test_contracted_forms(article: str, noun: str, forms: list[str]) -> None:
    assert contracted_forms(article, noun) == forms


_FRENCH = st.text(alphabet=st.sampled_from("aeélrstnx DLPÉ-'’.,()«»27{}"), max_size=40)


@given(_FRENCH | st.text(max_size=30), st.sampled_from(sorted(KINDS)))
def test_inflections_begin_with_the_citation_form_and_repeat_nothing(term: str, kind: str) -> None:
    found = inflections(term, kind=kind)
    assert found[0].text == term
    assert found[0].number == "sg"
    assert len({i.text for i in found}) == len(found) <= 80
