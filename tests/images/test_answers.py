"""Does the catalogue give the same URI as sagemaker-core itself?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from models_ui.images.lookup import Unresolved, Wanted, uri, with_processor

# Made by scripts/image_answers.py, which asks the package.
Answer = tuple[str, str, str | None, str | None, str, str, str | None]
ANSWERS: list[Answer] = [
    tuple(row) for row in json.loads((Path(__file__).parent.parent / "data" / "image_answers.json").read_text())
]


def test_there_are_enough_answers() -> None:
    assert len([answer for answer in ANSWERS if answer[-1]]) > 500


@pytest.mark.parametrize("framework", sorted({answer[0] for answer in ANSWERS}))
def test_catalogue_answers_as_the_package_does(framework: str) -> None:
    asked = [answer for answer in ANSWERS if answer[0] == framework]
    assert [ours(answer) for answer in asked] == [answer[-1] for answer in asked]


def ours(answer: Answer) -> str | None:
    framework, version, base, python, instance, region, _ = answer
    if framework == "huggingface" and "inf" in instance:
        framework = "huggingface-neuron" if "inf1" in instance else "huggingface-neuronx"
    wanted = with_processor(Wanted(framework, version, python=python or "", base=base or ""), instance)
    try:
        return uri(wanted, region)
    except Unresolved as unresolved:
        return None if unresolved.code == "not-in-region" else unresolved.sentence
