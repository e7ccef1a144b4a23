"""Does one click put a finding right, on the review page and on its screen?"""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from models_ui.drafts.models import Draft
from tests import factories
from tests.web.filling import begun, post, shown, swapped

pytestmark = pytest.mark.django_db

FOLDER = {"S3Uri": "s3://acme-models/churn", "S3DataType": "S3Prefix", "CompressionType": "None"}
URI = "/PrimaryContainer/ModelDataSource/S3DataSource/S3Uri"


def folder(**members: Any) -> dict[str, Any]:
    """Return a request whose folder lacks its slash."""
    container = {"Image": factories.IMAGE, "ModelDataSource": {"S3DataSource": FOLDER}, **members}
    return factories.request("churn", PrimaryContainer=container)


def click(client: Client, draft: Draft, action: str, *, version: int | None = None) -> Any:
    """Press the button of a finding on the review page."""
    posted = {"version": draft.version if version is None else version, "action": action}
    return client.post(f"/drafts/{draft.id}/review/", posted)


def now(draft: Draft) -> Any:
    """Return the request as it is stored now."""
    return Draft.objects.get(id=draft.id).document


def test_review_offers_the_way_out_and_the_way_to_the_place(client: Client) -> None:
    text = shown(client, begun(client, folder()), "review")

    assert f'value="fix:{URI}">Add the slash<' in text
    assert f"?return=review#{URI[1:].replace('/', '.')}" in text


def test_click_on_the_review_page_puts_it_right_and_comes_back(client: Client) -> None:
    draft = begun(client, folder())
    answer = click(client, draft, f"fix:{URI}")

    assert answer.headers["Location"] == f"/drafts/{draft.id}/review/"
    assert now(draft)["PrimaryContainer"]["ModelDataSource"]["S3DataSource"] == {
        **FOLDER,
        "S3Uri": "s3://acme-models/churn/",
    }
    assert "That is put right." in shown(client, draft, "review")


def test_click_on_the_screen_puts_it_right_and_keeps_what_was_typed(client: Client) -> None:
    draft = begun(client, folder())
    typed = {"PrimaryContainer.ContainerHostname": "churn", "action": f"fix:{URI}"}
    post(client, draft, "container", **typed)

    assert now(draft)["PrimaryContainer"]["ContainerHostname"] == "churn"
    assert now(draft)["PrimaryContainer"]["ModelDataSource"]["S3DataSource"]["S3Uri"] == "s3://acme-models/churn/"


def test_click_on_the_screen_is_about_what_was_typed(client: Client) -> None:
    draft = begun(client, folder())
    name = URI[1:].replace("/", ".")
    post(client, draft, "container", **{name: "s3://acme-models/other", "action": f"fix:{URI}"})

    assert now(draft)["PrimaryContainer"]["ModelDataSource"]["S3DataSource"]["S3Uri"] == "s3://acme-models/other/"


def test_click_where_the_typing_solved_it_keeps_the_typing(client: Client) -> None:
    draft = begun(client, folder())
    name = URI[1:].replace("/", ".")
    post(client, draft, "container", **{name: "s3://acme-models/right/", "action": f"fix:{URI}"})

    assert now(draft)["PrimaryContainer"]["ModelDataSource"]["S3DataSource"]["S3Uri"] == "s3://acme-models/right/"


def test_click_on_the_screen_leaves_the_other_errors_told(client: Client) -> None:
    draft = begun(client, folder(Image="infer:1"))
    text = swapped(client, draft, "container", action=f"fix:{URI}").content.decode()

    assert "There is a problem" in text
    assert "Name an image in a private Amazon ECR registry" in text
    assert "End the S3 location with a slash" not in text


def test_click_without_javascript_leads_back_to_the_other_errors(client: Client) -> None:
    draft = begun(client, folder(Image="infer:1"))
    address = post(client, draft, "container", action=f"fix:{URI}").headers["Location"]

    assert "Name an image in a private Amazon ECR registry" in client.get(address).content.decode()


def test_click_makes_the_parts_on_the_way(client: Client) -> None:
    draft = begun(client, factories.request("churn", PrimaryContainer={"Image": "registry.corp.example/churn:1"}))
    click(client, draft, "fix:/PrimaryContainer/Image")

    assert now(draft)["PrimaryContainer"]["ImageConfig"] == {"RepositoryAccessMode": "Vpc"}


def test_click_takes_away_what_is_too_much(client: Client) -> None:
    tags = [{"Key": "team", "Value": "risk"}, {"Key": "aws:made-by", "Value": "me"}, {"Key": "stage", "Value": "test"}]
    draft = begun(client, factories.request("churn", Tags=tags))
    click(client, draft, "fix:/Tags/1/Key")

    assert [tag["Key"] for tag in now(draft)["Tags"]] == ["team", "stage"]


def test_click_on_a_warning_works_too(client: Client) -> None:
    draft = begun(client, folder(ContainerHostname="churn"))
    click(client, draft, "fix:/PrimaryContainer/ContainerHostname")

    assert "ContainerHostname" not in now(draft)["PrimaryContainer"]


@pytest.mark.parametrize("action", [
    "fix:", "fix:/", "fix:/ModelName", "fix:PrimaryContainer.Image", "fix:/PrimaryContainer/Image/0/~9", "fix:/\ud800",
])  # fmt: skip
def test_click_where_nothing_is_to_be_put_right_changes_nothing(client: Client, action: str) -> None:
    draft = begun(client, folder())

    assert click(client, draft, action.encode(errors="replace").decode()).status_code == 302
    assert (now(draft), Draft.objects.get(id=draft.id).version) == (draft.document, draft.version)


def test_click_on_a_page_that_is_out_of_date_is_told_and_changes_nothing(client: Client) -> None:
    draft = begun(client, folder())
    answer = click(client, draft, f"fix:{URI}", version=draft.version + 1)

    assert answer.status_code == 409
    assert "This draft changed since you opened it." in answer.content.decode()
    assert now(draft) == draft.document


def test_click_on_a_submitted_draft_changes_nothing(client: Client) -> None:
    draft = begun(client, factories.request("churn", InferenceExecutionConfig={"Mode": "Serial"}))
    Draft.objects.filter(id=draft.id).update(locked=True)

    assert click(client, draft, "fix:/InferenceExecutionConfig").status_code == 409
    assert now(draft) == draft.document


def test_stranger_cannot_click(client: Client) -> None:
    draft = begun(client, folder())
    client.force_login(factories.scientist("otto", teams=("search",)))

    assert click(client, draft, f"fix:{URI}").status_code == 404
    assert now(draft) == draft.document
