"""How is a request written as a command of the AWS CLI that anybody can paste into a shell?"""

from __future__ import annotations

import json
import re
import shlex

from models_ui.contract import create_model
from models_ui.contract.dialects.notes import Notes
from models_ui.contract.dialects.writing import Writing
from models_ui.contract.json_types import Document, Json
from models_ui.contract.tree import Flag, Node, Text

_TOOL = "The AWS CLI"
_WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|[0-9]+")


def write(document: Document, *, region: str = "") -> Writing:
    """Return the command; what it has no option for stands above it in comments."""
    notes = Notes(_TOOL)
    options = [f"--region {shlex.quote(region)}"] if region else []
    for name, value in document.items():
        node = create_model.tree().members.get(name)
        if node is None or value is None or _is_no_option(value, node):
            notes.miss((name,), value)
        else:
            options.append(_option(name, value, node))
    command = " \\\n    ".join(["aws sagemaker create-model", *options])
    return Writing(f"{notes.comments()}{command}\n", notes.sentences)


def _is_no_option(value: Json, node: Node) -> bool:
    if isinstance(node, Flag):
        return not isinstance(value, bool)
    # The CLI reads a text that begins so from a file; a number would come as text.
    return isinstance(node, Text) and (not isinstance(value, str) or value.startswith(("file://", "fileb://")))


def _option(name: str, value: Json, node: Node) -> str:
    option = "-".join(_WORD.findall(name)).lower()
    if isinstance(node, Flag):
        return f"--{option}" if value else f"--no-{option}"
    said = value if isinstance(node, Text) else json.dumps(value, ensure_ascii=False)
    between = "=" if str(said).startswith("-") else " "
    return f"--{option}{between}{shlex.quote(str(said))}"
