"""What of a draft may a person see? Secrets are for the owner's eyes; the team sees that there is one."""

from __future__ import annotations

from models_ui.accounts.models import User
from models_ui.audit.refusals import Refused
from models_ui.drafts.models import Draft


def masked_pointers(user: User, draft: Draft) -> frozenset[str]:
    """Return the places whose values this person does not see."""
    return frozenset() if user.pk == draft.owner_id else draft.guarded.secrets


def check_sees_all(user: User, draft: Draft) -> None:
    """Raise Refused where something in the draft is hidden from this person."""
    if masked_pointers(user, draft):
        raise Refused("masked", f"This request holds secrets, so only {draft.owner} gets it as it is.")
