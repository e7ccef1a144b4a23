"""Does the help tell of everything that can happen?"""

from __future__ import annotations

import pytest
from django.test import Client

from models_ui.form.glossary import sections
from models_ui.submissions.states import WORDS, State

pytestmark = pytest.mark.django_db

FIELDS = [field for section in sections() for field in section.fields]


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


@pytest.mark.parametrize(
    "word",
    ["Contract", "Request", "Draft", "Clone", "Envelope", "Digest", "Submission", "Revision", "Decision", "Connection"]
    + ["Intended use", "Attempt", "Finding", "Pointer", "Event", "SageMaker model"],
)
def test_every_word_of_the_house_is_explained(client: Client, word: str) -> None:
    assert f"<dt>{word}</dt>" in client.get("/help/").content.decode()


def test_page_of_fields_tells_of_every_field_by_both_names(client: Client) -> None:
    page = client.get("/help/fields/").content.decode()

    assert all(f"{field.label} <code>{field.name}</code></h3>" in page for field in FIELDS)
    assert all(page.count(f'id="{field.id}"') == 1 for field in FIELDS)


def test_help_leads_to_the_fields(client: Client) -> None:
    assert 'href="/help/fields/"' in client.get("/help/").content.decode()
