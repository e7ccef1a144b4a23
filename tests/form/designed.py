"""Makes forms that somebody designed, for tests."""

from __future__ import annotations

from dataclasses import replace

from models_ui.form import names, operation
from models_ui.form.layouts.pieces import Asked, Group, Home, Layout, Role, StepLayout
from models_ui.form.layouts.places import Places

Said = dict[str, dict[str, object]]


def layout(said: Said, *, free: bool = False, role: Role = "own", **screens: tuple[str, ...]) -> Layout:
    """Return a form with these screens of its own; `said` are the places that it says more of."""
    patterns = {place for places in screens.values() for place in places if place.startswith("/")} | said.keys()
    return Layout(
        steps=(*(_screen(name, places, role) for name, places in screens.items()), *(_more() if free else ())),
        asked=operation.WIZARD.asked,
        questions=operation.WIZARD.questions,
        own=Places({pattern: _asked(pattern, said.get(pattern, {})) for pattern in patterns}),
        homes=Places(
            {place: Home(name, place) for name, places in screens.items() for place in places if "/" in place}
        ),
    )


def _screen(name: str, places: tuple[str, ...], role: Role) -> StepLayout:
    return StepLayout(
        name=name, title=name, heading=f"Fill in {name}", groups=(Group(title="Group", places=places),), role=role
    )


def _more() -> list[StepLayout]:
    return [replace(screen, name=f"more-{screen.name}") for screen in operation.WIZARD.steps]


def _asked(pattern: str, said: dict[str, object]) -> Asked:
    texts = replace(names.asked(pattern.replace("*", "0")), more=False, visible_when=None)
    return replace(texts, **said)  # type: ignore[arg-type]
