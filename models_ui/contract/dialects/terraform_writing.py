"""How is a request written as a resource of Terraform?"""

from __future__ import annotations

import json
import re

from models_ui.contract import create_model
from models_ui.contract.dialects.create_model_names import NOT_IN_TERRAFORM, TERRAFORM
from models_ui.contract.dialects.notes import Notes, Place, expressible
from models_ui.contract.dialects.syntax.hcl_writing import Attribute, Block, block
from models_ui.contract.dialects.terraform import RESOURCE
from models_ui.contract.dialects.writing import Writing
from models_ui.contract.json_types import Document, Json
from models_ui.contract.tree import ListOf, MapOf, Node, Structure, below

_LABEL = "model"
_OWN = {(structure, member): name for (structure, name), member in TERRAFORM.items()}
_WORD = re.compile(r"S3|[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
_MODE = "Mode"


def write(document: Document) -> Writing:
    """Return HCL; what Terraform cannot say stands above it in comments."""
    notes, body = _body(document)
    return Writing(notes.comments() + block(Block(f'resource "{RESOURCE}" "{_LABEL}"', body)), notes.sentences)


def write_json(document: Document) -> Writing:
    """Return the JSON form, where a comment is a member of its own."""
    notes, body = _body(document)
    comments: Document = {"//": [*notes.sentences]} if notes.found else {}
    resource: Document = {RESOURCE: {_LABEL: {**comments, **_json(body)}}}
    return Writing(json.dumps({"resource": resource}, indent=2, ensure_ascii=False) + "\n", notes.sentences)


def _body(document: Document) -> tuple[Notes, list[Attribute | Block]]:
    notes = Notes("Terraform")
    said = expressible(document, create_model.tree(), NOT_IN_TERRAFORM, notes)
    body = _members(said, create_model.tree(), (), notes)
    if "ExecutionRoleArn" not in said:
        notes.say("Terraform wants an execution_role_arn, which this request does not have")
    return notes, body


def _members(value: Document, node: Structure, place: Place, notes: Notes) -> list[Attribute | Block]:
    body: list[Attribute | Block] = []
    for name, member in value.items():
        child = below(node, name)
        if child is not None:
            body.extend(_member(_name(node, name), member, child, (*place, name), notes))
    if _MODE in node.members and "Image" in node.members and _MODE not in value:
        # Not to set it is all that Terraform offers; it sends SingleModel then.
        body.append(Attribute("mode", None))
    return body


def _member(name: str, value: Json, node: Node, place: Place, notes: Notes) -> list[Attribute | Block]:
    if place == ("Tags",):
        return _tags(value, notes)
    if isinstance(node, Structure):
        if isinstance(value, dict):
            return [Block(name, _members(value, node, place, notes))]
    elif isinstance(node, ListOf) and isinstance(node.item, Structure):
        return _blocks(name, value, node.item, place, notes)
    elif not isinstance(value, dict | list) or isinstance(node, MapOf | ListOf):
        return [Attribute(name, value)]
    notes.miss(place, value)
    return []


def _blocks(name: str, value: Json, node: Structure, place: Place, notes: Notes) -> list[Attribute | Block]:
    if not isinstance(value, list) or not value:
        notes.miss(place, value)
        return []
    body: list[Attribute | Block] = []
    for index, item in enumerate(value):
        if isinstance(item, dict):
            body.append(Block(name, _members(item, node, (*place, index), notes)))
        else:
            notes.miss((*place, index), item)
    return body


def _tags(value: Json, notes: Notes) -> list[Attribute | Block]:
    """Return the map that tags are in Terraform, where a key stands once and nothing else is said of it."""
    made: dict[str, Json] = {}
    for index, tag in enumerate(value if isinstance(value, list) else []):
        match tag:
            case {"Key": str() as key, "Value": str() as said, **rest} if not rest and key not in made:
                made[key] = said
            case _:
                notes.miss(("Tags", index), tag)
    if not made:
        notes.miss(("Tags",), value)
    return [Attribute("tags", made)] if made else []


def _name(node: Structure, member: str) -> str:
    return _OWN.get((node.name, member)) or "_".join(_WORD.findall(member)).lower()


def _json(body: list[Attribute | Block]) -> Document:
    made: Document = {}
    for part in body:
        if isinstance(part, Attribute):
            made[part.name] = _escaped(part.value)
        else:
            blocks = made.setdefault(part.heading, [])
            assert isinstance(blocks, list)  # noqa: S101 - no attribute has the name of a block
            blocks.append(_json([*part.body]))
    return made


def _escaped(value: Json) -> Json:
    match value:
        case str():
            return value.replace("${", "$${").replace("%{", "%%{")
        case list():
            return [_escaped(item) for item in value]
        case dict():
            return {name: _escaped(item) for name, item in value.items()}
    return value
