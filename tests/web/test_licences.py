"""Does the licence of a model count only where a person accepts it, for exactly this request, and can all see it?"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

import pytest
from django.test import Client

from models_ui.accounts.models import User
from models_ui.audit.models import Event
from models_ui.drafts import operations as drafts
from models_ui.drafts.models import Draft
from models_ui.submissions.models import Submission
from tests import factories
from tests.factories import NOW
from tests.web.conftest import Visit

pytestmark = pytest.mark.django_db

URI, OTHER = "s3://jumpstart-cache-prod-us-east-1/meta/llama-2/", "s3://jumpstart-cache-prod-us-east-1/meta/llama-3/"
POINTER = "/PrimaryContainer/ModelDataSource/S3DataSource"
SECOND = "/PrimaryContainer/AdditionalModelDataSources/0/S3DataSource"


def source(uri: str = URI) -> dict[str, Any]:
    """Return a source whose licence the request accepts."""
    folder = {"S3Uri": uri, "S3DataType": "S3Prefix", "CompressionType": "None"}
    return {"S3DataSource": {**folder, "ModelAccessConfig": {"AcceptEula": True}}}


def gated(uri: str = URI, *more: str) -> dict[str, Any]:
    """Return a request with a gated source, and one channel for each further location."""
    added = [{"ChannelName": f"c{number}", **source(other)} for number, other in enumerate(more)]
    container = {"Image": factories.IMAGE, "ModelDataSource": source(uri)}
    return factories.request(PrimaryContainer={**container, **({"AdditionalModelDataSources": added} if added else {})})


def submit(client: Client, draft: Draft, *confirmed: str, version: int | None = None, why: str = "Needed.") -> Any:
    """Press the button of the submit form."""
    post = {"version": version or draft.version, "justification": why, "eula": confirmed}
    return client.post(f"/drafts/{draft.id}/review/", post)


def boxes(text: str) -> list[str]:
    """Return the boxes of a page, each whole."""
    return re.findall(r'<input type="checkbox"[^>]*>', text)


def ticked(text: str) -> list[bool]:
    """Return which boxes of a page are ticked."""
    return ["checked" in box for box in boxes(text)]


@pytest.fixture
def sally(client: Client) -> User:
    sally = factories.scientist()
    client.force_login(sally)
    return sally


def test_every_source_has_a_box_of_its_own_that_nobody_ticked(client: Client, sally: User) -> None:
    draft = factories.draft(sally, gated(URI, OTHER))
    text = client.get(f"/drafts/{draft.id}/review/").content.decode()

    assert re.findall(r'name="eula" value="([^"]*)"', text) == [POINTER, SECOND]
    assert ticked(text) == [False, False]
    assert all("required" in box and 'autocomplete="off"' in box for box in boxes(text))
    assert text.count("I have read the licence of the model at") == 2
    assert "Your name, the time and this location are recorded." in text


@pytest.mark.parametrize("accept", [False, None, "true", 1])
def test_what_accepts_nothing_has_no_box(client: Client, sally: User, accept: Any) -> None:
    document = gated()
    document["PrimaryContainer"]["ModelDataSource"]["S3DataSource"]["ModelAccessConfig"] = {"AcceptEula": accept}
    draft = factories.draft(sally, document)

    assert boxes(client.get(f"/drafts/{draft.id}/review/").content.decode()) == []


def test_imported_acceptance_stays_in_the_document_and_counts_for_nothing(client: Client, sally: User) -> None:
    document = gated()
    where = client.post("/drafts/import/", {"document": json.dumps(document), "connection": ""}).headers["Location"]
    drafts.save(
        draft_id=(draft := Draft.objects.get()).id,
        document=document,
        version=1,
        by=sally,
        at=NOW,
        connection=factories.connection(),
    )

    assert Draft.objects.get().document == document
    assert ticked(client.get(where).content.decode()) == [False]
    assert submit(client, draft, version=2).status_code == 422
    assert not Submission.objects.exists()


@pytest.mark.parametrize("confirmed", [(), (SECOND,), ("",), ("on",), (URI,), (POINTER + "/",), (POINTER.lower(),)])
def test_nothing_but_the_pointer_of_the_source_confirms_it(
    client: Client, sally: User, confirmed: Sequence[str]
) -> None:
    response = submit(client, factories.draft(sally, gated()), *confirmed)

    assert response.status_code == 422
    assert f"Read the licence of {URI} and confirm that you accept it." in response.content.decode()
    assert not Event.objects.filter(name="submissions.eula_accepted").exists()


def test_refusal_leads_to_the_box_that_is_open_and_keeps_the_others(client: Client, sally: User) -> None:
    draft = factories.draft(sally, gated(URI, OTHER))
    text = submit(client, draft, POINTER).content.decode()

    assert ticked(text) == [True, False]
    assert [box for box in boxes(text) if 'id="eula"' in box] == [boxes(text)[1]]
    assert 'aria-describedby="eula-error"' in boxes(text)[1]
    assert f'<a href="#eula">Read the licence of {OTHER}' in text


def test_box_stays_ticked_where_something_else_is_missing(client: Client, sally: User) -> None:
    assert ticked(submit(client, factories.draft(sally, gated()), POINTER, why="").content.decode()) == [True]


def test_box_is_not_ticked_for_a_location_that_somebody_else_put_there(client: Client, sally: User) -> None:
    draft = factories.draft(sally, gated())
    drafts.save(draft_id=draft.id, document=gated(OTHER), version=1, by=factories.scientist("tom"), at=NOW)
    response = submit(client, draft, POINTER, version=1)

    assert response.status_code == 409
    assert ticked(response.content.decode()) == [False]
    assert OTHER in response.content.decode()
    assert not Submission.objects.exists()


def test_fix_of_a_finding_unticks_nothing_that_was_not_confirmed(client: Client, sally: User) -> None:
    draft = factories.draft(sally, gated("s3://acme-models/llama"))
    client.post(f"/drafts/{draft.id}/review/", {"version": 1, "action": f"fix:{POINTER}/S3Uri", "eula": [POINTER]})

    assert ticked(client.get(f"/drafts/{draft.id}/review/").content.decode()) == [False]


def test_statement_is_kept_with_person_time_location_and_digest(client: Client, sally: User) -> None:
    submit(client, factories.draft(sally, gated(URI, OTHER)), POINTER, SECOND)
    revision = Submission.objects.get().current

    assert revision.eula == [{"pointer": POINTER, "uri": URI}, {"pointer": SECOND, "uri": OTHER}]
    events = Event.objects.filter(name="submissions.eula_accepted").order_by("id")
    assert [event.data["uri"] for event in events] == [URI, OTHER]
    assert {(event.actor_label, event.digest, event.data["revision"]) for event in events} == {
        ("sally", revision.digest, 1)
    }
    assert {event.at for event in events} == {revision.submitted_at}


def test_resubmission_needs_every_licence_anew(client: Client, sally: User) -> None:
    made = factories.submission(sally, gated())
    factories.decide(made, factories.approver(), "request-changes", "Add a tag.")
    draft = Draft.objects.get(id=made.id)

    assert ticked(client.get(f"/drafts/{draft.id}/review/").content.decode()) == [False]
    assert submit(client, draft).status_code == 422
    assert Submission.objects.get().revision == 1
    assert submit(client, draft, POINTER).status_code == 302
    events = Event.objects.filter(name="submissions.eula_accepted").order_by("id")
    assert [event.data["revision"] for event in events] == [1, 2]


def test_earlier_statement_stays_with_the_revision_that_it_was_made_for(client: Client, sally: User) -> None:
    made = factories.submission(sally, gated())
    factories.decide(made, factories.approver(), "request-changes", "Use the newer one.")
    factories.resubmission(Submission.objects.get(), sally, PrimaryContainer=gated(OTHER)["PrimaryContainer"])

    assert [[each["uri"] for each in one.eula] for one in made.revisions.order_by("n")] == [[URI], [OTHER]]


def test_colleague_who_submits_is_the_one_who_accepted(visit: Visit, sally: User) -> None:
    draft, tom = factories.draft(sally, gated()), factories.scientist("tom")
    assert submit(visit(tom), draft, POINTER).status_code == 302

    assert Event.objects.get(name="submissions.eula_accepted").actor_label == "tom"


@pytest.mark.parametrize("who", ["approver", "auditor", "scientist"])
def test_who_accepted_what_and_when_is_on_the_page_of_the_submission(visit: Visit, sally: User, who: str) -> None:
    made = factories.submission(sally, gated())
    reader = sally if who == "scientist" else getattr(factories, who)()
    page = visit(reader).get(f"/submissions/{made.id}/").content.decode()
    told = page.partition("Licence accepted")[2].partition("</div>")[0]

    assert URI in told
    assert POINTER in told
    assert "by sally" in told
    assert f'datetime="{NOW.isoformat()[:16]}' in told
    assert f"accepted the licence of the model at {URI}" in page


def test_approver_reads_it_where_they_decide(visit: Visit, sally: User) -> None:
    made = factories.submission(sally, gated())
    page = visit(factories.approver()).get(f"/approvals/{made.id}/").content.decode()

    assert "Gated model, EULA accepted by sally" in page
    assert "Licence accepted" in page


def test_auditor_reads_it_in_the_log(visit: Visit, sally: User) -> None:
    factories.submission(sally, gated())
    event = Event.objects.get(name="submissions.eula_accepted")
    client = visit(factories.auditor())
    page = client.get(f"/audit/{event.id}/").content.decode()

    assert f"sally accepted the licence of the model at {URI}" in page
    assert POINTER in page
    assert "submissions.eula_accepted" in client.get("/audit/").content.decode()
    assert URI in b"".join(client.get("/audit/export.jsonl").streaming_content).decode()  # type: ignore[attr-defined]
