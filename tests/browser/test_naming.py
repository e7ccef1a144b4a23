"""Does the first screen help to a model name, with JavaScript and without?"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests import factories
from tests.browser import filling
from tests.browser.conftest import Visit

SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
# Whatever the status region says is kept, in its order.
LISTEN = """() => {
  window.spoken = [];
  new MutationObserver(() => {
    const words = document.querySelector("#status").textContent;
    if (words) window.spoken.push(words);
  }).observe(document.querySelector("#status"), { childList: true, characterData: true, subtree: true });
}"""


def on_basics(visit: Visit, name: str | None = None, *, scripts: bool = True) -> Page:
    """Return the first screen of a draft that has artefacts."""
    sally = factories.scientist()
    draft = factories.draft(sally, factories.request(ModelName=name))
    page = visit(sally, java_script_enabled=scripts)
    page.goto(f"/drafts/{draft.id}/basics/")
    return page


@SCRIPTS
def test_base_gets_a_suffix_renews_it_and_loses_it(visit: Visit, *, scripts: bool) -> None:
    page = on_basics(visit, scripts=scripts)
    name = filling.control(page, "ModelName")
    name.fill("churn-risk")
    filling.press(page, "stamp:ModelName")
    expect(name).to_have_value(re.compile(r"^churn-risk-\d{8}-\d{4}$"))
    filling.press(page, "random:ModelName")
    expect(name).to_have_value(re.compile(r"^churn-risk-\d[a-z]\d[a-z]$"))
    expect(page.locator('[id="ModelName-count"]')).to_have_text("15 of 63 characters")
    filling.press(page, "bare:ModelName")
    expect(name).to_have_value("churn-risk")


@SCRIPTS
def test_artefacts_suggest_a_name(visit: Visit, *, scripts: bool) -> None:
    page = on_basics(visit, scripts=scripts)
    page.get_by_role("button", name="Use churn-7").click()
    expect(filling.control(page, "ModelName")).to_have_value("churn-7")


def test_count_follows_the_typing_and_is_spoken_only_when_it_turns(visit: Visit) -> None:
    page = on_basics(visit, "a" * 60)
    page.evaluate(LISTEN)
    name, count = filling.control(page, "ModelName"), page.locator('[id="ModelName-count"]')
    expect(name).to_have_accessible_description(re.compile("60 of 63 characters"))
    name.press("End")
    name.press_sequentially("bbbbb")
    expect(count).to_have_text("65 of 63 characters: 2 too many")
    expect(count).to_have_attribute("data-tone", "danger")
    expect(page.locator("#status")).to_have_text("65 of 63 characters: 2 too many")
    for _ in range(3):
        name.press("Backspace")
    expect(count).to_have_text("62 of 63 characters")
    expect(count).not_to_have_attribute("data-tone", "danger")
    expect(page.locator("#status")).to_have_text("62 of 63 characters")

    spoken = [words for words in page.evaluate("window.spoken") if "of 63" in words]
    assert spoken == ["65 of 63 characters: 2 too many", "62 of 63 characters"]


@pytest.mark.parametrize("name", [None, "a" * 70], ids=["long suggestion", "long name"])
def test_long_names_fit_a_narrow_screen(visit: Visit, name: str | None) -> None:
    sally = factories.scientist()
    location = "s3://b/prefix/a-very-long-training-job-of-many-words-2026-11-02-10-20-30-123/output/model.tar.gz"
    container = {"Image": factories.IMAGE, "ModelDataUrl": location}
    draft = factories.draft(sally, factories.request(ModelName=name, PrimaryContainer=container))
    page = visit(sally, viewport={"width": 320, "height": 640})
    page.goto(f"/drafts/{draft.id}/basics/")
    expect(page.get_by_role("button", name=re.compile("^Use a"))).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
