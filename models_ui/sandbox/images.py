"""What does the reference of an image say?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_ECR = re.compile(
    r"(?P<account>\d{12})\.dkr[.-]ecr(-fips)?\.(?P<region>[a-z0-9-]+)\.(amazonaws\.com(\.cn)?|on\.aws)/"
    r"(?P<repository>[^:@]+)(:(?P<tag>[^@]+))?(@(?P<digest>.+))?"
)


@dataclass(frozen=True, slots=True)
class EcrImage:
    """An image in a private ECR registry."""

    account: str
    region: str
    repository: str
    tag: str
    digest: str

    @property
    def of_aws(self) -> bool:
        """Whether AWS itself publishes from this registry. Such images count as existing."""
        return self.account in _registries_of_aws()


def ecr_image(reference: str) -> EcrImage | None:
    """Return what an image reference names in ECR; None for every other registry. No tag means `latest`."""
    found = _ECR.fullmatch(reference)
    if found is None:
        return None
    digest = found["digest"] or ""
    return EcrImage(found["account"], found["region"], found["repository"], found["tag"] or "latest", digest)


@cache
def _registries_of_aws() -> frozenset[str]:
    # The accounts in the registry tables of sagemaker-core 2 (aws/sagemaker-python-sdk a248126, 2026-08-21).
    return frozenset((Path(__file__).parent / "aws_registries.txt").read_text().split())
