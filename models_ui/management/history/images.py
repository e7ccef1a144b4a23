"""Which images do the demo's people use? AWS's own families, and two repositories of their account."""

from __future__ import annotations

from models_ui.management.history.people import ACCOUNT

HOME = "us-east-1"
EUROPE = "eu-west-1"

DEEP_LEARNING = "763104351884"
# AWS publishes these from another account in each region.
FRAMEWORKS = {HOME: "683313688378", EUROPE: "141502667606"}
TRITON = "785573368785"


def image(account: str, name: str, region: str = HOME) -> str:
    """Return the reference of an image in ECR; `name` is `repository:tag`."""
    return f"{account}.dkr.ecr.{region}.amazonaws.com/{name}"


def xgboost(version: str, region: str = HOME) -> str:
    """Return AWS's XGBoost image."""
    return image(FRAMEWORKS[region], f"sagemaker-xgboost:{version}", region)


SKLEARN = image(FRAMEWORKS[HOME], "sagemaker-scikit-learn:1.2-1-cpu-py3")
PYTORCH_CPU = image(DEEP_LEARNING, "pytorch-inference:2.6.0-cpu-py312-ubuntu22.04-sagemaker")
TRITON_SERVER = image(TRITON, "sagemaker-tritonserver:24.09-py3")
LMI = image(DEEP_LEARNING, "djl-inference:0.33.0-lmi15.0.0-cu128")

_TRANSFORMERS = "huggingface-pytorch-inference:2.6.0-transformers4.49.0-{}-ubuntu22.04"
_TGI = "huggingface-pytorch-tgi-inference:2.7.0-tgi3.3.4-gpu-py311-cu124-ubuntu22.04"


def transformers(kind: str = "cpu-py312", region: str = HOME) -> str:
    """Return AWS's Hugging Face image for `cpu-py312` or `gpu-py312-cu124`."""
    return image(DEEP_LEARNING, _TRANSFORMERS.format(kind), region)


def tgi(region: str = HOME) -> str:
    """Return AWS's image of Hugging Face's server for large language models."""
    return image(DEEP_LEARNING, _TGI, region)


def own(name: str) -> str:
    """Return an image of the demo's own registry."""
    return image(ACCOUNT, name)
