"""Can somebody do the whole job without a mouse?"""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from models_ui.contract import pointers
from models_ui.submissions.models import Submission
from tests import factories
from tests.browser.conftest import Visit
from tests.browser.filling import REGISTRY, button, control

# More than any page on the way has places to stop at; who presses Tab so often is in a trap.
PATIENCE = 150


def test_request_is_submitted_by_keyboard_alone(visit: Visit) -> None:
    factories.connection()
    factories.scientist()
    factories.approver()
    page = visit()

    come_in(page)
    start(page)
    name_a_pipeline(page)
    order_the_containers(page)
    describe(page, 0)
    describe(page, 1)
    give_access(page)
    tag_it(page)
    submit(page)

    request = Submission.objects.get().current.request
    assert [pointers.get(request, f"/Containers/{index}/Image") for index in range(2)] == [image(0), image(1)]
    assert pointers.get(request, "/Tags/0") == {"Key": "team", "Value": "risk"}


def test_first_stop_of_every_page_leads_past_the_bar(visit: Visit) -> None:
    page = visit(factories.scientist())
    page.goto("/drafts/")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_menu_opens_and_closes_and_gives_the_focus_back(visit: Visit) -> None:
    page = visit(factories.scientist())
    page.goto("/help/")
    opener = page.get_by_role("button", name="sally")

    act(page, opener)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="System")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="System")).not_to_be_visible()
    expect(opener).to_be_focused()


def test_question_is_answered_by_keyboard(visit: Visit) -> None:
    sally = factories.scientist()
    page = visit(sally)
    page.goto(f"/drafts/{factories.draft(sally).id}/review/")

    act(page, page.get_by_role("button", name="Discard").first)
    act(page, page.get_by_role("button", name="Keep it"))
    expect(page.get_by_role("dialog")).not_to_be_visible()
    act(page, page.get_by_role("button", name="Discard").first)
    act(page, page.get_by_role("button", name="Discard draft"))

    heading(page, "Drafts")


def tab_to(page: Page, element: Locator) -> None:
    """Press Tab until something has the focus. It must be seen then."""
    for _ in range(PATIENCE):
        if element.evaluate("element => element === document.activeElement"):
            expect(element).to_be_in_viewport()
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not lead to {element}")


def type_into(page: Page, name: str, text: str) -> None:
    """Go to a control and type."""
    tab_to(page, control(page, name))
    page.keyboard.type(text)


def act(page: Page, element: Locator, key: str = "Enter") -> None:
    """Go to a button or link and press it."""
    tab_to(page, element)
    page.keyboard.press(key)


def heading(page: Page, text: str) -> None:
    """Wait for a page."""
    expect(page.get_by_role("heading", level=1)).to_have_text(text)


def go_on(page: Page, text: str) -> None:
    """Go on to the page with this heading."""
    act(page, page.get_by_role("button", name="Continue"))
    heading(page, text)


def come_in(page: Page) -> None:
    """Sign in; Enter in the last field sends the form."""
    page.goto("/accounts/login/")
    type_into(page, "username", "sally")
    type_into(page, "password", factories.PASSWORD)
    page.keyboard.press("Enter")
    heading(page, "Nothing needs you now")


def start(page: Page) -> None:
    """Begin a blank draft."""
    act(page, page.get_by_role("link", name="New request").first)
    heading(page, "New request")
    act(page, page.get_by_role("button", name="Start blank"), "Space")
    heading(page, "Name the SageMaker model")


def name_a_pipeline(page: Page) -> None:
    """Name it, and choose the kind with the arrows."""
    type_into(page, "ModelName", "by-keyboard-1")
    tab_to(page, page.locator('[name="ask.kind"]:checked'))
    page.keyboard.press("ArrowDown")
    expect(page.locator('[name="ask.kind"][value=pipeline]')).to_be_checked()
    go_on(page, "Put the containers in order")


def order_the_containers(page: Page) -> None:
    """Add two containers and a third, which goes again."""
    for index in range(3):
        act(page, button(page, "add:Containers"))
        expect(page.locator(f'[id="Containers.{index}"]')).to_be_focused()
    act(page, button(page, "remove:Containers.2"), "Space")
    expect(button(page, "add:Containers")).to_be_focused()
    go_on(page, "Describe container 1")


def image(index: int) -> str:
    """Return the image of a container."""
    return f"{REGISTRY}/{('churn-features:2.0.0', 'churn-post:1.4.2')[index]}"


def describe(page: Page, index: int) -> None:
    """Fill in a container and give it a variable."""
    type_into(page, f"Containers.{index}.Image", image(index))
    type_into(page, f"Containers.{index}.ModelDataUrl", "s3://acme-models/churn/7/model.tar.gz")
    act(page, button(page, f"add:Containers.{index}.Environment"))
    expect(control(page, f"Containers.{index}.Environment.0.key")).to_be_focused()
    page.keyboard.type("LOG_LEVEL")
    type_into(page, f"Containers.{index}.Environment.0.value", "info")
    go_on(page, "Describe container 2" if index == 0 else "Give access")


def give_access(page: Page) -> None:
    """Name the role, and choose isolation in a list by its first letter."""
    type_into(page, "ExecutionRoleArn", factories.ROLE_ARN)
    tab_to(page, control(page, "EnableNetworkIsolation"))
    page.keyboard.type("y")
    expect(control(page, "EnableNetworkIsolation")).to_have_value("true")
    go_on(page, "Tag the SageMaker model")


def tag_it(page: Page) -> None:
    """Add a tag."""
    act(page, button(page, "add:Tags"))
    expect(control(page, "Tags.0.Key")).to_be_focused()
    page.keyboard.type("team")
    type_into(page, "Tags.0.Value", "risk")
    go_on(page, "Review and submit by-keyboard-1")


def submit(page: Page) -> None:
    """Say why, and submit."""
    type_into(page, "justification", "To see that it can be done.")
    act(page, page.get_by_role("button", name="Submit for approval"))
    expect(page).to_have_url(re.compile("/submissions/"))
