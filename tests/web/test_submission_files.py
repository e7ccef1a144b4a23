"""Do programs get the exact bytes, and only those who may?"""

from __future__ import annotations

import hashlib
import json

import pytest

from models_ui.accounts.models import User
from models_ui.audit.models import Event
from models_ui.audit.vocabulary import Name
from models_ui.contract.canonical import canonical
from models_ui.submissions.models import Submission
from tests import factories
from tests.web.conftest import Visit

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
FAILURE: dict[str, object] = {
    "code": "name-taken",
    "title": "The name is taken",
    "message": "It exists.",
    "next_steps": [],
    "pointer": None,
}


@pytest.fixture
def made(sally: User) -> Submission:
    """A request without anything to hide."""
    return factories.submission(sally, factories.request("churn-1", Tags=[{"Key": "team", "Value": "Zürich \u2028"}]))


@pytest.fixture
def secretive(sally: User) -> Submission:
    """A request with a secret."""
    container = {"Image": factories.IMAGE, "Environment": {"HF_TOKEN": "hf_very_secret"}}
    return factories.submission(sally, factories.request("churn-1", PrimaryContainer=container))


@pytest.mark.parametrize("who", ["sally", "amir", "ada", "otto"])
def test_digest_is_that_of_the_envelope(
    who: str, made: Submission, request: pytest.FixtureRequest, visit: Visit
) -> None:
    answer = visit(request.getfixturevalue(who)).get(f"/submissions/{made.id}/envelope.json")

    assert answer["Content-Type"] == "application/json"
    assert hashlib.sha256(answer.content).hexdigest() == made.current.digest


def test_envelope_holds_operation_target_and_request(sally: User, made: Submission, visit: Visit) -> None:
    browser = visit(sally)
    envelope = browser.get(f"/submissions/{made.id}/envelope.json").json()
    request = browser.get(f"/submissions/{made.id}/request.json")

    assert envelope["operation"] == "CreateModel"
    assert envelope["target"] == {"account": "123456789012", "region": "us-east-1", "role": None}
    assert request.content == canonical(envelope["request"])
    assert request.json()["Tags"][-1] == {"Key": "models-ui:submission", "Value": f"{made.id}.1"}


@pytest.mark.parametrize("name", ["request", "envelope"])
def test_requester_gets_the_bytes_with_their_secrets(
    sally: User, secretive: Submission, visit: Visit, name: str
) -> None:
    answer = visit(sally).get(f"/submissions/{secretive.id}/{name}.json")

    assert b"hf_very_secret" in answer.content
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("name", ["request", "envelope"])
@pytest.mark.parametrize("who", ["amir", "ada", "otto", "sam"])
def test_others_get_a_sentence_and_the_way_to_the_masked_view(
    who: str, name: str, secretive: Submission, request: pytest.FixtureRequest, visit: Visit
) -> None:
    user = factories.scientist("sam") if who == "sam" else request.getfixturevalue(who)
    answer = visit(user).get(f"/submissions/{secretive.id}/{name}.json")

    assert answer.status_code == 403
    assert answer.json()["code"] == "masked"
    assert "only sally gets its exact bytes" in answer.json()["message"]
    assert answer.json()["see"] == f"/submissions/{secretive.id}/"
    assert Event.objects.get(name=Name.ACCESS_DENIED).actor_label == who


def test_browser_gets_the_refusal_as_a_page(amir: User, secretive: Submission, visit: Visit) -> None:
    page = visit(amir).get(f"/submissions/{secretive.id}/request.json", headers=BROWSER)

    assert page.status_code == 403
    assert f'href="/submissions/{secretive.id}/"' in page.content.decode()
    assert "hf_very_secret" not in page.content.decode()


@pytest.mark.parametrize("name", ["request", "envelope", "status"])
def test_other_team_finds_nothing(sven: User, made: Submission, visit: Visit, name: str) -> None:
    answer = visit(sven).get(f"/submissions/{made.id}/{name}.json")

    assert answer.status_code == 404
    assert answer.json()["see"] == ""


@pytest.mark.parametrize("name", ["request", "envelope", "status"])
def test_files_cannot_be_posted_to(sally: User, made: Submission, visit: Visit, name: str) -> None:
    assert visit(sally).post(f"/submissions/{made.id}/{name}.json").status_code == 405


def test_status_of_what_waits(sally: User, made: Submission, visit: Visit) -> None:
    assert visit(sally).get(f"/submissions/{made.id}/status.json").json() == {
        "state": "pending",
        "digest": made.current.digest,
        "version": 1,
        "model_arn": None,
        "attempts": 0,
        "failure": None,
    }


def test_status_of_what_was_created(sally: User, amir: User, visit: Visit) -> None:
    made = factories.created(sally, amir, factories.request("churn-1"))
    status = visit(sally).get(f"/submissions/{made.id}/status.json").json()

    assert (status["state"], status["attempts"]) == ("created", 1)
    assert status["model_arn"] == "arn:aws:sagemaker:us-east-1:123456789012:model/churn-1"


def test_status_of_a_failure_has_its_code_and_message(sally: User, amir: User, made: Submission, visit: Visit) -> None:
    factories.worked(factories.decide(made, amir), "queue", "call", "fail", failure=FAILURE)
    status = visit(sally).get(f"/submissions/{made.id}/status.json").json()

    assert status["failure"] == {"code": "name-taken", "message": "It exists."}


def test_files_follow_the_current_revision(sally: User, amir: User, made: Submission, visit: Visit) -> None:
    factories.decide(made, amir, "request-changes")
    again = factories.resubmission(made, sally, EnableNetworkIsolation=True)
    body = visit(sally).get(f"/submissions/{made.id}/envelope.json").content

    assert json.loads(body)["request"]["EnableNetworkIsolation"] is True
    assert hashlib.sha256(body).hexdigest() == again.current.digest
