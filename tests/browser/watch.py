"""What may no page do, whatever is tried on it?"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, WebError

# Told by the console, so that what the policy stopped is heard wherever it happens.
CSP = """document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`CSP: ${event.violatedDirective} stopped ${event.blockedURI} ${event.sample}`))"""
STATUS = re.compile(r"(?:status of|Status Error Code) (\d{3})")
# The browser left the page while something was still being fetched.
LEFT = "net::ERR_ABORTED"


@dataclass
class Watch:
    """Listens to browsers: errors, violations of the policy, requests that fail or go to another origin."""

    origin: str
    expected: set[int] = field(default_factory=set)
    seen: list[str] = field(default_factory=list)

    def expects(self, *statuses: int) -> None:
        """Say which statuses the test provokes: the console tells of them."""
        self.expected.update(statuses)

    def follow(self, context: BrowserContext) -> None:
        """Listen to all pages of a browser."""
        context.add_init_script(CSP)
        context.on("console", self._console)
        context.on("weberror", self._error)
        context.on("request", self._request)
        context.on("requestfailed", self._failed)

    def tell(self) -> None:
        """Raise AssertionError with everything that was seen."""
        assert not self.seen, "\n".join(self.seen)

    def _console(self, message: ConsoleMessage) -> None:
        told = STATUS.search(message.text)
        if message.type in ("error", "warning") and not (told and int(told[1]) in self.expected):
            self.seen.append(f"console: {message.text}")

    def _error(self, error: WebError) -> None:
        self.seen.append(f"error in a page: {error.error}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith(f"{self.origin}/"):
            self.seen.append(f"another origin: {request.url}")

    def _failed(self, request: Request) -> None:
        if request.failure != LEFT:
            self.seen.append(f"failed: {request.url} {request.failure}")
