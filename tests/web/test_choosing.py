"""Can somebody choose one of AWS's images by plain words, for the region that the request goes to?"""

from __future__ import annotations

from datetime import date
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client

from models_ui.drafts import operations
from models_ui.drafts.models import Draft
from models_ui.web.choosing import Chooser, chooser
from tests import factories
from tests.factories import NOW
from tests.web.filling import PIPELINE, begun, post, swapped

pytestmark = pytest.mark.django_db

URI = "763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-inference:2.6.0-gpu-py312"
NAME = "PrimaryContainer.Image"


def page(client: Client, draft: Draft, query: str = "", **more: str) -> str:
    answer = client.get(f"/drafts/{draft.id}/images/?{urlencode({'q': query, **more})}")
    assert answer.status_code == 200
    return str(answer.content.decode())


def use_first(client: Client, draft: Draft, query: str, **more: str) -> Any:
    form = Form(page(client, draft, query, **more))
    return client.post(form.to, form.sent)


def shown(draft: Draft, query: str, field: str = "", on: date = date(2026, 1, 1)) -> Chooser:
    found = chooser(draft.owner, draft, field=field, query=query, returning=False, on=on)
    assert found
    return found


class Form(HTMLParser):
    """What the first button of the results posts, and where."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.to, self.inside = "", False
        self.sent: dict[str, str] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.inside = named.get("id") == "found"
            self.to = named["action"] if self.inside else self.to
        elif self.inside and (tag == "input" or tag == "button" and named["name"] not in self.sent):
            self.sent[named["name"]] = named["value"]


def test_button_beside_the_field_saves_and_leads_to_the_images(client: Client) -> None:
    draft = begun(client, {})
    answer = post(
        client, draft, "container", **{"PrimaryContainer.ModelDataUrl": "s3://a/b", "action": f"choose:{NAME}"}
    )
    assert answer.url == f"/drafts/{draft.id}/images/?for=PrimaryContainer.Image"
    assert Draft.objects.get().document == {"PrimaryContainer": {"ModelDataUrl": "s3://a/b"}}


def test_button_beside_the_field_leads_there_with_htmx(client: Client) -> None:
    draft = begun(client, {})
    answer = swapped(client, draft, "container", action=f"choose:{NAME}")
    assert answer["HX-Redirect"] == f"/drafts/{draft.id}/images/?for=PrimaryContainer.Image"


def test_images_are_found_by_words_and_filled_in(client: Client) -> None:
    draft = begun(client)
    answer = use_first(client, draft, "pytorch 2.6 gpu inference")
    assert answer.url == f"/drafts/{draft.id}/container/?focus=PrimaryContainer.Image#PrimaryContainer.Image"
    after = Draft.objects.get()
    assert after.document["PrimaryContainer"] == {**draft.document["PrimaryContainer"], "Image": URI}  # type: ignore[dict-item]


def test_second_container_of_a_pipeline_is_filled_in(client: Client) -> None:
    draft = begun(client, factories.request("p", **PIPELINE))
    use_first(client, draft, "xgboost 1.7", **{"for": "Containers.1.Image"})
    images = [container["Image"] for container in Draft.objects.get().document["Containers"]]  # type: ignore[union-attr,index,call-overload]
    assert images == [factories.IMAGE, "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1"]


def test_who_came_from_the_review_stays_on_the_way_back(client: Client) -> None:
    draft = begun(client)
    assert "return=review" in use_first(client, draft, "pytorch 2.6 gpu", **{"return": "review"}).url


def test_image_is_that_of_the_region_of_the_connection() -> None:
    where = factories.connection("bahrain", region="me-south-1")
    draft = factories.draft(factories.scientist(), where=where)
    [first, *_] = shown(draft, "pytorch 2.6 gpu").choices
    assert first.uri == "217643126080.dkr.ecr.me-south-1.amazonaws.com/pytorch-inference:2.6.0-gpu-py312"


def test_image_that_the_region_lacks_has_no_button(client: Client) -> None:
    sally = factories.scientist()
    client.force_login(sally)
    draft = factories.draft(sally, where=factories.connection("far", region="ap-southeast-7"))
    text = page(client, draft, "sklearn 1.2")
    assert "Not in ap-southeast-7" in text
    assert "Use it" not in text


def test_without_a_connection_a_connection_is_asked_for(client: Client) -> None:
    sally = factories.scientist()
    client.force_login(sally)
    draft = operations.create(owner=sally, document=factories.request(), at=NOW)
    text = page(client, draft, "pytorch 2.6 gpu")
    assert "Choose a connection" in text
    assert "Use it" not in text


def test_image_out_of_date_says_so() -> None:
    draft = factories.draft(factories.scientist())
    assert shown(draft, "pytorch 2.6 gpu", on=date(2026, 6, 30)).choices[0].ended == ""
    assert "30 June 2026" in shown(draft, "pytorch 2.6 gpu", on=date(2026, 7, 1)).choices[0].ended


def test_many_are_cut_and_counted() -> None:
    found = shown(factories.draft(factories.scientist()), "gpu")
    assert len(found.choices) == 25
    assert found.told == f"{25 + found.more} images fit"


def test_words_that_fit_nothing_are_told(client: Client) -> None:
    text = page(client, begun(client), "<b>keras")
    assert "No image fits" in text
    assert "<b>keras" not in text


def test_htmx_gets_the_results_alone_and_hears_how_many(client: Client) -> None:
    draft = begun(client)
    answer = client.get(f"/drafts/{draft.id}/images/?q=xgboost+1.7", headers={"HX-Request": "true"})
    assert "<html" not in answer.content.decode()
    assert "1 image fits" in answer["HX-Trigger"]
    assert "HX-Request" in answer["Vary"]


def test_what_the_field_says_now_is_said(client: Client) -> None:
    assert "Now: repository churn-post, tag 1.4.2, account 123456789012, us-east-1" in page(client, begun(client))


@pytest.mark.parametrize("field", ["ModelName", "Containers.7.Image", "", "x" * 5000])
def test_what_is_no_image_is_never_filled_in(client: Client, field: str) -> None:
    form = Form(page(client, begun(client), "xgboost 1.7", **{"for": field}))
    assert NAME in form.sent


def test_pipeline_without_a_container_has_no_image(client: Client) -> None:
    draft = begun(client, {"Containers": []})
    assert client.get(f"/drafts/{draft.id}/images/").status_code == 404


def test_stale_page_of_images_overwrites_nothing(client: Client) -> None:
    draft = begun(client)
    form = Form(page(client, draft, "xgboost 1.7"))
    other: Any = factories.request("theirs", PrimaryContainer={"Image": "theirs"})
    operations.save(draft_id=draft.id, document=other, version=1, by=draft.owner, at=NOW)
    assert client.post(form.to, form.sent).status_code == 409
    assert Draft.objects.get().document == other
