"""Does the help tell of everything that can happen?"""

from __future__ import annotations

import pytest
from django.test import Client

from models_ui.submissions.states import WORDS, State

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("state", list(State))
def test_every_state_is_explained(client: Client, state: State) -> None:
    page = client.get("/help/").content.decode()
    assert f"</svg>{WORDS[state]}</span>" in page


def test_help_is_open_to_strangers_and_has_its_parts(client: Client) -> None:
    page = client.get("/help/")

    assert page.status_code == 200
    assert all(
        f'id="{part}"' in page.content.decode() for part in ("flow", "states", "words", "keyboard", "accessibility")
    )


def test_help_cannot_be_posted_to(client: Client) -> None:
    assert client.post("/help/").status_code == 405
