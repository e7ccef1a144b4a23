"""May this SageMaker model be made?"""

from __future__ import annotations

from models_ui.contract.json_types import Document
from models_ui.sandbox.checks.data import check_data, check_sources
from models_ui.sandbox.checks.environments import check_environment, check_metrics
from models_ui.sandbox.checks.images import check_images, check_registries
from models_ui.sandbox.checks.kinds import check_hostnames, check_kind, check_multi_model
from models_ui.sandbox.checks.networks import check_network
from models_ui.sandbox.checks.packages import check_packages, check_subscriptions
from models_ui.sandbox.checks.roles import check_role
from models_ui.sandbox.checks.tags import check_tags
from models_ui.sandbox.place import Place


def check_request(request: Document, place: Place) -> None:
    """Raise the first Refusal that needs the request, the account and the region alone.

    Refused is what AWS was seen to refuse, and what its documents forbid; what is only suspected passes. The order in
    which AWS looks is not known.
    """
    check_kind(request)
    check_multi_model(request)
    check_packages(request, place)
    check_registries(request, place)
    check_sources(request)
    check_hostnames(request)
    check_environment(request)
    check_metrics(request)
    check_tags(request)


def check_account(request: Document, place: Place) -> None:
    """Raise the first Refusal that has to do with what is in the account: role, images, artefacts, packages, network.

    What the role may read is not looked at: an object that exists counts as readable.
    """
    check_role(request, place)
    check_subscriptions(request, place)
    check_images(request)
    check_data(request, place)
    check_network(request, place)
