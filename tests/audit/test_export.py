"""Does the log leave the house whole and harmless?"""

from __future__ import annotations

import csv
import io
import json

import pytest
from django.db import transaction

from models_ui.audit import export
from models_ui.audit.actors import SYSTEM
from models_ui.audit.models import Event
from models_ui.audit.operations import Subject, record
from models_ui.audit.vocabulary import Name
from tests.factories import NOW


def event(reason: str) -> Event:
    """Return one event with this reason."""
    with transaction.atomic():
        return record(
            name=Name.DRAFT_CREATED, actor=SYSTEM, subject=Subject("draft", "1", "churn"), at=NOW, reason=reason
        )


@pytest.mark.django_db
@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＠"])
def test_formula_is_made_harmless_in_csv(start: str) -> None:
    row = read_csv("".join(export.rows([event(f"{start}1+1")])))[0]

    assert row["reason"] == f"'{start}1+1"


@pytest.mark.django_db
@pytest.mark.parametrize("reason", ['quotes " and, commas', "two\r\nlines", "ünïcode \U0001f600", "a=b"])
def test_csv_gives_back_what_is_harmless(reason: str) -> None:
    assert read_csv("".join(export.rows([event(reason)])))[0]["reason"] == reason


@pytest.mark.django_db
def test_semicolon_begins_no_cell() -> None:
    line = list(export.rows([event("a;=1+1")]))[1]

    assert '"a;=1+1"' in line


@pytest.mark.django_db
def test_jsonl_holds_the_canonical_text_byte_for_byte() -> None:
    made = event("=1+1")
    line = next(export.jsonl([made]))

    assert made.canonical in line
    assert json.loads(line) == {"id": made.id, "event": json.loads(made.canonical)}


def read_csv(text: str) -> list[dict[str, str]]:
    """Return the rows as a spreadsheet would read them."""
    return list(csv.DictReader(io.StringIO(text, newline="")))
