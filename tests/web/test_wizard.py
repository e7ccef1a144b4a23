"""How is a request filled in, screen by screen?"""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.test import Client

from models_ui.accounts.models import User
from models_ui.drafts import operations
from models_ui.drafts.models import Draft
from tests import factories

pytestmark = pytest.mark.django_db

PIPELINE: dict[str, Any] = {
    "PrimaryContainer": None,
    "Containers": [{"ContainerHostname": "first", "Image": "x:1"}, {"ContainerHostname": "second", "Image": "x:1"}],
}


def begun(client: Client, document: dict[str, Any] | None = None, owner: User | None = None) -> Draft:
    owner = owner or factories.scientist()
    client.force_login(owner)
    return factories.draft(owner, document)


def shown(client: Client, draft: Draft, step: str, query: str = "", **headers: str) -> str:
    return client.get(f"/drafts/{draft.id}/{step}/{query}", headers=headers).content.decode()


def post(client: Client, draft: Draft, step: str, **controls: str) -> Any:
    version = Draft.objects.get(id=draft.id).version
    return client.post(f"/drafts/{draft.id}/{step}/", {"version": version, **controls})


def swapped(client: Client, draft: Draft, step: str, **controls: str) -> Any:
    version = Draft.objects.get(id=draft.id).version
    return client.post(f"/drafts/{draft.id}/{step}/", {"version": version, **controls}, headers={"HX-Request": "true"})


# Where a draft leads


@pytest.mark.parametrize(
    ("document", "step"),
    [
        ({}, "basics"),
        ({"ModelName": "churn"}, "container"),
        ({"ModelName": "bad_name", "PrimaryContainer": {}}, "basics"),
        (factories.request(**PIPELINE), "review"),
        (factories.request(), "review"),
    ],
)
def test_draft_leads_to_where_somebody_goes_on(client: Client, document: dict[str, Any], step: str) -> None:
    draft = begun(client, document)
    assert client.get(f"/drafts/{draft.id}/").headers["Location"] == f"/drafts/{draft.id}/{step}/"


def test_submitted_draft_leads_to_its_submission(client: Client) -> None:
    sally = factories.scientist()
    made = factories.submission(sally)
    client.force_login(sally)
    assert client.get(f"/drafts/{made.id}/").headers["Location"] == f"/submissions/{made.id}/"


# Screens


@pytest.mark.parametrize("step", ["basics", "container", "access", "tags"])
def test_every_screen_of_a_blank_draft_is_shown_without_a_word_of_blame(client: Client, step: str) -> None:
    text = shown(client, begun(client, {}), step)
    assert text.count("<h1") == 1
    assert "There is a problem" not in text


@pytest.mark.parametrize("step", ["basics", "containers", "container-1", "container-2", "access", "tags"])
def test_pipeline_has_its_screens(client: Client, step: str) -> None:
    assert 'aria-current="step"' in shown(client, begun(client, factories.request(**PIPELINE)), step)


def test_screen_names_the_target_in_its_order(client: Client) -> None:
    text = shown(client, begun(client), "tags")
    assert re.search(r"sandbox.*123456789012.*us-east-1", text)


@pytest.mark.parametrize("step", ["colours", "review2", "contain"])
def test_screen_that_never_was_is_not_found(client: Client, step: str) -> None:
    assert client.get(f"/drafts/{begun(client).id}/{step}/").status_code == 404


@pytest.mark.parametrize("step", ["containers", "container-3"])
def test_screen_that_is_gone_leads_back_into_the_draft(client: Client, step: str) -> None:
    draft = begun(client)
    assert client.get(f"/drafts/{draft.id}/{step}/").headers["Location"] == f"/drafts/{draft.id}/"


def test_screen_left_with_something_wrong_tells_it(client: Client) -> None:
    text = shown(client, begun(client, factories.request("bad_name")), "basics")
    assert "<title>Error: Basics" in text
    assert '<a href="#ModelName">' in text


def test_errors_of_other_screens_are_not_told_here(client: Client) -> None:
    assert "There is a problem</h2>" not in shown(client, begun(client, factories.request("bad_name")), "tags")


def test_whoever_comes_from_the_review_sees_what_is_missing(client: Client) -> None:
    draft = begun(client, {})
    assert "There is a problem" in shown(client, draft, "basics", "?return=review")


def test_page_and_fragment_have_one_address(client: Client) -> None:
    draft = begun(client)
    page = client.get(f"/drafts/{draft.id}/tags/")
    part = client.get(f"/drafts/{draft.id}/tags/", headers={"HX-Request": "true"})
    assert page.content.startswith(b"<!doctype html>")
    assert b"<body" not in part.content
    assert "HX-Request" in part.headers["Vary"]
    assert "HX-Request" in page.headers["Vary"]


# Saving


def test_continue_saves_and_leads_to_the_next_screen(client: Client) -> None:
    draft = begun(client, {})
    response = post(client, draft, "basics", ModelName="churn-8", action="continue")
    assert response.headers["Location"] == f"/drafts/{draft.id}/container/"
    assert Draft.objects.get().document == {"ModelName": "churn-8"}


def test_what_is_wrong_is_saved_and_told(client: Client) -> None:
    draft = begun(client, {})
    response = post(client, draft, "basics", ModelName="churn_8", action="continue")
    text = response.content.decode()
    assert response.status_code == 422
    assert Draft.objects.get().document == {"ModelName": "churn_8"}
    assert "<title>Error: Basics" in text
    assert '<a href="#ModelName">' in text


def test_same_words_stand_in_the_summary_and_beside_the_field(client: Client) -> None:
    text = post(client, begun(client, {}), "basics", ModelName="churn_8").content.decode()
    told = re.search(r'<a href="#ModelName">(.*?)</a>', text)
    assert told
    assert text.count(told[1]) == 2


def test_version_of_the_answer_can_be_saved_again(client: Client) -> None:
    draft = begun(client, {})
    text = post(client, draft, "basics", ModelName="churn_8").content.decode()
    assert f'name="version" value="{Draft.objects.get().version}"' in text


@pytest.mark.parametrize(
    ("action", "leads"),
    [
        ("back", "/drafts/{id}/container/"),
        ("review", "/drafts/{id}/review/"),
        ("save-exit", "/drafts/"),
        ("go:tags", "/drafts/{id}/tags/"),
        ("go:review", "/drafts/{id}/review/"),
        ("go:nowhere", "/drafts/{id}/review/"),
    ],
)
def test_other_buttons_save_and_lead_away_whatever_is_wrong(client: Client, action: str, leads: str) -> None:
    draft = begun(client)
    response = post(client, draft, "access", ExecutionRoleArn="nonsense", action=action)
    assert response.headers["Location"] == leads.format(id=draft.id)
    assert Draft.objects.get().document["ExecutionRoleArn"] == "nonsense"


def test_back_from_the_first_screen_stays(client: Client) -> None:
    draft = begun(client)
    assert post(client, draft, "basics", action="back").headers["Location"] == f"/drafts/{draft.id}/basics/"


def test_last_screen_leads_to_the_review(client: Client) -> None:
    draft = begun(client)
    assert post(client, draft, "tags").headers["Location"] == f"/drafts/{draft.id}/review/"


def test_change_from_the_review_leads_back_to_it(client: Client) -> None:
    draft = begun(client)
    response = post(client, draft, "basics", ModelName="churn-9", **{"return": "review"})
    assert response.headers["Location"] == f"/drafts/{draft.id}/review/"


def test_control_that_is_not_posted_leaves_its_place_alone(client: Client) -> None:
    draft = begun(client)
    post(client, draft, "access", action="continue")
    assert Draft.objects.get().document == draft.document


def test_connection_is_the_drafts_and_not_of_the_request(client: Client) -> None:
    draft = begun(client)
    other = factories.connection("sandbox-eu", region="eu-west-1")
    post(client, draft, "basics", connection=str(other.id))
    assert Draft.objects.get().connection == other
    assert Draft.objects.get().document == draft.document


def test_first_screen_wants_a_connection(client: Client) -> None:
    factories.connection()
    sally = factories.scientist()
    draft = operations.create(owner=sally, at=factories.NOW)
    client.force_login(sally)
    response = post(client, draft, "basics", ModelName="churn-8", connection="")
    assert response.status_code == 422
    assert '<a href="#connection">' in response.content.decode()


# Rows


def test_row_is_added_without_javascript(client: Client) -> None:
    draft = begun(client)
    response = post(client, draft, "tags", action="add:Tags")
    assert response.headers["Location"].startswith(f"/drafts/{draft.id}/tags/?focus=Tags.0.Key")
    assert Draft.objects.get().document["Tags"] == [{"Value": ""}]


def test_focus_goes_to_the_new_row(client: Client) -> None:
    draft = begun(client)
    text = client.post(
        f"/drafts/{draft.id}/tags/", {"version": draft.version, "action": "add:Tags"}, follow=True
    ).content.decode()
    assert re.search(r'id="Tags\.0\.Key"[^>]*autofocus', text)


def test_row_that_was_removed_is_told_of(client: Client) -> None:
    draft = begun(client, factories.request(Tags=[{"Key": "team", "Value": "risk"}]))
    response = client.post(
        f"/drafts/{draft.id}/tags/", {"version": draft.version, "action": "remove:Tags.0"}, follow=True
    )
    assert "Tag 1 is removed." in response.content.decode()


def test_rows_swap_a_part_of_the_page_for_htmx(client: Client) -> None:
    draft = begun(client)
    response = swapped(client, draft, "tags", action="add:Tags")
    text = response.content.decode()
    assert response.status_code == 200
    assert 'id="step"' in text
    assert re.search(r'id="Tags\.0\.Key"[^>]*data-focus', text)


def test_what_a_button_did_is_spoken(client: Client) -> None:
    draft = begun(client, factories.request(Tags=[{"Key": "team", "Value": "risk"}]))
    response = swapped(client, draft, "tags", action="remove:Tags.0")
    assert json.loads(response.headers["HX-Trigger"]) == {"announce": {"value": "Tag 1 is removed."}}


def test_htmx_is_sent_on_to_the_next_screen(client: Client) -> None:
    draft = begun(client)
    assert swapped(client, draft, "basics").headers["HX-Redirect"] == f"/drafts/{draft.id}/container/"


def test_htmx_gets_errors_with_the_title(client: Client) -> None:
    response = swapped(client, begun(client, {}), "basics", ModelName="churn_8")
    assert response.status_code == 422
    assert "<title>Error: Basics" in response.content.decode()


def test_half_filled_row_is_not_judged_before_continue(client: Client) -> None:
    text = swapped(client, begun(client), "tags", action="add:Tags").content.decode()
    assert "There is a problem" not in text


def test_order_of_containers_changes_by_buttons(client: Client) -> None:
    draft = begun(client, factories.request(**PIPELINE))
    post(client, draft, "containers", action="down:Containers.0")
    containers: Any = Draft.objects.get().document["Containers"]
    assert [container["ContainerHostname"] for container in containers] == ["second", "first"]


def test_pipeline_begins_with_the_container_that_was_there(client: Client) -> None:
    draft = begun(client)
    response = post(client, draft, "basics", **{"ask.kind": "pipeline"})
    assert Draft.objects.get().document["Containers"] == [draft.document["PrimaryContainer"]]
    assert response.headers["Location"] == f"/drafts/{draft.id}/containers/"


# Two tabs


def test_second_save_gets_the_difference_and_overwrites_nothing(client: Client) -> None:
    draft = begun(client, {"ModelName": "old"})
    post(client, draft, "basics", ModelName="theirs")
    response = client.post(f"/drafts/{draft.id}/basics/", {"version": draft.version, "ModelName": "mine"})
    text = response.content.decode()
    assert response.status_code == 409
    assert "<del>theirs</del><ins>mine</ins>" in text
    assert Draft.objects.get().document == {"ModelName": "theirs"}


def test_what_was_typed_is_carried_to_be_kept(client: Client) -> None:
    draft = begun(client, {"ModelName": "old"})
    post(client, draft, "basics", ModelName="theirs")
    text = client.post(
        f"/drafts/{draft.id}/basics/", {"version": draft.version, "ModelName": "mine", "action": "review"}
    ).content.decode()
    controls = dict(re.findall(r'<input type="hidden" name="(ModelName|version)" value="([^"]*)"', text))
    assert 'name="action" value="review">Keep mine' in text
    client.post(f"/drafts/{draft.id}/basics/", controls)
    assert Draft.objects.get().document == {"ModelName": "mine"}


def test_post_that_is_sent_twice_is_no_conflict(client: Client) -> None:
    draft = begun(client, {})
    for _ in range(2):
        response = client.post(f"/drafts/{draft.id}/basics/", {"version": draft.version, "ModelName": "churn-8"})
    assert response.status_code == 302


def test_other_connection_alone_is_a_conflict(client: Client) -> None:
    draft = begun(client)
    other = factories.connection("sandbox-eu", region="eu-west-1")
    post(client, draft, "basics", ModelName="theirs")
    response = client.post(f"/drafts/{draft.id}/basics/", {"version": draft.version, "connection": str(other.id)})
    assert response.status_code == 409
    assert "sandbox-eu" in response.content.decode()


def test_typed_text_of_a_screen_that_is_gone_is_shown_to_copy(client: Client) -> None:
    draft = begun(client, factories.request(**PIPELINE))
    post(client, draft, "containers", action="remove:Containers.1")
    response = client.post(
        f"/drafts/{draft.id}/container-2/", {"version": draft.version, "Containers.1.Image": "typed:1"}
    )
    assert response.status_code == 409
    assert "typed:1" in response.content.decode()


def test_conflict_takes_the_whole_page_for_htmx(client: Client) -> None:
    draft = begun(client, {"ModelName": "old"})
    post(client, draft, "basics", ModelName="theirs")
    response = client.post(
        f"/drafts/{draft.id}/basics/", {"version": draft.version, "ModelName": "m"}, headers={"HX-Request": "true"}
    )
    assert response.headers["HX-Retarget"] == "body"


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 30, "²"])
def test_version_that_nobody_saw_is_a_conflict(client: Client, version: str) -> None:
    draft = begun(client, {"ModelName": "old"})
    response = client.post(f"/drafts/{draft.id}/basics/", {"version": version, "ModelName": "mine"})
    assert response.status_code == 409
    assert Draft.objects.get().document == {"ModelName": "old"}


# Submitted, discarded, somebody else's


def test_save_of_a_submitted_draft_is_409_with_what_was_typed(client: Client) -> None:
    sally = factories.scientist()
    made = factories.submission(sally)
    client.force_login(sally)
    response = post(client, Draft.objects.get(), "basics", ModelName="too-late")
    text = response.content.decode()
    assert response.status_code == 409
    assert "too-late" in text
    assert f"/submissions/{made.id}/" in text


def test_submitted_draft_is_shown_but_not_to_be_filled_in(client: Client) -> None:
    sally = factories.scientist()
    factories.submission(sally)
    client.force_login(sally)
    text = shown(client, Draft.objects.get(), "basics")
    assert "This request has been submitted" in text
    assert 'name="ModelName"' not in text


def test_discarded_draft_is_shown_but_not_saved(client: Client) -> None:
    draft = begun(client)
    operations.discard(draft_id=draft.id, by=draft.owner, at=factories.NOW)
    assert "This draft was discarded" in shown(client, draft, "basics")
    assert post(client, draft, "basics", ModelName="x").status_code == 409


@pytest.mark.parametrize("path", ["", "basics/", "review/", "request.json", "findings.json"])
def test_draft_of_another_team_is_not_there(client: Client, path: str) -> None:
    draft = factories.draft(factories.scientist("rita", teams=("search",)))
    client.force_login(factories.scientist())
    assert client.get(f"/drafts/{draft.id}/{path}").status_code == 404


@pytest.mark.parametrize("maker", [factories.approver, factories.admin, factories.auditor])
def test_other_roles_of_the_team_fill_in_no_drafts(client: Client, maker: Any) -> None:
    draft = factories.draft(factories.scientist())
    client.force_login(maker())
    assert client.get(f"/drafts/{draft.id}/basics/").status_code == 404
    assert post(client, draft, "basics", ModelName="x").status_code == 404


def test_stranger_is_asked_to_sign_in(client: Client) -> None:
    draft = factories.draft(factories.scientist())
    assert post(client, draft, "basics", ModelName="x").headers["Location"].startswith("/accounts/login/")


def test_colleague_who_fills_in_too_becomes_an_author(client: Client) -> None:
    draft = factories.draft(factories.scientist())
    cora = factories.scientist("cora")
    client.force_login(cora)
    post(client, draft, "basics", ModelName="cora-1")
    assert cora in Draft.objects.get().authors.all()


# Secrets


def secretive(client: Client) -> Draft:
    container = {"Image": factories.IMAGE, "Environment": {"HF_TOKEN": "hf_dontshow", "MODE": "fast"}}
    draft = factories.draft(factories.scientist(), factories.request(PrimaryContainer=container))
    client.force_login(factories.scientist("cora"))
    return draft


@pytest.mark.parametrize("path", ["container/", "basics/", "review/", "findings.json"])
def test_colleague_does_not_see_a_secret(client: Client, path: str) -> None:
    draft = secretive(client)
    text = client.get(f"/drafts/{draft.id}/{path}").content.decode()
    assert "hf_dontshow" not in text


def test_secret_survives_the_save_of_a_colleague(client: Client) -> None:
    draft = secretive(client)
    prefix = "PrimaryContainer.Environment"
    post(client, draft, "container", **{f"{prefix}.0.key": "HF_TOKEN", f"{prefix}.1.value": "slow"})
    container: Any = Draft.objects.get().document["PrimaryContainer"]
    assert container["Environment"] == {"HF_TOKEN": "hf_dontshow", "MODE": "slow"}


def test_owner_sees_the_own_secret(client: Client) -> None:
    draft = secretive(client)
    client.force_login(draft.owner)
    assert "hf_dontshow" in shown(client, draft, "container")


# Hostile and odd posts


@pytest.mark.parametrize(
    "controls",
    [
        {"action": "remove:Tags.99"},
        {"action": "add:__proto__"},
        {"action": "fix:/Tags"},
        {"action": "go:"},
        {"action": "x" * 100_000},
        {"Tags.99999999999.Key": "x"},
        {"Tags..Key": "x"},
        {".": ".", "": ""},
        {"Tags.-1.Key": "x"},
        {"ModelName\0": "x\0y"},
        {"connection": "'; drop table"},
        {"ask.kind": "nonsense"},
    ],
)
@pytest.mark.parametrize("step", ["basics", "tags"])
def test_no_post_breaks_a_screen(client: Client, step: str, controls: dict[str, str]) -> None:
    draft = begun(client)
    assert post(client, draft, step, **controls).status_code in {200, 302, 422}


def test_markup_that_was_typed_is_text(client: Client) -> None:
    draft = begun(client)
    evil = '"><script>alert(1)</script>'
    text = post(client, draft, "basics", ModelName=evil).content.decode()
    assert "<script>alert" not in text


@pytest.mark.parametrize("focus", ['"><b>', "x" * 5000, "nothing.there"])
def test_any_focus_may_stand_in_the_address(client: Client, focus: str) -> None:
    draft = begun(client)
    response = client.get(f"/drafts/{draft.id}/tags/", {"focus": focus})
    assert response.status_code == 200
    assert '"><b>' not in response.content.decode()


# The largest container


def largest() -> dict[str, Any]:
    source = {"S3Uri": "s3://acme-models/x/" + "y" * 900, "S3DataType": "S3Prefix", "CompressionType": "None"}
    return {
        "Image": factories.IMAGE,
        "Environment": {f"VARIABLE_{n}": "v" * 300 for n in range(100)},
        "ModelDataSource": {"S3DataSource": source},
        "AdditionalModelDataSources": [{"ChannelName": f"channel-{n}", "S3DataSource": source} for n in range(5)],
    }


def test_largest_container_is_shown_with_few_queries(client: Client, django_assert_max_num_queries: Any) -> None:
    draft = begun(client, factories.request(PrimaryContainer=largest()))
    with django_assert_max_num_queries(12):
        assert "VARIABLE_99" in shown(client, draft, "container")


def test_largest_container_is_saved_as_a_browser_posts_it(client: Client) -> None:
    draft = begun(client, factories.request(PrimaryContainer=largest()))
    text = shown(client, draft, "container")
    names = re.findall(r'<(?:input|textarea|select)[^>]* name="(PrimaryContainer[^"]*)"', text)
    rows = {f"PrimaryContainer.Environment.{n}.value": "w" * 1024 for n in range(100)}
    assert len(names) > 200
    assert post(client, draft, "container", **rows).status_code == 302
    container: Any = Draft.objects.get().document["PrimaryContainer"]
    assert container["Environment"]["VARIABLE_99"] == "w" * 1024
