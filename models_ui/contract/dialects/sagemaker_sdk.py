"""Which request would a model of the SageMaker Python SDK send?

What the constructor is told becomes the request; what the SDK finds out by itself becomes a finding.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field

from models_ui.contract import create_model, pointers
from models_ui.contract.dialects import fitting, sdk_images
from models_ui.contract.dialects.manner import Manner
from models_ui.contract.dialects.reading import Reading
from models_ui.contract.dialects.sagemaker_sdk_names import FRAMEWORKS, OF_CONTAINER, OF_REQUEST, POSITIONS, reason
from models_ui.contract.dialects.syntax.python_source import Python, last_name
from models_ui.contract.dialects.written import Entry, Items, Members, Reference, Scalar, Written
from models_ui.contract.finding import Finding
from models_ui.images.lookup import Unresolved

DIALECT = "sagemaker-sdk"
_MANNER = Manner(null_is_absent=True)
_PIPELINE, _MULTI = "PipelineModel", "MultiDataModel"
_OWN_ARGUMENTS = frozenset({*OF_CONTAINER, *OF_REQUEST, "models", "model_data_prefix"})


def read(python: Python, *, region: str = "") -> Reading | None:
    """Return the request of the first model in a text, a pipeline or multi-model first, or None where there is none.

    `region` is where the request goes; without one an image that the SDK finds by itself has no address.
    """
    calls = [(name, call) for name, call in python.calls() if _is_model(name, call)]
    calls.sort(key=lambda found: found[0] not in {_PIPELINE, _MULTI})
    if not calls:
        return None
    name, call = calls[0]
    request = _Request(python, region)
    if name == _PIPELINE:
        request.pipeline(call)
    else:
        request.single(name, call)
    body = Members(tuple(request.entries.values()), call.lineno)
    return fitting.read(DIALECT, body, create_model.tree(), _MANNER, known=python.known, said=request.said)


def _is_model(name: str, call: ast.Call) -> bool:
    if name not in POSITIONS:
        return False
    return name != "Model" or any(keyword.arg in _OWN_ARGUMENTS for keyword in call.keywords)


@dataclass(slots=True)
class _Request:
    python: Python
    region: str
    entries: dict[str, Entry] = field(default_factory=dict)
    said: list[Finding] = field(default_factory=list)

    def pipeline(self, call: ast.Call) -> None:
        """Take in a PipelineModel: its models are the containers, their names and roles are not used."""
        models = _argument(call, _PIPELINE, "models")
        given = models.elts if isinstance(models, ast.List | ast.Tuple) else []
        items = tuple(self._part(item, f"/Containers/{index}") for index, item in enumerate(given))
        if items:
            self.entries["Containers"] = Entry("Containers", Items(items, call.lineno), call.lineno)
        else:
            self._say("reference", "/Containers", call.lineno, "the models of the pipeline are not here. Add them.")
        self._take(_PIPELINE, call, "", {})

    def single(self, name: str, call: ast.Call) -> None:
        """Take in any other model: its container is the primary one."""
        container: dict[str, Entry] = {}
        inner = _argument(call, _MULTI, "model") if name == _MULTI else None
        inner_call = self.python.call(inner) if inner is not None else None
        if inner_call and last_name(inner_call.func) in POSITIONS:
            self._take(last_name(inner_call.func), inner_call, "/PrimaryContainer", container)
            container.pop("ModelDataUrl", None)
        self._take(name, call, "/PrimaryContainer", container)
        if name == _MULTI:
            container["Mode"] = Entry("Mode", Scalar("MultiModel", call.lineno), call.lineno)
        value = Members(tuple(container.values()), call.lineno)
        self.entries["PrimaryContainer"] = Entry("PrimaryContainer", value, call.lineno)

    def _part(self, item: ast.expr, place: str) -> Written:
        """Return the container of one model of a pipeline."""
        call = self.python.call(item)
        name = last_name(call.func) if call else ""
        if call is None or name not in POSITIONS:
            said = self.python.value(item)
            return said if isinstance(said, Reference) else Reference("a model", item.lineno)
        container: dict[str, Entry] = {}
        kept = dict(self.entries)
        self._take(name, call, place, container)
        self.entries = kept
        return Members(tuple(container.values()), call.lineno)

    def _take(self, name: str, call: ast.Call, place: str, container: dict[str, Entry]) -> None:
        unsaid = self._find(name, call, place, container)
        for argument, value, line in self._arguments(name, call):
            if value == Scalar(None, value.line):
                continue
            if argument in OF_REQUEST:
                self.entries[OF_REQUEST[argument]] = Entry(OF_REQUEST[argument], value, line)
            elif argument in OF_CONTAINER and place:
                member = _member(argument, value, self.python)
                container[member] = Entry(member, value, line)
            elif argument not in {"models", "model"} and not (argument in sdk_images.TELLING and not unsaid):
                self.said.append(
                    fitting.say("dropped", place, "info", line, f"“{argument}” is left out. {reason(argument)}")
                )
        if unsaid and "Image" not in container:
            image = place + pointers.join("Image")
            sentence = f"the SDK finds the image of {name} by itself. {unsaid} Choose the image, or enter it."
            self._say("missing", image, call.lineno, sentence)

    def _find(self, name: str, call: ast.Call, place: str, container: dict[str, Entry]) -> str:
        """Put the image of a framework's model into its container. Returns why it is not known, or nothing."""
        if name not in FRAMEWORKS or not place:
            return ""
        try:
            image = sdk_images.constructed(self.python, name, call, region=self.region)
        except Unresolved as unresolved:
            return unresolved.sentence
        container["Image"] = Entry("Image", image, call.lineno)
        return ""

    def _arguments(self, name: str, call: ast.Call) -> Iterator[tuple[str, Written, int]]:
        for argument, expression in zip(POSITIONS[name], call.args, strict=False):
            yield argument, self.python.value(expression), expression.lineno
        for entry in self.python.arguments(call).entries:
            yield entry.name, entry.value, entry.line

    def _say(self, code: str, pointer: str, line: int, sentence: str) -> None:
        self.said.append(fitting.say(code, pointer, "error", line, sentence))


def _member(argument: str, value: Written, python: Python) -> str:
    """Return the member that an argument becomes: model data is an address, or a dict with a source."""
    known = python.known(value.key) if isinstance(value, Reference) else value
    return "ModelDataSource" if argument == "model_data" and isinstance(known, Members) else OF_CONTAINER[argument]


def _argument(call: ast.Call, name: str, argument: str) -> ast.expr | None:
    position = POSITIONS[name].index(argument)
    if position < len(call.args):
        return call.args[position]
    return next((keyword.value for keyword in call.keywords if keyword.arg == argument), None)
