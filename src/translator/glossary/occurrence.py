"""What the matcher finds in a source segment, and what it asks of the target."""

from __future__ import annotations

from dataclasses import dataclass

from translator.glossary.entry import Entry


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A source term at `start:end` of a segment and the rendering that the target must hold.

    `accepted` are further renderings that are left alone when the model chose them (status `admitted`), `forbidden`
    those that must not stand. `article` is `the` or `none`: whether the rendering takes the definite article.
    `plural` tells whether the French is plural. `short` is a shorter source wording of the same term, given to the
    model instead of the text where a scraped page has glued an abbreviation to its expansion, else empty. `person` is
    the name of a person in the rendering, if there is one.
    """

    start: int
    end: int
    entry: Entry
    rendering: str
    accepted: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    article: str = "none"
    plural: bool = False
    short: str = ""
    person: str = ""
