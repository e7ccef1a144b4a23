"""Is a location in S3 written so that SageMaker finds what is meant?"""

from __future__ import annotations

from collections.abc import Iterator

from models_ui.contract import locations
from models_ui.contract.finding import Fix
from models_ui.contract.rules.facts import Facts, Part
from models_ui.contract.rules.references import has_placeholder
from models_ui.contract.rules.rule import Broken, rule, setting
from models_ui.contract.words import shown

PLACES = ("{container}/ModelDataUrl", "{source}/S3Uri", "{source}/ManifestS3Uri")
# A longer one would not fit on a button.
_LONGEST_LABEL = 60

LINK = "Enter the location itself, {uri}: SageMaker cannot read this form of it."
ACCESS_POINT = (
    "Name the bucket, as in s3://acme-models/churn/7/, or in its place the alias of the access point, "
    "which ends in -s3alias: this address does not say which bucket is meant."
)


@rule(
    "location-placeholder",
    "warning",
    *PLACES,
    sentence="Replace the placeholder in the S3 location by what it stands for.",
)
def not_filled_in(facts: Facts) -> Iterator[Broken]:
    """Found at <YOUR_BUCKET> and the like, which AWS's pattern lets through."""
    yield from (Broken(holder.at(name)) for holder, name in placed(facts) if has_placeholder(holder.text(name)))


@rule("location-link", "error", *PLACES, sentence=LINK)
def page_about_it(facts: Facts) -> Iterator[Broken]:
    """Found at links to the console, which AWS's pattern lets through; those that it does not are in `limits`."""
    for holder, name in placed(facts):
        found = locations.read(holder.text(name))
        if found and found.form == "link":
            yield Broken(holder.at(name), {"uri": shown(found.uri)}, direct(holder.at(name), holder.text(name)))


@rule(
    "location-https",
    "info",
    *PLACES,
    sentence="Use {uri} if you like: that is the usual form of this address, and SageMaker takes both.",
)
def other_form(facts: Facts) -> Iterator[Broken]:
    """Found at the https form, which is seen in requests that AWS took."""
    for holder, name in placed(facts):
        found = locations.read(holder.text(name))
        if found and found.form == "https" and "?" not in holder.text(name):
            yield Broken(holder.at(name), {"uri": shown(found.uri)}, direct(holder.at(name), holder.text(name)))


@rule("location-access-point", "error", *PLACES, sentence=ACCESS_POINT)
def no_bucket(facts: Facts) -> Iterator[Broken]:
    """Found at access points, of which the documents of SageMaker's models say nothing."""
    yield from (Broken(one.at(name)) for one, name in placed(facts) if locations.is_access_point(one.text(name)))


@rule(
    "location-signed",
    "warning",
    *PLACES,
    sentence="Take the question mark and all that follows out of the address: SageMaker signs in with the role, "
    "and a signed address lets others read the file.",
)
def signed_address(facts: Facts) -> Iterator[Broken]:
    """Found at an https address with a query, which AWS's pattern lets through."""
    for holder, name in placed(facts):
        url, place = holder.text(name), holder.at(name)
        found = locations.read(url)
        if url.startswith("https://") and "?" in url and not (found and found.form == "link"):
            yield Broken(place, fix=setting("Cut the address", place, url.partition("?")[0]))


def placed(facts: Facts) -> Iterator[tuple[Part, str]]:
    """Yield every part that may name a location in S3, with the name of the member that does."""
    yield from ((container, "ModelDataUrl") for container in facts.containers)
    for source in facts.sources:
        yield source, "S3Uri"
        yield source, "ManifestS3Uri"


def direct(pointer: str, text: str) -> Fix | None:
    """Return the fix that writes a location in the form that SageMaker is usually told, where it can be read."""
    found = locations.read(text)
    if found is None:
        return None
    label = f"Use {found.uri}" if len(found.uri) <= _LONGEST_LABEL else "Use the s3:// form"
    return setting(label, pointer, found.uri)


RULES = (not_filled_in, page_about_it, other_form, no_bucket, signed_address)
