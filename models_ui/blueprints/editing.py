"""What do edits of its fields make of a blueprint?

Every edit gives another document and leaves its own alone. It says nothing of whether the form makes sense: that is for
`sound`. What is taken away can be brought back by undo.
"""

from __future__ import annotations

from models_ui.blueprints.editing_layout import is_of_each, named, seated, step, unseated
from models_ui.blueprints.homes import EACH, Kin, Raw, Seat, kin, seats
from models_ui.contract import pointers
from models_ui.form import containers

# What has a page of its own is on the form; the rest only says what becomes of a place.
HIDDEN = "hidden"
FACTS = ("title", "summary", "connection", "use", "teams", "free")


def with_field(document: Raw, place: str, field: Raw) -> Raw:
    """Return the blueprint with other settings of a place. One that is shown stands on a step, a hidden one on none."""
    fields = {**document["fields"], place: field}
    after = {**document, "fields": fields}
    if field.get("show") == HIDDEN:
        return unseated(after, place)
    return after if place in seats(after) else at_home(after, place)


def without_field(document: Raw, place: str) -> Raw:
    """Return the blueprint without a field; its group goes with it when it was the last."""
    fields = {name: field for name, field in document["fields"].items() if name != place}
    return unseated({**document, "fields": fields}, place)


def with_facts(document: Raw, **facts: object) -> Raw:
    """Return the blueprint with other facts about itself. One that is empty is left out; title, summary and `free` stay."""
    unknown = facts.keys() - set(FACTS)
    if unknown:
        raise TypeError(f"no facts of a blueprint: {sorted(unknown)}")
    after = {**document, **facts}
    return {name: value for name, value in after.items() if name not in {"connection", "use", "teams"} or value}


def with_containers(document: Raw, wanted: Raw) -> tuple[Raw, tuple[str, ...]]:
    """Return the blueprint for other containers, and the places that have none there any more, whose fields are gone.

    The fields of the container, or of the first, go along to the container, to the first, or to each.
    """
    moves = {place: _moved(place, document["containers"], wanted) for place in _known(document)}
    lost = tuple(place for place, target in moves.items() if target is None)
    for place in lost:
        document = without_field(document, place)
    steps: list[Raw] = []
    for one in document["steps"]:
        steps += _steps_for({**document, "steps": [*document["steps"], *steps]}, one, moves)
    fields = {moves[place] or place: field for place, field in document["fields"].items()}
    return {**document, "containers": wanted, "fields": fields, "steps": steps}, lost


def at_home(document: Raw, place: str) -> Raw:
    """Return the blueprint with a place on a step: beside what it belongs to, else in a group of its own at the end."""
    wanted = kin(place)
    beside = [(seat, kin(other)) for other, seat in seats(document).items()]
    same = [seat for seat, other in beside if _is_near(other, wanted) and other.group.title == wanted.group.title]
    if same:
        last = max(same)
        return seated(document, place, Seat(last.step, last.group, last.at + 1))
    near = [seat.step for seat, other in beside if _is_near(other, wanted)]
    found = max(near) if near else _last_step(document, wanted)
    if found is None:
        document = {**document, "steps": [*document["steps"], _new_step(document, wanted)]}
        found = len(document["steps"]) - 1
    return seated(document, place, Seat(found, len(document["steps"][found]["groups"]), 0), title=_title(wanted))


def _is_near(one: Kin, other: Kin) -> bool:
    return one.step.name == other.step.name and one.container == other.container


def _last_step(document: Raw, wanted: Kin) -> int | None:
    """Return the last step that may hold a place: those of each container stand on steps of their own."""
    each = wanted.container == EACH
    fitting = [number for number, one in enumerate(document["steps"]) if bool(one.get("each")) is each]
    return fitting[-1] if fitting else None


def _new_step(document: Raw, wanted: Kin) -> Raw:
    made = step(named(document, wanted.step.name), wanted.step.title, wanted.step.heading)
    return {**made, "each": "container"} if wanted.container == EACH else made


def _title(wanted: Kin) -> str:
    number = wanted.container
    return f"Container {int(number) + 1}: {wanted.group.title}" if number.isdecimal() else wanted.group.title


def _known(document: Raw) -> list[str]:
    return list(dict.fromkeys([*document["fields"], *seats(document)]))


def _moved(place: str, before: Raw, wanted: Raw) -> str | None:
    """Return what a place is called where there are other containers, or None where it has none."""
    tokens = pointers.split(place)
    if tokens[0] not in (containers.PRIMARY, containers.LISTED) or before == wanted or wanted["kind"] == "any":
        return place
    if tokens == (containers.LISTED,):
        return place if wanted["kind"] == "pipeline" else None
    index, rest = ("0", tokens[1:]) if tokens[0] == containers.PRIMARY else (tokens[1], tokens[2:])
    return _within(wanted, index, rest)


def _within(wanted: Raw, index: str, rest: tuple[str, ...]) -> str | None:
    """Return the place of a part of a container, that of the first standing for the only one and for each."""
    first = index in ("0", EACH)
    if wanted["kind"] == "primary":
        return pointers.join(containers.PRIMARY, *rest) if first else None
    if "count" not in wanted:
        return pointers.join(containers.LISTED, EACH, *rest) if first else None
    number = 0 if first else int(index)
    return pointers.join(containers.LISTED, number, *rest) if number < wanted["count"] else None


def _steps_for(document: Raw, one: Raw, moves: dict[str, str | None]) -> list[Raw]:
    """Return a step with its places called anew. What is in each container stands on a step that is repeated: of one that
    asks for other things too it becomes a step of its own, with a name that `document` does not have yet."""
    called = [
        {**group, "places": list(dict.fromkeys(moves[place] or place for place in group["places"]))}
        for group in one["groups"]
    ]
    plain = {name: value for name, value in one.items() if name != "each"}
    repeated, single = _groups_of(called, each=True), _groups_of(called, each=False)
    if not repeated:
        return [{**plain, "groups": called}]
    if not single:
        return [{**plain, "groups": called, "each": "container"}]
    wanted = kin(repeated[0]["places"][0]).step
    further = step(named(document, wanted.name), wanted.title, wanted.heading)
    return [{**plain, "groups": single}, {**further, "groups": repeated, "each": "container"}]


def _groups_of(groups: list[Raw], *, each: bool) -> list[Raw]:
    """Return the groups with the places of each container alone, or with all others alone."""
    chosen = [{**group, "places": [one for one in group["places"] if is_of_each(one) is each]} for group in groups]
    return [group for group in chosen if group["places"]]
