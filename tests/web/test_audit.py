"""Does the audit page show everybody what concerns them, and only that?"""

from __future__ import annotations

import csv
import io
import json

import pytest

from models_ui.accounts.models import User
from models_ui.audit.models import Event
from models_ui.audit.vocabulary import Name
from tests import factories
from tests.web.conftest import Visit


@pytest.fixture
def two_teams(sally: User, sven: User) -> None:
    """A request of team risk and one of team search."""
    factories.submission(sally, factories.request("churn-1"))
    factories.submission(sven, factories.request("ranker-1"))


@pytest.mark.usefixtures("two_teams")
def test_scientist_sees_the_own_team(sally: User, visit: Visit) -> None:
    page = visit(sally).get("/audit/").content.decode()

    assert "churn-1" in page
    assert "ranker-1" not in page


@pytest.mark.usefixtures("two_teams")
@pytest.mark.parametrize("who", ["amir", "ada", "otto"])
def test_others_see_all_teams(who: str, request: pytest.FixtureRequest, visit: Visit) -> None:
    page = visit(request.getfixturevalue(who)).get("/audit/").content.decode()

    assert "churn-1" in page
    assert "ranker-1" in page


@pytest.mark.usefixtures("two_teams")
def test_event_of_another_team_is_not_found(sally: User, visit: Visit) -> None:
    event = Event.objects.filter(subject_label="ranker-1").first()
    assert event is not None
    assert visit(sally).get(f"/audit/{event.id}/").status_code == 404


@pytest.mark.usefixtures("two_teams")
def test_event_shows_what_is_stored(otto: User, visit: Visit) -> None:
    event = Event.objects.get(name=Name.SUBMITTED, subject_label="churn-1")
    page = visit(otto).get(f"/audit/{event.id}/").content.decode()

    assert "sally submitted revision 1" in page
    assert event.digest[:4] in page
    assert event.subject_id in page


def test_facts_of_an_event_are_told_as_people_read_them(otto: User, sally: User, visit: Visit) -> None:
    event = Event.objects.get(name=Name.PERSON_CREATED, subject_label="sally")
    page = visit(otto).get(f"/audit/{event.id}/").content.decode()

    assert '<dt>Roles</dt><dd class="value">data-scientist</dd>' in page


@pytest.mark.usefixtures("two_teams")
@pytest.mark.parametrize(
    ("query", "found"), [("q=churn", True), ("q=ranker", False), ("name=submissions.submitted", True)]
)
def test_filters_stand_in_the_address(otto: User, visit: Visit, query: str, found: bool) -> None:  # noqa: FBT001
    page = visit(otto).get(f"/audit/?{query}").content.decode()

    assert (">churn-1</a>" in page) is found


@pytest.mark.parametrize("query", ["since=yesterday", "outcome=maybe", "name=no.such", "actor=nobody", "q=%00"])
def test_filter_that_makes_no_sense_is_told(otto: User, visit: Visit, query: str) -> None:
    page = visit(otto).get(f"/audit/?{query}")

    assert page.status_code == 422
    assert "There is a problem" in page.content.decode()


def test_filter_by_somebody_unknown_is_told_in_our_words(otto: User, visit: Visit) -> None:
    page = visit(otto).get("/audit/?actor=nobody").content.decode()

    assert "Choose from the list" in page
    assert "valid choice" not in page


@pytest.mark.parametrize("query", ["older=x", "older=-1", "newer=99999999999999999999", "older=%00"])
def test_place_in_the_pages_that_makes_no_sense_is_passed_over(otto: User, visit: Visit, query: str) -> None:
    assert visit(otto).get(f"/audit/?{query}").status_code == 200


def test_nothing_that_fits_says_so(otto: User, visit: Visit) -> None:
    page = visit(otto).get("/audit/?q=nothing-like-it").content.decode()

    assert "No event fits" in page


@pytest.mark.usefixtures("two_teams")
def test_long_log_needs_no_more_queries(otto: User, visit: Visit, django_assert_max_num_queries: object) -> None:
    browser = visit(otto)
    for n in range(30):
        factories.draft(User.objects.get(username="sally"), factories.request(f"more-{n}"))
    with django_assert_max_num_queries(10):  # type: ignore[operator]
        browser.get("/audit/")


@pytest.mark.usefixtures("two_teams")
def test_auditor_exports_lines_as_they_are_stored(otto: User, visit: Visit) -> None:
    answer = visit(otto).get("/audit/export.jsonl?name=submissions.submitted")
    lines = [json.loads(line) for line in answer.getvalue().decode().splitlines()]

    assert [line["event"]["subject_label"] for line in lines] == ["churn-1", "ranker-1"]
    assert "attachment" in answer["Content-Disposition"]


@pytest.mark.usefixtures("two_teams")
def test_auditor_exports_a_table(otto: User, visit: Visit) -> None:
    answer = visit(otto).get("/audit/export.csv?q=churn-1")
    rows = list(csv.reader(io.StringIO(answer.getvalue().decode())))

    assert len(rows) >= 2
    assert answer["Content-Type"].startswith("text/csv")


def test_export_is_an_event_with_its_filters(otto: User, visit: Visit) -> None:
    visit(otto).get("/audit/export.csv?q=churn&outcome=&older=3&password=typed-into-the-wrong-field").getvalue()

    event = Event.objects.get(name=Name.AUDIT_EXPORTED)
    assert event.data == {"format": "csv", "filters": "q=churn"}


@pytest.mark.parametrize("kind", ["jsonl", "csv"])
def test_export_with_a_filter_that_makes_no_sense_exports_nothing(otto: User, visit: Visit, kind: str) -> None:
    answer = visit(otto).get(f"/audit/export.{kind}?since=yesterday&older=3")

    assert (answer.status_code, answer["Location"]) == (302, "/audit/?since=yesterday")
    assert not Event.objects.filter(name=Name.AUDIT_EXPORTED).exists()


@pytest.mark.parametrize("path", ["/audit/export.jsonl", "/audit/export.csv"])
@pytest.mark.parametrize("who", ["sally", "amir"])
def test_others_may_not_export_and_are_recorded(
    who: str, path: str, request: pytest.FixtureRequest, visit: Visit
) -> None:
    answer = visit(request.getfixturevalue(who)).get(path)

    assert answer.status_code == 403
    assert Event.objects.get(name=Name.ACCESS_DENIED).actor_label == who
    assert not Event.objects.filter(name=Name.AUDIT_EXPORTED).exists()


@pytest.mark.parametrize("path", ["/audit/", "/audit/export.jsonl"])
def test_log_cannot_be_posted_to(otto: User, visit: Visit, path: str) -> None:
    assert visit(otto).post(path).status_code == 405


def test_draft_is_named_and_linked_for_those_who_may_see_it(sally: User, visit: Visit) -> None:
    draft = factories.draft(sally, factories.request("churn-1"))

    assert f'draft <a href="/drafts/{draft.id}/">churn-1</a>' in visit(sally).get("/audit/").content.decode()


def test_draft_without_a_name_goes_by_its_id(sally: User, visit: Visit) -> None:
    draft = factories.draft(sally, {})

    assert (
        f'draft <a href="/drafts/{draft.id}/">{str(draft.id)[:8]}</a>' in visit(sally).get("/audit/").content.decode()
    )


def test_draft_is_not_linked_for_those_who_may_not_see_it(sally: User, otto: User, visit: Visit) -> None:
    draft = factories.draft(sally, {})
    text = visit(otto).get("/audit/").content.decode()

    assert f"draft {str(draft.id)[:8]}" in text
    assert f"/drafts/{draft.id}/" not in text
