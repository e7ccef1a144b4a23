"""Is the intended use asked once, kept beside the request, and told to whoever reads it?"""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from models_ui.drafts.models import Draft
from models_ui.submissions.models import Submission
from tests import factories
from tests.web.filling import begun, post, shown

pytestmark = pytest.mark.django_db

CHOSEN = '<option value="{}" selected>'
ISOLATED: dict[str, Any] = {"EnableNetworkIsolation": True}


def submitted(client: Client, draft: Draft) -> Submission:
    """Submit a draft on its review page, and return the submission."""
    version = Draft.objects.get(id=draft.id).version
    posted = {"version": version, "justification": "Weekly."}
    assert client.post(f"/drafts/{draft.id}/review/", posted).status_code == 302
    return Submission.objects.get(id=draft.id)


def meant_for(client: Client, use: str) -> Draft:
    """Return an isolated request that is meant for something."""
    draft = begun(client, factories.request(**ISOLATED))
    post(client, draft, "basics", **{"ask.use": use, "action": "save-exit"})
    return Draft.objects.get(id=draft.id)


def test_nobody_has_to_decide(client: Client) -> None:
    assert CHOSEN.format("") in shown(client, begun(client), "basics")


@pytest.mark.parametrize("step", ["container", "access", "tags"])
def test_it_is_asked_once(client: Client, step: str) -> None:
    assert "ask.use" not in shown(client, begun(client), step)


@pytest.mark.parametrize("use", ["real-time", "serverless", "batch"])
def test_answer_is_kept_beside_the_request(client: Client, use: str) -> None:
    draft = meant_for(client, use)

    assert CHOSEN.format(use) in shown(client, draft, "basics")
    assert use not in draft.text


def test_answer_can_be_taken_back(client: Client) -> None:
    draft = meant_for(client, "batch")
    post(client, draft, "basics", **{"ask.use": ""})

    assert Draft.objects.get(id=draft.id).intended_use == ""


@pytest.mark.parametrize("controls", [{}, {"ask.use": "edge"}, {"ask.use": "Batch transform"}])
def test_what_is_no_answer_changes_nothing(client: Client, controls: dict[str, str]) -> None:
    draft = meant_for(client, "batch")
    post(client, draft, "basics", **controls)

    assert Draft.objects.get(id=draft.id).intended_use == "batch"


def test_what_would_be_refused_later_is_a_warning_that_does_not_block(client: Client) -> None:
    draft = meant_for(client, "serverless")
    found = client.get(f"/drafts/{draft.id}/findings.json").json()

    assert [(one["code"], one["severity"]) for one in found] == [("serverless-isolation", "warning")]
    assert submitted(client, draft).state == "pending"


def test_review_tells_it(client: Client) -> None:
    assert "Intended use: Serverless endpoint" in shown(client, meant_for(client, "serverless"), "review")


@pytest.mark.parametrize("page", ["/submissions/{}/", "/approvals/{}/"])
def test_approver_reads_it_with_its_warnings(client: Client, page: str) -> None:
    made = submitted(client, meant_for(client, "serverless"))
    client.force_login(factories.approver())
    text = client.get(page.format(made.id)).content.decode()

    assert "<dd>Serverless endpoint</dd>" in text
    assert "a serverless endpoint has none" in text


def test_it_is_frozen_with_the_revision_and_never_sent(client: Client) -> None:
    draft = meant_for(client, "batch")
    made = submitted(client, draft)
    Draft.objects.filter(id=draft.id).update(intended_use="serverless")

    assert made.current.intended_use == "batch"
    assert json.loads(made.current.envelope_text).keys() == {"operation", "target", "request"}
    assert "batch" not in made.current.envelope_text


def test_answer_that_came_too_late_is_not_lost(client: Client) -> None:
    draft = meant_for(client, "batch")
    late = {"version": draft.version - 1, "ask.use": "serverless"}
    answer = client.post(f"/drafts/{draft.id}/basics/", late)
    text = answer.content.decode()

    assert answer.status_code == 409
    assert "You chose the intended use <strong>Serverless endpoint</strong>; stored is <strong>Batch transform" in text
    assert '<input type="hidden" name="ask.use" value="serverless">' in text
