"""Which form is a draft filled in with, and does it keep to it?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from models_ui.accounts.models import Team
from models_ui.audit.refusals import Refused
from models_ui.blueprints import checking, starting, words
from models_ui.blueprints.document import Blueprint
from models_ui.blueprints.kept import Kept
from models_ui.blueprints.layouts import layout as layout_of
from models_ui.blueprints.models import Version
from models_ui.blueprints.queries import is_for
from models_ui.blueprints.said import subject
from models_ui.blueprints.words import Words
from models_ui.connections.models import Connection
from models_ui.contract.canonical import canonical
from models_ui.contract.finding import Finding
from models_ui.contract.json_types import Document
from models_ui.drafts.models import Draft
from models_ui.form import operation
from models_ui.form.layouts.pieces import Layout

_LAYOUTS: Kept[Layout] = Kept(64)


def layout(draft: Draft) -> Layout:
    """Return the form of a draft: that of its blueprint, else the wizard."""
    version = draft.blueprint_version
    if version is None:
        return operation.WIZARD
    said = words.words_of(draft.blueprint_words)
    return _LAYOUTS.of((version.digest, said), lambda: layout_of(_outline(version, said)))


def _outline(version: Version, said: Words) -> Blueprint:
    return words.outline(version.text, said, digest=version.digest)


def outline(draft: Draft) -> Blueprint | None:
    """Return the blueprint of a draft with its words in it, or None where it has none."""
    if draft.blueprint_version is None:
        return None
    return _outline(draft.blueprint_version, words.words_of(draft.blueprint_words))


def findings(draft: Draft) -> list[Finding]:
    """Return where the request of a draft leaves its blueprint."""
    form = outline(draft)
    return checking.findings(form, draft.document) if form else []


def begin(
    draft: Draft, version: Version, *, at: datetime, document: Document | None, said: Mapping[str, object] | None
) -> None:
    """Let a draft, whose team, owner and connection are set, begin with a form. Not saved.

    A document that it was made from stays as it is, with what the form presets where nothing is. `said` are the words
    with which that one was filled in: then what they gave becomes what it is now. Raises Refused where the form is not for
    the team, or an image of it is not to be had in the region.
    """
    check_is_for(version, draft.team)
    connection = draft.connection
    now = words.frozen(
        version.outline,
        words.words_for(
            team=draft.team.slug,
            user=draft.owner.username,
            name=version.blueprint.name,
            region=connection.region if connection else "",
            at=at,
        ),
    )
    draft.blueprint_version, draft.blueprint_words = version, now.as_dict()
    form = _outline(version, now)
    if document is None:
        draft.document = starting.started(form)
    elif said:
        draft.document = starting.moved(document, _outline(version, words.words_of(said)), form)
    else:
        draft.document = starting.filled(document, form)


def check_is_for(version: Version, team: Team) -> None:
    """Raise Refused unless the team may use this version of a form."""
    form = version.outline
    if not is_for(form, frozenset({team.slug})):
        raise Refused(
            "blueprint-team",
            f"The form “{form.title}” is not for team {team.name} (version {version.n}). "
            "Go on with a team that it is for, or ask a platform admin to let this one use it.",
        )


def follow(draft: Draft, before: Connection | None) -> None:
    """Let the images of a form follow a draft to the region of another connection, where they can be had there.

    Elsewhere they stay, and the checks of the region say so. What was taken out can then not come back: it may hold the
    images of the old region. Not saved.
    """
    version, connection = draft.blueprint_version, draft.connection
    if version is None or connection is None or connection == before:
        return
    old = words.words_of(draft.blueprint_words)
    try:
        new = words.frozen(version.outline, replace(old, region=connection.region, images=()))
    except Refused:
        return
    if new != old:
        draft.taken_out = ""
    draft.blueprint_words = new.as_dict()
    draft.document = starting.moved(draft.document, _outline(version, old), _outline(version, new))


def check_keeps_locks(before: dict[str, str], draft: Draft) -> None:
    """Raise Refused where a draft holds something else at a locked place than its form says, and did not before.

    What was so already, as after an import, may stay until it is submitted, and may move with its container: what
    left one place may stand at one other.
    """
    form, now = outline(draft), left(draft)
    moved = Counter(value for pointer, value in before.items() if now.get(pointer) != value)
    # What moved to where something was wrong already has found its place.
    moved.subtract(value for pointer, value in now.items() if pointer in before and before[pointer] != value)
    for pointer, value in now.items():
        if pointer in before:
            continue
        moved[value] -= 1
        if moved[value] < 0 and form:
            what = subject(pointer, within=True)
            raise Refused("blueprint-locked", f"This form sets {what}, so it cannot be changed. Nothing was saved.")


def left(draft: Draft) -> dict[str, str]:
    """Return what a draft holds where its form has locked something else, each as text by its place."""
    form, document = outline(draft), draft.document
    return {pointer: _text(value) for pointer, value in checking.left(form, document).items()} if form else {}


def _text(value: object) -> str:
    try:
        return canonical(value).decode()  # type: ignore[arg-type]
    except ValueError:
        return repr(value)
