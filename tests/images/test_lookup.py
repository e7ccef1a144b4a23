"""Is an image found by what somebody says of it, and is what is missing asked for?"""

from __future__ import annotations

import pytest

from models_ui.images.lookup import Unresolved, Wanted, uri, with_processor

AWS = "763104351884.dkr.ecr.us-east-1.amazonaws.com"


def test_short_version_stays_short() -> None:
    wanted = Wanted("pytorch", "2.6", "gpu", "py312")
    assert uri(wanted, "us-east-1") == f"{AWS}/pytorch-inference:2.6-gpu-py312"


def test_what_has_one_answer_need_not_be_said() -> None:
    assert uri(Wanted("pytorch", "2.6.0", "cpu"), "us-east-1") == f"{AWS}/pytorch-inference:2.6.0-cpu-py312"


def test_graviton_is_not_meant_unless_it_is_said() -> None:
    found = uri(Wanted("xgboost", "1.5-1"), "us-east-1")
    assert found == "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.5-1"
    assert uri(Wanted("xgboost", "1.5-1", "graviton"), "us-east-1") == f"{found}-arm64"


def test_no_version_means_the_newest() -> None:
    assert uri(Wanted("djl-lmi"), "us-east-1") == f"{AWS}/djl-inference:0.38.0-lmi29.0.0-cu130"


@pytest.mark.parametrize(
    ("wanted", "region", "code", "words"),
    [
        (Wanted("keras"), "us-east-1", "framework", "AWS's images have no framework of this name."),
        (
            Wanted("pytorch", "9.9"),
            "us-east-1",
            "version",
            "AWS publishes no image of PyTorch inference in this version. The newest is 2.6.0.",
        ),
        (Wanted("pytorch", "2.6"), "us-east-1", "processor", "Say what it runs on: CPU, GPU."),
        (
            Wanted("pytorch", "1.4.0", "gpu"),
            "us-east-1",
            "python",
            "Say the version of Python: Python 3, Python 3.6.",
        ),
        (
            Wanted("huggingface", "4.26.0", "gpu"),
            "us-east-1",
            "base",
            "Say the framework: pytorch1.13.1, tensorflow2.11.0.",
        ),
        (
            Wanted("pytorch", "2.6", "gpu", "py38"),
            "us-east-1",
            "nothing",
            "AWS publishes no image of PyTorch inference with these versions.",
        ),
        (
            Wanted("pytorch", "2.6", "gpu"),
            "mars-north-1",
            "not-in-region",
            "AWS publishes no PyTorch inference 2.6.0 in mars-north-1.",
        ),
    ],
)
def test_what_is_missing_is_said(wanted: Wanted, region: str, code: str, words: str) -> None:
    with pytest.raises(Unresolved) as unresolved:
        uri(wanted, region)
    assert (unresolved.value.code, unresolved.value.sentence) == (code, words)


@pytest.mark.parametrize(
    ("instance", "processor"),
    [
        ("ml.m5.xlarge", "cpu"),
        ("ml.g5.2xlarge", "gpu"),
        ("ml.p4d.24xlarge", "gpu"),
        ("ml.c7g.large", "graviton"),
        ("ml.m6gd.large", "graviton"),
        ("ml.inf1.xlarge", "inferentia"),
        ("ml.inf2.xlarge", "neuron"),
        ("ml.trn1.2xlarge", "neuron"),
        ("ml_g5", "gpu"),
        ("local", ""),
        ("", ""),
    ],
)
def test_processor_of_an_instance_type(instance: str, processor: str) -> None:
    assert with_processor(Wanted("pytorch"), instance).processor == processor
