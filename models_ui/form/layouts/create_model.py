"""How do we ask for a SageMaker model? Steps, groups, and the places in them."""

from __future__ import annotations

from collections.abc import Mapping

from models_ui.form.layouts.create_model_container import ADDITIONAL, CONTAINER, METRICS
from models_ui.form.layouts.create_model_container import TEXTS as CONTAINER_TEXTS
from models_ui.form.layouts.create_model_sources import STORAGE
from models_ui.form.layouts.pieces import Asked, Group, Layout, Question, StepLayout

_WHERE_VPC = "The VPC console lists them with their ids; your platform team knows which are meant for models."

_MODEL_TEXTS: Mapping[str, Asked] = {
    "/ModelName": Asked(
        label="Model name",
        help="What the SageMaker model is called. Once it is created the name cannot change.",
        coined=True,
        example="churn-xgboost-2026-11-20",
        where="You choose it. It must be free in its account and region; a date or version at the end keeps it so.",
    ),
    "/PrimaryContainer": Asked(label="Container", help="The one container of the SageMaker model."),
    "/Containers": Asked(
        label="Containers",
        help="They run in this order, or are called one by one.",
        item="Container",
    ),
    "/Containers/*": Asked(label="Container"),
    "/InferenceExecutionConfig": Asked(label="Execution", help="How the containers of a pipeline are run."),
    "/InferenceExecutionConfig/Mode": Asked(
        label="Execution mode",
        help="Serial hands each answer to the next container. Direct calls the container that a request names.",
        example="Direct",
        where="Choose Direct when callers use TargetContainerHostname.",
        choices={"Serial": "one after the other", "Direct": "each by itself, by its host name"},
        unset="SageMaker uses Serial.",
        short=True,
    ),
    "/ExecutionRoleArn": Asked(
        label="Execution role",
        help="The role that SageMaker takes to pull the image and to read the artefacts.",
        example="arn:aws:iam::123456789012:role/SageMakerExecutionRole",
        where="IAM, Roles, the role: “Copy ARN”. It must trust sagemaker.amazonaws.com.",
    ),
    "/VpcConfig": Asked(
        label="VPC", help="Gives the containers network interfaces in your VPC. Name subnets and security groups."
    ),
    "/VpcConfig/Subnets": Asked(
        label="Subnets",
        help="Where the network interfaces are made. Two in different zones keep running when one zone fails.",
        example="subnet-0f3a19c2",
        where=_WHERE_VPC,
        item="Subnet",
    ),
    "/VpcConfig/Subnets/*": Asked(label="Subnet", example="subnet-0b77d1e4"),
    "/VpcConfig/SecurityGroupIds": Asked(
        label="Security groups",
        help="What the network interfaces may reach. All belong to the VPC of the subnets.",
        example="sg-04c1a2f9",
        where=_WHERE_VPC,
        item="Security group",
    ),
    "/VpcConfig/SecurityGroupIds/*": Asked(label="Security group", example="sg-04c1a2f9"),
    "/EnableNetworkIsolation": Asked(
        label="Network isolation",
        help="Yes keeps the containers from calling anything outside, AWS included.",
        example="Yes",
        where="Your platform team knows which models must run isolated.",
        unset="SageMaker uses No.",
        short=True,
    ),
    "/Tags": Asked(
        label="Tags",
        help="What your organisation and your bills know this SageMaker model by.",
        example="team = risk",
        where="Your platform team keeps the list of keys that are expected.",
        item="Tag",
        # At submission one tag says who made this SageMaker model.
        reserved=1,
    ),
    "/Tags/*": Asked(label="Tag"),
    "/Tags/*/Key": Asked(label="Key", help="The name of the tag.", example="team", where="Your list of tags."),
    "/Tags/*/Value": Asked(
        label="Value", help="It may be empty.", example="risk", where="Your list of tags.", blank=True
    ),
}

KIND = Question(
    name="ask.kind",
    label="What is it made of?",
    help="You may change this later; the container goes along.",
    choices=(
        ("primary", "One container", "Most models."),
        ("pipeline", "Pipeline", "Several containers, in order or each by itself."),
    ),
    cards=True,
)

_BASICS = StepLayout(
    name="basics",
    title="Basics",
    heading="Name the SageMaker model",
    role="first",
    groups=(
        Group(title="Name and kind", places=("/ModelName", KIND.name)),
        Group(title="Execution", places=("/InferenceExecutionConfig",), folded=True, if_set=True),
    ),
)

_CONTAINERS = StepLayout(
    name="containers",
    title="Containers",
    heading="Put the containers in order",
    role="list",
    groups=(
        Group(title="Containers", places=("/Containers",)),
        Group(title="Execution", places=("/InferenceExecutionConfig",), intro="How a request goes through them."),
    ),
)

_CONTAINER = StepLayout(
    name="container",
    title="Container",
    heading="Describe the container",
    role="container",
    groups=(
        Group(
            title="Image",
            intro="The program that serves.",
            places=(f"{CONTAINER}/Image", f"{CONTAINER}/ContainerHostname"),
        ),
        Group(
            title="Artefacts",
            intro="What the program loads when it starts.",
            places=(
                STORAGE.name,
                f"{CONTAINER}/ModelDataUrl",
                f"{CONTAINER}/ModelDataSource",
                f"{CONTAINER}/ModelPackageName",
                f"{CONTAINER}/InferenceSpecificationName",
            ),
        ),
        Group(title="Environment", places=(f"{CONTAINER}/Environment",)),
        Group(title="Additional sources", places=(ADDITIONAL,), folded=True),
        Group(
            title="Mode, registry and metrics",
            places=(
                f"{CONTAINER}/Mode",
                f"{CONTAINER}/MultiModelConfig",
                f"{CONTAINER}/ImageConfig",
                METRICS,
            ),
            folded=True,
        ),
    ),
)

_ACCESS = StepLayout(
    name="access",
    title="Access and network",
    heading="Give access",
    groups=(
        Group(title="Role", intro="What the containers may do in AWS.", places=("/ExecutionRoleArn",)),
        Group(
            title="Network",
            intro="Leave it empty to run outside your VPC.",
            places=("/VpcConfig", "/EnableNetworkIsolation"),
        ),
    ),
    optional=True,
)

_TAGS = StepLayout(
    name="tags",
    title="Tags",
    heading="Tag the SageMaker model",
    groups=(Group(title="Tags", places=("/Tags",)),),
    optional=True,
)

LAYOUT = Layout(
    steps=(_BASICS, _CONTAINERS, _CONTAINER, _ACCESS, _TAGS),
    asked={**_MODEL_TEXTS, **CONTAINER_TEXTS},
    questions={question.name: question for question in (KIND, STORAGE)},
)
