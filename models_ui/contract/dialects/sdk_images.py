"""Which image would the SageMaker Python SDK find by itself?

It looks images up by framework, versions, instance type and region: in the constructor of a framework's model, and in
image_uris.retrieve. Source: sagemaker-python-sdk v2, src/sagemaker/image_uris.py and the framework models.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import replace

from models_ui.contract.dialects.sagemaker_sdk_names import POSITIONS
from models_ui.contract.dialects.syntax.python_source import Python, last_name
from models_ui.contract.dialects.written import Members, Reference, Scalar, Written
from models_ui.contract.words import shown
from models_ui.images import in_words, lookup
from models_ui.images.lookup import Unresolved, Wanted

# The framework of each constructor, and the argument that has its version.
_MODELS = {
    "HuggingFaceModel": ("huggingface", "transformers_version"),
    "PyTorchModel": ("pytorch", "framework_version"),
    "TensorFlowModel": ("tensorflow", "framework_version"),
    "MXNetModel": ("mxnet", "framework_version"),
    "SKLearnModel": ("sklearn", "framework_version"),
    "XGBoostModel": ("xgboost", "framework_version"),
}
# The arguments that only say which image it is.
TELLING = frozenset(
    {"framework_version", "py_version", "transformers_version", "pytorch_version", "tensorflow_version", "image_uri"}
)
_RETRIEVE = (
    "framework",
    "region",
    "version",
    "py_version",
    "instance_type",
    "accelerator_type",
    "image_scope",
    "container_version",
    "distribution",
    "base_framework_version",
)
_LLM = ("backend", "session", "region", "version")
_CALLS = {"retrieve": _RETRIEVE, "get_huggingface_llm_image_uri": _LLM}
_BACKENDS = {"huggingface": "huggingface-llm", "huggingface-neuronx": "huggingface-llm-neuronx", "lmi": "djl-lmi"}
# Their images are the same for training; any other one for training serves nothing.
_SAME_FOR_TRAINING = frozenset({"sklearn", "xgboost"})
_NO_REGION = Unresolved("region", "Its address has a region in it: choose a connection, then the image.")


def retrieved(python: Python, call: ast.Call, *, region: str) -> Written | None:
    """Return the image of a call of image_uris.retrieve and its like; None for any other call, and where it is not known.

    `region` is that of the connection; a call that names one means that.
    """
    name = last_name(call.func)
    names = _CALLS.get(name)
    said = _said(python, call, names) if names else {}
    if not names or _unknown(said) - {"region", "session", "instance_type"}:
        return None
    wanted = _of_backend(said) if names is _LLM else _of_retrieve(said)
    if wanted is None:
        return None
    try:
        return _found(wanted, _text(said.get("region")) or region, call.lineno)
    except Unresolved:
        return None


def constructed(python: Python, name: str, call: ast.Call, *, region: str) -> Scalar:
    """Return the image that the constructor of a framework's model finds. Raises Unresolved where it is not known."""
    framework, version = _MODELS.get(name, ("", ""))
    said = {argument: value for argument, value in _named(python, call, name).items() if argument in TELLING}
    if unknown := _unknown(said):
        raise Unresolved("unknown", f"The value of {shown(min(unknown))} is not here.")
    wanted = Wanted(framework, _text(said.get(version)), "", _text(said.get("py_version")), _base(said))
    if not wanted.version:
        raise Unresolved("version", "The version is not here.")
    return _found(_on(wanted, _instance(python)), region, call.lineno)


def _found(wanted: Wanted, region: str, line: int) -> Scalar:
    image = lookup.one(wanted)
    words = in_words.image(image)
    if not region:
        raise Unresolved(_NO_REGION.code, f"It is {words}. {_NO_REGION.sentence}")
    uri = lookup.uri(wanted, region)
    newest = "" if wanted.version else ", the newest"
    return Scalar(
        uri, line, said=f"the SDK finds the image by itself. In {region} it is {words}{newest}: see that it is right."
    )


def _of_retrieve(said: Mapping[str, Written]) -> Wanted | None:
    framework, scope = _text(said.get("framework")), _text(said.get("image_scope"))
    if _text(said.get("container_version")) or scope == "training" and framework not in _SAME_FOR_TRAINING:
        return None
    base = _text(said.get("base_framework_version"))
    wanted = Wanted(framework, _text(said.get("version")), "", _text(said.get("py_version")), base)
    if scope == "inference_graviton" or _text(said.get("accelerator_type")):
        return replace(wanted, processor="graviton" if scope else "eia")
    return _on(wanted, _text(said.get("instance_type")))


def _of_backend(said: Mapping[str, Written]) -> Wanted:
    backend = _text(said.get("backend"))
    return Wanted(_BACKENDS.get(backend, backend), _text(said.get("version")))


def _on(wanted: Wanted, instance: str) -> Wanted:
    """Return what is wanted on an instance type; Hugging Face has frameworks of their own for AWS's processors."""
    known = lookup.with_processor(wanted, instance)
    own = {"inferentia": "huggingface-neuron", "neuron": "huggingface-neuronx"}.get(known.processor)
    return replace(known, framework=own) if own and wanted.framework == "huggingface" else known


def _instance(python: Python) -> str:
    """Return the instance type that a text deploys to, nothing where it names several or none."""
    named = {
        _text(python.arguments(call).get("instance_type") or None)
        for name, call in python.calls()
        if name in {"deploy", "transformer"}
    } - {""}
    return named.pop() if len(named) == 1 else ""


def _base(said: Mapping[str, Written]) -> str:
    bases = (("pytorch", "pytorch_version"), ("tensorflow", "tensorflow_version"))
    return next((f"{name}{_text(said[argument])}" for name, argument in bases if _text(said.get(argument))), "")


def _said(python: Python, call: ast.Call, names: tuple[str, ...]) -> dict[str, Written]:
    """Return the arguments of a call by their names, names looked up in the text."""
    given = dict(zip(names, map(python.value, call.args), strict=False))
    given |= {entry.name: entry.value for entry in python.arguments(call).entries}
    return {name: _known(python, value) for name, value in given.items()}


def _named(python: Python, call: ast.Call, name: str) -> dict[str, Written]:
    return _said(python, call, POSITIONS[name])


def _known(python: Python, value: Written) -> Written:
    known = python.known(value.key) if isinstance(value, Reference) and value.key else None
    return value if known is None else known


def _unknown(said: Mapping[str, Written]) -> set[str]:
    """Return the arguments whose values the text does not have."""
    return {name for name, value in said.items() if isinstance(value, Reference | Members)}


def _text(value: Written | None) -> str:
    """Return a text, or a number as it was written; nothing for anything else."""
    if not isinstance(value, Scalar) or isinstance(value.value, bool) or value.value is None:
        return ""
    return value.value if isinstance(value.value, str) else value.source
