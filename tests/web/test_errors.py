"""Does an error say in plain words what happened and what to do?"""

from __future__ import annotations

from unittest.mock import patch

import pytest
from django.db import DatabaseError
from django.test import Client, override_settings

from models_ui.accounts.models import User
from models_ui.web.views import help as help_view
from tests.web.conftest import Visit

BANNED = ("invalid", "please", "sorry", "oops", "traceback")


def test_unknown_address_says_so(sally: User, visit: Visit) -> None:
    page = visit(sally).get("/nothing-here/")

    assert page.status_code == 404
    assert "There is no such page here" in page.content.decode()


def test_error_for_htmx_takes_the_whole_body(sally: User, visit: Visit) -> None:
    answer = visit(sally).get("/nothing-here/", headers={"HX-Request": "true"})

    assert (answer["HX-Retarget"], answer["HX-Reswap"]) == ("body", "innerHTML show:window:top")


def test_form_without_its_proof_of_origin_is_refused(sally: User) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(sally)
    page = browser.post("/accounts/logout/")

    assert page.status_code == 403
    assert "This form is too old" in page.content.decode()


@override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=1000)
def test_too_large_a_post_gets_413(ada: User, visit: Visit) -> None:
    page = visit(ada).post("/connections/new/", {"name": "x" * 2000})

    assert page.status_code == 413
    assert "more than this page takes" in page.content.decode()


@override_settings(DATA_UPLOAD_MAX_NUMBER_FIELDS=5)
def test_too_many_fields_get_413(ada: User, visit: Visit) -> None:
    assert visit(ada).post("/connections/new/", {str(n): "" for n in range(9)}).status_code == 413


@pytest.mark.django_db
def test_foreign_host_gets_400(client: Client) -> None:
    page = client.get("/help/", headers={"Host": "evil.example"})

    assert page.status_code == 400
    assert "did not understand" in page.content.decode()


@pytest.mark.django_db
def test_broken_page_tells_an_incident_and_no_details(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    client.raise_request_exception = False
    with patch.object(help_view, "render", side_effect=RuntimeError("the secret reason")):
        page = client.get("/help/")
    text = page.content.decode()

    assert page.status_code == 500
    assert "the secret reason" not in text
    assert text.split('<strong class="value">')[1].split("<")[0] in caplog.text


def test_error_page_does_not_need_the_database(sally: User, visit: Visit) -> None:
    browser = visit(sally)
    with patch("models_ui.web.shell.navigation.entries", side_effect=DatabaseError):
        page = browser.get("/nothing-here/")

    assert page.status_code == 404
    assert 'aria-label="Main"' not in page.content.decode()


@pytest.mark.parametrize("path", ["/nothing-here/", "/connections/new/"])
def test_errors_have_a_title_a_heading_and_no_banned_word(sally: User, visit: Visit, path: str) -> None:
    text = visit(sally).get(path).content.decode()

    assert text.count("<h1") == 1
    assert not any(word in text.lower() for word in BANNED)


def test_log_of_a_refused_form_quotes_nothing_of_it(caplog: pytest.LogCaptureFixture) -> None:
    Client(enforce_csrf_checks=True).post("/accounts/login/", headers={"Origin": "http://evil.example"})
    assert "A form was refused: Origin checking failed" in caplog.text
    assert "evil.example" not in caplog.text
