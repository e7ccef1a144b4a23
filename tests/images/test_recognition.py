"""Is an image recognised, and said in words?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models_ui.images.catalogue import Image, catalogue
from models_ui.images.in_words import say
from models_ui.images.recognition import family, recognise

AWS = "763104351884.dkr.ecr.us-east-1.amazonaws.com"
EVERY = [image for images in catalogue().frameworks.values() for image in images]


@pytest.mark.parametrize(
    ("uri", "words"),
    [
        (f"{AWS}/pytorch-inference:2.6.0-gpu-py312", "AWS PyTorch inference 2.6.0, GPU, Python 3.12"),
        (f"{AWS}/pytorch-inference:2.6-gpu-py312", "AWS PyTorch inference 2.6.0, GPU, Python 3.12"),
        (
            f"{AWS}/pytorch-inference:2.6.0-gpu-py312-cu124-ubuntu22.04-sagemaker",
            "AWS PyTorch inference 2.6.0, GPU, Python 3.12",
        ),
        (
            f"{AWS}/huggingface-pytorch-inference:2.6.0-transformers4.49.0-gpu-py312-cu124-ubuntu22.04",
            "AWS Hugging Face inference with Transformers 4.49.0, PyTorch 2.6.0, GPU, Python 3.12",
        ),
        (f"{AWS}/djl-inference:0.36.0-lmi27.0.0-cu130", "AWS LMI 0.36.0, GPU"),
        ("683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1", "AWS XGBoost 1.7-1"),
        (
            "382416733822.dkr.ecr.us-east-1.amazonaws.com/kmeans:1@sha256:" + "ab" * 32,
            "AWS K-means 1, digest abababababab",
        ),
        (
            f"{AWS}/pytorch-inference:9.9.9-gpu-py399",
            "repository pytorch-inference, tag 9.9.9-gpu-py399, AWS, account 763104351884, us-east-1",
        ),
        (
            "123456789012.dkr.ecr.eu-west-1.amazonaws.com/churn-post:1.4.2",
            "repository churn-post, tag 1.4.2, account 123456789012, eu-west-1",
        ),
        (
            "123456789012.dkr.ecr.eu-west-1.amazonaws.com/pytorch-inference:2.6.0-gpu-py312",
            "repository pytorch-inference, tag 2.6.0-gpu-py312, account 123456789012, eu-west-1",
        ),
        ("ghcr.io/team/churn", "repository team/churn, no tag, ghcr.io"),
        ("churn:1", "repository churn, tag 1, Docker Hub"),
        ("", ""),
    ],
)
def test_image_is_said_in_words(uri: str, words: str) -> None:
    assert say(uri) == words


def test_every_image_of_the_catalogue_is_recognised_by_its_uri() -> None:
    missed = [image for image in EVERY if not is_recognised(image)]
    assert missed == []


def is_recognised(image: Image) -> bool:
    known = recognise(image.uri(next(iter(image.accounts))))
    return known is not None and known.image == image


@pytest.mark.parametrize(
    ("uri", "found"),
    [
        (f"{AWS}/pytorch-inference:2.6.0-gpu-py312", "pytorch"),
        (f"{AWS}/pytorch-inference:9.9.9-gpu-py399", "pytorch"),
        (f"{AWS}/djl-inference:0.27.0-deepspeed0.12.6-cu121", "lmi"),
        (f"{AWS}/huggingface-pytorch-tgi-inference:9.9-tgi9.9", "tgi"),
        (f"{AWS}/vllm:server-sagemaker-cuda-v2.1", "vllm"),
        ("123456789012.dkr.ecr.us-east-1.amazonaws.com/pytorch-inference:2.6.0-gpu-py312", ""),
        (f"{AWS}/pytorch-training:2.6.0-gpu-py312", ""),
        ("churn", ""),
        ("", ""),
    ],
)
def test_family_of_an_image(uri: str, found: str) -> None:
    assert family(uri) == found


def test_recognised_image_has_the_same_tag_in_another_region() -> None:
    known = recognise(f"{AWS}/pytorch-inference:2.6-gpu-py312")
    assert known
    assert known.in_region("me-south-1") == (
        "217643126080.dkr.ecr.me-south-1.amazonaws.com/pytorch-inference:2.6-gpu-py312"
    )
    assert known.in_region("mars-north-1") == ""


def test_digest_is_not_carried_to_another_region() -> None:
    known = recognise(f"{AWS}/pytorch-inference:2.6-gpu-py312@sha256:{'ab' * 32}")
    assert known
    assert known.in_region("eu-west-1") == ""


@given(st.text(max_size=80), st.text(alphabet="0123456789-.pytorchgu:@/", max_size=40))
def test_any_text_has_words(text: str, tag: str) -> None:
    say(text)
    say(f"{AWS}/pytorch-inference:{tag}")
