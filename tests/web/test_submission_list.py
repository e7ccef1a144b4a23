"""Does the list of submissions show what somebody may see and looks for?"""

from __future__ import annotations

import pytest

from models_ui.accounts.models import User
from tests import factories
from tests.web.conftest import Visit

LIST = "/submissions/"


def test_newcomer_is_told_how_to_begin(sally: User, visit: Visit) -> None:
    page = visit(sally).get(LIST).content.decode()

    assert "Nothing was submitted yet" in page
    assert '<a class="button" href="/drafts/new/">' in page


def test_auditor_of_an_empty_house_is_offered_nothing(otto: User, visit: Visit) -> None:
    page = visit(otto).get(LIST).content.decode()

    assert "Nothing was submitted yet" in page
    assert "/drafts/new/" not in page


def test_row_tells_name_state_target_and_requester(sally: User, visit: Visit) -> None:
    made = factories.submission(sally, factories.request("churn-1"))
    page = visit(sally).get(LIST).content.decode()

    assert f'<a href="/submissions/{made.id}/">churn-1</a>' in page
    assert all(words in page for words in ("Waiting for approval", "sandbox", "123456789012", "us-east-1", "team Risk"))


@pytest.mark.parametrize(("who", "seen"), [("sven", False), ("amir", True), ("ada", True), ("otto", True)])
def test_other_teams_see_nothing_but_other_roles_do(
    who: str,
    seen: bool,  # noqa: FBT001
    sally: User,
    request: pytest.FixtureRequest,
    visit: Visit,
) -> None:
    factories.submission(sally, factories.request("churn-1"))
    page = visit(request.getfixturevalue(who)).get(LIST).content.decode()

    assert ("churn-1" in page) is seen


@pytest.mark.parametrize(
    ("query", "found"), [("q=CHURN", True), ("q=fraud", False), ("state=pending", True), ("state=created", False)]
)
def test_filters_stand_in_the_address(sally: User, visit: Visit, query: str, found: bool) -> None:  # noqa: FBT001
    factories.submission(sally, factories.request("churn-1"))
    page = visit(sally).get(f"{LIST}?{query}").content.decode()

    assert (">churn-1</a>" in page) is found
    assert ("No submission fits" in page) is not found


def test_own_ones_are_found(sally: User, visit: Visit) -> None:
    factories.submission(sally, factories.request("mine-1"))
    factories.submission(factories.scientist("sam"), factories.request("theirs-1"))
    page = visit(sally).get(f"{LIST}?whose=mine").content.decode()

    assert "mine-1" in page
    assert "theirs-1" not in page


@pytest.mark.parametrize("query", ["state=lost", "whose=nobody", "q=%00", "q=" + "x" * 64])
def test_filter_that_makes_no_sense_is_told(sally: User, visit: Visit, query: str) -> None:
    page = visit(sally).get(f"{LIST}?{query}")

    assert page.status_code == 422
    assert "There is a problem" in page.content.decode()


def test_what_was_looked_for_is_text(sally: User, visit: Visit) -> None:
    assert 'value="&quot;&gt;&lt;b&gt;"' in visit(sally).get(f'{LIST}?q="><b>').content.decode()


def test_pages_keep_the_filters(sally: User, visit: Visit) -> None:
    for n in range(51):
        factories.submission(sally, factories.request(f"churn-{n}"))
    browser = visit(sally)
    first = browser.get(f"{LIST}?state=pending").content.decode()

    assert "churn-50<" in first
    assert "churn-0<" not in first
    older = first.split('rel="next"')[0].rsplit('href="', maxsplit=1)[1].split('"')[0].replace("&amp;", "&")
    assert older.startswith("?state=pending&older=")
    assert "churn-0<" in browser.get(LIST + older).content.decode()


@pytest.mark.parametrize("query", ["older=x", "newer=-1", "older=99999999999999999999", "newer=%00"])
def test_place_in_the_pages_that_makes_no_sense_is_passed_over(sally: User, visit: Visit, query: str) -> None:
    assert visit(sally).get(f"{LIST}?{query}").status_code == 200


def test_long_list_needs_no_more_queries(sally: User, visit: Visit, django_assert_max_num_queries: object) -> None:
    for _ in range(20):
        factories.submission(sally)
    browser = visit(sally)
    with django_assert_max_num_queries(7):  # type: ignore[operator]
        browser.get(LIST)


def test_list_cannot_be_posted_to(sally: User, visit: Visit) -> None:
    assert visit(sally).post(LIST).status_code == 405
