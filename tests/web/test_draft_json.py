"""Who gets a draft as JSON?"""

from __future__ import annotations

import pytest
from django.test import Client

from models_ui.drafts.models import Draft
from tests import factories

pytestmark = pytest.mark.django_db


def secretive() -> Draft:
    container = {"Image": factories.IMAGE, "Environment": {"HF_TOKEN": "hf_dontshow"}}
    return factories.draft(factories.scientist(), factories.request(PrimaryContainer=container))


def test_owner_gets_the_request_to_the_letter(client: Client) -> None:
    draft = secretive()
    client.force_login(draft.owner)
    response = client.get(f"/drafts/{draft.id}/request.json")
    assert response.headers["Content-Type"] == "application/json"
    assert "no-store" in response.headers["Cache-Control"]
    assert response.json() == draft.document


def test_order_of_the_members_is_kept(client: Client) -> None:
    sally = factories.scientist()
    draft = factories.draft(sally, {"Tags": [], "ModelName": "x", "Containers": []})
    client.force_login(sally)
    assert list(client.get(f"/drafts/{draft.id}/request.json").json()) == ["Tags", "ModelName", "Containers"]


def test_colleague_gets_a_request_without_secrets(client: Client) -> None:
    draft = factories.draft(factories.scientist())
    client.force_login(factories.scientist("cora"))
    assert client.get(f"/drafts/{draft.id}/request.json").json() == draft.document


def test_colleague_does_not_get_one_with_secrets(client: Client) -> None:
    draft = secretive()
    client.force_login(factories.scientist("cora"))
    response = client.get(f"/drafts/{draft.id}/request.json", headers={"Accept": "text/html"})
    assert response.status_code == 403
    assert "only sally gets it as it is" in response.content.decode()


def test_findings_say_what_and_where(client: Client) -> None:
    sally = factories.scientist()
    draft = factories.draft(sally, factories.request("bad_name"))
    client.force_login(sally)
    finding = client.get(f"/drafts/{draft.id}/findings.json").json()[0]
    assert finding.keys() == {"code", "pointer", "severity", "message", "source"}
    assert (finding["pointer"], finding["severity"]) == ("/ModelName", "error")


def test_complete_request_has_no_findings(client: Client) -> None:
    sally = factories.scientist()
    draft = factories.draft(sally)
    client.force_login(sally)
    assert client.get(f"/drafts/{draft.id}/findings.json").json() == []
