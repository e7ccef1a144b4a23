"""Which forms do the tests begin with?"""

from __future__ import annotations

from typing import Any

from models_ui.accounts.models import User
from models_ui.blueprints import operations
from models_ui.blueprints.models import Blueprint, Version
from models_ui.contract.json_types import Document
from tests.factories import IMAGE, NOW, ROLE_ARN

IN_ONE_CONTAINER: dict[str, Any] = {"kind": "primary"}
BUCKETS = ["s3://acme-{team}/", "s3://acme-models/"]


def outline(extra: dict[str, Any] | None = None, **members: Any) -> dict[str, Any]:
    """Return a sound form with these fields beside those that every request needs; members replace or add."""
    said: dict[str, Any] = {
        "/ModelName": {"required": True},
        "/ExecutionRoleArn": {"value": ROLE_ARN, "locked": True},
        "/PrimaryContainer/Image": {"value": IMAGE, "locked": True},
        "/PrimaryContainer/ModelDataUrl": {"required": True, "limit": {"prefixes": BUCKETS}},
        **(extra or {}),
    }
    shown = [place for place, field in said.items() if not (isinstance(field, dict) and field.get("show") == "hidden")]
    return {
        "format": 1,
        "operation": "CreateModel",
        "title": "Churn model from an S3 folder",
        "containers": IN_ONE_CONTAINER,
        "fields": said,
        "steps": [
            {
                "name": "model",
                "title": "Model",
                "heading": "Say which model",
                "groups": [{"title": "Model", "places": shown}],
            }
        ],
        **members,
    }


def made(document: Document | None = None, *, name: str = "churn", by: User | None = None) -> Version:
    """Return the first version of a new form."""
    blueprint = operations.create(name=name, document=document or outline(), by=by, at=NOW)
    return operations.publish(name=name, version=blueprint.version, by=by, at=NOW)


def republished(version: Version, document: Document) -> Version:
    """Return the next version of a form, with another document."""
    name = version.blueprint.name
    now = Blueprint.objects.get(name=name).version
    edited = operations.edit(name=name, document=document, version=now, by=None, at=NOW)
    return operations.publish(name=name, version=edited.version, by=None, at=NOW)
