"""What becomes of a pasted request?"""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from models_ui.contract.loader import MOST_BYTES
from models_ui.drafts.models import Draft
from tests import factories

pytestmark = pytest.mark.django_db


def pasted(client: Client, text: str, **post: str) -> Any:
    return client.post("/drafts/import/", {"document": text, "connection": "", **post})


def signed_in(client: Client) -> Client:
    client.force_login(factories.scientist())
    return client


def test_request_becomes_a_draft_to_the_letter(client: Client) -> None:
    document = factories.request(Containers=None, Tags=[{"Key": "team", "Value": ""}])
    pasted(signed_in(client), json.dumps(document, indent=2))
    assert Draft.objects.get().document == document


def test_import_leads_to_the_review(client: Client) -> None:
    where = factories.connection("sandbox-eu", region="eu-west-1")
    response = pasted(signed_in(client), json.dumps(factories.request()), connection=str(where.id))
    draft = Draft.objects.get()
    assert response.headers["Location"] == f"/drafts/{draft.id}/review/"
    assert draft.connection == where


def test_connection_is_offered_by_its_name(client: Client) -> None:
    where = factories.connection()
    text = signed_in(client).get("/drafts/import/").content.decode()
    assert f'<option value="{where.id}" selected>sandbox</option>' in text


def test_request_that_is_wrong_is_imported_and_told_place_by_place(client: Client) -> None:
    response = signed_in(client).post(
        "/drafts/import/", {"document": '{"ModelName": "bad_name", "Colour": 3}', "connection": ""}, follow=True
    )
    text = response.content.decode()
    assert response.status_code == 200
    assert "/ModelName" in text
    assert "/Colour" in text
    assert Draft.objects.get().document == {"ModelName": "bad_name", "Colour": 3}


@pytest.mark.parametrize(
    "text", ["", "   ", "{", "create_model(", '{"a": 1, "a": 2}', "[1, 2]", "NaN", '"x"', "{" * 90_000]
)
def test_text_that_does_not_parse_gets_a_sentence_and_stays(client: Client, text: str) -> None:
    response = pasted(signed_in(client), text)
    assert response.status_code == 422
    assert "There is a problem" in response.content.decode()
    assert not Draft.objects.exists()


def test_what_was_typed_stands_in_the_form_again(client: Client) -> None:
    text = pasted(signed_in(client), '{"ModelName": <b>').content.decode()
    assert "{&quot;ModelName&quot;: &lt;b&gt;</textarea>" in text


def test_text_of_more_than_two_megabytes_is_413(client: Client) -> None:
    response = pasted(signed_in(client), json.dumps({"ModelName": "x" * MOST_BYTES}))
    assert response.status_code == 413
    assert "Make a draft" in response.content.decode()
    assert not Draft.objects.exists()


def test_largest_text_comes_in(client: Client) -> None:
    text = json.dumps({"ModelName": ""})
    document = json.dumps({"ModelName": "é" * ((MOST_BYTES - len(text)) // 2)}, ensure_ascii=False)
    assert pasted(signed_in(client), document).status_code == 302


def test_ends_of_lines_of_a_browser_do_not_count(client: Client) -> None:
    lines = "\r\n" * 700_000
    assert pasted(signed_in(client), "{" + lines + "}").status_code == 302


def test_form_that_does_not_ask_for_a_team_means_the_first(client: Client) -> None:
    client.force_login(factories.scientist(teams=("search", "risk")))
    assert pasted(client, "{}").status_code == 302
    assert Draft.objects.get().team.slug == "risk"


def test_team_that_was_chosen_counts(client: Client) -> None:
    client.force_login(factories.scientist(teams=("search", "risk")))
    pasted(client, "{}", team="search")
    assert Draft.objects.get().team.slug == "search"


def test_approver_may_not_import(client: Client) -> None:
    client.force_login(factories.approver())
    assert client.get("/drafts/import/").status_code == 403
    assert pasted(client, "{}").status_code == 403


def test_stranger_is_asked_to_sign_in(client: Client) -> None:
    assert pasted(client, "{}").status_code == 302
    assert not Draft.objects.exists()
