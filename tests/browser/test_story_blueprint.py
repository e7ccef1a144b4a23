"""Does an admin's form reach the people who fill it in, and what changes in it too?"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from models_ui.blueprints import queries
from models_ui.submissions.models import Submission
from tests import factories
from tests.browser import accessible, filling
from tests.browser.conftest import Visit
from tests.browser.watch import Watch

TITLE = "Churn model from S3"
SUBNETS, GROUPS = ["subnet-0f3a19c2", "subnet-0b77d1e4"], ["sg-04c1a2f9"]


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_form_is_made_used_and_changed(visit: Visit, watch: Watch, *, scripts: bool) -> None:
    # The rehearsal refuses a location.
    watch.expects(422)
    factories.connection()
    ada, sally = factories.admin(), factories.scientist()
    factories.approver()
    admin, scientist = (visit(user, java_script_enabled=scripts) for user in (ada, sally))

    make(admin)
    pick(admin)
    arrange(admin)
    rehearse(admin)
    publish(admin)
    submission = use(scientist)
    assert_kept(submission)

    begin(scientist)
    draft = scientist.url
    change(admin)
    scientist.goto(draft)
    expect(scientist.get_by_text("This form has a newer version")).to_be_visible()
    scientist.get_by_role("link", name="See what is different").click()
    expect(scientist.get_by_role("heading", level=1)).to_have_text("Move this draft to the newer form")
    if scripts:
        accessible.check(admin)
        accessible.check(scientist)


def make(page: Page) -> None:
    """Begin a form from nothing."""
    page.goto("/")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Blueprints").click()
    page.get_by_role("link", name="New blueprint").first.click()
    page.get_by_label("Title").fill(TITLE)
    page.get_by_role("button", name="Make the blueprint").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)


def open_field(page: Page, words: str, label: str) -> None:
    """Find a field in plain words and open its settings."""
    page.get_by_label("Find a field").fill(words)
    page.get_by_role("button", name="Find", exact=True).click()
    page.locator("#shelves").get_by_role("link", name=re.compile(f"^{label} ")).first.click()
    expect(page.locator("#settings")).to_have_text(label)


def save(page: Page, says: str) -> None:
    """Save the settings and read in the tree what the field does now."""
    seen = page.locator("#field [name=version]").input_value()
    page.locator("#field").get_by_role("button", name="Save").click()
    expect(page.locator("#field [name=version]")).not_to_have_value(seen)
    expect(page.locator("#shelves")).to_contain_text(says)


def pick(page: Page) -> None:
    """Ask for the name and the archive in one bucket, and set the image, the role and the VPC."""
    open_field(page, "model name", "Model name")
    page.get_by_role("radio", name="Ask for it").check()
    page.get_by_label("Must be filled in").check()
    save(page, "Must be filled in")
    open_field(page, "archive", "Model archive")
    page.get_by_role("radio", name="Ask for it").check()
    page.locator("summary", has_text="Limits").click()
    page.get_by_label("Begins with").fill("s3://acme-models/")
    save(page, "Limited to s3://acme-models/…")
    for words, label, value in (
        ("image", "Image", factories.IMAGE),
        ("execution role", "Execution role", factories.ROLE_ARN),
        ("subnets", "Subnets", "\n".join(SUBNETS)),
        ("security groups", "Security groups", GROUPS[0]),
    ):
        open_field(page, words, label)
        page.get_by_role("radio", name="Set a fixed value").check()
        page.locator("#value").fill(value)
        save(page, f"Locked: {value.split(chr(10))[0][:20]}")


def arrange(page: Page) -> None:
    """Give what is set a step of its own, and put the archive first."""
    page.get_by_role("navigation", name="Parts of the form").get_by_role("link", name="Layout").click()
    page.locator("summary", has_text="Add a step").click()
    page.get_by_label("Title", exact=True).last.fill("What is set")
    page.get_by_role("button", name="Add the step").click()
    expect(page.get_by_role("heading", name="2. What is set")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", name="2. What is set")).to_have_count(0)
    page.get_by_role("button", name="Move Artefacts up").click()
    expect(page.locator("h3").first).to_have_text("Artefacts")


def rehearse(page: Page) -> None:
    """Try the form with a location that it does not take."""
    page.get_by_role("navigation", name="Parts of the form").get_by_role("link", name="Preview").click()
    filling.put(page, {"PrimaryContainer.ModelDataUrl": "s3://elsewhere/model.tar.gz"})
    page.get_by_role("button", name="Continue").click()
    expect(page.locator(".error-summary")).to_contain_text("s3://acme-models/")


def publish(page: Page) -> None:
    """Put the form in use."""
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text("Published. Whoever begins now gets this version.")).to_be_visible()


def begin(page: Page) -> None:
    """Begin a request with the form."""
    page.goto("/drafts/new/")
    page.get_by_role("button", name=re.compile(TITLE)).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Name the SageMaker model")


def use(page: Page) -> str:
    """Fill in the two fields and submit; return the submission's id."""
    begin(page)
    filling.put(
        page, {"ModelName": "churn-9", "PrimaryContainer.ModelDataUrl": "s3://acme-models/churn/7/model.tar.gz"}
    )
    filling.go_on(page, "Review and submit churn-9")
    return filling.submit(page, "Weekly retraining.")


def assert_kept(submission: str) -> None:
    """The submission holds what the form sets, and knows the version of the form."""
    current = Submission.objects.get(id=submission).current

    assert current.request["VpcConfig"] == {"Subnets": SUBNETS, "SecurityGroupIds": GROUPS}
    assert current.request["PrimaryContainer"]["Image"] == factories.IMAGE  # type: ignore[index,call-overload]
    assert current.blueprint_version == queries.newest(queries.get("churn-model-from-s3"))


def change(page: Page) -> None:
    """Say more about the name, and publish it again."""
    page.get_by_role("navigation", name="Parts of the form").get_by_role("link", name="Fields").click()
    open_field(page, "model name", "Model name")
    page.locator("summary", has_text="Words").click()
    page.get_by_label("Help").last.fill("Begin with the name of your team.")
    save(page, "Must be filled in")
    publish(page)
    page.get_by_role("navigation", name="Parts of the form").get_by_role("link", name="Versions").click()
    expect(page.get_by_role("row", name=re.compile("Version 1"))).to_contain_text("1")
    page.get_by_role("link", name="Compare version 1").click()
    expect(page.get_by_text("Model name: help")).to_be_visible()
