"""How does a blank draft begin?"""

from __future__ import annotations

import pytest
from django.test import Client

from models_ui.drafts.models import Draft
from tests import factories
from tests.blueprints import forms

pytestmark = pytest.mark.django_db


def test_page_shows_the_ways_to_begin_and_where_requests_go(client: Client) -> None:
    factories.connection()
    client.force_login(factories.scientist())
    text = client.get("/drafts/new/").content.decode()
    assert "Start blank" in text
    assert "/drafts/import/" in text
    assert "123456789012" in text


def test_blank_draft_opens_at_its_first_step(client: Client) -> None:
    where = factories.connection()
    client.force_login(factories.scientist())
    response = client.post("/drafts/new/", {"connection": str(where.id)})
    draft = Draft.objects.get()
    assert response.headers["Location"] == f"/drafts/{draft.id}/basics/"
    assert draft.connection == where
    assert draft.document == {}


def test_connection_may_be_chosen_later(client: Client) -> None:
    client.force_login(factories.scientist())
    client.post("/drafts/new/", {"connection": ""})
    assert Draft.objects.get().connection is None


def test_connection_that_was_used_last_is_chosen_already(client: Client) -> None:
    sally = factories.scientist()
    factories.connection()
    client.force_login(sally)
    factories.connection("other")
    assert '<option value="" selected>Choose later' in client.get("/drafts/new/").content.decode()
    europe = factories.connection("sandbox-eu", region="eu-west-1")
    factories.draft(sally, where=europe)
    assert f'<option value="{europe.id}" selected>' in client.get("/drafts/new/").content.decode()


def test_form_whose_images_differ_by_region_asks_for_the_connection_at_its_place(client: Client) -> None:
    factories.connection()
    factories.connection("sandbox-eu", region="eu-west-1")
    image = {"image": {"family": "xgboost", "version": "1.7-1"}}
    forms.made(forms.outline({"/PrimaryContainer/Image": {"value": image, "locked": True}}))
    client.force_login(factories.scientist())
    text = client.post("/drafts/new/", {"blueprint": "churn", "connection": ""}).content.decode()
    assert '<a href="#connection">Choose a connection first' in text


def test_team_is_asked_of_those_who_are_in_several(client: Client) -> None:
    client.force_login(factories.scientist(teams=("risk", "search")))
    assert 'name="team"' in client.get("/drafts/new/").content.decode()
    client.post("/drafts/new/", {"team": "search"})
    assert Draft.objects.get().team.slug == "search"


def test_team_is_not_asked_of_those_who_are_in_one(client: Client) -> None:
    client.force_login(factories.scientist())
    assert 'name="team"' not in client.get("/drafts/new/").content.decode()


@pytest.mark.parametrize("post", [{"connection": "x"}, {"connection": "0' or 1"}, {"team": "other"}])
def test_choice_that_was_not_offered_is_told(client: Client, post: dict[str, str]) -> None:
    client.force_login(factories.scientist(teams=("risk", "search")))
    response = client.post("/drafts/new/", {"team": "risk", **post})
    assert response.status_code == 422
    assert "There is a problem" in response.content.decode()
    assert not Draft.objects.exists()


def test_approver_reads_why_not(client: Client) -> None:
    client.force_login(factories.approver())
    assert "Only data scientists may make requests." in client.get("/drafts/new/").content.decode()


def test_approver_cannot_begin_one_all_the_same(client: Client) -> None:
    client.force_login(factories.approver())
    assert client.post("/drafts/new/", {}).status_code == 403
    assert not Draft.objects.exists()


def test_somebody_without_a_team_reads_what_is_missing(client: Client) -> None:
    client.force_login(factories.scientist(teams=()))
    assert "You belong to no team yet." in client.get("/drafts/new/").content.decode()


def test_place_without_a_connection_says_so(client: Client) -> None:
    client.force_login(factories.scientist())
    assert "There is no connection yet" in client.get("/drafts/new/").content.decode()
