"""Can everybody do what they may with a submission, and is everybody else told why not?"""

from __future__ import annotations

from typing import Any

import pytest

from models_ui.accounts.models import User
from models_ui.audit.models import Event
from models_ui.audit.vocabulary import Name
from models_ui.drafts.models import Draft
from models_ui.outbox.models import Entry
from models_ui.submissions.models import Submission
from tests import factories
from tests.web.conftest import Visit

ACTS = ("withdraw", "take-back", "edit", "retry", "reconcile")


@pytest.fixture
def waiting(sally: User) -> Submission:
    """A request of sally that waits for approval."""
    return factories.submission(sally, factories.request("churn-1"))


@pytest.fixture
def failed(waiting: Submission, amir: User) -> Submission:
    """The same after AWS said no."""
    return factories.worked(factories.decide(waiting, amir), "queue", "call", "fail")


@pytest.fixture
def stuck(waiting: Submission, amir: User) -> Submission:
    """The same when nobody knows what became of it."""
    factories.attempt(waiting, outcome="unknown")
    return factories.worked(factories.decide(waiting, amir), "queue", "call", "lose", "give-up")


def act(visit: Visit, user: User, made: Submission, name: str, version: object = None) -> Any:
    """Press a button that the page showed at the submission's present version."""
    version = made.version if version is None else version
    return visit(user).post(f"/submissions/{made.id}/{name}/", {"version": version})


def state(made: Submission) -> str:
    """Return the state as it is stored."""
    return Submission.objects.get(id=made.id).state


def test_requester_withdraws(sally: User, waiting: Submission, visit: Visit) -> None:
    answer = act(visit, sally, waiting, "withdraw")

    assert answer["Location"] == f"/submissions/{waiting.id}/"
    assert state(waiting) == "withdrawn"


def test_requester_takes_back_and_edits(sally: User, waiting: Submission, visit: Visit) -> None:
    answer = act(visit, sally, waiting, "take-back")

    assert answer["Location"] == f"/drafts/{waiting.id}/"
    assert state(waiting) == "changes_requested"
    assert not Draft.objects.get(id=waiting.id).locked


def test_requester_edits_what_failed(sally: User, failed: Submission, visit: Visit) -> None:
    assert act(visit, sally, failed, "edit")["Location"] == f"/drafts/{failed.id}/"
    assert state(failed) == "changes_requested"


def test_requester_sends_again_what_failed(sally: User, failed: Submission, visit: Visit) -> None:
    act(visit, sally, failed, "retry")

    assert state(failed) == "queued"
    assert Entry.objects.filter(topic="create-model", key=str(failed.id), done_at__isnull=True).exists()


def test_admin_lets_aws_be_asked_again(ada: User, stuck: Submission, visit: Visit) -> None:
    browser = visit(ada)
    page = browser.post(f"/submissions/{stuck.id}/reconcile/", {"version": stuck.version}, follow=True).content.decode()

    assert "<strong>ada</strong> let AWS be asked again" in page
    assert Entry.objects.filter(topic="reconcile", key=str(stuck.id), done_at__isnull=True).exists()
    assert Event.objects.get(name=Name.RECONCILE_ASKED).actor_label == "ada"


def test_page_says_what_was_done(sally: User, waiting: Submission, visit: Visit) -> None:
    page = visit(sally).post(f"/submissions/{waiting.id}/withdraw/", {"version": 1}, follow=True).content.decode()

    assert "Withdrawn. Nobody can decide on it any more." in page


@pytest.mark.parametrize(
    ("who", "name", "sentence"),
    [
        ("sam", "withdraw", "Only sally, who asked for it, can do that."),
        ("sam", "take-back", "Only sally, who asked for it, can do that."),
        ("amir", "withdraw", "Only sally, who asked for it, can do that."),
        ("ada", "take-back", "Only sally, who asked for it, can do that."),
        ("otto", "withdraw", "Only sally, who asked for it, can do that."),
        ("sally", "reconcile", "Only an admin can let AWS be asked again."),
        ("sally", "retry", "This submission is “waiting for approval”, so that cannot be done any more."),
        ("sally", "edit", "This submission is “waiting for approval”, so that cannot be done any more."),
    ],
)
def test_others_are_refused_with_the_reason_and_recorded(
    who: str, name: str, sentence: str, waiting: Submission, request: pytest.FixtureRequest, visit: Visit
) -> None:
    user = factories.scientist("sam") if who == "sam" else request.getfixturevalue(who)
    answer = act(visit, user, waiting, name)
    event = Event.objects.get(name=Name.ACCESS_DENIED)

    assert (answer.status_code, state(waiting)) == (403, "pending")
    assert (event.actor_label, event.subject_id) == (who, str(waiting.id))
    assert event.reason == sentence


@pytest.mark.parametrize("name", ACTS)
def test_other_team_finds_nothing_and_is_recorded(sven: User, waiting: Submission, visit: Visit, name: str) -> None:
    assert act(visit, sven, waiting, name).status_code == 404
    assert state(waiting) == "pending"
    assert Event.objects.get(name=Name.ACCESS_DENIED).actor_label == "sven"


@pytest.mark.parametrize("name", ACTS)
def test_link_does_nothing(sally: User, waiting: Submission, visit: Visit, name: str) -> None:
    assert visit(sally).get(f"/submissions/{waiting.id}/{name}/").status_code == 405


@pytest.mark.parametrize("version", ["0", "2", "", "x", "-1", "99999999999999999999", "²"])
def test_version_that_is_not_the_current_one_gets_409(
    sally: User, waiting: Submission, visit: Visit, version: str
) -> None:
    answer = act(visit, sally, waiting, "withdraw", version)

    assert (answer.status_code, state(waiting)) == (409, "pending")
    assert Event.objects.get(name=Name.ACCESS_DENIED).data["code"] == "submission-changed"


def test_stale_page_tells_what_happened_since(sally: User, amir: User, waiting: Submission, visit: Visit) -> None:
    factories.decide(waiting, amir, "request-changes", "Pin the image.")
    page = act(visit, sally, waiting, "withdraw", 1).content.decode()

    assert "It changed since you opened it" in page
    assert "<strong>amir</strong> asked for changes" in page
    assert "Pin the image." in page
    assert f'href="/submissions/{waiting.id}/">See how it stands now' in page


def buttons(visit: Visit, user: User, made: Submission) -> str:
    """Return the part of the page with the buttons."""
    page = visit(user).get(f"/submissions/{made.id}/").content.decode()
    return page.split('<div class="acts no-print">')[1].split("</section>")[0] if "acts no-print" in page else ""


def test_requester_of_what_waits_may_take_back_and_withdraw(sally: User, waiting: Submission, visit: Visit) -> None:
    shown = buttons(visit, sally, waiting)

    assert all(f"/submissions/{waiting.id}/{name}/" in shown for name in ("take-back", "withdraw"))
    assert "aria-disabled" not in shown


def test_withdrawal_asks_first(sally: User, waiting: Submission, visit: Visit) -> None:
    shown = buttons(visit, sally, waiting)

    assert "Withdraw churn-1?" in shown
    assert 'role="dialog"' in shown


def test_colleague_is_told_why_not(waiting: Submission, visit: Visit) -> None:
    shown = buttons(visit, factories.scientist("sam"), waiting)

    assert 'aria-disabled="true"' in shown
    assert "Only sally, who asked for it, can do that." in shown
    assert "<form" not in shown


def test_requester_of_what_failed_may_edit_send_again_or_withdraw(
    sally: User, failed: Submission, visit: Visit
) -> None:
    shown = buttons(visit, sally, failed)

    assert all(words in shown for words in ("Edit and resubmit", "Send again as approved", "Withdraw"))


def test_lapsed_approval_is_why_it_cannot_be_sent_again(
    sally: User, amir: User, failed: Submission, visit: Visit
) -> None:
    User.objects.filter(pk=amir.pk).update(is_active=False)

    assert "No approval of exactly this request stands any more" in buttons(visit, sally, failed)


def test_requester_of_what_is_stuck_is_told_who_can_help(sally: User, stuck: Submission, visit: Visit) -> None:
    assert "Only an admin can let AWS be asked again." in buttons(visit, sally, stuck)


def test_team_may_edit_what_was_sent_back_and_others_are_not_led_there(
    sally: User, amir: User, waiting: Submission, visit: Visit
) -> None:
    factories.decide(waiting, amir, "request-changes")
    stranger = factories.person("berta", "approver", "data-scientist", teams=("search",))

    assert f'href="/drafts/{waiting.id}/"' in buttons(visit, factories.scientist("sam"), waiting)
    assert f'href="/drafts/{waiting.id}/"' not in buttons(visit, stranger, waiting)


def test_approver_is_led_to_the_decision(amir: User, waiting: Submission, visit: Visit) -> None:
    assert f'href="/approvals/{waiting.id}/"' in buttons(visit, amir, waiting)


def test_requester_who_is_an_approver_too_is_told_why_not(db: None, visit: Visit) -> None:
    berta = factories.person("berta", "approver", "data-scientist")
    made = factories.submission(berta)

    assert "You asked for this SageMaker model, so somebody else decides on it." in buttons(visit, berta, made)


def test_nothing_is_left_to_do_with_what_was_created(sally: User, amir: User, visit: Visit) -> None:
    assert buttons(visit, sally, factories.created(sally, amir)) == ""
