"""What does DescribeModel say of a SageMaker model?"""

from __future__ import annotations

from models_ui.contract.json_types import Document, Json
from models_ui.sandbox.members import part, parts, word
from models_ui.sandbox.place import Place
from models_ui.sandbox.store import Model


def described(model: Model, place: Place) -> Document:
    """Return the answer of DescribeModel: no echo of the request.

    No tags; empty sections are absent; Mode, EnableNetworkIsolation and the data source of a ModelDataUrl are filled
    in, as in the one published answer and in Terraform's list of computed attributes. That a pipeline gets `Serial`
    filled in is a guess.
    """
    sent = {name: value for name, value in model.request.items() if name != "Tags" and not _is_empty(value)}
    answer: Document = {**sent, "ModelArn": place.model_arn(model.name), "CreationTime": model.created}
    answer["EnableNetworkIsolation"] = sent.get("EnableNetworkIsolation", False)
    if primary := part(sent, "PrimaryContainer"):
        answer["PrimaryContainer"] = _container(primary)
        answer["DeploymentRecommendation"] = {"RecommendationStatus": "NOT_APPLICABLE"}
    if several := parts(sent, "Containers"):
        answer["Containers"] = [_container(container) for container in several]
        answer["InferenceExecutionConfig"] = sent.get("InferenceExecutionConfig", {"Mode": "Serial"})
    return answer


def _container(sent: Document) -> Document:
    container: Document = {name: value for name, value in sent.items() if not _is_empty(value)}
    container.setdefault("Mode", "SingleModel")
    url = word(container, "ModelDataUrl")
    if url and container["Mode"] == "SingleModel":
        source: Document = {"S3Uri": url, "S3DataType": "S3Object", "CompressionType": "Gzip"}
        container.setdefault("ModelDataSource", {"S3DataSource": source})
    return container


def _is_empty(value: Json) -> bool:
    return value is None or value in ({}, [])
