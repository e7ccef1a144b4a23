"""Which parts of the site does a person see in the bar?"""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from models_ui.accounts.models import Role, User
from models_ui.approvals import queries as approvals

EVERYBODY = frozenset(Role)

# Label, name of the address, and who has it in the bar.
PARTS = (
    ("Home", "home", EVERYBODY),
    ("Drafts", "draft-list", frozenset({Role.DATA_SCIENTIST})),
    ("Submissions", "submission-list", EVERYBODY),
    ("Approvals", "approval-list", frozenset({Role.APPROVER})),
    ("Audit", "audit", EVERYBODY),
    ("Blueprints", "blueprint-list", frozenset({Role.ADMIN})),
    ("Connections", "connection-list", frozenset({Role.ADMIN})),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One link of the bar. `current` is what `aria-current` says: page, true (somewhere below it) or nothing."""

    label: str
    url: str
    current: str
    count: int


def entries(user: User, path: str) -> list[Entry]:
    """Return the links for a person on the page with this path."""
    shown = [(label, name) for label, name, roles in PARTS if roles is EVERYBODY or roles & user.roles]
    return [
        Entry(label, reverse(name), current(reverse(name), path), waiting(user) if name == "approval-list" else 0)
        for label, name in shown
    ]


def current(url: str, path: str) -> str:
    """Say where the page lies relative to a link."""
    if path == url:
        return "page"
    return "true" if path.startswith(url) and url != reverse("home") else ""


def waiting(user: User) -> int:
    """Return how many requests wait for a decision."""
    return approvals.waiting_count(user)
