"""What does a designed form let a screen show and change? The wizard itself hides and fixes nothing."""

from __future__ import annotations

from models_ui.contract import pointers
from models_ui.form.layouts.pieces import DESIGNED, Home, Layout
from models_ui.form.steps import Step


def home(layout: Layout, pointer: str) -> Home | None:
    """Return where a place is asked for on a screen of the form's own; None for what stands on the ordinary ones."""
    return layout.homes.nearest(pointer) if layout.homes else None


def is_hidden(layout: Layout, pointer: str) -> bool:
    """Say whether a place has no control on any screen."""
    said = layout.own.nearest(pointer) if layout.own else None
    return said is not None and said.hidden


def is_fixed(layout: Layout, pointer: str) -> bool:
    """Say whether a place holds what the form has set, so that nobody changes it."""
    said = layout.own.nearest(pointer) if layout.own else None
    return said is not None and said.locked


def is_free(layout: Layout, pointer: str) -> bool:
    """Say whether neither a place nor a part of it is hidden or fixed, so that the whole may be taken away."""
    parts = layout.own.below(pointer) if layout.own and pointer else ()
    whole = is_hidden(layout, pointer) or is_fixed(layout, pointer)
    return not whole and not any(said.hidden or said.locked for said in parts)


def takes(step: Step, pointer: str) -> bool:
    """Say whether a screen may change a place: it shows it, and nobody has fixed it."""
    return shows(step, pointer) and not is_fixed(step.layout, pointer)


def shows(step: Step, pointer: str) -> bool:
    """Say whether a place stands on a screen: it is not hidden, and not asked for elsewhere."""
    layout = step.layout
    if is_hidden(layout, pointer):
        return False
    stands = home(layout, pointer)
    return stands.step == step.screen.name if stands else step.screen.role not in DESIGNED


def may_go(step: Step, pointer: str) -> bool:
    """Say whether a screen may take a place away with all that it holds."""
    return takes(step, pointer) and is_free(step.layout, pointer)


def elsewhere(layout: Layout, pointer: str) -> frozenset[str]:
    """Return the keys of a map that are asked for by themselves, or not at all, so that no row may have one of them."""
    if not layout.own:
        return frozenset()
    stands = home(layout, pointer)
    return frozenset(
        key
        for key in layout.own.names(pointer)
        for place in (pointer + pointers.join(key),)
        if is_hidden(layout, place) or is_fixed(layout, place) or home(layout, place) != stands
    )
