"""What do the constructors of the SageMaker Python SDK take, and what becomes of it in a request?

Source: the signatures in sagemaker-python-sdk v2 (src/sagemaker/model.py, pipeline.py, multidatamodel.py and the
framework models).
"""

from __future__ import annotations

# The arguments that may be given without their names, in their order.
_MODEL = ("image_uri", "model_data", "role", "predictor_cls", "env", "name", "vpc_config")
_FRAMEWORK = ("model_data", "role", "entry_point", "framework_version", "py_version", "image_uri")
POSITIONS = {
    "Model": _MODEL,
    "FrameworkModel": ("model_data", "image_uri", "role", "entry_point"),
    "HuggingFaceModel": ("role", "model_data", "entry_point"),
    "PyTorchModel": _FRAMEWORK,
    "MXNetModel": _FRAMEWORK,
    "SKLearnModel": _FRAMEWORK,
    "XGBoostModel": ("model_data", "role", "entry_point", "framework_version", "image_uri"),
    "TensorFlowModel": ("model_data", "role", "entry_point", "image_uri", "framework_version"),
    "ModelPackage": ("role", "model_data", "algorithm_arn", "model_package_arn"),
    "MultiDataModel": ("name", "model_data_prefix", "model", "image_uri", "role"),
    "PipelineModel": ("models", "role", "predictor_cls", "env", "name"),
}
# Those that find an image by themselves.
FRAMEWORKS = frozenset(POSITIONS) - {"Model", "FrameworkModel", "ModelPackage", "MultiDataModel", "PipelineModel"}

OF_REQUEST = {
    "name": "ModelName",
    "role": "ExecutionRoleArn",
    "vpc_config": "VpcConfig",
    "enable_network_isolation": "EnableNetworkIsolation",
    "tags": "Tags",
}
OF_CONTAINER = {
    "image_uri": "Image",
    "image": "Image",
    "model_data": "ModelDataUrl",
    "model_data_prefix": "ModelDataUrl",
    "env": "Environment",
    "image_config": "ImageConfig",
    "model_package_arn": "ModelPackageName",
    "additional_model_data_sources": "AdditionalModelDataSources",
}
_SCRIPT = "The SDK packs the script into the archive. Let the model data be an archive that has it."
_VERSION = "The SDK finds the image by it. Enter the image."
_ITSELF = "It tells the SDK how to work, not SageMaker."
REASONS = {
    **dict.fromkeys(("entry_point", "source_dir", "dependencies", "code_location", "git_config"), _SCRIPT),
    **dict.fromkeys(
        ("framework_version", "py_version", "transformers_version", "pytorch_version", "tensorflow_version"), _VERSION
    ),
}


def reason(argument: str) -> str:
    """Say why an argument has no place in a request."""
    return REASONS.get(argument, _ITSELF)
