"""What becomes of an address of S3 that is pasted into a control, in whichever form it was copied?"""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from models_ui.drafts.models import Draft
from tests import factories
from tests.web.filling import begun, post, shown, swapped

pytestmark = pytest.mark.django_db

URL = "PrimaryContainer.ModelDataUrl"
SOURCE = "PrimaryContainer.ModelDataSource.S3DataSource"
CONSOLE = "https://us-east-1.console.aws.amazon.com/s3"
ARCHIVE = "s3://acme-models/churn/7/model.tar.gz"
SIGNED = (
    "https://acme-models.s3.us-east-1.amazonaws.com/churn/7/model.tar.gz?X-Amz-Credential=AKIA&X-Amz-Signature=5ec4e7"
)


def container(draft: Draft) -> Any:
    """Return the container as it is stored now."""
    return Draft.objects.get(id=draft.id).document["PrimaryContainer"]


@pytest.mark.parametrize(
    "link",
    [
        f"{CONSOLE}/object/acme-models?region=us-east-1&prefix=churn/7/model.tar.gz",
        "arn:aws:s3:::acme-models/churn/7/model.tar.gz",
        "https://acme-models.s3.us-east-1.amazonaws.com/churn/7/model.tar.gz",
        "https://s3.dualstack.us-east-1.amazonaws.com/acme-models/churn/7/model.tar.gz",
    ],
)
def test_link_stays_as_it_was_pasted_until_one_click_writes_the_location(client: Client, link: str) -> None:
    draft = begun(client, factories.request("churn"))
    post(client, draft, "container", **{URL: link, "action": "ask"})

    assert container(draft)["ModelDataUrl"] == link
    assert f'value="fix:/{URL.replace(".", "/")}">Use {ARCHIVE}<' in shown(client, draft, "container", "?return=review")

    post(client, draft, "container", **{URL: link, "action": f"fix:/{URL.replace('.', '/')}"})
    assert container(draft)["ModelDataUrl"] == ARCHIVE


def test_link_to_a_folder_is_put_right_in_its_data_source(client: Client) -> None:
    folder = {"S3Uri": "s3://acme-models/old/", "S3DataType": "S3Prefix", "CompressionType": "None"}
    document = factories.request(
        "churn", PrimaryContainer={"Image": factories.IMAGE, "ModelDataSource": {"S3DataSource": folder}}
    )
    draft, link = begun(client, document), f"{CONSOLE}/buckets/acme-models?region=us-east-1&prefix=churn/7/"
    place = f"/{SOURCE.replace('.', '/')}/S3Uri"
    text = swapped(client, draft, "container", **{f"{SOURCE}.S3Uri": link, "action": "continue"}).content.decode()

    assert "SageMaker cannot read this form of it." in text
    assert "End the S3 location with a slash" not in text
    post(client, draft, "container", **{f"{SOURCE}.S3Uri": link, "action": f"fix:{place}"})
    assert container(draft)["ModelDataSource"]["S3DataSource"] == {**folder, "S3Uri": "s3://acme-models/churn/7/"}


def test_access_point_is_refused_with_what_to_name_instead(client: Client) -> None:
    draft = begun(client, factories.request("churn"))
    point = "arn:aws:s3:us-east-1:123456789012:accesspoint/models/object/model.tar.gz"
    text = swapped(client, draft, "container", **{URL: point, "action": "continue"}).content.decode()

    assert "Name the bucket, as in s3://acme-models/churn/7/" in text
    assert container(draft)["ModelDataUrl"] == point


@pytest.mark.parametrize("action", ["continue", "ask", "save-exit", "add:PrimaryContainer.Environment"])
def test_signature_is_not_kept_and_that_is_said(client: Client, action: str) -> None:
    draft = begun(client, factories.request("churn"))
    answer = client.post(
        f"/drafts/{draft.id}/container/", {"version": draft.version, URL: SIGNED, "action": action}, follow=True
    )

    assert container(draft)["ModelDataUrl"] == SIGNED.partition("?")[0]
    assert "The signature is cut off the address, and not kept" in answer.content.decode()
    assert "5ec4e7" not in answer.content.decode()


@pytest.mark.parametrize("answer", ["folder", "file", "gzip", "inside", "package"])
def test_no_sentence_repeats_a_signature(client: Client, answer: str) -> None:
    draft = begun(client, factories.request("churn", PrimaryContainer={"Image": factories.IMAGE, "ModelDataUrl": ""}))
    text = swapped(client, draft, "container", **{URL: SIGNED, "ask.storage": answer, "action": "answer:ask.storage"})

    assert "5ec4e7" not in text.content.decode()
    assert "5ec4e7" not in str(container(draft))


def test_signature_is_not_kept_by_an_autosave(client: Client) -> None:
    draft = begun(client, factories.request("churn"))
    post(client, draft, "container", **{URL: SIGNED, "action": "autosave", "sheet": "a" * 24, "turn": "1"})

    assert container(draft)["ModelDataUrl"] == SIGNED.partition("?")[0]


def test_signature_in_a_paste_is_not_kept_and_that_is_said(client: Client) -> None:
    client.force_login(factories.scientist())
    answer = client.post("/drafts/import/", {"document": SIGNED, "connection": ""}, follow=True)

    assert "5ec4e7" not in str(Draft.objects.get().document)
    assert "5ec4e7" not in answer.content.decode()
    assert "The signature is cut off the address, and not kept" in answer.content.decode()


def test_location_with_markup_in_it_is_shown_as_text(client: Client) -> None:
    draft = begun(client, factories.request("churn"))
    post(client, draft, "container", **{URL: f"{CONSOLE}/object/acme?prefix=<script>%22'</script>", "action": "ask"})

    assert "<script>&quot;" not in shown(client, draft, "container", "?return=review")
    assert "Use s3://acme/&lt;script&gt;" in shown(client, draft, "container", "?return=review")
