"""Which account and region does a call talk to?"""

from __future__ import annotations

from dataclasses import dataclass

_PARTITIONS = (("cn-", "aws-cn"), ("us-gov-", "aws-us-gov"))


@dataclass(frozen=True, slots=True)
class Place:
    """An account and a region. Models of one place are unknown in every other."""

    account: str
    region: str

    @property
    def partition(self) -> str:
        """The partition that the region belongs to, as it stands in ARNs."""
        return next((name for prefix, name in _PARTITIONS if self.region.startswith(prefix)), "aws")

    def model_arn(self, name: str) -> str:
        """Return the ARN of a SageMaker model here."""
        return f"arn:{self.partition}:sagemaker:{self.region}:{self.account}:model/{name}"
