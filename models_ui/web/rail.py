"""Which steps does the wizard have, how does each stand, and where is this person?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from django.urls import reverse

from models_ui.drafts.models import Draft
from models_ui.form.status import StepStatus
from models_ui.form.steps import Step

REVIEW = "review"
# AWS takes fifteen; of a paste with more only these are listed, and the one where somebody is.
MOST_CONTAINERS = 20


class Look(NamedTuple):
    """How a status looks: `data-step`, icon and word."""

    step: str
    icon: str
    word: str


LOOKS = {
    "not-started": Look("", "ring", "Not started"),
    "in-progress": Look("progress", "half", "In progress"),
    "complete": Look("complete", "check", "Complete"),
    "optional": Look("", "ring", "Optional"),
    "problem": Look("problem", "error", "There is a problem"),
}
DONE = frozenset({"complete", "optional"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One entry of the rail. `name` is the step's; `stops` are the containers of a pipeline."""

    name: str
    title: str
    url: str
    look: Look
    current: bool = False
    stops: list[Stop] = field(default_factory=list)
    # How many containers there are besides, for which a rail has no room.
    unshown: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rail:
    """The whole rail, and where in it the person is, as narrow screens say it."""

    stops: list[Stop]
    # The ordinary screens behind a designed form.
    more: list[Stop]
    position: str


def rail(draft: Draft, standing: Sequence[StepStatus], current: str) -> Rail:
    """Return the rail of a draft for somebody on the step named `current`."""
    front = [status for status in standing if not status.step.behind]
    behind = [status for status in standing if status.step.behind]
    return Rail(
        stops=[
            *nested(draft, front, current),
            review_stop(draft, standing),
        ],
        more=nested(draft, behind, current),
        position=position(front, behind, current),
    )


def position(front: Sequence[StepStatus], behind: Sequence[StepStatus], current: str) -> str:
    """Return where in the rail somebody is, in words. What stands behind a designed form is no step of it."""
    titles = {status.step.name: status.step.title for status in front} | {REVIEW: "Review and submit"}
    if current in titles:
        return f"Step {[*titles].index(current) + 1} of {len(titles)}: {titles[current]}"
    return f"More settings: {next(status.step.title for status in behind if status.step.name == current)}"


def nested(draft: Draft, standing: Iterable[StepStatus], current: str) -> list[Stop]:
    """Return the stops, the containers of a pipeline below their list."""
    standing = list(standing)
    stops = {status.step: step_stop(draft, status, current=status.step.name == current) for status in standing}
    parent = next((step for step in stops if step.screen.role == "list"), None)
    below = [stop for step, stop in stops.items() if parent and step.container is not None]
    above = {step: stop for step, stop in stops.items() if not parent or step.container is None}
    return [with_stops(stop, below) if step == parent else stop for step, stop in above.items()]


def with_stops(parent: Stop, stops: list[Stop]) -> Stop:
    """Return the list of containers with the containers below it; it says how many of them have a problem."""
    wrong = sum(stop.look.step == "problem" for stop in stops)
    look = parent.look
    if wrong and look.step != "problem":
        look = LOOKS["problem"]._replace(word="1 has a problem" if wrong == 1 else f"{wrong} have problems")
    shown = [stop for place, stop in enumerate(stops) if place < MOST_CONTAINERS or stop.current]
    title = f"{parent.title} ({len(stops):,})"
    return replace(parent, title=title, look=look, stops=shown, unshown=len(stops) - len(shown))


def step_stop(draft: Draft, status: StepStatus, *, current: bool) -> Stop:
    """Return the stop of one step."""
    url = reverse("draft-step", args=[draft.id, status.step.name])
    return Stop(name=status.step.name, title=status.step.short, url=url, look=look_of(status), current=current)


def look_of(status: StepStatus) -> Look:
    """Return how a step looks. Its warnings are counted, and nothing turns red for them; problems come before them."""
    look = LOOKS[status.status]
    if status.problems:
        return look._replace(word=f"{look.word} ({status.problems})")
    if not status.warnings:
        return look
    told = "1 warning" if status.warnings == 1 else f"{status.warnings} warnings"
    return Look("", "warning", told) if status.status == "optional" else look._replace(word=f"{look.word}, {told}")


def review_stop(draft: Draft, standing: Iterable[StepStatus]) -> Stop:
    """Return the last stop, which says how many steps are not done."""
    left = sum(status.status not in DONE for status in standing)
    word = "Ready to submit" if not left else "1 step to go" if left == 1 else f"{left} steps to go"
    return Stop(
        name=REVIEW,
        title="Review and submit",
        url=reverse("draft-review", args=[draft.id]),
        look=Look("", "ring", word),
    )


def resumed(standing: Iterable[StepStatus]) -> Step | None:
    """Return the step to go on with: the first with a problem, else the first not done; None when all are done."""
    standing = list(standing)
    for wanted in ("problem", "in-progress", "not-started"):
        for status in standing:
            if status.status == wanted:
                return status.step
    return None
