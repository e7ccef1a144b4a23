"""Which form do the tests of the builder work on, and how do they post to it?"""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse

from models_ui.accounts.models import User
from models_ui.blueprints import operations, queries
from models_ui.blueprints.homes import Raw
from models_ui.blueprints.models import Blueprint
from tests import factories
from tests.blueprints.outlines import asking

NAME = "churn"


def made(by: User, document: Raw | None = None, *, name: str = NAME) -> Blueprint:
    """Return a new form."""
    wanted = document or asking("/ModelName", "/PrimaryContainer/Image", "/VpcConfig/Subnets")
    return operations.create(name=name, document=wanted, by=by, at=factories.NOW)


def now(name: str = NAME) -> Blueprint:
    """Return the form as it is now."""
    return queries.get(name)


def field(pointer: str) -> Any:
    """Return what the form says of a place now."""
    document: Raw = now().document
    return document["fields"][pointer]


def post(browser: Client, tab: str, sent: dict[str, Any] | None = None, *, query: str = "", **more: Any) -> Any:
    """Post to a tab or act, with the version that is stored unless another one is sent."""
    version = more.pop("version", now().version)
    headers = {"HX-Request": "true"} if more.pop("htmx", False) else {}
    address = reverse(f"blueprint-{tab}", args=[NAME]) + query
    return browser.post(address, {"version": version, **(sent or {})}, headers=headers)


def place(pointer: str) -> str:
    """Return the query that names a place."""
    return f"?place={pointer}"


def text(answer: Any) -> str:
    """Return the text of an answer."""
    return str(answer.content.decode())
