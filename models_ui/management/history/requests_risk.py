"""What does team risk ask for? Whole requests, by the version of what is served."""

from __future__ import annotations

from models_ui.contract.json_types import Document, Json
from models_ui.management.history import images

ROLE = "arn:aws:iam::123456789012:role/RiskModelsExecutionRole"
NETWORK: Document = {"SecurityGroupIds": ["sg-04c1a2f9"], "Subnets": ["subnet-0f3a19c2", "subnet-0b77d1e4"]}


def tags(classification: str = "internal", **more: str) -> list[Json]:
    """Return the tags that the team puts on everything, and more."""
    pairs = {"team": "risk", "cost-centre": "4410", "data-classification": classification, **more}
    return [{"Key": key.replace("_", "-"), "Value": value} for key, value in pairs.items()]


def folder(uri: str, **more: Json) -> Document:
    """Return the source of a model that lies in S3 as it is, unpacked."""
    return {"S3DataSource": {"S3Uri": uri, "S3DataType": "S3Prefix", "CompressionType": "None", **more}}


def fraud(version: int, *, name: str = "", tag: str = "1.7-1") -> Document:
    """Return the fraud score: XGBoost with the team's own script."""
    return {
        "ModelName": name or f"fraud-xgb-v{version}",
        "PrimaryContainer": {
            "Image": images.xgboost(tag),
            "ModelDataUrl": f"s3://acme-models/fraud/{version}/model.tar.gz",
            "Environment": {
                "SAGEMAKER_PROGRAM": "serve.py",
                "SAGEMAKER_SUBMIT_DIRECTORY": "/opt/ml/model/code",
                "SAGEMAKER_CONTAINER_LOG_LEVEL": "20",
                "SAGEMAKER_REGION": "us-east-1",
                "FRAUD_THRESHOLD": "0.82",
            },
        },
        "ExecutionRoleArn": ROLE,
        "Tags": tags("confidential", owner="maya.okafor"),
    }


def churn(version: int, *, xgboost: str = "1.7-1", post: str = "1.4.2") -> Document:
    """Return the churn pipeline: scikit-learn, XGBoost and the team's own image in series, inside the VPC."""
    prepare: Document = {
        "ContainerHostname": "preprocess",
        "Image": images.SKLEARN,
        "ModelDataUrl": f"s3://acme-models/churn/{version}/prep.tar.gz",
        "Environment": {"SAGEMAKER_PROGRAM": "prep.py", "SAGEMAKER_SUBMIT_DIRECTORY": "/opt/ml/model/code"},
    }
    predict: Document = {
        "ContainerHostname": "predict",
        "Image": images.xgboost(xgboost),
        "ModelDataSource": folder(f"s3://acme-models/churn/{version}/xgb/"),
        "Environment": {"SAGEMAKER_PROGRAM": "serve.py", "CHURN_HORIZON_DAYS": "30"},
    }
    return {
        "ModelName": f"churn-pipeline-v{version}",
        "Containers": [
            prepare,
            predict,
            {"ContainerHostname": "postprocess", "Image": images.own(f"churn-post:{post}")},
        ],
        "InferenceExecutionConfig": {"Mode": "Serial"},
        "ExecutionRoleArn": ROLE,
        "VpcConfig": NETWORK,
        "Tags": tags("confidential"),
    }


def credit_limit(version: int, *, role: str = ROLE, tagged: bool = True) -> Document:
    """Return the credit limit model: scikit-learn, cut off from the network."""
    return {
        "ModelName": f"credit-limit-sklearn-{version}",
        "PrimaryContainer": {
            "Image": images.SKLEARN,
            "ModelDataUrl": f"s3://acme-models/credit-limit/{version}/model.tar.gz",
            "Environment": {"SAGEMAKER_PROGRAM": "inference.py", "SAGEMAKER_SUBMIT_DIRECTORY": "/opt/ml/model/code"},
        },
        "ExecutionRoleArn": role,
        "EnableNetworkIsolation": True,
        **({"Tags": tags("confidential", model_risk_tier="2")} if tagged else {}),
    }


def chargeback(version: int) -> Document:
    """Return the chargeback model: LightGBM in the team's own image, which reports its own metrics."""
    return {
        "ModelName": f"chargeback-lgbm-{version}",
        "PrimaryContainer": {
            "Image": images.own("chargeback-lgbm:2.3.0"),
            "ModelDataUrl": f"s3://acme-models/chargeback/{version}/model.tar.gz",
            "Environment": {"WORKERS": "4", "LOG_FORMAT": "json"},
            "ContainerMetricsConfig": {
                "MetricsEndpoints": [{"MetricsEndpointPath": "/metrics", "MetricPublishFrequencyInSeconds": 60}]
            },
        },
        "ExecutionRoleArn": ROLE,
        "Tags": tags(),
    }


def documents(version: int, *, data: str = "", region: str = images.HOME) -> Document:
    """Return the classifier of identity documents: Hugging Face on a GPU, cut off from the network."""
    bucket = "acme-models-eu" if region == images.EUROPE else "acme-models"
    return {
        "ModelName": f"kyc-doc-classifier-{version}",
        "PrimaryContainer": {
            "Image": images.transformers("gpu-py312-cu124", region),
            "ModelDataUrl": data or f"s3://{bucket}/kyc/{version}/model.tar.gz",
            "Environment": {"HF_TASK": "image-classification", "SAGEMAKER_MODEL_SERVER_WORKERS": "1"},
        },
        "ExecutionRoleArn": ROLE,
        "EnableNetworkIsolation": True,
        "Tags": tags("restricted", contains_personal_data="yes"),
    }


def disputes(version: int, *, region: str = images.HOME) -> Document:
    """Return the router of disputes: a language model that the container fetches from Hugging Face with a token."""
    return {
        "ModelName": f"dispute-router-tgi-{version}",
        "PrimaryContainer": {
            "Image": images.tgi(region),
            "Environment": {
                "HF_MODEL_ID": "mistralai/Mistral-7B-Instruct-v0.3",
                "HF_TOKEN": "hf_NOT_A_REAL_TOKEN_only_for_the_demo",
                "SM_NUM_GPUS": "1",
                "MAX_INPUT_LENGTH": "4096",
                "MAX_TOTAL_TOKENS": "5120",
                "MESSAGES_API_ENABLED": "true",
                "MODEL_LOADING_TIMEOUT": "1200",
            },
        },
        "ExecutionRoleArn": ROLE,
        "Tags": tags(),
    }


def packaged(version: int) -> Document:
    """Return the churn score from the registry of model packages: what was tested there is served unchanged."""
    return {
        "ModelName": f"churn-packaged-{version}",
        "PrimaryContainer": {
            "ModelPackageName": f"arn:aws:sagemaker:us-east-1:123456789012:model-package/churn/{version}"
        },
        "ExecutionRoleArn": ROLE,
        "Tags": tags("confidential"),
    }
