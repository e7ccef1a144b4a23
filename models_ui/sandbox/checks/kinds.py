"""Do the containers of a call go together?"""

from __future__ import annotations

from models_ui.contract.json_types import Document
from models_ui.sandbox import texts
from models_ui.sandbox.members import containers, part, parts, word


def check_kind(request: Document) -> None:
    """Raise Refusal unless there is either a primary container or a list of containers."""
    primary, several = request.get("PrimaryContainer") is not None, bool(parts(request, "Containers"))
    if primary and several:
        raise texts.BOTH_KINDS.refusal()
    if not primary and not several:
        raise texts.NEITHER_KIND.refusal()


def check_hostnames(request: Document) -> None:
    """Raise Refusal unless all containers of a pipeline have names of their own, or none has one."""
    several = parts(request, "Containers")
    direct = word(part(request, "InferenceExecutionConfig"), "Mode") == "Direct"
    names = [word(container, "ContainerHostname") for container in several]
    if direct and len(several) == 1:
        raise texts.DIRECT_ALONE.refusal()
    if direct and not all(names):
        raise texts.DIRECT_HOSTNAME.refusal()
    if len(several) > 1 and any(names) and not all(names):
        raise texts.HOSTNAMES_PARTLY.refusal()
    twice = next((name for name in names if name and names.count(name) > 1), None)
    if twice:
        raise texts.HOSTNAME_TWICE.refusal(hostname=twice)


def check_multi_model(request: Document) -> None:
    """Raise Refusal for multi-model containers that cannot be served."""
    multi = [container for container in containers(request) if word(container, "Mode") == "MultiModel"]
    if len(multi) > 1:
        raise texts.MULTI_MODEL_TWICE.refusal()
    for container in multi:
        if part(container, "ModelDataSource"):
            raise texts.MULTI_MODEL_SOURCE.refusal()
        if not word(container, "ModelDataUrl"):
            raise texts.MULTI_MODEL_URL.refusal()
        if word(container, "ModelDataUrl").endswith(".tar.gz"):
            raise texts.MULTI_MODEL_ARCHIVE.refusal(url=word(container, "ModelDataUrl"))
