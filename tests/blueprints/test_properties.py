"""Does no request leave its form, whatever the form says and whatever somebody sends?"""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction
from hypothesis import HealthCheck, assume, given, seed
from hypothesis import settings as bounds
from hypothesis import strategies as st

from models_ui.approvals import operations as approvals
from models_ui.audit.refusals import Refused
from models_ui.blueprints import checking
from models_ui.blueprints.document import UNSET, Blueprint, read
from models_ui.blueprints.sound import findings
from models_ui.blueprints.starting import moved, started
from models_ui.blueprints.words import Words, resolved
from models_ui.contract import ownership, pointers
from models_ui.contract.finding import errors
from models_ui.contract.json_types import Document, Json
from models_ui.drafts import operations
from models_ui.submissions import forms as frozen
from tests import factories
from tests.blueprints import drawn, forms
from tests.factories import NOW

WORDS = Words(team="risk", user="sally", date="2026-11-20", name="churn", region="us-east-1")
OTHERS = Words(team="fraud", user="fritz", date="2026-11-21", name="churn", region="us-east-1")
# What a form sets, as against what a person still has to fill in.
SET = {"blueprint-locked", "blueprint-limit", "blueprint-beyond", "blueprint-containers"}


@st.composite
def sound(draw: st.DrawFn) -> dict[str, Any]:
    """A form that may be published."""
    document = draw(drawn.forms())
    assume(not errors(findings(document)))
    return document


@bounds(max_examples=60)
@given(sound())
def test_sound_form_begins_within_its_own_locks_and_limits(document: dict[str, Any]) -> None:
    blueprint = resolved(read(document), WORDS)
    assert [found for found in checking.findings(blueprint, started(blueprint)) if found.code in SET] == []


@bounds(max_examples=60)
@given(sound())
def test_no_placeholder_is_left(document: dict[str, Any]) -> None:
    blueprint = resolved(read(document), WORDS)
    for text in (json.dumps(started(blueprint)), repr(blueprint.fields)):
        assert not any(word in text for word in ("{team}", "{user}", "{date}", "{name}", "{{", "}}x"))


@bounds(max_examples=60)
@given(sound())
def test_request_moves_to_other_words_whole(document: dict[str, Any]) -> None:
    mine, theirs = (resolved(read(document), words) for words in (WORDS, OTHERS))
    assert moved(started(mine), mine, theirs) == started(theirs)


@bounds(max_examples=60)
@given(sound())
def test_what_is_moved_to_the_same_form_stays(document: dict[str, Any]) -> None:
    blueprint = resolved(read(document), WORDS)
    assert moved(started(blueprint), blueprint, blueprint) == started(blueprint)


def kept(blueprint: Blueprint, request: Document) -> bool:
    """Say whether a request keeps to the simplest locks and limits, asked in another way than the product does."""
    for place, field in blueprint.fields.items():
        if "*" in place or place.startswith("/PrimaryContainer") and "PrimaryContainer" not in request:
            continue
        there = pointers.exists(request, place)
        value: Json = pointers.get(request, place) if there else None
        if field.locked and (value != field.value if field.value is not UNSET else there):
            return False
        if there and field.limit.prefixes and not str(value).startswith(field.limit.prefixes):
            return False
        if there and field.limit.choices and value not in [choice.value for choice in field.limit.choices]:
            return False
    return True


@pytest.mark.django_db
def test_no_submission_leaves_its_form() -> None:
    """Said of everything that came through all gates, and not of too little."""
    ends: Counter[str] = Counter()
    sally = factories.scientist()
    where = factories.connection()

    @seed(7)
    @bounds(max_examples=80, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def every(data: st.DataObject) -> None:
        document = data.draw(sound())
        with transaction.atomic():
            draft = operations.create(owner=sally, connection=where, blueprint=forms.made(document), at=NOW)
            form = resolved(read(document), WORDS)
            locked = [place for place, field in checking.told(form, draft.document) if field.locked]
            sent = data.draw(drawn.requests(draft.document, locked))
            try:
                draft = operations.save(draft_id=draft.id, document=sent, version=draft.version, by=sally, at=NOW)
                submission = approvals.submit(
                    draft_id=draft.id, version=draft.version, justification="Weekly.", by=sally, at=NOW
                )
            except Refused as refused:
                ends[refused.code] += 1
            else:
                ends["submitted"] += 1
                request = ownership.untagged(submission.current.request, key=settings.OWNERSHIP_TAG)
                assert errors(frozen.findings(submission.current)) == []
                assert kept(form, request)
            transaction.set_rollback(True)

    every()
    assert ends["submitted"] >= 15
    assert ends["blueprint-locked"] >= 15
    assert ends["has-errors"] >= 15
