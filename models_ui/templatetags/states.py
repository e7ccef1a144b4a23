"""How does a page name a state? Icon and word; the colour belongs to components.css."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString

from models_ui.submissions.states import WORDS, State
from models_ui.templatetags.icons import svg

ICONS = {
    State.PENDING: "clock",
    State.CHANGES_REQUESTED: "pencil",
    State.APPROVED: "agreed",
    State.QUEUED: "dots",
    State.CALLING: "turning",
    State.CREATED: "done",
    State.FAILED: "failed",
    State.UNKNOWN: "question",
    State.NEEDS_ATTENTION: "warning",
    State.REJECTED: "struck",
    State.REFUSED: "shield",
    State.WITHDRAWN: "back",
}

# State -> the word people read, and the icon beside it. A draft has no state of its own; "draft" is what they all are.
STATES = {"draft": ("Draft", "dashed"), **{state.value: (WORDS[state], icon) for state, icon in ICONS.items()}}


def word(state: str) -> str:
    """Return what people read for a state. Raises KeyError for a state that has no word."""
    return STATES[state][0]


def badge(state: str) -> SafeString:
    """Return the badge of a state. Raises KeyError for a state that has no word."""
    text, icon = STATES[state]
    return format_html('<span class="state" data-state="{}">{}{}</span>', state.replace("_", "-"), svg(icon), text)
