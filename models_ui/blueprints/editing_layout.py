"""What do edits of its steps and groups make of a blueprint?

Steps are known by their names, groups by their positions: whoever edits has seen the version that they belong to.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from models_ui.audit.refusals import Refused
from models_ui.blueprints.homes import EACH, Raw, Seat, seats
from models_ui.blueprints.sound_steps import RESERVED
from models_ui.form import containers

LONGEST_NAME = 40
# The ordinary screens behind "More settings" begin so.
RESERVED_BEGINNING = "more"
_NOT_SLUG = re.compile(r"[^a-z0-9]+")

Change = Callable[[Raw], Raw]


def step(name: str, title: str, heading: str) -> Raw:
    """Return a step with nothing on it."""
    return {"name": name, "title": title, "heading": heading, "groups": []}


def named(document: Raw, wanted: str, *, besides: str = "") -> str:
    """Return a name for a step made of any words: a slug that is not reserved and that no other step has.

    `besides` is the step that may keep its own name.
    """
    slug = _NOT_SLUG.sub("-", wanted.lower()).strip("-")[:LONGEST_NAME].strip("-")
    if not slug or slug in RESERVED or slug.split("-")[0] == RESERVED_BEGINNING or not slug[0].isalpha():
        slug = f"step-{slug}"[:LONGEST_NAME].strip("-")
    taken = {one["name"] for one in document["steps"]} - {besides}
    if slug not in taken:
        return slug
    numbered = (f"{slug[: LONGEST_NAME - 3].rstrip('-')}-{number}" for number in range(2, len(taken) + 3))
    return next(name for name in numbered if name not in taken)


def add_step(document: Raw, *, title: str, heading: str = "", each: bool = False) -> Raw:
    """Return the blueprint with one more step at the end; `each` repeats it for every container of a pipeline."""
    made = step(named(document, title), title, heading or title)
    added = {**made, "each": "container"} if each else made
    return {**document, "steps": [*document["steps"], added]}


def change_step(document: Raw, name: str, *, title: str, heading: str, address: str) -> Raw:
    """Return the blueprint with other words for a step, and another address where it is given one."""
    wanted = named(document, address or name, besides=name)
    return _with_step(document, name, lambda one: {**one, "name": wanted, "title": title, "heading": heading})


def remove_step(document: Raw, name: str) -> Raw:
    """Return the blueprint without a step. Raises Refused while fields stand on it."""
    number = _number(document, name)
    if any(group["places"] for group in document["steps"][number]["groups"]):
        raise Refused("step-not-empty", "Move the fields of this step elsewhere first, or take them off the form.")
    return {**document, "steps": _without(document["steps"], number)}


def move_step(document: Raw, name: str, *, by: int) -> Raw:
    """Return the blueprint with a step further up (-1) or down (1); at the ends it stays where it is."""
    return {**document, "steps": _swapped(document["steps"], _number(document, name), by)}


def add_group(document: Raw, name: str, *, title: str, intro: str = "") -> Raw:
    """Return the blueprint with one more group at the end of a step."""
    made = _group(title, intro, [])
    return _with_step(document, name, lambda one: {**one, "groups": [*one["groups"], made]})


def change_group(document: Raw, name: str, number: int, *, title: str, intro: str) -> Raw:
    """Return the blueprint with other words for a group."""
    return _with_group(document, name, number, lambda one: _group(title, intro, one["places"]))


def remove_group(document: Raw, name: str, number: int) -> Raw:
    """Return the blueprint without a group. Raises Refused while fields stand in it."""
    if _group_of(document, name, number)["places"]:
        raise Refused("group-not-empty", "Move the fields of this group elsewhere first, or take them off the form.")
    return _with_step(document, name, lambda one: {**one, "groups": _without(one["groups"], number)})


def move_group(document: Raw, name: str, number: int, *, by: int) -> Raw:
    """Return the blueprint with a group further up (-1) or down (1) on its step; at the ends it stays where it is."""
    _group_of(document, name, number)
    return _with_step(document, name, lambda one: {**one, "groups": _swapped(one["groups"], number, by)})


def put(document: Raw, place: str, *, name: str, group: int, at: int) -> Raw:
    """Return the blueprint with a place of a step in another group, at a position of it.

    Raises Refused where the step does not ask for the container that the place is in.
    """
    if place not in seats(document):
        raise Refused("not-on-a-step", "This field is on no step any more.")
    _group_of(document, name, group)
    step_number = _number(document, name)
    if bool(document["steps"][step_number].get("each")) is not is_of_each(place):
        raise Refused(
            "other-container",
            "What is asked for each container stands on a step for each container, and everything else on other steps.",
        )
    taken = _lifted(document, place)
    return seated(taken, place, Seat(step_number, group, max(0, at)))


def nudge(document: Raw, place: str, *, by: int) -> Raw:
    """Return the blueprint with a place one further up (-1) or down (1): beyond the end of its group into the next one
    that may hold it; at the ends of the form it stays where it is."""
    seat = seats(document).get(place)
    if seat is None:
        raise Refused("not-on-a-step", "This field is on no step any more.")
    count = len(document["steps"][seat.step]["groups"][seat.group]["places"])
    if 0 <= seat.at + by < count:
        return seated(_lifted(document, place), place, seat._replace(at=seat.at + by))
    homes = [
        Seat(number, group, 0 if by > 0 else len(part["places"]))
        for number, one in enumerate(document["steps"])
        if bool(one.get("each")) is is_of_each(place)
        for group, part in enumerate(one["groups"])
    ]
    beyond = [home for home in homes if (home[:2] > seat[:2] if by > 0 else home[:2] < seat[:2])]
    if not beyond:
        return document
    return seated(_lifted(document, place), place, beyond[0] if by > 0 else beyond[-1])


def seated(document: Raw, place: str, seat: Seat, *, title: str = "") -> Raw:
    """Return the blueprint with a place put in a group; in a new one, called `title`, where there is none so far on."""
    steps = list(document["steps"])
    groups = list(steps[seat.step]["groups"])
    if seat.group >= len(groups):
        groups.append(_group(title, "", []))
    places = list(groups[seat.group]["places"])
    places.insert(seat.at, place)
    groups[seat.group] = {**groups[seat.group], "places": places}
    steps[seat.step] = {**steps[seat.step], "groups": groups}
    return {**document, "steps": steps}


def unseated(document: Raw, place: str) -> Raw:
    """Return the blueprint with a place on no step; a group that held nothing else goes with it."""
    return {**document, "steps": [{**one, "groups": _groups_without(one, place)} for one in document["steps"]]}


def is_of_each(place: str) -> bool:
    """Say whether a place is in every container of a pipeline."""
    return place.startswith(f"/{containers.LISTED}/{EACH}")


def _groups_without(one: Raw, place: str) -> list[Raw]:
    kept = [(group, [each for each in group["places"] if each != place]) for group in one["groups"]]
    return [{**group, "places": places} for group, places in kept if places or not group["places"]]


def _lifted(document: Raw, place: str) -> Raw:
    """Return the blueprint with a place on no step, and all groups where they were."""
    steps = [
        {
            **one,
            "groups": [
                {**group, "places": [each for each in group["places"] if each != place]} for group in one["groups"]
            ],
        }
        for one in document["steps"]
    ]
    return {**document, "steps": steps}


def _group(title: str, intro: str, places: list[str]) -> Raw:
    return {"title": title, "places": places, **({"intro": intro} if intro else {})}


def _with_step(document: Raw, name: str, change: Change) -> Raw:
    number = _number(document, name)
    steps = list(document["steps"])
    steps[number] = change(steps[number])
    return {**document, "steps": steps}


def _with_group(document: Raw, name: str, number: int, change: Change) -> Raw:
    _group_of(document, name, number)

    def changed(one: Raw) -> Raw:
        groups = list(one["groups"])
        groups[number] = change(groups[number])
        return {**one, "groups": groups}

    return _with_step(document, name, changed)


def _number(document: Raw, name: str) -> int:
    """Return the position of a step. Raises Refused where there is none of this name."""
    found = [number for number, one in enumerate(document["steps"]) if one["name"] == name]
    if not found:
        raise Refused("no-such-step", "There is no such step any more.")
    return found[0]


def _group_of(document: Raw, name: str, number: int) -> Raw:
    groups = document["steps"][_number(document, name)]["groups"]
    if not 0 <= number < len(groups):
        raise Refused("no-such-group", "There is no such group any more.")
    found: Raw = groups[number]
    return found


def _without(entries: list[Raw], number: int) -> list[Raw]:
    return [*entries[:number], *entries[number + 1 :]]


def _swapped(entries: list[Raw], number: int, by: int) -> list[Raw]:
    """Return the entries with one of them moved by one; at the ends nothing moves."""
    other = number + by
    if not 0 <= other < len(entries):
        return entries
    after = list(entries)
    after[number], after[other] = after[other], after[number]
    return after
