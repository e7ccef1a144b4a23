"""Which errors of AWS are known, and what is to be said of each?

The texts were quoted in public by people who met them; the identifier beside an entry is the thread.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Known:
    """An error by its text or its code, and what a person is told.

    `sentence` may name the groups of the text; `about` is the place, in the words of refused_places.
    """

    kind: str
    title: str
    sentence: str
    next_steps: tuple[str, ...]
    text: str = ""
    codes: tuple[str, ...] = ()
    about: str = ""

    def match(self, code: str, message: str) -> dict[str, str | None] | None:
        """Return the named parts of the text where the error is this one, else None."""
        if self.codes and code not in self.codes:
            return None
        found = re.search(self.text, message, re.DOTALL)
        return found.groupdict() if found else None


_EDIT = "Edit the request and submit it again."
_ROLE_STEPS = (
    "Compare the role ARN with the one in IAM.",
    "Let the role's trust policy allow sts:AssumeRole to sagemaker.amazonaws.com.",
    "A role that is only minutes old may not be known everywhere yet: then send it again.",
)
_PERMISSION_STEPS = (
    "Ask whoever looks after the AWS account to allow the action to the role of the connection, then send it again.",
)

KNOWN: tuple[Known, ...] = (
    # astronomer/astronomer-providers#1055, aws/sagemaker-python-sdk#4059
    Known(
        "already-exists",
        "The name is taken",
        "A SageMaker model of this name exists already in the account and region.",
        ("Choose another model name and submit the request again.",),
        text=r"^Cannot create already existing model",
        about="/ModelName",
    ),
    # amazon-sagemaker-examples#2264, #4479
    Known(
        "data-missing",
        "The model data is not there",
        "SageMaker found nothing at {uri}.",
        ("Check the location for a typing error, and that the upload is complete.", _EDIT),
        text=r"^Could not find model data at (?P<uri>\S+?)\.?(\s|$)",
        about="data",
    ),
    # philschmid/llm-sagemaker-sample#2
    Known(
        "data-not-readable",
        "The model data cannot be read",
        "SageMaker may not read {uri} with the execution role, or the bucket is in another region.",
        (
            "Check that the bucket is in the region of the connection.",
            "Let the role allow s3:GetObject there, and s3:ListBucket for a folder or for many models.",
            "Let the role's trust policy allow sts:AssumeRole to sagemaker.amazonaws.com.",
        ),
        text=r"^Could not access model data at (?P<uri>\S+?)\.?(\s|$)",
        about="data",
    ),
    Known(
        "role",
        "SageMaker cannot use the execution role",
        "The role {role} does not exist, or its trust policy does not let SageMaker assume it.",
        _ROLE_STEPS,
        text=r"^The execution role ARN \"?(?P<role>[^\s\"]*)\"? is invalid",
        about="/ExecutionRoleArn",
    ),
    # predictive-maintenance#3, on another operation
    Known(
        "role",
        "SageMaker cannot use the execution role",
        "SageMaker could not assume the role {role}.",
        _ROLE_STEPS,
        text=r"^Could not assume role \"?(?P<role>[^\s\"]*?)\"?\.?(\s|$)",
        about="/ExecutionRoleArn",
    ),
    # aws/sagemaker-pytorch-inference-toolkit#7, ed-donner/alex#30
    Known(
        "image-region",
        "The image is in another region",
        "The image {image} is not in {region}, and SageMaker pulls images from its own region only.",
        ("Choose the same image in the registry of the connection's region, or copy it there.", _EDIT),
        text=r"^Region of \"?(?P<image>[^\s\"]*)\"? does not match expected region of (?P<region>[\w-]+)",
        about="image",
    ),
    # aws/sagemaker-python-sdk#4700
    Known(
        "image-registry",
        "The image is not in Amazon ECR",
        "SageMaker pulls {image} from a registry outside ECR only over your own network.",
        (
            "Push the image to ECR in the region of the connection and name that one.",
            "Or set the repository access to Vpc, with subnets and security groups that reach the registry.",
        ),
        text=r"^Using non-ECR image \"?(?P<image>[^\s\"]*)\"? without Vpc",
        about="image",
    ),
    # aws-samples/easy-amazon-sagemaker-deployments#4
    Known(
        "image-missing",
        "The image is not there",
        "SageMaker did not find the image {image}.",
        ("Check registry, repository and tag for a typing error, and that the push is complete.", _EDIT),
        text=r"^Requested image (?P<image>\S+) not found",
        about="image",
    ),
    # aws/amazon-sagemaker-examples#195, #197
    Known(
        "image-reference",
        "The image has no tag or digest",
        "SageMaker does not understand {image} as an image in ECR.",
        ("Write registry, repository, and a tag or a digest.", _EDIT),
        text=r"^ECR image \"?(?P<image>[^\s\"]*)\"? is invalid",
        about="image",
    ),
    # mlflow/mlflow#13834, moby/buildkit#5480
    Known(
        "image-manifest",
        "SageMaker does not read this form of image",
        "The image {image} was pushed with the manifest {media}, which SageMaker does not take.",
        ("Build and push it again with: docker buildx build --provenance=false --output type=docker", _EDIT),
        text=r"^Unsupported manifest media type (?P<media>\S+) for image (?P<image>\S+?)\.?(\s|$)",
        about="image",
    ),
    # aws/amazon-sagemaker-examples#3925
    Known(
        "image-label",
        "The image lacks a label",
        "For what the request asks, the image {image} needs the Docker label {label}.",
        ("Add the label to the Dockerfile and push the image again.", "Or choose an image that is made for it."),
        text=r"^Your Ecr Image (?P<image>\S+) does not contain required (?P<label>\S+) Docker label",
        about="image",
    ),
    # OElesin/sagemaker-autopilot-step-functions#10
    Known(
        "multi-model-twice",
        "Only one container may serve many models",
        "A pipeline may have one container in the mode MultiModel, no more.",
        ("Set the mode of all other containers to SingleModel.", _EDIT),
        text=r"^More than one container in MultiModel mode",
        about="multi-model",
    ),
    # hashicorp/terraform-provider-aws#34795
    Known(
        "eula",
        "A licence must be accepted",
        "The model at {uri} has a licence (EULA) that somebody has to accept in the request.",
        ("Read the licence. If you may accept it, set AcceptEula of that source to true.", _EDIT),
        text=r"AcceptEula value must be explicitly defined as True.*?\"(?P<uri>[^\"\s]*)\"",
        about="eula",
    ),
    Known(
        "image-or-package",
        "A container needs an image or a model package",
        "A container names either an image, with its data, or a model package: one of the two, not both.",
        ("Take one of the two away, or add the one that is missing.", _EDIT),
        text=r"^Specify one of either Image and Model Data URL or ModelPackageName",
    ),
    Known(
        "package-environment",
        "A Marketplace package takes no environment",
        "A model package from AWS Marketplace does not allow environment variables.",
        ("Take the environment variables of that container away.", _EDIT),
        text=r"^Environment variable map cannot be specified when using a ModelPackage",
        about="environment",
    ),
    # arunprsh/knowledge-augmented-LLMs#1
    Known(
        "package-subscription",
        "The account has not subscribed to the package",
        "The model package is sold in AWS Marketplace, and this account has no subscription.",
        ("Ask whoever looks after the AWS account to subscribe to it in AWS Marketplace, then send it again.",),
        text=r"^Caller is not subscribed to the marketplace offering",
        about="package",
    ),
    # aws/amazon-sagemaker-examples#1438
    Known(
        "package-region",
        "The model package is in another region",
        "AWS wants a model package of the region {region}.",
        ("Name a package of the connection's region, or choose another connection.", _EDIT),
        text=r"^ARN should be scoped to correct region: (?P<region>[\w-]+)",
        about="package",
    ),
    # aws/aws-cdk#32294
    Known(
        "may-not-tag",
        "Models UI may not tag the SageMaker model",
        "The connection's credentials lack sagemaker:AddTags, which CreateModel needs for its tags.",
        _PERMISSION_STEPS,
        text=r"not authorized to perform: sagemaker:AddTags",
    ),
    # aws/amazon-sagemaker-feedback#61
    Known(
        "may-not-pass-role",
        "Models UI may not hand over the execution role",
        "The connection's credentials lack iam:PassRole for the execution role.",
        _PERMISSION_STEPS,
        text=r"not authorized to perform: iam:PassRole",
        about="/ExecutionRoleArn",
    ),
    Known(
        "may-not-assume",
        "Models UI may not assume the role of the connection",
        "AWS did not let Models UI assume the role of the connection, so nothing was sent to SageMaker.",
        (
            "Let the trust policy of the connection's role allow sts:AssumeRole and sts:SetSourceIdentity to Models UI.",
            "Then send it again.",
        ),
        text=r"not authorized to perform: sts:\w+",
    ),
    # Boise-State-Development/agentcore-public-stack#1023
    Known(
        "may-not",
        "Models UI lacks a permission in AWS",
        "The connection's credentials lack {action}.",
        _PERMISSION_STEPS,
        text=r"not authorized to perform: (?P<action>[\w-]+:\w+)",
    ),
    Known(
        "may-not",
        "Models UI lacks a permission in AWS",
        "AWS does not let the connection's credentials do this.",
        _PERMISSION_STEPS,
        codes=("AccessDenied", "AccessDeniedException", "UnauthorizedOperation"),
    ),
    Known(
        "limit",
        "A limit of the AWS account is reached",
        "The account may have no more of something that this request needs.",
        ("Ask whoever looks after the AWS account to raise the limit or to clean up, then send it again.",),
        codes=("ResourceLimitExceeded",),
    ),
    # aws/aws-step-functions-data-science-sdk-python#162
    Known(
        "throttled",
        "AWS was asked too often",
        "AWS takes only so many calls in a short time. Nothing was created by this one.",
        ("Retry in a minute.",),
        codes=("Throttling", "ThrottlingException", "ThrottledException", "TooManyRequestsException", "SlowDown"),
    ),
    Known(
        "credentials",
        "AWS does not accept the credentials of Models UI",
        "The credentials are missing, unknown or no longer in force, so nothing was created.",
        ("Ask whoever runs Models UI to renew its AWS credentials, then send it again.",),
        codes=(
            "ExpiredToken",
            "ExpiredTokenException",
            "InvalidClientTokenId",
            "InvalidSignatureException",
            "MissingAuthenticationToken",
            "MissingAuthenticationTokenException",
            "NoCredentialsError",
            "SignatureDoesNotMatch",
            "UnrecognizedClientException",
        ),
    ),
    Known(
        "clock",
        "The clock of the server is wrong",
        "AWS refuses requests whose time is more than a few minutes off.",
        ("Ask whoever runs Models UI to set the server's clock, then send it again.",),
        codes=("RequestExpired", "RequestTimeTooSkewed"),
    ),
    Known(
        "wrong-account",
        "The credentials belong to another AWS account",
        "Nothing was sent: the credentials of Models UI do not lead to the account that was approved.",
        (
            "Ask an admin to compare the connection with the credentials that Models UI runs with.",
            "Then send it again.",
        ),
        codes=("WrongAccount",),
    ),
    Known(
        "not-sent",
        "The request could not be sent",
        "The AWS library does not take the request as it is, so nothing was sent: {why}",
        (_EDIT,),
        codes=("ParamValidationError",),
        text=r"(?P<why>.*)",
    ),
)
