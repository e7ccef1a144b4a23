"""What becomes of a form that was sent by somebody signed out, or from a page that had grown too old?"""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from models_ui.accounts.models import User
from models_ui.audit.models import Event
from models_ui.audit.vocabulary import Name
from models_ui.drafts.models import Draft
from models_ui.web import throttle
from tests import factories

ORIGIN = {"Origin": "http://testserver"}
TYPED = {"version": "1", "ModelName": "typed <b>in vain</b>", "action": "continue", "Tags.0.Value": "two\r\nlines"}


@pytest.fixture
def draft(sally: User) -> Draft:
    """A draft of Sally's, who is not signed in."""
    return factories.draft(sally, factories.request("as-it-was"))


def address(draft: Draft) -> str:
    return f"/drafts/{draft.id}/basics/"


def hidden(page: Any) -> dict[str, str]:
    """Return the hidden controls of a page."""
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page.content.decode())
    return {name: value.replace("&lt;", "<").replace("&gt;", ">") for name, value in found}


def sign_in(client: Client, controls: dict[str, str], password: str = factories.PASSWORD) -> Any:
    return client.post("/accounts/login/", {**controls, "username": "sally", "password": password})


def test_screen_of_somebody_signed_out_is_kept_on_the_login_page(client: Client, draft: Draft) -> None:
    page = client.post(address(draft), TYPED)

    assert page.status_code == 401
    assert "no-store" in page["Cache-Control"]
    assert hidden(page)["kept.ModelName"] == TYPED["ModelName"]
    assert Draft.objects.get().document == draft.document


def test_what_was_kept_is_shown_after_sign_in_and_saved_by_one_more_press(client: Client, draft: Draft) -> None:
    shown = sign_in(client, hidden(client.post(address(draft), TYPED)))
    assert "typed &lt;b&gt;in vain&lt;/b&gt;" in shown.content.decode()
    assert Draft.objects.get().document == draft.document

    client.post(address(draft), {name: value for name, value in hidden(shown).items() if name != "next"})

    assert Draft.objects.get().document["ModelName"] == TYPED["ModelName"]


def test_wrong_password_loses_nothing_that_was_typed(client: Client, draft: Draft) -> None:
    page = sign_in(client, hidden(client.post(address(draft), TYPED)), password="wrong")

    assert page.status_code == 422
    assert hidden(page)["kept.ModelName"] == TYPED["ModelName"]


def test_page_after_sign_in_has_a_proof_of_origin_that_counts(draft: Draft) -> None:
    client = Client(enforce_csrf_checks=True)
    token = hidden(client.get("/accounts/login/"))["csrfmiddlewaretoken"]
    kept = hidden(client.post(address(draft), {**TYPED, "csrfmiddlewaretoken": token}))
    shown = hidden(sign_in(client, kept))

    assert shown["csrfmiddlewaretoken"] != token
    client.post(address(draft), shown)
    assert Draft.objects.get().document["ModelName"] == TYPED["ModelName"]


@pytest.mark.parametrize(
    "at",
    [
        "https://evil.example/",
        "//evil.example/drafts/",
        "/accounts/logout/",
        "/connections/new/",
        "/nothing/",
        "\0",
        "",
    ],
)
def test_kept_form_goes_to_no_other_address(client: Client, sally: User, at: str) -> None:
    answer = sign_in(client, {"kept-at": at, "kept.name": "x"})

    assert (answer.status_code, answer["Location"]) == (302, "/")


def test_form_of_another_view_is_not_kept(client: Client, draft: Draft) -> None:
    assert client.post(f"/drafts/{draft.id}/discard/", {"version": "1"}).status_code == 302


def test_decision_of_somebody_signed_out_is_kept(client: Client, sally: User) -> None:
    made = factories.submission(sally)
    page = client.post(f"/approvals/{made.id}/", {"decision": "reject", "comment": "Too dear."})

    assert hidden(page)["kept.comment"] == "Too dear."


def test_fragment_of_somebody_signed_out_stays_where_it_is(client: Client, draft: Draft) -> None:
    answer = client.post(address(draft), TYPED, headers={"HX-Request": "true"})

    assert answer.status_code == 401
    assert "HX-Redirect" not in answer


def test_form_that_is_too_old_shows_what_was_typed(sally: User, draft: Draft) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(sally)
    page = client.post(address(draft), TYPED, headers=ORIGIN)

    assert (page.status_code, page["Stale-Form"]) == (403, "1")
    assert "typed &lt;b&gt;in vain&lt;/b&gt;" in page.content.decode()
    assert hidden(page) == {}


@pytest.mark.parametrize("headers", [{"Origin": "https://evil.example"}, {"Origin": "null"}, {}])
def test_form_of_another_site_is_not_shown(sally: User, draft: Draft, headers: dict[str, str]) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(sally)

    assert "in vain" not in client.post(address(draft), TYPED, headers=headers).content.decode()


def test_password_is_not_shown_where_the_form_is_too_old(draft: Draft) -> None:
    controls = {"kept-at": address(draft), "kept.ModelName": "in vain", "password": "my-secret"}
    page = Client(enforce_csrf_checks=True).post("/accounts/login/", controls, headers=ORIGIN).content.decode()

    assert "in vain" in page
    assert "my-secret" not in page


def test_token_is_one_that_counts(sally: User, draft: Draft) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(sally)
    answer = client.get("/accounts/token/")

    assert "no-store" in answer["Cache-Control"]
    controls = {**TYPED, "csrfmiddlewaretoken": answer.json()["token"]}
    client.post(address(draft), controls)

    assert Draft.objects.get().document["ModelName"] == TYPED["ModelName"]


def test_what_somebody_typed_is_not_shown_to_who_signs_in_next(client: Client, draft: Draft, amir: User) -> None:
    sign_in(client, {})
    client.post("/accounts/logout/")
    kept = hidden(client.post(address(draft), TYPED))
    answer = client.post("/accounts/login/", {**kept, "username": amir.username, "password": factories.PASSWORD})

    assert answer.status_code == 302
    assert "in vain" not in answer.content.decode()


def test_who_signs_in_again_goes_on_with_what_they_typed(client: Client, draft: Draft) -> None:
    sign_in(client, {})
    client.post("/accounts/logout/")

    assert "in vain" in sign_in(client, hidden(client.post(address(draft), TYPED))).content.decode()


def test_cookie_that_somebody_has_changed_counts_as_none(client: Client, draft: Draft) -> None:
    client.cookies["known-as"] = "7:forged"

    assert "in vain" in sign_in(client, hidden(client.post(address(draft), TYPED))).content.decode()


def test_having_to_wait_loses_nothing_that_was_typed(client: Client, draft: Draft) -> None:
    kept = hidden(client.post(address(draft), TYPED))
    for _ in range(throttle.ACCOUNT.free):
        sign_in(client, {}, password="wrong")
    told = sign_in(client, kept)
    back = client.post("/accounts/login/", hidden(told))

    assert (told.status_code, back.status_code) == (429, 200)
    assert hidden(back)["kept.ModelName"] == TYPED["ModelName"]


def test_coming_back_to_sign_in_counts_as_no_try(client: Client, draft: Draft) -> None:
    client.post("/accounts/login/", hidden(client.post(address(draft), TYPED)))

    assert not Event.objects.filter(name=Name.SIGN_IN_FAILED).exists()
