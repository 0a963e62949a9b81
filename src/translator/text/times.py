"""French clock times and durations in hours: `14 h 30` is `2:30 p.m.`, `pendant 3 h` is `3 hours`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from translator.text.number_forms import SPACE, START, english_forms, matches_at
from translator.text.number_words import cardinal
from translator.text.quantity import Quantity, quantity

__all__ = ["clock_forms", "find_times"]

_S = SPACE
_HOUR = r"(?:[01]?[0-9]|2[0-4])"
_PART = rf"(?:{_S}(?P<part>(?:du|le){_S}matin|(?:du|le){_S}soir|de{_S}l['’]après-midi|de{_S}la{_S}nuit))?"
_H = re.compile(
    rf"{START}(?P<hour>[0-9]{{1,2}}){_S}?(?:h|H)(?:{_S}?(?P<minute>[0-5][0-9])(?:{_S}?(?:min|mn|m))?|{_S}(?P<few>[0-9])(?={_S}?(?:[.,;:)]|$)))?(?![\w/])"
    rf"(?!{_S}(?:sur|/){_S}24){_PART}"
)
_HEURES = re.compile(
    rf"{START}(?P<hour>{_HOUR}){_S}heures?(?:{_S}(?P<minute>[0-5][0-9]|et{_S}demie|et{_S}quart|moins{_S}(?:le{_S})?quart"
    rf"|(?:précises|pile)))?(?!\w)(?!{_S}[0-9]){_PART}",
    re.IGNORECASE,
)
_SHARED = re.compile(rf"{START}(?P<first>{_HOUR}){_S}(?P<join>à|et){_S}(?=(?P<second>{_HOUR}){_S}?h(?:eures)?(?!\w))")
_COLON = re.compile(
    rf"(?<![\w:.,])(?P<hour>[01]?[0-9]|2[0-3]):(?P<minute>[0-5][0-9])(?![\w:])(?![.,][0-9])(?:{_S}(?:h|heures)(?!\w))?"
)
_ROUND_THE_CLOCK = re.compile(rf"(?<!\w)24{_S}?(?:h|heures){_S}?(?:/|sur){_S}?24(?!\w)(?:{_S}?h(?!\w))?", re.IGNORECASE)
_ALWAYS = ("24 hours a day", "24/7", "24 hours", "around the clock", "round the clock", "24-hour", "round-the-clock")
_DURATION_BEFORE = re.compile(
    r"(?:pendant|durant|en|après|toutes les|chaque|quelque|quelques|presque|près de|plus de|moins de|environ|dans|"
    r"sur|d['’]ici|il y a|bout de|dernières|prochaines|premières|les|des|ces|ses|délai de|course de|marche de|"
    r"vol de|trajet de|route de|film de|durée de|durée|dure|duré|dura|grève de|garde à vue de|ultimatum de|"
    r"débat de|réunion de|par|une|seulement|au moins|au plus|d['’]au moins|passé|passe|travail de|trêve de)\s$",
    re.IGNORECASE,
)
_CLOCK_BEFORE = re.compile(
    r"(?:à|vers|dès|jusqu['’]à|avant|et|entre|de|il est|il était|lundi|mardi|mercredi|jeudi|vendredi|samedi|"
    r"dimanche|matin|soir|midi|après-midi|aujourd['’]hui|demain|depuis|minuit|partir de|alentours de|environs de|"
    r"coup de|les)[,\s]\s?$",
    re.IGNORECASE,
)
_LENGTH_AFTER = re.compile(
    r"\s?(?:(?:de|d['’]|par|chacun|durant|pendant|plus (?:tard|tôt)|auparavant|supplémentaires?|après|avant)(?!\w)"
    r"|d['’]|/)",
    re.IGNORECASE,
)
_NEAR_BEFORE = re.compile(r"(?:partir|alentours|environs|coup|autour|avance|aube) de\s$", re.IGNORECASE)
_OF_AFTER = re.compile(r"\s(?:de\s|d['’])", re.IGNORECASE)
_ZONE_AFTER = re.compile(r"\s\(?(?:GMT|UTC|TU|HNE|HAE|CET|heures? (?:locale|de)(?!\w))")
_SECOND_BEFORE = re.compile(rf"(?:de|entre){_S}[0-9]{{1,2}}{_S}(?:à|et){_S}$", re.IGNORECASE)
_FROM_BEFORE = re.compile(rf"(?<!\w)(?:de|entre){_S}$", re.IGNORECASE)
_TO_AFTER = re.compile(rf"{_S}(?:à|et|jusqu['’]à){_S}(?:(?:[01]?[0-9]|2[0-4]){_S}?h|minuit|midi)", re.IGNORECASE)
_PARTS = {"matin": False, "nuit": False, "soir": True, "midi": True}


@cache
def _day_periods(locale: str) -> tuple[str, str]:
    """`a.m.`, `p.m.` as CLDR abbreviates them; the press of the United States writes `AM` the Canadian way (AP)."""
    from babel import Locale

    periods = Locale.parse(locale).day_periods["format"]["abbreviated"]
    am, pm = periods["am"], periods["pm"]
    return ("a.m.", "p.m.") if am.isupper() else (am.replace("\u202f", " "), pm.replace("\u202f", " "))


def find_times(source: str, locale: str, starts: Sequence[int]) -> Iterator[Quantity]:
    """Clock times, and durations written with `h`, in a French text; may overlap, the better ones come first.

    `starts` are the places where numbers begin.
    """
    for found in matches_at(_COLON, source, starts):
        hour, minute = int(found["hour"]), int(found["minute"])
        clock = f"{hour}:{minute:02}" if found[0][0] != "0" else f"{hour:02}:{minute:02}"
        forms = clock_forms(hour, minute, None, locale)
        # Without `h` it may be a result or a length of time: left as it stands unless the model says otherwise.
        yield quantity(found.span(), "time", forms if found.end() > found.end("minute") else [clock, *forms])
    for found in matches_at(_ROUND_THE_CLOCK, source, starts):
        yield quantity(found.span(), "duration", _ALWAYS)
    for found in matches_at(_SHARED, source, starts):
        before = source[max(0, found.start() - 30) : found.start()]
        if _FROM_BEFORE.search(before) and int(found["first"]) < int(found["second"]):
            after = re.compile(rf"{_HOUR}{_S}?h(?:eures)?").match(source, found.end())
            if after and not _LENGTH_AFTER.match(source, after.end()):
                forms = [*clock_forms(int(found["first"]), 0, None, locale), *english_forms(found["first"])]
                yield quantity(found.span("first"), "time", forms)  # `de 8 à 10 heures` may be a length
    for pattern in (_H, _HEURES):
        for found in matches_at(pattern, source, starts):
            minute = _minute(found["minute"] or (found["few"] if pattern is _H else None))
            hour = int(found["hour"])
            part = next((late for word, late in _PARTS.items() if word in (found["part"] or "").lower()), None)
            if _is_clock(source, found, spelt=pattern is _HEURES):
                if minute < 0:
                    hour, minute = hour - 1, 60 + minute
                forms = clock_forms(hour % 25, minute, part, locale)
                if minute and part is None and re.search(r"(?<!\w)(?:de|d['’])\s?\Z", source[: found.start()][-4:]):
                    forms += _duration_forms(hour, minute)  # `un débat de 1 h 30`, `le train de 1 h 30`
                elif not minute and _SECOND_BEFORE.search(source[max(0, found.start() - 16) : found.start()]):
                    forms += _duration_forms(hour, 0)
                yield quantity(found.span(), "time", forms)
            elif pattern is _H:
                forms = _duration_forms(hour, minute)
                if minute and hour < 24:
                    forms += clock_forms(hour, minute, None, locale)
                yield quantity(found.span(), "duration", forms)


def _minute(written: str | None) -> int:
    if not written or not written.strip():
        return 0
    if written.isdigit():
        return int(written)
    return 30 if "demie" in written else -15 if "moins" in written else 15 if "quart" in written else 0


def _is_clock(source: str, found: re.Match[str], *, spelt: bool) -> bool:
    """Whether the hours are a time of day, from the words around them; `spelt` for `heures` written out."""
    if int(found["hour"]) > 24 or (int(found["hour"]) == 24 and _minute(found["minute"])):
        return False
    if found["part"] or int(found["hour"]) == 0 or _ZONE_AFTER.match(source, found.end()):
        return True
    before = source[max(0, found.start() - 30) : found.start()]
    if _FROM_BEFORE.search(before) and _TO_AFTER.match(source, found.end()):
        return True
    if _LENGTH_AFTER.match(source, found.end()) and not _TO_AFTER.match(source, found.end()):
        if not found["minute"] or _DURATION_BEFORE.search(before):
            return False
        return bool(_CLOCK_BEFORE.search(before)) or not _OF_AFTER.match(source, found.end())
    if _NEAR_BEFORE.search(before):
        return True
    if _DURATION_BEFORE.search(before) and not re.search(r"(?:dans|sur) les\s$", before):
        return bool(found["minute"]) and before.lower().endswith(("après ", "les "))
    if _CLOCK_BEFORE.search(before):
        if re.search(r"(?<!\w)de\s$", before, re.IGNORECASE):  # `le train de 9 h`, but `une attente de 9 h`
            return bool(found["minute"])
        return not (spelt and re.search(r"(?:depuis|les|et)\s$", before, re.IGNORECASE) and not found["minute"])
    return bool(found["minute"]) and not spelt


def clock_forms(hour: int, minute: int, late: bool | None, locale: str) -> list[str]:
    """Forms of a time of day; `late` is what `du matin` (false) or `du soir` (true) says."""
    if late and hour < 12:
        hour += 12
    afternoon = 12 <= hour < 24
    full, twelve = f"{hour:02}:{minute:02}", (hour - 1) % 12 + 1
    clocks = [f"{twelve}:{minute:02}"] if minute else [str(twelve), f"{twelve}:00"]
    forms = []
    if minute == 0 and hour % 12 == 0:
        forms += ["noon", "12 noon", "midday"] if hour == 12 else ["midnight", "12 midnight"]
    for period in (_day_periods(locale), ("a.m.", "p.m."), ("am", "pm")):
        forms += [f"{clock} {period[afternoon]}" for clock in clocks]
    dotted, half = f"{twelve}.{minute:02}", "pm" if afternoon else "am"
    forms += [f"{dotted} {half[0]}.m.", f"{dotted} {half}", *(f"{clock}{half}" for clock in (*clocks, dotted))]
    forms += [full, full.lstrip("0") if hour else full, full.replace(":", "."), full.replace(":", "")]
    if minute == 0:
        forms += [f"{number} o{mark}clock" for number in (twelve, cardinal(twelve)) for mark in "'’"]
    if late is not None:
        parts = ("at night", "in the evening", "in the afternoon") if late else ("in the morning", "at night")
        forms += [f"{clock} {part}" for clock in clocks for part in parts]
    return forms


def _duration_forms(hours: int, minutes: int | None) -> list[str]:
    """Forms of a length of time in hours and minutes; `minutes` is `None` if none were written."""
    hour = "hour" if hours == 1 else "hours"
    whole = [f"{hours} {hour}", f"{cardinal(hours)} {hour}"]
    if not minutes:
        forms = [*whole, f"{hours}-hour", f"{cardinal(hours)}-hour", f"{hours} h", f"{hours}h", f"{hours} hrs"]
        return [*forms, "an hour"] if hours == 1 else forms
    rest = f"{minutes} minute" if minutes == 1 else f"{minutes} minutes"
    forms = [f"{start}{link}{rest}" for link in (" ", " and ", ", ") for start in whole]
    if minutes == 30:
        halves = [f"{hours}.5", f"{hours} ½", f"{hours}½", f"{hours} 1/2", f"{cardinal(hours)} and a half"]
        forms += [f"{half} hours" for half in halves] + [f"{half.replace(' ', '-')}-hour" for half in halves]
        forms += ["an hour and a half", "one hour and a half"] if hours == 1 else []
    return [*forms, f"{hours} h {minutes} min", f"{hours}:{minutes:02}"]
