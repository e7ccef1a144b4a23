"""Which blueprints do the tests of editing edit?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from models_ui.audit.refusals import Refused
from models_ui.blueprints import editing, editing_layout
from models_ui.blueprints.homes import Raw

PRIMARY: Raw = {"kind": "primary"}
OPEN: Raw = {"kind": "pipeline", "least": 1, "most": 15}
FIXED: Raw = {"kind": "pipeline", "count": 3}
ANY: Raw = {"kind": "any"}

Edit = Callable[[Raw], Raw]

# Places of the request as such; those of a container go below one.
OF_REQUEST = ("/ModelName", "/ExecutionRoleArn", "/VpcConfig", "/VpcConfig/Subnets", "/VpcConfig/Subnets/*", "/Tags")
OF_CONTAINER = (
    "/Image",
    "/ModelDataUrl",
    "/ModelDataSource/S3DataSource/S3Uri",
    "/Environment",
    "/Environment/HF_TASK",
)
WITHIN = {"primary": ("/PrimaryContainer",), "any": ("/PrimaryContainer", "/Containers/*")}


def blank(containers: Raw = PRIMARY, **members: Any) -> Raw:
    """Return a blueprint that asks for nothing."""
    return {
        "format": 1,
        "operation": "CreateModel",
        "title": "A form",
        "summary": "What it is for.",
        "containers": containers,
        "free": False,
        "fields": {},
        "steps": [],
        **members,
    }


def asking(*places: str, containers: Raw = PRIMARY) -> Raw:
    """Return a blueprint that asks for these places."""
    document = blank(containers)
    for place in places:
        document = editing.with_field(document, place, {})
    return document


def places_of(document: Raw) -> list[list[list[str]]]:
    """Return what stands where: places by group by step."""
    return [[group["places"] for group in one["groups"]] for one in document["steps"]]


def within(containers: Raw) -> tuple[str, ...]:
    """Return the containers that a form with these has."""
    if containers["kind"] in WITHIN:
        return WITHIN[containers["kind"]]
    return (
        tuple(f"/Containers/{number}" for number in range(containers["count"]))
        if "count" in containers
        else ("/Containers/*",)
    )


FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "show": st.just("hidden"),
        "value": st.just("a"),
        "locked": st.sampled_from([True]),
        "required": st.sampled_from([True]),
        "label": st.sampled_from(["Where it lies", "Name"]),
    },
)
TITLES = st.sampled_from(
    ["The model", "Review", "more", "more-basics", "Import", "new", "2nd", "Größe", "!!", "x" * 80]
)
BY = st.sampled_from([-1, 1])


@st.composite
def edits(draw: st.DrawFn, document: Raw) -> Edit:  # noqa: C901 - one case for each edit that there is
    """An edit that a person could make of this document, possible or not."""
    places = [*OF_REQUEST, *(root + part for root in within(document["containers"]) for part in OF_CONTAINER)]
    place = draw(st.sampled_from(places))
    steps = [one["name"] for one in document["steps"]] or ["none"]
    step, group, at = draw(st.sampled_from(steps)), draw(st.integers(0, 3)), draw(st.integers(0, 3))
    by, title = draw(BY), draw(TITLES)
    match draw(st.integers(0, 12)):
        case 0 | 1 | 2:
            field = draw(FIELDS)
            return lambda it: editing.with_field(it, place, field)
        case 3:
            return lambda it: editing.without_field(it, place)
        case 4:
            wanted = draw(st.sampled_from([PRIMARY, OPEN, FIXED, ANY]))
            return lambda it: editing.with_containers(it, wanted)[0]
        case 5:
            return lambda it: editing_layout.add_step(it, title=title)
        case 6:
            return lambda it: editing_layout.change_step(it, step, title=title, heading="Say it", address=title)
        case 7:
            return lambda it: editing_layout.remove_step(it, step)
        case 8:
            return lambda it: editing_layout.move_step(it, step, by=by)
        case 9:
            return lambda it: editing_layout.add_group(it, step, title=title)
        case 10:
            return lambda it: editing_layout.remove_group(it, step, group)
        case 11:
            return lambda it: editing_layout.put(it, place, name=step, group=group, at=at)
        case _:
            return lambda it: editing_layout.nudge(it, place, by=by)


@st.composite
def histories(draw: st.DrawFn, most: int = 14) -> list[Raw]:
    """A blueprint after each of many edits; those that are refused leave it as it is."""
    document = blank()
    found = [document]
    for _turn in range(draw(st.integers(1, most))):
        edit = draw(edits(document))
        try:
            document = edit(document)
        except Refused:
            continue
        found.append(document)
    return found
