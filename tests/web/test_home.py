"""Does everybody see first what needs them?"""

from __future__ import annotations

import pytest

from models_ui.accounts.models import User
from tests import factories
from tests.web.conftest import Visit


def test_newcomer_is_told_how_to_begin(sally: User, visit: Visit) -> None:
    page = visit(sally).get("/").content.decode()

    assert "Nothing needs you now" in page
    assert "You have not asked for a SageMaker model yet" in page


def test_requester_sees_what_an_approver_asked_for(sally: User, amir: User, visit: Visit) -> None:
    made = factories.submission(sally, factories.request("churn-1"))
    factories.decide(made, amir, "request-changes", "Pin the image.")
    page = visit(sally).get("/").content.decode()

    assert "One thing needs you" in page
    assert "amir asked for a change: “Pin the image.”" in page


def test_requester_sees_why_it_failed(sally: User, amir: User, visit: Visit) -> None:
    made = factories.decide(factories.submission(sally), amir)
    failure: dict[str, object] = {
        "code": "x",
        "title": "The name is taken",
        "message": "",
        "next_steps": [],
        "pointer": None,
    }
    factories.worked(made, "queue", "call", "fail", failure=failure)

    assert "The name is taken" in visit(sally).get("/").content.decode()


def test_approver_sees_what_to_decide(sally: User, amir: User, visit: Visit) -> None:
    made = factories.submission(sally, factories.request("churn-1"))
    page = visit(amir).get("/").content.decode()

    assert "sally of Risk asks for it" in page
    assert f"/approvals/{made.id}/" in page


def test_approver_is_not_asked_to_decide_on_own_requests(visit: Visit, db: None) -> None:
    berta = factories.person("berta", "approver", "data-scientist")
    factories.submission(berta)

    assert "Nothing needs you now" in visit(berta).get("/").content.decode()


@pytest.mark.parametrize("who", ["ada", "sally"])
def test_admin_and_requester_see_what_needs_attention(
    who: str, sally: User, amir: User, request: pytest.FixtureRequest, visit: Visit
) -> None:
    made = factories.decide(factories.submission(sally), amir)
    factories.worked(made, "queue", "call", "lose", "give-up")

    assert "could not find out" in visit(request.getfixturevalue(who)).get("/").content.decode()


def test_other_teams_do_not_show(sally: User, sven: User, amir: User, visit: Visit) -> None:
    factories.created(sven, amir, factories.request("ranker-1"))

    assert "ranker-1" not in visit(sally).get("/").content.decode()


def test_created_models_of_the_team_show_what_runs(sally: User, amir: User, visit: Visit) -> None:
    factories.created(sally, amir, factories.request("churn-1"))
    page = visit(sally).get("/").content.decode()

    assert "Created lately" in page
    assert "churn-post:1.4.2" in page


@pytest.mark.parametrize("who", ["sally", "amir"])
def test_more_submissions_need_no_more_queries(
    who: str,
    sally: User,
    amir: User,
    request: pytest.FixtureRequest,
    visit: Visit,
    django_assert_max_num_queries: object,
) -> None:
    for _ in range(4):
        factories.submission(sally)
        factories.decide(factories.submission(sally), amir, "request-changes")
        factories.created(sally, amir)
    browser = visit(request.getfixturevalue(who))
    with django_assert_max_num_queries(20):  # type: ignore[operator]
        browser.get("/")


def test_bar_shows_what_the_roles_allow(sally: User, amir: User, ada: User, visit: Visit) -> None:
    bars = {user.username: visit(user).get("/").content.decode() for user in (sally, amir, ada)}

    assert "/drafts/new/" in bars["sally"]
    assert "/approvals/" not in bars["sally"]
    assert 'href="/approvals/"' in bars["amir"]
    assert 'href="/connections/"' in bars["ada"]


def test_bar_counts_what_waits(sally: User, amir: User, visit: Visit) -> None:
    factories.submission(sally)

    assert (
        '<span class="count">1<span class="hidden-text"> waiting</span></span>' in visit(amir).get("/").content.decode()
    )


def test_only_connection_is_chosen_already_and_of_several_none(sally: User, visit: Visit) -> None:
    first = factories.connection()
    assert f'<option value="{first.id}" selected>sandbox</option>' in visit(sally).get("/").content.decode()
    factories.connection("elsewhere")
    assert " selected>" not in visit(sally).get("/").content.decode()
