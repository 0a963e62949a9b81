"""Surface forms of terms: elision, apostrophes, spaces, hyphens, capitals, initialisms, number, pairs."""

from __future__ import annotations

import pytest

from translator.glossary.matcher import Matcher

ELISION_AND_CONTRACTION = [
    ("L'OTAN a réagi.", "OTAN → NATO"),
    ("Les pays de l'OTAN se réunissent.", "OTAN → NATO"),
    ("Il parle d'OTAN et d'Union européenne.", "OTAN → NATO | Union européenne → European Union"),
    ("L'avis qu'ONU et OMS partagent.", "ONU → UN | OMS → WHO"),
    ("Le budget du FMI augmente.", "FMI → IMF"),
    ("Il s'adresse au FMI.", "FMI → IMF"),
    ("Il s'adresse aux Nations Unies.", "Nations Unies → United Nations"),
    ("Le rôle des Nations Unies.", "Nations Unies → United Nations"),
    ("jusqu'aux États-Unis", "États-Unis → United States"),
    ("Lorsqu'Israël et l'Ukraine parlent", "Ukraine → Ukraine"),
    ("En l'absence de l'Union européenne", "Union européenne → European Union"),
    ("s'il s'agit de l'UE", "UE → EU"),
    ("quoi qu'en dise l'UE", "UE → EU"),
    ("Selon l' OTAN, rien ne change.", "OTAN → NATO"),
    ("Selon l' OSCE, l' ONU et l' OTAN", "OSCE → OSCE | ONU → UN | OTAN → NATO"),
    ("la Banque d' Angleterre", "Banque d' Angleterre → Bank of England"),
    ("le secrétaire d' État", "secrétaire d' État → Secretary of State"),
    ("le secrétaire d’ État", "secrétaire d’ État → Secretary of State"),
]

APOSTROPHES = [
    ("L’OTAN a réagi.", "OTAN → NATO"),
    ("L‘OTAN a réagi.", "OTAN → NATO"),
    ("L´OTAN a réagi.", "OTAN → NATO"),
    ("L′OTAN a réagi.", "OTAN → NATO"),
    ("L`OTAN a réagi.", "OTAN → NATO"),
    ("Lʼ OTAN a réagi.", "OTAN → NATO"),
    ("le Conseil de l’Europe", "Conseil de l’Europe → Council of Europe"),
    ("le Conseil de l'Europe", "Conseil de l'Europe → Council of Europe"),
    ("un secrétaire d’État", "secrétaire d’État → Secretary of State"),
    ("un secrétaire d´État", "secrétaire d´État → Secretary of State"),
    ("le chef d’état\u2011major", "chef d’état\u2011major → Chief of Staff"),
]

SPACES = [
    ("l'Union\xa0européenne", "Union\xa0européenne → European Union"),
    ("l'Union\u202feuropéenne", "Union\u202feuropéenne → European Union"),
    ("l'Union  européenne", "Union  européenne → European Union"),
    ("l'Union\teuropéenne", "Union\teuropéenne → European Union"),
    ("l'Union\neuropéenne", "Union\neuropéenne → European Union"),
    ("M.\xa0Lavrov a parlé.", "M.\xa0Lavrov → Mr. Lavrov"),
    ("M.\u202fLavrov a parlé.", "M.\u202fLavrov → Mr. Lavrov"),
    ("M.  Lavrov a parlé.", "M.  Lavrov → Mr. Lavrov"),
    ("le ministre\xa0russe de la\xa0Défense", "ministre\xa0russe de la\xa0Défense → Russian Defence Minister"),
    ("le président russe  Vladimir  Poutine", "président russe  Vladimir  Poutine → Russian President Vladimir Putin"),
    ("« OTAN »", "OTAN → NATO"),
    ("(OTAN)", "OTAN → NATO"),
    ("OTAN", "OTAN → NATO"),
    ("   OTAN   ", "OTAN → NATO"),
]

HYPHENS = [
    ("les États-Unis", "États-Unis → United States"),
    ("les États\u2011Unis", "États\u2011Unis → United States"),
    ("les États\u2010Unis", "États\u2010Unis → United States"),
    ("les États–Unis", "États–Unis → United States"),
    ("les États Unis", "États Unis → United States"),
    ("les Nations-Unies", "Nations-Unies → United Nations"),
    ("un cessez le feu", "cessez le feu → ceasefire"),
    ("un cessez-le-feu", "cessez-le-feu → ceasefire"),
    ("des cessez-le-feu", "cessez-le-feu → ceasefires"),
    ("le secrétaire-général de l'ONU", "secrétaire-général de l'ONU → UN Secretary-General"),
    ("le sommet OTAN-Russie", "OTAN → NATO | Russie → Russia"),
    ("les relations France-Allemagne", "France → France"),
    ("le dialogue États-Unis - Russie", "États-Unis → United States | Russie → Russia"),
    ("Union – européenne", ""),
]

CAPITALS_AND_ACCENTS = [
    ("Les ETATS-UNIS accusent", "ETATS-UNIS → United States"),
    ("Les Etats-Unis accusent", "Etats-Unis → United States"),
    ("Les Etats-unis accusent", ""),
    ("les états-unis accusent", ""),
    ("LES ÉTATS-UNIS ACCUSENT LA RUSSIE", "ÉTATS-UNIS → UNITED STATES | RUSSIE → RUSSIA"),
    ("LES ETATS-UNIS ACCUSENT LA RUSSIE", "ETATS-UNIS → UNITED STATES | RUSSIE → RUSSIA"),
    (
        "LE MINISTRE RUSSE DES AFFAIRES ÉTRANGÈRES À PARIS",
        "MINISTRE RUSSE DES AFFAIRES ÉTRANGÈRES → RUSSIAN FOREIGN MINISTER",
    ),
    (
        "LE MINISTRE RUSSE DES AFFAIRES ETRANGERES A PARIS",
        "MINISTRE RUSSE DES AFFAIRES ETRANGERES → RUSSIAN FOREIGN MINISTER",
    ),
    ("LE PRÉSIDENT RUSSE ACCUSE L'OTAN", "PRÉSIDENT RUSSE → RUSSIAN PRESIDENT | OTAN → NATO"),
    ("LE PRÉSIDENT POUTINE MENACE L’UE", "PRÉSIDENT POUTINE → PRESIDENT PUTIN | UE → EU"),
    ("VLADIMIR POUTINE À MOSCOU", "VLADIMIR POUTINE → VLADIMIR PUTIN | MOSCOU → MOSCOW"),
    ("L'ONU CONDAMNE", "ONU → UN"),
    ("CESSEZ-LE-FEU EN UKRAINE", "CESSEZ-LE-FEU → CEASEFIRE | UKRAINE → UKRAINE"),
    ("MOSCOU, 3 déc (Reuters)", "MOSCOU → Moscow"),
    ("UKRAINE", "UKRAINE → UKRAINE"),
    ("Le Ministre Russe des Affaires Étrangères", "Ministre Russe des Affaires Étrangères → Russian Foreign Minister"),
    ("le ministre des affaires étrangères", "ministre des affaires étrangères → Foreign Minister"),
    ("le Ministre des Affaires Etrangères", "Ministre des Affaires Etrangères → Foreign Minister"),
    ("le ministre des affaires etrangères", "ministre → minister"),
    ("le conseil de sécurité", "conseil de sécurité → Security Council"),
    ("le Conseil De Sécurité", "Conseil De Sécurité → Security Council"),
    ("l'union européenne", "union européenne → European Union"),
    ("la commission Européenne", "commission Européenne → European Commission"),
    ("les nations unies", "nations unies → United Nations"),
    ("Les Nations unies", "Nations unies → United Nations"),
    ("la cour suprême", "cour suprême → Supreme Court"),
    ("L'Otan a réagi.", "Otan → NATO"),
    ("La Cedeao a réagi.", "Cedeao → ECOWAS"),
    ("L'otan a réagi.", ""),
    ("L'oms a réagi.", ""),
    ("Selon l'Osce", "Osce → OSCE"),
]

INITIALISMS = [
    ("L'O.T.A.N. a réagi.", "O.T.A.N. → NATO"),
    ("L'O.N.U. et l'O.M.S. ont réagi.", "O.N.U. → UN | O.M.S. → WHO"),
    ("Il travaille à l'O.N.U.", "O.N.U → UN"),
    ("Il travaille à l'O.N.U", "O.N.U → UN"),
    ("Il travaille au F.M.I., à Washington", "F.M.I. → IMF"),
    ("L'O. T. A. N. a réagi.", ""),
]

NUMBER_AND_GENDER = [
    ("les secrétaires d'État", "secrétaires d'État → Secretaries of State"),
    ("la secrétaire d'État", "secrétaire d'État → Secretary of State"),
    ("les premiers ministres", "premiers ministres → Prime Ministers"),
    ("les premières ministres", "premières ministres → Prime Ministers"),
    ("la première ministre", "première ministre → Prime Minister"),
    ("la Première Ministre", "Première Ministre → Prime Minister"),
    ("la ministre de la Défense", "ministre de la Défense → Defence Minister"),
    ("les ministres de la Défense", "ministres de la Défense → Defence Ministers"),
    ("la chancelière", "chancelière → Chancellor"),
    ("les chanceliers", "chanceliers → Chancellors"),
    ("la présidente", "présidente → President"),
    ("les présidentes", "présidentes → Presidents"),
    ("la secrétaire générale", "secrétaire générale → Secretary-General"),
    ("les secrétaires généraux", "secrétaires généraux → Secretaries-General"),
    ("les secrétaires générales", "secrétaires générales → Secretaries-General"),
    ("la cheffe de l'État", "cheffe de l'État → head of state"),
    ("les chefs de l'État", "chefs de l'État → heads of state"),
    ("les cheffes d'état-major", "cheffes d'état-major → Chiefs of Staff"),
    ("l'ambassadrice", "ambassadrice → Ambassador"),
    ("les ambassadrices", "ambassadrices → Ambassadors"),
    ("la ministre déléguée aux Transports", "ministre déléguée aux Transports → junior Transport Minister"),
    ("les ministres délégués aux Transports", "ministres délégués aux Transports → junior Transport Ministers"),
    ("la porte-parole", "porte-parole → spokesperson"),
    ("les porte-parole", "porte-parole → spokespersons"),
    ("ses porte-parole", "porte-parole → spokespersons"),
    ("les Cours suprêmes", "Cours suprêmes → Supreme Courts"),
    ("des accords de paix", "accords de paix → peace agreements"),
    ("deux forces de maintien de la paix", "forces de maintien de la paix → peacekeeping forces"),
    ("les casques bleus", "casques bleus → peacekeepers"),
    ("un casque bleu", "casque bleu → peacekeeper"),
    ("les accords de Paris", ""),
    ("les pas de tir", "pas de tir → launch pads"),
    ("les présidentes allemandes", "présidentes allemandes → German Presidents"),
]

PAIRS = [
    (
        "l'Organisation du traité de l'Atlantique Nord (OTAN) a réagi",
        "Organisation du traité de l'Atlantique Nord (OTAN) → North Atlantic Treaty Organization (NATO)",
    ),
    (
        "l'Organisation du traité de l'Atlantique nord (Otan)",
        "Organisation du traité de l'Atlantique nord (Otan) → North Atlantic Treaty Organization (NATO)",
    ),
    (
        "l'Organisation mondiale de la santé (O.M.S.)",
        "Organisation mondiale de la santé (O.M.S.) → World Health Organization (WHO)",
    ),
    (
        "l'Organisation mondiale de la Santé [OMS]",
        "Organisation mondiale de la Santé [OMS] → World Health Organization (WHO)",
    ),
    (
        "l'Organisation mondiale de la santé\xa0(OMS)",
        "Organisation mondiale de la santé\xa0(OMS) → World Health Organization (WHO)",
    ),
    (
        "le Fonds monétaire international (IMF)",
        "Fonds monétaire international (IMF) → International Monetary Fund (IMF)",
    ),
    (
        "l'OTAN (Organisation du traité de l'Atlantique Nord)",
        "OTAN (Organisation du traité de l'Atlantique Nord) → NATO (North Atlantic Treaty Organization)",
    ),
    (
        "l'OMS (l'Organisation mondiale de la santé)",
        "OMS (l'Organisation mondiale de la santé) → WHO (World Health Organization)",
    ),
    (
        "le FMI (le Fonds monétaire international) prête",
        "FMI (le Fonds monétaire international) → IMF (International Monetary Fund)",
    ),
    ("l'OMS (à Genève)", "OMS → WHO"),
    ("l'Organisation mondiale de la santé (à Genève)", "Organisation mondiale de la santé → World Health Organization"),
    (
        "l'Organisation mondiale de la santé, l'OMS",
        "Organisation mondiale de la santé → World Health Organization | OMS → WHO",
    ),
    ("l' OTAN Organisation du traité de l'Atlantique Nord", "OTAN Organisation du traité de l'Atlantique Nord → NATO"),
    (
        "selon l' OTANOrganisation du traité de l'Atlantique Nord",
        "OTANOrganisation du traité de l'Atlantique Nord → NATO",
    ),
    (
        "l' OSCEOrganisation pour la sécurité et la coopération en Europe",
        "OSCEOrganisation pour la sécurité et la coopération en Europe → OSCE",
    ),
    ("l'ONUNations Unies, qui", "ONUNations Unies → UN"),
    ("Organisation mondiale de la santéOMS", "Organisation mondiale de la santéOMS → World Health Organization (WHO)"),
    ("l'OTANorganisation du traité de l'Atlantique Nord", ""),
    ("OTANs et OTANiens", ""),
]

CHARACTERS_BEYOND_WINDOWS = [
    ("Łódź, l'OTAN et la Россия", "OTAN → NATO"),
    ("😀 l'OTAN 😀", "OTAN → NATO"),
    ("Le président russe Владимир et l'ONU", "président russe Владимир → Russian President Владимир | ONU → UN"),
    ("Le président Recep Tayyip Erdoğan", "président Recep Tayyip Erdoğan → President Recep Tayyip Erdoğan"),
    ("M. Nguyễn Phú Trọng", "M. Nguyễn Phú Trọng → Mr. Nguyễn Phú Trọng"),
    ("le ministre russe des Affaires e\u0301trange\u0300res", "ministre russe des Affaires e\u0301trange\u0300res "
     "→ Russian Foreign Minister"),
    ("les E\u0301tats-Unis", "E\u0301tats-Unis → United States"),
    ("les Na\u00adtions Unies", "Na\u00adtions Unies → United Nations"),
    ("l\u2060'OT\u200bAN.", "OT\u200bAN → NATO"),
    ("\ufeffOTAN", "OTAN → NATO"),
]

ARTICLES = [
    ("Il vit au Salvador.", "Salvador → El Salvador"),
    ("Il vient du Salvador.", "Salvador → El Salvador"),
    ("Le Salvador a voté.", "Salvador → El Salvador"),
    ("Salvador Allende est mort.", ""),
    ("Il a traversé la Manche.", "Manche → English Channel"),
    ("Les tunnels sous la Manche", "Manche → English Channel"),
    ("La manche est gagnée.", ""),
    ("Don Quichotte de Manche", ""),
]

KEEPING_THE_SOURCE = [
    ("Le Monde a publié", "Le Monde → Le Monde"),
    ("le monde entier", ""),
    ("selon le Monde", ""),
    ("le Petit Robert", "Petit Robert → Petit Robert"),
]

CASES = [
    *ELISION_AND_CONTRACTION,
    *APOSTROPHES,
    *SPACES,
    *HYPHENS,
    *CAPITALS_AND_ACCENTS,
    *INITIALISMS,
    *NUMBER_AND_GENDER,
    *PAIRS,
    *CHARACTERS_BEYOND_WINDOWS,
    *ARTICLES,
    *KEEPING_THE_SOURCE,
]


@pytest.mark.parametrize(("french", "expected"), CASES)
def test_occurrences(press: Matcher, french: str, expected: str) -> None:
    found = [f"{french[o.start:o.end]} → {o.rendering}" for o in press.find(french)]
    assert " | ".join(found) == expected
