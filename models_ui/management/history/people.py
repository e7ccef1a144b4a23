"""Who works in the demo, and with which AWS?"""

from __future__ import annotations

from typing import NamedTuple

from models_ui.accounts.models import Role

# Not a secret: the demo prints it beside its sign-ins, and only the demo and the tests make these people.
PASSWORD = "models-ui-demo"  # noqa: S105
# Long before the first request of the history.
FOUNDED = "back 43 08:05"


class Person(NamedTuple):
    """A person of the demo."""

    username: str
    name: str
    roles: tuple[str, ...]
    teams: tuple[str, ...]


class Place(NamedTuple):
    """A connection of the demo, all into the account of the sandbox; `by` is an admin, or nobody for a command."""

    name: str
    region: str
    by: str = ""


ACCOUNT = "123456789012"

TEAMS = {"risk": "Risk", "search": "Search"}

PEOPLE = (
    Person("scientist", "Maya Okafor", (Role.DATA_SCIENTIST,), ("risk",)),
    Person("scientist2", "Jonas Weber", (Role.DATA_SCIENTIST,), ("search",)),
    Person("approver", "Ingrid Halvorsen", (Role.APPROVER,), ("risk", "search")),
    # Also makes requests, so that the demo can show that nobody decides on their own.
    Person("approver2", "Tomás Rivera", (Role.APPROVER, Role.DATA_SCIENTIST), ("search",)),
    Person("admin", "Priya Raman", (Role.ADMIN,), ("risk", "search")),
    Person("admin2", "Daniel Kim", (Role.ADMIN,), ()),
    Person("auditor", "Helen Marsh", (Role.AUDITOR,), ()),
)

PLACES = (Place("sandbox", "us-east-1"), Place("sandbox-eu", "eu-west-1", by="admin"))
