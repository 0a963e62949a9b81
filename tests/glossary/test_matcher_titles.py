"""Titles: word order, names, countries, what stands before, coordination, forms of address."""

from __future__ import annotations

import pytest

from translator.glossary.matcher import Matcher

WORD_ORDER = [
    ("le ministre russe des Affaires étrangères", "ministre russe des Affaires étrangères → Russian Foreign Minister"),
    ("le ministre des Affaires étrangères russe", "ministre des Affaires étrangères russe → Russian Foreign Minister"),
    ("le chef de la diplomatie russe", "chef de la diplomatie russe → Russian Foreign Minister"),
    ("la cheffe de la diplomatie allemande", "cheffe de la diplomatie allemande → German Foreign Minister"),
    (
        "la ministre allemande des Affaires étrangères",
        "ministre allemande des Affaires étrangères → German Foreign Minister",
    ),
    ("la ministre française de l'Intérieur", "ministre française de l'Intérieur → French Interior Minister"),
    ("le ministre grec de l'Économie", "ministre grec de l'Économie → Greek Economy Minister"),
    ("la ministre grecque des Finances", "ministre grecque des Finances → Greek Finance Minister"),
    ("le ministre américain de la Défense", "ministre américain de la Défense → US Defence Minister"),
    ("le ministre sud-coréen de la Défense", "ministre sud-coréen de la Défense → South Korean Defence Minister"),
    ("le ministre de la Défense sud-coréen", "ministre de la Défense sud-coréen → South Korean Defence Minister"),
    ("le ministère russe de la Défense", "ministère russe de la Défense → Russian Defence Ministry"),
    ("le ministère de la Défense russe", "ministère de la Défense russe → Russian Defence Ministry"),
    ("le ministère de la Défense", "ministère de la Défense → Defence Ministry"),
    (
        "le ministre britannique des Affaires étrangères",
        "ministre britannique des Affaires étrangères → British Foreign Secretary",
    ),
    (
        "le ministre des Affaires étrangères britannique",
        "ministre des Affaires étrangères britannique → British Foreign Secretary",
    ),
    (
        "les ministres britanniques des Affaires étrangères",
        "ministres britanniques des Affaires étrangères → British Foreign Secretaries",
    ),
    ("le premier ministre chinois", "premier ministre chinois → Chinese Premier"),
    ("la première ministre québécoise", "première ministre québécoise → Quebec Premier"),
    ("le président sortant", "président sortant → outgoing President"),
    ("le président sortant ukrainien", "président sortant ukrainien → outgoing Ukrainian President"),
    (
        "le premier ministre par intérim polonais",
        "premier ministre par intérim polonais → interim Polish Prime Minister",
    ),
    ("le secrétaire d'État américain", "secrétaire d'État américain → US Secretary of State"),
    ("le chef d'état-major ukrainien", "chef d'état-major ukrainien → Ukrainian Chief of Staff"),
    ("le chef de l'État français", "chef de l'État français → French head of state"),
    ("le porte-parole russe", "porte-parole russe → Russian spokesperson"),
    (
        "le ministre français délégué aux Transports",
        "ministre français délégué aux Transports → French junior Transport Minister",
    ),
]

NAMES = [
    ("le président Poutine", "président Poutine → President Putin"),
    ("le président russe Vladimir Poutine", "président russe Vladimir Poutine → Russian President Vladimir Putin"),
    ("le président Vladimir Poutine", "président Vladimir Poutine → President Vladimir Putin"),
    (
        "le secrétaire d'État américain Antony Blinken",
        "secrétaire d'État américain Antony Blinken → US Secretary of State Antony Blinken",
    ),
    ("le secrétaire d'État Antony Blinken", "secrétaire d'État Antony Blinken → Secretary of State Antony Blinken"),
    (
        "le ministre russe des Affaires étrangères Sergueï Lavrov",
        "ministre russe des Affaires étrangères Sergueï Lavrov → Russian Foreign Minister Sergei Lavrov",
    ),
    (
        "le ministre des Affaires étrangères russe Sergueï Lavrov",
        "ministre des Affaires étrangères russe Sergueï Lavrov → Russian Foreign Minister Sergei Lavrov",
    ),
    ("la chancelière Angela Merkel", "chancelière Angela Merkel → Chancellor Angela Merkel"),
    ("la chancelière allemande Angela Merkel", "chancelière allemande Angela Merkel → German Chancellor Angela Merkel"),
    (
        "la présidente de la Commission européenne Ursula von der Leyen",
        "présidente de la Commission européenne Ursula von der Leyen → "
        "European Commission President Ursula von der Leyen",
    ),
    ("le président du Sénat Gérard Larcher", "président du Sénat Gérard Larcher → Senate President Gérard Larcher"),
    (
        "le président de la République Emmanuel Macron",
        "président de la République Emmanuel Macron → President of the Republic Emmanuel Macron",
    ),
    ("le président de la République française", "président de la République française → French President"),
    (
        "le secrétaire général de l'ONU Ban Ki-moon",
        "secrétaire général de l'ONU Ban Ki-moon → UN Secretary-General Ban Ki-moon",
    ),
    ("le ministre Jean-Yves Le Drian", "ministre Jean-Yves Le Drian → minister Jean-Yves Le Drian"),
    ("le ministre J.-Y. Le Drian", "ministre J.-Y. Le Drian → minister J.-Y. Le Drian"),
    ("le président George W. Bush", "président George W. Bush → President George W. Bush"),
    ("le président Xi Jinping", "président Xi Jinping → President Xi Jinping"),
    ("l'ambassadeur Villeroy de Galhau", "ambassadeur Villeroy de Galhau → Ambassador Villeroy de Galhau"),
    (
        "le ministre Dominique Galouzeau de Villepin",
        "ministre Dominique Galouzeau de Villepin → minister Dominique Galouzeau de Villepin",
    ),
    ("le ministre Éric O'Brien", "ministre Éric O'Brien → minister Éric O'Brien"),
    ("le président Félix d'Hérelle", "président Félix d'Hérelle → President Félix d'Hérelle"),
    ("le général de Gaulle", "général de Gaulle → Gen. de Gaulle"),
    ("le général Charles de Gaulle", "général Charles de Gaulle → Gen. Charles de Gaulle"),
    ("le président Macron de l'UE", "président Macron → President Macron | UE → EU"),
    ("le président Macron de la CGT", "président Macron → President Macron"),
    ("le président Macron de la Cour de cassation", "président Macron → President Macron"),
    ("les présidents Poutine", "présidents → Presidents | Poutine → Putin"),
    ("le roi Abdallah II de Jordanie", "roi Abdallah II → King Abdullah II | Jordanie → Jordan"),
    ("le roi de Jordanie Abdallah II", "roi de Jordanie Abdallah II → King Abdullah II of Jordan"),
    ("la reine Elizabeth II", "reine Elizabeth II → Queen Elizabeth II"),
    (
        "l'ambassadeur Vladimir Vladimirovitch Poutine",
        "ambassadeur Vladimir Vladimirovitch Poutine → Ambassador Vladimir Vladimirovitch Putin",
    ),
    ("l'homologue russe Sergueï Lavrov", "homologue russe Sergueï Lavrov → Russian counterpart Sergei Lavrov"),
    ("le gouvernement Trudeau", "gouvernement Trudeau → Trudeau government"),
    ("le gouvernement français", "gouvernement français → French government"),
    ("l'armée russe", "armée russe → Russian army"),
    ("l'Armée Russe", "Armée Russe → Russian army"),
    ("l'armée des ombres", ""),
    ("le président russe", "président russe → Russian President"),
    ("le président", "président → President"),
]

APPOSITION = [
    (
        "le ministre russe des Affaires étrangères, Sergueï Lavrov, a dit",
        "ministre russe des Affaires étrangères → Russian Foreign Minister | Sergueï Lavrov → Sergei Lavrov",
    ),
    (
        "Sergueï Lavrov, ministre russe des Affaires étrangères, a dit",
        "Sergueï Lavrov → Sergei Lavrov | ministre russe des Affaires étrangères → Russian Foreign Minister",
    ),
    ("Vladimir Poutine, le président russe", "Vladimir Poutine → Vladimir Putin | président russe → Russian President"),
    ("le président (Vladimir Poutine)", "président → President | Vladimir Poutine → Vladimir Putin"),
    ("le président « Poutine »", "président → President | Poutine → Putin"),
    ("le président. Poutine a dit", "président → President | Poutine → Putin"),
    ("le président Hier", "président Hier → President Hier"),
]

COUNTRIES = [
    ("le président de la Russie", "président de la Russie → President of Russia"),
    ("le président des États-Unis", "président des États-Unis → President of the United States"),
    ("le président du Japon", "président du Japon → President of Japan"),
    ("le président de l'Ukraine", "président de l'Ukraine → President of Ukraine"),
    (
        "le président d'Ukraine Volodymyr Zelensky",
        "président d'Ukraine Volodymyr Zelensky → President of Ukraine Volodymyr Zelenskyy",
    ),
    ("les présidents du Salvador", "présidents du Salvador → Presidents of El Salvador"),
    ("l'ambassadrice en Ukraine", "ambassadrice en Ukraine → Ambassador to Ukraine"),
    ("l'ambassadeur aux États-Unis", "ambassadeur aux États-Unis → Ambassador to the United States"),
    ("l'ambassadeur au Japon", "ambassadeur au Japon → Ambassador to Japan"),
    ("les ambassadeurs en Russie", "ambassadeurs en Russie → Ambassadors to Russia"),
    ("l'ambassadeur russe en Ukraine", "ambassadeur russe → Russian Ambassador | Ukraine → Ukraine"),
    (
        "le ministre des Affaires étrangères de la Russie",
        "ministre des Affaires étrangères → Foreign Minister | Russie → Russia",
    ),
    (
        "le ministre des Affaires étrangères du Japon",
        "ministre des Affaires étrangères → Foreign Minister | Japon → Japan",
    ),
    ("le président de Renault", "président → President"),
    ("le président de la République de Corée", "président de la République → President of the Republic"),
]

WHAT_STANDS_BEFORE = [
    (
        "l'ancien président américain Donald Trump",
        "ancien président américain Donald Trump → former US President Donald Trump",
    ),
    ("l'ancien président", "ancien président → former President"),
    ("l'ancienne ministre de la Défense", "ancienne ministre de la Défense → former Defence Minister"),
    ("les anciens ministres des Finances", "anciens ministres des Finances → former Finance Ministers"),
    ("les anciennes premières ministres", "anciennes premières ministres → former Prime Ministers"),
    (
        "l'ex-président russe Dmitri Medvedev",
        "ex-président russe Dmitri Medvedev → former Russian President Dmitry Medvedev",
    ),
    ("l'ex président", "ex président → former President"),
    ("L'ex\u2011ministre de l'Intérieur", "ex\u2011ministre de l'Intérieur → former Interior Minister"),
    ("Ex-ministre de l'Intérieur, il", "Ex-ministre de l'Intérieur → former Interior Minister"),
    ("la future chancelière", "future chancelière → future Chancellor"),
    ("le vice-président", "vice-président → Vice-President"),
    ("la vice-présidente du Sénat", "vice-présidente du Sénat → Senate Vice-President"),
    ("le vice-président américain Joe Biden", "vice-président américain Joe Biden → US Vice-President Joe Biden"),
    ("le vice-ministre russe de la Défense", "vice-ministre russe de la Défense → Russian Deputy Defence Minister"),
    ("la vice-première ministre ukrainienne", "vice-première ministre ukrainienne → Ukrainian Deputy Prime Minister"),
    ("l'ex-vice-président", "ex-vice-président → former Vice-President"),
    ("l'ancien vice-ministre des Finances", "ancien vice-ministre des Finances → former Deputy Finance Minister"),
    ("le pseudo-président", ""),
    ("le sous-secrétaire d'État", ""),
    ("le président-directeur", ""),
    ("l'ex-URSS", "ex-URSS → former Soviet Union"),
    ("l'anti-OTAN", "OTAN → NATO"),
    ("les pro-russes", ""),
]

SEVERAL_TITLES = [
    (
        "le premier ministre et ministre de la Défense",
        "premier ministre → Prime Minister | ministre de la Défense → Defence Minister",
    ),
    ("le Premier ministre et le président", "Premier ministre → Prime Minister | président → President"),
    ("le président et son ministre des Finances", "président → President | ministre des Finances → Finance Minister"),
    ("le ministre de la Défense et celui des Finances", "ministre de la Défense → Defence Minister"),
    ("le ministre, le général Mark Milley,", "ministre → minister | général Mark Milley → Gen. Mark Milley"),
    ("M. le ministre des Finances", "M. le ministre des Finances → the Finance Minister"),
    ("Monsieur le Président, je vous remercie", "Monsieur le Président → Mr. President"),
    ("Monsieur le ministre", "ministre → minister"),
]

COORDINATION = [
    ("les présidents russe et ukrainien", "présidents russe et ukrainien → Russian and Ukrainian Presidents"),
    ("les présidents russe et américain se parlent", "présidents russe et américain → Russian and US Presidents"),
    (
        "les présidents russe, ukrainien et français",
        "présidents russe, ukrainien et français → Russian, Ukrainian and French Presidents",
    ),
    (
        "les ministres français, allemand et polonais des Affaires étrangères",
        "ministres français, allemand et polonais des Affaires étrangères → "
        "French, German and Polish Foreign Ministers",
    ),
    (
        "les ministres des Affaires étrangères français et allemand",
        "ministres des Affaires étrangères français et allemand → French and German Foreign Ministers",
    ),
    (
        "les premières ministres danoise et finlandaise",
        "premières ministres danoise et finlandaise → Danish and Finnish Prime Ministers",
    ),
    ("les ministres allemands, venus en nombre", "ministres allemands → German ministers"),
    (
        "les ministres de la Défense et des Affaires étrangères",
        "ministres de la Défense et des Affaires étrangères → Defence and Foreign Ministers",
    ),
    (
        "les ministres de la Défense, des Finances et de l'Intérieur",
        "ministres de la Défense, des Finances et de l'Intérieur → Defence, Finance and Interior Ministers",
    ),
    (
        "les ministres russes de la Défense et des Affaires étrangères",
        "ministres russes de la Défense et des Affaires étrangères → Russian Defence and Foreign Ministers",
    ),
    (
        "les ministres de la Défense et des Affaires étrangères russes",
        "ministres de la Défense et des Affaires étrangères russes → Russian Defence and Foreign Ministers",
    ),
    (
        "le ministre de l'Économie et des Finances",
        "ministre de l'Économie et des Finances → Economy and Finance Minister",
    ),
    (
        "le ministre français de l'Économie et des Finances Bruno Le Maire",
        "ministre français de l'Économie et des Finances Bruno Le Maire → "
        "French Economy and Finance Minister Bruno Le Maire",
    ),
    ("le ministre de la Défense et des Sports", "ministre de la Défense → Defence Minister"),
    ("les présidents Poutine et Zelensky", "présidents Poutine et Zelensky → Presidents Putin and Zelenskyy"),
    (
        "les présidents Vladimir Poutine, Joe Biden et Xi Jinping",
        "présidents Vladimir Poutine, Joe Biden et Xi Jinping → Presidents Vladimir Putin, Joe Biden and Xi Jinping",
    ),
    ("le président Poutine et Zelensky", "président Poutine → President Putin | Zelensky → Zelenskyy"),
    ("les ministres Lavrov et Baerbock", "ministres Lavrov et Baerbock → ministers Lavrov and Baerbock"),
    ("les généraux Milley et Austin", "généraux Milley et Austin → Gens. Milley and Austin"),
    ("le président russe ou ukrainien", "président russe ou ukrainien → Russian or Ukrainian President"),
]

FORMS_OF_ADDRESS = [
    ("M. Lavrov", "M. Lavrov → Mr. Lavrov"),
    ("M. Sergueï Lavrov", "M. Sergueï Lavrov → Mr. Sergei Lavrov"),
    ("M. Poutine", "M. Poutine → Mr. Putin"),
    ("Monsieur Poutine", "Monsieur Poutine → Mr. Putin"),
    ("Mme Merkel", "Mme Merkel → Ms. Merkel"),
    ("Madame Merkel", "Madame Merkel → Ms. Merkel"),
    ("Me Dupond-Moretti", "Me Dupond-Moretti → Dupond-Moretti"),
    ("Dr Arruda", "Dr Arruda → Dr. Arruda"),
    ("docteur Arruda", "docteur Arruda → Dr. Arruda"),
    ("M. de Villepin", "M. de Villepin → Mr. de Villepin"),
    ("M. Villeroy de Galhau", "M. Villeroy de Galhau → Mr. Villeroy de Galhau"),
    ("M. d'Estaing", "M. d'Estaing → Mr. d'Estaing"),
    ("Mme von der Leyen", "Mme von der Leyen → Ms. von der Leyen"),
    ("M. Le Drian", "M. Le Drian → Mr. Le Drian"),
    ("M. ben Laden", "M. ben Laden → Mr. bin Laden"),
    ("M. le maire", ""),
    ("J. M. Coetzee", ""),
    ("J.-M. Dupont", ""),
    ("M. O'Toole", "M. O'Toole → Mr. O'Toole"),
    ("MM. Biden et Poutine", "MM. Biden et Poutine → Messrs. Biden and Putin"),
    ("MM. Biden, Poutine et Xi", "MM. Biden, Poutine et Xi → Messrs. Biden, Putin and Xi"),
    ("MM. Joe Biden et Vladimir Poutine", "MM. Joe Biden et Vladimir Poutine → Messrs. Joe Biden and Vladimir Putin"),
    ("Messieurs Biden et Poutine", "Messieurs Biden et Poutine → Messrs. Biden and Putin"),
    ("Mmes Merkel et May", "Mmes Merkel et May → Ms. Merkel and Ms. May"),
    ("Mesdames Merkel, May et Marin", "Mesdames Merkel, May et Marin → Ms. Merkel, Ms. May and Ms. Marin"),
    ("MM. les ministres", "ministres → ministers"),
    ("MM. Biden", ""),
    ("Me voici", ""),
    ("me Dupond", ""),
    ("mme Merkel", ""),
]

NUMBERS = [
    ("150 casques bleus", "150 casques bleus → 150 peacekeepers"),
    ("Les 1 500 casques bleus", "1 500 casques bleus → 1,500 peacekeepers"),
    ("le président russe élu", "président russe → Russian President"),
    (
        "le président ukrainien sortant Volodymyr Zelensky",
        "président ukrainien sortant Volodymyr Zelensky → outgoing Ukrainian President Volodymyr Zelenskyy",
    ),
    (
        "le premier ministre polonais par intérim",
        "premier ministre polonais par intérim → interim Polish Prime Minister",
    ),
]

CASES = [
    *WORD_ORDER,
    *NAMES,
    *APPOSITION,
    *COUNTRIES,
    *WHAT_STANDS_BEFORE,
    *SEVERAL_TITLES,
    *COORDINATION,
    *FORMS_OF_ADDRESS,
    *NUMBERS,
]


@pytest.mark.parametrize(("french", "expected"), CASES)
def test_occurrences(press: Matcher, french: str, expected: str) -> None:
    found = [f"{french[o.start:o.end]} → {o.rendering}" for o in press.find(french)]
    assert " | ".join(found) == expected
