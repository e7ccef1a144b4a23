"""How is a request written as a Model of Kubernetes, for the ACK controller or the operator before it?"""

from __future__ import annotations

from models_ui.contract import create_model
from models_ui.contract.dialects import fitting
from models_ui.contract.dialects.create_model_names import OPERATOR, OPERATOR_ITSELF
from models_ui.contract.dialects.manner import Manner
from models_ui.contract.dialects.reading import Reading
from models_ui.contract.dialects.written import Members, text_of

DIALECT = "k8s"
_MANNER = Manner(folds=True, renamed=OPERATOR, dropped=OPERATOR_ITSELF)
_GROUP = "sagemaker."
_OWN_NAMES = frozenset({"primaryContainer", "containers", "executionRoleARN", "executionRoleArn", "modelName"})
_NO_NAME = "the specification has no model name. Enter one."


def recognises(root: Members) -> bool:
    """Say whether members are a Model of Kubernetes, or its specification."""
    kind, version = text_of(root.get("kind")), text_of(root.get("apiVersion")) or ""
    return (kind == "Model" and version.startswith(_GROUP)) or (kind is None and bool(root.names & _OWN_NAMES))


def of(root: Members) -> Reading:
    """Return the request of the specification."""
    within = root.get("spec")
    spec = within if isinstance(within, Members) else root
    said = []
    if not spec.names & {"modelName", "name"}:
        said.append(fitting.say("missing", "/ModelName", "warning", spec.line, _NO_NAME))
    return fitting.read(DIALECT, spec, create_model.tree(), _MANNER, said=said)
