"""Which headers protect whoever looks at a page?"""

from __future__ import annotations

import pytest

from models_ui.accounts.models import User
from tests.web.conftest import Visit


@pytest.mark.parametrize("path", ["/", "/help/", "/submissions/", "/approvals/", "/audit/", "/nothing-here/"])
def test_policy_allows_nothing_inline_and_nobody_else(sally: User, visit: Visit, path: str) -> None:
    policy = visit(sally).get(path)["Content-Security-Policy"]

    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert not any(word in policy for word in ("http:", "https:", "data:", "*"))


def test_pages_are_not_framed_nor_guessed_at(sally: User, visit: Visit) -> None:
    page = visit(sally).get("/")

    assert page["X-Frame-Options"] == "DENY"
    assert page["X-Content-Type-Options"] == "nosniff"
    assert page["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("path", ["/", "/submissions/", "/approvals/", "/audit/", "/connections/", "/help/"])
def test_pages_have_no_inline_code_and_one_heading(sally: User, visit: Visit, path: str) -> None:
    page = visit(sally).get(path).content.decode()

    assert page.count("<h1") == 1
    assert not any(word in page for word in (" style=", "<style", " onclick=", "hx-on", "javascript:", "<script>"))
