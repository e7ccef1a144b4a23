"""Does nothing that a program can send break off the work on a page?"""

from __future__ import annotations

import pytest
from django.test import Client

from models_ui.accounts.models import Role
from tests import factories
from tests.web.conftest import Visit

# Codecs that Python knows and no browser sends: no text at all, half characters, never anything, unknown.
CODECS = ("hex", "rot13", "unicode_escape", "raw_unicode_escape", "utf-7", "idna", "undefined", "nothing")
FORM = "application/x-www-form-urlencoded"
LISTS = ("/drafts/", "/submissions/", "/approvals/", "/audit/")
HALF = "%5Cud800"
# Quoted, a cookie holds any character by its number: RFC 2109, as Python still reads it.
STRANGE_KEYS = ('"\\000aaaaaaaa"', '"\\377aaaaaaaa"', "aaaaaaaa/../x", "x" * 3000)


@pytest.mark.django_db
@pytest.mark.parametrize("codec", CODECS)
def test_post_is_read_as_utf8_whatever_a_header_says(client: Client, codec: str) -> None:
    body = f"username=a{HALF}&password=x".encode()

    assert client.generic("POST", "/accounts/login/", body, f"{FORM}; charset={codec}").status_code == 422


@pytest.mark.django_db
@pytest.mark.parametrize("codec", CODECS)
def test_address_is_read_as_utf8_whatever_a_header_says(visit: Visit, codec: str) -> None:
    browser = visit(factories.person("multi", *Role.values))
    answers = [
        browser.generic("GET", f"{path}?q={HALF}", b"", f"text/plain; charset={codec}").status_code for path in LISTS
    ]

    assert answers == [200] * len(LISTS)


@pytest.mark.django_db
@pytest.mark.parametrize("key", STRANGE_KEYS)
def test_session_cookie_that_is_no_key_belongs_to_a_stranger(client: Client, key: str) -> None:
    answer = client.get("/drafts/", headers={"Cookie": f"sessionid={key}; theme={key}; csrftoken={key}"})

    assert (answer.status_code, answer["Location"]) == (302, "/accounts/login/?next=/drafts/")


@pytest.mark.django_db
@pytest.mark.parametrize("number", [2**63 - 1, 2**63, 10**40])
def test_number_beyond_any_database_is_an_event_that_does_not_exist(visit: Visit, number: int) -> None:
    assert visit(factories.auditor()).get(f"/audit/{number}/").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["older", "newer"])
@pytest.mark.parametrize("number", [10**18 - 1, 10**40])
def test_list_that_begins_after_any_number_is_shown(visit: Visit, name: str, number: int) -> None:
    browser = visit(factories.person("multi", *Role.values))
    pages = [browser.get(path, {name: number}) for path in ("/audit/", "/submissions/")]

    assert [page.status_code for page in pages] == [200, 200]


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/a%00b", "/drafts/%00/", "/a%0Ab", "/%FF%FE", "/audit/x/"])
def test_strange_address_does_not_exist(visit: Visit, path: str) -> None:
    assert visit(factories.scientist()).get(path).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("path", LISTS)
def test_nul_in_a_filter_finds_nothing_or_is_told(visit: Visit, path: str) -> None:
    browser = visit(factories.person("multi", *Role.values))
    page = browser.get(f"{path}?q=%00&actor=%00&state=%00&team=%00&connection=%00&since=%00")

    assert page.status_code in (200, 422)


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["http://[::1", "\x00", "http://evil.example/drafts/", "%ff%fe"])
def test_htmx_that_names_no_address_of_ours_is_led_home(client: Client, address: str) -> None:
    answer = client.get("/drafts/", headers={"HX-Request": "true", "HX-Current-URL": address})

    assert answer.status_code == 401
    assert answer["HX-Redirect"].startswith("/accounts/login/?next=/")
