"""Which request does a `Model.create` of sagemaker-core send, which the SageMaker SDK has below it since its version 3?

Its arguments are the members of the API in small letters with underscores, its shapes are called as the API calls them.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache

from models_ui.contract import create_model
from models_ui.contract.dialects import fitting
from models_ui.contract.dialects.create_model_names import REQUEST
from models_ui.contract.dialects.manner import Manner, Named, folded
from models_ui.contract.dialects.reading import Reading
from models_ui.contract.dialects.syntax.python_source import Python, last_name
from models_ui.contract.dialects.written import Written
from models_ui.contract.tree import ListOf, Node, Structure

DIALECT = "sagemaker-core"
_DROPPED: dict[Named, str] = {
    (REQUEST, "session"): "It says how the SDK signs in.",
    (REQUEST, "region"): "The connection has the region.",
}
_MANNER = Manner(folds=True, null_is_absent=True, dropped=_DROPPED)


def read(python: Python) -> Reading | None:
    """Return the request of the first call, or None where there is none."""
    calls = [call for _, call in python.calls() if is_request(call)]
    if not calls:
        return None
    for other in calls[1:]:
        python.said.append(
            (other.lineno, "this is another call of Model.create, which is left out. Paste it by itself.")
        )
    python.up_to(calls[0].lineno)
    return fitting.read(DIALECT, python.arguments(calls[0]), create_model.tree(), _MANNER, known=python.known)


def is_request(call: ast.Call) -> bool:
    """Say whether a call makes a SageMaker model: others have a `Model.create`, too, with other arguments."""
    function = call.func
    made = isinstance(function, ast.Attribute) and function.attr == "create" and last_name(function.value) == "Model"
    members = {folded(name) for name in create_model.tree().members}
    return made and any(keyword.arg and folded(keyword.arg) in members for keyword in call.keywords)


def shape(python: Python, call: ast.Call) -> Written | None:
    """Return the members that the constructor of a shape is given, or None for any other call."""
    named = last_name(call.func) in _shapes() and not call.args
    return python.arguments(call) if named else None


@cache
def _shapes() -> frozenset[str]:
    return frozenset(_names(create_model.tree()))


def _names(node: Node) -> Iterator[str]:
    if isinstance(node, Structure):
        yield node.name
        for member in node.members.values():
            yield from _names(member)
    elif isinstance(node, ListOf):
        yield from _names(node.item)
