"""What does a form do with each field, and how does an admin say so?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from models_ui.audit.refusals import NotFound, Stale
from models_ui.blueprints import catalogue, editing, settings
from models_ui.blueprints.editing_images import is_image
from models_ui.blueprints.homes import Raw, concrete
from models_ui.blueprints.settings import Kind, Problem, Settings
from models_ui.contract import pointers
from models_ui.contract.tree import MapOf, at
from models_ui.form import operation
from models_ui.web.building import Change, conflict, edited, opened, shown
from models_ui.web.field_settings import Panel, panel
from models_ui.web.field_tree import tree
from models_ui.web.htmx import Request, wants_fragment
from models_ui.web.image_results import change_of as change_of_image
from models_ui.web.image_results import results
from models_ui.web.workshop import Workshop, field_url

LONGEST_PLACE = 1024
FRAGMENT = "blueprints/_fields.html"


@require_http_methods(["GET", "HEAD", "POST"])
def blueprint_fields(request: Request, name: str) -> HttpResponse:
    """The tree of all fields, and the settings of the one that the address names; or store those."""
    workshop, place = opened(request, name, "fields"), place_of(request.GET)
    if place and catalogue.entry(workshop.document, place) is None and place not in workshop.document["fields"]:
        raise NotFound("field")
    if request.method == "POST":
        return stored(request, workshop, place)
    return answer(request, workshop, place, focus=bool(place))


def place_of(query: QueryDict) -> str:
    """Return the place that an address names, with a key where one is added to it; nothing where it is no place."""
    place, key = query.get("place", ""), query.get("key", "").strip()
    if not place.startswith("/") or len(place) > LONGEST_PLACE:
        return ""
    return place + pointers.join(key) if key else place


def answer(
    request: Request,
    workshop: Workshop,
    place: str,
    *,
    filled: Settings | None = None,
    problems: Sequence[Problem] = (),
    status: int = 200,
    **context: object,
) -> HttpResponse:
    """Return the tab with the settings of a place, as they are stored or as they were filled in."""
    form = settings_of(workshop, place, filled, problems) if place else None
    around = {
        "fields": tree(workshop, request.GET, place),
        "panel": form,
        "strange": "" if form else place,
        "panel_url": field_url(workshop.name, place, container=request.GET.get("container", "")) if place else "",
        "problems": problems,
        "takes_image": is_image(place),
        "image_words": request.GET.get("images", ""),
        "images": results(request.GET.get("images", "")) if is_image(place) else (),
        **context,
    }
    return shown(request, workshop, FRAGMENT, around, status=status)


def settings_of(
    workshop: Workshop, place: str, filled: Settings | None = None, problems: Sequence[Problem] = ()
) -> Panel | None:
    """Return the settings of a place, or None where the API does not have it."""
    entry = catalogue.entry(workshop.document, place)
    if entry is None:
        return None
    kind = kind_of(place)
    return panel(entry, kind, filled or settings.settings_of(kind, workshop.document["fields"].get(place)), problems)


def kind_of(place: str) -> Kind:
    """Return what may be set of a place. Raises NotFound where the API does not have it."""
    known = concrete(place)
    node = at(operation.tree(), known)
    if node is None:
        raise NotFound("field")
    whole = at(operation.tree(), known.rpartition("/")[0])
    return settings.kind_of(node, in_map=isinstance(whole, MapOf))


def stored(request: Request, workshop: Workshop, place: str) -> HttpResponse:
    """Store the settings of a place; or show them again with what is wrong."""
    if not place:
        raise NotFound("field")
    if catalogue.entry(workshop.document, place) is None:
        return kept(request, workshop, place, lambda it: editing.without_field(it, place))
    if change := change_of_image(place, request.POST.get("action", "")):
        return kept(request, workshop, place, change)
    kind = kind_of(place)
    filled = settings.posted(kind, posted(request.POST))
    read = settings.read(kind, filled, workshop.document["fields"].get(place))
    if read.problems:
        return answer(request, workshop, place, filled=filled, problems=read.problems, status=422)
    return kept(request, workshop, place, change_of(place, read.field), filled)


def change_of(place: str, field: Raw | None) -> Change:
    """Return the edit that gives a place these settings, or takes it off the form."""
    if field is None:
        return lambda it: editing.without_field(it, place)
    return lambda it: editing.with_field(it, place, field)


def posted(post: QueryDict) -> Mapping[str, Sequence[str]]:
    """Return the controls of a post with all their values."""
    return {name: [str(value) for value in values] for name, values in post.lists()}


def kept(
    request: Request, workshop: Workshop, place: str, change: Change, filled: Settings | None = None
) -> HttpResponse:
    """Store an edit of a field and show what it does now."""
    try:
        after, found = edited(request, workshop, change, control=control_of)
    except Stale as stale:
        return conflict(request, workshop, change, stale)
    if found:
        problems = [Problem(problem.control, problem.message) for problem in found]
        return answer(request, workshop, place, filled=filled, problems=problems, status=422)
    still = place if catalogue.entry(after.document, place) else ""
    if not wants_fragment(request):
        return redirect(field_url(after.name, still, **filters(request.GET)) + "#settings" if still else after.url)
    return answer(request, after, still, saved=True)


def control_of(pointer: str) -> str:
    """Return the control that is about a place of the document: of a limit with two ends the first."""
    tokens = pointers.split(pointer)
    setting = tokens[3] if tokens[2:3] == ("limit",) and len(tokens) > 3 else tokens[2] if len(tokens) > 2 else "mode"
    if setting == "choices":
        number = tokens[4] if len(tokens) > 4 else "0"
        return f"choice.{number}.{'label' if tokens[-1] == 'label' else 'value'}"
    return {"range": "least", "length": "least", "count": "least", "show": "hidden", "locked": "mode"}.get(
        setting, setting
    )


def filters(query: QueryDict) -> dict[str, str]:
    """Return what an address says of the tree."""
    return {name: query.get(name, "") for name in ("q", "on", "container")}
