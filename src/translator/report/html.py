"""The HTML page of a report, piece by piece: one file, no network, readable without script, on paper and on a phone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from html import escape
from importlib.resources import files

from translator.auditing.tally import EntryCount, Tally
from translator.report.chart import stacked_bar
from translator.report.facts import OUTCOMES, outcome_facts
from translator.result import Segment, TermUse

SIGNS: Mapping[str, str] = {
    "followed": "✓", "kept": "✓", "constrained": "◆", "placed": "▲", "admitted": "≈", "forbidden": "⊘", "missing": "✗",
}  # fmt: skip
"""The sign of each outcome, so that none is told by colour alone; page.css has the same ones."""

MEANINGS: Mapping[str, str] = {
    "followed": "the rendering stands in the translation",
    "kept": "the model wrote the rendering by itself",
    "constrained": "the model was held to the rendering",
    "placed": "the rendering was put in the place of other words",
    "admitted": "another accepted rendering stands",
    "forbidden": "a forbidden rendering stands",
    "missing": "the rendering was not found",
}
"""What each outcome means, for the legend."""

_TITLES = {"translation": "Translation report", "audit": "Glossary audit"}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
_TOLD_ELSEWHERE = "term missing: "
"""What a warning begins with that says again what the outcome of a term says."""

DocumentCounts = tuple[str, int, Mapping[str, int], float]
"""A document's name, segments, outcomes and score."""


def page_start(tally: Tally, documents: Sequence[DocumentCounts], signature: str, kind: str) -> str:
    """The page up to the first document: head, summary with its chart, documents, filters."""
    title = _TITLES.get(kind, "Report")
    name = documents[0][0] if len(documents) == 1 else f"{len(documents)} documents"
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>{title} · {escape(name)}</title>\n<style>\n{_file('page.css')}</style>\n</head>\n<body>\n"
        f'<header>\n<p class="kicker">{title}</p>\n<h1>{escape(name)}</h1>\n{_summary(tally)}'
        f'<p class="signature"><span>Signature</span> <code>{_breakable(signature) or "none"}</code></p>\n'
        f"{_documents(documents)}</header>\n{_filters(tally)}<main>\n"
    )


def page_end(tally: Tally) -> str:
    """The page after the last document: counts per entry, script."""
    return f"</main>\n{_entries(tally)}<script>\n{_file('page.js')}</script>\n</body>\n</html>\n"


def document_start(name: str, number: int) -> str:
    """The heading of a document and the start of its list of segments."""
    return (
        f'<section class="document" id="d{number}" aria-labelledby="h{number}">\n'
        f'<h2 id="h{number}">{escape(name)}</h2>\n'
        '<p class="columns" aria-hidden="true"><span>French</span><span>English</span></p>\n<ol class="segments">\n'
    )


def document_end() -> str:
    """The end of a document."""
    return "</ol>\n</section>\n"


def segment(segment: Segment, number: int, shown: int) -> str:
    """A segment: both sides, their terms linked with each other, and beneath them what a person should look at.

    `number` counts through all documents, from 1; `shown` is the number in its own document.
    """
    uses = list(enumerate(segment.terms, 1))
    flags = {use.outcome for _, use in uses} | ({"warning"} if _warnings(segment) else set())
    classes = " ".join(["seg", *(f"has-{escape(flag)}" for flag in sorted(flags))])
    ours = _marked(segment.source, [(use.source, n, use) for n, use in uses], f"s{number}", f"t{number}")
    theirs = _marked(
        segment.target, [(use.target, n, use) for n, use in uses if use.target], f"t{number}", f"s{number}"
    )
    return (
        f'<li class="{classes}" id="g{number}"><a class="number" href="#g{number}">{shown}</a>'
        f'<p class="source" lang="fr">{ours}</p>'
        f'<div class="right"><p class="target" lang="en">{theirs}</p>{_notes(segment, number)}</div></li>\n'
    )


# ---- a segment's parts


def _marked(text: str, spans: list[tuple[tuple[int, int], int, TermUse]], here: str, there: str) -> str:
    """A text with its terms as links to the other side."""
    pieces, at = [], 0
    for (start, end), n, use in sorted(spans, key=lambda item: item[0]):
        if not at <= start < end <= len(text):
            continue
        other = f"{there}-{n}" if use.target else f"n{here[1:]}-{n}"
        pieces.append(escape(text[at:start]))
        pieces.append(
            f'<a class="use {escape(use.outcome)}" id="{here}-{n}" href="#{other}" '
            f'title="{escape(_told(use))}">{escape(text[start:end])}'
            f'<span class="unseen"> ({escape(use.outcome)})</span></a>'
        )
        at = end
    return "".join(pieces) + escape(text[at:])


def _told(use: TermUse) -> str:
    return f"{use.outcome}: {use.entry.source} → {use.rendering}"


def _notes(segment: Segment, number: int) -> str:
    notes = []
    for n, use in enumerate(segment.terms, 1):
        if use.target is None:
            wording = escape(segment.source[slice(*use.source)])
            notes.append(
                f'<li class="note {escape(use.outcome)}" id="n{number}-{n}">{escape(use.outcome)}: '
                f'<a href="#s{number}-{n}" lang="fr">{wording}</a> → <b>{escape(use.rendering)}</b></li>'
            )
        elif use.outcome == "forbidden":
            notes.append(f'<li class="note forbidden">should read <b>{escape(use.rendering)}</b></li>')
    notes += [f'<li class="note warning">{escape(warning)}</li>' for warning in _warnings(segment)]
    return f'<ul class="notes">{"".join(notes)}</ul>' if notes else ""


def _warnings(segment: Segment) -> list[str]:
    return [warning for warning in segment.warnings if not warning.startswith(_TOLD_ELSEWHERE)]


# ---- the summary


def _summary(tally: Tally) -> str:
    total = tally.outcomes.total()
    counts = outcome_facts(tally.outcomes)
    items = [
        f'<li class="card {escape(name)}" title="{escape(MEANINGS.get(name, name))}"><b>{count:,}</b> '
        f"<span>{escape(name)}</span> <small>{count / total:.1%}</small></li>"
        for name, count in counts.items()
    ]
    if tally.warnings:
        items.append(f'<li class="card warning"><b>{tally.warnings:,}</b> <span>warnings</span></li>')
    rendered = f"{tally.score:.1%}" if total else "–"
    return (
        f'<div class="summary">\n<p class="score"><b>{rendered}</b> of {total:,} occurrences of {len(tally.entries):,} '
        f"entries are rendered as the glossary says, in {tally.segments:,} segments.</p>\n"
        f'{stacked_bar(counts, "Outcomes")}<ul class="cards">{"".join(items)}</ul>\n{_legend(counts)}</div>\n'
    )


def _legend(counts: Mapping[str, int]) -> str:
    terms = "".join(
        f'<div class="{escape(name)}"><dt>{escape(name)}</dt><dd>{MEANINGS[name]}</dd></div>'
        for name in counts
        if name in MEANINGS
    )
    return (
        f'<details class="legend"><summary>What the signs mean</summary>\n<dl>{terms}</dl></details>\n' if terms else ""
    )


def _breakable(signature: str) -> str:
    return escape(signature).replace("|", "|<wbr>")


def _documents(documents: Sequence[DocumentCounts]) -> str:
    if len(documents) < 2:
        return ""
    rows = "".join(
        f'<tr><th scope="row"><a href="#d{n}">{escape(name)}</a></th><td>{segments:,}</td>'
        f"<td>{sum(outcomes.values()):,}</td><td>{score:.1%}</td>"
        f'<td class="bar">{stacked_bar(outcome_facts(outcomes), name)}</td></tr>\n'
        for n, (name, segments, outcomes, score) in enumerate(documents, 1)
    )
    return (
        f'<details class="documents"{" open" if len(documents) < 12 else ""}><summary>Documents</summary>\n<table>'
        "<thead><tr><th>Document</th><th>Segments</th><th>Terms</th><th>Score</th><th>Outcomes</th></tr></thead>\n"
        f"<tbody>\n{rows}</tbody></table></details>\n"
    )


def _filters(tally: Tally) -> str:
    choices = [("all", "all", "")]
    choices += [(name, name, SIGNS.get(name, "")) for name in OUTCOMES if tally.outcomes[name]]
    choices += [("warning", "warnings", "!")] if tally.warnings else []
    radios = "".join(
        f'<input type="radio" name="show" id="show-{value}" value="{value}"{" checked" if value == "all" else ""}>'
        f'<label for="show-{value}" class="{value}">{label}</label>'
        for value, label, _ in choices
    )
    return (
        '<nav class="filters" aria-label="Filters">\n<fieldset><legend>Show segments</legend>'
        f'{radios}</fieldset>\n<label class="search" hidden>Search <input type="search" id="search"></label>\n'
        '<output id="shown" aria-live="polite"></output>\n<a href="#entries">Entries</a>\n</nav>\n'
    )


# ---- counts per entry


def _entries(tally: Tally) -> str:
    names = list(outcome_facts(tally.outcomes))
    heads = "".join(f'<th scope="col" class="{escape(name)}">{escape(name)}</th>' for name in names)
    body = "".join(_rows(tally.entries, names))
    return (
        '<section class="entries" id="entries" aria-labelledby="entries-title">\n'
        '<h2 id="entries-title">Entries</h2>\n'
        '<p class="lead">Those most often wrong first, then the most frequent.</p>\n'
        f'<div class="scroll" tabindex="0"><table>\n<thead><tr><th scope="col">Term</th><th scope="col">Rendering</th>'
        f'<th scope="col">Occurrences</th>{heads}</tr></thead>\n<tbody>\n{body}</tbody>\n</table></div>\n</section>\n'
    )


def _rows(counts: Sequence[EntryCount], names: Sequence[str]) -> Iterator[str]:
    for count in counts:
        entry = count.entry
        cells = "".join(f'<td class="{escape(name)}">{count.outcomes[name] or ""}</td>' for name in names)
        place = f"{entry.path.replace(chr(92), '/').rsplit('/')[-1]}:{entry.line}" if entry.path else ""
        ways = "; ".join(
            ", ".join(f"{wording} ({number})" for wording, number in found.most_common())
            for found in count.inconsistent.values()
        )
        also = f"<br><small>several wordings: {escape(ways)}</small>" if ways else ""
        yield (
            f'<tr><th scope="row" lang="fr"><a href="#g{count.first + 1}">{escape(entry.source)}</a></th>'
            f'<td><span lang="en">{escape(entry.rendering)}</span> <small>{escape(place)}</small>{also}</td>'
            f"<td>{count.total:,}</td>{cells}</tr>\n"
        )


@cache
def _file(name: str) -> str:
    """A style sheet or script of this package."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
