"""Can somebody paste, choose and see through the variables of a container, with and without JavaScript?"""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from models_ui.drafts.models import Draft
from tests import factories
from tests.web.filling import begun, post, shown, swapped

pytestmark = pytest.mark.django_db

ENVIRONMENT = "PrimaryContainer.Environment"
BOX = f"ask.variables.{ENVIRONMENT}"
PASTE = f"paste:{ENVIRONMENT}"


def holding(client: Client, **variables: str) -> Draft:
    """Return the draft of somebody signed in, with these variables."""
    container = {"Image": factories.IMAGE, "Environment": variables}
    return begun(client, factories.request(PrimaryContainer=container))


def stored() -> Any:
    """Return the variables of the one draft."""
    container: Any = Draft.objects.get().document["PrimaryContainer"]
    return container["Environment"]


def test_pasted_variables_are_added_and_told(client: Client) -> None:
    draft = holding(client, A="1")
    response = post(client, draft, "container", action=PASTE, **{BOX: "export B='two'\r\nA=9"})
    assert response.status_code == 302
    assert stored() == {"A": "9", "B": "two"}
    text = client.get(response["Location"]).content.decode()
    assert "Added 1 variable: B." in text
    assert "Replaced 1 variable: A." in text


@pytest.mark.parametrize("action", [PASTE, "continue", "review", "back", "save-exit", "go:tags"])
def test_text_that_is_not_understood_stays_in_its_box(client: Client, action: str) -> None:
    draft = holding(client, A="1")
    response = post(
        client, draft, "container", action=action, **{BOX: "B=2\nwhat <is> this", f"{ENVIRONMENT}.0.value": "7"}
    )
    text = response.content.decode()
    assert response.status_code == 422
    assert "B=2\nwhat &lt;is&gt; this</textarea>" in text
    assert 'href="#PrimaryContainer.Environment-box"' in text
    assert text.count("Line 2: this is no variable.") == 2
    # What was typed besides is saved as ever.
    assert stored() == {"A": "7"}


@pytest.mark.parametrize("send", [post, swapped])
def test_other_button_keeps_a_text_that_was_not_read(client: Client, send: Any) -> None:
    draft = holding(client, A="1")
    response = send(client, draft, "container", action=f"add:{ENVIRONMENT}", **{BOX: "B=2"})
    assert response.status_code == 200
    assert "B=2</textarea>" in response.content.decode()


@pytest.mark.parametrize("action", ["continue", "review", "go:tags"])
def test_whoever_goes_on_has_the_box_read(client: Client, action: str) -> None:
    draft = holding(client, A="1")
    assert post(client, draft, "container", action=action, **{BOX: "B=2"}).status_code == 302
    assert stored() == {"A": "1", "B": "2"}


def test_fragment_speaks_what_was_added(client: Client) -> None:
    draft = holding(client)
    response = swapped(client, draft, "container", action=PASTE, **{BOX: "B=2"})
    assert "Added 1 variable: B." in response["HX-Trigger"]
    assert 'id="PrimaryContainer.Environment.B" autofocus data-focus' in response.content.decode()


def test_text_that_comes_too_late_is_carried_along(client: Client) -> None:
    draft = holding(client, A="1")
    post(client, draft, "container", **{f"{ENVIRONMENT}.0.value": "theirs", "action": "add:Tags"})
    late = {"version": draft.version, "action": PASTE, BOX: "B=2\nwhat"}
    text = client.post(f"/drafts/{draft.id}/container/", late).content.decode()
    assert "B=2\nwhat" in text


def test_mark_that_comes_too_late_is_a_conflict(client: Client) -> None:
    draft = holding(client, A="1")
    post(client, draft, "basics", ModelName="theirs", action="review")
    response = client.post(
        f"/drafts/{draft.id}/container/", {"version": draft.version, "action": f"mark:{ENVIRONMENT}.0"}
    )
    assert response.status_code == 409
    assert "You changed which variables are marked as secret." in response.content.decode()


def test_suggestion_is_added_by_its_button(client: Client) -> None:
    draft = holding(client)
    text = shown(client, draft, "container")
    button = "variable:/PrimaryContainer/Environment/SAGEMAKER_PROGRAM"
    assert f'name="action" value="{button}"' in text
    assert '<option value="SAGEMAKER_PROGRAM">' in text
    post(client, draft, "container", action=button)
    assert stored() == {"SAGEMAKER_PROGRAM": "inference.py"}
    assert f'value="{button}"' not in shown(client, draft, "container")


def test_meter_says_which_value_is_too_long(client: Client) -> None:
    draft = holding(client, A="x" * 1030)
    text = shown(client, draft, "container")
    assert "1,031 of 32,768 bytes in all containers" in text
    assert "A has 1,030 bytes; a value may have 1,024." in text


def test_secrets_are_explained_with_a_way_to_the_help(client: Client) -> None:
    draft = holding(client)
    assert 'href="/help/#secrets"' in shown(client, draft, "container")
    assert 'id="secrets"' in client.get("/help/").content.decode()


@pytest.mark.parametrize(
    "text",
    [
        "\0=1",
        "{" * 5000,
        "A=" + "x" * 300_000,
        "'" * 10_000,
        "A=1\n" * 2000,
        "=",
        "\ud800".encode("utf-8", "replace").decode(),
    ],
)
def test_no_paste_breaks_the_screen(client: Client, text: str) -> None:
    draft = holding(client, A="1")
    assert post(client, draft, "container", action=PASTE, **{BOX: text}).status_code in {200, 302, 422}


def test_nobody_pastes_over_what_they_do_not_see(client: Client) -> None:
    draft = holding(client, HF_TOKEN="hf_dontshow")
    client.force_login(factories.scientist("cora"))
    response = post(client, draft, "container", action=PASTE, **{BOX: "HF_TOKEN=mine"})
    assert response.status_code == 422
    assert stored() == {"HF_TOKEN": "hf_dontshow"}
    assert "hf_dontshow" not in response.content.decode()
