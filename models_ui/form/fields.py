"""What does one screen of the form show for this request?"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from models_ui.contract.finding import Finding
from models_ui.contract.json_types import Document
from models_ui.contract.tree import Node, Structure, at
from models_ui.form import containers, limits, names, operation, questions, sweeping
from models_ui.form.controls import question
from models_ui.form.layouts.pieces import Group
from models_ui.form.marks import NOTHING
from models_ui.form.notes import Notes
from models_ui.form.parts import Placed, each, folded, optional_parts, placed
from models_ui.form.pasting import Box
from models_ui.form.scope import unplaced
from models_ui.form.screen import Screen
from models_ui.form.steps import Step, finder, root, step_of
from models_ui.form.strays import strays
from models_ui.form.values import fits
from models_ui.form.views import GroupView, Item, ListView, Note, NoteView, StrayView

_OTHER = "Other settings"
# The id of what is said of those for which there is no room.
MORE_STRAYS = "more-strays"
_STRAYS = "What does not fit"
_WHY_STRAYS = "SageMaker does not know these, or wants another type. They stay in the request until you remove them."


def page(
    document: Document,
    step: Step,
    findings: Sequence[Finding],
    *,
    masked: frozenset[str] = frozenset(),
    marks: Collection[str] = (),
    boxes: Mapping[str, Box] | None = None,
) -> list[GroupView]:
    """Return the groups of one screen, from the first to the last, with every finding of its places.

    `masked` are the places whose values the person may not see: they have no control, so that a post leaves them;
    `marks` are those that were marked as secret; `boxes` is what stands in the boxes to paste into.
    """
    find = finder(document, step.layout)
    here = [finding for finding in findings if find(finding.pointer).name == step.name]
    screen = Screen(document, step, Notes(here), masked, marks=frozenset(marks), boxes=boxes or {})
    others = Group(title=_OTHER, places=unplaced(step))
    shown = [group for group in step.screen.groups if _is_shown(screen, group)] + ([others] if others.places else [])
    groups = [drawn for group in shown if (drawn := _group(screen, group)) and not _is_empty(screen, drawn)]
    if found := tuple(strays(screen)):
        groups.append(GroupView(title=_STRAYS, intro=_WHY_STRAYS, items=_as_many_as_fit(found)))
    return [*_said_of_all(screen), *groups]


def _as_many_as_fit(found: tuple[StrayView, ...]) -> tuple[Item, ...]:
    """Return what a screen has room for, and how much there is besides; several can be removed at once."""
    rest = len(found) - limits.MOST_LINES
    text = f"{rest:,} more are in the request. They are shown here when there are fewer."
    told = (Note(severity="info", text=text),) if rest > 0 else ()
    all_at_once = f"Remove all {len(found):,} that do not fit" if len(found) > 1 else ""
    end = NoteView(id=MORE_STRAYS, notes=told, act=sweeping.ACTION, act_label=all_at_once)
    return (*found[: limits.MOST_LINES], *([end] if told or all_at_once else []))


def _group(screen: Screen, group: Group) -> GroupView:
    found: list[Placed] = []
    parts: list[str] = []
    for pattern in group.places:
        if asked := screen.layout.questions.get(pattern):
            losing = questions.losing(screen.document, screen.step, asked)
            found.append(Placed(question(asked, screen.answer(pattern), losing=losing), "", visible=True))
        else:
            for there, pointer in each(screen, pattern):
                found += _items(there, pointer)
                parts += _parts(there, pointer)
    if group.folded:
        found = [replace(entry, visible=True) for entry in found]
    found = [_without_title(entry, group.title) for entry in found]
    fold = folded(screen, found, parts)
    return GroupView(
        title=group.title,
        intro=group.intro,
        items=fold.items,
        more=fold.more,
        more_names=fold.more_names,
        parts=fold.parts,
        folded=group.folded,
        open=group.folded and any(_is_begun(screen, entry) for entry in found),
    )


def _is_empty(screen: Screen, group: GroupView) -> bool:
    """Say whether a designed form left nothing of a group."""
    return bool(screen.layout.own) and not (group.items or group.more or group.parts)


def _without_title(entry: Placed, title: str) -> Placed:
    """Return a list without its own title where the group has the same."""
    if isinstance(entry.item, ListView) and entry.item.label == title:
        return replace(entry, item=replace(entry.item, bare=True))
    return entry


def _items(screen: Screen, pointer: str) -> list[Placed]:
    """Return the items of a place that a group names."""
    node = at(operation.tree(), pointer)
    whole = pointer.rpartition("/")[0]
    parent = at(operation.tree(), whole)
    if node is None or parent is None or _is_in_the_way(screen, parent, whole):
        return []
    return list(placed(screen, node, pointer, top=pointer, parent=parent if isinstance(parent, Structure) else None))


def _parts(screen: Screen, pointer: str) -> list[str]:
    """Return the parts below a place that may be sent empty or left out; a pipeline is asked for by its kind."""
    node = at(operation.tree(), pointer)
    whole = pointer.rpartition("/")[0]
    parent = at(operation.tree(), whole)
    if node is None or parent is None or pointer == f"/{containers.LISTED}" or _is_in_the_way(screen, parent, whole):
        return []
    return list(optional_parts(screen, node, pointer))


def _is_in_the_way(screen: Screen, node: Node, pointer: str) -> bool:
    """Say whether something else stands where the structure around a place should be."""
    return screen.value(pointer) is not NOTHING and not fits(node, screen.value(pointer))


def _is_shown(screen: Screen, group: Group) -> bool:
    """Say whether a group is on the screen: one that is shown only where set needs a value, or something to be said."""
    if not group.if_set:
        return True
    return any(
        step_of(screen.document, place, screen.layout).name == screen.step.name
        and (screen.value(place) is not NOTHING or screen.notes.any_below(place))
        for place in group.places
    )


def _is_begun(screen: Screen, entry: Placed) -> bool:
    """Say whether a folded item is worth opening the fold."""
    return screen.value(entry.pointer) is not NOTHING or isinstance(entry.item, NoteView) or bool(entry.item.notes)


def _said_of_all(screen: Screen) -> list[GroupView]:
    """Return what is said of the request or the container as a whole, and of what no control shows."""
    notes = screen.notes.take_below("")
    place = root(screen.step)
    if not notes:
        return []
    note = NoteView(id=names.control_id(place) or "request", notes=notes)
    return [GroupView(title="The container" if place else "The request", items=(note,))]
