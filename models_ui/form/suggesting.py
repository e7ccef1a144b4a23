"""What would be a good name for a SageMaker model, by where its artefacts lie?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from models_ui.contract.json_types import Document, Json
from models_ui.form import containers

# As long as a location may be; of a longer one nothing is made.
_LONGEST = 1024
_ENDING = re.compile(
    r"\.(?:tar\.gz|tgz|tar|gz|zip|joblib|pkl|pickle|onnx|pt|pth|h5|bin|json|safetensors)\Z", re.IGNORECASE
)
# Signs of a part that something is still to be filled into.
_PLACEHOLDER = re.compile(r"[{}<>$]")
_OTHERS = re.compile(r"[^A-Za-z0-9]+")
# How SageMaker ends the names of jobs that it makes itself, as in pytorch-training-2026-11-02-10-20-30-123.
_JOB = re.compile(r"\S-\d{4}-\d\d-\d\d-\d\d-\d\d-\d\d-\d{3}\Z")
_PACKAGE = "model-package/"
# A path-style address names the bucket first in its path.
_BUCKET_IN_PATH = re.compile(r"s3[.-]|s3\Z")
# What says nothing of the model.
_NOISE = re.compile(
    r"(?:model|models|output|outputs|artifact|artifacts|artefact|artefacts|data|training|train|job|jobs|sagemaker"
    r"|model-data|model-artifacts|source|sourcedir|code|export|exports|inference|prepack|inference-prepack)\Z",
    re.IGNORECASE,
)
# What says something only after the name that stands before it.
_WEAK = re.compile(
    r"(?:latest|current|final|best|prod|production|dev|development|test|staging"
    r"|candidate|xgboost|pytorch|tensorflow|sklearn|huggingface|mxnet|onnx)\Z",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[A-Za-z]{3}|[A-Za-z].*[A-Za-z]")


def suggestion(document: Document, *, most: int) -> str:
    """Return a name that CreateModel accepts, made of what the path of the artefacts says; empty where it says nothing.

    `most` is how long it may be.
    """
    for location in _locations(document):
        if name := _legal("-".join(_telling(_parts(location))), most):
            return name
    return ""


def _locations(document: Document) -> Iterator[str]:
    """Yield where the artefacts of the containers come from, in their order."""
    found: list[Json] = [document.get(containers.PRIMARY), *(each for _, each in containers.listed(document))]
    for container in found:
        if isinstance(container, dict):
            source = container.get("ModelDataSource")
            inner = source.get("S3DataSource") if isinstance(source, dict) else None
            said = (
                container.get("ModelDataUrl"),
                inner.get("S3Uri") if isinstance(inner, dict) else None,
                container.get("ModelPackageName"),
            )
            yield from (value for value in said if isinstance(value, str) and value and len(value) <= _LONGEST)


def _parts(location: str) -> list[str]:
    """Return the parts of a location without its bucket or account, and of a file without its ending."""
    scheme, separator, _ = location.partition("://")
    if not separator:
        return location.rpartition(_PACKAGE)[2].split("/")
    try:
        address = urlsplit(location)
    except ValueError:
        return []
    parts = [part for part in unquote(address.path).split("/") if part]
    parts = parts[1:] if scheme != "s3" and _BUCKET_IN_PATH.match(address.netloc) else parts
    return [*parts[:-1], _ENDING.sub("", parts[-1])] if parts else []


def _telling(parts: list[str]) -> list[str]:
    """Return the last part that names something, with the versions and the like after it; a training job by itself."""
    job = next((part for part in reversed(parts) if _JOB.search(part)), None)
    if job:
        return [job]
    kept: list[str] = []
    for part in reversed(parts):
        if _NOISE.match(part) or _PLACEHOLDER.search(part):
            continue
        kept.insert(0, part)
        if not _WEAK.match(part) and _LETTERS.search(part):
            return kept
    return kept if any(_LETTERS.search(part) for part in kept) else []


def _legal(text: str, most: int) -> str:
    """Return a text as CreateModel takes it: letters, digits and hyphens, none of those at its ends."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _OTHERS.sub("-", plain).strip("-")[:most].rstrip("-")
