"""Amounts of money: `3,5 milliards d'euros` is `€3.5 billion`, `5 M$` is `$5 million`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translator.text.number_forms import (
    NUMBER,
    SCALE_WORD,
    SPACE,
    START,
    and_a_half,
    english_forms,
    matches_at,
    scaled_forms,
)
from translator.text.quantity import Quantity, quantity
from translator.text.ranges import RANGE_START, connector, is_range

__all__ = ["find_money"]

_TABLE = r"""
     US$ USD | dollars? (?:américains?|US|U\.S\.|É\.-U\.)|USD|US ?\$|\$ ?(?:US|É\.-U\.) | US dollar | US dollars
     -   CAD | dollars? canadiens?|CAD|\$ ?(?:CA|CAN|CAD)|(?:CA|C|Can) ?\$ | Canadian dollar | Canadian dollars
     -   AUD | dollars? australiens?|AUD|A ?\$ | Australian dollar | Australian dollars
     -   NZD | dollars? néo-zélandais | New Zealand dollar | New Zealand dollars
     -   HKD | dollars? (?:de )?(?:hongkongais|Hong ?Kong) | Hong Kong dollar | Hong Kong dollars
     -   SGD | dollars? (?:de )?(?:singapouriens?|Singapour) | Singapore dollar | Singapore dollars
     -   TWD | dollars? taïwanais | Taiwan dollar | Taiwan dollars
     $   -   | dollars?|\$ | dollar | dollars
     €   EUR | euros?|€|EUR | euro | euros
     £   GBP | livres? sterlings?|£|GBP | pound | pounds
     -   TRY | livres? turques? | Turkish lira | Turkish lira
     -   EGP | livres? égyptiennes? | Egyptian pound | Egyptian pounds
     -   LBP | livres? libanaises? | Lebanese pound | Lebanese pounds
     -   SYP | livres? syriennes? | Syrian pound | Syrian pounds
     -   SDG | livres? soudanaises? | Sudanese pound | Sudanese pounds
     -   XOF | francs? CFA|F ?CFA|XOF|XAF | CFA franc | CFA francs
     -   XPF | francs? (?:pacifiques?|CFP)|F ?CFP|XPF | CFP franc | CFP francs
     -   CHF | francs? suisses?|CHF | Swiss franc | Swiss francs
     -   BEF | francs? belges? | Belgian franc | Belgian francs
     -   FRF | francs? français | French franc | French francs
     -   CDF | francs? congolais | Congolese franc | Congolese francs
     -   GNF | francs? guinéens? | Guinean franc | Guinean francs
     -   RWF | francs? rwandais | Rwandan franc | Rwandan francs
     -   BIF | francs? burundais | Burundian franc | Burundian francs
     -   DJF | francs? djiboutiens? | Djiboutian franc | Djiboutian francs
     -   KMF | francs? comoriens? | Comorian franc | Comorian francs
     -   -   | francs? | franc | francs
     -   CNY | yuans?(?: chinois)?|CNY|renminbis? | yuan | yuan
     -   JPY | yens?(?: japonais)?|JPY|¥ | yen | yen
     -   KRW | wons? (?:sud-)?coréens?|wons | won | won
     -   RUB | roubles?(?: russes?)? | ruble | rubles
     -   BYN | roubles? biélorusses? | Belarusian ruble | Belarusian rubles
     -   UAH | hryvnias?(?: ukrainiennes?)? | hryvnia | hryvnias
     -   INR | roupies? indiennes? | Indian rupee | Indian rupees
     -   PKR | roupies? pakistanaises? | Pakistani rupee | Pakistani rupees
     -   LKR | roupies? (?:sri[- ]lankaises?|srilankaises?) | Sri Lankan rupee | Sri Lankan rupees
     -   NPR | roupies? népalaises? | Nepalese rupee | Nepalese rupees
     -   MUR | roupies? mauriciennes? | Mauritian rupee | Mauritian rupees
     -   IDR | (?:roupies? indonésiennes?|rupiahs?) | rupiah | rupiah
     -   -   | roupies? | rupee | rupees
     -   SEK | couronnes? suédoises? | Swedish krona | Swedish kronor
     -   NOK | couronnes? norvégiennes? | Norwegian krone | Norwegian kroner
     -   DKK | couronnes? danoises? | Danish krone | Danish kroner
     -   CZK | couronnes? tchèques? | Czech koruna | Czech korunas
     -   ISK | couronnes? islandaises? | Icelandic krona | Icelandic kronur
     -   PLN | zlotys? | zloty | zlotys
     -   HUF | forints? | forint | forints
     -   RON | leus?|lei (?:roumains?|moldaves?) | leu | lei
     -   BGN | leva(?:s)?(?: bulgares?)? | lev | leva
     -   GEL | laris? géorgiens?|laris | lari | lari
     -   AMD | drams?(?: arméniens?)? | dram | drams
     -   AZN | manats?(?: azerbaïdjanais| turkmènes?)? | manat | manats
     -   KZT | tenges?|tengués? | tenge | tenge
     -   UZS | sums?(?: ouzbeks?)|soums? | sum | sums
     -   ILS | shekels?|sheqels? | shekel | shekels
     -   IRR | rials? iraniens? | Iranian rial | Iranian rials
     -   YER | rials? yéménites? | Yemeni rial | Yemeni rials
     -   OMR | rials? omanais | Omani rial | Omani rials
     -   QAR | r[iy]+als? qataris?|riyals? qatariens? | Qatari riyal | Qatari riyals
     -   SAR | r[iy]+als? saoudiens? | Saudi riyal | Saudi riyals
     -   -   | rials? | rial | rials
     -   -   | ri?yals? | riyal | riyals
     -   DZD | dinars? algériens? | Algerian dinar | Algerian dinars
     -   TND | dinars? tunisiens? | Tunisian dinar | Tunisian dinars
     -   LYD | dinars? libyens? | Libyan dinar | Libyan dinars
     -   IQD | dinars? irakiens? | Iraqi dinar | Iraqi dinars
     -   KWD | dinars? koweïtiens? | Kuwaiti dinar | Kuwaiti dinars
     -   JOD | dinars? jordaniens? | Jordanian dinar | Jordanian dinars
     -   RSD | dinars? serbes? | Serbian dinar | Serbian dinars
     -   -   | dinars? | dinar | dinars
     -   MAD | dirhams? marocains? | Moroccan dirham | Moroccan dirhams
     -   AED | dirhams? (?:émiratis?|émiriens?) | UAE dirham | UAE dirhams
     -   -   | dirhams? | dirham | dirhams
     -   MRU | ouguiyas? | ouguiya | ouguiyas
     -   NGN | nairas? | naira | naira
     -   GHS | cedis? | cedi | cedis
     -   KES | shillings? kényans? | Kenyan shilling | Kenyan shillings
     -   UGX | shillings? ougandais | Ugandan shilling | Ugandan shillings
     -   TZS | shillings? tanzaniens? | Tanzanian shilling | Tanzanian shillings
     -   SOS | shillings? somaliens? | Somali shilling | Somali shillings
     -   ETB | birrs? | birr | birr
     -   ZAR | rands?(?: sud-africains?)? | rand | rand
     -   AOA | kwanzas? | kwanza | kwanzas
     -   MZN | meticals?|meticais | metical | meticals
     -   ZMW | kwachas? zambiens? | Zambian kwacha | Zambian kwacha
     -   MGA | ariarys? | ariary | ariary
     -   HTG | gourdes? | gourde | gourdes
     -   BRL | r[ée]ais|réaux|r[ée]als(?: brésiliens)? | real | reais
     -   MXN | pesos? mexicains? | Mexican peso | Mexican pesos
     -   ARS | pesos? argentins? | Argentine peso | Argentine pesos
     -   CLP | pesos? chiliens? | Chilean peso | Chilean pesos
     -   COP | pesos? colombiens? | Colombian peso | Colombian pesos
     -   CUP | pesos? cubains? | Cuban peso | Cuban pesos
     -   PHP | pesos? philippins? | Philippine peso | Philippine pesos
     -   -   | pesos? | peso | pesos
     -   PEN | sols péruviens?|soles | sol | soles
     -   VES | bolivars?(?: vénézuéliens?)? | bolivar | bolivars
     -   THB | bahts? | baht | baht
     -   MYR | ringgits? | ringgit | ringgit
     -   VND | dongs?(?: vietnamiens?)? | dong | dong
     -   MMK | kyats? | kyat | kyat
     -   BDT | takas? | taka | taka
     -   AFN | afghanis | afghani | afghanis
     -   MNT | tugriks? | tugrik | tugriks
     -   DEM | (?:deutschemarks?|deutsche ?marks?|marks? allemands?) | German mark | German marks
     -   ITL | lires? italiennes?|lires | lira | lire
     -   ESP | pesetas? | peseta | pesetas
     -   GRD | drachmes? | drachma | drachmas
     -   -   | bitcoins? | bitcoin | bitcoins
"""
"""Symbol that English writes before the amount (`-`: none, the name follows), ISO 4217 code, French forms (pattern),
English singular and plural. Special rows stand before general ones. Names: CLDR, shortened as the press does."""


@dataclass(frozen=True, slots=True)
class _Currency:
    symbol: str
    code: str
    singular: str
    plural: str


def _table() -> tuple[list[_Currency], str]:
    """The currencies, and one pattern of all their French forms with a group `c<row>` for each."""
    currencies, patterns = [], []
    for n, line in enumerate(_TABLE.strip().splitlines()):
        head, pattern, singular, plural = (column.strip() for column in line.split(" | "))
        symbol, code = (word.strip("-") for word in head.split())
        currencies.append(_Currency(symbol, code, singular, plural))
        patterns.append(f"(?P<c{n}>{pattern})".replace(" ", SPACE))
    return currencies, "|".join(patterns)


_CURRENCIES, _NAMES = _table()
_S = SPACE
_SHORT = {"k": "mille", "m": "million", "md": "milliard", "mds": "milliard", "mrd": "milliard", "mrds": "milliard",
          "mio": "million", "g": "milliard"}  # fmt: skip
_AFTER = re.compile(
    rf"(?P<sign>(?<![\w)])[-−])?{START}{RANGE_START}"
    rf"(?P<number>{NUMBER}){_S}{{0,2}}"
    rf"(?:(?P<scale>{SCALE_WORD})(?P<half>{_S}et{_S}demie?)?{_S}(?:de{_S}|d['’]{_S}?)?|(?P<short>[kMG]|M(?:ds?|rds?|io))(?={_S}?(?:[$€£]|[A-Z]{{1,3}}{_S}?\$|EUR|USD|CAD|CHF|F{_S}?CFA|FCFA)){_S}?)?"
    rf"(?:{_NAMES})(?!\w)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?<![\w$€£])(?P<symbol>(?:US|CA|C|A|NZ|HK|Can)?\$|€|£|¥|EUR|USD){_S}?(?P<number>{NUMBER})"
    rf"(?:{_S}(?P<scale>{SCALE_WORD}))?"
)


_SIGN = re.compile("[$€£¥]|EUR|USD")
_SIGN_NAMES = {"$": "dollars", "€": "euros", "£": "pounds", "¥": "yen", "EUR": "euros", "US$": "US dollars"}


def find_money(source: str, starts: Sequence[int]) -> Iterator[Quantity]:
    """Amounts of money in a French text; may overlap, the better ones come first.

    `starts` are the places where numbers begin.
    """
    for found in matches_at(_AFTER, source, starts):
        name = found.lastgroup or ""
        if found[name].istitle() and len(found[name]) > 1:
            continue  # a proper name: `2 Real`
        currency = _CURRENCIES[int(name[1:])]
        scale = found["scale"] or _SHORT.get((found["short"] or "").lower())
        start = found.start()
        first = found["first"]
        if first and not is_range(source, found):
            start, first = found.start("number"), None
        number = found["number"]
        if not scale and _THREE_DECIMALS.match(number) and found[name].split()[0][-1] == "s":
            number = number.replace(",", " ")  # `1,300 dollars`; a rate has the singular, `1,357 dollar`
        sign = "-" if found["sign"] and start == found.start() else ""
        if first:
            forms = _range_forms(first, found["join"], number, scale, currency)
        else:
            halved = and_a_half(number, scale) if scale and found["half"] and number.isdigit() else None
            forms = _forms(number, scale, currency, halved)
            forms += _forms(found["number"], scale, currency) if number != found["number"] else []
        yield quantity((start, found.end()), "money", [sign + form for form in forms])
    for found in _BEFORE.finditer(source) if _SIGN.search(source) else ():
        numbers = scaled_forms(found["number"], found["scale"]) if found["scale"] else english_forms(found["number"])
        gap = " " if found["symbol"].isalpha() else ""
        forms = [found["symbol"] + gap + number for number in numbers]
        if found["symbol"] in _SIGN_NAMES:
            forms += [f"{number} {_SIGN_NAMES[found['symbol']]}" for number in numbers]
        yield quantity(found.span(), "money", forms)


def _forms(literal: str, scale: str | None, currency: _Currency, numbers: list[str] | None = None) -> list[str]:
    numbers = numbers or (scaled_forms(literal, scale) if scale else english_forms(literal))
    plural = literal not in ("1", "1,0") or bool(scale)
    name = currency.plural if plural else currency.singular
    named = [f"{number} {name}" for number in numbers]
    named += [f"{number.replace(' ', '-')}-{currency.singular}" for number in numbers[:2]]
    named += [f"{number} {currency.singular}" for number in numbers[:2]]
    named += [f"{number} {other}" for other in _OTHER_NAMES.get(currency.plural, ()) for number in numbers[:3]]
    coded = [f"{mark}{gap}{numbers[0]}" for mark in _marks(currency) for gap in ("", " ")]
    if not currency.symbol:
        return named + coded
    symbols = [currency.symbol + _money(number) for number in numbers if number[:1].isdigit()]
    symbols += [currency.symbol + numbers[0]] if numbers[0][:1].isdigit() else []
    short = _CENTS.sub("", numbers[0])  # `2,50 euros`: also 2.5 euros
    if short != numbers[0]:
        named += [f"{short} {name}", f"{short} {currency.singular}", f"{short}-{currency.singular}"]
        symbols.append(currency.symbol + short)
    if currency.symbol == "US$":
        coded += [mark[2:] if mark.startswith("US$") else mark for mark in symbols]
        coded += [f"{number} dollars" for number in numbers] + [f"{number} U.S. dollars" for number in numbers[:2]]
        coded += [f"U.S. ${numbers[0]}", f"${numbers[0]} US", f"${numbers[0]} U.S."]
    return symbols + named + coded


_THREE_DECIMALS = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}\Z")
_CENTS = re.compile(r"(?<=\.[1-9])0\Z|\.00\Z")
_OTHER_NAMES = {
    "dollars": ("US dollars", "U.S. dollars", "United States dollars", "American dollars", "Canadian dollars"),
    "US dollars": ("United States dollars", "American dollars"), "pounds": ("pounds sterling", "British pounds"),
    "francs": ("Swiss francs", "CFA francs", "French francs", "Belgian francs", "Congolese francs"),
    "CFA francs": ("francs CFA", "FCFA"), "rubles": ("roubles", "Russian rubles", "Russian roubles"),
    "Belarusian rubles": ("Belarusian roubles",),
    "rupiah": ("Indonesian rupiah", "rupiahs", "Indonesian rupees", "rupees"),
    "rupees": ("Indian rupees", "Pakistani rupees"), "pesos": ("Mexican pesos", "Argentine pesos"),
    "yuan": ("Chinese yuan", "yuans", "renminbi"), "yen": ("Japanese yen", "yens"), "won": ("South Korean won", "wons"),
    "dinars": ("Algerian dinars", "Tunisian dinars", "Iraqi dinars"), "hryvnias": ("Ukrainian hryvnias", "hryvnia"),
    "rials": ("Iranian rials",), "dirhams": ("Moroccan dirhams",), "Turkish lira": ("Turkish liras",),
    "Swedish kronor": ("Swedish crowns", "Swedish kronas", "kronor"), "zlotys": ("zloty", "Polish zlotys"),
    "Norwegian kroner": ("Norwegian crowns", "kroner"), "Danish kroner": ("Danish crowns", "kroner"),
    "Czech korunas": ("Czech crowns", "korunas", "koruna", "Czech koruna"), "rand": ("rands", "South African rand"),
    "marks": ("German marks", "Deutschmarks"), "German marks": ("Deutschmarks", "Deutsche marks", "marks"),
    "shekels": ("Israeli shekels", "new shekels"),
    "baht": ("bahts", "Thai baht"), "reais": ("Brazilian reais", "reals"),
}  # fmt: skip
"""What else a good translation may call a currency: the country is said or left out, the plural varies."""


def _marks(currency: _Currency) -> list[str]:
    """Signs and codes that English texts write before the amount."""
    signs = {"CAD": ["C$", "CA$", "Can$"], "AUD": ["A$", "AU$", "$A"], "NZD": ["NZ$"], "HKD": ["HK$"], "TWD": ["NT$"],
             "SGD": ["S$"], "JPY": ["¥"], "CNY": ["¥"], "INR": ["₹"], "ILS": ["₪"], "BRL": ["R$"]}  # fmt: skip
    if currency.plural == "dollars":
        return ["US$", "USD", "C$", "CA$", "CAD"]
    if currency.plural == "francs":
        return ["CHF", "SFr", "FCFA"]
    return signs.get(currency.code, []) + ([currency.code] if currency.code else [])


def _money(number: str) -> str:
    """Cents have two figures: `3.5` is `3.50`."""
    return number + "0" if re.fullmatch(r"[0-9,]+\.[0-9]", number) else number


def _range_forms(first: str, join: str, second: str, scale: str | None, currency: _Currency) -> list[str]:
    """`10 à 15 millions d'euros`: `€10 million to €15 million`, or one sign and one name for both."""
    gap = connector(join)
    low, high = english_forms(first), (scaled_forms(second, scale) if scale else english_forms(second))
    each = scaled_forms(first, scale) if scale else low
    plural = currency.plural
    marks = (gap,) if gap == " or " else tuple(dict.fromkeys((gap, " to ", " and ", "-", "–", " - ", " or ")))
    names = (plural, *_OTHER_NAMES.get(plural, ()))
    forms = [f"{a}{mark}{b} {name}" for mark in marks for name in names for a in (low[0], each[0]) for b in high[:2]]
    if len(low) > 1 and len(high) > 1:
        forms += [f"{low[1]}{mark}{high[1]} {name}" for mark in marks for name in names]
    if not currency.symbol:
        return forms
    sign = currency.symbol
    apart = [f"{sign}{_money(each[0])}{mark}{sign}{_money(high[0])}" for mark in marks]
    apart += [f"{sign}{low[0]}{mark}{sign}{high[0]}" for mark in marks]
    together = [f"{sign}{low[0]}{mark}{high[0]}" for mark in marks]
    return (together + apart if gap == "-" else apart + together) + forms
