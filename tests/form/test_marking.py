"""Does a person's word that a variable is a secret hold, wherever the variable goes?"""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models_ui.contract.guarded import Guarded
from models_ui.contract.json_types import Document
from models_ui.form import posting
from models_ui.form.posting import Applied
from models_ui.form.steps import step_named, steps
from models_ui.web import diffs
from tests.form import designed

ONE: dict[str, Any] = {"PrimaryContainer": {"Environment": {"PIN": "1234", "MODE": "fast", "HF_TOKEN": "abc"}}}
ENVIRONMENT = "PrimaryContainer.Environment"
PIN = "/PrimaryContainer/Environment/PIN"


def pressed(action: str, marks: tuple[str, ...] = (), masked: frozenset[str] = frozenset(), **controls: str) -> Applied:
    """Return the request after a button of the container's screen."""
    step = step_named(ONE, "container")
    assert step
    post = {name.replace("__", "."): text for name, text in controls.items()}
    return posting.apply(ONE, step, {"action": action, **post}, marks=marks, masked=masked)


def test_variable_is_marked_and_focus_stays_at_its_button() -> None:
    done = pressed(f"mark:{ENVIRONMENT}.0")
    assert (done.document, done.marks) == (ONE, (PIN,))
    assert done.said == ("Variable PIN is marked as a secret: only the owner of this draft sees it.",)
    assert done.focus == "PrimaryContainer.Environment.PIN-mark"


def test_mark_is_taken_away_again() -> None:
    done = pressed(f"unmark:{ENVIRONMENT}.0", (PIN,))
    assert (done.document, done.marks, done.said) == (ONE, (), ("Variable PIN is shown again.",))


def test_what_looks_like_a_secret_stays_masked_and_it_is_said_why() -> None:
    done = pressed(f"unmark:{ENVIRONMENT}.2", (PIN, "/PrimaryContainer/Environment/HF_TOKEN"))
    assert done.said == ("Variable HF_TOKEN looks like a secret, so it stays masked.",)
    assert "/PrimaryContainer/Environment/HF_TOKEN" in Guarded(done.document, done.marks).secrets


def test_mark_of_what_the_person_does_not_see_is_not_theirs_to_take_away() -> None:
    assert pressed(f"unmark:{ENVIRONMENT}.0", (PIN,), frozenset({PIN})).marks == (PIN,)


@pytest.mark.parametrize("target", ["PrimaryContainer", ENVIRONMENT, f"{ENVIRONMENT}.9", "/ModelName", "/", ""])
def test_only_a_variable_can_be_marked(target: str) -> None:
    done = pressed(f"mark:{target}")
    assert (done.document, done.marks, done.said) == (ONE, (), ())


def test_mark_goes_along_with_a_new_name_and_a_new_value() -> None:
    done = pressed(
        "", (PIN,), PrimaryContainer__Environment__0__key="CODE", PrimaryContainer__Environment__0__value="9"
    )
    assert done.marks == ("/PrimaryContainer/Environment/CODE",)


def test_mark_stays_with_a_variable_that_a_designed_form_asks_for_by_itself() -> None:
    form = designed.layout({}, part=(PIN,))
    step = step_named(ONE, "part", form)
    assert step
    done = posting.apply(ONE, step, {"PrimaryContainer.Environment.PIN": "9"}, marks=[PIN])
    assert variables(done.document)[PIN] == "9"
    assert done.marks == (PIN,)


def test_row_that_is_typed_and_marked_in_one_post_is_marked() -> None:
    done = pressed(
        f"mark:{ENVIRONMENT}.3",
        (PIN,),
        PrimaryContainer__Environment__3__key="CODE",
        PrimaryContainer__Environment__3__value="9",
    )
    assert done.marks == (PIN, "/PrimaryContainer/Environment/CODE")


@st.composite
def requests(draw: st.DrawFn) -> Document:
    """Return a request whose variables have values that occur once."""
    counts = draw(st.lists(st.integers(0, 3), min_size=1, max_size=3))
    numbers = iter(range(100))
    made: list[Any] = [{"Environment": {f"V{index}": f"value-{next(numbers)}-" for index in range(n)}} for n in counts]
    if len(made) == 1 and draw(st.booleans()):
        return {"PrimaryContainer": made[0]}
    for index, container in enumerate(made):
        container |= {"ContainerHostname": f"c{index}"} if draw(st.booleans()) else {}
    return {"Containers": made}


def posts(document: Document, draw: st.DrawFn) -> tuple[str, dict[str, str]]:
    """Return a screen of a request and what is done on it: any button, a new name, a new value, the other kind."""
    step = draw(st.sampled_from(steps(document)))
    root = {"container": "PrimaryContainer"}.get(step.name, f"Containers.{step.container or 0}")
    entry = f"{root}.Environment.{draw(st.integers(0, 4))}"
    verb = draw(st.sampled_from(["mark", "mark", "mark", "unmark", "remove", "add", "up", "down"]))
    target = draw(
        st.sampled_from([entry, f"{root}.Environment", f"Containers.{draw(st.integers(0, 2))}", "Containers"])
    )
    post = {"action": f"{verb}:{entry if verb.endswith('mark') else target}"}
    if draw(st.booleans()):
        post[f"{entry}.key"] = draw(st.sampled_from(["V0", "V1", "OTHER", "NAME", ""]))
    if step.name == "basics":
        post["ask.kind"] = draw(st.sampled_from(["primary", "pipeline"]))
    return step.name, post


def variables(document: Document) -> dict[str, str]:
    """Return the values of all variables by place."""
    primary: Any = document.get("PrimaryContainer", {})
    listed: Any = document.get("Containers", [])
    roots = [("/PrimaryContainer", primary), *((f"/Containers/{n}", one) for n, one in enumerate(listed))]
    return {f"{root}/Environment/{k}": v for root, one in roots for k, v in one.get("Environment", {}).items()}


@settings(max_examples=200, deadline=None)
@given(requests(), st.data())
def test_marked_value_is_masked_wherever_it_went_and_nothing_else(document: Document, data: st.DataObject) -> None:
    first, marks, secret = document, tuple[str, ...](), set[str]()
    for _ in range(data.draw(st.integers(2, 8))):
        name, post = data.draw(st.composite(lambda draw, now: posts(now, draw))(document))
        step = step_named(document, name)
        assert step
        done = posting.apply(document, step, post, marks=marks)
        now = variables(done.document)
        added = {now[place] for place in done.marks} - secret
        assert len(added) <= (1 if post["action"].startswith("mark:") else 0)
        taken = secret & (set(now.values()) - {now[place] for place in done.marks})
        assert len(taken) <= (1 if post["action"].startswith("unmark:") else 0)
        document, marks, secret = done.document, done.marks, (secret | added) & set(now.values()) - taken
    guarded = Guarded(document, marks)
    shown = json.dumps(guarded.shown)
    assert {value for value in variables(document).values() if value and value not in shown} == secret - {""}
    told = str(diffs.groups(Guarded(first), guarded))
    assert not [value for value in secret if value and value in told]
