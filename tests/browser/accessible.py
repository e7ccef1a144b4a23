"""Can everybody use a page? axe runs in it, with the site's own content security policy in force."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
OPTIONS = {"runOnly": {"type": "tag", "values": list(TAGS)}, "resultTypes": ["violations"]}


def check(page: Page) -> None:
    """Raise AssertionError with everything that axe has against the page as it is now."""
    found = Axe().run(page, options=OPTIONS)
    assert found.violations_count == 0, f"{page.url}\n{found.generate_report()}"
