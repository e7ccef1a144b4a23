"""Is a request that somebody builds step by step read with all its steps, or is it said what is missing?"""

from __future__ import annotations

from contextlib import suppress

import pytest

from models_ui.contract import dialects
from models_ui.contract.json_types import Document
from models_ui.contract.loader import NotReadable

TAG: Document = {"Key": "team", "Value": "risk"}
PYTHON = """params = {"ModelName": "a", "Tags": []}
container = {"Image": "a.b/c:1"}
container["Environment"] = {"A": "1"}
container["Environment"]["B"] = "2"
params["PrimaryContainer"] = container
params["Tags"].append({"Key": "team", "Value": "risk"})
params["Tags"][0]["Value"] = "fraud"
params.update(EnableNetworkIsolation=True)
params.update({"ExecutionRoleArn": "r"})
params["ModelName"] = "b"
sm.create_model(**params)
params["ModelName"] = "later"
"""
R = """args <- list(ModelName = "a", Tags = list(list(Key = "team", Value = "risk")))
container <- list(Image = "a.b/c:1", Environment = list(A = "1"))
container$Environment$B <- "2"
args[["PrimaryContainer"]] <- container
args$Tags[[1]]$Value <- "fraud"
args$EnableNetworkIsolation = TRUE
args$ExecutionRoleArn <- "r"
args$ModelName <- "b"
do.call(svc$create_model, args)
args$ModelName <- "later"
"""
BUILT: Document = {
    "ModelName": "b",
    "Tags": [{"Key": "team", "Value": "fraud"}],
    "PrimaryContainer": {"Image": "a.b/c:1", "Environment": {"A": "1", "B": "2"}},
    "EnableNetworkIsolation": True,
    "ExecutionRoleArn": "r",
}


@pytest.mark.parametrize("text", [PYTHON, R], ids=["Python", "R"])
def test_every_step_up_to_the_call_counts_and_none_after_it(text: str) -> None:
    reading = dialects.read(text)

    assert (reading.document, reading.findings) == (BUILT, ())


def test_order_of_what_was_there_stays() -> None:
    document = dialects.read('p = dict(A=1, B=2, C=3)\np["B"] = 4\nsm.create_model(ModelName="a", **p)').document

    assert list(document.items()) == [("ModelName", "a"), ("A", 1), ("B", 4), ("C", 3)]


@pytest.mark.parametrize(
    ("text", "document", "line"),
    [
        (
            'p = {"ModelName": "a"}\nif vpc:\n    p["VpcConfig"] = {}\nsm.create_model(**p)',
            {"ModelName": "a", "VpcConfig": {}},
            3,
        ),
        (
            'c = []\nfor i in range(3):\n    c.append({"Image": "a"})\nsm.create_model(Containers=c)',
            {"Containers": [{"Image": "a"}]},
            3,
        ),
        ('p <- list(ModelName = "a")\nif (x) {\n  p$Tags <- list()\n}\ndo.call(create_model, p)', {"ModelName": "a", "Tags": []}, 3),
    ],
)  # fmt: skip
def test_step_that_is_not_sure_is_taken_and_told(text: str, document: Document, line: int) -> None:
    reading = dialects.read(text)
    [finding] = reading.findings

    assert reading.document == document
    assert (finding.code, finding.severity) == ("guessed", "warning")
    assert finding.message.startswith(f"Line {line}: ")
    assert "under a condition, or more than once" in finding.message


@pytest.mark.parametrize(
    "step",
    [
        'p["Tags"] += [{}]', 'del p["Tags"]', 'p.pop("Tags")', "p.clear()", "p[key] = 1", 'p["Tags"].extend(more)', "p.update(more)",
        'p["Nowhere"]["Deeper"] = 1', 'p["Tags"][7] = {}', 'p["ModelName"].append("x")', 'p["Tags"].insert(0, {})', "p[True] = 1",
        'p["Tags"][-1] = {}', 'p.setdefault("Tags", [])',
    ],
)  # fmt: skip
def test_step_that_cannot_be_followed_is_told(step: str) -> None:
    reading = dialects.read(f'p = {{"ModelName": "a", "Tags": []}}\n{step}\nsm.create_model(**p)')

    assert reading.document == {"ModelName": "a", "Tags": []}
    assert [finding.message for finding in reading.findings] == [
        "Line 2: what is done to “p” here cannot be followed. See that nothing is missing."
    ]


@pytest.mark.parametrize("step", ['other["Tags"] = 1', "print(p)", "p.copy()", "q.update(A=1)", 'f(p)["x"] = 1'])
def test_step_of_something_else_is_not_spoken_of(step: str) -> None:
    reading = dialects.read(f'p = {{"ModelName": "a"}}\n{step}\nsm.create_model(**p)')

    assert (reading.document, reading.findings) == ({"ModelName": "a"}, ())


@pytest.mark.parametrize("text", [
    'sm.create_model(ModelName="a")\nsm.create_model(ModelName="b")',
    'svc$create_model(ModelName = "a")\nsvc$create_model(ModelName = "b")',
])  # fmt: skip
def test_second_call_is_told(text: str) -> None:
    reading = dialects.read(text)

    assert reading.document == {"ModelName": "a"}
    assert [finding.message for finding in reading.findings] == [
        "Line 2: this is another call of create_model, which is left out. Paste it by itself."
    ]


def test_step_of_the_sdk_is_told_too() -> None:
    text = 'env = {"A": "1"}\nenv["B"] = "2"\nif x:\n    env["C"] = "3"\nModel(image_uri="a.b/c:1", role="r", env=env)'
    reading = dialects.read(text)

    assert reading.document["PrimaryContainer"] == {"Image": "a.b/c:1", "Environment": {"A": "1", "B": "2", "C": "3"}}
    assert [finding.message[:7] for finding in reading.findings] == ["Line 4:"]


@pytest.mark.parametrize("text", [
    'p = {"A": 1}\np["B"] = p\nsm.create_model(**p)',
    "p = [1]\n" + "p.append(p)\n" * 400 + "sm.create_model(Tags=p)",
    "p = {}\n" + "".join(f'p["a{n}"] = {{}}\n' for n in range(3000)) + "sm.create_model(**p)",
    "p <- list(a = 1)\np$b <- p\ndo.call(create_model, p)",
    "p <- list()\n" + "".join(f"p$a{n} <- list(p, p)\n" for n in range(600)) + "do.call(create_model, p)",
    "x" + '["a"]' * 9000 + " = 1",
])  # fmt: skip
def test_circles_and_very_many_steps_are_survived(text: str) -> None:
    with suppress(NotReadable):
        dialects.read(text)
