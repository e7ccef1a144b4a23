"""How is a container of a pipeline made like another one?

Everything comes along but the host name, which no two containers may share.
"""

from __future__ import annotations

from models_ui.contract import pointers
from models_ui.contract.json_types import Document
from models_ui.contract.tree import ListOf, at
from models_ui.form import containers, limits, names, operation
from models_ui.form.actions import Done
from models_ui.form.layouts.pieces import Layout
from models_ui.form.marks import GONE, NOTHING, Rough
from models_ui.form.steps import Step, is_container
from models_ui.form.taken import HOST_NAME, Taken, print_of, taken

FROM = "ask.copy"


def others(document: Document, step: Step) -> list[tuple[int, str]]:
    """Return the containers that the one of a screen can be made like: number and words; none on any other screen."""
    if step.container is None or not is_container(step) or step.layout.settled:
        return []
    words = ((index, containers.numbered(index, other)) for index, other in containers.listed(document))
    return [(index, f"{name[:1].upper()}{name[1:]}") for index, name in words if index != step.container]


def without_host_name(container: Document) -> Document:
    """Return what is copied of a container."""
    return {name: value for name, value in container.items() if name != HOST_NAME}


def copied_over(rough: dict[str, Rough], step: Step, source: str) -> Done:
    """Return the request with the container of a screen made like another one. What it was can be put back."""
    target, place, entries = step.container, pointers.join(containers.LISTED), rough.get(containers.LISTED, NOTHING)
    chosen = _number(source)
    if target is None or chosen is None or chosen == target or not _is_there(entries, chosen, target):
        return Done(rough, ("Choose the container to copy first.",), FROM)
    old, other = entries[target], entries[chosen]
    name = {HOST_NAME: old[HOST_NAME]} if HOST_NAME in old else {}
    new = {**name, **without_host_name(other)}
    out = Taken(
        step=step.name,
        whole=place,
        is_list=True,
        entries=taken(entries, [target]),
        said=f"Container {target + 1} is now like container {chosen + 1}, but for its host name.",
        back=f"Container {target + 1} is as it was before.",
        stuck=f"Container {target + 1} stays as it is",
        put=print_of(new),
    )
    after = {**rough, containers.LISTED: [*entries[:target], new, *entries[target + 1 :]]}
    return Done(after, (out.said,), FROM, out)


def duplicated(rough: dict[str, Rough], target: str, layout: Layout) -> Done:
    """Return the request with another container like one of its own at the end."""
    entries, chosen = rough.get(containers.LISTED, NOTHING), _number(target.removeprefix(f"{containers.LISTED}."))
    if chosen is None or not _is_there(entries, chosen):
        return Done(rough)
    place = pointers.join(containers.LISTED)
    node, count = at(operation.tree(), place), sum(entry is not GONE for entry in entries)
    if isinstance(node, ListOf) and (reason := limits.full(node, place, count, layout)):
        return Done(rough, (reason,))
    after = {**rough, containers.LISTED: [*entries, without_host_name(entries[chosen])]}
    named = any(isinstance(entry, dict) and HOST_NAME in entry for entry in entries)
    wanted = " Give it a host name of its own." if named else ""
    said = f"Container {count + 1} is a copy of container {chosen + 1}.{wanted}"
    return Done(after, (said,), names.control_id(pointers.join(containers.LISTED, count)))


def _number(text: str) -> int | None:
    try:
        return pointers.index(text)
    except LookupError:
        return None


def _is_there(entries: Rough, *at: int) -> bool:
    return isinstance(entries, list) and all(index < len(entries) and isinstance(entries[index], dict) for index in at)
