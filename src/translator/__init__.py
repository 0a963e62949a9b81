"""Offline French to English translation in which no institution, title or name is ever rendered two ways.

>>> import translator
>>> tr = translator.Translator()
>>> print(tr.translate("Le secrétaire d'État américain Antony Blinken est arrivé à Stockholm."))  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from translator.errors import DocumentError, DownloadError, Error, GlossaryError, ModelError, UsageError

if TYPE_CHECKING:
    from translator.auditing.audit import Audit, audit
    from translator.glossary.check.finding import Finding
    from translator.glossary.entry import Entry
    from translator.glossary.glossary import Glossary
    from translator.pipeline import Translator
    from translator.result import Segment, TermUse, Translation

__all__ = [
    "Audit",
    "DocumentError",
    "DownloadError",
    "Entry",
    "Error",
    "Finding",
    "Glossary",
    "GlossaryError",
    "ModelError",
    "Segment",
    "TermUse",
    "Translation",
    "Translator",
    "UsageError",
    "audit",
]

_HOMES = {
    "Audit": "translator.auditing.audit",
    "Entry": "translator.glossary.entry",
    "Finding": "translator.glossary.check.finding",
    "Glossary": "translator.glossary.glossary",
    "Segment": "translator.result",
    "TermUse": "translator.result",
    "Translation": "translator.result",
    "Translator": "translator.pipeline",
    "audit": "translator.auditing.audit",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that importing the package costs next to nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = globals()[name] = getattr(import_module(_HOMES[name]), name)
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
