"""What can nobody see or break, whatever is posted?"""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from models_ui.drafts.models import Draft
from tests import factories
from tests.web.filling import begun, post, shown

pytestmark = pytest.mark.django_db


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
