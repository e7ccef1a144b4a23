"""Can somebody put a giant paste right, though no screen has room for all of it?"""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from models_ui.drafts.models import Draft
from tests import factories
from tests.web.filling import begun, post, shown, swapped

pytestmark = pytest.mark.django_db

GIANT: dict[str, dict[str, Any]] = {
    "tags": {"Tags": [{"Key": "aws:a", "Value": ""} for _ in range(3000)]},
    "access": {"VpcConfig": {"Subnets": ["a b" for _ in range(3000)], "SecurityGroupIds": ["sg-1"]}},
    "container": {"PrimaryContainer": {"Environment": {f"2-{number}": "" for number in range(3000)}}},
    "basics": {f"bogus-{number}": number for number in range(3000)},
}
CHANNELS = {"PrimaryContainer": {"AdditionalModelDataSources": [{"ChannelName": "a b"} for _ in range(300)]}}


@pytest.mark.parametrize(("step", "members"), [*GIANT.items(), ("container", CHANNELS)])
def test_every_link_of_the_error_summary_leads_to_something(client: Client, step: str, members: dict[str, Any]) -> None:
    draft = begun(client, factories.request("churn", **members))
    text = shown(client, draft, step, "?return=review")
    summary = text.partition('class="error-summary"')[2].partition("</div>")[0]
    links = re.findall(r'href="#([^"]+)"', summary)

    assert len(links) > 10
    assert [link for link in links if f'id="{link}"' not in text] == []


@pytest.mark.parametrize("step", ["tags", "access", "container"])
def test_every_link_of_the_review_leads_to_something(client: Client, step: str) -> None:
    draft = begun(client, factories.request("churn", **GIANT[step]))
    links = set(
        re.findall(rf'href="/drafts/{draft.id}/{step}/\?return=review#([^"]+)"', shown(client, draft, "review"))
    )
    text = shown(client, draft, step, "?return=review")

    assert links
    assert [link for link in links if f'id="{link}"' not in text] == []


def test_everything_that_does_not_fit_goes_with_one_button(client: Client) -> None:
    draft = begun(client, {**factories.request("churn"), **GIANT["basics"]})
    assert 'value="remove-strays">Remove all 3,000 that do not fit<' in shown(client, draft, "basics")

    text = swapped(client, draft, "basics", ModelName="churn-2", action="remove-strays").content.decode()

    assert "All 3,000 are removed that did not fit." in text
    kept = Draft.objects.get(id=draft.id).document
    assert kept == {**factories.request("churn"), "ModelName": "churn-2"}


def test_button_works_without_javascript(client: Client) -> None:
    draft = begun(client, {**factories.request("churn"), **GIANT["basics"]})
    answer = post(client, draft, "basics", action="remove-strays")

    assert answer.status_code == 302
    assert "All 3,000 are removed" in client.get(answer.headers["Location"]).content.decode()


def test_rail_says_how_many_containers_it_does_not_list(client: Client) -> None:
    draft = begun(client, factories.request("churn", PrimaryContainer=None, Containers=[{} for _ in range(500)]))
    text = shown(client, draft, "container-300")

    assert text.count('data-go="container-') == 21
    assert "and 479 more" in text
