"""Does a form get a newcomer from sign-in to a submitted request, in how many clicks and typed fields?"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from models_ui.blueprints import starters
from models_ui.submissions.models import Submission
from tests import factories
from tests.browser import accessible
from tests.browser.conftest import Visit
from tests.browser.counting import Person
from tests.factories import IMAGE, NOW, ROLE_ARN

DATA = "s3://acme-models/churn/7/model.tar.gz"
SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])


def come_in(page: Page) -> Person:
    """Sign in; who somebody is counts as no field of the request."""
    page.goto("/")
    page.get_by_label("User name").fill("sally")
    page.get_by_label("Password").fill(factories.PASSWORD)
    sally = Person(page)
    sally.click("Sign in")
    return sally


def submit(sally: Person) -> None:
    """Go on from the form to the review, say why, and submit."""
    sally.click("Continue")
    expect(sally.page.get_by_role("heading", level=1)).to_contain_text("Review and submit")
    sally.type("justification", "Weekly retraining.")
    sally.click("Submit for approval")
    expect(sally.page).to_have_url(re.compile(r"/submissions/[0-9a-f-]{36}/$"))


@SCRIPTS
def test_common_case_takes_at_most_six_clicks_and_five_typed_fields(visit: Visit, *, scripts: bool) -> None:
    factories.connection()
    factories.connection("sandbox-eu", region="eu-west-1")
    factories.scientist()
    starters.load(name="quick-create", document=dict(starters.shipped())["quick-create"], at=NOW)
    sally = come_in(visit(java_script_enabled=scripts))
    sally.click("Start with Quick create")
    sally.choose("connection", "sandbox")
    sally.type("ModelName", "churn-7")
    sally.type("PrimaryContainer.Image", IMAGE)
    sally.type("PrimaryContainer.ModelDataUrl", DATA)
    sally.type("ExecutionRoleArn", ROLE_ARN)
    if scripts:
        accessible.check(sally.page)
    submit(sally)
    sent = Submission.objects.get().current.request
    assert {name: value for name, value in sent.items() if name != "Tags"} == {
        "ModelName": "churn-7",
        "PrimaryContainer": {"Image": IMAGE, "ModelDataUrl": DATA},
        "ExecutionRoleArn": ROLE_ARN,
    }
    assert (len(sally.clicks), len(sally.typed)) == (5, 5)


@SCRIPTS
def test_newcomer_with_a_shipped_form_needs_at_most_six_clicks_and_four_typed_fields(
    visit: Visit, *, scripts: bool
) -> None:
    factories.connection()
    factories.scientist()
    starters.load(name="hugging-face-s3", document=dict(starters.shipped())["hugging-face-s3"], at=NOW)
    sally = come_in(visit(java_script_enabled=scripts))
    sally.click("Start with Hugging Face model from an S3 folder")
    sally.type("ModelName", "reviews-3")
    sally.type("PrimaryContainer.ModelDataSource.S3DataSource.S3Uri", "s3://acme-models/reviews/3/")
    sally.choose("PrimaryContainer.Environment.HF_TASK", "Summarise a text (summarization)")
    sally.type("ExecutionRoleArn", ROLE_ARN)
    submit(sally)
    container = Submission.objects.get().current.request["PrimaryContainer"]
    assert isinstance(container, dict)
    assert "huggingface-pytorch-inference" in str(container["Image"])
    assert (len(sally.clicks), len(sally.typed)) == (5, 4)
