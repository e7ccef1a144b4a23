"""Where in S3 is it, and whose bucket is that?"""

from __future__ import annotations

import re

_HOSTS = (
    re.compile(r"https://s3([.-][a-z0-9.-]+)?\.amazonaws\.com(\.cn)?/(?P<bucket>[^/]+)/?(?P<key>.*)", re.DOTALL),
    re.compile(r"https://(?P<bucket>[^/]+)\.s3([.-][a-z0-9.-]+)?\.amazonaws\.com(\.cn)?/(?P<key>.*)", re.DOTALL),
    re.compile(r"s3://(?P<bucket>[^/]+)/?(?P<key>.*)", re.DOTALL),
)
_GATED = re.compile(r"jumpstart-private-cache-prod-[a-z0-9-]+")
_PUBLIC = re.compile(r"(jumpstart-(private-)?cache-prod|sagemaker-sample-data|sagemaker-example-files-prod)-[a-z0-9-]+")
# Reported missing: aws-ia/ecs-blueprints#223 (eu-central-1) and aws/amazon-sagemaker-examples#4479 (us-east-2).
_GONE = re.compile(r"huggingface-text2text/huggingface-text2text-flan-t5-[a-z]+/artifacts/inference-prepack/v2\.0\.0/")


def location(uri: str) -> tuple[str, str] | None:
    """Return bucket and key of an `s3://` or S3 `https://` address; None for any other host."""
    found = next((match for host in _HOSTS if (match := host.fullmatch(uri))), None)
    return (found["bucket"], found["key"]) if found else None


def is_gated(uri: str) -> bool:
    """Tell whether AWS hands these artefacts out only to those who accepted an EULA (bucket names of JumpStart)."""
    place = location(uri)
    return place is not None and _GATED.fullmatch(place[0]) is not None


def is_published(bucket: str, key: str) -> bool:
    """Tell whether AWS publishes this: its public buckets count as full, but for what people found missing there."""
    return _PUBLIC.fullmatch(bucket) is not None and _GONE.fullmatch(key) is None
