"""Does a person's word that a variable is a secret hold, wherever the variable goes?"""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models_ui.contract.guarded import Guarded
from models_ui.contract.json_types import Document
from models_ui.form import fields, posting
from models_ui.form.posting import Applied
from models_ui.form.steps import step_named, steps
from models_ui.form.taken import Taken, taken_of, text_of
from models_ui.form.views import FieldView
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


def test_removed_variable_comes_back_marked() -> None:
    step = step_named(ONE, "container")
    assert step
    without = posting.apply(ONE, step, {"action": f"remove:{ENVIRONMENT}.0"}, marks=[PIN])
    assert without.marks == ()
    back = posting.apply(without.document, step, {"action": "undo"}, marks=without.marks, out=stored(without))
    assert (back.document, back.marks) == (ONE, (PIN,))


@pytest.mark.parametrize(("marks", "action"), [([], f"mark:{PIN}"), ([PIN], f"unmark:{PIN}")])
def test_variable_that_is_asked_for_by_itself_has_the_button(marks: list[str], action: str) -> None:
    form = designed.layout({}, part=(PIN, "/PrimaryContainer/Environment/HF_TOKEN", "/ExecutionRoleArn"))
    step = step_named(ONE, "part", form)
    assert step
    items = [item for group in fields.page(ONE, step, (), marks=marks) for item in group.items]
    offers = [offer.action for item in items if isinstance(item, FieldView) for offer in item.offers]
    assert offers == [action]
    assert posting.apply(ONE, step, {"action": action}, marks=marks).marks == tuple({PIN} - set(marks))


def test_row_that_is_typed_and_marked_in_one_post_is_marked() -> None:
    done = pressed(
        f"mark:{ENVIRONMENT}.3",
        (PIN,),
        PrimaryContainer__Environment__3__key="CODE",
        PrimaryContainer__Environment__3__value="9",
    )
    assert done.marks == (PIN, "/PrimaryContainer/Environment/CODE")


def stored(done: Applied) -> Taken | None:
    """Return what can be put back as the database gives it."""
    return taken_of(text_of(done.out))


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
    """Return a screen of a request and what is done on it: any button, a new name, a paste, the other kind."""
    step = draw(st.sampled_from([step for step in steps(document) if step.name not in ("access", "tags")]))
    if step.name == "basics":
        return step.name, {"ask.kind": draw(st.sampled_from(["primary", "pipeline"])), "action": ""}
    if step.name == "containers":
        verb = draw(st.sampled_from(["up", "down", "remove", "duplicate", "undo"]))
        return step.name, {"action": verb if verb == "undo" else f"{verb}:Containers.{draw(st.integers(0, 2))}"}
    root = "PrimaryContainer" if step.container is None else f"Containers.{step.container}"
    entry = f"{root}.Environment.{draw(st.integers(0, 3))}"
    verb = draw(
        st.sampled_from(["mark", "mark", "mark", "unmark", "remove", "remove", "add", "paste", "undo", "undo", "copy"])
    )
    target = f"{root}.Environment" if verb in ("add", "paste") else entry
    post = {
        "action": verb if verb in ("undo", "copy") else f"{verb}:{target}",
        "ask.copy": str(draw(st.integers(0, 2))),
    }
    if verb == "paste":
        post[f"ask.variables.{target}"] = f"NEW{draw(st.integers(0, 9))}=pasted-{draw(st.integers())}-"
    elif draw(st.booleans()):
        post[f"{root}.Environment.0.key"] = draw(st.sampled_from(["V0", "V1", "OTHER", "NAME", ""]))
    return step.name, post


def variables(document: Document) -> dict[str, str]:
    """Return the values of all variables by place."""
    primary: Any = document.get("PrimaryContainer", {})
    listed: Any = document.get("Containers", [])
    roots = [("/PrimaryContainer", primary), *((f"/Containers/{n}", one) for n, one in enumerate(listed))]
    return {f"{root}/Environment/{k}": v for root, one in roots for k, v in one.get("Environment", {}).items()}


@settings(max_examples=100, deadline=None)
@given(requests(), st.data())
def test_marked_value_is_masked_wherever_it_went_and_nothing_else(document: Document, data: st.DataObject) -> None:
    first, marks, out, secret, copied = document, tuple[str, ...](), None, set[str](), False
    for _ in range(data.draw(st.integers(2, 10))):
        name, post = data.draw(st.composite(lambda draw, now: posts(now, draw))(document))
        verb, step = post["action"].partition(":")[0], step_named(document, name)
        assert step
        values = list(variables(document).values())
        if verb.endswith("mark") and len(values) != len(set(values)):
            # A value that was copied may be marked at one place and not at the other.
            continue
        copied = copied or verb in ("copy", "duplicate")
        done = posting.apply(document, step, post, marks=marks, out=out)
        now = variables(done.document)
        marked = {now[place] for place in done.marks} - {""}
        open_now = {value for place, value in now.items() if place not in done.marks} - {""}
        # A value that is pasted over a marked one is as secret; what was taken out comes back as it was.
        assert len(marked - secret) <= (verb in ("mark", "paste", "undo"))
        assert len(open_now & secret) <= (verb == "unmark" or copied and verb == "undo")
        secret = (secret | marked) - open_now
        document, marks, out = done.document, done.marks, stored(done)
    guarded, here = Guarded(document, marks), set(variables(document).values()) - {""}
    shown = json.dumps(guarded.shown)
    assert {value for value in here if value not in shown} == secret & here
    told = str(diffs.groups(Guarded(first), guarded))
    assert not [value for value in secret & here if value and value in told]
