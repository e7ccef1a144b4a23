"""Which model packages does the account have?"""

from __future__ import annotations

from models_ui.contract.json_types import Document
from models_ui.sandbox.place import Place
from models_ui.sandbox.seeds.buckets import BUCKETS

_GROUP = "churn"
# The state of version 1, 2 and 3.
_STATES = ("Approved", "Rejected", "Approved")
_DATA = ("churn/5/model.tar.gz", "churn/6/model.tar.gz", "churn/7/model.tar.gz")


def seed(place: Place) -> None:
    """Create a model package group with three versions."""
    from moto.sagemaker.models import sagemaker_backends

    backend = sagemaker_backends[place.account][place.region]
    backend.create_model_package_group(_GROUP, "Who is about to leave?")
    for state, key in zip(_STATES, _DATA, strict=True):
        backend.create_model_package(
            model_package_name=None,
            model_package_group_name=_GROUP,
            model_package_description=None,
            inference_specification=_specification(place, key),
            model_approval_status=state,
            certify_for_marketplace=False,
            tags=[],
            **dict.fromkeys(_UNUSED),
        )


def _specification(place: Place, key: str) -> Document:
    registry = f"{place.account}.dkr.ecr.{place.region}.amazonaws.com"
    return {
        "Containers": [
            {"Image": f"{registry}/churn-post:1.4.2", "ModelDataUrl": f"s3://{BUCKETS[place.region]}/{key}"},
        ],
        "SupportedContentTypes": ["text/csv"],
        "SupportedResponseMIMETypes": ["text/csv"],
    }


# What moto wants to be told and we do not need.
_UNUSED = (
    "validation_specification",
    "source_algorithm_specification",
    "metadata_properties",
    "model_metrics",
    "client_token",
    "customer_metadata_properties",
    "drift_check_baselines",
    "domain",
    "task",
    "sample_payload_url",
    "additional_inference_specifications",
)
