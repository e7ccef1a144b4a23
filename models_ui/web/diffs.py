"""How does a page tell two requests apart, place by place, without showing what is secret?"""

from __future__ import annotations

import json

from django.conf import settings

from models_ui.contract import ownership
from models_ui.contract.confidential import Confidential
from models_ui.contract.diff import Change, diff
from models_ui.contract.diff_rows import Group, Row
from models_ui.contract.guarded import Guarded
from models_ui.contract.json_types import Document, Json
from models_ui.contract.secrets import MASK
from models_ui.contract.words import legible
from models_ui.form import names, operation
from models_ui.form.layouts.pieces import Layout
from models_ui.form.steps import finder, steps


def groups(before: Guarded, after: Guarded, layout: Layout = operation.WIZARD) -> list[Group]:
    """Return what differs between two requests, grouped and ordered as the form asks for it.

    What is a secret in one of them is hidden in both: by its text it is known wherever a row or container moved to.
    """
    old, new = unowned(before.veiled(after.texts)), unowned(after.veiled(before.texts))
    found: dict[str, Group] = {}
    then, now = finder(old, layout), finder(new, layout)
    for change in diff(old, new):
        title = (then if change.kind == "removed" else now)(change.pointer).title
        found.setdefault(title, Group(title, [])).rows.append(row(change, layout))
    order = [step.title for step in (*steps(new, layout), *steps(old, layout))]
    return sorted(found.values(), key=lambda group: order.index(group.title))


def unowned(request: Document) -> Document:
    """Return a request without our own tag, which differs in every revision and says nothing.

    No tags are an empty list here, so that the first one is told as a tag.
    """
    return {"Tags": [], **ownership.untagged(request, key=settings.OWNERSHIP_TAG)}


def row(change: Change, layout: Layout = operation.WIZARD) -> Row:
    """Return how one change is told; a whole tag is told as its key and value."""
    label, before, after = names.label(change.pointer, layout), change.before, change.after
    tag = after if before is None else before
    if isinstance(tag, dict) and tag.keys() == {"Key", "Value"} and None in (before, after):
        label = f"Tag {tag['Key']}"
        before, after = (value["Value"] if isinstance(value, dict) else None for value in (before, after))
    return Row(label, change.pointer, change.kind, text(before), text(after))


def text(value: Json) -> str:
    """Return a value as people read it: text with nothing invisible in it, anything else as JSON."""
    shown = masked(value)
    return legible(shown if isinstance(shown, str) else json.dumps(shown, ensure_ascii=False, indent=2))


def masked(value: Json) -> Json:
    """Return a value with every secret in it masked."""
    if isinstance(value, Confidential):
        return MASK
    if isinstance(value, dict):
        return {name: masked(member) for name, member in value.items()}
    return [masked(item) for item in value] if isinstance(value, list) else value
