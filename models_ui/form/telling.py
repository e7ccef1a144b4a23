"""How do findings call a place, so that a person finds it on the screen? By the labels of the form."""

from __future__ import annotations

import re
from dataclasses import replace

from models_ui.contract import pointers
from models_ui.contract.finding import Finding
from models_ui.contract.tree import MapOf, at
from models_ui.contract.words import capital, shown
from models_ui.form import containers, names, operation
from models_ui.form.layouts.pieces import Layout
from models_ui.form.pasting import BOX

# "Model name" within a sentence is "model name"; a word of capitals, such as VPC or S3, stays.
_WORD = re.compile(r"[A-Z](?=[a-z])")


def called(pointer: str, layout: Layout = operation.WIZARD) -> list[str]:
    """Return the names of a place within a sentence, from the outside in: ["tag 3", "key"].

    The one container of a request needs no name; of several, `placed` says which.
    """
    found = names.parts(pointer, key=shown, layout=layout)
    return [_WORD.sub(lambda first: first[0].lower(), name, count=1) for name in found]


def label(pointer: str, layout: Layout = operation.WIZARD) -> str:
    """Return what a place is called where it stands alone: "Image", "Container 2: Image"."""
    container = _container(pointer)
    return f"{container}: {names.label(pointer, layout)}" if container else names.label(pointer, layout)


def placed(finding: Finding) -> Finding:
    """Return a finding that says in which container of a pipeline its place is."""
    container = _container(finding.pointer)
    return replace(finding, message=f"{container}: {capital(finding.message)}") if container else finding


def _container(pointer: str) -> str:
    """Return which container of a pipeline a place is in, or nothing."""
    tokens = pointers.split(pointer)
    within = len(tokens) > 2 and tokens[0] == containers.LISTED
    return names.label(pointers.join(*tokens[:2])) if within else ""


def control(name: str) -> str:
    """Return what the control of this name is called: the label of its place, of a variable its number and side. A name
    that no screen has comes back as it is."""
    if name.startswith(BOX):
        return "Pasted variables"
    *place, side = tokens = name.split(".")
    if name in operation.WIZARD.questions:
        return operation.WIZARD.questions[name].label
    if isinstance(at(operation.tree(), pointers.join(*tokens[:-2])), MapOf) and side in ("key", "value"):
        return f"{label(pointers.join(*place))} {side}"
    return label(pointers.join(*tokens)) if at(operation.tree(), pointers.join(*tokens)) else name
