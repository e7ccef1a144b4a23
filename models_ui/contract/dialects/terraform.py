"""How is a request written for Terraform, as HCL or in its JSON form?"""

from __future__ import annotations

from collections.abc import Iterator

from models_ui.contract import create_model
from models_ui.contract.dialects import fitting
from models_ui.contract.dialects.create_model_names import TERRAFORM, TERRAFORM_ITSELF
from models_ui.contract.dialects.manner import Manner
from models_ui.contract.dialects.reading import Reading
from models_ui.contract.dialects.syntax import hcl, json_text
from models_ui.contract.dialects.written import Entry, Items, Members, Scalar, Written, each
from models_ui.contract.finding import Finding
from models_ui.contract.loader import NotReadable

DIALECT = "terraform"
RESOURCE = "aws_sagemaker_model"
_MANNER = Manner(
    folds=True,
    renamed=TERRAFORM,
    dropped=TERRAFORM_ITSELF,
    loose=True,
    singles_listed=True,
    lists_opened=True,
    null_is_absent=True,
)
_CONTAINERS = {"primary_container": "/PrimaryContainer", "container": "/Containers"}
_OWN_NAMES = frozenset({"execution_role_arn", *_CONTAINERS})


def read(text: str) -> Reading:
    """Return the request of the first aws_sagemaker_model. Raises NotReadable where there is none."""
    if text.lstrip().startswith("{"):
        return of(json_text.members(text))
    return _read(hcl.parse(text))


def of(root: Members) -> Reading:
    """Return the request of the first aws_sagemaker_model in Terraform's JSON form."""
    return _read(_templates(root))


def recognises(root: Members) -> bool:
    """Say whether members are Terraform's."""
    return any(True for _ in _resources(root)) or bool(root.names & _OWN_NAMES)


def _read(root: Members) -> Reading:
    found = list(_resources(root)) or ([root] if root.names & _OWN_NAMES else [])
    if not found:
        raise NotReadable("no-request", f'There is no resource "{RESOURCE}" here. Paste the whole block.')
    said: list[Finding] = [_another(other) for other in found[1:]]
    body = Members(tuple(_arguments(found[0], said)), found[0].line)
    return fitting.read(DIALECT, body, create_model.tree(), _MANNER, known=_known(root), said=said)


def _resources(root: Members) -> Iterator[Members]:
    for entry in root.entries:
        if entry.name == "resource":
            for kinds in each(entry.value):
                yield from _bodies(kinds.get(RESOURCE))


def _bodies(named: Written | None) -> Iterator[Members]:
    for names in each(named):
        for entry in names.entries:
            yield from each(entry.value)


def _another(other: Members) -> Finding:
    return fitting.say(
        "dropped", "", "warning", other.line, f"another {RESOURCE} stands here. Only the first was taken."
    )


def _arguments(body: Members, said: list[Finding]) -> Iterator[Entry]:
    for entry in body.entries:
        if entry.name in _CONTAINERS:
            yield Entry(entry.name, _with_mode(_CONTAINERS[entry.name], entry.value, said), entry.line)
        elif entry.name == "tags" and isinstance(entry.value, Members):
            yield from _tags(entry, entry.value)
        else:
            yield entry


def _with_mode(pointer: str, value: Written, said: list[Finding]) -> Written:
    """Return containers with the mode that Terraform sends where none is written."""
    if isinstance(value, Items):
        several = pointer == "/Containers"
        places = [f"{pointer}/{index}" if several else pointer for index in range(len(value.items))]
        items = (_with_mode(place, item, said) for place, item in zip(places, value.items, strict=True))
        return Items(tuple(items), value.line)
    if not isinstance(value, Members) or "mode" in value.names:
        return value
    sentence = "no mode is written, so Terraform sends SingleModel, and so does this request."
    said.append(fitting.say("guessed", f"{pointer}/Mode", "info", value.line, sentence))
    return Members((*value.entries, Entry("mode", Scalar("SingleModel", value.line), value.line)), value.line)


def _tags(entry: Entry, tags: Members) -> Iterator[Entry]:
    """Yield the list of tags that Terraform makes of a map; of an empty one it makes none."""
    items = [
        Members((Entry("Key", Scalar(tag.name, tag.line), tag.line), Entry("Value", tag.value, tag.line)), tag.line)
        for tag in tags.entries
    ]
    if items:
        yield Entry(entry.name, Items(tuple(items), entry.line), entry.line)


def _known(root: Members) -> fitting.Known:
    """Return what knows the defaults of variables and the locals that stand in the same text."""
    values: dict[str, Written] = {}
    for entry in root.entries:
        for named in each(entry.value):
            if entry.name == "locals":
                values |= {f"local.{local.name}": local.value for local in named.entries}
            elif entry.name == "variable":
                values |= {f"var.{name}": value for name, value in _defaults(named)}
    return values.get


def _defaults(named: Members) -> Iterator[tuple[str, Written]]:
    for variable in named.entries:
        for body in each(variable.value):
            default = body.get("default")
            if default is not None and default != Scalar(None, default.line, "null"):
                yield variable.name, default


def _templates(value: Members) -> Members:
    """Return members of the JSON form, in which any text may be a template."""
    entries = (Entry(entry.name, _template(entry.value), entry.line) for entry in value.entries if entry.name != "//")
    return Members(tuple(entries), value.line)


def _template(value: Written) -> Written:
    match value:
        case Scalar(value=str() as text):
            return hcl.template(text, value.line)
        case Items():
            return Items(tuple(_template(item) for item in value.items), value.line)
        case Members():
            return _templates(value)
    return value
