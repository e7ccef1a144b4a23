"""Do the shipped forms get into the database once, and newer ones without treading on an admin's work?"""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from models_ui.audit.refusals import Refused
from models_ui.blueprints import files, operations, queries, starters
from models_ui.blueprints.models import Blueprint, Version
from models_ui.blueprints.sound import findings
from models_ui.contract.finding import errors
from tests import factories
from tests.blueprints import forms
from tests.factories import NOW

pytestmark = pytest.mark.django_db


def load(title: str = "Churn") -> str:
    return starters.load(name="churn", document=forms.outline(title=title), at=NOW)


def of_form() -> Blueprint:
    return Blueprint.objects.get(name="churn")


def edited(title: str, *, published: bool) -> None:
    ada = factories.admin()
    blueprint = operations.edit(
        name="churn", document=forms.outline(title=title), version=of_form().version, by=ada, at=NOW
    )
    if published:
        operations.publish(name="churn", version=blueprint.version, by=ada, at=NOW)


def test_shipped_form_is_published_once() -> None:
    assert load() == "Published the form churn."
    assert load() == "The form churn is up to date."
    assert Version.objects.count() == 1


def test_newer_file_is_the_next_version() -> None:
    load()
    assert load("Better churn") == "Published version 2 of the form churn."
    assert [version.document["title"] for version in queries.versions(of_form())] == ["Better churn", "Churn"]


@pytest.mark.parametrize("published", [False, True])
def test_what_an_admin_edited_stays(published: bool) -> None:  # noqa: FBT001
    load()
    edited("Ours", published=published)

    assert load("Better churn") == "Left the form churn as an admin made it."
    assert of_form().document["title"] == "Ours"


def test_what_an_admin_retired_stays_retired() -> None:
    load()
    operations.retire(name="churn", version=of_form().version, by=factories.admin(), at=NOW)

    assert load("Better churn") == "Left the form churn retired."


def test_command_loads_every_file_that_is_shipped() -> None:
    names = [name for name, _document in starters.shipped()]
    told = StringIO()
    call_command("load_blueprints", stdout=told)
    assert told.getvalue().splitlines() == [f"Published the form {name}." for name in names]

    again = StringIO()
    call_command("load_blueprints", stdout=again)
    assert again.getvalue().splitlines() == [f"The form {name} is up to date." for name in names]


@pytest.mark.parametrize("name", [name for name, _document in starters.shipped()])
def test_shipped_form_is_sound(name: str) -> None:
    assert errors(findings(dict(starters.shipped())[name])) == []


def test_file_that_is_no_form_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "odd.json").write_text('{"format": 1,}')
    monkeypatch.setattr(starters, "FOLDER", tmp_path)
    with pytest.raises(Refused, match=r"odd\.json: Line 1"):
        list(starters.shipped(tmp_path))


def test_command_says_what_is_wrong_with_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starters, "shipped", lambda: iter([("churn", forms.outline({"/Colour": {}}))]))
    with pytest.raises(CommandError, match="no such place"):
        call_command("load_blueprints", stdout=StringIO())
    assert not Blueprint.objects.exists()


def test_file_comes_back_as_it_went() -> None:
    body = files.written(forms.outline(), schema_address="https://models.example.org/blueprints/schema.json")

    assert next(iter(json.loads(body))) == "$schema"
    assert files.read(body) == forms.outline()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "nothing here"),
        ("[]", "object"),
        ('{"format": 1, "format": 1}', "stands twice"),
        ('{"format": NaN}', "no number"),
        ('"\\u0000"', "NUL"),
        (json.dumps(forms.outline(format=2)), "must be 1"),
        (b"\xff", "UTF-8"),
        ("[" * 500, "nested"),
    ],
)
def test_file_that_cannot_be_read_is_refused_with_a_sentence(text: str | bytes, said: str) -> None:
    with pytest.raises(Refused, match=said):
        files.read(text)


def test_form_that_is_too_large_is_refused() -> None:
    field = {"help": 1000 * "x", "label": 100 * "y", "example": 400 * "z"}
    fields = {f"/PrimaryContainer/Environment/V{number}": field for number in range(400)}
    with pytest.raises(Refused, match="400,000 characters"):
        files.read(json.dumps(forms.outline(fields=fields, steps=[])))
