"""Is the SageMaker model that exists the one that was asked for?"""

from __future__ import annotations

from models_ui.contract.json_types import Document, Json

# What AWS documents to do where a member is absent; it may fill these in, or leave out what says the same.
DEFAULTS: dict[str, Json] = {
    "Mode": "SingleModel",
    "InferenceExecutionConfig": {"Mode": "Serial"},
    "MultiModelConfig": {"ModelCacheSetting": "Enabled"},
    "ModelCacheSetting": "Enabled",
    "MetricPublishFrequencyInSeconds": 60,
}
# Terraform's provider marks these as computed: AWS may fill them in where nothing was asked for.
_FILLED_IN = frozenset({"AdditionalModelDataSources", "InferenceExecutionConfig", "ModelDataSource"})
# Kept whole: their keys are the person's own, so one more is a difference.
_MAPS = frozenset({"Environment"})


def same(request: Document, described: Document) -> bool:
    """Tell whether DescribeModel's answer is what a request asked for.

    Only what was sent counts, tags apart, which DescribeModel does not tell. Absent, null, empty and false are the same;
    so are a default and its absence, and a ModelDataUrl and the data source that AWS makes of it.
    """
    sent = {member: value for member, value in request.items() if member != "Tags"}
    return _structure(sent, described)


def _structure(sent: Document, found: Document) -> bool:
    found = _with_both_sources(found)
    return all(_member(name, value, found.get(name)) for name, value in sent.items())


def _member(name: str, sent: Json, found: Json) -> bool:
    if _is_nothing(sent):
        return _is_nothing(found) or name in _FILLED_IN or found == DEFAULTS.get(name)
    if found is None and sent == DEFAULTS.get(name):
        return type(sent) is type(DEFAULTS[name])
    if name in _MAPS:
        return _exactly(sent, found)
    return _value(sent, found)


def _value(sent: Json, found: Json) -> bool:
    if isinstance(sent, dict) and isinstance(found, dict):
        return _structure(sent, found)
    if isinstance(sent, list) and isinstance(found, list):
        return len(sent) == len(found) and all(_value(*pair) for pair in zip(sent, found, strict=True))
    return _exactly(sent, found)


def _exactly(sent: Json, found: Json) -> bool:
    """Compare with types: in Python true equals 1, in JSON it does not."""
    if isinstance(sent, dict) and isinstance(found, dict):
        return sent.keys() == found.keys() and all(_exactly(sent[key], found[key]) for key in sent)
    return type(sent) is type(found) and sent == found


def _is_nothing(value: Json) -> bool:
    return value is None or value is False or value in ("", [], {})


def _with_both_sources(container: Document) -> Document:
    """Write an archive in S3 in both ways, whichever of them AWS chose to tell."""
    url, source = container.get("ModelDataUrl"), container.get("ModelDataSource")
    if url and source is None:
        archive: Document = {"S3Uri": url, "S3DataType": "S3Object", "CompressionType": "Gzip"}
        return {**container, "ModelDataSource": {"S3DataSource": archive}}
    if not url and isinstance(source, dict):
        told = source.get("S3DataSource")
        if isinstance(told, dict) and (told.get("S3DataType"), told.get("CompressionType")) == ("S3Object", "Gzip"):
            return {**container, "ModelDataUrl": told.get("S3Uri")}
    return container
