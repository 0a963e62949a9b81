"""Words that look like terms and are none, and the contexts that tell."""

from __future__ import annotations

import pytest

from translator.glossary.matcher import Matcher

WORDS_THAT_LOOK_LIKE_TERMS = [
    ("Il ne vient pas.", ""),
    ("Pas de nouvelles.", ""),
    ("Or, il pleut.", ""),
    ("Le prix de l'or grimpe.", ""),
    ("Le PAM livre des vivres.", "PAM → WFP"),
    ("La PAM, pression artérielle moyenne : la tension est stable.", ""),
    ("Le pam est un arbre.", ""),
    ("Me voici de retour.", ""),
    ("Il me parle.", ""),
    ("Nice à voir.", ""),
    ("La ville de Nice", "Nice → Nice"),
    ("C'est très nice.", ""),
    ("Les Tours de Notre-Dame", ""),
    ("Les tours de la ville", ""),
    ("Il habite Tours.", "Tours → Tours"),
    ("La Défense a plaidé.", ""),
    ("La défense de la ville", ""),
    ("Le quartier de La Défense", ""),
    ("à l'intérieur du pays", ""),
    ("le ministère de l'Intérieur", ""),
    ("l'Intérieur a réagi", ""),
    ("Le Conseil a statué.", ""),
    ("Un conseil de sécurité routière", "conseil de sécurité → Security Council"),
    ("Maurice est venu.", ""),
    ("Maurice et les Seychelles", "Maurice → Mauritius"),
    ("L'île Maurice", "île Maurice → Mauritius"),
    ("La Géorgie", "Géorgie → Georgia"),
    ("Géorgiennes et Géorgiens", ""),
    ("Poutine a parlé.", "Poutine → Putin"),
    ("La poutine est bonne.", ""),
    ("Une Poutine avec frites", ""),
    ("Le ministre", "ministre → minister"),
    ("L'administre-t-il ?", ""),
    ("Il administre la ville.", ""),
    ("Les présidentiables", ""),
    ("La présidence russe", ""),
    ("Vice-versa", ""),
    ("Aix-en-Provence", "Aix-en-Provence → Aix-en-Provence"),
    ("Aix-les-Bains", ""),
    ("Aix est une ville.", "Aix → Aix"),
    ("Russie-Unie", "Russie → Russia"),
    ("Nouvelle-Russie", "Russie → Russia"),
    ("La mer Noirmoutier", ""),
    ("l'ONUSIDA", ""),
    ("OTANien", ""),
    ("Le vol ČSA est en retard.", ""),
    ("supra-OTAN", ""),
    ("contact@otan.int", ""),
    ("info@OTAN.int", ""),
    ("www.otan.int", ""),
    ("moscou.fr et kiev.ua", ""),
    ("#OTAN", "OTAN → NATO"),
    ("OTAN_2030", ""),
    ("ONU/OTAN", "ONU → UN | OTAN → NATO"),
    ("L'euro-OTAN", ""),
    ("un ministre-président", ""),
    ("russe", ""),
    ("Les Russes ont voté.", ""),
    ("le peuple russe", ""),
    ("L'union, européenne ou non", ""),
    ("le secrétaire, d'État", ""),
    ("la commission, européenne", ""),
    ("Conseil. De sécurité", ""),
    ("Il faut un accord. De paix", ""),
    ("général en chef", ""),
    ("les états généraux", ""),
    ("la reine-claude", ""),
    ("un roi-soleil", ""),
]


@pytest.mark.parametrize(("french", "expected"), WORDS_THAT_LOOK_LIKE_TERMS)
def test_occurrences(press: Matcher, french: str, expected: str) -> None:
    found = [f"{french[o.start:o.end]} → {o.rendering}" for o in press.find(french)]
    assert " | ".join(found) == expected
