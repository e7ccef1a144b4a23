"""Under which name does a registry of Amazon ECR answer in a region?"""

from __future__ import annotations

# How AWS names the hosts of a partition, by how its regions begin (botocore's data/endpoints.json).
_DOMAINS = {
    "cn-": "amazonaws.com.cn",
    "eusc-": "amazonaws.eu",
    "us-iso-": "c2s.ic.gov",
    "us-isob-": "sc2s.sgov.gov",
    "us-isof-": "csp.hci.ic.gov",
    "eu-isoe-": "cloud.adc-e.uk",
}


def host(account: str, region: str) -> str:
    """Return the host of the private registry of an account in a region."""
    domain = next((domain for start, domain in _DOMAINS.items() if region.startswith(start)), "amazonaws.com")
    return f"{account}.dkr.ecr.{region}.{domain}"
