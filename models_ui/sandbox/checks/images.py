"""May SageMaker pull the images of a call?"""

from __future__ import annotations

from dataclasses import replace

from models_ui.contract.json_types import Document
from models_ui.images.recognition import of_aws
from models_ui.images.reference import Reference, parse
from models_ui.sandbox import account, texts
from models_ui.sandbox.members import containers, part, parts, word
from models_ui.sandbox.place import Place

_MULTI_MODEL = "com.amazonaws.sagemaker.capabilities.multi-models=true"
_BIND_TO_PORT = "com.amazonaws.sagemaker.capabilities.accept-bind-to-port=true"


def check_registries(request: Document, place: Place) -> None:
    """Raise Refusal for a registry that the call may not use, or not in this way."""
    for container in containers(request):
        if image := word(container, "Image"):
            _check_registry(image, part(container, "ImageConfig"), place)
        _check_access(part(container, "ImageConfig"), request)


def _check_registry(image: str, config: Document, place: Place) -> None:
    ecr = _in_ecr(image)
    if ecr is None and word(config, "RepositoryAccessMode") != "Vpc":
        raise texts.IMAGE_NOT_ECR.refusal(image=image)
    if ecr is not None and ecr.region != place.region:
        raise texts.IMAGE_OTHER_REGION.refusal(image=image, region=place.region)


def _check_access(config: Document, request: Document) -> None:
    mode, credentials = word(config, "RepositoryAccessMode"), part(config, "RepositoryAuthConfig")
    if credentials and mode != "Vpc":
        raise texts.REGISTRY_CREDENTIALS_MODE.refusal()
    provider = word(credentials, "RepositoryCredentialsProviderArn")
    if credentials and ":lambda:" not in provider:
        raise texts.REGISTRY_CREDENTIALS_ARN.refusal(arn=provider)
    if mode == "Vpc" and not part(request, "VpcConfig"):
        raise texts.REGISTRY_VPC.refusal()


def check_images(request: Document) -> None:
    """Raise Refusal for an image of an own registry that is missing, or that SageMaker cannot run in this place."""
    for container in containers(request):
        reference = word(container, "Image")
        ecr = _in_ecr(reference)
        if ecr is not None and not of_aws(ecr):
            labels = _needed_labels(container, pipeline=len(parts(request, "Containers")) > 1)
            _check_image(reference, ecr, labels)


def _in_ecr(image: str) -> Reference | None:
    """Return what an image names in a private ECR registry; None for every other registry. No tag means `latest`."""
    reference = parse(image)
    return replace(reference, tag=reference.tag or "latest") if reference and reference.account else None


def _check_image(reference: str, ecr: Reference, labels: list[str]) -> None:
    found = account.image(ecr)
    if found is None:
        raise texts.IMAGE_MISSING.refusal(image=reference)
    if found.media_type.startswith("application/vnd.oci."):
        raise texts.IMAGE_MANIFEST.refusal(media_type=found.media_type, image=reference)
    for label in labels:
        if label not in found.labels:
            raise texts.IMAGE_LABEL.refusal(image=reference, label=label)


def _needed_labels(container: Document, *, pipeline: bool) -> list[str]:
    multi = [_MULTI_MODEL] if word(container, "Mode") == "MultiModel" else []
    return multi + ([_BIND_TO_PORT] if pipeline else [])
