"""May the call use the model packages that it names?"""

from __future__ import annotations

import re

from models_ui.contract.json_types import Document
from models_ui.sandbox import account, texts
from models_ui.sandbox.members import containers, part, word
from models_ui.sandbox.place import Place

_ARN = re.compile(r"arn:[^:]+:sagemaker:(?P<region>[^:]*):(?P<account>\d{12}):")


def check_packages(request: Document, place: Place) -> None:
    """Raise Refusal for packages that are refused by their name alone.

    A package of another account counts as one of AWS Marketplace: the sandbox knows no shared packages.
    """
    for container in containers(request):
        package = word(container, "ModelPackageName")
        if package and (word(container, "Image") or word(container, "ModelDataUrl")):
            raise texts.IMAGE_OR_PACKAGE.refusal()
        if not package and not word(container, "Image"):
            raise texts.IMAGE_OR_PACKAGE.refusal()
        _check_region(package, place)
        if _is_of_marketplace(package, place):
            _check_marketplace(container, request)


def _check_region(package: str, place: Place) -> None:
    found = _ARN.match(package)
    if found and found["region"] != place.region:
        raise texts.PACKAGE_OTHER_REGION.refusal(region=place.region)


def _is_of_marketplace(package: str, place: Place) -> bool:
    found = _ARN.match(package)
    return found is not None and found["account"] != place.account


def _check_marketplace(container: Document, request: Document) -> None:
    if part(container, "Environment"):
        raise texts.MARKETPLACE_ENVIRONMENT.refusal()
    if request.get("EnableNetworkIsolation") is not True:
        raise texts.MARKETPLACE_ISOLATION.refusal()


def check_subscriptions(request: Document, place: Place) -> None:
    """Raise Refusal for packages that the account does not have: its own that are missing, all of others."""
    for container in containers(request):
        package = word(container, "ModelPackageName")
        if _is_of_marketplace(package, place):
            raise texts.MARKETPLACE_SUBSCRIPTION.refusal()
        if package and not account.has_package(place, package):
            raise texts.PACKAGE_MISSING.refusal(package=package)
