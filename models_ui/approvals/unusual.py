"""What about a request should an approver look at twice? Facts, no verdicts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from models_ui.contract import pointers
from models_ui.contract.eula import containers
from models_ui.contract.json_types import Document
from models_ui.contract.words import legible


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact: a few words for a row of the queue, a sentence for the page, and its place in the request.

    `notable` facts ask for attention; the others are plain, and true of most requests.
    """

    code: str
    label: str
    sentence: str
    pointer: str = ""
    notable: bool = True


def facts(
    request: Document,
    *,
    role_used: bool,
    licences: Iterable[Mapping[str, Any]] = (),
    accepted_by: str = "",
    findings: Collection[Mapping[str, Any]] = (),
) -> list[Fact]:
    """Return what is unusual about a request, notable facts first. Total on any document.

    `role_used` says whether a SageMaker model was made with its execution role through the connection before;
    `licences` are those that `accepted_by` accepted (pointer, uri), as the revision recorded them.
    """
    return [
        *moving_images(request),
        *new_role(request, used=role_used),
        *accepted_licences(licences, accepted_by),
        *warnings(findings),
        *open_network(request),
    ]


def moving_images(request: Document) -> Iterator[Fact]:
    """Yield the images that can be another one tomorrow: named by the tag latest, or by no tag, which means the same."""
    for place, container in containers(request):
        image = container.get("Image")
        if isinstance(image, str) and image and moves(image):
            name = legible(image.rsplit("/", maxsplit=1)[-1])
            yield Fact(
                code="moving-image",
                label="Image tag latest",
                sentence=f"{name} can be another image tomorrow than today. A version or a digest would pin it.",
                pointer=pointers.join(*place, "Image"),
            )


def moves(image: str) -> bool:
    """Say whether an image reference has no digest and no tag but latest."""
    if "@" in image:
        return False
    _, _, tag = image.rsplit("/", maxsplit=1)[-1].partition(":")
    return tag in ("", "latest")


def new_role(request: Document, *, used: bool) -> Iterator[Fact]:
    """Yield the execution role where none of the models created so far has it."""
    role = request.get("ExecutionRoleArn")
    if isinstance(role, str) and not used:
        yield Fact(
            code="new-role",
            label="Role never seen before",
            sentence=f"No SageMaker model was created with {role.rsplit('/', maxsplit=1)[-1]} through this connection yet.",
            pointer="/ExecutionRoleArn",
        )


def accepted_licences(licences: Iterable[Mapping[str, Any]], by: str) -> Iterator[Fact]:
    """Yield the gated sources: somebody accepted a licence in the name of the organisation."""
    for licence in licences:
        yield Fact(
            code="gated",
            label=f"Gated model, EULA accepted by {by}",
            sentence=f"{licence.get('uri') or 'A source'} is under a licence, which {by} accepted.",
            pointer=str(licence.get("pointer", "")),
        )


def warnings(findings: Collection[Mapping[str, Any]]) -> Iterator[Fact]:
    """Yield how many warnings the checks had."""
    count = sum(finding.get("severity") == "warning" for finding in findings)
    if count:
        words = "1 warning" if count == 1 else f"{count} warnings"
        yield Fact(code="warnings", label=words, sentence=f"The checks of the request gave {words}.")


def open_network(request: Document) -> Iterator[Fact]:
    """Yield what is left open on the network."""
    if not request.get("VpcConfig"):
        yield Fact(
            code="no-vpc",
            label="No VPC",
            sentence="Its containers run outside the organisation’s own network.",
            pointer="/VpcConfig",
            notable=False,
        )
    if request.get("EnableNetworkIsolation") is not True:
        yield Fact(
            code="no-isolation",
            label="Network isolation off",
            sentence="Its containers may reach out to the network.",
            pointer="/EnableNetworkIsolation",
            notable=False,
        )
