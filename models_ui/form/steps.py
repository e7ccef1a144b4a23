"""Which screens does the form of this request have, and which of them shows a place?"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from models_ui.contract import pointers
from models_ui.contract.json_types import Document
from models_ui.form import containers, operation
from models_ui.form.layouts.pieces import StepLayout

FIRST = "basics"
LIST = "containers"
ONE = "container"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One screen. `name` stands in its address, `short` in the rail; `container` is an index of `Containers`."""

    name: str
    title: str
    short: str
    heading: str
    optional: bool
    container: int | None = None


def steps(document: Document) -> tuple[Step, ...]:
    """Return the screens of a request in their order. One that has both kinds of container shows both."""
    found: list[Step] = []
    for screen in operation.layout().steps:
        if screen.name == LIST:
            found += [_plain(screen)] if containers.is_pipeline(document) else []
        elif screen.name == ONE:
            found += _containers(screen, document)
        else:
            found.append(_plain(screen))
    return tuple(found)


def step_named(document: Document, name: str) -> Step | None:
    """Return the screen of this name, or None where the request has none such."""
    return next((step for step in steps(document) if step.name == name), None)


def step_of(document: Document, pointer: str) -> Step:
    """Return the screen that shows a place; the first one for what has no screen of its own."""
    return finder(document)(pointer)


def finder(document: Document) -> Callable[[str], Step]:
    """Return `step_of` for many places of one request: there may be thousands of findings."""
    shown = {step.name: step for step in steps(document)}
    first = next(iter(shown.values()))
    known: dict[tuple[str, ...], Step] = {}

    def find(pointer: str) -> Step:
        place = pointers.split(pointer)[:2]
        if place not in known:
            known[place] = shown.get(_name_of(document, shown, place), first)
        return known[place]

    return find


def layout_of(step: Step) -> StepLayout:
    """Return the layout of a screen."""
    name = ONE if is_container(step) else step.name
    return next(screen for screen in operation.layout().steps if screen.name == name)


def is_container(step: Step) -> bool:
    """Say whether the screen describes one container."""
    return step.container is not None or step.name == ONE


def root(step: Step) -> str:
    """Return the pointer of what the whole screen describes: its container, else the request."""
    if step.container is not None:
        return pointers.join(containers.LISTED, step.container)
    return pointers.join(containers.PRIMARY) if step.name == ONE else ""


def resolved(step: Step, pattern: str) -> str:
    """Return the pointer that a pattern of the layout means on this screen."""
    return pattern.replace(f"/{containers.ANY}", root(step)) if is_container(step) else pattern


def _plain(screen: StepLayout) -> Step:
    return Step(
        name=screen.name,
        title=screen.title,
        short=screen.title,
        heading=screen.heading,
        optional=screen.optional,
    )


def _containers(screen: StepLayout, document: Document) -> list[Step]:
    """Return the screen of the one container, or one for each of a pipeline; both where the request has both."""
    one = [] if containers.is_pipeline(document) and containers.PRIMARY not in document else [_plain(screen)]
    return one + [
        Step(
            name=f"{screen.name}-{index + 1}",
            title=f"{screen.title} {index + 1}",
            short=f"{index + 1} {containers.host_name(container)}".strip(),
            heading=f"Describe {containers.numbered(index, container)}",
            optional=screen.optional,
            container=index,
        )
        for index, container in containers.listed(document)
    ]


def _name_of(document: Document, shown: Collection[str], place: tuple[str, ...]) -> str:
    """Return the name of the screen that would show a place, whether the request has that screen or not."""
    if place[:1] == (containers.PRIMARY,):
        return ONE
    if place[:1] == (containers.LISTED,):
        found = [f"{ONE}-{index + 1}" for index, _ in containers.listed(document) if place[1:] == (str(index),)]
        return (found or [LIST])[0]
    return _placed(shown, pointers.join(*place[:1]))


def _placed(shown: Collection[str], pointer: str) -> str:
    """Return the screen whose layout names a place; one that shows it only where set gives way to any other."""
    found = [
        (group.if_set, screen.name)
        for screen in operation.layout().steps
        for group in screen.groups
        if pointer in group.places and screen.name in shown
    ]
    return min(found, key=lambda entry: entry[0])[1] if found else FIRST
