"""In which words does AWS refuse, and how do we know them?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from models_ui.sandbox.refusal import Refusal

Mark = Literal["seen", "documented", "guessed"]


@dataclass(frozen=True, slots=True)
class Text:
    """One text of AWS.

    `seen`: quoted in public, there. `documented`: the rule stands in AWS's documents, the words are ours.
    `guessed`: no public word was found.
    """

    mark: Mark
    source: str
    template: str
    code: str = "ValidationException"

    def refusal(self, **values: str) -> Refusal:
        """Return the refusal with these values in the text."""
        return Refusal(self.code, self.template.format(**values))


_API = "API reference of CreateModel"
_PUBLIC_FILE = "a public file whose origin was not established"

NAME_TAKEN = Text("seen", "astronomer/astronomer-providers#1055", 'Cannot create already existing model "{arn}".')
MODEL_NOT_FOUND = Text("seen", "public code that matches its beginning", 'Could not find model "{arn}".')
CONSTRAINTS = Text(
    "seen", "aws-samples/sagemaker-ml-workflow-with-apache-airflow#3", "{count} validation error{s} detected: {details}"
)

BOTH_KINDS = Text("guessed", "", "Specify either PrimaryContainer or Containers, not both.")
NEITHER_KIND = Text("guessed", "", "Either PrimaryContainer or Containers must be specified.")
DIRECT_ALONE = Text(
    "documented", "Developer Guide, multi-container endpoints", "Direct mode needs at least two containers."
)
DIRECT_HOSTNAME = Text(
    "documented",
    "Developer Guide, multi-container endpoints with direct invocation",
    "ContainerHostname must be specified for every container in Direct mode.",
)
HOSTNAMES_PARTLY = Text(
    "documented", _API, "ContainerHostname must be specified for all containers or for none of them."
)
HOSTNAME_TWICE = Text("documented", _API, 'ContainerHostname "{hostname}" is used by more than one container.')
MULTI_MODEL_TWICE = Text(
    "seen",
    "OElesin/sagemaker-autopilot-step-functions#10",
    "More than one container in MultiModel mode is not supported with inference pipeline.",
)
MULTI_MODEL_SOURCE = Text("documented", _API, "ModelDataSource is not supported with MultiModel mode.")
MULTI_MODEL_URL = Text(
    "documented", "Developer Guide, multi-model endpoints", "ModelDataUrl must be specified in MultiModel mode."
)
MULTI_MODEL_ARCHIVE = Text(
    "documented",
    "Developer Guide, multi-model endpoints",
    'ModelDataUrl "{url}" must be a prefix, not one archive, in MultiModel mode.',
)
PREFIX_SLASH = Text("documented", _API, 'S3Uri "{uri}" must end with a forward slash when S3DataType is S3Prefix.')
ENVIRONMENT_TOTAL = Text(
    "documented", _API, "The keys and values of Environment in all containers must not exceed 32 KB."
)
ENVIRONMENT_BYTES = Text("documented", _API, "A key or value of Environment must not exceed 1024 bytes.")
METRICS_FREQUENCY = Text(
    "documented", _API, "MetricPublishFrequencyInSeconds must be one of 10, 30, 60, 120, 180, 240, 300."
)

IMAGE_OR_PACKAGE = Text(
    "seen",
    _PUBLIC_FILE,
    "Specify one of either Image and Model Data URL or ModelPackageName in container definition.",
)
IMAGE_OTHER_REGION = Text(
    "seen",
    "ed-donner/alex#30",
    'Region of "{image}" does not match expected region of {region}. Cross region ECR image pulls are not allowed.',
)
IMAGE_NOT_ECR = Text(
    "seen",
    "aws/sagemaker-python-sdk#4700",
    'Using non-ECR image "{image}" without Vpc repository access mode is not supported.',
)
IMAGE_MISSING = Text("seen", "aws-samples/easy-amazon-sagemaker-deployments#4", "Requested image {image} not found.")
IMAGE_MANIFEST = Text(
    "seen",
    "mlflow/mlflow#13834",
    "Unsupported manifest media type {media_type} for image {image}. "
    "Ensure that valid manifest media type is used for specified image.",
)
IMAGE_LABEL = Text(
    "seen",
    "aws/amazon-sagemaker-examples#3925",
    "Your Ecr Image {image} does not contain required {label} Docker label(s).",
)
REGISTRY_CREDENTIALS_MODE = Text(
    "documented", _API, "RepositoryAuthConfig is supported only when RepositoryAccessMode is Vpc."
)
REGISTRY_CREDENTIALS_ARN = Text(
    "documented", _API, 'RepositoryCredentialsProviderArn "{arn}" must be the ARN of a Lambda function.'
)
REGISTRY_VPC = Text(
    "documented",
    "Developer Guide, images in a private registry",
    "VpcConfig must be specified when RepositoryAccessMode is Vpc.",
)

DATA_MISSING = Text("seen", "aws/amazon-sagemaker-examples#2264", "Could not find model data at {uri}.")
DATA_NOT_READABLE = Text(
    "seen",
    "philschmid/llm-sagemaker-sample#2",
    'Could not access model data at {uri}. Please ensure that the role "{role}" exists and that its trust relationship '
    'policy allows the action "sts:AssumeRole" for the service principal "sagemaker.amazonaws.com". Also ensure that '
    'the role has "s3:GetObject" permissions and that the object is located in {region}. If your Model uses multiple '
    'models or uncompressed models, please ensure that the role has "s3:ListBucket" permission.',
)
EULA = Text(
    "seen",
    "hashicorp/terraform-provider-aws#34795",
    "The AcceptEula value must be explicitly defined as True in order to accept the EULA that this "
    '"{uri}" model requires.',
)
ROLE = Text(
    "seen",
    "public READMEs",
    'The execution role ARN "{role}" is invalid. Please ensure that the role exists and that its trust relationship '
    'policy allows the action "sts:AssumeRole" for the service principal "sagemaker.amazonaws.com".',
)

PACKAGE_OTHER_REGION = Text(
    "seen",
    "aws/amazon-sagemaker-examples#1438, on DescribeModelPackage",
    "ARN should be scoped to correct region: {region}",
)
PACKAGE_MISSING = Text("guessed", "", "Could not find model package {package}.")
MARKETPLACE_SUBSCRIPTION = Text(
    "seen", "arunprsh/knowledge-augmented-LLMs#1", "Caller is not subscribed to the marketplace offering."
)
MARKETPLACE_ENVIRONMENT = Text(
    "seen",
    _PUBLIC_FILE,
    "Environment variable map cannot be specified when using a ModelPackage subscribed from AWS Marketplace.",
)
MARKETPLACE_ISOLATION = Text(
    "documented",
    "seen on CreateTrainingJob in other words",
    "EnableNetworkIsolation must be true for models using AWS Marketplace model packages.",
)

TAG_RESERVED = Text("documented", "tagging limits", "aws: prefixed tag key names are not allowed for external use.")
TAG_TWICE = Text("documented", "API reference of Tag", 'Tag key "{key}" is used more than once.')
TAGS_TOO_MANY = Text("guessed", "", "A resource can have at most 50 tags.")
TAGS_OF_NOTHING = Text("guessed", "", "Could not find the resource {arn}.")
SUBNET_MISSING = Text("guessed", "", "The subnet ID '{id}' does not exist.")
GROUP_MISSING = Text("guessed", "", "The security group '{id}' does not exist.")
NETWORKS_DIFFER = Text("documented", _API, "Security groups and subnets must belong to the same VPC.")
NEXT_TOKEN = Text("guessed", "", "The NextToken is not one that this operation gave for this query.")

WRONG_TYPE = Text("guessed", "", "{found} can not be converted to {wanted} at '{path}'", "SerializationException")
UNKNOWN_MEMBER = Text("guessed", "", "Unknown member '{path}'", "SerializationException")
NOT_JSON = Text("guessed", "", "The request body is not a JSON object.", "SerializationException")
NOT_SIGNED = Text(
    "seen", "other services of AWS", "Missing Authentication Token", "MissingAuthenticationTokenException"
)
THROTTLED = Text("seen", "aws/aws-step-functions-data-science-sdk-python#162", "Rate exceeded", "ThrottlingException")
BROKEN = Text("seen", "other services of AWS", "We encountered an internal error. Try again.", "InternalFailure")
