"""How does a pipeline show its containers, each of which has a screen of its own?"""

from __future__ import annotations

from models_ui.contract.json_types import Document
from models_ui.contract.tree import ListOf, MapOf
from models_ui.form import containers, limits, names
from models_ui.form.marks import NOTHING
from models_ui.form.screen import Screen
from models_ui.form.steps import steps
from models_ui.form.views import LinkView, ListView


def links(screen: Screen, node: ListOf | MapOf, pointer: str) -> ListView | None:
    """Return the list of the containers of a pipeline, or None for any other list."""
    if pointer != f"/{containers.LISTED}":
        return None
    value = screen.value(pointer)
    count = 0 if value is NOTHING else len(value)
    asked, most = screen.asked(pointer), limits.most_shown(node)
    shown = list(containers.listed(screen.document))[:most]
    # The first screen that describes a container: a designed form may have several, or none.
    screens = reversed(steps(screen.document, screen.layout))
    described = {step.container: step.name for step in screens if step.container is not None}
    return ListView(
        kind="links",
        name=names.control_name(pointer),
        id=names.control_id(pointer),
        pointer=pointer,
        label=asked.label,
        links=tuple(_link(index, container, count, described.get(index, "")) for index, container in shown),
        unshown=len(limits.unshown(node, value)),
        add_label="Add a container",
        full=limits.full(node, pointer, count, screen.layout),
        room=limits.room(node, pointer, count, screen.layout),
        help=asked.help,
        notes=screen.notes.take(pointer),
        fixed=screen.layout.settled,
    )


def _link(index: int, container: Document, count: int, step: str) -> LinkView:
    place = f"/{containers.LISTED}/{index}"
    host_name = containers.host_name(container)
    return LinkView(
        id=names.control_id(place),
        title=f"Container {index + 1}: {host_name}" if host_name else f"Container {index + 1}",
        short=f"{index + 1} {host_name}".strip(),
        detail=_runs(container),
        href=f"../{step}/" if step else "",
        name=names.control_name(place),
        first=index == 0,
        last=index == count - 1,
    )


def _runs(container: Document) -> str:
    """Return what a container runs, as far as it says so."""
    named = (container.get(name) for name in ("Image", "ModelPackageName"))
    return next((value for value in named if isinstance(value, str) and value), "")
