"""How is a request filled in, screen by screen?"""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from models_ui.drafts.models import Draft
from tests import factories
from tests.web.filling import PIPELINE, begun, post, shown

pytestmark = pytest.mark.django_db


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


def test_enter_key_neither_leads_away_nor_removes_a_row(client: Client) -> None:
    text = shown(client, begun(client, factories.request(Tags=[{"Key": "team", "Value": "risk"}])), "tags")
    first = re.search(r'<button[^>]*(?:form="screen"|name="action")[^>]*>', text)
    assert first
    assert "name=" not in first[0]


def test_page_and_fragment_have_one_address(client: Client) -> None:
    draft = begun(client)
    page = client.get(f"/drafts/{draft.id}/tags/")
    part = client.get(f"/drafts/{draft.id}/tags/", headers={"HX-Request": "true"})
    assert page.content.startswith(b"<!doctype html>")
    assert b"<body" not in part.content
    assert "HX-Request" in part.headers["Vary"]
    assert "HX-Request" in page.headers["Vary"]


def largest() -> dict[str, Any]:
    source = {"S3Uri": "s3://acme-models/x/" + "y" * 900 + "/", "S3DataType": "S3Prefix", "CompressionType": "None"}
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
    rows = {f"PrimaryContainer.Environment.{n}.value": "w" * 300 for n in range(100)}
    assert len(names) > 200
    assert post(client, draft, "container", **rows).status_code == 302
    container: Any = Draft.objects.get().document["PrimaryContainer"]
    assert container["Environment"]["VARIABLE_99"] == "w" * 300


def test_summary_lists_errors_in_the_order_of_the_screen(client: Client) -> None:
    container = {"ContainerHostname": "a_b", "Image": "a b"}
    draft = begun(client, factories.request(PrimaryContainer=container))
    summary = post(client, draft, "container").content.decode().partition('class="error-summary"')[2]
    assert summary.index("#PrimaryContainer.Image") < summary.index("#PrimaryContainer.ContainerHostname")


def test_screen_that_nobody_began_warns_of_nothing(client: Client) -> None:
    draft = begun(client, {"ModelName": "churn"})

    assert "Enter an execution role" not in shown(client, draft, "access")
    assert "Enter an execution role" in shown(client, draft, "review")
