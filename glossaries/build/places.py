"""Generate the country rows of places.csv: short names from CLDR, formal names from UNTERM, with press overrides.

Usage: `python glossaries/build/places.py FOLDER [OUT]`. FOLDER holds `countries-unterm-fr-en.tsv` (columns `iso3`,
`kind`, `fr`, `en`; UNTERM through datasets/country-codes, PDDL); OUT is `places.csv` beside this folder unless given.
The rows of OUT whose domain is `country` are replaced, all others are kept as they stand. The same input gives the
same bytes.

English names follow the Canadian Press where it departs from CLDR (`Turkey`, `Ivory Coast`, `Myanmar`). A name that is
also a given name, a demonym or a common word carries a context or its article: see `COUNTRIES`.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

COLUMNS = (
    "source", "target", "kind", "source_abbr", "target_abbr", "forms", "plural", "article", "case",
    "status", "context", "domain", "note", "reference", "examples",
)  # fmt: skip
"""The columns of the glossary format, in their order (docs/glossary-format.md)."""

DOMAIN = "country"
"""The domain of the generated rows; it is what fills the slot `{country}`."""


@dataclass(frozen=True, slots=True)
class Country:
    """What differs from CLDR for one territory; an empty field keeps CLDR's name or means none."""

    source: str = ""
    target: str = ""
    forms: str = ""
    article: str = ""
    abbr: tuple[str, str] = ("", "")
    context: str = ""
    admitted: tuple[str, ...] = ()
    examples: str = ""
    reference: str = ""


CP = "Canadian Press style; name from CLDR"

_NOT_A_MAN = "!prev:jardin|!prev:un|!prev:le|!prev:du|!prev:au|!prev:ce|!prev:jeune|!prev:autre|!prev:seul"
_MEETING = "!next:de|!next:des|!next:du|!next:d"

COUNTRIES = {
    "AE": Country(article="the", admitted=("UAE",)),
    "AG": Country(target="Antigua and Barbuda"),
    "AR": Country(context="!prev:une|!prev:cette|!prev:jeune", examples="Une Argentine a été blessée. =>"),
    "AX": Country("îles Åland", forms="îles d'Åland|archipel d'Åland", article="the"),
    "AZ": Country(forms="Azerbaidjan"),
    "BA": Country(target="Bosnia-Herzegovina", admitted=("Bosnia and Herzegovina",), reference=CP),
    "BL": Country(
        target="Saint Barthélemy",
        context="île|îles|Saint-Martin|Caraïbes|Antilles|outre-mer|Guadeloupe|cyclone|ouragan",
    ),
    "BN": Country(forms="Brunéi|Brunei Darussalam|Brunéi Darussalam"),
    "BQ": Country(article="the"),
    "BS": Country(article="the"),
    "BV": Country("île Bouvet"),
    "BY": Country(forms="Bélarus|Belarus"),
    "BZ": Country(forms="Bélize"),
    "CC": Country("îles Cocos", target="Cocos Islands", article="the"),
    "CD": Country(
        "République démocratique du Congo", "Democratic Republic of the Congo", article="the|the", abbr=("RDC", "DRC"),
        forms="république démocratique du Congo|RD Congo",
        admitted=("Democratic Republic of Congo", "DR Congo", "DRC", "Congo"), reference="UNTERM",
        examples="La RDC et le Rwanda ont signé. => DRC",
    ),
    "CF": Country(
        target="Central African Republic", forms="Centrafrique|république centrafricaine", article="the",
        examples="Il est rentré de Centrafrique. => the Central African Republic",
    ),
    "CG": Country("Congo-Brazzaville", "="),
    "CH": Country(
        context=_NOT_A_MAN, examples="Le Suisse Roger Federer a gagné. =>|Il vit en Suisse. => Switzerland",
    ),
    "CI": Country(target="Ivory Coast", admitted=("Côte d'Ivoire", "Cote d'Ivoire"), reference=CP),
    "CK": Country("îles Cook", article="the"),
    "CL": Country(context="!next:con|!next:sin"),
    "CP": Country("île Clipperton", forms="île de Clipperton"),
    "CX": Country("île Christmas"),
    "CV": Country(admitted=("Cabo Verde",), reference=CP),
    "CZ": Country(admitted=("Czech Republic",)),
    "DM": Country(
        "la Dominique", "Dominica",
        examples="L'ouragan a frappé la Dominique. => Dominica|Dominique Strauss-Kahn a été entendu. =>",
    ),
    "DO": Country(target="Dominican Republic", forms="république dominicaine", article="the"),
    "EA": Country(target="Ceuta and Melilla"),
    "FJ": Country(forms="îles Fidji"),
    "FK": Country(
        "îles Malouines", forms="Malouines|îles Falkland|Falkland", article="the",
        admitted=("Falklands", "Malvinas", "Falkland Islands (Malvinas)"),
    ),
    "FO": Country("îles Féroé", forms="îles Feroe|Féroé", article="the", admitted=("Faeroe Islands", "Faroes")),
    "GB": Country(
        article="the|the", abbr=("R.-U.", "UK"), admitted=("UK", "U.K.", "Britain"),
        examples="Le Royaume-Uni a quitté l'UE. => the United Kingdom",
    ),
    "GD": Country("la Grenade", context="!prev:une", examples="Il a lancé une grenade. =>"),
    "GF": Country(
        forms="Guyane",
        context="!next:britannique|!next:hollandaise|!next:anglaise|!next:néerlandaise"
        "|!Venezuela|!Unasur|!Essequibo|!Georgetown",
    ),
    "GS": Country("Géorgie du Sud", "South Georgia"),
        "HK": Country("Hong Kong", "=", forms="Hongkong"),
    "HM": Country(source="-"),
    "IC": Country("îles Canaries", forms="Canaries", article="the", admitted=("Canaries",)),
    "IM": Country("île de Man", article="the"),
    "IO": Country(article="the"),
    "IQ": Country(forms="Iraq"),
    "KG": Country(forms="Kirghizistan|Kirghizie", admitted=("Kyrgyz Republic",)),
    "KM": Country(article="the"),
    "KN": Country(target="St. Kitts and Nevis", forms="Saint-Kitts-et-Nevis",
                  admitted=("Saint Kitts and Nevis",)),
    "KY": Country("îles Caïmans", forms="îles Caïman|Caïmans", article="the", admitted=("Caymans",)),
    "KW": Country(forms="Koweit"),
    "LC": Country(target="St. Lucia", admitted=("Saint Lucia",), context="!prev:fête|!prev:rue"),
    "LR": Country(forms="Libéria"),
    "MD": Country(forms="Moldova", admitted=("Moldavia",)),
    "MF": Country(source="-"),
    "MH": Country("îles Marshall", article="the"),
    "MM": Country("Birmanie", "Myanmar", forms="Myanmar|Myanmar (Birmanie)|Birmanie (Myanmar)", admitted=("Burma",),
                  reference=CP),
    "MO": Country("Macao", "Macau", admitted=("Macao",), reference=CP),
    "MP": Country("îles Mariannes du Nord", forms="Mariannes du Nord", article="the"),
    "MU": Country(
        "île Maurice", "Mauritius",
        examples="La marée noire a touché l'île Maurice. => Mauritius|Maurice Papon a été jugé. =>",
    ),
    "MV": Country(article="the"),
    "NF": Country("île Norfolk"),
    "NG": Country(forms="Nigéria"),
    "NL": Country(article="the", admitted=("Holland",), examples="Aux Pays-Bas, la loi change. => the Netherlands"),
    "NU": Country(forms="Nioué"),
    "PH": Country(article="the"),
    "PM": Country(
        target="Saint-Pierre-Miquelon",
        admitted=("Saint Pierre and Miquelon", "St. Pierre and Miquelon", "Saint-Pierre and Miquelon"),
    ),
    "PN": Country("îles Pitcairn", article="the"),
    "PR": Country(forms="Puerto Rico"),
    "PS": Country(
        "Territoires palestiniens", "Palestinian territories", forms="territoires palestiniens", article="the",
    ),
    "PW": Country(forms="Palau|îles Palaos"),
    "QO": Country(source="-"),
    "RE": Country(
        "île de La Réunion", "Réunion", forms="île de la Réunion|l'île de La Réunion", admitted=("Réunion Island",),
    ),
    "SB": Country("îles Salomon", forms="Salomon (îles)", article="the"),
    "SC": Country(article="the"),
    "SH": Country(
        target="St. Helena", admitted=("Saint Helena",),
        context="Napoléon|Ascension|Atlantique Sud|Tristan da Cunha|Longwood|Bonaparte|!Montréal|!Québec",
        examples="L'île Sainte-Hélène, à Montréal, est fermée. =>",
    ),
    "SJ": Country("Svalbard", "=", forms="archipel du Svalbard"),
    "SS": Country(forms="Sud-Soudan"),
    "ST": Country(target="Sao Tome and Principe", forms="São Tomé-et-Príncipe",
                  admitted=("São Tomé and Príncipe",), reference="UNTERM"),
    "SV": Country(
        "le Salvador", "El Salvador", forms="El Salvador",
        examples="Il est expulsé vers le Salvador. => El Salvador|Salvador Allende est mort en 1973. =>",
    ),
    "SX": Country("Sint Maarten", "="),
    "SZ": Country(forms="Swaziland", admitted=("Swaziland",)),
    "TC": Country("îles Turques-et-Caïques", "Turks and Caicos Islands", article="the", forms="Turques-et-Caïques",
                  admitted=("Turks and Caicos",)),
    "TF": Country("Terres australes et antarctiques françaises", "French Southern and Antarctic Lands",
                  forms="Terres australes françaises", article="the"),
    "TL": Country(target="East Timor", forms="Timor-Leste", admitted=("Timor-Leste",), reference=CP),
    "TM": Country(forms="Turkmenistan"),
    "TO": Country(forms="îles Tonga"),
    "TR": Country(target="Turkey", forms="Türkiye", admitted=("Türkiye",), reference=CP),
    "TT": Country(target="Trinidad and Tobago", forms="Trinidad-et-Tobago"),
    "TW": Country(forms="Taiwan"),
    "UM": Country(source="-"),
    "US": Country(
        article="the|the", abbr=("É.-U.", "US"),
        admitted=("US", "U.S.", "USA", "U.S.A.", "United States of America"),
        examples="Les États-Unis sont préoccupés. => United States|aux ETATS-UNIS => United States",
    ),
    "UZ": Country(forms="Uzbékistan"),
    "VA": Country(
        "Vatican", "=", article="the", context="!prev:Cité|!next:II|!next:I",
        examples="Le Vatican a réagi. => the Vatican|Le concile Vatican II a tout changé. =>",
    ),
    "VC": Country(target="St. Vincent and the Grenadines", admitted=("Saint Vincent and the Grenadines",)),
    "VE": Country(forms="Vénézuéla"),
    "VG": Country("îles Vierges britanniques", article="the"),
    "VI": Country("îles Vierges américaines", "U.S. Virgin Islands", article="the",
                  forms="îles Vierges des États-Unis", admitted=("US Virgin Islands", "United States Virgin Islands")),
    "VN": Country("Vietnam", "=", forms="Viêt Nam|Viet Nam|Viêtnam", admitted=("Viet Nam",), reference=CP),
    "WF": Country(target="Wallis and Futuna"),
    "XA": Country(source="-"),
    "XB": Country(source="-"),
    "EU": Country(source="-"),
    "EZ": Country(source="-"),
    "UN": Country(source="-"),
    "ZZ": Country(source="-"),
}  # fmt: skip
"""Departures from CLDR by ISO 3166-1 alpha-2 code; `source="-"` leaves a territory out (ambiguous or no country)."""

WITHOUT_ARTICLE = frozenset({"Holland", "DR Congo", "Congo", "Britain"})
"""Variants that take no article although the preferred name does."""

FORMER_AND_OTHER = (
    ("Congo", Country(target="=", reference="UNTERM")),
    ("Palestine", Country(target="=")),
    ("Maurice", Country(
        target="Mauritius",
        context="Port-Louis|prev:maroc|prev:malte|prev:malawi|prev:maldives|prev:seychelles|prev:madagascar|prev:mali"
        "|next:mauritanie|next:mexique|next:micronésie|next:madagascar|next:seychelles",
        reference="UNTERM", examples="Seychelles, Maurice et Madagascar => Mauritius|Maurice Ravel est né en 1875. =>",
    )),
    ("Grande-Bretagne", Country(target="Britain", admitted=("Great Britain", "United Kingdom", "UK"), reference=CP)),
    ("Angleterre", Country(target="England")),
    ("Écosse", Country(target="Scotland")),
    ("pays de Galles", Country(target="Wales")),
    ("Irlande du Nord", Country(target="Northern Ireland")),
    ("URSS", Country(target="USSR", article="the", admitted=("Soviet Union",))),
    ("Union soviétique", Country(target="Soviet Union", article="the", admitted=("USSR",))),
    ("Yougoslavie", Country(target="Yugoslavia")),
    ("Tchécoslovaquie", Country(target="Czechoslovakia")),
    ("Serbie-et-Monténégro", Country(target="Serbia and Montenegro", forms="Serbie-Monténégro")),
    ("Macédoine", Country(target="Macedonia", admitted=("North Macedonia",))),
    ("Bosnie", Country(target="Bosnia")),
    ("Allemagne de l'Est", Country(target="East Germany", forms="Allemagne de l'est")),
    ("Allemagne de l'Ouest", Country(target="West Germany", forms="Allemagne de l'ouest")),
    ("Nord-Vietnam", Country(target="North Vietnam", forms="Nord-Viêt Nam|Vietnam du Nord")),
    ("Sud-Vietnam", Country(target="South Vietnam", forms="Sud-Viêt Nam|Vietnam du Sud")),
    ("Yémen du Sud", Country(target="South Yemen", forms="Sud-Yémen")),
    ("Yémen du Nord", Country(target="North Yemen", forms="Nord-Yémen")),
    ("Haute-Volta", Country(target="Upper Volta")),
    ("Zaïre", Country(target="Zaire")),
    ("Rhodésie", Country(target="Rhodesia")),
    ("Ceylan", Country(target="Ceylon")),
    ("Corée", Country(target="Korea")),
    ("Transnistrie", Country(target="Transnistria", forms="Transdniestrie", admitted=("Trans-Dniester",))),
    ("Abkhazie", Country(target="Abkhazia")),
    ("Ossétie du Sud", Country(target="South Ossetia", forms="Ossétie-du-Sud")),
    ("Haut-Karabakh", Country(target="Nagorno-Karabakh", forms="Nagorny-Karabakh|Nagorno-Karabakh|Haut-Karabagh")),
    ("Chypre du Nord", Country(target="Northern Cyprus")),
    ("Somaliland", Country(target="=")),
    ("Prusse", Country(target="Prussia")),
    ("Autriche-Hongrie", Country(target="Austria-Hungary")),
    ("EAU", Country(
        target="UAE", article="the", context="prev:les|prev:aux|prev:des", examples="Il vit aux EAU. => the UAE",
    )),
    ("Émirats arabes unis (EAU)", Country(target="United Arab Emirates (UAE)", article="the")),
    (
        "RFA",
        Country(
            target="West Germany",
            context="RDA|Bonn|Adenauer|Schmidt|Brandt|Kohl|guerre froide|réunification|Mur|ex-RDA",
            admitted=("Federal Republic of Germany", "FRG"),
        ),
    ),
    ("RDA", Country(target="East Germany", admitted=("German Democratic Republic", "GDR"))),
    ("USA", Country(target="=", article="the", admitted=("US", "U.S.", "United States"))),
)  # fmt: skip
"""Names that CLDR does not give as territories: constituent, former and disputed countries, and usual short names."""

FORMAL_TARGETS = {
    "la République du Niger": ("Republic of the Niger", ("Republic of Niger",)),
    "la République du Soudan": ("Republic of the Sudan", ("Republic of Sudan",)),
    "la République du Congo": ("Republic of the Congo", ("Republic of Congo",)),
    "la République démocratique populaire lao": ("Lao People's Democratic Republic", ()),
    "la République de Turquie": ("Republic of Türkiye", ("Republic of Turkey",)),
}
"""Formal names whose English also stands in a shorter press form."""

SHORT_IN_UN_TEXTS = {
    "République arabe syrienne": "Syrian Arab Republic",
    "Fédération de Russie": "Russian Federation",
    "République de Moldova": "Republic of Moldova",
    "État de Palestine": "State of Palestine",
    "Saint-Siège": "Holy See",
    "République populaire démocratique de Corée": "Democratic People's Republic of Korea",
    "République de Corée": "Republic of Korea",
    "République-Unie de Tanzanie": "United Republic of Tanzania",
    "États-Unis d'Amérique": "United States of America",
    "Royaume-Uni de Grande-Bretagne et d'Irlande du Nord": "United Kingdom of Great Britain and Northern Ireland",
}
"""UNTERM short names that the press uses too; they fill `{country}` and take the article."""

IN_SHORT_NAMES = frozenset({"République démocratique du Congo", "République centrafricaine", "République dominicaine"})
"""Formal names that `COUNTRIES` already gives."""

ABBREVIATED = {
    "République populaire démocratique de Corée": ("RPDC", "DPRK"),
    "République arabe sahraouie démocratique": ("RASD", "SADR"),
    "République turque de Chypre du Nord": ("RTCN", "TRNC"),
    "ex-République yougoslave de Macédoine": ("ERYM", "FYROM"),
}
"""Formal names with an abbreviation in both languages that can mean nothing else."""

EXTRA = (
    ("République de Turquie", "Republic of Türkiye", "UNTERM"),
    ("République de Chine", "Republic of China", ""),
    ("Royaume d'Arabie Saoudite", "Kingdom of Saudi Arabia", "UNTERM"),
    ("République arabe sahraouie démocratique", "Sahrawi Arab Democratic Republic", "African Union"),
    ("République turque de Chypre du Nord", "Turkish Republic of Northern Cyprus", ""),
    ("Union des Républiques socialistes soviétiques", "Union of Soviet Socialist Republics", "UNTERM"),
    ("République démocratique allemande", "German Democratic Republic", "UNTERM"),
    ("République socialiste fédérative de Yougoslavie", "Socialist Federal Republic of Yugoslavia", "UNTERM"),
    ("République fédérale de Yougoslavie", "Federal Republic of Yugoslavia", "UNTERM"),
    ("ex-République yougoslave de Macédoine", "former Yugoslav Republic of Macedonia", "UNTERM"),
    ("République islamique d'Afghanistan", "Islamic Republic of Afghanistan", "UNTERM"),
    ("Émirat islamique d'Afghanistan", "Islamic Emirate of Afghanistan", ""),
)
"""Formal names of former or disputed states, and spellings that UNTERM does not give."""

_GENERIC = re.compile(r"(?:République|Royaume|Fédération|Union|Principauté|Grand-Duché|Confédération|Sultanat)(?= )")
_ARTICLE = re.compile(r"(?:(?:la|le|les)\s+|l')")
_SHORT = re.compile(r"(.+?) \((?:l'|le|la|les)\)$")
_INVERTED = re.compile(r".+ \(.+(?: d'| de| du)\)$")


def row(source: str, target: str, **cells: str) -> dict[str, str]:
    """A row of kind `place` in this domain; cells not given are empty."""
    return dict.fromkeys(COLUMNS, "") | {"source": source, "target": target, "kind": "place", "domain": DOMAIN} | cells


def short_names() -> Iterator[dict[str, str]]:
    """Common names of countries and territories from CLDR, in the order of their codes, with the variants admitted."""
    from babel import Locale

    french, english = Locale("fr").territories, Locale("en").territories
    for code in sorted(french):
        if not re.fullmatch("[A-Z]{2}", code):
            continue
        country = COUNTRIES.get(code, Country())
        if country.source == "-":
            continue
        source = country.source or _plain(french[code])
        target = country.target or _plain(english[code])
        if target == source:
            target = "="
        reference = country.reference or "CLDR"
        yield from _rows(source, target, country, reference)
    for source, country in FORMER_AND_OTHER:
        yield from _rows(source, country.target, country, country.reference)


def _rows(source: str, target: str, country: Country, reference: str) -> Iterator[dict[str, str]]:
    """The preferred row and one row for each rendering that is accepted from the model."""
    french_abbr, english_abbr = country.abbr
    yield row(
        source, target, source_abbr=french_abbr, target_abbr=english_abbr, forms=country.forms,
        article=country.article, context=country.context, reference=reference, examples=country.examples,
    )  # fmt: skip
    for other in country.admitted:
        article = "the" if country.article and other not in WITHOUT_ARTICLE else ""
        yield row(source, other, article=article, status="admitted")


def formal_names(path: Path) -> Iterator[dict[str, str]]:
    """Formal names from UNTERM, and its inverted ones: `Iran (République islamique d')`."""
    with path.open(encoding="utf-8", newline="") as stream:
        names = list(csv.DictReader(stream, delimiter="\t"))
    short = {_bare(n["fr"]).lower() for n in names if n["kind"] == "Short" and _bare(n["fr"]) not in SHORT_IN_UN_TEXTS}
    done: set[str] = set()
    for name in names:
        french, english = _plain(name["fr"]), _plain(name["en"])
        source, target = _bare(french), re.sub(r"^the |\s\(the\)$", "", english)
        if name["kind"] == "Short":
            if _INVERTED.fullmatch(french):
                yield row(french, english, reference="UNTERM")
                continue
            if source not in SHORT_IN_UN_TEXTS:
                continue
        if source.lower() in short or source in done or target == source:
            continue
        if source in IN_SHORT_NAMES:
            continue
        done.add(source)
        target, others = FORMAL_TARGETS.get(french, (target, ()))
        yield _formal(source, target, "UNTERM")
        others = (*others, *ABBREVIATED.get(source, ("", ""))[1:])
        for other in filter(None, others):
            yield row(source, other, article="the", status="admitted")
    for source, target, reference in EXTRA:
        if source not in done:
            done.add(source)
            yield _formal(source, target, reference)
            if source in ABBREVIATED:
                yield row(source, ABBREVIATED[source][1], article="the", status="admitted")


def _formal(source: str, target: str, reference: str) -> dict[str, str]:
    """A formal name; in English it always takes the article, and so does its abbreviation."""
    french_abbr, english_abbr = ABBREVIATED.get(source, ("", ""))
    return row(
        source, target, source_abbr=french_abbr, target_abbr=english_abbr, forms=_lowered(source),
        article="the|the" if french_abbr else "the", reference=reference,
    )  # fmt: skip


def _lowered(source: str) -> str:
    """The name with its generic word in lower case, as many papers write it; empty if it begins with none."""
    return _GENERIC.sub(lambda m: m.group().lower(), source, count=1) if _GENERIC.match(source) else ""


def _plain(name: str) -> str:
    """CLDR and UNTERM names as the press writes them: `and` for `&`, straight apostrophe, no note marks."""
    plain = name.replace("’", "'").replace("‑", "-").replace(" & ", " and ").replace("*", "").strip()
    return re.sub(r"^Îles? ", lambda m: m.group().lower(), plain)


def _bare(name: str) -> str:
    """A French UNTERM name without its article, before or behind."""
    plain = _plain(name)
    short = _SHORT.fullmatch(plain)
    return short[1] if short else _ARTICLE.sub("", plain, count=1) if _ARTICLE.match(plain) else plain


def generate(folder: Path, out: Path) -> int:
    """Write the country rows at the head of `out`, followed by its other rows; returns how many were generated."""
    others: list[dict[str, str]] = []
    if out.is_file():
        with out.open(encoding="utf-8", newline="") as stream:
            others = [r for r in csv.DictReader(stream) if r["domain"] != DOMAIN]
    generated = [*short_names(), *formal_names(folder / "countries-unterm-fr-en.tsv")]
    _write(out, [*generated, *others])
    return len(generated)


def _write(out: Path, rows: Iterable[dict[str, str]]) -> None:
    with out.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main() -> None:
    """Read the folder and the output from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path, nargs="?", default=Path(__file__).resolve().parents[1] / "places.csv")
    arguments = parser.parse_args()
    print(generate(arguments.folder, arguments.out), "country rows")


if __name__ == "__main__":
    main()
