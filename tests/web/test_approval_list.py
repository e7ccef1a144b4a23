"""Does the queue show what waits, what is unusual about it, and who decides?"""

from __future__ import annotations

import pytest

from models_ui.accounts.models import User
from tests import factories
from tests.web.conftest import Visit

QUEUE = "/approvals/"
REGISTRY = "123456789012.dkr.ecr.us-east-1.amazonaws.com"


def test_empty_queue_says_so(amir: User, visit: Visit) -> None:
    page = visit(amir).get(QUEUE).content.decode()

    assert "Nothing waits for a decision" in page
    assert "See decided requests" in page


def test_row_tells_what_who_where_and_what_is_unusual(sally: User, amir: User, visit: Visit) -> None:
    made = factories.submission(
        sally, factories.request("churn-1", PrimaryContainer={"Image": f"{REGISTRY}/churn:latest"})
    )
    page = visit(amir).get(QUEUE).content.decode()

    assert f'<a href="/approvals/{made.id}/">churn-1</a>' in page
    assert all(words in page for words in ("sally, team Risk", "sandbox", "123456789012", "us-east-1"))
    assert all(
        words in page for words in ("Image tag latest", "Role never seen before", "No VPC, network isolation off")
    )
    assert "One request waits for a decision" in page


def test_role_that_was_used_before_is_not_unusual(sally: User, amir: User, visit: Visit) -> None:
    factories.created(sally, amir)
    factories.submission(sally)

    assert "Role never seen before" not in visit(amir).get(QUEUE).content.decode()


def test_several_moving_images_are_told_once(sally: User, amir: User, visit: Visit) -> None:
    containers = [{"Image": f"{REGISTRY}/{name}:latest"} for name in ("a", "b")]
    factories.submission(sally, factories.request("churn-1", PrimaryContainer=None, Containers=containers))

    assert visit(amir).get(QUEUE).content.decode().count("Image tag latest") == 1


def test_own_request_is_explained_not_hidden(amir: User, visit: Visit) -> None:
    berta = factories.person("berta", "approver", "data-scientist")
    factories.submission(berta, factories.request("mine-1"))
    page = visit(berta).get(QUEUE).content.decode()

    assert "mine-1" in page
    assert "You asked for this SageMaker model, so somebody else decides on it." in page
    assert "You may decide 0 of 1" in page


def test_request_waits_only_while_it_is_pending(sally: User, amir: User, visit: Visit) -> None:
    factories.decide(factories.submission(sally, factories.request("churn-1")), amir)

    assert "churn-1" not in visit(amir).get(QUEUE).content.decode()


def test_oldest_comes_first(sally: User, amir: User, visit: Visit) -> None:
    for name in ("first-1", "second-1"):
        factories.submission(sally, factories.request(name))
    page = visit(amir).get(QUEUE).content.decode()

    assert page.index("first-1") < page.index("second-1")


def test_scientist_sees_the_own_teams_queue_and_why_not_to_decide(sally: User, sven: User, visit: Visit) -> None:
    factories.submission(sally, factories.request("churn-1"))

    assert "Only approvers decide on requests." in visit(sally).get(QUEUE).content.decode()
    assert "churn-1" not in visit(sven).get(QUEUE).content.decode()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=CHURN", ["churn-1"]),
        ("team=search", ["ranker-1"]),
        ("connection=sandbox", ["churn-1", "ranker-1"]),
        ("connection=sandbox-eu", []),
        ("show=mine", ["churn-1", "ranker-1"]),
        ("q=churn&team=search", []),
    ],
)
def test_filters_stand_in_the_address(
    sally: User, sven: User, amir: User, visit: Visit, query: str, found: list[str]
) -> None:
    factories.connection("sandbox-eu", region="eu-west-1")
    factories.submission(sally, factories.request("churn-1"))
    factories.submission(sven, factories.request("ranker-1"))
    page = visit(amir).get(f"{QUEUE}?{query}").content.decode()

    assert [name for name in ("churn-1", "ranker-1") if f">{name}</a>" in page] == found
    assert ("No request fits" in page) is (not found)


def test_what_somebody_else_decides_can_be_filtered_out(db: None, visit: Visit) -> None:
    berta = factories.person("berta", "approver", "data-scientist")
    factories.submission(berta, factories.request("mine-1"))

    assert "mine-1" not in visit(berta).get(f"{QUEUE}?show=mine").content.decode()


@pytest.mark.parametrize("query", ["team=nobody", "connection=nowhere", "show=all", "q=%00"])
def test_filter_that_makes_no_sense_is_told(amir: User, visit: Visit, query: str) -> None:
    assert visit(amir).get(f"{QUEUE}?{query}").status_code == 422


def test_long_queue_needs_no_more_queries(
    sally: User, amir: User, visit: Visit, django_assert_max_num_queries: object
) -> None:
    factories.created(sally, amir)
    for _ in range(20):
        factories.submission(sally)
    browser = visit(amir)
    with django_assert_max_num_queries(14):  # type: ignore[operator]
        browser.get(QUEUE)


def test_queue_cannot_be_posted_to(amir: User, visit: Visit) -> None:
    assert visit(amir).post(QUEUE).status_code == 405
