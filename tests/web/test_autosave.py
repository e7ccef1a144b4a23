"""What does a save while somebody types store, and what does its page learn of it?"""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from models_ui.audit.models import Event
from models_ui.drafts import operations
from models_ui.drafts.models import Draft
from tests import factories
from tests.factories import NOW
from tests.web.filling import PIPELINE, begun

pytestmark = pytest.mark.django_db

SHEET = "a1b2"


def send(client: Client, draft: Draft, step: str, *, turn: Any = 1, sheet: Any = SHEET, **controls: Any) -> Any:
    """Send what a page sends whose script saves it; its version is the one that it was made from."""
    post = {"version": draft.version, "sheet": sheet, "turn": turn, "action": "autosave", **controls}
    return client.post(f"/drafts/{draft.id}/{step}/", post, headers={"HX-Request": "true"})


def press(client: Client, draft: Draft, step: str, **controls: Any) -> Any:
    """Press a button of the same page."""
    return client.post(f"/drafts/{draft.id}/{step}/", {"version": draft.version, "sheet": SHEET, **controls})


def stored() -> Any:
    return Draft.objects.get().document


def test_what_is_typed_is_stored_without_judging(client: Client) -> None:
    draft = begun(client, {})
    answer = send(client, draft, "basics", ModelName="half_typ")
    assert answer.status_code == 200
    assert stored() == {"ModelName": "half_typ"}
    assert "error-summary" not in answer.content.decode()
    assert "data-mark" not in answer.content.decode()
    assert Event.objects.filter(subject_id=str(draft.id)).count() == 1


def test_answer_has_what_stands_around_the_form_and_no_control(client: Client) -> None:
    text = send(client, begun(client, {}), "basics", ModelName="churn-8").content.decode()
    assert "Draft version 2" in text
    assert "&quot;churn-8&quot;" in text
    assert all(f'id="{part}"' in text for part in ("facts", "position", "stops", "previewed", "saved"))
    assert "<input" not in text
    assert "<form" not in text


def test_connection_and_intended_use_are_stored_too(client: Client) -> None:
    draft = begun(client)
    other = factories.connection("sandbox-eu", region="eu-west-1")
    send(client, draft, "basics", connection=str(other.id), **{"ask.use": "batch"})
    after = Draft.objects.get()
    assert (after.connection, after.intended_use) == (other, "batch")


def test_version_stays_where_nothing_changed(client: Client) -> None:
    draft = begun(client, {"ModelName": "churn-8"})
    send(client, draft, "basics", ModelName="churn-8")
    assert Draft.objects.get().version == draft.version


def test_row_that_was_emptied_can_be_filled_in_again(client: Client) -> None:
    """Where every save counted on the one before, the second would land in the row below."""
    draft = begun(client, {"VpcConfig": {"Subnets": ["a", "b"]}})
    send(client, draft, "access", **{"VpcConfig.Subnets.0": "", "VpcConfig.Subnets.1": "b"})
    assert stored() == {"VpcConfig": {"Subnets": ["b"]}}
    send(client, draft, "access", turn=2, **{"VpcConfig.Subnets.0": "c", "VpcConfig.Subnets.1": "b"})
    assert stored() == {"VpcConfig": {"Subnets": ["c", "b"]}}


def test_answer_that_takes_nothing_out_is_stored_and_can_be_taken_back(client: Client) -> None:
    draft = begun(client, {"PrimaryContainer": {"Image": "a"}})
    send(client, draft, "basics", ModelName="churn-8", **{"ask.kind": "pipeline"})
    assert stored() == {"ModelName": "churn-8", "Containers": [{"Image": "a"}]}
    send(client, draft, "basics", turn=2, ModelName="churn-8", **{"ask.kind": "primary"})
    assert stored() == {"ModelName": "churn-8", "PrimaryContainer": {"Image": "a"}}
    press(client, draft, "basics", ModelName="churn-8", **{"ask.kind": "pipeline"})
    assert stored() == {"ModelName": "churn-8", "Containers": [{"Image": "a"}]}


def test_answer_that_takes_out_what_was_just_typed_waits_too(client: Client) -> None:
    draft = begun(client, {"PrimaryContainer": {"Image": "a"}})
    place = "PrimaryContainer.ModelDataUrl"
    send(client, draft, "container", **{place: "s3://b/c.tar.gz", "ask.storage": "inside"})
    assert stored() == {"PrimaryContainer": {"Image": "a", "ModelDataUrl": "s3://b/c.tar.gz"}}


def test_answer_that_takes_something_out_loses_nothing_before_its_button(client: Client) -> None:
    draft = begun(client, {"PrimaryContainer": {"Image": "a", "ModelDataUrl": "s3://b/c.tar.gz"}})
    place = "PrimaryContainer"
    typed = {f"{place}.Image": "d", f"{place}.ModelDataUrl": "s3://b/c.tar.gz", "ask.storage": "inside"}
    send(client, draft, "container", **typed)
    assert stored() == {place: {"Image": "d", "ModelDataUrl": "s3://b/c.tar.gz"}}


def test_part_that_is_to_be_left_out_stays_until_a_button_is_pressed(client: Client) -> None:
    draft = begun(client, {"Tags": [{"Key": "a", "Value": "b"}]})
    typed = {"Tags.0.Key": "c", "Tags.0.Value": "b", "Tags.present": "false"}
    send(client, draft, "tags", **typed)
    assert stored() == {"Tags": [{"Key": "c", "Value": "b"}]}
    press(client, draft, "tags", **typed)
    assert stored() == {}


def test_variables_in_a_box_are_read_and_those_that_are_not_understood_are_left(client: Client) -> None:
    draft = begun(client, {"PrimaryContainer": {"Environment": {"A": "1"}}})
    box = "ask.variables.PrimaryContainer.Environment"
    send(client, draft, "container", **{box: "B=2\nC=3"})
    assert stored() == {"PrimaryContainer": {"Environment": {"A": "1", "B": "2", "C": "3"}}}
    send(client, draft, "container", turn=2, **{box: "B=2\nwhat is this"})
    assert stored() == {"PrimaryContainer": {"Environment": {"A": "1"}}}


def test_button_is_never_too_late_against_its_own_page(client: Client) -> None:
    draft = begun(client, {})
    send(client, draft, "basics", ModelName="chur")
    assert press(client, draft, "basics", ModelName="churn-8").status_code == 302
    assert stored() == {"ModelName": "churn-8"}


def test_button_that_overtakes_ends_the_sheet(client: Client) -> None:
    draft = begun(client, {})
    press(client, draft, "basics", ModelName="churn-8")
    assert send(client, draft, "basics", ModelName="chur").status_code == 409
    after = Draft.objects.get()
    assert (after.document, after.sheet, after.sheet_text) == ({"ModelName": "churn-8"}, "", "")


def test_latest_turn_stays_whichever_comes_first(client: Client) -> None:
    draft = begun(client, {})
    send(client, draft, "basics", turn=2, ModelName="churn-8")
    assert send(client, draft, "basics", turn=1, ModelName="chur").status_code == 200
    assert stored() == {"ModelName": "churn-8"}


def test_other_page_of_the_same_version_is_too_late_and_no_refused_attempt(client: Client) -> None:
    draft = begun(client, {})
    events = Event.objects.count()
    send(client, draft, "basics", ModelName="first-tab")
    late = send(client, draft, "basics", sheet="other", ModelName="second-tab")
    assert late.status_code == 409
    assert late.content.decode().startswith("This draft was changed elsewhere")
    assert press(client, draft, "basics", sheet="other", ModelName="second-tab").status_code == 409
    assert stored() == {"ModelName": "first-tab"}
    assert Event.objects.filter(name__startswith="refused").count() <= 1
    assert Event.objects.count() == events + 1


def test_page_made_after_it_goes_on_from_what_was_typed(client: Client) -> None:
    draft = begun(client, {"Tags": [{"Key": "a", "Value": "b"}]})
    send(client, draft, "basics", ModelName="churn-8")
    now = Draft.objects.get()
    send(client, now, "tags", sheet="other", **{"Tags.0.Key": "c", "Tags.0.Value": "b"})
    assert stored() == {"ModelName": "churn-8", "Tags": [{"Key": "c", "Value": "b"}]}


def test_page_without_a_name_is_held_to_its_version(client: Client) -> None:
    draft = begun(client, {})
    assert send(client, draft, "basics", sheet="", ModelName="one").status_code == 200
    assert send(client, draft, "basics", sheet="", turn=2, ModelName="two").status_code == 409
    assert Draft.objects.get().sheet_text == ""


@pytest.mark.parametrize("name", ["x" * 33, "é", "a b", "<b>", "-"])
def test_name_that_no_script_makes_counts_as_none(client: Client, name: str) -> None:
    draft = begun(client, {})
    assert send(client, draft, "basics", sheet=name, ModelName="one").status_code == 200
    assert Draft.objects.get().sheet == ""


def test_submitted_draft_is_told_of(client: Client) -> None:
    sally = factories.scientist()
    factories.submission(sally)
    client.force_login(sally)
    answer = send(client, Draft.objects.get(), "basics", ModelName="too-late")
    assert answer.status_code == 409
    assert "has been submitted" in answer.content.decode()
    assert "What you typed is still here." in answer.content.decode()


def test_discarded_draft_is_told_of_and_its_page_is_too_late_once_it_is_back(client: Client) -> None:
    draft = begun(client, {})
    send(client, draft, "basics", ModelName="one")
    operations.discard(draft_id=draft.id, by=draft.owner, at=NOW)
    assert send(client, draft, "basics", turn=2, ModelName="two").status_code == 409
    operations.restore(draft_id=draft.id, by=draft.owner, at=NOW)
    assert send(client, draft, "basics", turn=3, ModelName="two").status_code == 409
    assert stored() == {"ModelName": "one"}


def test_discarded_draft_keeps_nothing_of_the_page_that_was_typed_into(client: Client) -> None:
    draft = begun(client, {"ModelName": "one", "Tags": [{"Key": "a", "Value": "b"}]})
    client.post(f"/drafts/{draft.id}/tags/", {"version": draft.version, "action": "remove:Tags.0"})
    now = Draft.objects.get()
    send(client, now, "basics", ModelName="two")
    kept = Draft.objects.get()
    assert kept.taken_out
    assert kept.sheet_text
    operations.discard(draft_id=draft.id, by=draft.owner, at=NOW)
    after = Draft.objects.get()
    assert (after.taken_out, after.sheet, after.sheet_text, after.sheet_marks) == ("", "", "", [])
    assert (after.sheet_connection, after.sheet_words, after.sheet_turn) == (None, {}, 0)
    operations.restore(draft_id=draft.id, by=draft.owner, at=NOW)
    assert stored() == {"ModelName": "two"}


def test_screen_whose_container_is_gone_elsewhere_is_too_late(client: Client) -> None:
    draft = begun(client, factories.request(**PIPELINE))
    client.post(f"/drafts/{draft.id}/containers/", {"version": draft.version, "action": "remove:Containers.1"})
    assert send(client, draft, "container-2", **{"Containers.1.Image": "typed"}).status_code == 409


def test_step_that_never_was_is_not_there(client: Client) -> None:
    draft = begun(client, {})
    assert send(client, draft, "nowhere").status_code == 404


def test_hidden_value_comes_to_no_harm_and_not_into_the_answer(client: Client) -> None:
    secret: Any = {"PrimaryContainer": {"Image": "a", "Environment": {"HF_TOKEN": "hf_very_secret", "A": "1"}}}
    draft = factories.draft(factories.scientist(), secret)
    client.force_login(factories.scientist("cora"))
    place = "PrimaryContainer.Environment"
    answer = send(client, draft, "container", **{f"{place}.0.value": "x", f"{place}.1.value": "2"})
    assert stored()["PrimaryContainer"]["Environment"] == {"HF_TOKEN": "hf_very_secret", "A": "2"}
    assert "hf_very_secret" not in answer.content.decode()


def test_rail_follows(client: Client) -> None:
    draft = begun(client, {})
    before = client.get(f"/drafts/{draft.id}/tags/").content.decode()
    after = send(client, draft, "tags", **{"Tags.0.Key": "team", "Tags.0.Value": "risk"}).content.decode()
    assert before.count("Complete") + 1 == after.count("Complete")


def test_signed_out_gets_a_bare_401(client: Client) -> None:
    draft = begun(client, {})
    client.logout()
    answer = send(client, draft, "basics", ModelName="x")
    assert (answer.status_code, answer.content) == (401, b"")
