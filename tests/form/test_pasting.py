"""Does what was pasted become variables, said to the last one, or stay in its box?"""

from __future__ import annotations

from typing import Any

import pytest

from models_ui.form import posting
from models_ui.form.posting import Applied
from models_ui.form.steps import step_named
from tests.form import designed

ENVIRONMENT = "PrimaryContainer.Environment"
BOX = f"ask.variables.{ENVIRONMENT}"
PLACE = "/PrimaryContainer/Environment/"


def pasted(
    text: str,
    variables: dict[str, str] | None = None,
    *,
    action: str = f"paste:{ENVIRONMENT}",
    **options: Any,
) -> Applied:
    """Return what a post with a filled box makes of a container with these variables."""
    document: Any = {"PrimaryContainer": {"Image": "x"} | ({} if variables is None else {"Environment": variables})}
    step = step_named(document, "container")
    assert step
    return posting.apply(document, step, {"action": action, BOX: text}, **options)


def environment(done: Applied) -> Any:
    """Return the variables after a post."""
    container: Any = done.document["PrimaryContainer"]
    return container.get("Environment")


def test_variables_are_added_after_those_that_are_there() -> None:
    done = pasted("B=2\nC=3", {"A": "1"})
    assert list(environment(done).items()) == [("A", "1"), ("B", "2"), ("C", "3")]
    assert done.said == ("Added 2 variables: B and C.",)
    assert (done.focus, done.boxes) == ("PrimaryContainer.Environment.B", {})


def test_container_without_variables_gets_its_first() -> None:
    assert environment(pasted("A=1")) == {"A": "1"}


def test_what_is_replaced_and_what_stays_is_said() -> None:
    done = pasted("A=1\nB=9\nC=3\nD=4", {"A": "1", "B": "2"})
    assert environment(done) == {"A": "1", "B": "9", "C": "3", "D": "4"}
    assert done.said == ("Added 2 variables: C and D.", "Replaced 1 variable: B.", "As it was: A.")


def test_of_many_the_first_are_named() -> None:
    (said,) = pasted("\n".join(f"A{n}=1" for n in range(9))).said
    assert said == "Added 9 variables: A0, A1, A2, A3, A4 and 4 more."


def test_how_something_was_read_is_said_as_well() -> None:
    assert "Line 1: “A” was a number, and is a text now: a variable holds nothing else." in pasted('{"A": 1}').said


def test_box_with_a_wrong_line_adds_nothing_and_keeps_its_text() -> None:
    done = pasted("B=2\nwhat", {"A": "1"})
    assert environment(done) == {"A": "1"}
    assert done.misread
    assert done.boxes[ENVIRONMENT].text == "B=2\nwhat"
    assert done.boxes[ENVIRONMENT].errors == (
        "Line 2: this is no variable. Write it as in KEY=value, or with # before it.",
    )
    assert done.focus == f"{ENVIRONMENT}-box"


def test_other_button_leaves_the_box_as_it_is() -> None:
    done = pasted("B=2", {"A": "1"}, action=f"add:{ENVIRONMENT}")
    assert environment(done) == {"A": "1", "": ""}
    assert (done.boxes[ENVIRONMENT].text, done.misread) == ("B=2", False)


def test_whoever_leaves_has_the_box_read() -> None:
    assert environment(pasted("B=2", {"A": "1"}, action="continue", leaves=True)) == {"A": "1", "B": "2"}


def test_empty_box_says_nothing() -> None:
    done = pasted(" \n", {"A": "1"}, action="continue", leaves=True)
    assert (done.said, done.boxes) == ((), {})


def test_pasted_value_of_a_marked_variable_stays_marked() -> None:
    done = pasted("PIN=9\nB=2", {"PIN": "1"}, marks=[PLACE + "PIN"])
    assert done.marks == (PLACE + "PIN",)


def test_masked_variable_cannot_be_replaced_by_a_paste() -> None:
    done = pasted("PIN=9", {"PIN": "1"}, masked=frozenset({PLACE + "PIN"}))
    assert environment(done) == {"PIN": "1"}
    assert done.boxes[ENVIRONMENT].errors == ("“PIN” is masked for you, so you cannot replace it. Take its line out.",)


@pytest.mark.parametrize(
    "name", ["", "Tags", "PrimaryContainer", "PrimaryContainer.Image", "Containers.9.Environment", "x" * 5000]
)
def test_box_of_no_map_adds_nothing(name: str) -> None:
    document: Any = {"PrimaryContainer": {"Image": "x"}}
    step = step_named(document, "container")
    assert step
    done = posting.apply(document, step, {"action": f"paste:{name}", f"ask.variables.{name}": "A=1"})
    assert done.document == document


def test_variable_that_the_form_has_set_cannot_be_replaced_by_a_paste() -> None:
    document: Any = {"PrimaryContainer": {"Environment": {"HF_TASK": "fill-mask", "A": "1"}}}
    place = "/PrimaryContainer/Environment"
    form = designed.layout({f"{place}/HF_TASK": {"locked": True}}, part=(place,))
    step = step_named(document, "part", form)
    assert step
    done = posting.apply(document, step, {"action": f"paste:{ENVIRONMENT}", BOX: "HF_TASK=mine\nA=2"})
    assert done.document == document
    assert done.boxes[ENVIRONMENT].errors == ("“HF_TASK” is set by this form. Take its line out.",)


def test_variables_of_a_wrong_type_are_in_the_way() -> None:
    document: Any = {"PrimaryContainer": {"Environment": [1]}}
    step = step_named(document, "container")
    assert step
    done = posting.apply(document, step, {"action": f"paste:{ENVIRONMENT}", BOX: "A=1"})
    assert done.document == document
    assert done.misread
