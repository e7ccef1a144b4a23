"""Which images does the account have in ECR?"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from models_ui.contract.json_types import Document
from models_ui.sandbox.place import Place

_DOCKER = "application/vnd.docker.distribution.manifest.v2+json"
_OCI = "application/vnd.oci.image.manifest.v1+json"
_BIND_TO_PORT = "com.amazonaws.sagemaker.capabilities.accept-bind-to-port"
_MULTI_MODEL = "com.amazonaws.sagemaker.capabilities.multi-models"


@dataclass(frozen=True, slots=True)
class _Image:
    """One image with its tags. Its labels are those of SageMaker's that it claims."""

    repository: str
    tags: tuple[str, ...]
    labels: tuple[str, ...] = ()
    media_type: str = _DOCKER


_IMAGES = (
    _Image("churn-post", ("1.4.2", "latest"), (_BIND_TO_PORT,)),
    _Image("churn-post", ("1.4.1",), (_BIND_TO_PORT,)),
    _Image("churn-features", ("2.0.0", "latest"), (_BIND_TO_PORT,)),
    _Image("fraud-multi", ("3.1.0", "latest"), (_BIND_TO_PORT, _MULTI_MODEL)),
    # No label: fit for a container of its own, for no pipeline and not for many models.
    _Image("pricing", ("0.9.0",)),
    _Image("chargeback-lgbm", ("2.3.0",)),
    _Image("embed-server", ("0.9.1",)),
    _Image("embed-server", ("0.10.0", "latest")),
    # What `docker buildx` pushes unless told otherwise; SageMaker refuses it.
    _Image("churn-oci", ("1.0.0",), media_type=_OCI),
)


def seed(place: Place) -> None:
    """Create the repositories of a region, and push the images."""
    from moto.ecr.models import ecr_backends

    backend = ecr_backends[place.account][place.region]
    for repository in dict.fromkeys(image.repository for image in _IMAGES):
        backend.create_repository(repository, None, {"encryptionType": "AES256"}, None, "MUTABLE", [])
    for image in _IMAGES:
        for tag in image.tags:
            backend.put_image(image.repository, json.dumps(_manifest(image)), tag, image.media_type)


def _manifest(image: _Image) -> Document:
    """Return a manifest; labels stand where `account.image` looks for them, since moto keeps no layers."""
    layer = hashlib.sha256(f"{image.repository}:{image.tags[0]}".encode()).hexdigest()
    return {
        "schemaVersion": 2,
        "mediaType": image.media_type,
        "config": {"annotations": {label: "true" for label in image.labels}},
        "layers": [{"digest": f"sha256:{layer}", "size": 52_428_800}],
    }
