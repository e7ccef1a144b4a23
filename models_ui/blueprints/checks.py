"""Who may make forms, and when may one change?"""

from __future__ import annotations

from models_ui.accounts.models import Role, User
from models_ui.audit.refusals import Refused, Stale
from models_ui.blueprints import schema
from models_ui.blueprints.models import Blueprint
from models_ui.contract.finding import Finding, errors
from models_ui.contract.json_types import Json

LONGEST = 400_000


def check_can_design(user: User | None) -> None:
    """Raise Refused unless the person may make forms. Nobody at all is a command of the operator."""
    if user is not None and not user.has_role(Role.ADMIN):
        raise Refused("admin-only", "Only admins design forms. Ask one of yours.")


def check_version(blueprint: Blueprint, version: int) -> None:
    """Raise Stale when somebody changed the form since this version of its working copy."""
    if blueprint.version != version:
        raise Stale("blueprint-changed", "Somebody changed this form since you opened it. Nothing of yours was saved.")


def check_active(blueprint: Blueprint) -> None:
    """Raise Refused while the form is retired."""
    if blueprint.retired_at:
        raise Refused("blueprint-retired", "This form is retired. Bring it back before you change it.")


def check_form(document: Json, text: str) -> None:
    """Raise Refused unless a document has the form of a blueprint and is no larger than one may be."""
    if len(text) > LONGEST:
        raise Refused("blueprint-too-large", f"A form may have {LONGEST:,} characters at most; this one has more.")
    found = schema.findings(document)
    if found:
        raise Refused("blueprint-schema", f"{found[0].pointer or 'The whole'}: {found[0].message}")


def check_sound(found: list[Finding]) -> None:
    """Raise Refused while a form has errors."""
    wrong = errors(found)
    if wrong:
        count = "one problem" if len(wrong) == 1 else f"{len(wrong)} problems"
        raise Refused("blueprint-unsound", f"This form has {count}, so it cannot be published: {wrong[0].message}")
