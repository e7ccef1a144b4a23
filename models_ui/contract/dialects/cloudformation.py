"""How is a request written as AWS::SageMaker::Model of CloudFormation, in YAML with its tags or in JSON?"""

from __future__ import annotations

import json
from collections.abc import Iterator

from models_ui.contract import create_model
from models_ui.contract.dialects import fitting
from models_ui.contract.dialects.create_model_names import NOT_IN_CLOUDFORMATION
from models_ui.contract.dialects.manner import Manner
from models_ui.contract.dialects.notes import Notes, Place, expressible
from models_ui.contract.dialects.reading import Reading
from models_ui.contract.dialects.syntax import json_text, yaml_text
from models_ui.contract.dialects.syntax.yaml_writing import dump
from models_ui.contract.dialects.writing import Writing
from models_ui.contract.dialects.written import Entry, Items, Members, Reference, Scalar, Written, text_of
from models_ui.contract.finding import Finding
from models_ui.contract.json_types import Document, Json
from models_ui.contract.loader import NotReadable
from models_ui.contract.tree import MapOf, Node, below

DIALECT = "cloudformation"
TYPE = "AWS::SageMaker::Model"
_MANNER = Manner(loose=True)
_NO_VALUE = "AWS::NoValue"
_NO_NAME = "CloudFormation makes a name where none is written. Enter one."


def read(text: str) -> Reading:
    """Return the request of the first AWS::SageMaker::Model. Raises NotReadable where there is none."""
    if text.lstrip().startswith("{"):
        return of(json_text.members(text))
    for value in yaml_text.parse(text):
        if isinstance(value, Members):
            return of(value)
    raise NotReadable("no-request", f"There is no {TYPE} here. Paste the whole resource.")


def recognises(root: Members) -> bool:
    """Say whether there is a resource of the type among members."""
    return any(True for _ in _resources(root))


def of(root: Members) -> Reading:
    """Return the request of the first AWS::SageMaker::Model among members."""
    found = list(_resources(root))
    if not found:
        raise NotReadable("no-request", f"There is no {TYPE} here. Paste the whole resource.")
    first = found[0]
    properties = first.get("Properties")
    body = _without_functions(properties if isinstance(properties, Members) else Members((), first.line))
    assert isinstance(body, Members)  # noqa: S101 - members stay members unless they are a function
    said: list[Finding] = [_another(other) for other in found[1:]]
    if "ModelName" not in body.names:
        said.append(fitting.say("missing", "/ModelName", "warning", first.line, _NO_NAME))
    return fitting.read(DIALECT, body, create_model.tree(), _MANNER, known=_known(root), said=said)


def write(document: Document) -> Writing:
    """Return a template in YAML; what CloudFormation cannot say stands above it in comments."""
    notes, template = _template(document)
    return Writing(notes.comments() + dump(template), notes.sentences)


def write_json(document: Document) -> Writing:
    """Return a template in JSON, where what CloudFormation cannot say stands in the metadata."""
    notes, template = _template(document)
    if notes.found:
        template["Metadata"] = {"Comments": [*notes.sentences]}
    return Writing(json.dumps(template, indent=2, ensure_ascii=False) + "\n", notes.sentences)


def _resources(root: Members) -> Iterator[Members]:
    within = root.get("Resources")
    for holder in (root, within):
        if isinstance(holder, Members):
            if text_of(holder.get("Type")) == TYPE:
                yield holder
            yield from (entry.value for entry in holder.entries if _is_one(entry.value))  # type: ignore[misc]


def _is_one(value: Written) -> bool:
    return isinstance(value, Members) and text_of(value.get("Type")) == TYPE


def _another(other: Members) -> Finding:
    return fitting.say("dropped", "", "warning", other.line, f"another {TYPE} stands here. Only the first was taken.")


def _known(root: Members) -> fitting.Known:
    """Return what knows the defaults of the parameters in the same template."""
    parameters = root.get("Parameters")
    values: dict[str, Written] = {}
    for entry in parameters.entries if isinstance(parameters, Members) else ():
        default = entry.value.get("Default") if isinstance(entry.value, Members) else None
        if isinstance(default, Scalar):
            values[entry.name] = default
    return values.get


def _without_functions(value: Written) -> Written:
    """Return a value with a Reference for every intrinsic function, and without what AWS::NoValue takes away."""
    if isinstance(value, Items):
        items = (_without_functions(item) for item in value.items if not _is_no_value(item))
        return Items(tuple(items), value.line)
    if not isinstance(value, Members):
        return value
    if len(value.entries) == 1 and _is_function(value.entries[0].name):
        return _called(value.entries[0])
    kept = (entry for entry in value.entries if not _is_no_value(entry.value))
    return Members(tuple(Entry(entry.name, _without_functions(entry.value), entry.line) for entry in kept), value.line)


def _is_function(name: str) -> bool:
    return name == "Ref" or name.startswith(("Fn::", "!"))


def _called(entry: Entry) -> Written:
    name = entry.name.removeprefix("Fn::").removeprefix("!")
    argument = entry.value
    if isinstance(argument, Items) and argument.items and name == "Sub":
        argument = argument.items[0]
    said = text_of(argument)
    if name == "Sub" and said is not None and "${" not in said:
        return Scalar(said, entry.line)
    if name == "GetAtt" and isinstance(argument, Items):
        said = ".".join(text_of(item) or "" for item in argument.items)
    return Reference(said or f"Fn::{name}", entry.line, said or "" if name == "Ref" else "")


def _is_no_value(value: Written) -> bool:
    if not isinstance(value, Members) or len(value.entries) != 1:
        return False
    only = value.entries[0]
    return only.name in {"Ref", "!Ref"} and text_of(only.value) == _NO_VALUE


def _template(document: Document) -> tuple[Notes, Document]:
    notes = Notes("CloudFormation")
    said = expressible(document, create_model.tree(), NOT_IN_CLOUDFORMATION, notes)
    properties = {name: _plain(value, below(create_model.tree(), name), (name,), notes) for name, value in said.items()}
    return notes, {"Resources": {"Model": {"Type": TYPE, "Properties": properties}}}


def _plain(value: Json, node: Node | None, place: Place, notes: Notes) -> Json:
    """Return a value without maps that CloudFormation would take for one of its functions."""
    if isinstance(value, list):
        return [_plain(item, below(node, str(index)), (*place, index), notes) for index, item in enumerate(value)]
    if not isinstance(value, dict):
        return value
    if isinstance(node, MapOf) and len(value) == 1 and _is_function(next(iter(value))):
        notes.miss(place, value)
        return {}
    return {name: _plain(item, below(node, name), (*place, name), notes) for name, item in value.items()}
