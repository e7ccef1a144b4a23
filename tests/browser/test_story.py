"""Does the main job work in a browser, from the first field to the model's ARN?"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from models_ui.audit.vocabulary import Name
from tests import factories
from tests.browser import accessible, filling
from tests.browser.conftest import Visit
from tests.browser.filling import PIPELINE
from tests.flows.normal_form import normal
from tests.sandbox_server import Sandbox

WHY = "Weekly retraining; the features moved into a container of their own."
ARN = f"arn:aws:sagemaker:us-east-1:123456789012:model/{PIPELINE['ModelName']}"
STORY = [
    Name.DRAFT_CREATED,
    Name.SUBMITTED,
    Name.APPROVED,
    Name.QUEUED,
    Name.CALLED,
    Name.CREATED,
]

Look = Callable[[Page], None]


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_pipeline_goes_from_the_first_field_to_the_model(visit: Visit, sandbox: Sandbox, *, scripts: bool) -> None:
    people()
    # axe is a script too.
    look: Look = accessible.check if scripts else lambda _page: None

    sally = visit(java_script_enabled=scripts)
    submission = ask(sally, look)
    if scripts:
        sally.evaluate("window.sameDocument = true")

    amir = visit(java_script_enabled=scripts)
    approve(amir, submission, look)

    if scripts:
        see_it_made_by_itself(sally)
    else:
        see_it_made_by_refreshing(sally)
    look(sally)
    assert_made(sandbox, submission)
    assert_told(sally, look)


def people() -> None:
    """Somebody who asks, somebody who decides, and a connection."""
    factories.connection()
    factories.scientist()
    factories.approver()


def ask(page: Page, look: Look) -> str:
    """Come in as the data scientist, fill in the pipeline and submit it; return the submission's id."""
    page.goto("/accounts/login/")
    look(page)
    filling.come_in(page, "sally", factories.PASSWORD)
    look(page)
    filling.start(page)
    look(page)
    filling.fill_in_basics(page)
    filling.fill_in_container(page, 0)
    look(page)
    filling.go_on(page, "Describe container 2")
    filling.fill_in_container(page, 1)
    filling.go_on(page, "Give access")
    filling.fill_in_access(page)
    look(page)
    filling.go_on(page, "Tag the SageMaker model")
    filling.fill_in_tags(page)
    look(page)
    filling.go_on(page, f"Review and submit {PIPELINE['ModelName']}")
    look(page)
    submission = filling.submit(page, WHY)
    expect(page.locator("#state")).to_have_text("Waiting for approval")
    look(page)
    return submission


def approve(page: Page, submission: str, look: Look) -> None:
    """Come in as the approver, see exactly what would be sent and where to, and approve it."""
    filling.come_in(page, "amir", factories.PASSWORD)
    look(page)
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Approvals").click()
    look(page)
    page.get_by_role("link", name=PIPELINE["ModelName"]).click()
    look(page)
    assert_shows_exactly(page, submission)
    page.get_by_role("radio", name="Approve").check()
    page.get_by_role("button", name="Record decision").click()
    expect(page.get_by_text("Approved. The worker sends it to AWS.")).to_be_visible()


def assert_shows_exactly(page: Page, submission: str) -> None:
    """The page shows the digest of the bytes that will be sent, the request in them, and where they go."""
    envelope = page.request.get(f"/submissions/{submission}/envelope.json").body()
    sent = json.loads(envelope)
    digest = page.locator("#exactly").locator("xpath=ancestor::section").locator("code.digest").inner_text()
    filling.reveal(page, page.locator("pre.code"))
    shown = json.loads(page.locator("pre.code").inner_text())

    assert "".join(digest.removeprefix("Digest").split()) == hashlib.sha256(envelope).hexdigest()
    assert shown == sent["request"] == {**PIPELINE, "Tags": [*PIPELINE["Tags"], tag(submission)]}
    assert sent["target"] == {"account": "123456789012", "region": "us-east-1", "role": None}
    expect(page.locator(".page-head .target")).to_contain_text("123456789012")
    expect(page.locator(".page-head .target")).to_contain_text("us-east-1")


def tag(submission: str) -> dict[str, str]:
    """Return the tag that says who made a SageMaker model."""
    return {"Key": settings.OWNERSHIP_TAG, "Value": f"{submission}.1"}


def see_it_made_by_itself(page: Page) -> None:
    """The open page comes to the ARN, and is still the same document."""
    expect(page.locator("#state")).to_have_text("Created")
    expect(page.locator("#outcome")).to_contain_text(ARN)
    expect(page).to_have_title(f"{PIPELINE['ModelName']}, created – Models UI")
    assert page.evaluate("window.sameDocument")


def see_it_made_by_refreshing(page: Page) -> None:
    """The link brings the page up to date as often as it is followed."""

    def refreshed() -> bool:
        with page.expect_navigation():
            page.get_by_role("link", name="Refresh now").click()
        return page.locator("#state").inner_text() == "Created"

    assert any(refreshed() for _ in range(100))
    expect(page.locator("#outcome")).to_contain_text(ARN)


def assert_made(sandbox: Sandbox, submission: str) -> None:
    """AWS has what was sent, and nothing else."""
    client = sandbox.client()
    described = client.describe_model(ModelName=PIPELINE["ModelName"])
    tags = client.list_tags(ResourceArn=ARN)["Tags"]

    assert normal(described) == normal(PIPELINE)
    assert tags == [*PIPELINE["Tags"], tag(submission)]


def assert_told(page: Page, look: Look) -> None:
    """The audit log tells the story event by event."""
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Audit").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Audit")
    names = page.locator("tbody tr td:nth-child(4)").all_inner_texts()
    look(page)

    assert names[::-1][-len(STORY) :] == STORY
