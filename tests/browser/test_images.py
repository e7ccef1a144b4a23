"""Does somebody get one of AWS's images without typing an address, with JavaScript, without, and by keyboard?"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from models_ui.drafts.models import Draft
from tests import factories
from tests.browser.conftest import Visit
from tests.browser.filling import control

NAME = "PrimaryContainer.Image"
URI = "763104351884.dkr.ecr.eu-west-1.amazonaws.com/pytorch-inference:2.6.0-gpu-py312"
WORDS = "AWS PyTorch inference 2.6.0, GPU, Python 3.12"


def begun() -> Draft:
    where = factories.connection("sandbox-eu", region="eu-west-1")
    return factories.draft(factories.scientist(), {"ModelName": "churn-7"}, where=where)


def is_filled(page: Page) -> None:
    expect(page).to_have_url(re.compile("/container/"))
    expect(control(page, NAME)).to_have_value(URI)
    expect(page.get_by_text(WORDS, exact=True)).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_image_is_found_by_words_and_fills_the_field(visit: Visit, *, scripts: bool) -> None:
    draft = begun()
    page = visit(draft.owner, java_script_enabled=scripts)
    page.goto(f"/drafts/{draft.id}/container/")
    control(page, "PrimaryContainer.ModelDataUrl").fill("s3://acme-models/churn/7/model.tar.gz")
    page.get_by_role("button", name="Choose one of AWS's images").click()
    page.get_by_role("searchbox", name="Framework, version, processor").fill("pytorch 2.6 gpu inference")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("button", name="Use it (PyTorch inference 2.6.0, GPU, Python 3.12)").click()
    is_filled(page)
    archive = {"Image": URI, "ModelDataUrl": "s3://acme-models/churn/7/model.tar.gz"}
    assert Draft.objects.get().document["PrimaryContainer"] == archive


def test_keyboard_alone_is_enough(visit: Visit) -> None:
    draft = begun()
    page = visit(draft.owner)
    page.goto(f"/drafts/{draft.id}/images/")
    page.get_by_role("searchbox").focus()
    # The results follow the typing, and say how many they are.
    page.keyboard.type("pytorch 2.6 gpu")
    expect(page.get_by_role("table", name="4 images fit")).to_be_visible()
    use = page.get_by_role("button", name="Use it (PyTorch inference 2.6.0, GPU, Python 3.12)")
    for _ in range(5):
        page.keyboard.press("Tab")
        if use.evaluate("(button) => button === document.activeElement"):
            break
    page.keyboard.press("Enter")
    is_filled(page)
    expect(control(page, NAME)).to_be_focused()


def test_back_button_of_the_browser_finds_the_search_as_it_was(visit: Visit) -> None:
    draft = begun()
    page = visit(draft.owner)
    page.goto(f"/drafts/{draft.id}/images/?q=xgboost+1.7")
    page.get_by_role("button", name="Use it").first.click()
    expect(page).to_have_url(re.compile("/container/"))
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value("xgboost 1.7")
