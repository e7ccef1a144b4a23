"""What does the button of a screen make of a request under way, and what can be put back afterwards?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from models_ui.contract import pointers
from models_ui.contract.finding import Finding
from models_ui.contract.json_types import Document
from models_ui.contract.tree import ListOf, at
from models_ui.form import actions, containers, copying, names, operation, scope
from models_ui.form.actions import Done, Place
from models_ui.form.marks import Rough
from models_ui.form.steps import Step, is_container
from models_ui.form.suffixes import Fresh
from models_ui.form.taken import Taken, after_move, put_back
from models_ui.form.writing import found, written

ACTION = "action"
UNDO = "undo"
COPY = "copy"
DUPLICATE = "duplicate"


def pressed(
    rough: dict[str, Rough],
    step: Step,
    post: Mapping[str, str],
    *,
    findings: Sequence[Finding],
    fresh: Fresh | None,
    masked: frozenset[str],
    out: Taken | None,
    document: Document,
) -> Done:
    """Return what the button of a post does. `out` is what can be put back so far, `document` the request before the post;
    the others are as for `actions.act`."""
    action = post.get(ACTION, "")
    verb, _, target = action.partition(":")
    may = scope.mends if verb == "fix" else scope.owns
    if action == UNDO:
        return undone(rough, step, out, document)
    if action == COPY and is_container(step) and not step.layout.settled:
        done = copying.copied_over(rough, step, post.get(copying.FROM, ""))
    elif verb == DUPLICATE and scope.owns(step, (containers.LISTED,), document) and not step.layout.settled:
        done = copying.duplicated(rough, target, step.layout)
    else:
        done = actions.act(
            rough,
            action,
            owns=lambda place: may(step, place, document),
            findings=findings,
            layout=step.layout,
            fresh=fresh,
            masked=masked,
        )
    return replace(done, out=left(done, step, out))


def left(done: Done, step: Step, out: Taken | None) -> Taken | None:
    """Return what can be put back after a button: what it took out itself, else what could be before."""
    if done.out:
        return replace(done.out, step=step.name)
    return after_move(out, done.moved) if done.moved else out


def undone(rough: dict[str, Rough], step: Step, out: Taken | None, document: Document) -> Done:
    """Return the request with what was taken out, or with the reason why it stays out."""
    if out is None or out.step != step.name or not owns_all(out, lambda place: scope.owns(step, place, document)):
        return Done(rough, ("There is nothing left to put back.",), out=out)
    whole = pointers.split(out.whole)
    try:
        after = written(operation.tree(), rough, whole, put_back(found(rough, whole), out))
    except LookupError as reason:
        return Done(rough, (f"{out.stuck}: {reason}.",), out=out)
    return Done(after, (out.back,), focus(out, whole))


def owns_all(out: Taken, owns: Callable[[Place], bool]) -> bool:
    """Say whether a screen may change all places to which something goes back."""
    whole = pointers.split(out.whole)
    return all(owns((*whole, entry.name or str(entry.position))) for entry in out.entries)


def focus(out: Taken, whole: Place) -> str:
    """Return the id of the first control of what is back."""
    if out.put:
        return copying.FROM
    first = out.entries[0]
    place = (*whole, first.name if not out.is_list else str(first.position))
    node = at(operation.tree(), pointers.join(*whole))
    item = node.item if isinstance(node, ListOf) else None
    return names.control_id(pointers.join(*(actions.first(item, place) if item else place)))
