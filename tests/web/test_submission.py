"""Does the page of a submission tell everything about it, and follow it by itself?"""

from __future__ import annotations

import json
from typing import Any

import pytest

from models_ui.accounts.models import User
from models_ui.audit.actors import WORKER
from models_ui.submissions import operations
from models_ui.submissions.models import Submission
from models_ui.submissions.states import FINAL, State
from tests import factories
from tests.factories import NOW
from tests.web.conftest import Visit

HTMX = {"HX-Request": "true"}
ARN = "arn:aws:sagemaker:us-east-1:123456789012:model/churn-1"
FAILURE = {
    "code": "data-unreadable",
    "title": "SageMaker could not read the artefacts",
    "message": "Nothing is stored at s3://acme-models/<none>.",
    "next_steps": ["Edit the location and submit again."],
    "pointer": "/PrimaryContainer/ModelDataUrl",
}
WAYS: dict[State, tuple[str, ...]] = {
    State.APPROVED: (),
    State.QUEUED: ("queue",),
    State.CALLING: ("queue", "call"),
    State.CREATED: ("queue", "call", "create"),
    State.FAILED: ("queue", "call", "fail"),
    State.UNKNOWN: ("queue", "call", "lose"),
    State.NEEDS_ATTENTION: ("queue", "call", "lose", "give-up"),
    State.REFUSED: ("queue", "refuse"),
}


@pytest.fixture
def made(sally: User) -> Submission:
    """A request of sally that waits for approval."""
    return factories.submission(sally, factories.request("churn-1"))


def reach(made: Submission, by: User, state: State, **columns: Any) -> Submission:
    """Return the submission after it came to a state that lies behind an approval."""
    decided = factories.decide(made, by)
    return factories.worked(decided, *WAYS[state], **columns) if WAYS[state] else decided


def address(made: Submission, *rest: str) -> str:
    """Return the address of a submission's page."""
    return f"/submissions/{made.id}/{''.join(rest)}"


def text(visit: Visit, user: User, made: Submission) -> str:
    """Return the page."""
    return visit(user).get(address(made)).content.decode()


def test_page_tells_what_where_and_by_whom(sally: User, made: Submission, visit: Visit) -> None:
    page = text(visit, sally, made)
    digest = made.current.digest

    assert "<title>churn-1, waiting for approval – Models UI</title>" in page
    assert all(words in page for words in ("sandbox", "123456789012", "us-east-1", "Asked for by sally, team Risk"))
    assert " ".join(digest[n : n + 4] for n in range(0, 64, 4)) in page
    assert "Weekly retraining." in page


@pytest.mark.parametrize(("who", "status"), [("sally", 200), ("sven", 404), ("amir", 200), ("ada", 200), ("otto", 200)])
def test_page_is_for_the_team_and_for_those_who_see_all(
    who: str, status: int, made: Submission, request: pytest.FixtureRequest, visit: Visit
) -> None:
    assert visit(request.getfixturevalue(who)).get(address(made)).status_code == status


def test_page_cannot_be_posted_to(sally: User, made: Submission, visit: Visit) -> None:
    assert visit(sally).post(address(made)).status_code == 405


def test_created_model_shows_its_arn_to_copy_and_its_tag(
    sally: User, amir: User, made: Submission, visit: Visit
) -> None:
    factories.attempt(made, outcome="created", request_id="8f0c9a52", http_status=200)
    reach(made, amir, State.CREATED, model_arn=ARN)
    page = text(visit, sally, made)

    assert f'data-copy="{ARN}"' in page
    assert f"models-ui:submission = {made.id}.1" in page
    assert "8f0c9a52" in page
    assert "What was sent" in page


def test_failure_says_in_plain_words_what_happened_and_what_to_do(
    sally: User, amir: User, made: Submission, visit: Visit
) -> None:
    factories.attempt(
        made, outcome="failed", aws_code="ValidationException", aws_message="No data at <b>", request_id="r1"
    )
    reach(made, amir, State.FAILED, failure=FAILURE)
    page = text(visit, sally, made)

    assert all(
        words in page
        for words in (
            "SageMaker could not read the artefacts",
            "Nothing was created.",
            "Edit the location",
            "/PrimaryContainer/ModelDataUrl",
        )
    )
    assert "ValidationException: No data at &lt;b&gt;" in page
    assert "s3://acme-models/&lt;none&gt;" in page


def test_what_aws_said_repeats_no_secret(sally: User, amir: User, visit: Visit) -> None:
    container = {"Image": factories.IMAGE, "Environment": {"HF_TOKEN": "hf_very_secret"}}
    made = factories.submission(sally, factories.request("churn-1", PrimaryContainer=container))
    factories.attempt(
        made, outcome="failed", aws_code="ValidationException", aws_message="Value {HF_TOKEN=hf_very_secret}"
    )
    reach(made, amir, State.FAILED, failure=FAILURE)

    assert "hf_very_secret" not in text(visit, amir, made)
    assert "Value {HF_TOKEN=(hidden)}" in text(visit, amir, made)


@pytest.mark.parametrize("who", ["sally", "amir"])
def test_secrets_stand_on_no_page(
    who: str, sally: User, amir: User, request: pytest.FixtureRequest, visit: Visit
) -> None:
    first = {"Image": factories.IMAGE, "Environment": {"HF_TOKEN": "hf_first_secret", "WORKERS": "4"}}
    made = factories.submission(sally, factories.request("churn-1", PrimaryContainer=first))
    factories.decide(made, amir, "request-changes")
    second = {"Image": factories.IMAGE, "Environment": {"HF_TOKEN": "hf_second_secret", "WORKERS": "8"}}
    factories.resubmission(made, sally, PrimaryContainer=second)
    page = text(visit, request.getfixturevalue(who), made)

    assert "_secret" not in page
    assert "(hidden)" in page
    assert "<ins>8</ins>" in page


def test_requester_alone_is_offered_the_bytes_where_something_is_hidden(sally: User, amir: User, visit: Visit) -> None:
    container = {"Image": factories.IMAGE, "Environment": {"HF_TOKEN": "hf_very_secret"}}
    made = factories.submission(sally, factories.request("churn-1", PrimaryContainer=container))

    assert "envelope.json" in text(visit, sally, made)
    assert "envelope.json" not in text(visit, amir, made)


def test_revisions_show_how_they_differ(sally: User, amir: User, made: Submission, visit: Visit) -> None:
    first = made.current.digest
    factories.decide(made, amir, "request-changes", "Name the cost centre.")
    factories.resubmission(made, sally, Tags=[{"Key": "cost-centre", "Value": "4410"}])
    page = text(visit, sally, made)

    assert "Revision 2 against 1" in page
    assert "4410" in page
    assert first[:4] in page
    assert "Name the cost centre." in page
    assert "As you asked." in page


def test_accepted_licence_is_told(sally: User, visit: Visit) -> None:
    source = {
        "S3Uri": "s3://acme-models/llama/",
        "S3DataType": "S3Prefix",
        "CompressionType": "None",
        "ModelAccessConfig": {"AcceptEula": True},
    }
    container = {"Image": factories.IMAGE, "ModelDataSource": {"S3DataSource": source}}
    made = factories.submission(sally, factories.request("llama-1", PrimaryContainer=container))
    page = text(visit, sally, made)

    assert "Licence accepted" in page
    assert "/PrimaryContainer/ModelDataSource/S3DataSource" in page


def test_attempts_are_listed(sally: User, amir: User, made: Submission, visit: Visit) -> None:
    factories.attempt(made, outcome="unknown", request_id="")
    factories.attempt(made, outcome="created", request_id="8f0c9a52")
    page = text(visit, sally, made)

    assert "Attempt 2" in page
    assert page.index("8f0c9a52") > page.index("Calls to AWS")


@pytest.mark.parametrize("state", [State.PENDING, *WAYS])
def test_page_follows_until_the_submission_rests(
    sally: User, amir: User, made: Submission, visit: Visit, state: State
) -> None:
    if state in WAYS:
        made = reach(made, amir, state)
    page = text(visit, sally, made)

    follows = state not in FINAL and state != State.FAILED
    assert ("hx-trigger" in page) is follows
    assert ("Refresh now" in page) is follows


@pytest.mark.parametrize(
    ("state", "seconds"),
    [(State.APPROVED, 1), (State.QUEUED, 1), (State.CALLING, 1), (State.UNKNOWN, 2), (State.NEEDS_ATTENTION, 5)],
)
def test_pace_fits_the_state(
    sally: User, amir: User, made: Submission, visit: Visit, state: State, seconds: int
) -> None:
    reach(made, amir, state)

    assert f'hx-trigger="every {seconds}s"' in text(visit, sally, made)


def test_nothing_is_sent_while_nothing_moved(sally: User, made: Submission, visit: Visit) -> None:
    answer = visit(sally).get(address(made, "?seen=1"), headers=HTMX)

    assert (answer.status_code, answer.content) == (204, b"")
    assert "HX-Request" in answer["Vary"]


def test_move_is_shown_and_spoken(sally: User, amir: User, made: Submission, visit: Visit) -> None:
    reach(made, amir, State.CREATED, model_arn=ARN)
    answer = visit(sally).get(address(made, "?seen=1"), headers=HTMX)
    fragment = answer.content.decode()

    assert json.loads(answer["HX-Trigger"]) == {"announce": {"value": "Created. The SageMaker model exists."}}
    assert "<html" not in fragment
    assert "<title>churn-1, created" in fragment
    assert all(
        f'id="{part}"' in fragment for part in ("live", "state", "outcome", "sent", "said", "attempts", "timeline")
    )
    assert fragment.count('hx-swap-oob="true"') == 6
    assert ARN in fragment


def test_move_tells_who_decided_and_that_it_was_sent(sally: User, amir: User, made: Submission, visit: Visit) -> None:
    reach(made, amir, State.CREATED, model_arn=ARN)
    fragment = visit(sally).get(address(made, "?seen=1"), headers=HTMX).content.decode()

    assert "None yet" not in fragment
    assert "<dt>Approved</dt>" in fragment
    assert "What was sent" in fragment


@pytest.mark.parametrize("seen", ["", "x", "99", "%00"])
def test_version_that_nobody_saw_gets_the_fragment(sally: User, made: Submission, visit: Visit, seen: str) -> None:
    assert visit(sally).get(address(made, f"?seen={seen}"), headers=HTMX).status_code == 200


def test_page_and_fragment_are_kept_apart(sally: User, made: Submission, visit: Visit) -> None:
    page = visit(sally).get(address(made))

    assert "HX-Request" in page["Vary"]
    assert "no-store" in page["Cache-Control"]


def test_fragment_of_another_team_is_not_found(sven: User, made: Submission, visit: Visit) -> None:
    assert visit(sven).get(address(made), headers=HTMX).status_code == 404


def test_polling_asks_little_of_the_database(
    sally: User, made: Submission, visit: Visit, django_assert_max_num_queries: object
) -> None:
    browser = visit(sally)
    with django_assert_max_num_queries(5):  # type: ignore[operator]
        browser.get(address(made, "?seen=1"), headers=HTMX)


def test_long_story_needs_no_more_queries(
    sally: User, amir: User, made: Submission, visit: Visit, django_assert_max_num_queries: object
) -> None:
    for n in range(5):
        factories.decide(made, amir, "request-changes")
        factories.resubmission(made, sally, Tags=[{"Key": "n", "Value": str(n)}])
        factories.attempt(made, outcome="unknown", at=NOW)
    browser = visit(sally)
    with django_assert_max_num_queries(20):  # type: ignore[operator]
        browser.get(address(made))


def test_waiting_page_names_who_can_decide(sally: User, amir: User, made: Submission, visit: Visit) -> None:
    factories.approver("berta")

    assert "amir or berta can decide on it." in text(visit, sally, made)


def test_waiting_page_says_so_when_nobody_can_decide(sally: User, made: Submission, visit: Visit) -> None:
    assert "Nobody can decide on it" in text(visit, sally, made)


@pytest.mark.parametrize(
    ("decision", "words"), [("request-changes", "amir asked for changes"), ("reject", "amir rejected")]
)
def test_why_it_came_so_stands_at_the_top(
    sally: User, amir: User, made: Submission, visit: Visit, decision: str, words: str
) -> None:
    factories.decide(made, amir, decision, "It may write to <every> bucket.")
    banner = text(visit, sally, made).split('<div class="banner"')[1].split("</div>")[0]

    assert words in banner
    assert "It may write to &lt;every&gt; bucket." in banner


def test_what_waits_has_no_word_at_the_top_unless_its_approval_lapsed(
    sally: User, amir: User, made: Submission, visit: Visit
) -> None:
    assert "approval no longer holds" not in text(visit, sally, made)

    decided = factories.worked(factories.decide(made, amir), "queue")
    operations.transition(decided, "lapse", actor=WORKER, at=NOW, reason="No approval of exactly this request stands.")
    assert (
        "found that the approval no longer holds"
        in text(visit, sally, made).split("<main")[1].split('class="banner"')[1]
    )
