"""Generate laws_canada.csv: Canadian federal acts and regulations by their official French and English titles.

Usage: `python glossaries/build/laws_canada.py FOLDER [OUT]`. FOLDER holds `canada-laws-titles.tsv` (columns `en`,
`fr`, `source`), drawn from the Justice Laws consolidated XML, Open Government Licence - Canada; OUT is
`laws_canada.csv` beside this folder unless given. The same input gives the same bytes.

Only titles that can name nothing else are kept: see `_is_name`. Short titles without a Canadian word in them
(`Loi sur les banques`) match only with their capital and after a definite article or beside a Canadian word.
"""

from __future__ import annotations

import argparse
import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

COLUMNS = (
    "source", "target", "kind", "source_abbr", "target_abbr", "forms", "plural", "article", "case",
    "status", "context", "domain", "note", "reference", "examples",
)  # fmt: skip
"""The columns of the glossary format, in their order (docs/glossary-format.md)."""

ABBREVIATIONS = {
    "Loi canadienne sur la protection de l'environnement (1999)": ("LCPE", "CEPA"),
    "Loi sur la protection des renseignements personnels et les documents électroniques": ("LPRPDE", "PIPEDA"),
    "Loi sur l'immigration et la protection des réfugiés": ("LIPR", "IRPA"),
    "Loi sur les mesures économiques spéciales": ("LMES", "SEMA"),
    "Loi canadienne sur les sociétés par actions": ("LCSA", "CBCA"),
    "Loi sur les arrangements avec les créanciers des compagnies": ("LACC", "CCAA"),
    "Loi sur le système de justice pénale pour les adolescents": ("LSJPA", "YCJA"),
    "Loi réglementant certaines drogues et autres substances": ("LRCDAS", "CDSA"),
}
"""Abbreviations used by the departments in charge of the acts, French and English."""

ADDED = (
    ("Code criminel", "Criminal Code", "eng/acts/C-46.xml"),
    ("Loi de l'impôt sur le revenu", "Income Tax Act", "eng/acts/I-3.3.xml"),
    ("Loi sur la taxe d'accise", "Excise Tax Act", "eng/acts/E-15.xml"),
    ("Loi sur la protection de l'information", "Security of Information Act", "eng/acts/O-5.xml"),
    ("Loi sur la diffusion continue en ligne", "Online Streaming Act", "eng/AnnualStatutes/2023_8"),
    ("Loi sur les mesures de guerre", "War Measures Act", "R.S.C./1985, c. W-2"),
    ("Charte canadienne des droits et libertés", "Canadian Charter of Rights and Freedoms", "eng/Const/page-12.html"),
    ("Loi constitutionnelle de 1867", "Constitution Act, 1867", "eng/Const/page-1.html"),
    ("Loi constitutionnelle de 1982", "Constitution Act, 1982", "eng/Const/page-12.html"),
    ("Charte de la langue française", "Charter of the French Language", "C-11"),
    ("Charte des droits et libertés de la personne", "Charter of Human Rights and Freedoms", "C-12"),
    ("Code civil du Québec", "Civil Code of Québec", "CCQ-1991"),
    ("Loi sur la laïcité de l'État", "Act respecting the laicity of the State", "L-0.3"),
    (
        "Loi sur la protection des renseignements personnels dans le secteur privé",
        "Act respecting the protection of personal information in the private sector",
        "P-39.1",
    ),
)
"""What the folder lacks and the press names most: federal acts, constitutional documents, and Quebec's charters and
codes, with the place in Justice Laws (it has a slash) or the chapter in LégisQuébec."""

ALSO_IN_QUEBEC = frozenset(
    {"Loi sur l'assurance médicaments", "Loi sur le cinéma", "Loi sur les forêts", "Loi sur l'expropriation"}
)
"""Titles that Quebec's statutes share under another English title (LégisQuébec): no match near the word `Québec`."""

EXAMPLES = {
    "Loi sur les banques": "L'article 5 de la Loi sur les banques a été modifié. => Bank Act"
    " | Une loi sur les banques est à l'étude à Berne. =>",
    "Loi sur le divorce": "Loi sur le divorce : le Parlement maltais vote demain. =>",
    "Loi sur les Indiens": "La Loi sur les Indiens date de 1876. => Indian Act",
    "Loi sur les langues officielles": "Ottawa modernise la Loi sur les langues officielles. => Official Languages Act",
    "Loi sur la concurrence": "Le Bureau invoque la Loi sur la concurrence. => Competition Act"
    " | La nouvelle loi sur la concurrence allemande inquiète les opérateurs. =>",
    "Loi sur les mesures d'urgence": "Le gouvernement a invoqué la Loi sur les mesures d'urgence. => Emergencies Act",
    "Loi canadienne sur la santé": "La Loi canadienne sur la santé interdit la surfacturation. => Canada Health Act",
    "Code criminel": "L'article 745 du Code criminel a été abrogé. => Criminal Code",
}
"""Sentences for the `examples` column, by French title."""

_KEPT_HEADS = re.compile(r"(Loi|Code|Charte|Déclaration canadienne|Règlement|Règles|Ordonnance|Arrêté|Décret) ")
_ENGLISH_HEADS = re.compile(r"\b(Act|Acts|Code|Bill of Rights|Regulations|Rules|Order|By-law|By-laws)\b")
_ORDERS_ABOUT_OFFICES = re.compile(
    r"Décret (?:\(\d|accept|accus|approuv|attribu|autoris|charg|confér|confi|confirm|déclar|désign|donnant|fix"
    r"|plaç|regroup|renomm|reconnai|prorog|prolonge|transfér|soustray|de transfert|de prorogation|de désignation"
    r"|abrogeant|constat|établissant que|modifiant)"
)
_DEPENDENT = re.compile(
    r"\b(?:cette|la|ladite|présente) loi(?: |$)|\b(?:paragraphe|alinéa|article|partie) [\dIVX]+"
    r"|\bn[o°] ?\d|\bno tarifaire",
    re.IGNORECASE,
)
_QUOTING = re.compile(r"[«»\[\]:;/]")
_CANADIAN = re.compile(
    r"[Cc]anad|Québec|Ontario|Manitoba|Saskatchewan|Alberta|Colombie-Britannique|Nouveau-Brunswick|Nouvelle-Écosse"
    r"|Terre-Neuve|Île-du-Prince-Édouard|Yukon|Nunavut|Territoires du Nord-Ouest|Gendarmerie royale|Première"
)
_CANADIAN_CONTEXT = "Canada|canadien|canadienne|canadiens|canadiennes|fédéral|fédérale|Ottawa"
_YEAR_IN_BRACKETS = re.compile(r" \((\d{4})\)$")
_LONGEST = 180
"""Characters; longer titles are descriptions that no text repeats."""
_SHORT = 9
"""Words; a title up to this length and without a Canadian word may be that of another country's law."""


def main() -> None:
    """Read the folder named on the command line and write the glossary."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="folder with canada-laws-titles.tsv")
    parser.add_argument("out", type=Path, nargs="?", default=Path(__file__).parent.parent / "laws_canada.csv")
    arguments = parser.parse_args()
    with (arguments.folder / "canada-laws-titles.tsv").open(encoding="utf-8", newline="") as lines:
        titles = [
            (row["fr"], row["en"], row["source"])
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]
    with arguments.out.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows(titles))


def rows(titles: Iterable[tuple[str, str, str]]) -> Iterator[dict[str, str]]:
    """Glossary rows from (French, English, address), acts first, each group in alphabetical order.

    A French title with two English ones is dropped, unless they differ only in capitals or a comma.
    """
    found: dict[str, dict[str, tuple[str, str, str]]] = defaultdict(dict)
    for french, english, address in titles:
        source, target = _cleaned(french), _cleaned(english).removeprefix("The ").removeprefix("An ")
        found[source.casefold()].setdefault(_loose(target), (source, target, address))
    kept = [next(iter(versions.values())) for versions in found.values() if len(versions) == 1]
    chosen = [*ADDED, *(title for title in kept if _is_name(*title))]
    chosen += _without_year(chosen)
    for source, target, address in sorted(chosen, key=lambda t: ("/acts/" not in t[2], _loose(t[0]), t[0])):
        yield _row(source, target, address)


def _without_year(titles: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """`Loi … (1999)` → `… Act, 1999` also without the year, as the press cites it, where no other act has it."""
    bare: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for source, target, address in titles:
        year = _YEAR_IN_BRACKETS.search(source)
        if year and "/acts/" in address and target.endswith(f", {year[1]}"):
            bare[source[: year.start()]].append((source[: year.start()], target[:-6], address))
    taken = {source.casefold() for source, _, _ in titles}
    return [versions[0] for source, versions in bare.items() if len(versions) == 1 and source.casefold() not in taken]


def _row(source: str, target: str, address: str) -> dict[str, str]:
    source_abbr, target_abbr = ABBREVIATIONS.get(source, ("", ""))
    row = {
        "source": source,
        "target": target,
        "kind": "law",
        "source_abbr": source_abbr,
        "target_abbr": target_abbr,
        "forms": "" if _other_oe(source) == source else _other_oe(source),
        "plural": "none",
        "article": "the",
        "domain": "Canada" if "/" in address else "Québec",
        "reference": f"{'Justice Laws' if '/' in address else 'LégisQuébec'}: {address}",
        "examples": EXAMPLES.get(source, ""),
    }
    if source != "Code criminel" and not _CANADIAN.search(source) and len(source.split()) <= _SHORT:
        row["case"] = "exact"
        feminine = source.startswith(("Loi", "Charte", "Déclaration"))
        article = "prev:la" if feminine else "prev:l" if source[0] in "AO" else "prev:le|prev:du|prev:au"
        article = "prev:les|prev:des|prev:aux" if source.startswith(("Règles", "Lois")) else article
        quebec = "!Québec|!québécois|!québécoise|" if source in ALSO_IN_QUEBEC else ""
        row["context"] = f"{quebec}{article}|{_CANADIAN_CONTEXT}"
    return row


def _other_oe(title: str) -> str:
    """The title with `oe` for `œ` or the other way round; the statutes write both."""
    if "œ" in title:
        return title.replace("œ", "oe")
    return re.sub(r"\boe(?=uvre|uf)|(?<=\bb)oe(?=uf)", "œ", title)


def _is_name(source: str, target: str, address: str) -> bool:
    """Whether a title can stand in a text only as the name of this act or regulation."""
    if not _KEPT_HEADS.match(source) or not _ENGLISH_HEADS.search(target):
        return False
    if len(source) > _LONGEST or source.count("(") != source.count(")") or _QUOTING.search(source):
        return False
    if "/acts/" in address:
        return True
    if _DEPENDENT.search(source) or _ORDERS_ABOUT_OFFICES.match(source):
        return False
    return len(re.findall(r"\w+", source)) >= 4


def _cleaned(title: str) -> str:
    """Composed characters, straight apostrophes, single plain spaces, no invisible characters or final stop."""
    text = unicodedata.normalize("NFC", title).replace("’", "'").replace("“", '"').replace("”", '"')
    text = "".join(" " if c.isspace() else c for c in text if unicodedata.category(c) != "Cf").replace("‑", "-")
    return re.sub(r"(?<=[a-zé]{4})\.$", "", re.sub(r" {2,}", " ", text).strip())


def _loose(title: str) -> str:
    return re.sub(r"[\W_]+", "", title.casefold())


if __name__ == "__main__":
    main()
