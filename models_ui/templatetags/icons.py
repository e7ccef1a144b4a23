"""Which drawing stands for which thing? All are lines on a grid of 16, made for this product."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

RING = "M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0z"
DISC = "M14.75 8a6.75 6.75 0 1 1-13.5 0 6.75 6.75 0 0 1 13.5 0z"
SHIELD = "M8 1.8l5 1.9v3.8c0 3.2-2.1 5.6-5 6.7-2.9-1.1-5-3.5-5-6.7V3.7z"


@dataclass(frozen=True, slots=True, kw_only=True)
class Icon:
    """One drawing: what is stroked, what is filled, what is cut out of the filling, and the dashes of the stroke."""

    line: str = ""
    solid: str = ""
    cut: str = ""
    dashes: str = ""


ICONS = {
    "brand": Icon(
        line="M6 2.5c-2 0-2 1.2-2 2.8S4 8 2.5 8C4 8 4 9.1 4 10.7s0 2.8 2 2.8M10 2.5c2 0 2 1.2 2 2.8S12 8 13.5 8"
        "c-1.5 0-1.5 1.1-1.5 2.7s0 2.8-2 2.8M6.3 8.2l1.2 1.2 2.3-2.6"
    ),
    "menu": Icon(line="M2.5 4.5h11M2.5 8h11M2.5 11.5h11"),
    "person": Icon(
        line="M10.7 5.2a2.7 2.7 0 1 1-5.4 0 2.7 2.7 0 0 1 5.4 0zM2.8 13.5c.5-2.7 2.5-4.2 5.2-4.2s4.7 1.5 5.2 4.2"
    ),
    "plus": Icon(line="M8 3v10M3 8h10"),
    "cross": Icon(line="M4 4l8 8M12 4l-8 8"),
    "up": Icon(line="M8 13V3M4 7l4-4 4 4"),
    "down": Icon(line="M8 3v10M4 9l4 4 4-4"),
    "check": Icon(line="M3.5 8.5l3 3 6-7"),
    "copy": Icon(line="M6 5.5h7.5v8H6zM3.5 10.5h-1v-8H10v1"),
    "download": Icon(line="M8 2.5v8M4.5 7L8 10.5 11.5 7M2.5 13.5h11"),
    "lock": Icon(line="M3.5 7h9v6.5h-9zM5.5 7V5a2.5 2.5 0 0 1 5 0v2"),
    "unlock": Icon(line="M2.5 7h9v6.5h-9zM9 7V4.5a2.5 2.5 0 0 1 5 0V6"),
    "info": Icon(line=f"{RING}M8 7.5v3.6M8 5h.01"),
    "error": Icon(line=f"{RING}M8 4.9v3.6M8 11h.01"),
    "warning": Icon(line="M8 2.2l6.3 11.3H1.7zM8 6.5v3M8 11.5h.01"),
    "ring": Icon(line=RING),
    "half": Icon(line=RING, solid="M8 2a6 6 0 0 1 0 12z"),
    "dashed": Icon(line=RING, dashes="2.2 2.51"),
    "clock": Icon(line=f"{RING}M8 4.8V8l2.1 1.5"),
    "pencil": Icon(line="M3 13l.6-2.6 7-7a1.4 1.4 0 0 1 2 2l-7 7zM9.3 4.7l2 2"),
    "agreed": Icon(line=f"{RING}M5.5 8.2l1.7 1.7 3.3-3.7"),
    "dots": Icon(line=f"{RING}M5.3 8h.01M8 8h.01M10.7 8h.01"),
    "turning": Icon(line="M14 8a6 6 0 1 1-3-5.2"),
    "done": Icon(solid=DISC, cut="M5.2 8.2l1.9 1.9 3.7-4.1"),
    "failed": Icon(solid=DISC, cut="M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4"),
    "question": Icon(line=f"{RING}M6.3 6.5a1.7 1.7 0 1 1 2.5 1.5c-.5.3-.8.6-.8 1.2M8 11.2h.01"),
    "struck": Icon(line=f"{RING}M3.8 3.8l8.4 8.4"),
    "shield": Icon(line=f"{SHIELD}M6.2 6.2l3.6 3.6M9.8 6.2L6.2 9.8"),
    "back": Icon(line="M5.5 3L2.5 6l3 3M2.5 6H10a3.5 3.5 0 0 1 0 7H7"),
}


@functools.cache
def svg(name: str) -> SafeString:
    """Return the drawing as inline SVG, hidden from assistive technology: the word beside it says what it means.

    Raises KeyError for a name that is not in `ICONS`.
    """
    icon = ICONS[name]
    paths = [
        ("", icon.line, f' stroke-dasharray="{icon.dashes}"' if icon.dashes else ""),
        ("", icon.solid, ' fill="currentColor" stroke="none"'),
        (' class="cut"', icon.cut, ""),
    ]
    drawn = format_html_join("", '<path{} d="{}"{}/>', [(SafeString(a), d, SafeString(b)) for a, d, b in paths if d])
    return format_html('<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">{}</svg>', drawn)
