"""What can be done with a SageMaker model once it exists? The calls that serve it, with its name filled in.

The names of operations, members and waiters are those of the service model; nothing here is sent by us.
"""

from __future__ import annotations

from dataclasses import dataclass

from models_ui.contract.eula import containers
from models_ui.contract.json_types import Document

INSTANCE = "ml.m5.xlarge"
INPUT = "s3://your-bucket/your-input/"
OUTPUT = "s3://your-bucket/your-output/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call, and what a person has to choose in it."""

    operation: str
    parameters: Document
    choose: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """Until when the work goes on: the waiter, and for tools without waiters what to ask and which answer means busy."""

    waiter: str
    asks: str
    parameters: Document
    status: str
    busy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to use the model: its calls; or the sentence why it cannot be used so."""

    name: str
    title: str
    text: str
    calls: tuple[Call, ...] = ()
    wait: Wait | None = None
    reason: str = ""


def ways(request: Document) -> list[Way]:
    """Return what can come after CreateModel with this request, which AWS has accepted."""
    name = str(request.get("ModelName", ""))
    return [endpoint(name), batch(name, against_batch(request))]


def endpoint(name: str) -> Way:
    """Return the way to an endpoint that answers at once."""
    variant: Document = {
        "VariantName": "main",
        "ModelName": name,
        "InitialInstanceCount": 1,
        "InstanceType": INSTANCE,
    }
    return Way(
        name="endpoint",
        title="Real-time endpoint",
        text="It runs, and costs, until you delete it. The role’s rights to pull the image are needed here for the first time.",
        calls=(
            Call(
                operation="CreateEndpointConfig",
                parameters={"EndpointConfigName": name, "ProductionVariants": [variant]},
                choose="Choose the instance type; this one has no GPU.",
            ),
            Call(operation="CreateEndpoint", parameters={"EndpointName": name, "EndpointConfigName": name}),
        ),
        wait=Wait(
            waiter="EndpointInService",
            asks="DescribeEndpoint",
            parameters={"EndpointName": name},
            status="EndpointStatus",
            busy="Creating",
        ),
    )


def batch(name: str, reason: str) -> Way:
    """Return the way to a job that works through files, or why there is none."""
    way = Way(name="batch", title="Batch transform", text="It works through files in S3, and ends.", reason=reason)
    if reason:
        return way
    parameters: Document = {
        "TransformJobName": name,
        "ModelName": name,
        "TransformInput": {
            "DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": INPUT}},
            "ContentType": "text/csv",
        },
        "TransformOutput": {"S3OutputPath": OUTPUT},
        "TransformResources": {"InstanceType": INSTANCE, "InstanceCount": 1},
    }
    choose = "Choose the locations, the content type and the instance type; this one has no GPU."
    return Way(
        name=way.name,
        title=way.title,
        text=way.text,
        calls=(Call(operation="CreateTransformJob", parameters=parameters, choose=choose),),
        wait=Wait(
            waiter="TransformJobCompletedOrStopped",
            asks="DescribeTransformJob",
            parameters={"TransformJobName": name},
            status="TransformJobStatus",
            busy="InProgress",
        ),
    )


def against_batch(request: Document) -> str:
    """Return why batch transform does not take the model, or nothing.

    A data source was seen refused (aws/sagemaker-python-sdk#4777); a transform job has no member that names one of many
    models or containers.
    """
    found = [container for _, container in containers(request)]
    execution = request.get("InferenceExecutionConfig")
    if any("ModelDataSource" in container for container in found):
        return "Batch transform takes no SageMaker model with a data source. Use a model archive for it."
    if any(container.get("Mode") == "MultiModel" for container in found):
        return "A transform job cannot say which of many models is meant. Use an endpoint."
    if isinstance(execution, dict) and execution.get("Mode") == "Direct":
        return "A transform job cannot say which container is meant. Use an endpoint."
    return ""
