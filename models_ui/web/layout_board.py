"""What does the tab Layout show: steps, groups, the fields in them, and the forms of their words?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models_ui.blueprints.catalogue import called
from models_ui.blueprints.editing_layout import is_of_each
from models_ui.blueprints.homes import Raw
from models_ui.blueprints.telling import said
from models_ui.form import names
from models_ui.form.views import FieldView
from models_ui.web.workshop import Workshop, field_url

BETWEEN = "|"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLine:
    """One field on the board."""

    place: str
    label: str
    says: str
    url: str
    id: str
    key: str
    each: bool
    up: str
    down: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCard:
    """One group."""

    number: int
    key: str
    id: str
    title: str
    intro: str
    places: Sequence[PlaceLine]
    fields: Sequence[FieldView]
    first: bool
    last: bool
    up: str
    down: str
    change: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepCard:
    """One step."""

    number: int
    name: str
    id: str
    title: str
    each: bool
    groups: Sequence[GroupCard]
    fields: Sequence[FieldView]
    new_group: Sequence[FieldView]
    first: bool
    last: bool
    up: str
    down: str
    change: str
    add: str

    @property
    def empty(self) -> bool:
        """Whether nothing stands on it."""
        return not any(group.places for group in self.groups)


@dataclass(frozen=True, slots=True)
class Target:
    """A group that a field may go to."""

    key: str
    title: str
    each: bool


def board(workshop: Workshop) -> list[StepCard]:
    """Return the steps of a form in their order."""
    steps = workshop.document["steps"]
    return [_step(workshop, number, one, len(steps)) for number, one in enumerate(steps)]


def targets(document: Raw) -> list[Target]:
    """Return every group, as the list beside a field has it."""
    return [
        Target(
            _key(one["name"], number),
            f"{one['title']}: {group['title'] or f'group {number + 1}'}",
            bool(one.get("each")),
        )
        for one in document["steps"]
        for number, group in enumerate(one["groups"])
    ]


def new_step() -> list[FieldView]:
    """Return the form of one more step."""
    return [
        _input("new", "title", "Title", "", example="Licence"),
        _input("new", "heading", "Heading", "", example="Accept the licence", hint="Begins with a verb", optional=True),
    ]


def key_read(text: str) -> tuple[str, int]:
    """Return the step and the number of the group that a key means; a number that is none is no group's."""
    name, _, number = text.rpartition(BETWEEN)
    return name, int(number) if number.isascii() and number.isdecimal() and len(number) < 4 else -1


def _key(name: str, number: int) -> str:
    return f"{name}{BETWEEN}{number}"


def _step(workshop: Workshop, number: int, one: Raw, count: int) -> StepCard:
    step_id, name = f"step-{number + 1}", one["name"]
    return StepCard(
        number=number + 1,
        name=name,
        id=step_id,
        title=one["title"],
        each=bool(one.get("each")),
        groups=[_group(workshop, one, at, group, step_id) for at, group in enumerate(one["groups"])],
        fields=[
            _input(step_id, "title", "Title", one["title"], hint="What the list of steps says"),
            _input(step_id, "heading", "Heading", one["heading"], hint="Begins with a verb"),
            _input(step_id, "address", "Address", name, hint="Small letters, digits and hyphens", code=True),
        ],
        new_group=_group_words(f"{step_id}-new", "", ""),
        first=number == 0,
        last=number == count - 1,
        up=f"step-up:{name}",
        down=f"step-down:{name}",
        change=f"change-step:{name}",
        add=f"add-group:{name}",
    )


def _group(workshop: Workshop, one: Raw, number: int, group: Raw, step_id: str) -> GroupCard:
    key, group_id = _key(one["name"], number), f"{step_id}-group-{number + 1}"
    return GroupCard(
        number=number,
        key=key,
        id=group_id,
        title=group["title"],
        intro=group.get("intro", ""),
        places=[_place(workshop, place, key) for place in group["places"]],
        fields=_group_words(group_id, group["title"], group.get("intro", "")),
        first=number == 0,
        last=number == len(one["groups"]) - 1,
        up=f"group-up:{key}",
        down=f"group-down:{key}",
        change=f"change-group:{key}",
    )


def _place(workshop: Workshop, place: str, key: str) -> PlaceLine:
    return PlaceLine(
        place=place,
        label=called(workshop.document, place),
        says=said(workshop.document["fields"].get(place)),
        url=field_url(workshop.name, place),
        id=f"place-{names.control_id(place)}",
        key=key,
        each=is_of_each(place),
        up=f"up:{place}",
        down=f"down:{place}",
    )


def _group_words(begin: str, title: str, intro: str) -> list[FieldView]:
    return [
        _input(begin, "title", "Title", title),
        _input(begin, "intro", "Introduction", intro, hint="One sentence below the title", optional=True),
    ]


def _input(
    begin: str,
    name: str,
    words: str,
    value: str,
    *,
    hint: str = "",
    example: str = "",
    code: bool = False,
    optional: bool = False,
) -> FieldView:
    return FieldView(
        control="input",
        name=name,
        id=f"{begin}-{name}",
        pointer="",
        label=words,
        value=value,
        hints=(hint,) if hint else (),
        example=example,
        code=code,
        optional=optional,
    )
