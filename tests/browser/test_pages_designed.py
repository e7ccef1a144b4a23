"""Are the pages of requests for everybody that are filled in with a form: each screen, and what is told of the form?"""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

from models_ui.accounts.models import User
from models_ui.approvals.operations import submit
from models_ui.blueprints import starters
from models_ui.blueprints.models import Version
from models_ui.drafts import operations
from models_ui.drafts.models import Draft
from tests import factories
from tests.blueprints import forms
from tests.browser.conftest import Look
from tests.browser.pages import Shown
from tests.factories import IMAGE, NOW

TASK = "/PrimaryContainer/Environment/HF_TASK"
FIXED: dict[str, Any] = {
    "/VpcConfig": {
        "value": {"Subnets": ["subnet-0f3a19c2", "subnet-0b77d1e4"], "SecurityGroupIds": ["sg-04c1a2f9"]},
        "locked": True,
    },
    "/EnableNetworkIsolation": {"show": "hidden", "value": True, "locked": True},
    "/Tags": {"value": [{"Key": "team", "Value": "risk"}], "locked": True},
    TASK: {
        "label": "Task",
        "help": "What the model does.",
        "required": True,
        "limit": {"choices": [{"value": "fill-mask", "label": "Fill in the gap"}, "summarization"]},
    },
}
PARTS: dict[str, Any] = {
    "containers": {"kind": "pipeline", "least": 2, "most": 3},
    "fields": {"/ModelName": {}, "/Containers/*/Image": {"required": True}, "/Containers/*/ContainerHostname": {}},
    "steps": [
        {
            "name": "model",
            "title": "Model",
            "heading": "Name the SageMaker model",
            "groups": [{"title": "Name", "places": ["/ModelName"]}],
        },
        {
            "name": "part",
            "title": "Part",
            "heading": "Describe a part",
            "each": "container",
            "groups": [{"title": "Part", "places": ["/Containers/*/ContainerHostname", "/Containers/*/Image"]}],
        },
    ],
}
ELSEWHERE = {"value": {"image": {"family": "xgboost", "version": "1.7-1"}}, "locked": True}


def seed() -> dict[str, str]:
    """Forms of every kind, and drafts that were begun with them."""
    sally = factories.scientist()
    factories.approver()
    factories.scientist("nora")
    factories.connection()
    factories.connection("sandbox-eu", region="eu-west-1")
    starters.load(name="quick-create", document=dict(starters.shipped())["quick-create"], at=NOW)
    fixed = forms.made(forms.outline(FIXED, free=True, summary="Inside the network of the company."))
    parts = forms.made(forms.outline(**PARTS), name="parts")
    old = forms.made(forms.outline(), name="old")
    forms.made(forms.outline({"/PrimaryContainer/Image": ELSEWHERE}, title="Where nobody knows"), name="elsewhere")
    filled = {"ModelName": "filled-1", "PrimaryContainer": {"ModelDataUrl": "s3://acme-risk/model.tar.gz"}}
    drafts = {
        "fixed": begun(sally, fixed),
        "full": begun(sally, fixed, filled | {"Tags": [{"Key": "team", "Value": "other"}]}),
        "parts": begun(sally, parts),
        "old": begun(sally, old),
        "sent": begun(sally, old, filled),
    }
    forms.republished(old, forms.outline({"/PrimaryContainer/Image": {"value": f"{IMAGE}-2", "locked": True}}))
    submit(draft_id=drafts["sent"].id, version=drafts["sent"].version, justification="New data.", by=sally, at=NOW)
    return {name: str(draft.id) for name, draft in drafts.items()}


def begun(owner: User, version: Version, document: dict[str, Any] | None = None) -> Draft:
    """Return a draft that begins with a form."""
    return operations.create(
        owner=owner, at=NOW, connection=factories.connection(), document=document, blueprint=version
    )


def start_elsewhere(page: Page) -> None:
    """Begin with a form whose image cannot be told, since no connection says where."""
    page.get_by_label("Connection").select_option(label="Choose later")
    page.get_by_role("button", name="Start with Where nobody knows").click()
    expect(page.locator(".error-summary")).to_be_focused()


def continue_empty(page: Page) -> None:
    """Post a screen as it is."""
    page.get_by_role("button", name="Continue").click()
    expect(page.locator(".error-summary")).to_be_focused()


NAMELESS = "draft without a name"
PAGES: dict[str, Shown] = {
    "designed: new": Shown("sally", "/drafts/new/", "New request"),
    "designed: new, not to be had": Shown("sally", "/drafts/new/", "Error: New request", 422, start_elsewhere),
    "designed: new, asked for": Shown("sally", "/drafts/new/?blueprint=parts", "New request"),
    "designed: home of a newcomer": Shown("nora", "/", "Home"),
    "designed: fixed": Shown("sally", "/drafts/{fixed}/model/", f"Model, {NAMELESS}"),
    "designed: fixed, wrong": Shown(
        "sally", "/drafts/{fixed}/model/", f"Error: Model, {NAMELESS}", 422, continue_empty
    ),
    "designed: behind": Shown("sally", "/drafts/{full}/more-container/", "Container, filled-1"),
    "designed: review": Shown("sally", "/drafts/{full}/review/", "Review filled-1"),
    "designed: parts": Shown("sally", "/drafts/{parts}/model/", f"Model, {NAMELESS}"),
    "designed: list of parts": Shown("sally", "/drafts/{parts}/containers/", f"Containers, {NAMELESS}"),
    "designed: one part": Shown("sally", "/drafts/{parts}/part-2/", f"Part 2, {NAMELESS}"),
    "designed: told of a newer form": Shown("sally", "/drafts/{old}/model/", f"Model, {NAMELESS}"),
    "designed: newer form": Shown("sally", "/drafts/{old}/form/newer/", f"Newer form for {NAMELESS}"),
    "designed: decision": Shown("amir", "/approvals/{sent}/", "Decide on filled-1"),
    "designed: submission": Shown("sally", "/submissions/{sent}/", "filled-1, waiting for approval"),
}


def test_pages_of_designed_drafts_are_for_everybody(look: Look) -> None:
    look(PAGES, seed())
