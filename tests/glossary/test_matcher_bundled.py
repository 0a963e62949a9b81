"""The bundled glossaries on sentences of the press: what must be found in each, and where nothing must."""

from __future__ import annotations

import pytest

from translator.glossary.glossary import Glossary
from translator.glossary.matcher import Matcher

PRESS = [
    (
        "Le président américain Joe Biden et son homologue chinois Xi Jinping se sont entretenus.",
        "US President Joe Biden | Chinese counterpart Xi Jinping",
    ),
    (
        "La ministre des Affaires étrangères du Canada, Mélanie Joly, a vu son homologue ukrainien Dmytro Kouleba.",
        "Canadian Foreign Affairs Minister | Ukrainian counterpart Dmytro Kuleba",
    ),
    (
        "Le premier ministre Justin Trudeau et la vice-première ministre et ministre des Finances Chrystia Freeland",
        "Prime Minister Justin Trudeau | Deputy Prime Minister | Finance Minister Chrystia Freeland",
    ),
    ("L'ancienne secrétaire d'État Hillary Clinton", "former Secretary of State Hillary Clinton"),
    (
        "Le secrétaire général des Nations unies, Antonio Guterres, a exhorté le Conseil de sécurité de l'ONU.",
        "UN Secretary-General | UN Security Council",
    ),
    ("Le porte-parole du Kremlin, Dmitri Peskov, a démenti.", "Kremlin spokesperson | Dmitry Peskov"),
    ("la porte-parole de la diplomatie russe Maria Zakharova", "Russian Foreign Ministry spokesperson Maria Zakharova"),
    ("Le chef de l'OTAN Jens Stoltenberg", "NATO Secretary General Jens Stoltenberg"),
    ("Le secrétaire général de l'Otan, Mark Rutte", "NATO Secretary General"),
    (
        "La présidente de la Banque centrale européenne (BCE), Christine Lagarde",
        "European Central Bank (ECB) President",
    ),
    (
        "Le haut-commissaire des Nations unies aux droits de l'homme Volker Türk",
        "United Nations High Commissioner for Human Rights Volker Türk",
    ),
    (
        "Le procureur de la Cour pénale internationale (CPI), Karim Khan",
        "International Criminal Court (ICC) Prosecutor",
    ),
    ("Les ministres des Affaires étrangères de l'UE se réunissent à Bruxelles.", "Foreign Ministers | EU | Brussels"),
    ("Les chefs d'État et de gouvernement des Vingt-Sept", "heads of state and government"),
    (
        "Le Premier ministre israélien Benyamin Nétanyahou et le ministre de la Défense Yoav Gallant",
        "Israeli Prime Minister Benjamin Netanyahu | Defence Minister Yoav Gallant",
    ),
    ("L'ambassadeur de France au Niger Sylvain Itté", "French Ambassador to Niger Sylvain Itté"),
    ("L'ambassadrice des États-Unis à l'ONU, Linda Thomas-Greenfield", "US Ambassador to the UN"),
    (
        "Le général Valery Zaloujny, commandant en chef des forces armées ukrainiennes",
        "Gen. Valerii Zaluzhnyi | Commander-in-Chief of the Ukrainian Armed Forces",
    ),
    ("Le ministre ukrainien de la Défense Roustem Oumerov", "Ukrainian Defence Minister Rustem Umerov"),
    (
        "Le chef d'état-major des armées, le général Thierry Burkhard",
        "Chief of the Defence Staff | Gen. Thierry Burkhard",
    ),
    ("Le président de l'Assemblée nationale Yaël Braun-Pivet", "National Assembly Speaker Yaël Braun-Pivet"),
    ("Le gouverneur de la Banque du Canada, Tiff Macklem", "Bank of Canada Governor"),
    ("Le commissaire européen au Marché intérieur Thierry Breton", "EU Internal Market Commissioner Thierry Breton"),
    (
        "MM. Macron et Scholz ont reçu M. Zelensky à l'Élysée.",
        "Messrs. Macron and Scholz | Mr. Zelenskyy | Élysée Palace",
    ),
    ("Mme von der Leyen et M. Michel", "Ms. von der Leyen | Mr. Michel"),
    ("Le roi Charles III et la reine Camilla", "King Charles III | Queen Camilla"),
    ("Le prince héritier saoudien Mohammed ben Salmane", "Saudi Crown Prince Mohammed bin Salman"),
    ("Le guide suprême iranien Ali Khamenei", "Iranian Supreme Leader Ali Khamenei"),
    (
        "Le ministre de l'Intérieur et des Outre-mer Gérald Darmanin",
        "Interior and Overseas Territories Minister Gérald Darmanin",
    ),
    (
        "Le ministre de l'Économie, des Finances et de la Souveraineté industrielle Bruno Le Maire",
        "Economy, Finance and Industrial Sovereignty Minister Bruno Le Maire",
    ),
    (
        "La ministre de la Transition écologique et de la Cohésion des territoires",
        "Ecological Transition and Territorial Cohesion Minister",
    ),
    ("Les ministres de l'Intérieur et de la Justice", "Interior and Justice Ministers"),
    ("Les présidents Macron et Zelensky", "Presidents Macron and Zelenskyy"),
    ("Les premiers ministres François Legault et Doug Ford", "Prime Ministers François Legault and Doug Ford"),
    ("Les premiers ministres du Québec et de l'Ontario", "Quebec and Ontario Premiers"),
    ("Le vice-premier ministre russe Alexandre Novak", "Russian Deputy Prime Minister Alexander Novak"),
    ("L'ex-chancelier allemand Gerhard Schröder", "former German Chancellor Gerhard Schröder"),
    ("Le leader de l'opposition russe Alexeï Navalny", "Russian opposition leader Alexei Navalny"),
    ("Le dalaï-lama et le pape François", "Dalai Lama | Pope Francis"),
    (
        "Le Haut-Commissariat des Nations unies pour les réfugiés (HCR)",
        "Office of the United Nations High Commissioner for Refugees (UNHCR)",
    ),
    (
        "L'Agence internationale de l'énergie atomique (AIEA) et son directeur général Rafael Grossi",
        "International Atomic Energy Agency (IAEA)",
    ),
    ("La Cour européenne des droits de l'homme (CEDH)", "European Court of Human Rights (ECHR)"),
    ("L'accord de Paris sur le climat", "Paris climate agreement"),
    ("la Force intérimaire des Nations unies au Liban (Finul)", "United Nations Interim Force in Lebanon (UNIFIL)"),
    (
        "le président de la République du Congo Denis Sassou Nguesso",
        "President Denis Sassou-Nguesso of the Republic of the Congo",
    ),
    (
        "le président de la République démocratique du Congo, Félix Tshisekedi",
        "President of the Democratic Republic of the Congo",
    ),
    ("le ministre d'État", "Minister of State"),
    ("le Conseil des ministres", "Council of Ministers"),
    ("le garde des Sceaux Éric Dupond-Moretti", "Justice Minister Éric Dupond-Moretti"),
    ("le juge Clarence Thomas de la Cour suprême", "Justice Clarence Thomas | Supreme Court"),
    ("La Chambre des représentants et le Sénat américains", "House of Representatives | US Senate"),
    ("le sénateur républicain Lindsey Graham", "Republican senator Lindsey Graham"),
    (
        "le ministre canadien de l'Immigration, des Réfugiés et de la Citoyenneté, Marc Miller",
        "Canadian Immigration, Refugees and Citizenship Minister",
    ),
    ("GUERRE EN UKRAINE: LE PRÉSIDENT ZELENSKY APPELLE L'OTAN", "WAR IN UKRAINE | PRESIDENT ZELENSKYY | NATO"),
]

NOTHING = [
    "Il ne viendra pas, dit-il.",
    "Pas question de céder.",
    "Or, le cours de l'or grimpe.",
    "Me voilà rassuré, me dit-il.",
    "Nice fille, disait-il.",
    "Les Tours jumelles et les tours de guet",
    "La Défense réclame l'acquittement.",
    "Le quartier de la Défense à Paris",
    "Maurice Lévy et son frère",
    "Le Conseil a délibéré.",
    "L'Intérieur dément, la Justice enquête.",
    "Le Sénateur a parlé au président du club.",
    "Il est maître de conférences.",
    "un avocat général",
    "le général hiver",
    "les états généraux de la presse",
    "Le Monde diplomatique",
    "La reine des abeilles",
    "le roi du pétrole",
    "Le ministre de la table d'à côté",
    "Le Parisien a interrogé un Parisien.",
    "L'Express est en retard, l'express de 8 h",
    "La Croix porte la croix.",
    "Libération ! crie-t-il.",
    "Il part pour la Vienne, en Poitou.",
    "La Réunion a eu lieu; la réunion aussi.",
    "La Marne et la Somme",
    "Il aime le porto et le cognac.",
    "Elle a lu la BD.",
]


@pytest.fixture(scope="module")
def bundled() -> Matcher:
    return Matcher(Glossary.bundled())


def changed(matcher: Matcher, french: str) -> list[str]:
    return [o.rendering for o in matcher.find(french) if o.rendering != french[o.start : o.end]]


@pytest.mark.parametrize(("french", "renderings"), PRESS)
def test_press_sentence(bundled: Matcher, french: str, renderings: str) -> None:
    found = changed(bundled, french)
    assert [wanted for wanted in renderings.split(" | ") if wanted not in found] == []


@pytest.mark.parametrize("french", NOTHING)
def test_ordinary_words_are_no_terms(bundled: Matcher, french: str) -> None:
    assert changed(bundled, french) == []
