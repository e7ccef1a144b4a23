"""What can a new form begin with?"""

from __future__ import annotations

import uuid
from typing import NamedTuple

from django.conf import settings

from models_ui.accounts.models import User
from models_ui.blueprints.from_request import blank, from_request
from models_ui.blueprints.homes import Raw
from models_ui.blueprints.starters import shipped
from models_ui.contract import ownership
from models_ui.contract.guarded import Guarded
from models_ui.submissions.queries import visible_to as submissions_of
from models_ui.web.forms.base import Problem
from models_ui.web.forms.blueprints import BeginForm
from models_ui.web.json_faults import Fault, read

MOST_REQUESTS = 50


class Begun(NamedTuple):
    """The document of a new form, or what keeps it from being made."""

    document: Raw | None
    problems: list[Problem]
    faults: list[Fault]


def starters() -> list[tuple[str, str]]:
    """Return the forms that come with the product: name and title."""
    return [(name, str(document["title"])) for name, document in shipped()]


def requests_seen(user: User) -> list[tuple[str, str]]:
    """Return the newest submissions that an admin sees, by id."""
    found = submissions_of(user).order_by("-number")[:MOST_REQUESTS]
    return [(str(one.id), f"{one.number}: {one.model_name}") for one in found]


def begun(user: User, form: BeginForm) -> Begun:
    """Return the document that the form asks for, under its title."""
    title = form.cleaned_data["title"]
    match form.cleaned_data["begin"]:
        case "file":
            return _of_file(form, title)
        case "request":
            return _of_request(user, form, title)
        case "starter":
            return _of_starter(form, title)
        case _:
            return Begun(blank(title), [], [])


def _of_starter(form: BeginForm, title: str) -> Begun:
    document = dict(shipped()).get(form.cleaned_data.get("starter", ""))
    if document is None:
        return Begun(None, [Problem("starter", "Choose a starter from the list.")], [])
    return Begun({**document, "title": title}, [], [])


def _of_file(form: BeginForm, title: str) -> Begun:
    file = form.cleaned_data["file"]
    if not file:
        return Begun(None, [Problem("file", "Choose the file of a form.")], [])
    found = read(file.read())
    if found.document is None:
        return Begun(None, [Problem("file", found.sentence)], found.faults)
    return Begun({**found.document, "title": title}, [], [])


def _of_request(user: User, form: BeginForm, title: str) -> Begun:
    found = _request(user, form.cleaned_data.get("request", ""))
    if found is None:
        return Begun(None, [Problem("request", "Choose a request from the list.")], [])
    own = ownership.untagged(found.document, key=settings.OWNERSHIP_TAG)
    return Begun(from_request(own, title, hidden=found.secrets), [], [])


def _request(user: User, wanted: str) -> Guarded | None:
    found = submissions_of(user).filter(id=uuid.UUID(wanted)).first() if wanted else None
    return found.current.guarded if found else None
