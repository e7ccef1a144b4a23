"""Is the model archive one, and does it suit the mode of its container?"""

from __future__ import annotations

from collections.abc import Iterator

from models_ui.contract.rules.facts import Facts, is_multi_model
from models_ui.contract.rules.references import without_query
from models_ui.contract.rules.rule import Broken, removal, rule, setting

_URL = "ModelDataUrl"
_SOURCE = "ModelDataSource"
_ARCHIVE = ".tar.gz"


@rule(
    "data-url-xor-source",
    "error",
    "{container}/ModelDataSource",
    sentence="Keep one of the two: the model archive, or the data source.",
)
def url_and_source(facts: Facts) -> Iterator[Broken]:
    """Found where both are there. DescribeModel answers with both of one location: then the source may go."""
    for container in facts.containers:
        both = container.has(_URL) and container.has(_SOURCE)
        if both and not is_multi_model(container) and not container.has("ModelPackageName"):
            same = container.part(_SOURCE).part("S3DataSource").text("S3Uri") == container.text(_URL) != ""
            fix = removal("Keep the archive only", container.at(_SOURCE)) if same else None
            yield Broken(container.at(_SOURCE), fix=fix)


@rule(
    "data-url-targz",
    "warning",
    "{container}/ModelDataUrl",
    sentence="Point the model archive to one .tar.gz file, or use a data source for a folder or another kind of file.",
)
def no_archive(facts: Facts) -> Iterator[Broken]:
    """Found where a single model is no .tar.gz; that CreateModel itself refuses it was not seen."""
    for container in facts.containers:
        url = without_query(container.text(_URL))
        if url and not is_multi_model(container) and not url.endswith(_ARCHIVE):
            yield Broken(container.at(_URL))


@rule(
    "multimodel-needs-url",
    "error",
    "{container}/ModelDataUrl",
    sentence="Enter as model archive the S3 folder that holds the archives: a container of many models reads them from there.",
)
def many_models_nowhere(facts: Facts) -> Iterator[Broken]:
    """Found where many models are to be served from nowhere; of a data source the rule below speaks."""
    for container in facts.containers:
        elsewhere = container.has(_SOURCE) or container.has("ModelPackageName")
        if is_multi_model(container) and not container.has(_URL) and not elsewhere:
            yield Broken(container.at(_URL))


@rule(
    "multimodel-url-prefix",
    "error",
    "{container}/ModelDataUrl",
    sentence="Point to the S3 folder that holds the archives, ending in a slash: many models are not one .tar.gz.",
)
def many_models_in_one(facts: Facts) -> Iterator[Broken]:
    """Found where the folder of many models is an archive."""
    for container in facts.containers:
        if is_multi_model(container) and without_query(container.text(_URL)).endswith(_ARCHIVE):
            yield Broken(container.at(_URL))


@rule(
    "multimodel-url-slash",
    "warning",
    "{container}/ModelDataUrl",
    sentence="End the S3 folder with a slash: without one, every name that begins alike belongs to it.",
)
def folder_without_end(facts: Facts) -> Iterator[Broken]:
    """Found where the folder of many models has no slash at its end, which is only a convention."""
    for container in facts.containers:
        url, place = without_query(container.text(_URL)), container.at(_URL)
        if is_multi_model(container) and url and not url.endswith(("/", _ARCHIVE)):
            whole = url == container.text(_URL)
            yield Broken(place, fix=setting("Add the slash", place, f"{url}/") if whole else None)


@rule(
    "multimodel-config-mode",
    "error",
    "{container}/MultiModelConfig",
    sentence="Choose the mode MultiModel, or remove the multi-model settings.",
)
def settings_of_many(facts: Facts) -> Iterator[Broken]:
    """Found beside a single model."""
    for container in facts.containers:
        if container.has("MultiModelConfig") and not is_multi_model(container):
            yield Broken(container.at("MultiModelConfig"))


@rule(
    "data-source-not-multimodel",
    "error",
    "{container}/ModelDataSource",
    sentence="Give the folder of the archives as model archive instead: a container of many models reads no data source.",
)
def many_models_in_a_source(facts: Facts) -> Iterator[Broken]:
    """Found beside the mode MultiModel."""
    for container in facts.containers:
        if container.has(_SOURCE) and is_multi_model(container):
            yield Broken(container.at(_SOURCE))


RULES = (
    url_and_source,
    no_archive,
    many_models_nowhere,
    many_models_in_one,
    folder_without_end,
    settings_of_many,
    many_models_in_a_source,
)
