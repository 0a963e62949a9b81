"""Forms of address before several names: `MM. Biden et Poutine`."""

from __future__ import annotations

from translator.glossary.entry import Entry
from translator.glossary.slots import SlotTable
from translator.glossary.words import Words

PLURAL_ADDRESSES = frozenset(("mm", "messieurs", "mmes", "mesdames", "mes"))
"""First words, folded, of the forms of address that this module reads."""


def several_addressed(words: Words, k: int, slots: SlotTable) -> tuple[int, Entry, str] | None:
    """`MM. Biden et Poutine` → `Messrs. Biden and Putin`, `Mmes May et Merkel` → `Ms. May and Ms. Merkel`.

    `Mes` of lawyers, like `Me`, has no English form: `Mes Herzog et Laffont` → `Herzog and Laffont`.

    Gives the word behind the names, an entry that stands for the form of address, and the rendering; None unless two
    names or more follow word `k`.
    """
    if k + 1 >= words.n or words.gap(k + 1).strip() not in ("", ".") or not words.capitalised(k):
        return None
    found = slots.people(words, k + 1, particle_first=True)
    if found is None:
        return None
    stop, names, joint = found
    written = words.text[words.starts[k] : words.starts[k + 1]].rstrip()
    if words.keys[k] in ("mm", "messieurs"):
        english, rendering = "Messrs.", "Messrs. " + _listed(names, joint)
    elif words.keys[k] == "mes":
        english, rendering = "", _listed(names, joint)
    else:
        english, rendering = "Ms.", _listed([f"Ms. {name}" for name in names], joint)
    return stop, Entry(f"{written} {{person}}", f"{english} {{person}}".strip(), kind="honorific"), rendering


def _listed(names: list[str], joint: str) -> str:
    return ", ".join(names[:-1]) + f" {joint} " + names[-1]
