"""A small chart of outcomes: one bar, cut by their shares, as inline SVG."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

_WIDTH, _HEIGHT = 1000, 28


def stacked_bar(counts: Mapping[str, int], title: str) -> str:
    """The bar; its parts have the outcomes as classes and, told aloud or under the pointer, their counts."""
    total = sum(counts.values())
    told = ", ".join(f"{count:,} {name}" for name, count in counts.items()) or "no terms"
    parts, at = [], 0.0
    for name, count in counts.items():
        width = count / total * _WIDTH if total else 0
        label = f"{name}: {count:,} ({count / total:.1%})"
        parts.append(
            f'<rect class="{escape(name)}" x="{at:.1f}" y="0" width="{max(width - 2, 1.5):.1f}" height="{_HEIGHT}">'
            f"<title>{escape(label)}</title></rect>"
        )
        at += width
    return (
        f'<svg class="chart" viewBox="0 0 {_WIDTH} {_HEIGHT}" preserveAspectRatio="none" role="img" '
        f'aria-label="{escape(title)}: {escape(told)}">{"".join(parts)}</svg>\n'
    )
