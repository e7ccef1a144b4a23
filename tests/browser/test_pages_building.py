"""Are the pages of the form builder for everybody: each tab, with a form that is right, wrong, and changed meanwhile?"""

from __future__ import annotations

from django.utils import timezone
from playwright.sync_api import Page, expect

from models_ui.blueprints import editing, operations, queries
from models_ui.blueprints.homes import Raw
from models_ui.contract.finding import errors
from models_ui.drafts import checks, missteps
from tests import factories
from tests.blueprints.outlines import OPEN, asking
from tests.browser.conftest import Look
from tests.browser.pages import Shown

TITLE = "A form"


def form() -> Raw:
    """A form that sets, limits, hides and asks."""
    document = asking("/ModelName", "/PrimaryContainer/Image", "/PrimaryContainer/Environment/HF_TASK")
    document = editing.with_field(document, "/VpcConfig/Subnets", {"value": ["subnet-0f3a19c2"], "locked": True})
    document = editing.with_field(document, "/VpcConfig/SecurityGroupIds", {"value": ["sg-04c1a2f9"], "locked": True})
    limit = {"choices": [{"value": "text-generation", "label": "Write text"}, "summarization"]}
    document = editing.with_field(document, "/PrimaryContainer/Environment/HF_TASK", {"limit": limit, "required": True})
    return editing.with_field(document, "/EnableNetworkIsolation", {"value": True, "locked": True, "show": "hidden"})


def seed() -> dict[str, str]:
    """Forms in every state, and somebody who has submitted something."""
    ada = factories.admin()
    factories.connection()
    factories.submission(factories.scientist())
    for name, document in (
        ("used", form()),
        ("changed", form()),
        ("open", asking("/ModelName", "/Containers/*/Image", containers=OPEN)),
        ("wrong", editing.with_field(asking("/ModelName"), "/Nowhere", {"required": True})),
        ("empty", asking()),
        ("retired", form()),
    ):
        operations.create(name=name, document={**document, "teams": ["risk"]}, by=ada, at=factories.NOW)
        if name in ("used", "changed", "retired"):
            operations.publish(name=name, version=1, by=ada, at=factories.NOW)
    draft = factories.draft(factories.scientist("sina"), {"ModelName": "not a name"})
    missteps.count(draft, errors(checks.findings(draft)), on=timezone.localdate())
    changed = editing.without_field(form(), "/EnableNetworkIsolation")
    operations.edit(name="changed", document=changed, version=queries.get("changed").version, by=ada, at=factories.NOW)
    operations.retire(name="retired", version=queries.get("retired").version, by=ada, at=factories.NOW)
    return {}


def make_nothing(page: Page) -> None:
    """Post an empty form."""
    page.get_by_role("button", name="Make the blueprint").click()
    expect(page.locator(".error-summary")).to_be_focused()


def save_without_a_title(page: Page) -> None:
    """Take the title away."""
    page.get_by_label("Title").fill("")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".error-summary")).to_be_focused()


def write_words_for_a_number(page: Page) -> None:
    """Limit the length of the name in words."""
    page.get_by_text("Limits").click()
    page.get_by_label("At least").fill("many")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".error-summary")).to_be_focused()


def save_no_json(page: Page) -> None:
    """Break the document."""
    page.get_by_label("The form as JSON").fill('{"title": 1}')
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".error-summary")).to_be_focused()


def add_a_step_without_a_title(page: Page) -> None:
    """Add a step that nobody could find."""
    page.get_by_text("Add a step").click()
    page.get_by_role("button", name="Add the step").click()
    expect(page.locator(".error-summary")).to_be_focused()


def go_on(page: Page) -> None:
    """Continue with an empty form."""
    page.get_by_role("button", name="Continue").click()
    expect(page.locator(".error-summary")).to_be_focused()


def come_too_late(page: Page) -> None:
    """Save an older state of the form."""
    page.evaluate("document.querySelectorAll('[name=version]').forEach((each) => { each.value = 99; })")
    page.get_by_role("radio", name="Ask for it").check()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_be_focused()


PAGES = {
    "blueprints: list": Shown("ada", "/blueprints/", "Blueprints"),
    "blueprints: list, not an admin": Shown("sally", "/blueprints/", "Blueprints"),
    "blueprints: new": Shown("ada", "/blueprints/new/", "New blueprint"),
    "blueprints: new, from a file": Shown("ada", "/blueprints/new/?begin=file", "New blueprint"),
    "blueprints: new, wrong": Shown("ada", "/blueprints/new/", "Error: New blueprint", 422, make_nothing),
    "blueprints: about": Shown("ada", "/blueprints/used/about/", f"About, {TITLE}"),
    "blueprints: about, open pipeline": Shown("ada", "/blueprints/open/about/", f"About, {TITLE}"),
    "blueprints: about, retired": Shown("ada", "/blueprints/retired/about/", f"About, {TITLE}"),
    "blueprints: about, wrong": Shown(
        "ada", "/blueprints/used/about/", f"Error: About, {TITLE}", 422, save_without_a_title
    ),
    "blueprints: fields": Shown("ada", "/blueprints/used/fields/", f"Fields, {TITLE}"),
    "blueprints: fields, nothing found": Shown("ada", "/blueprints/used/fields/?q=none+such", f"Fields, {TITLE}"),
    "blueprints: field, locked": Shown("ada", "/blueprints/used/fields/?place=/VpcConfig/Subnets", f"Fields, {TITLE}"),
    "blueprints: field, limited": Shown(
        "ada", "/blueprints/used/fields/?place=/PrimaryContainer/Environment/HF_TASK", f"Fields, {TITLE}"
    ),
    "blueprints: field, AWS's own values": Shown(
        "ada", "/blueprints/open/fields/?place=/InferenceExecutionConfig/Mode", f"Fields, {TITLE}"
    ),
    "blueprints: field, variables": Shown(
        "ada", "/blueprints/used/fields/?place=/PrimaryContainer/Environment", f"Fields, {TITLE}"
    ),
    "blueprints: field, AWS's images": Shown(
        "ada", "/blueprints/used/fields/?place=/PrimaryContainer/Image&images=pytorch+gpu", f"Fields, {TITLE}"
    ),
    "blueprints: field, unknown": Shown("ada", "/blueprints/wrong/fields/?place=/Nowhere", f"Fields, {TITLE}"),
    "blueprints: field, wrong": Shown(
        "ada",
        "/blueprints/used/fields/?place=/ModelName",
        f"Error: Fields, {TITLE}",
        422,
        write_words_for_a_number,
    ),
    "blueprints: field, too late": Shown(
        "ada", "/blueprints/used/fields/?place=/Tags", f"Changed meanwhile, {TITLE}", 409, come_too_late
    ),
    "blueprints: layout": Shown("ada", "/blueprints/used/layout/", f"Layout, {TITLE}"),
    "blueprints: layout, nothing yet": Shown("ada", "/blueprints/empty/layout/", f"Layout, {TITLE}"),
    "blueprints: layout, wrong": Shown(
        "ada", "/blueprints/used/layout/", f"Error: Layout, {TITLE}", 422, add_a_step_without_a_title
    ),
    "blueprints: preview": Shown("ada", "/blueprints/used/preview/", f"Preview, {TITLE}"),
    "blueprints: preview on a phone": Shown("ada", "/blueprints/open/preview/?width=phone", f"Preview, {TITLE}"),
    "blueprints: preview of an approver": Shown("ada", "/blueprints/used/preview/?as=an+approver", f"Preview, {TITLE}"),
    "blueprints: preview, wrong": Shown("ada", "/blueprints/used/preview/", f"Error: Preview, {TITLE}", 422, go_on),
    "blueprints: preview of nothing": Shown("ada", "/blueprints/empty/preview/", f"Preview, {TITLE}"),
    "blueprints: json": Shown("ada", "/blueprints/used/json/", f"JSON, {TITLE}"),
    "blueprints: json, wrong": Shown("ada", "/blueprints/used/json/", f"Error: JSON, {TITLE}", 422, save_no_json),
    "blueprints: versions": Shown("ada", "/blueprints/changed/versions/", f"Versions, {TITLE}"),
    "blueprints: versions, none": Shown("ada", "/blueprints/empty/versions/", f"Versions, {TITLE}"),
    "blueprints: fields people get wrong": Shown("ada", "/findings/", "Fields people get wrong"),
    "blueprints: no field is got wrong": Shown("ada", "/findings/?form=open&days=7", "Fields people get wrong"),
    "blueprints: not allowed": Shown("sally", "/blueprints/used/fields/", "Not allowed", 403),
}
NO_FORMS = {
    "list of nothing": Shown("ada", "/blueprints/", "Blueprints"),
    "list of nothing, not an admin": Shown("sally", "/blueprints/", "Blueprints"),
}


def test_pages_are_for_everybody(look: Look) -> None:
    look(PAGES, seed())


def test_pages_of_the_first_day_are_for_everybody(look: Look) -> None:
    factories.admin()
    factories.scientist()
    look(NO_FORMS, {})
