"""What does team search ask for? Whole requests, by the version of what is served."""

from __future__ import annotations

from models_ui.contract.json_types import Document, Json
from models_ui.management.history import images
from models_ui.management.history.requests_risk import NETWORK, folder

ROLE = "arn:aws:iam::123456789012:role/SageMakerExecutionRole"

# Nobody has used it before the last request of the history.
EXPERIMENT_ROLE = "arn:aws:iam::123456789012:role/EmbeddingExperiments"
_JUMPSTART = "s3://jumpstart-private-cache-prod-us-east-1/meta-textgeneration"


def tags(classification: str = "internal", **more: str) -> list[Json]:
    """Return the tags that the team puts on everything, and more."""
    pairs = {"team": "search", "cost-centre": "5270", "data-classification": classification, **more}
    return [{"Key": key.replace("_", "-"), "Value": value} for key, value in pairs.items()]


def intent(version: int) -> Document:
    """Return the classifier of queries: BERT in AWS's Hugging Face image."""
    return {
        "ModelName": f"query-intent-bert-{version}",
        "PrimaryContainer": {
            "Image": images.transformers(),
            "ModelDataUrl": f"s3://acme-models/query-intent/{version}/model.tar.gz",
            "Environment": {
                "HF_TASK": "text-classification",
                "SAGEMAKER_CONTAINER_LOG_LEVEL": "20",
                "TS_DEFAULT_WORKERS_PER_MODEL": "2",
            },
        },
        "ExecutionRoleArn": ROLE,
        "Tags": tags(),
    }


def ranker(version: int) -> Document:
    """Return the rankers of all shops behind one endpoint: a multi-model container."""
    return {
        "ModelName": f"ranker-mme-{version}",
        "PrimaryContainer": {
            "Image": images.PYTORCH_CPU,
            "Mode": "MultiModel",
            "ModelDataUrl": f"s3://acme-models/ranker/mme-{version}/",
            "MultiModelConfig": {"ModelCacheSetting": "Disabled" if version > 1 else "Enabled"},
            "Environment": {"SAGEMAKER_PROGRAM": "rank.py", "MMS_DEFAULT_RESPONSE_TIMEOUT": "120"},
        },
        "ExecutionRoleArn": ROLE,
        "Tags": tags(shops="de nl se no dk" if version > 2 else "de nl se no"),
    }


def reranker(version: int) -> Document:
    """Return the second stage of ranking: Triton, inside the VPC, next to the feature store."""
    return {
        "ModelName": f"rerank-triton-{version}",
        "PrimaryContainer": {
            "Image": images.TRITON_SERVER,
            "ModelDataUrl": f"s3://acme-models/rerank/{version}/repository.tar.gz",
            "Environment": {"SAGEMAKER_TRITON_DEFAULT_MODEL_NAME": "rerank", "SAGEMAKER_TRITON_LOG_VERBOSE": "false"},
        },
        "ExecutionRoleArn": ROLE,
        "VpcConfig": NETWORK,
        "Tags": tags(),
    }


def spelling(version: int) -> Document:
    """Return the correction of spelling: PyTorch on ordinary machines."""
    return {
        "ModelName": f"spell-fix-pytorch-{version}",
        "PrimaryContainer": {
            "Image": images.PYTORCH_CPU,
            "ModelDataUrl": f"s3://acme-models/spell-fix/{version}/model.tar.gz",
            "Environment": {"SAGEMAKER_PROGRAM": "inference.py", "SAGEMAKER_SUBMIT_DIRECTORY": "/opt/ml/model/code"},
        },
        "ExecutionRoleArn": ROLE,
        "Tags": tags(),
    }


def embedding(name: str, *, image: str, role: str = ROLE) -> Document:
    """Return a model that turns texts into vectors, in the team's own image."""
    return {
        "ModelName": name,
        "PrimaryContainer": {
            "Image": image,
            "ModelDataSource": folder("s3://acme-models/embed/bge-m3/"),
            "Environment": {"POOLING": "cls", "MAX_BATCH_TOKENS": "16384", "NORMALIZE": "true"},
        },
        "ExecutionRoleArn": role,
        "Tags": tags(),
    }


def guard(version: int) -> Document:
    """Return Llama Guard from JumpStart: AWS hands it out only to those who accept Meta's licence."""
    uri = f"{_JUMPSTART}/meta-textgeneration-llama-guard-3-8b/artifacts/inference-prepack/v1.0.0/"
    return {
        "ModelName": f"llama-guard-lmi-{version}",
        "PrimaryContainer": {
            "Image": images.LMI,
            "ModelDataSource": folder(uri, ModelAccessConfig={"AcceptEula": True}),
            "Environment": {
                "OPTION_ROLLING_BATCH": "vllm",
                "OPTION_TENSOR_PARALLEL_DEGREE": "1",
                "OPTION_MAX_MODEL_LEN": "8192",
                "OPTION_DTYPE": "bf16",
                "HF_MODEL_ID": "/opt/ml/model",
            },
        },
        "ExecutionRoleArn": ROLE,
        "EnableNetworkIsolation": True,
        "Tags": tags(licence="llama-3"),
    }


def summaries(version: int) -> Document:
    """Return the writer of summaries: a language model in a folder, and a small one that drafts for it."""
    return {
        "ModelName": f"summaries-qwen-{version}",
        "PrimaryContainer": {
            "Image": images.LMI,
            "ModelDataSource": folder("s3://acme-models/summaries/qwen2.5-7b/"),
            "AdditionalModelDataSources": [
                {"ChannelName": "draft-model", **folder("s3://acme-models/summaries/qwen2.5-0.5b/")}
            ],
            "Environment": {
                "HF_MODEL_ID": "/opt/ml/model",
                "OPTION_ROLLING_BATCH": "vllm",
                "OPTION_MAX_ROLLING_BATCH_SIZE": "32",
                "OPTION_SPECULATIVE_DRAFT_MODEL": "/opt/ml/additional-model-data-sources/draft-model",
                "SERVING_FAIL_FAST": "true",
            },
        },
        "ExecutionRoleArn": ROLE,
        "Tags": tags(),
    }
