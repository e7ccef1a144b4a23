"""How is a request said in one paragraph?"""

from __future__ import annotations

from dataclasses import dataclass

from models_ui.contract.eula import containers
from models_ui.contract.json_types import Document, Json
from models_ui.contract.words import legible
from models_ui.images import in_words as images
from models_ui.images.recognition import recognise


@dataclass(frozen=True, slots=True)
class Words:
    """What the paragraph is made of: how many containers, what runs in them and how, role and network."""

    containers: int
    runs: list[str]
    mode: str
    role: str
    subnets: int


def words(request: Document) -> Words:
    """Return a request in words. Total on any document."""
    found = [container for _, container in containers(request)]
    mode = member(request.get("InferenceExecutionConfig"), "Mode")
    several = "each called by its name" if mode == "Direct" else "run in series"
    subnets = request.get("VpcConfig")
    listed = subnets.get("Subnets") if isinstance(subnets, dict) else None
    return Words(
        containers=len(found),
        runs=[runs(container) for container in found],
        mode=several if len(found) > 1 else "",
        role=last_part(request.get("ExecutionRoleArn")),
        subnets=len(listed) if isinstance(listed, list) else 0,
    )


def runs(container: Document) -> str:
    """Return the short name of what runs in a container: one of AWS's images in words, another's name, or its model package."""
    image = container.get("Image")
    if isinstance(image, str) and recognise(image):
        return images.say(image)
    if name := last_part(image):
        return name
    package = container.get("ModelPackageName")
    if isinstance(package, str) and package:
        return f"model package {package.rpartition(':model-package/')[2]}"
    return "something that the request does not name"


def last_part(value: Json) -> str:
    """Return what stands after the last slash of a text, with nothing invisible in it; nothing for anything else."""
    return legible(value.rsplit("/", maxsplit=1)[-1]) if isinstance(value, str) else ""


def member(value: Json, name: str) -> Json:
    """Return a member of a structure, None where it is none."""
    return value.get(name) if isinstance(value, dict) else None
