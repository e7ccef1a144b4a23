"""Which VPCs, subnets and security groups does the account have?"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import ModuleType

from models_ui.sandbox.place import Place


@dataclass(frozen=True, slots=True)
class _Vpc:
    """One VPC: its id and name, its subnets (one in each zone, in order) and its security groups by name."""

    id: str
    name: str
    block: str
    subnets: tuple[str, ...]
    groups: dict[str, str]


_VPCS = {
    "us-east-1": (
        _Vpc(
            "vpc-0a4e7b21",
            "models",
            "10.20",
            ("subnet-0f3a19c2", "subnet-0b77d1e4", "subnet-0d5e8f31"),
            {"sg-04c1a2f9": "model-containers", "sg-0e9b7d60": "model-egress"},
        ),
        _Vpc("vpc-0c9d3f58", "office", "10.30", ("subnet-02c9a7b5",), {"sg-07f3e1d8": "office"}),
    ),
    "eu-west-1": (
        _Vpc(
            "vpc-0b8f2c64",
            "models",
            "10.40",
            ("subnet-0e1a2b3c", "subnet-0c9d8e7f"),
            {"sg-0a5b6c7d": "model-containers"},
        ),
    ),
}


def seed(place: Place) -> None:
    """Create the networks of a region."""
    from moto.ec2.models import ec2_backends, security_groups, subnets, vpcs

    backend = ec2_backends[place.account][place.region]
    for vpc in _VPCS[place.region]:
        with _drawn(vpcs, "random_vpc_id", vpc.id):
            backend.create_vpc(f"{vpc.block}.0.0/16", tags=[{"Key": "Name", "Value": vpc.name}])
        for number, subnet in enumerate(vpc.subnets):
            zone = f"{place.region}{'abc'[number]}"
            with _drawn(subnets, "random_subnet_id", subnet):
                backend.create_subnet(vpc.id, f"{vpc.block}.{number}.0/24", availability_zone=zone)
        for group, name in vpc.groups.items():
            with _drawn(security_groups, "random_security_group_id", group):
                backend.create_security_group(name, f"For {name}", vpc_id=vpc.id)


@contextmanager
def _drawn(module: ModuleType, function: str, id_: str) -> Iterator[None]:
    """Let moto draw this id: it takes none from its callers, and its seed alone gives no id that one can choose."""
    original = getattr(module, function)
    setattr(module, function, lambda: id_)
    try:
        yield
    finally:
        setattr(module, function, original)
