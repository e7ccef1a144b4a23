"""How does a draft begin as a copy of what there is?"""

from __future__ import annotations

import pytest
from django.test import Client

from models_ui.accounts.models import User
from models_ui.audit.models import Event
from models_ui.contract.json_types import Document
from models_ui.drafts.models import Draft
from models_ui.submissions.models import Submission
from tests import factories
from tests.factories import IMAGE
from tests.web.conftest import Visit

pytestmark = pytest.mark.django_db

TOKEN = "hf_" + "a" * 34


def with_token() -> Document:
    """Return a request with a secret."""
    return factories.request("churn-7", PrimaryContainer={"Image": IMAGE, "Environment": {"HF_TOKEN": TOKEN}})


def clone_of(made: Submission) -> Draft:
    """Return the draft that was cloned from a submission."""
    return Draft.objects.get(source_id=made.id)


def page(client: Client, made: Submission) -> str:
    return client.get(f"/submissions/{made.id}/").content.decode()


def test_clone_leads_to_its_name_and_back_to_the_review(visit: Visit, sally: User) -> None:
    made = factories.submission(sally)
    response = visit(sally).post(f"/submissions/{made.id}/clone/")
    assert response.status_code == 302
    assert response.headers["Location"] == f"/drafts/{clone_of(made).id}/basics/?return=review#ModelName"


def test_page_of_a_submission_has_the_button(visit: Visit, sally: User) -> None:
    made = factories.submission(sally)
    assert f'action="/submissions/{made.id}/clone/"' in page(visit(sally), made)


@pytest.mark.parametrize("state", ["pending", "created", "failed", "withdrawn", "rejected", "needs_attention"])
def test_submission_in_any_state_can_be_cloned(visit: Visit, sally: User, state: str) -> None:
    made = factories.in_state(factories.submission(sally), state)
    assert visit(sally).post(f"/submissions/{made.id}/clone/").status_code == 302
    assert clone_of(made).document["ModelName"] == made.model_name


def test_clone_by_somebody_else_says_which_keys_were_left_out_and_no_value(visit: Visit, sally: User) -> None:
    made = factories.submission(sally, with_token())
    tom = factories.scientist("tom")
    text = visit(tom).post(f"/submissions/{made.id}/clone/", follow=True).content.decode()
    assert "Secrets did not come along: HF_TOKEN." in text
    assert TOKEN not in text


def test_person_with_several_teams_chooses_one(visit: Visit) -> None:
    both = factories.scientist("bella", teams=("risk", "search"))
    made = factories.submission(both)
    client = visit(both)
    assert '<option value="search">Search</option>' in page(client, made)
    client.post(f"/submissions/{made.id}/clone/", {"team": "search"})
    assert clone_of(made).team.slug == "search"


@pytest.mark.parametrize("team", ["search", "none", "\0"])
def test_team_of_others_cannot_be_chosen(visit: Visit, sally: User, team: str) -> None:
    factories.team("search")
    made = factories.submission(sally)
    assert visit(sally).post(f"/submissions/{made.id}/clone/", {"team": team}).status_code == 403
    assert Draft.objects.count() == 1


def test_submission_of_another_team_is_not_there_to_be_cloned(visit: Visit, sally: User, sven: User) -> None:
    made = factories.submission(sally)
    assert visit(sven).post(f"/submissions/{made.id}/clone/").status_code == 404
    assert Event.objects.filter(name="access.denied").count() == 1


def test_approver_sees_no_button_and_is_refused(visit: Visit, sally: User, amir: User) -> None:
    made = factories.submission(sally)
    client = visit(amir)
    assert "/clone/" not in page(client, made)
    assert client.post(f"/submissions/{made.id}/clone/").status_code == 403


def test_data_scientist_without_a_team_sees_why_not(visit: Visit, sally: User) -> None:
    made = factories.submission(sally)
    lonely = factories.person("lon", "data-scientist", "approver", teams=())
    text = page(visit(lonely), made)
    assert "You belong to no team yet." in text
    assert "/clone/" not in text


def test_cloning_by_following_a_link_does_nothing(visit: Visit, sally: User) -> None:
    made = factories.submission(sally)
    assert visit(sally).get(f"/submissions/{made.id}/clone/").status_code == 405


def test_licence_in_a_clone_is_confirmed_anew(visit: Visit, sally: User) -> None:
    source: Document = {
        "S3DataSource": {
            "S3Uri": "s3://acme-models/llama/",
            "S3DataType": "S3Prefix",
            "CompressionType": "None",
            "ModelAccessConfig": {"AcceptEula": True},
        }
    }
    made = factories.submission(sally, factories.request(PrimaryContainer={"Image": IMAGE, "ModelDataSource": source}))
    client = visit(sally)
    client.post(f"/submissions/{made.id}/clone/")
    text = client.get(f"/drafts/{clone_of(made).id}/review/").content.decode()
    assert 'name="eula" value="/PrimaryContainer/ModelDataSource/S3DataSource" required' in text


def test_review_of_a_clone_tells_it_from_its_source_without_secrets(visit: Visit, sally: User) -> None:
    made = factories.submission(sally, with_token())
    tom = factories.scientist("tom")
    client = visit(tom)
    client.post(f"/submissions/{made.id}/clone/")
    text = client.get(f"/drafts/{clone_of(made).id}/review/").content.decode()
    assert f'Against <a href="/submissions/{made.id}/">submission {made.number}</a>' in text
    assert '<span class="pointer">/PrimaryContainer/Environment/HF_TOKEN</span>' in text
    assert "<del>(hidden)</del>" in text
    assert TOKEN not in text


def test_warning_of_what_was_left_out_leads_to_where_it_is_entered(visit: Visit, sally: User) -> None:
    made = factories.submission(sally, with_token())
    client = visit(factories.scientist("tom"))
    client.post(f"/submissions/{made.id}/clone/")
    address = f"/drafts/{clone_of(made).id}"
    assert (
        f'href="{address}/container/?return=review#PrimaryContainer.Environment"'
        in client.get(f"{address}/review/").content.decode()
    )
    assert "HF_TOKEN was left out of this copy" in client.get(f"{address}/container/").content.decode()


def test_review_of_a_clone_that_was_not_changed_says_so(visit: Visit, sally: User) -> None:
    made = factories.submission(sally)
    client = visit(sally)
    client.post(f"/submissions/{made.id}/clone/")
    text = client.get(f"/drafts/{clone_of(made).id}/review/").content.decode()
    assert "The request is the same." in text


def test_copy_of_a_draft_leads_to_its_name(visit: Visit, sally: User) -> None:
    draft = factories.draft(sally)
    response = visit(sally).post(f"/drafts/{draft.id}/copy/")
    copy = Draft.objects.get(source_id=draft.id)
    assert response.headers["Location"] == f"/drafts/{copy.id}/basics/?return=review#ModelName"


def test_review_of_a_copied_draft_compares_with_nothing(visit: Visit, sally: User) -> None:
    draft = factories.draft(sally)
    client = visit(sally)
    client.post(f"/drafts/{draft.id}/copy/")
    copy = Draft.objects.get(source_id=draft.id)
    assert "Against " not in client.get(f"/drafts/{copy.id}/review/").content.decode()


def test_draft_of_another_team_is_not_there_to_be_copied(visit: Visit, sally: User, sven: User) -> None:
    draft = factories.draft(sally)
    assert visit(sven).post(f"/drafts/{draft.id}/copy/").status_code == 404
