"""Is an image said in words beside its control, and where a request is reviewed?"""

from __future__ import annotations

from models_ui.contract.json_types import Document
from models_ui.form import fields, summary
from models_ui.form.steps import step_named
from models_ui.form.views import FieldView

AWS = "763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-inference:2.6.0-gpu-py312"
WORDS = "AWS PyTorch inference 2.6.0, GPU, Python 3.12"
PLACE = "/PrimaryContainer/Image"


def asked(document: Document, masked: frozenset[str] = frozenset()) -> FieldView:
    step = step_named(document, "container")
    assert step
    items = [item for group in fields.page(document, step, (), masked=masked) for item in group.items]
    return next(item for item in items if isinstance(item, FieldView) and item.pointer == PLACE)


def test_image_is_said_in_words_at_its_control() -> None:
    view = asked({"PrimaryContainer": {"Image": AWS}})
    assert view.said == WORDS
    assert "PrimaryContainer-Image-said" in view.described.replace(".", "-")


def test_nothing_is_said_of_no_image() -> None:
    view = asked({"PrimaryContainer": {}})
    assert view.said == ""
    assert "said" not in view.described


def test_nothing_is_said_of_an_image_that_is_hidden() -> None:
    assert asked({"PrimaryContainer": {"Image": AWS}}, frozenset({PLACE})).said == ""


def test_image_is_said_in_words_at_the_review() -> None:
    rows = [row for card in summary.cards({"PrimaryContainer": {"Image": AWS}}) for row in card.rows]
    assert [(row.text, row.said) for row in rows if row.pointer == PLACE] == [(AWS, WORDS)]
