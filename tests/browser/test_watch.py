"""Does the watch over the browser tests see what a page may not do?"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from tests.browser.watch import Watch

INLINE = "document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">')"
ELSEWHERE = "fetch('http://127.0.0.1:1/').catch(() => {})"
BROKEN = "setTimeout(() => { throw new Error('broken') })"
MISSING = "fetch('/accounts/nowhere/').then(() => {})"


@pytest.mark.parametrize(
    ("act", "told"),
    [
        (INLINE, "style-src"),
        (ELSEWHERE, "connect-src"),
        (BROKEN, "error in a page: broken"),
        (MISSING, "status of 404"),
    ],
    ids=["inline style", "another origin", "error in a script", "missing page"],
)
def test_watch_tells_what_a_page_did(live_server: LiveServer, browser: Browser, act: str, told: str) -> None:
    watch = Watch(str(live_server.url))
    context = browser.new_context(base_url=watch.origin)
    watch.follow(context)
    page = context.new_page()
    page.goto("/accounts/login/")
    with context.expect_event("weberror" if act == BROKEN else "console"):
        page.evaluate(act)
    context.close()

    with pytest.raises(AssertionError, match=told):
        watch.tell()
