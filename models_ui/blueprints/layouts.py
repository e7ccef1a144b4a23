"""Which form does a blueprint make?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace

from models_ui.blueprints.document import MOST_CONTAINERS, UNSET, Blueprint, Field, StepOutline
from models_ui.blueprints.saying import hints, options
from models_ui.contract import pointers
from models_ui.contract.json_types import Json
from models_ui.contract.tree import ListOf, MapOf, Node, Structure, at
from models_ui.form import containers, designed, names, operation
from models_ui.form.layouts.create_model import KIND
from models_ui.form.layouts.create_model_sources import STORAGE
from models_ui.form.layouts.pieces import BEHIND, Asked, Group, Home, Layout, Question, StepLayout
from models_ui.form.layouts.places import ANY, Places
from models_ui.form.writing import written

LIST = pointers.join(containers.LISTED)
EVERY = pointers.join(containers.LISTED, ANY)
ARCHIVE = "ModelDataUrl"
SOURCE = "ModelDataSource"
# The other ways to name what a container loads, and the answer that stands for one.
PACKAGE = ("package", "ModelPackageName")


def layout(blueprint: Blueprint) -> Layout:
    """Return the form of a resolved blueprint: its own steps, and behind them the ordinary ones where it is free."""
    form = _designed(blueprint, _said(blueprint))
    return replace(form, steps=(*form.steps, *_open(form, blueprint))) if blueprint.free else form


def told(blueprint: Blueprint) -> Layout:
    """Return the form as it is told to whoever reads a request: what is hidden, or beyond the form, has sections too."""
    form = _designed(blueprint, {place: replace(said, hidden=False) for place, said in _said(blueprint).items()})
    return replace(form, steps=(*form.steps, *_behind(form, blueprint)))


def _designed(blueprint: Blueprint, said: Mapping[str, Asked]) -> Layout:
    """Return the form with the steps of the blueprint alone."""
    own = tuple(_screen(outline, blueprint) for outline in blueprint.steps)
    homes = {
        place: Home(screen.name, place)
        for screen in own
        for group in screen.groups
        for place in group.places
        if place.startswith("/")
    }
    shown = {place: _at_once(said.get(place) or names.asked(place.replace(ANY, "0")), place, homes) for place in homes}
    return Layout(
        steps=_with_list(own, homes, blueprint),
        asked=operation.WIZARD.asked,
        questions={**operation.WIZARD.questions, STORAGE.name: _storage(homes)},
        own=Places({**said, **shown}),
        homes=Places(homes),
        begun={LIST: _new_container(blueprint)},
        settled=blueprint.containers.count is not None,
    )


def _said(blueprint: Blueprint) -> dict[str, Asked]:
    """Return what the blueprint says of places; of the list of containers always something, for their number."""
    said = {place: _asked(place, field) for place, field in blueprint.fields.items()}
    for place in [place for place in said if place.endswith(f"/{ANY}") and place != EVERY]:
        said |= _alike(place.removesuffix(f"/{ANY}"), place, said)
    listed = said.get(LIST) or names.asked(LIST)
    return {**said, LIST: replace(listed, reserved=MOST_CONTAINERS - blueprint.containers.bounds[1])}


def _alike(whole: str, entry: str, said: Mapping[str, Asked]) -> dict[str, Asked]:
    """Return what is said of a list and of each entry of it: both are hidden, or locked, where one of them is."""
    pair = {whole: said.get(whole) or names.asked(whole.replace(ANY, "0")), entry: said[entry]}
    hidden, locked = (any(getattr(asked, name) for asked in pair.values()) for name in ("hidden", "locked"))
    return {place: replace(asked, hidden=hidden, locked=locked) for place, asked in pair.items()}


def _asked(place: str, field: Field) -> Asked:
    """Return how a place is asked for: with the words of the blueprint, else with those of the form."""
    pointer = place.replace(ANY, "0")
    node, around = at(operation.tree(), pointer), at(operation.tree(), pointer.rpartition("/")[0])
    known = names.asked(pointer)
    label = pointers.split(place)[-1] if isinstance(around, MapOf) else known.label
    said = hints(field.limit, unit=(known.item or "entry").lower())
    return replace(
        known,
        label=field.label or label,
        help=_help(field.help or known.help, said) if isinstance(node, ListOf | MapOf) else field.help or known.help,
        # What is chosen by its words needs no example of how it is written, nor where to look it up.
        example=field.example or ("" if field.limit.choices else known.example),
        where="" if field.limit.choices else known.where,
        hidden=field.show == "hidden",
        locked=field.locked,
        required=field.required,
        options=() if isinstance(node, Structure | ListOf | MapOf) else options(field.limit.choices),
        hints=said,
    )


def _at_once(asked: Asked, place: str, homes: Mapping[str, Home]) -> Asked:
    """Return how a place is asked for that a step names: never folded away, unless another one stands for it."""
    return asked if _is_either(place, homes) else replace(asked, more=False, visible_when=None, told_by="")


def _help(text: str, said: Iterable[str]) -> str:
    """Return the help of a list with what limits it: its rows have no room for that."""
    return " ".join([text, *(f"{sentence}." for sentence in said)]).strip()


def _asking(place: str) -> str:
    """Return the place that is asked for: each entry of a list is asked for with the list."""
    return place if place == EVERY else place.removesuffix(f"/{ANY}")


def _storage(homes: Mapping[str, Home]) -> Question:
    """Return how the artefacts are asked for: without the answers that need a place which no step names."""
    answer, name = PACKAGE
    packaged = any(place.endswith(f"/{name}") for place in homes)
    return replace(STORAGE, choices=tuple(choice for choice in STORAGE.choices if packaged or choice[0] != answer))


def _is_either(place: str, homes: Mapping[str, Home]) -> bool:
    """Say whether a place is one of the ways to name artefacts between which the form lets choose."""
    around, _, name = place.rpartition("/")
    return name in (ARCHIVE, SOURCE, *PACKAGE) and {f"{around}/{ARCHIVE}", f"{around}/{SOURCE}"} <= homes.keys()


def _screen(outline: StepOutline, blueprint: Blueprint) -> StepLayout:
    """Return one step of the blueprint as a screen."""
    groups = (
        Group(
            title=group.title,
            intro=group.intro,
            places=tuple(_with_questions([_asking(place) for place in group.places], blueprint)),
        )
        for group in outline.groups
    )
    return StepLayout(
        name=outline.name,
        title=outline.title,
        heading=outline.heading,
        groups=tuple(groups),
        # What must be filled in is an error as long as it is not: a step without one may stay as it is.
        optional=True,
        role="each" if outline.each else "own",
    )


def _with_questions(places: list[str], blueprint: Blueprint) -> Iterator[str]:
    """Yield the places of a group, and what is asked besides where the answer is open: how the artefacts are stored, and
    of what kind the request is."""
    both = [
        place for place in places if place.endswith(f"/{ARCHIVE}") and f"{place[: -len(ARCHIVE)]}{SOURCE}" in places
    ]
    asks = len(both) == 1
    for place in places:
        if asks and place.rpartition("/")[2] in (ARCHIVE, SOURCE):
            yield STORAGE.name
            asks = False
        yield place
        if place == "/ModelName" and blueprint.containers.kind == "any":
            yield KIND.name


def _with_list(own: tuple[StepLayout, ...], homes: Mapping[str, Home], blueprint: Blueprint) -> tuple[StepLayout, ...]:
    """Return the steps with a list of the containers, where their number is open and no step has it."""
    if LIST in homes or blueprint.containers.kind == "primary" or blueprint.containers.count is not None:
        return own
    taken = {screen.name for screen in own}
    known = next(screen for screen in operation.WIZARD.steps if screen.role == "list")
    name = known.name if known.name not in taken else f"{known.name}-all"
    listed = replace(known, name=name, groups=tuple(group for group in known.groups if LIST in group.places))
    before = next((number for number, screen in enumerate(own) if screen.role == "each"), len(own))
    return (*own[:before], listed, *own[before:])


def _behind(form: Layout, blueprint: Blueprint) -> Iterator[StepLayout]:
    """Yield the ordinary screens under other names, without the questions that the form answers itself."""
    listed = any(screen.role == "list" for screen in form.steps)
    for screen in operation.WIZARD.steps:
        groups = tuple(
            replace(group, places=tuple(place for place in group.places if not _is_answered(blueprint, place)))
            for group in screen.groups
            if not (listed and LIST in group.places)
        )
        yield replace(screen, name=f"{BEHIND}{screen.name}", groups=groups, optional=True)


def _is_answered(blueprint: Blueprint, name: str) -> bool:
    """Say whether a question of the ordinary screens is none here: the kind is settled or asked for by the form itself,
    and so are the artefacts."""
    if name == KIND.name:
        return blueprint.containers.kind != "any" or "/ModelName" in _placed(blueprint)
    return name == STORAGE.name and any({ARCHIVE, SOURCE} & set(pointers.split(place)) for place in blueprint.fields)


def _placed(blueprint: Blueprint) -> set[str]:
    """Return the places that the blueprint's own steps ask for."""
    return {place for outline in blueprint.steps for group in outline.groups for place in group.places}


def _open(form: Layout, blueprint: Blueprint) -> Iterator[StepLayout]:
    """Yield the ordinary screens that have anything to show, with the groups that have."""
    roots = [
        *([pointers.join(containers.PRIMARY)] if blueprint.containers.kind != "pipeline" else []),
        *([EVERY] if blueprint.containers.kind != "primary" else []),
    ]
    for screen in _behind(form, blueprint):
        groups = tuple(group for group in screen.groups if any(_is_open(form, place, roots) for place in group.places))
        if groups:
            yield replace(screen, groups=groups)


def _is_open(form: Layout, pattern: str, roots: Iterable[str]) -> bool:
    """Say whether a question, or anything of a place, is left for the ordinary screens."""
    if pattern in form.questions:
        return True
    places = {pattern.replace(f"/{containers.ANY}", root) for root in roots}
    return any(_shows(form, at(operation.tree(), place.replace(ANY, "0")), place) for place in places)


def _shows(form: Layout, node: Node | None, pointer: str) -> bool:
    """Say whether anything of a place is left for the ordinary screens."""
    if isinstance(node, Structure):
        return any(_shows(form, member, pointer + pointers.join(name)) for name, member in node.members.items())
    return not designed.is_hidden(form, pointer) and designed.home(form, pointer) is None


def _new_container(blueprint: Blueprint) -> Json:
    """Return what a further container begins with; of values that get in each other's way the first."""
    container: Json = {}
    for place, field in blueprint.fields.items():
        tokens = pointers.split(place)
        if place.startswith(f"{EVERY}/") and field.value is not UNSET and ANY not in tokens[2:]:
            with suppress(LookupError):
                container = written(at(operation.tree(), f"{LIST}/0"), container, tokens[2:], field.value)
    return container
