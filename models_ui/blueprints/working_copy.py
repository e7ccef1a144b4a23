"""How does the working copy of a form go back and forth?

Each state that it was in is kept with its position, the last hundred of them; an edit after an undo forgets what was
undone.
"""

from __future__ import annotations

from datetime import datetime

from models_ui.accounts.models import User
from models_ui.audit.refusals import Refused
from models_ui.blueprints.models import Blueprint, Edit

KEPT = 100


def begun(blueprint: Blueprint, *, by: User | None, at: datetime) -> None:
    """Keep the first state of a form."""
    Edit.objects.create(blueprint=blueprint, position=blueprint.position, text=blueprint.text, at=at, by=by)


def moved(blueprint: Blueprint, text: str, *, by: User | None, at: datetime) -> Blueprint:
    """Give a form, whose row the caller has locked, another working copy. The same once more changes nothing."""
    if text == blueprint.text:
        return blueprint
    blueprint.edits.filter(position__gt=blueprint.position).delete()
    blueprint.position += 1
    Edit.objects.create(blueprint=blueprint, position=blueprint.position, text=text, at=at, by=by)
    blueprint.edits.filter(position__lte=blueprint.position - KEPT).delete()
    return _at(blueprint, text, at)


def stepped(blueprint: Blueprint, *, back: bool, at: datetime) -> Blueprint:
    """Move a form to the state before the one it is in, or to the next. Raises Refused where there is none."""
    edit = neighbour(blueprint, back=back)
    if edit is None:
        raise Refused(
            "nothing-to-undo" if back else "nothing-to-redo", f"There is nothing to {'undo' if back else 'redo'}."
        )
    blueprint.position = edit.position
    return _at(blueprint, edit.text, at)


def neighbour(blueprint: Blueprint, *, back: bool) -> Edit | None:
    """Return the state before the one that a form is in, or the next; None where there is none."""
    if back:
        return blueprint.edits.filter(position__lt=blueprint.position).order_by("-position").first()
    return blueprint.edits.filter(position__gt=blueprint.position).order_by("position").first()


def _at(blueprint: Blueprint, text: str, at: datetime) -> Blueprint:
    blueprint.text = text
    blueprint.version += 1
    blueprint.updated_at = at
    blueprint.save()
    return blueprint
