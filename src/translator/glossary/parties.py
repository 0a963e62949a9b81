"""Labels of parties that stand between a title and a name: `le sénateur LR Bruno Retailleau`."""

from __future__ import annotations

import re

from translator.glossary.words import Words
from translator.text.word_list import words as word_list

PARTY = re.compile(
    r"(?:LR|PS|RN|FN|MR|PP|PQ|QS|UE|EELV|LFI|LREM|UDI|UMP|PCF|MoDem|Modem|CDU|CSU|SPD|FDP|AfD|APC|PDP|PTB|PLR|PDC|UDC"
    r"|PRG|LCR|NPA|DVD|DVG|PLC|NPD|CAQ|PLQ|AKP|HDP|PSOE|Horizons|Renew|Renaissance|Reconquête|Likoud|Kadima|Ennahdh?a"
    r"|Hamas|Fatah|Hezbollah|Syriza|Podemos|Ciudadanos|Vox|Fidesz|Jobbik|Place publique|Québec solidaire"
    r"|La France insoumise|Les Républicains|Les Écologistes|Les Centristes|Debout la France|Rassemblement national"
    r"|Front national|Parti \w+|Union centriste|Europe Écologie)(?!\w)"
)
"""Parties of the press, in the letters that it gives them. Two letters that may be initials (`JD`, `MC`) are none."""

_OFFICES = word_list(
    "ministre ministres depute deputee deputes senateur senatrice senateurs president presidente bourgmestre echevin "
    "echevine elu elue elus belge"
)


def is_mr(words: Words, k: int) -> bool:
    """Whether word `k` is the Belgian party, not a form of address: `le ministre MR Didier Reynders`."""
    return k > 0 and words.word(k) == "MR" and words.spaced(k) and words.keys[k - 1] in _OFFICES
