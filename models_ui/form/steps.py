"""Which screens does the form of this request have, and which of them shows a place?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from models_ui.contract import pointers
from models_ui.contract.json_types import Document
from models_ui.form import containers, operation
from models_ui.form.layouts.pieces import BEHIND, DESIGNED, Home, Layout, StepLayout
from models_ui.form.layouts.places import ANY


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One screen. `name` stands in its address, `short` in the rail; `container` is an index of `Containers`."""

    name: str
    title: str
    short: str
    heading: str
    optional: bool
    container: int | None = None
    # What stands on it, and the form that it belongs to.
    screen: StepLayout = field(repr=False, compare=False)
    layout: Layout = field(repr=False, compare=False)

    @property
    def behind(self) -> bool:
        """Whether it is one of the ordinary screens behind a designed form."""
        return bool(self.layout.own) and self.screen.role not in DESIGNED and self.screen.name.startswith(BEHIND)


def steps(document: Document, layout: Layout = operation.WIZARD) -> tuple[Step, ...]:
    """Return the screens of a request in their order. One that has both kinds of container shows both."""
    found: list[Step] = []
    for screen in layout.steps:
        if screen.role == "list":
            found += [_plain(screen, layout)] if containers.is_pipeline(document) else []
        elif screen.role == "container":
            found += _containers(screen, layout, document)
        elif screen.role == "each":
            found += _for_each(screen, layout, document)
        elif not _is_idle(screen, document):
            found.append(_plain(screen, layout))
    return tuple(found)


def step_named(document: Document, name: str, layout: Layout = operation.WIZARD) -> Step | None:
    """Return the screen of this name, or None where the request has none such."""
    return next((step for step in steps(document, layout) if step.name == name), None)


def step_of(document: Document, pointer: str, layout: Layout = operation.WIZARD) -> Step:
    """Return the screen that shows a place; the first one for what has no screen of its own."""
    return finder(document, layout)(pointer)


def finder(document: Document, layout: Layout = operation.WIZARD) -> Callable[[str], Step]:
    """Return `step_of` for many places of one request: there may be thousands of findings."""
    shown = steps(document, layout)
    known: dict[tuple[str, ...], Step] = {}
    ordinary = [step for step in shown if step.screen.role not in DESIGNED]
    own = _by_container(shown)

    def find(pointer: str) -> Step:
        if layout.homes and (home := layout.homes.nearest(pointer)):
            return _own(own, home, pointer) or shown[0]
        place = pointers.split(pointer)[:2]
        if place not in known:
            known[place] = _shows(ordinary, place) or shown[0]
        return known[place]

    return find


def is_first(step: Step) -> bool:
    """Say whether the screen has what no other one has."""
    return step.screen.role == "first"


def is_container(step: Step) -> bool:
    """Say whether the screen describes one container."""
    return step.screen.role == "container"


def root(step: Step) -> str:
    """Return the pointer of what the whole screen describes: its container, else the request."""
    if step.container is not None:
        return pointers.join(containers.LISTED, step.container)
    return pointers.join(containers.PRIMARY) if is_container(step) else ""


def resolved(step: Step, pattern: str) -> str:
    """Return the pointer that a pattern of the layout means on this screen."""
    if step.screen.role == "each":
        return pattern.replace(f"/{containers.LISTED}/{ANY}", root(step), 1)
    return pattern.replace(f"/{containers.ANY}", root(step)) if is_container(step) else pattern


def meant(step: Step, document: Document, pattern: str) -> tuple[str, ...]:
    """Return the pointers that a pattern of the layout means on this screen: on one of a designed form several, where it
    is meant for each container."""
    pointer = resolved(step, pattern)
    every = f"/{containers.LISTED}/{ANY}"
    if step.screen.role != "own" or not pointer.startswith(f"{every}/"):
        return (pointer,)
    return tuple(pointer.replace(every, f"/{containers.LISTED}/{index}", 1) for index, _ in containers.listed(document))


def _is_idle(screen: StepLayout, document: Document) -> bool:
    """Say whether a screen has nothing but places that are shown where they are set, and none is."""
    rare = all(group.if_set for group in screen.groups)
    return rare and not any(pointers.exists(document, place) for group in screen.groups for place in group.places)


def _plain(screen: StepLayout, layout: Layout) -> Step:
    return Step(
        name=screen.name,
        title=screen.title,
        short=screen.title,
        heading=screen.heading,
        optional=screen.optional,
        screen=screen,
        layout=layout,
    )


def _containers(screen: StepLayout, layout: Layout, document: Document) -> list[Step]:
    """Return the screen of the one container, or one for each of a pipeline; both where the request has both."""
    one = [] if containers.is_pipeline(document) and containers.PRIMARY not in document else [_plain(screen, layout)]
    return one + [
        Step(
            name=f"{screen.name}-{index + 1}",
            title=f"{screen.title} {index + 1}",
            short=f"{index + 1} {containers.host_name(container)}".strip(),
            heading=f"Describe {containers.numbered(index, container)}",
            optional=screen.optional,
            container=index,
            screen=screen,
            layout=layout,
        )
        for index, container in containers.listed(document)
    ]


def _for_each(screen: StepLayout, layout: Layout, document: Document) -> list[Step]:
    """Return the screen of a designed form once for each container."""
    return [
        Step(
            name=f"{screen.name}-{index + 1}",
            title=f"{screen.title} {index + 1}",
            short=f"{screen.title} {index + 1} {containers.host_name(container)}".strip(),
            heading=f"{screen.heading}: {containers.numbered(index, container)}",
            optional=screen.optional,
            container=index,
            screen=screen,
            layout=layout,
        )
        for index, container in containers.listed(document)
    ]


def _by_container(shown: Sequence[Step]) -> dict[tuple[str, str], Step]:
    """Return the screens by their name and their container; by no container, the first one of the name."""
    found: dict[tuple[str, str], Step] = {}
    for step in shown:
        found.setdefault((step.screen.name, ""), step)
        if step.container is not None:
            found[step.screen.name, str(step.container)] = step
    return found


def _own(shown: Mapping[tuple[str, str], Step], home: Home, pointer: str) -> Step | None:
    """Return the screen of a designed form that asks for a place: that of its container, where each has one."""
    index = next(iter(pointers.split(pointer)[1:]), "")
    return shown.get((home.step, index)) or shown.get((home.step, ""))


def _shows(shown: Sequence[Step], place: tuple[str, ...]) -> Step | None:
    """Return the screen that shows a place, or None where there is none such."""
    if place[:1] == (containers.PRIMARY,):
        return next((step for step in shown if is_container(step) and step.container is None), None)
    if place[:1] != (containers.LISTED,):
        return _placed(shown, pointers.join(*place[:1]))
    index = place[1] if len(place) > 1 else ""
    own = (step for step in shown if step.container is not None and str(step.container) == index)
    return next(own, None) or next((step for step in shown if step.screen.role == "list"), None)


def _placed(shown: Sequence[Step], pointer: str) -> Step | None:
    """Return the screen whose layout names a place; one that shows it only where set gives way to any other."""
    found = [(group.if_set, step) for step in shown for group in step.screen.groups if pointer in group.places]
    return min(found, key=lambda entry: entry[0])[1] if found else None
