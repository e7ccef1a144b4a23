"""Does an approver see exactly what is decided, and does a decision count for that alone?"""

from __future__ import annotations

from typing import Any

import pytest

from models_ui.accounts.models import User
from models_ui.approvals.models import Decision
from models_ui.audit.models import Event
from models_ui.audit.vocabulary import Name
from models_ui.submissions.models import Submission
from tests import factories
from tests.web.conftest import Visit


@pytest.fixture
def made(sally: User) -> Submission:
    """A request of sally that waits for approval."""
    return factories.submission(sally, factories.request("churn-2"))


def text(visit: Visit, user: User, made: Submission) -> str:
    """Return the page."""
    return visit(user).get(f"/approvals/{made.id}/").content.decode()


def decide(
    visit: Visit, user: User, made: Submission, decision: str = "approve", comment: str = "", **posted: Any
) -> Any:
    """Post the decision of somebody who saw the submission as `made` has it."""
    fields = {"decision": decision, "comment": comment, "version": made.version, "digest": made.current.digest}
    return visit(user).post(f"/approvals/{made.id}/", {**fields, **posted})


def state(made: Submission) -> str:
    """Return the state as it is stored."""
    return Submission.objects.get(id=made.id).state


def test_page_tells_exactly_what_is_sent_and_where(amir: User, made: Submission, visit: Visit) -> None:
    page = text(visit, amir, made)
    digest = made.current.digest

    assert all(words in page for words in ("sandbox", "123456789012", "us-east-1", "CreateModel", factories.ROLE_ARN))
    assert page.count(" ".join(digest[n : n + 4] for n in range(0, 64, 4))) == 2
    assert f'name="digest" value="{digest}"' in page
    assert 'name="version" value="1"' in page
    assert f"{made.id}.1" in page


def test_request_is_said_in_words(amir: User, made: Submission, visit: Visit) -> None:
    page = text(visit, amir, made)

    assert "<strong>one container</strong>" in page
    assert "churn-post:1.4.2" in page
    assert "Weekly retraining." in page


def test_there_is_one_decision_form(amir: User, made: Submission, visit: Visit) -> None:
    page = text(visit, amir, made)

    assert page.count('name="comment"') == 1
    assert [page.count(f'value="{kind}"') for kind in Decision.Kind.values] == [1, 1, 1]
    assert " checked" not in page


def test_secrets_are_hidden_from_whoever_decides(sally: User, amir: User, visit: Visit) -> None:
    container = {"Image": factories.IMAGE, "Environment": {"HF_TOKEN": "hf_very_secret"}}
    page = text(visit, amir, factories.submission(sally, factories.request("churn-2", PrimaryContainer=container)))

    assert "hf_very_secret" not in page
    assert "HF_TOKEN" in page


def test_difference_from_the_last_one_created_is_shown(sally: User, amir: User, visit: Visit) -> None:
    before = factories.created(sally, amir, factories.request("churn-1"))
    now = factories.submission(sally, factories.request("churn-2", EnableNetworkIsolation=True))
    page = text(visit, amir, now)

    assert "What differs from the last one created" in page
    assert f'href="/submissions/{before.id}/">churn-1</a>' in page
    assert "/EnableNetworkIsolation" in page


def test_difference_from_the_revision_before_is_shown(sally: User, amir: User, made: Submission, visit: Visit) -> None:
    factories.decide(made, amir, "request-changes")
    factories.resubmission(made, sally, EnableNetworkIsolation=True)
    page = text(visit, amir, made)

    assert "What differs from revision 1" in page
    assert "1 change</span>" in page


def test_first_of_its_kind_has_nothing_to_compare_with(amir: User, made: Submission, visit: Visit) -> None:
    assert "There is nothing to compare it with" in text(visit, amir, made)


def test_approval_is_recorded_and_leads_to_the_submission(amir: User, made: Submission, visit: Visit) -> None:
    answer = decide(visit, amir, made, comment="Fine.")

    assert answer["Location"] == f"/submissions/{made.id}/"
    assert state(made) == "approved"
    assert Decision.objects.values_list("kind", "comment", "digest").get() == ("approve", "Fine.", made.current.digest)


def test_page_says_what_was_decided(amir: User, made: Submission, visit: Visit) -> None:
    browser = visit(amir)
    fields = {"decision": "approve", "version": 1, "digest": made.current.digest}
    page = browser.post(f"/approvals/{made.id}/", fields, follow=True).content.decode()

    assert "Approved. The worker sends it to AWS." in page


@pytest.mark.parametrize(("decision", "after"), [("request-changes", "changes_requested"), ("reject", "rejected")])
def test_other_decisions_are_recorded_with_their_reason(
    amir: User, made: Submission, visit: Visit, decision: str, after: str
) -> None:
    decide(visit, amir, made, decision, "  Pin the image.\r\nThanks.  ")

    assert state(made) == after
    assert Decision.objects.get().comment == "Pin the image.\nThanks."


@pytest.mark.parametrize("decision", ["request-changes", "reject"])
@pytest.mark.parametrize("comment", ["", "  \r\n "])
def test_reason_is_needed_and_what_was_chosen_stays(
    amir: User, made: Submission, visit: Visit, decision: str, comment: str
) -> None:
    page = decide(visit, amir, made, decision, comment)
    shown = page.content.decode()

    assert (page.status_code, state(made)) == (422, "pending")
    assert '<a href="#comment">Say why: sally will read it.</a>' in shown
    assert f'value="{decision}" checked' in shown or f'value="{decision}" id="decision" checked' in shown
    assert 'aria-invalid="true"' in shown


@pytest.mark.parametrize("decision", ["", "maybe", "\x00"])
def test_decision_must_be_chosen_and_the_comment_stays(
    amir: User, made: Submission, visit: Visit, decision: str
) -> None:
    page = decide(visit, amir, made, decision, "Looks <b>good</b>.")

    assert (page.status_code, state(made)) == (422, "pending")
    assert '<a href="#decision">' in page.content.decode()
    assert "Looks &lt;b&gt;good&lt;/b&gt;." in page.content.decode()


@pytest.mark.parametrize("comment", ["x" * 4001, "a\x00b"])
def test_comment_that_cannot_be_kept_is_told(amir: User, made: Submission, visit: Visit, comment: str) -> None:
    page = decide(visit, amir, made, "reject", comment)

    assert (page.status_code, state(made)) == (422, "pending")
    assert 'href="#comment"' in page.content.decode()


def test_what_is_missing_is_no_refused_attempt(amir: User, made: Submission, visit: Visit) -> None:
    decide(visit, amir, made, "reject")

    assert not Event.objects.filter(name=Name.ACCESS_DENIED).exists()


@pytest.mark.parametrize(
    ("who", "sentence"),
    [
        ("sally", "Only approvers decide on requests."),
        ("ada", "Only approvers decide on requests."),
        ("otto", "Only approvers decide on requests."),
    ],
)
def test_others_see_why_not_and_are_refused(
    who: str, sentence: str, made: Submission, request: pytest.FixtureRequest, visit: Visit
) -> None:
    user = request.getfixturevalue(who)
    page = text(visit, user, made)

    assert sentence in page
    assert 'name="decision"' not in page
    assert decide(visit, user, made).status_code == 403
    assert Event.objects.get(name=Name.ACCESS_DENIED).reason == sentence
    assert state(made) == "pending"


def test_nobody_decides_on_the_own_request(db: None, visit: Visit) -> None:
    berta = factories.person("berta", "approver", "data-scientist", "admin")
    made = factories.submission(berta)

    assert "You asked for this SageMaker model, so somebody else decides on it." in text(visit, berta, made)
    assert decide(visit, berta, made).status_code == 403
    assert Event.objects.get(name=Name.ACCESS_DENIED).digest == made.current.digest
    assert not Decision.objects.exists()


def test_other_team_finds_nothing(sven: User, made: Submission, visit: Visit) -> None:
    assert visit(sven).get(f"/approvals/{made.id}/").status_code == 404
    assert decide(visit, sven, made).status_code == 404


def test_decided_request_is_shown_but_not_decided_again(amir: User, made: Submission, visit: Visit) -> None:
    factories.decide(made, amir)

    page = text(visit, factories.approver("berta"), made)
    assert "This submission is “approved”, so that cannot be done any more." in page
    assert 'name="decision"' not in page


@pytest.mark.parametrize(
    "posted",
    [
        {"version": "0"},
        {"version": "7"},
        {"version": ""},
        {"version": "x"},
        {"digest": "0" * 64},
        {"digest": ""},
        {"digest": "\x00"},
    ],
)
def test_decision_on_something_else_gets_409_and_is_not_recorded(
    amir: User, made: Submission, visit: Visit, posted: dict[str, str]
) -> None:
    answer = decide(visit, amir, made, **posted)

    assert (answer.status_code, state(made)) == (409, "pending")
    assert not Decision.objects.exists()
    assert Event.objects.get(name=Name.ACCESS_DENIED).data["code"] == "submission-changed"


def test_decision_without_version_and_digest_gets_409(amir: User, made: Submission, visit: Visit) -> None:
    assert visit(amir).post(f"/approvals/{made.id}/", {"decision": "approve"}).status_code == 409


def test_stale_decision_gives_back_what_was_written(amir: User, made: Submission, visit: Visit) -> None:
    fields = {"decision": "reject", "comment": "<b>Take 1.7</b>", "version": 99, "digest": made.current.digest}
    answer = visit(amir).post(f"/approvals/{made.id}/", fields)

    assert "&lt;b&gt;Take 1.7&lt;/b&gt;" in answer.content.decode()


def test_stale_decision_shows_the_difference_and_who_made_it(
    sally: User, amir: User, made: Submission, visit: Visit
) -> None:
    made.current  # noqa: B018 - the approver opened the page with this revision
    factories.decide(made, factories.approver("berta"), "request-changes", "Isolate it.")
    factories.resubmission(made, sally, EnableNetworkIsolation=True)
    answer = decide(visit, amir, made, version=1)
    page = answer.content.decode()

    assert answer.status_code == 409
    assert "/EnableNetworkIsolation" in page
    assert "<strong>berta</strong> asked for changes" in page
    assert "<strong>sally</strong> resubmitted revision 2" in page
    assert f'href="/approvals/{made.id}/">See how it stands now' in page


def test_second_approver_is_told_who_was_faster(amir: User, made: Submission, visit: Visit) -> None:
    made.current  # noqa: B018 - the approver opened the page with this revision
    factories.decide(made, factories.approver("berta"), comment="Fine by me.")
    page = decide(visit, amir, made, version=1).content.decode()

    assert "<strong>berta</strong> approved" in page
    assert "Fine by me." in page
    assert "The request itself is the same as you saw it." in page
    assert Decision.objects.count() == 1


def test_secrets_are_hidden_in_the_difference_too(sally: User, amir: User, visit: Visit) -> None:
    first = {"Image": factories.IMAGE, "Environment": {"HF_TOKEN": "hf_first_secret"}}
    made = factories.submission(sally, factories.request("churn-2", PrimaryContainer=first))
    made.current  # noqa: B018 - the approver opened the page with this revision
    factories.decide(made, factories.approver("berta"), "request-changes")
    second = {"Image": factories.IMAGE, "Environment": {"HF_TOKEN": "hf_second_secret"}}
    factories.resubmission(made, sally, PrimaryContainer=second)
    page = decide(visit, amir, made, version=1).content.decode()

    assert "_secret" not in page
    assert "HF_TOKEN" in page


def test_page_asks_little_of_the_database(
    sally: User, amir: User, made: Submission, visit: Visit, django_assert_max_num_queries: object
) -> None:
    for name in ("churn-0", "churn-1"):
        factories.created(sally, amir, factories.request(name))
    browser = visit(amir)
    with django_assert_max_num_queries(24):  # type: ignore[operator]
        browser.get(f"/approvals/{made.id}/")


def test_page_is_never_kept(amir: User, made: Submission, visit: Visit) -> None:
    assert "no-store" in visit(amir).get(f"/approvals/{made.id}/")["Cache-Control"]
