"""How do we ask for one container of a SageMaker model?"""

from __future__ import annotations

from collections.abc import Mapping

from models_ui.form.layouts.create_model_sources import STORAGE, source
from models_ui.form.layouts.pieces import Asked, When

CONTAINER = "/{container}"
ADDITIONAL = f"{CONTAINER}/AdditionalModelDataSources"
METRICS = f"{CONTAINER}/ContainerMetricsConfig"

_MULTI_MODEL = When(pattern=f"{CONTAINER}/Mode", values=("MultiModel",))
_PACKAGE = When(pattern=STORAGE.name, values=("package",))
_PRIVATE_REGISTRY = When(pattern=f"{CONTAINER}/ImageConfig/RepositoryAccessMode", values=("Vpc",))

_PROGRAM: Mapping[str, Asked] = {
    f"{CONTAINER}/Image": Asked(
        label="Image",
        help="Registry, repository and tag or digest, as you would pull it.",
        example="123456789012.dkr.ecr.us-east-1.amazonaws.com/churn-post:1.4.2",
        where="Amazon ECR, Repositories, the repository, Images: “Copy URI”. One of AWS's own images, such as that of "
        "XGBoost or PyTorch, need not be typed: choose it by its name.",
        image=True,
    ),
    f"{CONTAINER}/ContainerHostname": Asked(
        label="Host name",
        help="What requests, logs and metrics call this container. In a pipeline name every container or none.",
        example="predict",
        where="You choose it. A request to a single container of the pipeline names it as its target.",
        unset="SageMaker numbers the containers.",
        more=True,
        visible_when=When(pattern="/Containers"),
        short=True,
    ),
    f"{CONTAINER}/ImageConfig": Asked(
        label="Private registry", help="How SageMaker reaches the registry of the image.", more=True
    ),
    f"{CONTAINER}/ImageConfig/RepositoryAccessMode": Asked(
        label="Registry access",
        help="Platform pulls from Amazon ECR. Vpc pulls from a registry that your VPC reaches.",
        example="Vpc",
        where="Look at the image: an address with .dkr.ecr. in it lies in Amazon ECR, which is Platform.",
        choices={"Platform": "Amazon ECR", "Vpc": "a registry reached through your VPC"},
        unset="SageMaker uses Platform.",
        more=True,
        short=True,
    ),
    f"{CONTAINER}/ImageConfig/RepositoryAuthConfig": Asked(
        label="Registry sign-in", help="Needed where the registry asks for a name and a password.", more=True
    ),
    f"{CONTAINER}/ImageConfig/RepositoryAuthConfig/RepositoryCredentialsProviderArn": Asked(
        label="Credentials function",
        help="The Lambda function that gives SageMaker the name and password of the registry.",
        example="arn:aws:lambda:us-east-1:123456789012:function:registry-credentials",
        where="Lambda, Functions, the function: “Copy ARN”.",
        more=True,
        visible_when=_PRIVATE_REGISTRY,
    ),
    f"{CONTAINER}/ModelPackageName": Asked(
        label="Model package",
        help="The ARN or name of a package in the model registry. It names image and artefacts itself.",
        example="arn:aws:sagemaker:us-east-1:123456789012:model-package/churn/3",
        where="SageMaker Studio, Models, Registered models, the version: its ARN.",
        more=True,
        visible_when=_PACKAGE,
        awaited=True,
    ),
    f"{CONTAINER}/InferenceSpecificationName": Asked(
        label="Inference specification",
        help="Which of the package's further specifications to use, by its name.",
        example="churn-gpu",
        where="DescribeModelPackage lists them under AdditionalInferenceSpecifications.",
        unset="SageMaker uses the package's own specification.",
        more=True,
        visible_when=_PACKAGE,
        short=True,
    ),
    f"{CONTAINER}/Mode": Asked(
        label="Mode",
        help="MultiModel serves many models from one folder and loads each when it is first called.",
        example="MultiModel",
        where="You choose it. The description of the image says whether it can serve many models.",
        choices={"SingleModel": "one model", "MultiModel": "many models from one folder"},
        unset="SageMaker uses SingleModel.",
        more=True,
        short=True,
    ),
    f"{CONTAINER}/MultiModelConfig": Asked(
        label="Multi-model settings", help="How a container with many models keeps them.", more=True
    ),
    f"{CONTAINER}/MultiModelConfig/ModelCacheSetting": Asked(
        label="Model cache",
        help="Whether models stay in memory after a call. Disabled saves memory when each is called rarely.",
        example="Disabled",
        where="You choose it. Whoever calls the models knows how often each of them is asked.",
        choices={"Enabled": "keep models in memory", "Disabled": "load a model for each call"},
        unset="SageMaker keeps models in memory.",
        more=True,
        visible_when=_MULTI_MODEL,
        short=True,
    ),
}

_DATA: Mapping[str, Asked] = {
    f"{CONTAINER}/ModelDataUrl": Asked(
        label="Model archive",
        help="The .tar.gz that SageMaker unpacks into the container; in MultiModel mode the folder of the archives.",
        example="s3://acme-models/churn/7/model.tar.gz",
        where="A finished training job shows it as “S3 model artifact”.",
        visible_when=When(pattern=STORAGE.name, values=("", "archive")),
        more=True,
        awaited=True,
    ),
    f"{CONTAINER}/ModelDataSource": Asked(
        label="Model data source",
        help="A folder or one object in S3, instead of an archive.",
        visible_when=When(pattern=f"{CONTAINER}/ModelDataSource"),
        more=True,
    ),
    **source(
        f"{CONTAINER}/ModelDataSource/S3DataSource",
        location_help="The folder or object, in a bucket that the execution role may read.",
        example="s3://acme-models/churn/7/",
        told_by=STORAGE.name,
    ),
    ADDITIONAL: Asked(
        label="Additional sources",
        help="Further data beside the main artefacts, such as an adapter or a draft model. "
        "Each is put into a folder named after its channel.",
        example="draft-model from s3://acme-models/churn/7/",
        where="The folder in the container is /opt/ml/additional-model-data-sources/<channel>.",
        item="Additional source",
    ),
    f"{ADDITIONAL}/*": Asked(label="Additional source"),
    f"{ADDITIONAL}/*/ChannelName": Asked(
        label="Channel",
        help="The name of the folder that the program finds this source in.",
        example="draft-model",
        where="You choose it; the program must look for the same name.",
        short=True,
        shows="In the container it is the folder /opt/ml/additional-model-data-sources/",
    ),
    **source(
        f"{ADDITIONAL}/*/S3DataSource",
        location_help="The folder or object of this source, in a bucket that the execution role may read.",
        example="s3://acme-models/churn/7/",
    ),
}

_RUNNING: Mapping[str, Asked] = {
    f"{CONTAINER}/Environment": Asked(
        label="Environment",
        help="Variables that the program reads. Everybody who may describe the SageMaker model can read them: "
        "pass the name of a secret, not the secret.",
        example="SAGEMAKER_PROGRAM = inference.py",
        where="The documentation of the image says which variables it reads.",
        item="Variable",
    ),
    f"{CONTAINER}/Environment/*": Asked(label="Variable"),
    METRICS: Asked(
        label="Container metrics", help="Metrics that the container offers, collected by SageMaker.", more=True
    ),
    f"{METRICS}/MetricsEndpoints": Asked(
        label="Metrics endpoints",
        help="Paths of the container that answer with metrics in the format of Prometheus.",
        example="/metrics",
        where="The documentation of the image, or of the server inside it.",
        item="Metrics endpoint",
        more=True,
    ),
    f"{METRICS}/MetricsEndpoints/*": Asked(label="Metrics endpoint"),
    f"{METRICS}/MetricsEndpoints/*/MetricsEndpointPath": Asked(
        label="Path",
        help="The path that SageMaker reads, beginning with a slash.",
        example="/metrics",
        where="The documentation of the image, or of the server inside it.",
        short=True,
    ),
    f"{METRICS}/MetricsEndpoints/*/MetricPublishFrequencyInSeconds": Asked(
        label="Publish every",
        help="Seconds between two readings: 10, 30, 60, 120, 180, 240 or 300.",
        example="60",
        where="You choose it; shorter shows more and costs more in CloudWatch.",
        unset="SageMaker reads every 60 seconds.",
        short=True,
    ),
}

TEXTS: Mapping[str, Asked] = {**_PROGRAM, **_DATA, **_RUNNING}
