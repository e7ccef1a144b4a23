"""Do location, data type and compression of an S3 data source go together, and may it be read?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from models_ui.contract import locations
from models_ui.contract.finding import Fix
from models_ui.contract.rules.facts import Facts, Part
from models_ui.contract.rules.references import arn
from models_ui.contract.rules.rule import Broken, removal, rule, setting

_URI, _TYPE, _PACKED = "S3Uri", "S3DataType", "CompressionType"
_EULA = "ModelAccessConfig"
_ARCHIVES = (".tar.gz", ".tgz", ".tar", ".zip")
# Where JumpStart keeps models behind a licence; the text of AWS that asks for it names these buckets.
_GATED = re.compile(r"(?:s3|https)://(?:[^/]*/)?jumpstart-private-cache-prod-")


def _location(source: Part) -> str:
    """Return the location of a source; nothing where it is a link, since its end is not that of the location."""
    found = locations.read(source.text(_URI))
    return "" if found and found.form == "link" else source.text(_URI)


@rule(
    "data-source-empty",
    "error",
    "{container}/ModelDataSource/S3DataSource",
    sentence="Say where in S3 the data source lies, or remove the data source.",
)
def nothing_inside(facts: Facts) -> Iterator[Broken]:
    """Found where the shape allows what means nothing."""
    for container in facts.containers:
        source = container.part("ModelDataSource")
        if isinstance(source.value, dict) and not source.has("S3DataSource"):
            yield Broken(source.at("S3DataSource"))


@rule(
    "s3prefix-slash",
    "error",
    "{source}/S3Uri",
    sentence="End the S3 location with a slash: the data type S3Prefix is a folder.",
)
def folder_without_end(facts: Facts) -> Iterator[Broken]:
    """Found where a folder does not end in a slash; a compressed one is another question."""
    for source in facts.sources:
        uri, place = _location(source), source.at(_URI)
        if uri and source.text(_TYPE) == "S3Prefix" and source.text(_PACKED) != "Gzip" and not uri.endswith("/"):
            # An archive is no folder, so that it is not clear which of the two is meant.
            sure = not uri.endswith(_ARCHIVES)
            yield Broken(place, fix=setting("Add the slash", place, f"{uri}/") if sure else None)


@rule(
    "s3object-no-slash",
    "error",
    "{source}/S3Uri",
    sentence="Name one file, or choose the data type S3Prefix: what ends in a slash, or has no key, is a folder.",
)
def file_without_name(facts: Facts) -> Iterator[Broken]:
    """Found where one object has no name."""
    for source in facts.sources:
        uri = _location(source)
        found = locations.read(uri)
        if source.text(_TYPE) == "S3Object" and uri and (uri.endswith("/") or found and not found.key):
            whole = source.text(_PACKED) == "None" and uri.endswith("/")
            fix = setting("Read it as a folder", source.at(_TYPE), "S3Prefix") if whole else None
            yield Broken(source.at(_URI), fix=fix)


@rule(
    "gzip-needs-object",
    "error",
    "{source}/CompressionType",
    sentence="Choose no compression for a folder, or the data type S3Object for one .tar.gz file.",
)
def compressed_folder(facts: Facts) -> Iterator[Broken]:
    """Found where a folder is said to be compressed: AWS's documents list the other three combinations."""
    for source in facts.sources:
        if source.text(_PACKED) == "Gzip" and source.text(_TYPE) == "S3Prefix":
            yield Broken(source.at(_PACKED), fix=_unfolded(source))


def _unfolded(source: Part) -> Fix | None:
    """Return the one way out that the location leaves, if it leaves one."""
    if source.text(_URI).endswith(".tar.gz"):
        return setting("Read it as one file", source.at(_TYPE), "S3Object")
    return setting("No compression", source.at(_PACKED), "None") if source.text(_URI).endswith("/") else None


@rule(
    "gzip-targz-suffix",
    "warning",
    "{source}/S3Uri",
    sentence="Point to a .tar.gz file: with the compression Gzip, SageMaker unpacks a gzipped tar archive.",
)
def other_archive(facts: Facts) -> Iterator[Broken]:
    """Found where a compressed file has another ending."""
    for source in facts.sources:
        one = source.text(_PACKED) == "Gzip" and source.text(_TYPE) == "S3Object"
        if one and source.text(_URI) and not source.text(_URI).endswith((".tar.gz", "/")):
            yield Broken(source.at(_URI))


@rule(
    "eula-false",
    "warning",
    "{source}/ModelAccessConfig/AcceptEula",
    sentence="Read the licence and choose Yes if you accept it, or remove this: "
    "with No, a model behind a licence is never loaded.",
)
def licence_declined(facts: Facts) -> Iterator[Broken]:
    """Found where No is sent: for a model without a licence it means nothing, for others it is refused."""
    for source in facts.sources:
        if source.part(_EULA).part("AcceptEula").value is False:
            yield Broken(source.at(_EULA, "AcceptEula"), fix=removal("Remove the answer", source.at(_EULA)))


@rule(
    "eula-missing",
    "warning",
    "{source}/S3Uri",
    sentence="Read the licence of this model, and accept it under “Licence” if you agree: "
    "SageMaker refuses what lies in this bucket until then.",
)
def licence_not_mentioned(facts: Facts) -> Iterator[Broken]:
    """Found at JumpStart's buckets of gated models; seen refused (hashicorp/terraform-provider-aws#34795)."""
    for source in facts.sources:
        if _GATED.match(source.text(_URI)) and not source.has(_EULA):
            yield Broken(source.at(_URI))


@rule(
    "hub-content-arn",
    "warning",
    "{source}/HubAccessConfig/HubContentArn",
    sentence="Enter the ARN of hub content in the region of the request, as in "
    "arn:aws:sagemaker:us-east-1:123456789012:hub-content/acme/Model/churn/1.0.0.",
)
def no_hub_content(facts: Facts) -> Iterator[Broken]:
    """Found where the hub content is something else; AWS's own pattern takes any line."""
    for source in facts.sources:
        hub = source.part("HubAccessConfig")
        named = arn(hub.text("HubContentArn"))
        of_a_hub = named and named.service == "sagemaker" and named.rest.startswith("hub-content/")
        here = not named or not facts.target or named.region == facts.target.region
        if hub.text("HubContentArn") and not (of_a_hub and here):
            yield Broken(hub.at("HubContentArn"))


RULES = (
    nothing_inside,
    folder_without_end,
    file_without_name,
    compressed_folder,
    other_archive,
    licence_declined,
    licence_not_mentioned,
    no_hub_content,
)
