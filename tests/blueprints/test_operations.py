"""How does a form come to be, change, and reach people?"""

from __future__ import annotations

from typing import Any

import pytest
from django.db import DatabaseError, transaction

from models_ui.audit.models import Event
from models_ui.audit.refusals import NotFound, Refused, Stale
from models_ui.blueprints import operations, queries, working_copy
from models_ui.blueprints.models import Blueprint, Edit
from tests import factories
from tests.blueprints import forms
from tests.factories import NOW

pytestmark = pytest.mark.django_db


def begun(name: str = "churn") -> Blueprint:
    return operations.create(name=name, document=forms.outline(), by=None, at=NOW)


def titled(blueprint: Blueprint, title: str) -> Blueprint:
    return operations.edit(
        name=blueprint.name, document=forms.outline(title=title), version=blueprint.version, by=None, at=NOW
    )


def step(verb: str, blueprint: Blueprint) -> Blueprint:
    result: Blueprint = getattr(operations, verb)(name=blueprint.name, version=blueprint.version, by=None, at=NOW)
    return result


def title_of(blueprint: Blueprint) -> object:
    return blueprint.document["title"]


def names() -> list[str]:
    return list(Event.objects.order_by("id").values_list("name", flat=True))


def test_form_is_offered_once_it_is_published() -> None:
    sally = factories.scientist()
    blueprint = begun()
    assert queries.offered_to(sally) == []

    version = operations.publish(name="churn", version=blueprint.version, by=None, at=NOW)

    [offer] = queries.offered_to(sally)
    assert (offer.version, offer.name, offer.asks) == (version, "churn", 2)


def test_newest_version_is_offered() -> None:
    first = forms.made()
    blueprint = titled(first.blueprint, "Better")
    second = operations.publish(name="churn", version=blueprint.version, by=None, at=NOW)

    assert [offer.version for offer in queries.offered_to(factories.scientist())] == [second]
    assert [version.n for version in queries.versions(blueprint)] == [2, 1]
    assert first.document["title"] == "Churn model from an S3 folder"


def test_form_of_other_teams_is_not_offered() -> None:
    forms.made(forms.outline(teams=["fraud"]))

    assert queries.offered_to(factories.scientist()) == []
    assert len(queries.offered_to(factories.scientist("fritz", teams=("fraud",)))) == 1
    with pytest.raises(NotFound):
        queries.offered("churn", factories.scientist("selma"))


def test_retired_form_is_not_offered_until_it_is_back() -> None:
    blueprint = forms.made().blueprint
    sally = factories.scientist()

    blueprint = step("retire", blueprint)
    assert queries.offered_to(sally) == []
    with pytest.raises(Refused, match="retired"):
        titled(blueprint, "x")

    blueprint = step("unretire", blueprint)
    assert len(queries.offered_to(sally)) == 1
    with pytest.raises(Stale, match="offered already"):
        step("unretire", blueprint)


@pytest.mark.parametrize("role", ["scientist", "approver", "auditor"])
def test_only_admins_design(role: str) -> None:
    forms.made()
    person = getattr(factories, role)()
    calls: list[tuple[str, dict[str, Any]]] = [
        ("create", {"name": "other", "document": forms.outline()}),
        ("edit", {"name": "churn", "document": forms.outline(), "version": 1}),
        ("restore", {"name": "churn", "n": 1, "version": 1}),
        *((verb, {"name": "churn", "version": 1}) for verb in ("undo", "redo", "publish", "retire", "unretire")),
    ]
    for verb, arguments in calls:
        with pytest.raises(Refused, match="Only admins"):
            getattr(operations, verb)(**arguments, by=person, at=NOW)


def test_admin_designs_and_the_log_says_so() -> None:
    ada = factories.admin()
    version = forms.made(by=ada)
    step("retire", version.blueprint)

    assert names()[-3:] == ["blueprints.created", "blueprints.published", "blueprints.retired"]
    event = Event.objects.get(name="blueprints.published")
    assert (event.actor_label, event.subject_id, event.data["digest"]) == ("ada", "churn", version.digest)


@pytest.mark.parametrize(
    "name", ["", "New", "new", "import", "schema", "a b", "-a", "a-", "a" * 51, "a\n", "ä", "../x"]
)
def test_name_stands_in_an_address(name: str) -> None:
    with pytest.raises(Refused, match="small letters"):
        begun(name)


def test_name_is_given_once() -> None:
    begun()
    with pytest.raises(Refused, match="already"):
        begun()


def test_what_is_no_blueprint_is_not_stored() -> None:
    with pytest.raises(Refused, match="/title"):
        operations.create(name="churn", document=forms.outline(title=3), by=None, at=NOW)
    blueprint = begun()
    with pytest.raises(Refused, match="/title"):
        operations.edit(name="churn", document=forms.outline(title=3), version=1, by=None, at=NOW)
    assert Blueprint.objects.get(pk=blueprint.pk).text == blueprint.text


def test_nothing_is_written_over_what_somebody_else_saved() -> None:
    blueprint = begun()
    titled(blueprint, "First")
    with pytest.raises(Stale):
        operations.edit(name="churn", document=forms.outline(title="Second"), version=1, by=None, at=NOW)


def test_undo_goes_back_and_redo_forth() -> None:
    blueprint = titled(titled(begun(), "Two"), "Three")

    blueprint = step("undo", blueprint)
    assert title_of(blueprint) == "Two"
    blueprint = step("undo", blueprint)
    assert title_of(blueprint) == "Churn model from an S3 folder"
    with pytest.raises(Refused, match="nothing to undo"):
        step("undo", blueprint)
    blueprint = step("redo", step("redo", blueprint))
    assert title_of(blueprint) == "Three"
    with pytest.raises(Refused, match="nothing to redo"):
        step("redo", blueprint)


def test_edit_after_undo_forgets_what_was_undone() -> None:
    blueprint = titled(step("undo", titled(begun(), "Two")), "Other")

    with pytest.raises(Refused, match="nothing to redo"):
        step("redo", blueprint)
    assert title_of(step("undo", blueprint)) == "Churn model from an S3 folder"


def test_same_once_more_is_no_edit() -> None:
    blueprint = begun()
    again = operations.edit(name="churn", document=forms.outline(), version=1, by=None, at=NOW)
    assert again.version == blueprint.version


def test_so_many_edits_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(working_copy, "KEPT", 3)
    blueprint = begun()
    for number in range(5):
        blueprint = titled(blueprint, str(number))
    assert [edit.position for edit in Edit.objects.all()] == [3, 4, 5]
    assert title_of(step("undo", step("undo", blueprint))) == "2"


def test_version_comes_back_as_an_edit() -> None:
    blueprint = titled(forms.made().blueprint, "Worse")
    blueprint = operations.restore(name="churn", n=1, version=blueprint.version, by=None, at=NOW)

    assert blueprint.document == forms.outline()
    assert title_of(step("undo", blueprint)) == "Worse"
    with pytest.raises(NotFound):
        operations.restore(name="churn", n=2, version=blueprint.version + 1, by=None, at=NOW)


def test_same_form_is_not_published_twice() -> None:
    blueprint = forms.made().blueprint
    with pytest.raises(Refused, match="Nothing changed since version 1"):
        step("publish", blueprint)


@pytest.mark.parametrize("verb", ["update", "delete"])
def test_what_was_published_never_changes(verb: str) -> None:
    version = forms.made()
    with pytest.raises(DatabaseError, match="never change"), transaction.atomic():
        version.save() if verb == "update" else version.delete()


def test_unknown_form_is_not_found() -> None:
    with pytest.raises(NotFound):
        queries.get("churn")
    with pytest.raises(NotFound):
        operations.publish(name="churn", version=1, by=None, at=NOW)
