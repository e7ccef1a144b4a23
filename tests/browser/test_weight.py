"""How heavy is a first visit?"""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import Response

from tests import factories
from tests.browser.conftest import Visit
from tests.browser.watch import Watch

MOST_BYTES = 40 * 1000
MOST_REQUESTS = 5


@pytest.mark.parametrize("address", ["/accounts/login/", "/"], ids=["sign-in", "home"])
def test_first_page_is_light(visit: Visit, watch: Watch, address: str) -> None:
    factories.connection()
    page = visit(factories.scientist() if address == "/" else None)
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))

    page.goto(address, wait_until="networkidle")

    sizes = {answer.url.removeprefix(watch.origin): len(gzip.compress(answer.body())) for answer in answers}
    assert len(sizes) == len(answers) <= MOST_REQUESTS, sizes
    assert sum(sizes.values()) < MOST_BYTES, sizes


@pytest.mark.parametrize("address", ["/accounts/login/", "/help/"])
def test_pages_and_styles_are_sent_compressed(visit: Visit, address: str) -> None:
    page = visit()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))

    page.goto(address, wait_until="networkidle")

    packed = {answer.request.resource_type for answer in answers if answer.headers.get("content-encoding") == "gzip"}
    assert packed >= {"document", "stylesheet"}
