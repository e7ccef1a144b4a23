"""May SageMaker read the artefacts of a call?"""

from __future__ import annotations

from models_ui.contract.json_types import Document
from models_ui.sandbox import account, texts
from models_ui.sandbox.buckets import is_gated, is_published, location
from models_ui.sandbox.members import DataSource, containers, data_sources, part, word
from models_ui.sandbox.place import Place


def check_sources(request: Document) -> None:
    """Raise Refusal for sources that are refused without a look into S3."""
    for container in containers(request):
        for source in data_sources(container):
            if is_gated(source.uri) and not source.eula_accepted:
                raise texts.EULA.refusal(uri=source.uri)
        main = part(part(container, "ModelDataSource"), "S3DataSource")
        if word(main, "S3DataType") == "S3Prefix" and not word(main, "S3Uri").endswith("/"):
            raise texts.PREFIX_SLASH.refusal(uri=word(main, "S3Uri"))


def check_data(request: Document, place: Place) -> None:
    """Raise Refusal for artefacts that are not there, or whose bucket lies in another region."""
    for container in containers(request):
        for source in data_sources(container):
            _check_source(source, word(request, "ExecutionRoleArn"), place)


def _check_source(source: DataSource, role: str, place: Place) -> None:
    missing = texts.DATA_MISSING.refusal(uri=source.uri)
    found = location(source.uri)
    if found is None:
        raise missing
    bucket, key = found
    if is_published(bucket, key):
        return
    region = account.bucket_region(place, bucket)
    if region is not None and region != place.region:
        raise texts.DATA_NOT_READABLE.refusal(uri=source.uri, role=role, region=place.region)
    if region is None or not account.holds(place, bucket, key, many=source.many):
        raise missing
