"""How do the browser tests get a chromium, a site that really works, and people in front of it?"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from models_ui.accounts.models import User
from tests.browser import entrance
from tests.browser.pages import WIDE, Shown, Viewer
from tests.browser.watch import Watch
from tests.browser.worker import working
from tests.sandbox_server import Sandbox

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-dev-shm-usage",
)
# The machine may be busy; nothing waits longer than it must.
expect.set_options(timeout=20_000)

Visit = Callable[..., Page]
Look = Callable[[Mapping[str, Shown], Mapping[str, str]], None]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in this folder."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Use the chromium that is installed, and let it ask nothing of the network by itself."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    assert found, f"None of {', '.join(BROWSERS)} is on the PATH; scripts/chromium.sh gets one."
    return {**browser_type_launch_args, "executable_path": found, "args": list(ARGUMENTS)}


@pytest.fixture
def worked_site(live_server: LiveServer, sandbox: Sandbox) -> Iterator[str]:
    """The address of a site whose worker works, against the sandbox AWS."""
    with working():
        yield str(live_server.url)


@pytest.fixture
def watch(worked_site: str) -> Iterator[Watch]:
    """What no page of a test may do; told at its end."""
    watching = Watch(worked_site)
    yield watching
    watching.tell()


@pytest.fixture
def visit(watch: Watch, browser: Browser) -> Iterator[Visit]:
    """Return a function that gives a page of a new browser, of somebody signed in or of nobody yet."""
    contexts: list[BrowserContext] = []

    def new(user: User | None = None, **options: Any) -> Page:
        context = browser.new_context(**{"base_url": watch.origin, "viewport": WIDE, **options})
        contexts.append(context)
        watch.follow(context)
        if user:
            entrance.let_in(context, user, watch.origin)
        return context.new_page()

    yield new
    for context in contexts:
        context.close()
    hear_out()


def hear_out() -> None:
    """Wait for the answers to what closed pages sent last: else they write into the database of the next test."""
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(timeout=1)


@pytest.fixture
def look(
    live_server: LiveServer, browser: Browser, subtests: pytest.Subtests, request: pytest.FixtureRequest
) -> Iterator[Look]:
    """Return a function that looks at pages one by one, on a site that stands still: a subtest for each.

    With PICTURES set it leaves a picture of each in that folder; see scripts/pictures.sh.
    """
    folder = Path(os.environ["PICTURES"], request.path.stem) if "PICTURES" in os.environ else None
    viewer = Viewer(browser, str(live_server.url), folder)

    def at(pages: Mapping[str, Shown], places: Mapping[str, str]) -> None:
        for name, shown in pages.items():
            with subtests.test(name):
                viewer.look(shown, places, name)

    yield at
    viewer.close()
