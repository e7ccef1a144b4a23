"""Which request does the answer of DescribeModel belong to?

The answer is no echo: AWS adds to it, and gives no tags. What it adds and nobody need have sent is left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from models_ui.contract import create_model
from models_ui.contract.dialects import fitting
from models_ui.contract.dialects.create_model_names import DESCRIBED, REQUEST
from models_ui.contract.dialects.manner import Manner
from models_ui.contract.dialects.reading import Reading
from models_ui.contract.dialects.written import Entry, Items, Members, Scalar, Written, text_of
from models_ui.contract.finding import Finding

DIALECT = "describe-model"
_MANNER = Manner(dropped=DESCRIBED)
_MARKS = frozenset(name for structure, name in DESCRIBED if structure == REQUEST)
_CONTAINERS = {"PrimaryContainer": "/PrimaryContainer", "Containers": "/Containers"}
_NAMED = "a SageMaker model of this name exists. Enter another name."
_NO_TAGS = "DescribeModel does not tell the tags. Add those that the new SageMaker model is to have."
_AS_UNSET = "It is what AWS fills in where nothing is sent."


def recognises(root: Members) -> bool:
    """Say whether members are an answer."""
    return bool(root.names & _MARKS)


def of(root: Members) -> Reading:
    """Return the request without what AWS fills in."""
    said: list[Finding] = []
    name = root.get("ModelName")
    if name is not None:
        said.append(fitting.say("guessed", "/ModelName", "warning", name.line, _NAMED))
    if "Tags" not in root.names:
        said.append(fitting.say("missing", "/Tags", "info", root.line, _NO_TAGS))
    body = Members(tuple(_members(root, said)), root.line)
    return fitting.read(DIALECT, body, create_model.tree(), _MANNER, said=said)


def _members(root: Members, said: list[Finding]) -> Iterator[Entry]:
    for entry in root.entries:
        if _is_unset(entry):
            said.append(_dropped("", entry))
        elif entry.name in _CONTAINERS:
            yield Entry(entry.name, _containers(_CONTAINERS[entry.name], entry.value, said), entry.line)
        else:
            yield entry


def _is_unset(entry: Entry) -> bool:
    """Say whether a member is false, null or empty, as AWS and its emulators fill in what was not sent."""
    value = entry.value
    if isinstance(value, Members):
        return not value.entries and entry.name != "Environment"
    if isinstance(value, Items):
        return not value.items
    return isinstance(value, Scalar) and (value.value is None or value.value is False)


def _containers(place: str, value: Written, said: list[Finding]) -> Written:
    if isinstance(value, Items):
        items = (_containers(f"{place}/{index}", item, said) for index, item in enumerate(value.items))
        return Items(tuple(items), value.line)
    if not isinstance(value, Members):
        return value
    kept: list[Entry] = []
    for entry in value.entries:
        if _is_filled_in(entry, value):
            said.append(_dropped(place, entry))
        else:
            kept.append(entry)
    return Members(tuple(kept), value.line)


def _is_filled_in(entry: Entry, container: Members) -> bool:
    """Say whether a member of a container says only what another says, or what is meant without it."""
    if entry.name == "Mode":
        return text_of(entry.value) == "SingleModel"
    if entry.name == "ModelDataSource":
        return _is_same_object(entry.value, text_of(container.get("ModelDataUrl")))
    return _is_unset(entry)


def _is_same_object(value: Written, url: str | None) -> bool:
    source = value.get("S3DataSource") if isinstance(value, Members) else None
    if not isinstance(source, Members) or url is None:
        return False
    told = {entry.name: text_of(entry.value) for entry in source.entries if not _is_unset(entry)}
    return told == {"S3Uri": url, "S3DataType": "S3Object", "CompressionType": "Gzip"}


def _dropped(place: str, entry: Entry) -> Finding:
    sentence = f"“{entry.name[:60]}” is left out. {_AS_UNSET}"
    return fitting.say("dropped", f"{place}/{entry.name}", "info", entry.line, sentence)
