"""Are the variables suggested that the image reads, and do the buttons beside them do what they say?"""

from __future__ import annotations

import re
from typing import Any

import pytest

from models_ui.contract.secrets import is_secret
from models_ui.form import fields, posting, variables
from models_ui.form.layouts.create_model_variables import COMMON, TITLES, VARIABLES
from models_ui.form.posting import Applied
from models_ui.form.steps import step_named
from models_ui.form.views import ListView
from models_ui.images.families import NAMINGS

DLC = "763104351884.dkr.ecr.us-east-1.amazonaws.com/"
ALL = [variable for known in (*VARIABLES.values(), COMMON) for variable in known]
KEY = re.compile(r"[A-Z_][A-Z0-9_]*\Z")


@pytest.mark.parametrize(
    ("image", "family", "key"),
    [
        (f"{DLC}djl-inference:0.30.0-lmi12.0.0-cu124", "lmi", "OPTION_ROLLING_BATCH"),
        (f"{DLC}huggingface-pytorch-tgi-inference:2.4.0-tgi2.3.1-gpu-py311-cu124-ubuntu22.04", "tgi", "MAX_TOTAL_TOKENS"),
        (f"{DLC}vllm:0.11.2-gpu-py312", "vllm", "SM_VLLM_MODEL"),
        (f"{DLC}sagemaker-tritonserver:24.09-py3", "triton", "SAGEMAKER_TRITON_DEFAULT_MODEL_NAME"),
        (f"{DLC}huggingface-pytorch-inference:2.1.0-transformers4.37.0-gpu-py310-cu118-ubuntu20.04", "huggingface", "HF_TASK"),
        (f"{DLC}pytorch-inference:2.6.0-gpu-py312-cu124-ubuntu22.04-sagemaker", "pytorch", "SAGEMAKER_TS_BATCH_SIZE"),
        (f"{DLC}tensorflow-inference:2.18.0-gpu", "tensorflow", "SAGEMAKER_TFS_ENABLE_BATCHING"),
        ("683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-scikit-learn:1.2-1-cpu-py3", "sklearn", "SAGEMAKER_PROGRAM"),
        ("683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1", "xgboost", "SAGEMAKER_PROGRAM"),
        ("123456789012.dkr.ecr.us-east-1.amazonaws.com/churn:1", "", "SAGEMAKER_PROGRAM"),
        ("", "", "SAGEMAKER_PROGRAM"),
        (None, "", "SAGEMAKER_PROGRAM"),
        (7, "", "SAGEMAKER_PROGRAM"),
    ],
)  # fmt: skip
def test_image_tells_which_variables_it_reads(image: Any, family: str, key: str) -> None:
    found, known = variables.of_image(image)
    assert found == family
    assert key in {variable.key for variable in known}


def test_families_are_those_of_images_and_have_titles() -> None:
    assert set(VARIABLES) <= {naming.family for naming in NAMINGS.values()}
    assert set(TITLES) == set(VARIABLES)


@pytest.mark.parametrize("family", VARIABLES)
def test_no_key_is_suggested_twice(family: str) -> None:
    keys = [variable.key for variable in VARIABLES[family]]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("variable", ALL, ids=lambda variable: variable.key)
def test_suggestion_is_a_key_with_a_sentence_and_an_example(variable: Any) -> None:
    assert KEY.match(variable.key)
    assert variable.does[0].isupper() or variable.does[0].isdigit() or variable.does.startswith("true ")
    assert variable.does.endswith(".")
    assert variable.example
    assert variable.fill in ("", variable.example)
    assert not is_secret(variable.key, variable.example)


def pressed(action: str, **entries: str) -> Applied:
    """Return a container with these variables after a button."""
    document: Any = {"PrimaryContainer": {"Environment": entries}}
    step = step_named(document, "container")
    assert step
    return posting.apply(document, step, {"action": action})


def environment(done: Applied) -> Any:
    """Return the variables after a button."""
    container: Any = done.document["PrimaryContainer"]
    return container["Environment"]


PROGRAM = "variable:/PrimaryContainer/Environment/SAGEMAKER_PROGRAM"


def test_suggested_variable_is_added_with_what_is_right_for_most() -> None:
    done = pressed(PROGRAM, A="1")
    assert environment(done) == {"A": "1", "SAGEMAKER_PROGRAM": "inference.py"}
    assert done.said == ("SAGEMAKER_PROGRAM is added with inference.py. Change it if you need another value.",)
    assert done.focus == "PrimaryContainer.Environment.SAGEMAKER_PROGRAM-value"


def test_variable_that_only_the_person_knows_is_added_empty() -> None:
    done = pressed("variable:/PrimaryContainer/Environment/SAGEMAKER_REGION")
    assert environment(done) == {"SAGEMAKER_REGION": ""}
    assert done.said == ("SAGEMAKER_REGION is added. Fill it in.",)


def test_variable_that_is_there_keeps_its_value() -> None:
    assert environment(pressed(PROGRAM, SAGEMAKER_PROGRAM="mine.py")) == {"SAGEMAKER_PROGRAM": "mine.py"}


def test_full_map_takes_no_suggestion() -> None:
    done = pressed(PROGRAM, **{f"A{n}": "1" for n in range(100)})
    assert len(environment(done)) == 100
    assert done.said == ("There may be 100 variables. Remove one to add another.",)


def test_json_is_written_over_several_lines_and_back_without_a_change_of_its_parts() -> None:
    text = '{"a":1.0,"b":[1e5,"x: {y}, \\"z\\""],"c":{},"d":[],"e":{"f":null}}'
    spread = environment(pressed("over-lines:PrimaryContainer.Environment.0", A=text))["A"]
    assert spread.splitlines()[:4] == ["{", '  "a": 1.0,', '  "b": [', "    1e5,"]
    assert environment(pressed("one-line:PrimaryContainer.Environment.0", A=spread))["A"] == text


@pytest.mark.parametrize("text", ['{"a": 1', "{{ x }}", "plain  text", '{"a": 1, "a": 2}', ""])
def test_what_is_no_json_is_not_rewritten(text: str) -> None:
    assert environment(pressed("one-line:PrimaryContainer.Environment.0", A=text)) == {"A": text}


def shown(value: str) -> list[str]:
    """Return what is said at a value on its screen."""
    document: Any = {"PrimaryContainer": {"Environment": {"A": value}}}
    step = step_named(document, "container")
    assert step
    lists = [item for group in fields.page(document, step, ()) for item in group.items if isinstance(item, ListView)]
    (row,) = next(item for item in lists if item.label == "Environment").rows
    return [note.text for note in row.fields[1].notes]


@pytest.mark.parametrize("value", ["{{ bos }}", "{% if x %}", "[INST]", "plain", "{x}", '{"a": 1}', "[1]", ""])
def test_value_that_needs_no_word_has_none(value: str) -> None:
    assert shown(value) == []


def test_broken_json_is_said_without_a_warning() -> None:
    (said,) = shown('{"a": 1')
    assert said.startswith("This begins like JSON, but is none: ")
    assert said.endswith(" It is sent as it is.")


@pytest.mark.parametrize("text", ['{"a": 12345678901234567890}', '{"a": 1, "a": 2}', '{"a": NaN}'])
def test_json_that_readers_take_differently_is_left_alone(text: str) -> None:
    long = f"{text[:-1]}{' ' * 80}}}"
    assert shown(long) == []
    assert environment(pressed("one-line:PrimaryContainer.Environment.0", A=long)) == {"A": long}


def test_long_json_offers_another_way_to_write_it() -> None:
    assert shown('{"a": "' + "x" * 80 + '"}') == ["This is JSON."]
