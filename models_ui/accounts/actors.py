"""As whom does a person act?"""

from __future__ import annotations

from models_ui.accounts.models import User
from models_ui.audit.actors import Actor


def actor_for(user: User) -> Actor:
    """Return the actor that events of this person name, with the roles held now."""
    return Actor(kind="user", id=str(user.pk), label=user.username, roles=tuple(sorted(user.roles)))
