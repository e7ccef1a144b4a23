"""What is there in the account that people practise on? Read from moto, which runs in this process."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from models_ui.images.reference import Reference
from models_ui.sandbox.place import Place


@dataclass(frozen=True, slots=True)
class Image:
    """What ECR knows of an image. moto keeps no layers, so the labels stand in the manifest's `config.annotations`."""

    media_type: str
    labels: frozenset[str]


def account_of(access_key: str) -> str:
    """Return the account that an access key belongs to: the one of its assumed role, else the default account."""
    from moto.iam.models import get_account_id_from

    return str(get_account_id_from(access_key))


def session_of(account: str, access_key: str) -> str | None:
    """Return the name of the assumed session that an access key belongs to, None for any other key."""
    from moto.sts.models import sts_backends

    found = sts_backends[account]["aws"].get_assumed_role_from_access_key(access_key)
    return str(found.session_name) if found else None


def trusts_sagemaker(place: Place, role_arn: str) -> bool:
    """Tell whether the role is in the account and lets SageMaker assume it."""
    from moto.iam.models import iam_backends

    roles = list(iam_backends[place.account][place.partition].roles.values())
    policy = next((role.assume_role_policy_document for role in roles if role.arn == role_arn), None)
    statements = json.loads(policy or "{}").get("Statement", [])
    return any(_allows_sagemaker(statement) for statement in _several(statements))


def _allows_sagemaker(statement: dict[str, Any]) -> bool:
    principal = statement.get("Principal")
    services = _several(principal.get("Service", []) if isinstance(principal, dict) else [])
    actions = _several(statement.get("Action", []))
    return (
        statement.get("Effect") == "Allow"
        and "sagemaker.amazonaws.com" in services
        and any(action in ("sts:AssumeRole", "sts:*", "*") for action in actions)
    )


def _several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def bucket_region(place: Place, bucket: str) -> str | None:
    """Return the region of a bucket that the account may see, or None."""
    found = _bucket(place, bucket)
    return str(found.region_name) if found is not None else None


def holds(place: Place, bucket: str, key: str, *, many: bool) -> bool:
    """Tell whether the bucket holds the object, or (`many`) any object below the prefix."""
    keys = list(_bucket(place, bucket).keys.keys())
    return any(name.startswith(key) for name in keys) if many else key in keys


def _bucket(place: Place, bucket: str) -> Any:
    from moto.s3.models import s3_backends

    return s3_backends[place.account][place.partition].buckets.get(bucket)


def image(wanted: Reference) -> Image | None:
    """Return what the registry knows of an image, or None. A digest beats a tag."""
    from moto.ecr.models import ecr_backends

    repository = ecr_backends[wanted.account][wanted.region].repositories.get(wanted.repository)
    for found in list(repository.images) if repository else []:
        if wanted.digest == found.image_digest or (not wanted.digest and wanted.tag in found.image_tags):
            labels = json.loads(found.image_manifest).get("config", {}).get("annotations", {})
            return Image(
                media_type=str(found.image_manifest_media_type),
                labels=frozenset(f"{name}={value}" for name, value in labels.items()),
            )
    return None


def has_package(place: Place, package: str) -> bool:
    """Tell whether the account has a model package of this ARN, or of this `group/version`."""
    from moto.sagemaker.models import sagemaker_backends

    arns = list(sagemaker_backends[place.account][place.region].model_packages)
    name = package.rpartition("model-package/")[2].lower()
    return f"arn:{place.partition}:sagemaker:{place.region}:{place.account}:model-package/{name}" in arns


def vpc_of_subnet(place: Place, subnet: str) -> str | None:
    """Return the VPC of a subnet of the account and region, or None."""
    from moto.ec2.models import ec2_backends

    zones = list(ec2_backends[place.account][place.region].subnets.values())
    return next((str(zone[subnet].vpc_id) for zone in zones if subnet in zone), None)


def vpc_of_group(place: Place, group: str) -> str | None:
    """Return the VPC of a security group of the account and region, or None."""
    from moto.ec2.models import ec2_backends

    found = ec2_backends[place.account][place.region].get_security_group_from_id(group)
    return str(found.vpc_id) if found is not None else None
