"""Is every page closed to strangers, but for the few that are open on purpose?"""

from __future__ import annotations

import uuid

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

pytestmark = pytest.mark.django_db

OPEN = {"login", "token", "theme", "help", "help-fields", "health-live", "health-ready", "metrics", "stylesheet"}
VALUES = {"uuid": uuid.UUID(int=1), "int": 1, "slug": "basics", "str": "basics"}


def closed() -> list[str]:
    """Return the addresses that need somebody signed in."""
    patterns = get_resolver("models_ui.urls").url_patterns
    return [address(each) for each in patterns if isinstance(each, URLPattern) and each.name not in OPEN]


def address(pattern: URLPattern) -> str:
    """Return one address of a pattern."""
    kinds = {
        name: type(kind).__name__.removesuffix("Converter").lower() for name, kind in pattern.pattern.converters.items()
    }
    kinds = {name: {"string": "str"}.get(kind, kind) for name, kind in kinds.items()}
    return reverse(str(pattern.name), kwargs={name: VALUES[kind] for name, kind in kinds.items()})


@pytest.mark.parametrize("path", closed())
def test_stranger_is_sent_to_sign_in(client: Client, path: str) -> None:
    answer = client.get(path)

    assert answer.status_code == 302
    assert answer["Location"] == f"/accounts/login/?next={path}"


@pytest.mark.parametrize("path", closed())
def test_stranger_cannot_post(client: Client, path: str) -> None:
    page = client.post(path, follow=True)

    assert page.templates[0].name == "accounts/login.html"


def test_fragment_of_a_stranger_sends_the_browser_to_sign_in(client: Client) -> None:
    headers = {"HX-Request": "true", "HX-Current-URL": "http://testserver/submissions/?q=churn"}
    answer = client.get("/submissions/", headers=headers)

    assert answer.status_code == 401
    assert answer["HX-Redirect"] == "/accounts/login/?next=/submissions/%3Fq%3Dchurn"


@pytest.mark.parametrize(
    ("before", "then"),
    [
        ("http://testserver/submissions/?q=churn", "/submissions/%3Fq%3Dchurn"),
        ("https://evil.example/submissions/", "/"),
        ("http://[::1", "/"),
        ("", "/"),
    ],
)
def test_form_of_a_stranger_leads_back_to_its_page(client: Client, before: str, then: str) -> None:
    answer = client.post("/accounts/logout/", headers={"Referer": before})

    assert answer["Location"] == f"/accounts/login/?next={then}"
