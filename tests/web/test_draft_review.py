"""What is looked at before a request is submitted, and how is it submitted?"""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from models_ui.audit.models import Event
from models_ui.drafts import operations
from models_ui.drafts.models import Draft
from models_ui.submissions.models import Submission
from tests import factories

pytestmark = pytest.mark.django_db

URI = "s3://jumpstart-cache-prod-us-east-1/meta/llama-2/"
GATED: dict[str, Any] = {
    "Image": factories.IMAGE,
    "ModelDataSource": {
        "S3DataSource": {
            "S3Uri": URI,
            "S3DataType": "S3Prefix",
            "CompressionType": "None",
            "ModelAccessConfig": {"AcceptEula": True},
        }
    },
}
POINTER = "/PrimaryContainer/ModelDataSource/S3DataSource"


def begun(client: Client, document: dict[str, Any] | None = None) -> Draft:
    sally = factories.scientist()
    client.force_login(sally)
    return factories.draft(sally, document)


def shown(client: Client, draft: Draft) -> str:
    return client.get(f"/drafts/{draft.id}/review/").content.decode()


def submit(client: Client, draft: Draft, **post: Any) -> Any:
    values = {"version": draft.version, "justification": "Weekly retraining.", **post}
    return client.post(f"/drafts/{draft.id}/review/", values)


def test_page_shows_what_will_be_sent_with_our_tag(client: Client) -> None:
    draft = begun(client)
    text = shown(client, draft)
    assert "models-ui:submission" in text
    assert f"{draft.id}.1" in text


def test_every_section_leads_to_its_screen_and_back(client: Client) -> None:
    draft = begun(client)
    assert f'href="/drafts/{draft.id}/container/?return=review"' in shown(client, draft)


def test_finding_leads_to_its_control(client: Client) -> None:
    draft = begun(client, factories.request("bad_name"))
    assert f'href="/drafts/{draft.id}/basics/?return=review#ModelName"' in shown(client, draft)


def test_page_says_how_the_request_stands(client: Client) -> None:
    assert "No errors. You can submit." in shown(client, begun(client))


def test_page_names_who_can_approve(client: Client) -> None:
    factories.approver("amir")
    factories.approver("bea")
    assert "amir or bea can approve it." in shown(client, begun(client))


def test_page_says_when_nobody_can_approve(client: Client) -> None:
    assert "Nobody can approve it" in shown(client, begun(client))


def test_submitting_leads_to_the_submission(client: Client) -> None:
    draft = begun(client)
    assert submit(client, draft).headers["Location"] == f"/submissions/{draft.id}/"
    assert Submission.objects.get().current.justification == "Weekly retraining."


def test_ends_of_lines_are_as_they_were_typed(client: Client) -> None:
    submit(client, begun(client), justification="First.\r\nSecond.\0")
    assert Submission.objects.get().current.justification == "First.\nSecond."


def test_request_with_errors_is_not_submitted_and_says_where(client: Client) -> None:
    draft = begun(client, factories.request("bad_name"))
    response = submit(client, draft)
    text = response.content.decode()
    assert response.status_code == 422
    assert "The request has one problem" in text
    assert re.search(r'role="alert".*?<li><a href="#finding-1">Model name</a>.*? id="finding-1"', text, re.DOTALL)
    assert text.count("Model name may hold letters") == 1


def test_submit_button_works_and_says_what_hinders(client: Client) -> None:
    text = shown(client, begun(client, factories.request("bad_name")))
    assert 'type="submit" aria-describedby="hindrance"' in text
    assert "1 error to solve first." in text


def test_places_of_a_pipeline_name_their_container(client: Client) -> None:
    document = {**factories.request(), "Containers": [{"Image": factories.IMAGE}, {"Image": "a b"}]}
    del document["PrimaryContainer"]
    text = submit(client, begun(client, document)).content.decode()
    assert "Container 2: Image</a>" in text
    assert "Container 2: Image must be an image without spaces" in text


def test_page_that_was_only_opened_does_not_blame(client: Client) -> None:
    assert 'role="alert"' not in shown(client, begun(client, {}))


def test_refused_submission_keeps_what_was_typed(client: Client) -> None:
    text = submit(client, begun(client, {}), justification="<b>Weekly</b>").content.decode()
    assert "\n&lt;b&gt;Weekly&lt;/b&gt;</textarea>" in text


def test_refused_submission_is_recorded(client: Client) -> None:
    submit(client, begun(client, {}))
    assert Event.objects.filter(name="access.denied", outcome="denied").count() == 1


def test_request_without_a_reason_is_not_submitted(client: Client) -> None:
    response = submit(client, begun(client), justification="  ")
    assert response.status_code == 422
    assert "Say why the SageMaker model is needed." in response.content.decode()
    assert not Event.objects.filter(name="access.denied").exists()


def test_request_without_a_connection_is_not_submitted(client: Client) -> None:
    sally = factories.scientist()
    draft = operations.create(owner=sally, at=factories.NOW, document=factories.request())
    client.force_login(sally)
    response = submit(client, draft)
    assert response.status_code == 422
    assert response.content.decode().count("Choose the connection") == 1
    assert "1 error to solve first." in response.content.decode()
    assert not Event.objects.filter(name="access.denied").exists()


def test_request_without_a_connection_is_not_ready(client: Client) -> None:
    sally = factories.scientist()
    draft = operations.create(owner=sally, at=factories.NOW, document=factories.request())
    client.force_login(sally)
    text = shown(client, draft)
    assert "1 error, no warnings." in text
    assert f'href="/drafts/{draft.id}/basics/?return=review#connection"' in text


def test_name_that_somebody_reserved_is_told(client: Client) -> None:
    factories.submission(factories.scientist("rita"), factories.request("churn-7"))
    response = submit(client, begun(client, factories.request("churn-7")))
    assert response.status_code == 422
    assert "Choose another name, or add a suffix." in response.content.decode()


def test_draft_that_changed_is_shown_anew_and_not_submitted(client: Client) -> None:
    draft = begun(client)
    operations.save(
        draft_id=draft.id, document=factories.request("other-1"), version=1, by=draft.owner, at=factories.NOW
    )
    response = submit(client, draft)
    text = response.content.decode()
    assert response.status_code == 409
    assert "other-1" in text
    assert "Weekly retraining." in text
    assert not Submission.objects.exists()


def test_form_that_is_sent_twice_submits_once(client: Client) -> None:
    draft = begun(client)
    submit(client, draft)
    response = submit(client, draft)
    assert response.status_code == 409
    assert f"/drafts/{draft.id}/" in response.content.decode()
    assert Submission.objects.count() == 1


def test_licence_is_confirmed_by_a_box_that_nobody_ticked_before(client: Client) -> None:
    draft = begun(client, factories.request(PrimaryContainer=GATED))
    box = re.search(r'<input type="checkbox"[^>]*>', shown(client, draft))
    assert box
    assert f'name="eula" value="{POINTER}" required' in box[0]
    assert "checked" not in box[0]


def test_licence_that_is_not_confirmed_stops_the_request(client: Client) -> None:
    response = submit(client, begun(client, factories.request(PrimaryContainer=GATED)))
    assert response.status_code == 422
    assert URI in response.content.decode()


def test_confirmed_licence_is_recorded(client: Client) -> None:
    submit(client, begun(client, factories.request(PrimaryContainer=GATED)), eula=[POINTER])
    assert Submission.objects.get().current.eula == [{"pointer": POINTER, "uri": URI}]


def test_submitted_draft_is_only_read(client: Client) -> None:
    draft = begun(client)
    submit(client, draft)
    text = shown(client, draft)
    assert "This request has been submitted" in text
    assert 'name="justification"' not in text


def returned(client: Client) -> Draft:
    sally = factories.scientist()
    made = factories.submission(sally, factories.request("churn-7"))
    factories.decide(made, factories.approver(), "request-changes", "Pin the image <to> a version.")
    client.force_login(sally)
    draft = Draft.objects.get()
    document = {**draft.document, "EnableNetworkIsolation": True}
    return operations.save(draft_id=draft.id, document=document, version=draft.version, by=sally, at=factories.NOW)


def test_request_that_came_back_shows_what_was_asked(client: Client) -> None:
    text = shown(client, returned(client))
    assert "amir asked for changes" in text
    assert "Pin the image &lt;to&gt; a version." in text


def test_request_that_came_back_shows_what_was_changed_since(client: Client) -> None:
    text = shown(client, returned(client))
    assert "Against revision 1" in text
    assert "1 change<" in text
    assert "/EnableNetworkIsolation" in text


def test_resubmitting_asks_what_changed_beside_what_was_said(client: Client) -> None:
    text = shown(client, returned(client)).partition('aria-labelledby="submit"')[2]
    assert "What did you change, and why?</label>" in text
    assert "Pin the image &lt;to&gt; a version.</blockquote>" in text
    assert "sally wrote for revision 1:" in text


def test_resubmitting_without_a_word_is_refused_at_the_question(client: Client) -> None:
    text = submit(client, returned(client), justification=" ").content.decode()
    assert '<a href="#justification">Say what you changed, and why.</a>' in text
    assert "why-error" in text


def test_resubmitting_makes_the_next_revision(client: Client) -> None:
    draft = returned(client)
    assert f"{draft.id}.2" in shown(client, draft)
    submit(client, draft)
    assert Submission.objects.get().revision == 2


def test_author_of_the_draft_is_not_named_as_approver(client: Client) -> None:
    draft = begun(client)
    both = factories.person("dora", "data-scientist", "approver")
    operations.save(draft_id=draft.id, document=draft.document, version=1, by=both, at=factories.NOW)
    assert "dora can approve" not in shown(client, draft)


@pytest.mark.parametrize("tags", ["x", {"a": 1}, 7, None, [1, None, {"Key": "models-ui:submission"}]])
def test_tags_of_a_wrong_type_are_shown_as_they_are(client: Client, tags: Any) -> None:
    sally = factories.scientist()
    draft = factories.draft(sally, {**factories.request(), "Tags": tags})
    client.force_login(sally)
    assert client.get(f"/drafts/{draft.id}/review/").status_code == 200
    assert submit(client, draft).status_code == 422


@pytest.mark.parametrize(
    "document",
    [
        {"PrimaryContainer": [], "Containers": 3, "ModelName": {}},
        {"Containers": [None, 1, {"Image": []}]},
        {"Unknown": {"deep": [[[{}]]]}, "": None, "a/b~c": 1},
        {"VpcConfig": "x", "PrimaryContainer": {"Environment": {"HF_TOKEN": 7, "": ""}}},
    ],
)
def test_anything_that_was_imported_can_be_looked_at(client: Client, document: dict[str, Any]) -> None:
    draft = begun(client, document)
    assert client.get(f"/drafts/{draft.id}/review/").status_code == 200
    assert client.get(f"/drafts/{draft.id}/", follow=True).status_code == 200


def test_review_asks_the_database_a_bounded_number_of_times(client: Client, django_assert_max_num_queries: Any) -> None:
    draft = returned(client)
    with django_assert_max_num_queries(16):
        shown(client, draft)
