"""Which drafts does the list show?"""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from models_ui.audit.models import Event
from models_ui.drafts import operations
from models_ui.drafts.models import Draft
from tests import factories

pytestmark = pytest.mark.django_db


def signed_in(client: Client) -> Client:
    client.force_login(factories.scientist())
    return client


def page(client: Client, query: str = "") -> str:
    return client.get(f"/drafts/{query}").content.decode()


def test_list_names_each_draft_with_where_it_goes_and_how_far_it_is(client: Client) -> None:
    sally = factories.scientist()
    factories.draft(sally, factories.request("churn-7"))
    client.force_login(sally)
    text = page(client)
    assert "churn-7" in text
    assert "sandbox" in text
    assert "Ready to submit" in text


def test_draft_without_a_name_can_be_opened(client: Client) -> None:
    sally = factories.scientist()
    draft = factories.draft(sally, {})
    client.force_login(sally)
    assert f'<a href="/drafts/{draft.id}/">Draft without a name</a>' in page(client)


def test_empty_list_leads_to_a_first_request(client: Client) -> None:
    assert "No draft is open" in page(signed_in(client))


def test_search_finds_a_part_of_the_name(client: Client) -> None:
    sally = factories.scientist()
    for name in ("churn-7", "fraud-3"):
        factories.draft(sally, factories.request(name))
    client.force_login(sally)
    text = page(client, "?q=FRAU")
    assert "fraud-3" in text
    assert "churn-7" not in text


def test_search_looks_into_nothing_but_names(client: Client) -> None:
    sally = factories.scientist()
    factories.draft(sally, factories.request("churn-7"))
    client.force_login(sally)
    assert "No draft has that name" in page(client, "?q=acme-models")


def test_drafts_of_another_team_are_not_listed(client: Client) -> None:
    factories.draft(factories.scientist("rita", teams=("search",)), factories.request("ranker-2"))
    assert "ranker-2" not in page(signed_in(client))


def test_submitted_draft_is_not_listed(client: Client) -> None:
    sally = factories.scientist()
    factories.submission(sally, factories.request("churn-7"))
    client.force_login(sally)
    assert "churn-7" not in page(client)


def test_draft_that_came_back_is_listed_with_its_state(client: Client) -> None:
    sally = factories.scientist()
    made = factories.submission(sally)
    factories.decide(made, factories.approver(), "request-changes")
    client.force_login(sally)
    text = page(client)
    assert "Changes requested" in text
    assert f'href="/submissions/{made.id}/">Submission {made.number}' in text


@pytest.mark.parametrize("number", ["2", "999999999", "-1", "x", "²"])
def test_every_page_number_is_answered(client: Client, number: str) -> None:
    assert signed_in(client).get("/drafts/", {"page": number}).status_code == 200


def test_twenty_five_stand_on_a_page(client: Client) -> None:
    sally = factories.scientist()
    for _ in range(26):
        factories.draft(sally)
    client.force_login(sally)
    assert page(client).count("popover role") == 25
    assert page(client, "?page=2").count("popover role") == 1


def test_list_asks_the_database_no_more_often_for_more_drafts(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    sally = factories.scientist()
    for _ in range(20):
        factories.draft(sally)
    client.force_login(sally)
    with django_assert_max_num_queries(12):
        page(client)


def test_approver_sees_no_drafts_but_the_reason(client: Client) -> None:
    sally = factories.scientist()
    factories.draft(sally, factories.request("churn-7"))
    client.force_login(factories.approver())
    text = page(client)
    assert "churn-7" not in text
    assert "Only data scientists may make requests." in text


def test_stranger_is_asked_to_sign_in(client: Client) -> None:
    assert client.get("/drafts/").headers["Location"].startswith("/accounts/login/")


def test_discarding_asks_first(client: Client) -> None:
    sally = factories.scientist()
    draft = factories.draft(sally, factories.request("churn-7"))
    client.force_login(sally)
    text = page(client)
    assert f'popovertarget="discard-{draft.id.hex}"' in text
    assert f'id="discard-{draft.id.hex}" popover' in text
    assert "Discard churn-7?" in text


def test_discarding_puts_a_draft_away(client: Client) -> None:
    sally = factories.scientist()
    draft = factories.draft(sally)
    client.force_login(sally)
    response = client.post(f"/drafts/{draft.id}/discard/", {"version": draft.version}, follow=True)
    assert "was discarded" in response.content.decode()
    assert Draft.objects.get().discarded_at


def test_draft_that_changed_is_not_discarded(client: Client) -> None:
    sally = factories.scientist()
    draft = factories.draft(sally)
    client.force_login(sally)
    assert client.post(f"/drafts/{draft.id}/discard/", {"version": draft.version + 1}).status_code == 409
    assert Draft.objects.get().discarded_at is None


def test_draft_that_came_back_is_not_discarded(client: Client) -> None:
    sally = factories.scientist()
    made = factories.submission(sally)
    factories.decide(made, factories.approver(), "request-changes")
    client.force_login(sally)
    response = client.post(f"/drafts/{made.id}/discard/", {"version": Draft.objects.get().version})
    assert response.status_code == 403
    assert "Withdraw it instead" in response.content.decode()


def test_draft_of_another_team_is_not_there_to_be_discarded(client: Client) -> None:
    draft = factories.draft(factories.scientist("rita", teams=("search",)))
    assert signed_in(client).post(f"/drafts/{draft.id}/discard/", {"version": 1}).status_code == 404
    assert Event.objects.filter(name="access.denied").count() == 1


def test_discarding_by_following_a_link_does_nothing(client: Client) -> None:
    sally = factories.scientist()
    draft = factories.draft(sally)
    client.force_login(sally)
    assert client.get(f"/drafts/{draft.id}/discard/").status_code == 405


def test_discarding_can_be_undone_by_a_button_that_needs_no_script(client: Client) -> None:
    sally = factories.scientist()
    draft = factories.draft(sally, factories.request("churn-7"))
    client.force_login(sally)
    response = client.post(f"/drafts/{draft.id}/discard/", {"version": draft.version}, follow=True)
    assert f'<form method="post" action="/drafts/{draft.id}/restore/">' in response.content.decode()
    back = client.post(f"/drafts/{draft.id}/restore/", follow=True)
    assert "churn-7 is back among the drafts." in back.content.decode()
    assert Draft.objects.get().discarded_at is None


def test_undoing_twice_says_that_the_draft_is_there(client: Client) -> None:
    sally = factories.scientist()
    draft = factories.draft(sally)
    client.force_login(sally)
    response = client.post(f"/drafts/{draft.id}/restore/")
    assert response.status_code == 409
    assert "It stands among the others." in response.content.decode()


def test_draft_of_another_team_is_not_there_to_be_brought_back(client: Client) -> None:
    rita = factories.scientist("rita", teams=("search",))
    draft = factories.draft(rita)
    operations.discard(draft_id=draft.id, by=rita, at=factories.NOW)
    stranger = signed_in(client)
    assert stranger.post(f"/drafts/{draft.id}/restore/").status_code == 404
    assert "was discarded" not in page(stranger, f"?undo={draft.id}")


@pytest.mark.parametrize("undo", ["", "x", "00000000-0000-4000-8000-000000000000", "%00"])
def test_undo_of_what_is_not_there_is_not_offered(client: Client, undo: str) -> None:
    response = signed_in(client).get(f"/drafts/?undo={undo}")
    assert response.status_code == 200
    assert "was discarded" not in response.content.decode()


def test_discarded_drafts_can_be_listed_and_brought_back(client: Client) -> None:
    sally = factories.scientist()
    draft = factories.draft(sally, factories.request("churn-7"))
    operations.discard(draft_id=draft.id, by=sally, at=factories.NOW)
    client.force_login(sally)
    text = page(client, "?show=discarded")
    assert "<h1" in text
    assert "Discarded drafts</h1>" in text
    assert f'action="/drafts/{draft.id}/restore/"' in text


def test_page_of_a_discarded_draft_brings_it_back(client: Client) -> None:
    sally = factories.scientist()
    draft = factories.draft(sally)
    operations.discard(draft_id=draft.id, by=sally, at=factories.NOW)
    client.force_login(sally)
    text = client.get(f"/drafts/{draft.id}/review/").content.decode()
    assert f'action="/drafts/{draft.id}/restore/"' in text


@pytest.mark.parametrize("query", ["?show=x", "?sort=x", "?q=%00"])
def test_filter_that_is_none_is_told(client: Client, query: str) -> None:
    assert signed_in(client).get(f"/drafts/{query}").status_code == 422


def test_neighbouring_page_keeps_the_filters(client: Client) -> None:
    sally = factories.scientist()
    for n in range(26):
        factories.draft(sally, factories.request(f"churn-{n}"))
    client.force_login(sally)
    assert 'href="?q=churn&amp;sort=name&amp;page=2"' in page(client, "?q=churn&sort=name")


def test_sorting_by_name_is_said_in_the_caption(client: Client) -> None:
    sally = factories.scientist()
    factories.draft(sally)
    client.force_login(sally)
    assert "Drafts, by name" in page(client, "?sort=name")
