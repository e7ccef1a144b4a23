"""Who may make connections?"""

from __future__ import annotations

from models_ui.accounts.models import Role, User
from models_ui.audit.refusals import Refused


def check_can_create(user: User) -> None:
    """Raise Refused unless the person is an admin."""
    if not user.has_role(Role.ADMIN):
        raise Refused("admin-only", "Only an admin may create connections.")
