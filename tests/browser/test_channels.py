"""Does a further source say where the program will find it, while its channel is typed?"""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests import factories
from tests.browser import documents, filling
from tests.browser.conftest import Visit

LIST = "PrimaryContainer.AdditionalModelDataSources"
CHANNEL = f"{LIST}.0.ChannelName"


def opened(visit: Visit, *names: str) -> Page:
    """Return the screen of a container with a further source for each name."""
    more = [{"ChannelName": name, "S3DataSource": documents.source(name)} for name in names]
    main = {"S3DataSource": documents.source("main")}
    sally = factories.scientist()
    document = documents.stored(
        "channels", ModelDataSource=main, **({"AdditionalModelDataSources": more} if more else {})
    )
    page = visit(sally)
    page.goto(f"/drafts/{factories.draft(sally, document).id}/container/")
    return page


def test_folder_follows_what_is_typed(visit: Visit) -> None:
    page = opened(visit)
    filling.press(page, f"add:{LIST}", then=CHANNEL)
    told = page.locator(f'[data-mirrors="{CHANNEL}"]')

    expect(told).to_have_text("…")
    page.keyboard.type("draft-model")

    expect(told).to_have_text("draft-model")
    expect(page.locator(".shows")).to_have_text(
        "In the container it is the folder /opt/ml/additional-model-data-sources/draft-model"
    )


def test_source_that_is_moved_keeps_the_focus_on_its_button(visit: Visit) -> None:
    page = opened(visit, "adapter", "draft-model")

    filling.press(page, f"down:{LIST}.0", then=f"{LIST}.1-down")

    expect(filling.control(page, CHANNEL)).to_have_value("draft-model")
    expect(page.locator(f'[id="{LIST}.1-down"]')).to_have_attribute("aria-disabled", "true")
    filling.press(page, f"remove:{LIST}.0", then=f"{LIST}.0-remove")
    expect(filling.control(page, CHANNEL)).to_have_value("adapter")
