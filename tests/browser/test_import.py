"""Does what people paste become a draft, or a sentence that helps?"""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from models_ui.drafts.models import Draft
from tests import factories
from tests.browser import filling
from tests.browser.conftest import Visit
from tests.browser.filling import PIPELINE
from tests.browser.watch import Watch

# A cell of a notebook.
BOTO3 = f"""
import boto3
role = "{factories.ROLE_ARN}"
sm = boto3.client("sagemaker", region_name="us-east-1")
response = sm.create_model(
    ModelName="churn-7",
    ExecutionRoleArn=role,
    PrimaryContainer={{"Image": "{factories.IMAGE}", "ModelDataUrl": "s3://acme-models/churn/7/model.tar.gz"}},
)
print(response["ModelArn"])
"""
MEGABYTE = 1024 * 1024


@pytest.fixture
def page(visit: Visit, watch: Watch) -> Page:
    """The page to paste on."""
    watch.expects(413, 422)
    factories.connection()
    page = visit(factories.scientist())
    page.goto("/drafts/import/")
    return page


def paste(page: Page, text: str) -> None:
    """Put a text into the box at once, as the clipboard does, and make a draft of it."""
    page.get_by_role("textbox", name="Request").evaluate("(box, text) => { box.value = text; }", text)
    page.get_by_role("button", name="Make a draft").click()


def test_pasted_request_becomes_a_draft_to_the_letter(page: Page) -> None:
    paste(page, json.dumps(PIPELINE, indent=2))

    expect(page.get_by_role("heading", level=1)).to_have_text(f"Review and submit {PIPELINE['ModelName']}")
    assert Draft.objects.get().document == PIPELINE


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_from_sign_in_to_the_review_there_are_three_clicks(visit: Visit, *, scripts: bool) -> None:
    factories.connection()
    factories.scientist()
    page = visit(java_script_enabled=scripts)
    page.goto("/")
    page.get_by_label("User name").fill("sally")
    page.get_by_label("Password").fill(factories.PASSWORD)
    clicks = 0
    for way in ("Sign in", "Make a draft"):
        if way == "Make a draft":
            page.get_by_role("textbox", name="Request").fill(BOTO3)
        page.get_by_role("button", name=way).click()
        clicks += 1

    expect(page.get_by_role("heading", level=1)).to_have_text("Review and submit churn-7")
    expect(page.get_by_text("No errors. You can submit.")).to_be_visible()
    assert clicks <= 3


def test_what_is_wrong_in_it_is_told_place_by_place_and_leads_there(page: Page) -> None:
    paste(page, json.dumps({**PIPELINE, "ModelName": "churn_pipeline", "Colour": "red"}))

    findings = page.locator(".finding")
    expect(findings.filter(has_text="/ModelName")).to_have_count(1)
    expect(findings.filter(has_text="/Colour")).to_have_count(1)
    findings.filter(has_text="/ModelName").get_by_role("link").click()
    expect(filling.control(page, "ModelName")).to_have_value("churn_pipeline")


def test_request_is_pasted_from_home_as_well(page: Page) -> None:
    page.goto("/")
    paste(page, json.dumps(PIPELINE))

    expect(page.get_by_role("heading", level=1)).to_have_text(f"Review and submit {PIPELINE['ModelName']}")


def test_broken_text_gets_a_sentence_and_stays_in_the_box(page: Page) -> None:
    paste(page, '{"ModelName": ')

    expect(page.locator(".error-summary")).to_be_focused()
    expect(page.get_by_label("Request")).to_have_value('{"ModelName": ')
    assert not Draft.objects.exists()


def test_text_over_two_megabytes_gets_a_sentence(page: Page) -> None:
    paste(page, json.dumps({"ModelName": "x" * 2 * MEGABYTE}))

    expect(page.locator(".error-summary")).to_contain_text("2 MB")
    assert not Draft.objects.exists()


def test_text_beyond_what_is_read_at_all_gets_a_page(page: Page) -> None:
    paste(page, "x" * 9 * MEGABYTE)

    expect(page.get_by_role("heading", level=1)).to_have_text("That is more than this page takes")
