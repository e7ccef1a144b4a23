"""How does the table of states read as a page?"""

from __future__ import annotations

from collections.abc import Iterator

from models_ui.submissions.states import FINAL, TRANSITIONS, WORDS, State

INTRODUCTION = """\
# States of a submission

Written by `make docs` from `models_ui/submissions/states.py`, which is the only place that says which way a submission
may go. Every arrow locks the row, checks, writes, records one event and, where work follows, puts it into the outbox: all
in one transaction.
"""


def page() -> str:
    """Return the page in Markdown: a diagram, the states, and every transition."""
    return "\n".join([INTRODUCTION, *diagram(), "", *states(), "", *transitions(), ""])


def diagram() -> Iterator[str]:
    """Yield the lines of a Mermaid state diagram."""
    yield "```mermaid"
    yield "stateDiagram-v2"
    yield f"    [*] --> {State.PENDING.value}: submit"
    for action, transition in TRANSITIONS.items():
        for source in transition.sources:
            yield f"    {source.value} --> {transition.target.value}: {action}"
    for state in State:
        if state in FINAL:
            yield f"    {state.value} --> [*]"
    yield "```"


def states() -> Iterator[str]:
    """Yield a table of what people read for each state, and whether it is the end."""
    yield "## States"
    yield ""
    yield "| state | people read | final |"
    yield "|---|---|---|"
    for state in State:
        yield f"| `{state.value}` | {WORDS[state]} | {'yes' if state in FINAL else ''} |"


def transitions() -> Iterator[str]:
    """Yield a table of who does what, from where, to where, and the event that tells of it."""
    yield "## Transitions"
    yield ""
    yield "| action | by | from | to | event |"
    yield "|---|---|---|---|---|"
    for action, transition in TRANSITIONS.items():
        sources = ", ".join(f"`{source.value}`" for source in transition.sources)
        target, event = transition.target.value, transition.event.value
        yield f"| {action} | {transition.owner} | {sources} | `{target}` | `{event}` |"
