"""Are the subnets and security groups of a call there, and in one VPC?"""

from __future__ import annotations

from models_ui.contract.json_types import Document
from models_ui.sandbox import account, texts
from models_ui.sandbox.members import part, words
from models_ui.sandbox.place import Place


def check_network(request: Document, place: Place) -> None:
    """Raise Refusal for a subnet or group that is missing, and for more than one VPC."""
    config = part(request, "VpcConfig")
    vpcs: set[str] = set()
    for subnet in words(config, "Subnets"):
        vpc = account.vpc_of_subnet(place, subnet)
        if vpc is None:
            raise texts.SUBNET_MISSING.refusal(id=subnet)
        vpcs.add(vpc)
    for group in words(config, "SecurityGroupIds"):
        vpc = account.vpc_of_group(place, group)
        if vpc is None:
            raise texts.GROUP_MISSING.refusal(id=group)
        vpcs.add(vpc)
    if len(vpcs) > 1:
        raise texts.NETWORKS_DIFFER.refusal()
