"""Is a variable that was marked by hand masked on every page and in every file, for everybody but its owner?"""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from models_ui.accounts.models import User
from models_ui.approvals import operations as approvals
from models_ui.drafts import operations as drafts
from models_ui.drafts.models import Draft
from models_ui.submissions.models import Submission
from tests import factories
from tests.factories import NOW
from tests.web.conftest import Visit
from tests.web.filling import post, shown, swapped

CODE = "open-sesame"
PLACE = "/PrimaryContainer/Environment/PIN"
VARIABLE = "PrimaryContainer.Environment"


def container(**variables: str) -> dict[str, Any]:
    return {"PrimaryContainer": {"Image": factories.IMAGE, "Environment": variables}}


@pytest.fixture
def draft(sally: User) -> Draft:
    """A draft with a variable that was marked, and one that was not."""
    made = factories.draft(sally, factories.request("churn-1", **container(PIN=CODE, MODE="fast")))
    Draft.objects.update(secret_marks=[PLACE])
    return Draft.objects.get(id=made.id)


@pytest.fixture
def made(sally: User, amir: User, draft: Draft) -> Submission:
    """Its submission in the second revision, in which the variable has another value."""
    first = submitted(draft, sally)
    factories.decide(first, amir, "request-changes")
    draft.refresh_from_db()
    document = factories.request("churn-1", **container(PIN=f"{CODE}-2", MODE="fast"))
    after = drafts.save(draft_id=draft.id, document=document, version=draft.version, by=sally, at=NOW)
    return submitted(after, sally)


def submitted(draft: Draft, by: User) -> Submission:
    """Return the submission of a draft."""
    return approvals.submit(draft_id=draft.id, version=draft.version, justification="Weekly.", by=by, at=NOW)


def test_marks_are_frozen_beside_the_envelope(made: Submission) -> None:
    assert made.current.secret_marks == [PLACE]
    assert "secret_marks" not in made.current.envelope_text
    assert CODE in made.current.envelope_text


@pytest.mark.parametrize(
    "path", ["container/", "basics/", "review/", "findings.json", "export/boto3", "export/json?tagged"]
)
def test_colleague_sees_nothing_of_it_in_a_draft(draft: Draft, visit: Visit, path: str) -> None:
    response = visit(factories.scientist("cora")).get(f"/drafts/{draft.id}/{path}")
    assert response.status_code == 200
    assert CODE not in response.content.decode()


def test_colleague_does_not_get_the_draft_as_it_is(draft: Draft, visit: Visit) -> None:
    assert visit(factories.scientist("cora")).get(f"/drafts/{draft.id}/request.json").status_code == 403


@pytest.mark.parametrize("who", ["amir", "otto", "ada", "cora"])
@pytest.mark.parametrize("address", ["/submissions/{}/", "/approvals/{}/", "/submissions/{}/export/terraform"])
def test_nobody_sees_it_on_the_pages_of_a_submission(
    request: pytest.FixtureRequest, made: Submission, visit: Visit, address: str, who: str
) -> None:
    person = factories.scientist("cora") if who == "cora" else request.getfixturevalue(who)
    response = visit(person).get(address.format(made.id))
    assert response.status_code == 200
    assert CODE not in response.content.decode()


@pytest.mark.parametrize("file", ["request.json", "envelope.json"])
def test_only_the_requester_gets_the_bytes(made: Submission, visit: Visit, sally: User, amir: User, file: str) -> None:
    assert CODE in visit(sally).get(f"/submissions/{made.id}/{file}").content.decode()
    assert visit(amir).get(f"/submissions/{made.id}/{file}").status_code == 403


def test_what_aws_said_is_shown_without_it(made: Submission, visit: Visit, sally: User) -> None:
    factories.attempt(made, outcome="failed", aws_message=f"I do not like {CODE}-2.")
    assert CODE not in visit(sally).get(f"/submissions/{made.id}/").content.decode()


def test_only_the_editor_of_the_owner_shows_it(draft: Draft, visit: Visit, sally: User) -> None:
    browser = visit(sally)
    text = browser.get(f"/drafts/{draft.id}/container/").content.decode()
    assert text.count(CODE) == 1
    assert CODE not in browser.get(f"/drafts/{draft.id}/review/").content.decode()


def test_approver_reads_that_it_was_marked(made: Submission, visit: Visit, amir: User) -> None:
    text = visit(amir).get(f"/approvals/{made.id}/").content.decode()
    assert "it is marked as a secret, and DescribeModel shows it in clear" in text


def test_button_marks_and_takes_the_mark_away(client: Client, sally: User, draft: Draft) -> None:
    client.force_login(sally)
    assert post(client, draft, "container", action=f"mark:{VARIABLE}.1").status_code == 302
    assert Draft.objects.get().secret_marks == [PLACE, "/PrimaryContainer/Environment/MODE"]
    assert post(client, draft, "container", action=f"unmark:{VARIABLE}.0").status_code == 302
    assert Draft.objects.get().secret_marks == ["/PrimaryContainer/Environment/MODE"]


def test_fragment_after_a_mark_has_the_other_button_in_focus(client: Client, sally: User, draft: Draft) -> None:
    client.force_login(sally)
    text = swapped(client, draft, "container", action=f"mark:{VARIABLE}.1").content.decode()
    assert 'id="PrimaryContainer.Environment.MODE-mark" autofocus data-focus name="action" value="unmark:' in text


def test_colleague_has_no_button_for_what_is_masked(client: Client, draft: Draft) -> None:
    client.force_login(factories.scientist("cora"))
    text = shown(client, draft, "container")
    assert f"mark:{VARIABLE}.0" not in text
    assert f"mark:{VARIABLE}.1" in text
    post(client, draft, "container", action=f"unmark:{VARIABLE}.0")
    assert Draft.objects.get().secret_marks == [PLACE]
