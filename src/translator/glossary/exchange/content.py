"""What passes between a file format and a glossary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from translator.errors import GlossaryError
from translator.glossary.entry import COLUMNS, Entry


@dataclass(frozen=True, slots=True)
class Languages:
    """The language codes of the two sides. `fr` stands for `fr-CA`, `FR` and `fra` as well."""

    source: str = "fr"
    target: str = "en"


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds: entries, columns in their order, and notices about what could not be taken over."""

    entries: list[Entry]
    notices: list[str] = field(default_factory=list)
    columns: tuple[str, ...] = COLUMNS


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a concept in one language. `type` is `abbreviation`, `variant` or empty (a full form).

    `fields` are columns of our own that the file says belong to the row of this (English) term.
    """

    text: str
    status: str = "preferred"
    type: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept of a multilingual term base: its terms by language code, and columns that belong to all of them."""

    terms: Mapping[str, Sequence[Term]]
    fields: Mapping[str, str] = field(default_factory=dict)
    line: int = 0


LISTS = ("forms", "context", "examples")
"""The columns that hold several items."""

DEFAULTS = (("kind", "term"), ("status", "preferred"))
"""What an empty cell stands for."""

SHARED = ("kind", "case", "context", "domain")
"""The columns that the admitted and forbidden rows of a concept take over from its first row."""

_THREE_LETTERS = {
    "fr": ("fra", "fre"), "en": ("eng",), "es": ("spa",), "pt": ("por",), "de": ("deu", "ger"), "it": ("ita",),
    "nl": ("nld", "dut"), "la": ("lat",), "zu": ("zul",), "ru": ("rus",), "ar": ("arb", "ara"), "hi": ("hin",),
    "zh": ("zho", "chi"), "ja": ("jpn",), "pl": ("pol",), "uk": ("ukr",), "sl": ("slv",),
}  # fmt: skip


def same_language(code: str, wanted: str) -> bool:
    """Whether a language code of a file is the wanted language: `fr-CA`, `FR_fr` and `fra` are `fr`."""
    code, wanted = (text.strip().lower().replace("_", "-") for text in (code, wanted))
    if code == wanted or code.startswith(wanted + "-"):
        return True
    return code.partition("-")[0] in _THREE_LETTERS.get(wanted, ())


def require_languages(present: Iterable[str], languages: Languages, path: str) -> None:
    """Raise `GlossaryError` that lists the languages of the file if one of the two wanted is not among them."""
    found = sorted({code for code in present if code})
    for wanted in (languages.source, languages.target):
        if not any(same_language(code, wanted) for code in found):
            names = ", ".join(found) or "none"
            message = f"no terms in {wanted!r}; languages of the file: {names}. Choose two of them with --from and --to"
            raise GlossaryError(message, path=path)


def entries_of(concepts: Iterable[Concept], languages: Languages, path: str) -> tuple[list[Entry], list[str]]:
    """Entries from concepts: per concept the preferred pair first, further English terms as admitted or forbidden.

    French abbreviations and further French terms go into the same row. Raises `GlossaryError` if the file lacks one
    of the two languages altogether.
    """
    concepts = list(concepts)
    require_languages((code for concept in concepts for code in concept.terms), languages, path)
    entries: list[Entry] = []
    incomplete = 0
    for concept in concepts:
        rows = list(_rows(concept, languages, path))
        incomplete += not rows
        entries += rows
    notices = []
    if incomplete:
        notices.append(f"{incomplete} of {len(concepts)} concepts left out: no term in one of the two languages")
    return entries, notices


def _rows(concept: Concept, languages: Languages, path: str) -> Iterator[Entry]:
    french = _terms(concept, languages.source)
    english = _terms(concept, languages.target)
    if not french or not english:
        return
    source, source_abbr, forms = _main(french)
    good = [term for term in english if term.status != "forbidden"]
    target, target_abbr, _ = _main(good or english)
    cells = {
        "source": source.text,
        "target": target.text,
        "forms": "|".join(term.text for term in forms),
        "status": "preferred" if good else "forbidden",
    }
    if source_abbr:
        cells |= {"source_abbr": source_abbr.text, "target_abbr": target_abbr.text if target_abbr else ""}
    yield entry_of({**cells, **concept.fields, **target.fields}, path, concept.line)
    shared = {name: concept.fields[name] for name in SHARED if name in concept.fields}
    for term in english:
        if term is target or (term is target_abbr and source_abbr):
            continue
        status = "forbidden" if term.status == "forbidden" else "admitted"
        cells = {"source": source.text, "target": term.text, "status": status}
        yield entry_of({**cells, **shared, **term.fields}, path, concept.line)


def entry_of(cells: Mapping[str, str], path: str = "", line: int = 0) -> Entry:
    """An entry from cells of the glossary's own columns; further names go into `extra`. Nothing is checked."""
    known = {name: cells.get(name, "") for name in COLUMNS}
    lists = {name: tuple(p for part in known.pop(name).split("|") if (p := part.strip())) for name in LISTS}
    known["kind"] = known["kind"] or "term"
    known["status"] = known["status"] or "preferred"
    extra = {name: cell for name, cell in cells.items() if name not in COLUMNS}
    return Entry(**known, **lists, extra=extra, path=path, line=line)  # type: ignore[arg-type]


def cells_of(entry: Entry) -> dict[str, str]:
    """The other way round: all columns of an entry as text, lists with `|` between their items."""
    values = {name: getattr(entry, name) for name in COLUMNS}
    return {name: "|".join(value) if name in LISTS else value for name, value in values.items()} | dict(entry.extra)


def _terms(concept: Concept, wanted: str) -> list[Term]:
    found: dict[tuple[str, str, str], Term] = {}
    for code, terms in concept.terms.items():
        if same_language(code, wanted):
            for term in terms:
                if term.text:
                    found.setdefault((term.text, term.type, term.status), term)
    return list(found.values())


def _main(terms: list[Term]) -> tuple[Term, Term | None, list[Term]]:
    """The leading full form, the abbreviation and the rest."""
    rank = {"preferred": 0, "admitted": 1, "forbidden": 2}
    full = [term for term in terms if term.type != "abbreviation"] or terms
    leading = min(full, key=lambda term: (rank.get(term.status, 1), term.type == "variant"))
    abbr = next((term for term in terms if term.type == "abbreviation" and term is not leading), None)
    return leading, abbr, [term for term in terms if term is not leading and term is not abbr]
