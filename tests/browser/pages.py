"""Which pages are looked at, and what must be true of every one?"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, ViewportSize, expect

from models_ui.accounts.models import User
from tests.browser import accessible, entrance
from tests.browser.watch import Watch

WIDE: ViewportSize = {"width": 1280, "height": 900}
NARROW: ViewportSize = {"width": 320, "height": 640}
THEMES: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")
UNFOLD = "document.querySelectorAll('details').forEach((fold) => { fold.open = true; })"
TOO_WIDE = """() => document.documentElement.scrollWidth > innerWidth
  ? [...document.querySelectorAll('body *')].filter((each) => each.getBoundingClientRect().right > innerWidth)
      .slice(0, 5).map((each) => each.outerHTML.slice(0, 120))
  : []"""


@dataclass(frozen=True, slots=True)
class Shown:
    """A page in one of its states: who sees it, its address, its title, its status, and what is done to come there.

    Address and title may name what was seeded, in braces.
    """

    who: str
    address: str
    title: str
    status: int = 200
    then: Callable[[Page], None] | None = None


@dataclass
class Viewer:
    """Looks at pages, with one browser for each person."""

    browser: Browser
    origin: str
    # Where a picture of every page goes, if anywhere.
    pictures: Path | None = None
    watch: Watch = field(init=False)
    pages: dict[str, Page] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.watch = Watch(self.origin)

    def look(self, shown: Shown, places: Mapping[str, str], name: str = "") -> None:
        """Check a page as it is, with all folds open: axe in light and in dark, its head, and no way sideways.

        `places` are what was seeded, by the names that addresses use; `name` is what pictures of it are called.
        """
        page = self.pages.get(shown.who) or self.pages.setdefault(shown.who, self.new_page(shown.who))
        # A form that is shown again with errors is no accident on the way to a page.
        self.watch.expected, self.watch.seen = {shown.status, 422}, []
        page.set_viewport_size(WIDE)
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        answer = page.goto(shown.address.format_map(places))
        if shown.then:
            shown.then(page)
        else:
            assert answer
            assert answer.status == shown.status
        if self.pictures and name:
            take(page, self.pictures / re.sub(r"[^a-z0-9]+", "-", f"{shown.who}-{name}".lower()).strip("-"))
        check(page, shown.title.format_map(places))
        self.watch.tell()

    def new_page(self, who: str) -> Page:
        """Return a page of a new browser."""
        context = self.browser.new_context(base_url=self.origin)
        self.watch.follow(context)
        if who:
            entrance.let_in(context, User.objects.get(username=who), self.origin)
        return context.new_page()

    def close(self) -> None:
        """Close all browsers."""
        for page in self.pages.values():
            page.context.close()


def take(page: Page, stem: Path) -> None:
    """Take pictures of a page as it is: wide and narrow, light and dark."""
    for width, size in (("wide", WIDE), ("narrow", NARROW)):
        for theme in THEMES:
            page.set_viewport_size(size)
            page.emulate_media(color_scheme=theme)
            page.screenshot(path=stem.with_name(f"{stem.name}-{width}-{theme}.png"), full_page=True)
    page.set_viewport_size(WIDE)
    page.emulate_media(color_scheme="light")


def check(page: Page, title: str, *, patience: float | None = None) -> None:
    """Raise AssertionError unless the page in front is for everybody. `patience`: milliseconds to wait for its head."""
    expect(page).to_have_title(f"{title} – Models UI", timeout=patience)
    expect(page.locator("h1")).to_have_count(1, timeout=patience)
    page.evaluate(UNFOLD)
    accessible.check(page)
    page.emulate_media(color_scheme="dark")
    accessible.check(page)
    page.set_viewport_size(NARROW)
    too_wide = page.evaluate(TOO_WIDE)
    assert not too_wide, f"{page.url} goes sideways: {too_wide}"
