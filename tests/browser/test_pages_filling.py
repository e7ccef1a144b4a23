"""Are the pages of drafts for everybody, in every state that they can be in?"""

from __future__ import annotations

from playwright.sync_api import Page, expect

from models_ui.approvals import operations as approvals
from models_ui.drafts import operations as drafts
from models_ui.drafts.models import Draft
from tests import factories
from tests.browser import documents, filling
from tests.browser.conftest import Look
from tests.browser.pages import Shown
from tests.factories import NOW


def seed() -> dict[str, str]:
    """Fill the site and return the drafts by name."""
    sally, amir = factories.scientist(), factories.approver()
    factories.scientist("nora", teams=("empty",))
    factories.scientist("theo", teams=("risk", "search"))
    factories.connection()
    factories.connection("sandbox-eu", region="eu-west-1")
    far = factories.connection("far", region="ap-southeast-7")
    wanted = factories.submission(sally, factories.request("wants-changes"))
    factories.decide(wanted, amir, "request-changes", f"Pin the image.\n{documents.LONG_WORD}")
    made = {
        "blank": factories.draft(sally, {}),
        "ready": factories.draft(sally, factories.request("ready")),
        "pipeline": factories.draft(sally, documents.pipeline("pipeline")),
        "folder": factories.draft(
            sally, documents.stored("folder", ModelDataSource={"S3DataSource": documents.source("a")})
        ),
        "inside": factories.draft(sally, documents.stored("inside")),
        "package": factories.draft(sally, documents.stored("package", Image=None, ModelPackageName="churn")),
        "taken": factories.draft(sally, documents.stored("taken", ModelDataUrl="s3://acme-models/a.tar.gz")),
        "variables": factories.draft(sally, documents.variables("variables")),
        "linked": factories.draft(sally, documents.stored("linked", ModelDataUrl=documents.LINK)),
        "longest": factories.draft(sally, documents.pipeline("longest", containers=15)),
        "largest": factories.draft(sally, documents.largest("largest")),
        "broken": factories.draft(sally, documents.broken("broken_name")),
        "conflict": factories.draft(sally, factories.request("conflict")),
        "kept": factories.draft(sally, factories.request("kept")),
        "undone": factories.draft(sally, documents.pipeline("undone")),
        "typed": factories.draft(sally, factories.request("typed")),
        "overtaken": factories.draft(sally, factories.request("overtaken")),
        "unconnected": drafts.create(owner=sally, document=factories.request("unconnected"), at=NOW),
        "far": factories.draft(sally, factories.request("far"), where=far),
        "discarded": factories.draft(sally, factories.request("discarded")),
        "submitted": Draft.objects.get(id=factories.submission(sally, factories.request("submitted")).id),
        "returned": Draft.objects.get(id=wanted.id),
    }
    drafts.discard(draft_id=made["discarded"].id, by=sally, at=NOW)
    return {name: str(draft.id) for name, draft in made.items()}


def under(page: Page) -> str:
    """Return the id in the address of a page."""
    return page.url.split("/")[4]


def go_on_with_errors(page: Page) -> None:
    """Press Continue on a screen that has errors."""
    page.get_by_role("button", name="Continue").click()
    expect(page.locator(".error-summary")).to_be_focused()


def take_out(page: Page) -> None:
    """Answer that the artefacts are in the image, though a location was typed."""
    page.locator('[id="ask.storage-inside"]').check()
    page.get_by_role("button", name="Use this answer").click()
    expect(page.locator(".toast")).to_contain_text("is taken out of the request")


def mark_and_paste(page: Page) -> None:
    """Mark a variable as a secret, then paste what is not understood."""
    filling.press(page, "mark:PrimaryContainer.Environment.0")
    expect(filling.button(page, "unmark:PrimaryContainer.Environment.0")).to_be_focused()
    filling.put(page, {"ask.variables.PrimaryContainer.Environment": "A=1\nwhat is this\nB='open"})
    filling.press(page, "paste:PrimaryContainer.Environment")
    expect(page.locator(".error-summary")).to_be_focused()


def remove_a_tag(page: Page) -> None:
    """Remove the first tag."""
    filling.press(page, "remove:Tags.0")
    expect(page.locator(".toast")).to_be_visible()


def copy_over(page: Page) -> None:
    """Make the second container like the first one."""
    page.get_by_text("Copy from another container").click()
    page.locator('[id="ask.copy"]').select_option("0")
    page.get_by_role("button", name="Copy it here").click()
    expect(page.locator(".toast")).to_be_visible()


def type_too_late(page: Page) -> None:
    """Type after another tab has saved the draft."""
    draft = Draft.objects.get(id=under(page))
    drafts.save(draft_id=draft.id, document=draft.document, version=draft.version, by=draft.owner, at=NOW)
    filling.put(page, {"ModelName": "typed-too-late"})
    expect(page.locator("#saved")).to_contain_text("changed elsewhere")


def submit_too_early(page: Page) -> None:
    """Press the button that always works."""
    page.get_by_role("button", name="Submit for approval").click()
    expect(page.locator(".error-summary")).to_be_focused()


def save_too_late(page: Page) -> None:
    """Change the name after another tab has done so."""
    draft = Draft.objects.get(id=under(page))
    document = {**draft.document, "ModelName": "conflict-theirs"}
    drafts.save(draft_id=draft.id, document=document, version=draft.version, by=draft.owner, at=NOW)
    filling.put(page, {"ModelName": "conflict-mine"})
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Choose which one stays")


def save_after_it_was_submitted(page: Page) -> None:
    """Change the name after it was submitted in another tab."""
    draft = Draft.objects.get(id=under(page))
    approvals.submit(draft_id=draft.id, version=draft.version, justification="Now.", by=draft.owner, at=NOW)
    filling.put(page, {"ModelName": "overtaken-2"})
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What you typed was not saved")


def discard_too_late(page: Page) -> None:
    """Discard the draft after another tab has changed it."""
    draft = Draft.objects.get(id=under(page))
    drafts.save(draft_id=draft.id, document={}, version=draft.version, by=draft.owner, at=NOW)
    ask_whether_to_discard(page)
    page.get_by_role("button", name="Discard draft").click()
    expect(page.locator(".trouble-code")).to_have_text("409")


def paste_what_is_broken(page: Page) -> None:
    """Paste what is no JSON."""
    page.get_by_label("Request").fill('{"ModelName": ')
    page.get_by_role("button", name="Make a draft").click()
    expect(page.locator(".error-summary")).to_be_focused()


def ask_whether_to_discard(page: Page) -> None:
    """Open the question."""
    page.get_by_role("button", name="Discard").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()


PAGES = {
    "home, filled": Shown("sally", "/", "Home"),
    "home, nothing yet": Shown("nora", "/", "Home"),
    "drafts": Shown("sally", "/drafts/", "Drafts"),
    "drafts, none": Shown("nora", "/drafts/", "Drafts"),
    "drafts, none of that name": Shown("sally", "/drafts/?q=nothing", "Drafts"),
    "drafts, about to discard": Shown("sally", "/drafts/", "Drafts", then=ask_whether_to_discard),
    "new": Shown("sally", "/drafts/new/", "New request"),
    "new, two teams": Shown("theo", "/drafts/new/", "New request"),
    "new, not allowed": Shown("amir", "/drafts/new/", "New request"),
    "import": Shown("theo", "/drafts/import/", "Paste a request"),
    "import, broken": Shown("sally", "/drafts/import/", "Error: Paste a request", 422, paste_what_is_broken),
    "basics, blank": Shown("sally", "/drafts/{blank}/basics/", "Basics, draft without a name"),
    "container, blank": Shown("sally", "/drafts/{blank}/container/", "Container, draft without a name"),
    "access, blank": Shown("sally", "/drafts/{blank}/access/", "Access and network, draft without a name"),
    "tags, blank": Shown("sally", "/drafts/{blank}/tags/", "Tags, draft without a name"),
    "basics, pipeline": Shown("sally", "/drafts/{pipeline}/basics/", "Basics, pipeline"),
    "containers": Shown("sally", "/drafts/{pipeline}/containers/", "Containers, pipeline"),
    "containers, fifteen": Shown("sally", "/drafts/{longest}/containers/", "Containers, longest"),
    "container of a pipeline": Shown("sally", "/drafts/{pipeline}/container-2/", "Container 2, pipeline"),
    "container, folder": Shown("sally", "/drafts/{folder}/container/", "Container, folder"),
    "container, nothing stored": Shown("sally", "/drafts/{inside}/container/", "Container, inside"),
    "container, variables": Shown("sally", "/drafts/{variables}/container/", "Error: Container, variables"),
    "container, paste not understood": Shown(
        "sally", "/drafts/{variables}/container/", "Error: Container, variables", 422, mark_and_paste
    ),
    "container, of a package": Shown("sally", "/drafts/{package}/container/", "Container, package"),
    "container, location taken out": Shown("sally", "/drafts/{taken}/container/", "Container, taken", then=take_out),
    "container, link for a location": Shown(
        "sally", "/drafts/{linked}/container/?return=review", "Error: Container, linked"
    ),
    "container, largest": Shown("sally", "/drafts/{largest}/container/", "Container, largest"),
    "container, largest, of a colleague": Shown("theo", "/drafts/{largest}/container/", "Container, largest"),
    "images": Shown("sally", "/drafts/{pipeline}/images/?for=Containers.1.Image", "Choose an image for pipeline"),
    "images, found": Shown("sally", "/drafts/{ready}/images/?q=pytorch+1.13", "Choose an image for ready"),
    "images, none": Shown("sally", "/drafts/{ready}/images/?q=keras", "Choose an image for ready"),
    "images, no connection": Shown("sally", "/drafts/{unconnected}/images/", "Choose an image for unconnected"),
    "images, not in the region": Shown("sally", "/drafts/{far}/images/", "Choose an image for far"),
    "access, filled": Shown("sally", "/drafts/{pipeline}/access/", "Access and network, pipeline"),
    "tags, filled": Shown("sally", "/drafts/{pipeline}/tags/", "Tags, pipeline"),
    "tags, one removed": Shown("sally", "/drafts/{undone}/tags/", "Tags, undone", then=remove_a_tag),
    "container, copied over": Shown("sally", "/drafts/{undone}/container-2/", "Container 2, undone", then=copy_over),
    "basics, no longer saved": Shown("sally", "/drafts/{typed}/basics/", "Basics, typed", 409, then=type_too_late),
    "basics, broken": Shown("sally", "/drafts/{broken}/basics/?return=review", "Error: Basics, broken_name"),
    "container, broken": Shown("sally", "/drafts/{broken}/container/?return=review", "Error: Container, broken_name"),
    "access, broken": Shown(
        "sally", "/drafts/{broken}/access/?return=review", "Error: Access and network, broken_name"
    ),
    "tags, broken": Shown("sally", "/drafts/{broken}/tags/?return=review", "Error: Tags, broken_name"),
    "tags, refused": Shown("sally", "/drafts/{broken}/tags/", "Error: Tags, broken_name", 422, go_on_with_errors),
    "review, ready": Shown("sally", "/drafts/{ready}/review/", "Review ready"),
    "review, pipeline": Shown("sally", "/drafts/{pipeline}/review/", "Review pipeline"),
    "review, gated": Shown("sally", "/drafts/{largest}/review/", "Review largest"),
    "review, blocked": Shown("sally", "/drafts/{broken}/review/", "Error: Review broken_name", 422, submit_too_early),
    "review, blank": Shown("sally", "/drafts/{blank}/review/", "Review draft without a name"),
    "review, again": Shown("sally", "/drafts/{returned}/review/", "Review wants-changes"),
    "conflict": Shown("sally", "/drafts/{conflict}/basics/", "Changed meanwhile, conflict-theirs", 409, save_too_late),
    "overtaken": Shown(
        "sally", "/drafts/{overtaken}/basics/", "Changed meanwhile, overtaken", 409, save_after_it_was_submitted
    ),
    "discarded too late": Shown("sally", "/drafts/{kept}/review/", "Changed meanwhile", 409, discard_too_late),
    "closed, submitted": Shown("sally", "/drafts/{submitted}/review/", "submitted"),
    "closed, discarded": Shown("sally", "/drafts/{discarded}/review/", "discarded"),
    # What is chosen stays, so these come last.
    "access, for Terraform": Shown("sally", "/drafts/{pipeline}/access/?as=terraform", "Access and network, pipeline"),
    "container, for boto3": Shown("sally", "/drafts/{largest}/container/?as=boto3", "Container, largest"),
    "review, for CloudFormation": Shown("sally", "/drafts/{largest}/review/?as=cloudformation", "Review largest"),
}


def test_pages_are_for_everybody(look: Look) -> None:
    look(PAGES, seed())
