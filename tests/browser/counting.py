"""How many clicks does somebody need, and how many fields do they type into?"""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page


@dataclass
class Person:
    """Somebody in front of a page, whose clicks and typed fields are counted. Choosing from a select is a click."""

    page: Page
    clicks: list[str] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)

    def click(self, name: str) -> None:
        """Press a button by the words on it."""
        self.page.get_by_role("button", name=name).first.click()
        self.clicks.append(name)

    def choose(self, control: str, option: str) -> None:
        """Choose from a select by the name of the control."""
        self._control(control).select_option(label=option)
        self.clicks.append(option)

    def type(self, control: str, text: str) -> None:
        """Type into a control by its name."""
        self._control(control).fill(text)
        self.typed.append(control)

    def _control(self, name: str) -> Locator:
        return self.page.locator(f'[name="{name}"]')
