"""Does a draft keep what was typed, for those who may, and overwrite nobody?"""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest

from models_ui.audit.models import Event
from models_ui.audit.refusals import NotFound, Refused, Stale
from models_ui.contract.json_types import Document
from models_ui.drafts import operations
from models_ui.drafts.models import Draft
from tests import factories
from tests.factories import NOW

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(minutes=5)


def save(draft: Draft, by: object, **options: object) -> Draft:
    """Return the draft after a save by somebody who saw its first version."""
    facts = {"draft_id": draft.id, "document": {"ModelName": "new"}, "version": 1, "by": by, "at": LATER, **options}
    return operations.save(**facts)  # type: ignore[arg-type]


def test_new_draft_is_the_owners_and_told_of_once() -> None:
    sally = factories.scientist()

    draft = operations.create(owner=sally, at=NOW, origin="import")

    assert (draft.document, draft.version, draft.locked, draft.team.slug) == ({}, 1, False, "risk")
    assert list(draft.authors.all()) == [sally]
    event = Event.objects.get(name="drafts.created")
    assert (event.subject_id, event.actor_label, event.data) == (str(draft.id), "sally", {"origin": "import"})


def test_draft_is_made_for_another_team_of_the_owner_if_wished() -> None:
    sally = factories.scientist(teams=("risk", "search"))

    assert operations.create(owner=sally, at=NOW, team=factories.team("search")).team.slug == "search"


@pytest.mark.parametrize(
    ("roles", "teams", "team", "code"),
    [
        (("approver",), ("risk",), None, "data-scientist-only"),
        (("admin",), ("risk",), None, "data-scientist-only"),
        (("auditor",), ("risk",), None, "data-scientist-only"),
        ((), ("risk",), None, "data-scientist-only"),
        (("data-scientist",), (), None, "no-team"),
        (("data-scientist",), ("risk",), "search", "other-team"),
    ],
)
def test_draft_is_refused_to_whoever_may_not_make_one(
    roles: tuple[str, ...], teams: tuple[str, ...], team: str | None, code: str
) -> None:
    person = factories.person("pat", *roles, teams=teams)

    with pytest.raises(Refused) as refusal:
        operations.create(owner=person, at=NOW, team=factories.team(team) if team else None)

    assert refusal.value.code == code
    assert not Draft.objects.exists()


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"b": 1, "a": 2},
        {"ModelName": ["of", "a", "wrong", "type"]},
        {"Unknown": {"deep": [None, True, 1.5, "None", "two\r\nlines", "\x00", "𝄞"]}},
        {"Environment": {}, "Containers": [{}]},
    ],
)
def test_save_keeps_any_document_as_it_is_and_in_its_order(document: Document) -> None:
    sally = factories.scientist()
    draft = factories.draft(sally)

    save(draft, sally, document=document)

    kept = Draft.objects.get(id=draft.id)
    assert kept.document == document
    assert list(kept.document) == list(document)
    assert (kept.version, kept.updated_at) == (2, LATER)


def test_save_writes_no_event() -> None:
    sally = factories.scientist()
    draft = factories.draft(sally)
    before = Event.objects.count()

    save(draft, sally)

    assert Event.objects.count() == before


def test_everybody_who_saves_becomes_an_author() -> None:
    sally, tom = factories.scientist(), factories.scientist("tom")
    draft = factories.draft(sally)

    save(draft, tom)

    assert {author.username for author in draft.authors.all()} == {"sally", "tom"}


def test_save_keeps_the_connection_unless_another_is_named() -> None:
    sally, elsewhere = factories.scientist(), factories.connection("elsewhere", region="eu-west-1")
    draft = factories.draft(sally)

    assert save(draft, sally).connection == draft.connection
    assert save(draft, sally, version=2, connection=elsewhere).connection == elsewhere


@pytest.mark.parametrize("version", [0, 2, 99])
def test_save_of_another_version_than_the_current_one_is_stale_and_overwrites_nothing(version: int) -> None:
    sally = factories.scientist()
    draft = factories.draft(sally)

    with pytest.raises(Stale):
        save(draft, sally, version=version)

    assert Draft.objects.get(id=draft.id).document == draft.document


@pytest.mark.parametrize(
    ("roles", "teams"),
    [
        (("data-scientist",), ("search",)),
        (("approver", "admin", "auditor"), ("risk",)),
        ((), ("risk",)),
    ],
)
def test_draft_does_not_exist_for_whoever_is_no_data_scientist_of_the_team(
    roles: tuple[str, ...], teams: tuple[str, ...]
) -> None:
    draft = factories.draft(factories.scientist())
    stranger = factories.person("stranger", *roles, teams=teams)

    with pytest.raises(NotFound):
        save(draft, stranger)
    with pytest.raises(NotFound):
        operations.discard(draft_id=draft.id, by=stranger, at=LATER)


def test_draft_that_never_was_is_not_found() -> None:
    with pytest.raises(NotFound):
        operations.discard(draft_id=uuid.uuid4(), by=factories.scientist(), at=NOW)


@pytest.mark.parametrize("act", ["save", "discard"])
def test_locked_draft_is_not_changed_until_it_is_unlocked(act: str) -> None:
    sally = factories.scientist()
    draft = factories.draft(sally)
    operations.lock(draft.id)

    with pytest.raises(Stale) as refusal:
        save(draft, sally) if act == "save" else operations.discard(draft_id=draft.id, by=sally, at=LATER)
    operations.unlock(draft.id)

    assert refusal.value.code == "draft-locked"
    assert save(draft, sally).version == 2


def test_discarded_draft_is_put_away_told_of_and_not_changed_any_more() -> None:
    sally = factories.scientist()
    draft = factories.draft(sally)

    operations.discard(draft_id=draft.id, by=sally, at=LATER)

    assert Event.objects.get(name="drafts.discarded").subject_id == str(draft.id)
    with pytest.raises(Stale) as refusal:
        save(draft, sally, version=2)
    assert refusal.value.code == "draft-discarded"


def test_discarded_draft_comes_back_as_it_was_and_is_told_of() -> None:
    sally = factories.scientist()
    draft = factories.draft(sally)
    operations.discard(draft_id=draft.id, by=sally, at=LATER)

    restored = operations.restore(draft_id=draft.id, by=sally, at=LATER)

    assert (restored.discarded_at, restored.document, restored.version) == (None, draft.document, 3)
    assert Event.objects.get(name="drafts.restored").subject_id == str(draft.id)
    assert save(draft, sally, version=3).version == 4


def test_draft_that_is_there_cannot_be_brought_back() -> None:
    sally = factories.scientist()
    draft = factories.draft(sally)

    with pytest.raises(Stale):
        operations.restore(draft_id=draft.id, by=sally, at=LATER)


def test_draft_of_another_team_cannot_be_brought_back() -> None:
    sally = factories.scientist()
    draft = factories.draft(sally)
    operations.discard(draft_id=draft.id, by=sally, at=LATER)

    with pytest.raises(NotFound):
        operations.restore(draft_id=draft.id, by=factories.scientist("rita", teams=("search",)), at=LATER)


SECRETIVE: Document = {"PrimaryContainer": {"Environment": {"PIN": "123456", "MODE": "fast"}}}
PIN = "/PrimaryContainer/Environment/PIN"


def test_marks_are_kept_with_the_document_that_they_speak_of() -> None:
    sally = factories.scientist()
    draft = factories.draft(sally)

    save(draft, sally, document=SECRETIVE, marks=[PIN, "/PrimaryContainer/Environment/GONE"])

    draft.refresh_from_db()
    assert draft.secret_marks == [PIN]
    assert draft.guarded.secrets == {PIN}


def test_marks_follow_their_values_where_nobody_says_where_they_went() -> None:
    sally = factories.scientist()
    draft = operations.create(owner=sally, at=NOW, document=SECRETIVE, marks=[PIN])

    save(draft, sally, document={"Containers": [{"Environment": {"CODE": "123456", "MODE": "fast"}}]})

    draft.refresh_from_db()
    assert draft.secret_marks == ["/Containers/0/Environment/CODE"]


def test_copy_of_ones_own_draft_keeps_its_marks() -> None:
    sally = factories.scientist()
    draft = operations.create(owner=sally, at=NOW, document=SECRETIVE, marks=[PIN])

    copied = operations.copy(draft_id=draft.id, by=sally, at=LATER)

    assert (copied.document, copied.secret_marks) == (SECRETIVE, [PIN])


def test_copy_of_a_colleagues_draft_leaves_marked_values_out() -> None:
    draft = operations.create(owner=factories.scientist(), at=NOW, document=SECRETIVE, marks=[PIN])

    copied = operations.copy(draft_id=draft.id, by=factories.scientist("cora"), at=LATER)

    assert copied.document == {"PrimaryContainer": {"Environment": {"MODE": "fast"}}}
    assert (copied.left_out, copied.secret_marks) == ([PIN], [])
