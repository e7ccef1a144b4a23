"""Which environment variables do AWS's images read, and what does each do?

By the family of the image, as `images.recognition` calls it. Ranges are hints: an image may take more in another version.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """One variable. `fill` is what its button writes: a value that is right for most; empty where only the person knows."""

    key: str
    does: str
    example: str
    values: str = ""
    fill: str = ""


_PROGRAM = (
    Variable(
        key="SAGEMAKER_PROGRAM",
        does="The Python file that loads the model and answers requests.",
        example="inference.py",
        fill="inference.py",
    ),
    Variable(
        key="SAGEMAKER_SUBMIT_DIRECTORY",
        does="Where that file lies: a folder in the container, or a .tar.gz in S3.",
        example="/opt/ml/model/code",
        fill="/opt/ml/model/code",
    ),
    Variable(
        key="SAGEMAKER_CONTAINER_LOG_LEVEL",
        does="From which level on log lines are written.",
        example="20",
        values="10 debug, 20 info, 30 warning, 40 error",
        fill="20",
    ),
    Variable(key="SAGEMAKER_REGION", does="The region that the program calls AWS in.", example="us-east-1"),
)
_WORKERS = (
    Variable(
        key="SAGEMAKER_MODEL_SERVER_WORKERS",
        does="How many processes load the model and answer side by side.",
        example="1",
        values="1 or more; each needs memory for the whole model",
    ),
    Variable(
        key="SAGEMAKER_MODEL_SERVER_TIMEOUT",
        does="After how many seconds without an answer a worker is started anew.",
        example="60",
    ),
)
_HUB = (
    Variable(
        key="HF_MODEL_ID",
        does="The model to load: its name on the Hugging Face Hub, or a folder such as /opt/ml/model.",
        example="mistralai/Mistral-7B-Instruct-v0.3",
    ),
    Variable(
        key="HF_MODEL_REVISION",
        does="Which commit, tag or branch of the Hub to load. A commit keeps the model from changing unseen.",
        example="main",
    ),
)
_HUB_LIBRARY = (
    Variable(
        key="HF_HUB_OFFLINE",
        does="1 keeps the Hugging Face libraries from calling the Hub, as network isolation needs it.",
        example="1",
        values="0 or 1",
        fill="1",
    ),
)
_LMI = (
    _HUB[0],
    Variable(
        key="OPTION_ROLLING_BATCH",
        does="Which engine joins running requests into batches.",
        example="auto",
        values="auto, vllm, trtllm, lmi-dist, disable",
        fill="auto",
    ),
    Variable(
        key="OPTION_TENSOR_PARALLEL_DEGREE",
        does="Over how many GPUs the model is split.",
        example="max",
        values="a number, or max for all of them",
        fill="max",
    ),
    Variable(
        key="OPTION_MAX_MODEL_LEN",
        does="How many tokens a request and its answer may have together.",
        example="8192",
    ),
    Variable(
        key="OPTION_MAX_ROLLING_BATCH_SIZE", does="How many requests may run at the same time.", example="32", fill="32"
    ),
    Variable(
        key="OPTION_DTYPE",
        does="The type of number that the weights are loaded as.",
        example="bf16",
        values="auto, fp32, fp16, bf16, int8",
    ),
    Variable(
        key="OPTION_QUANTIZE", does="How the weights are made smaller.", example="awq", values="depends on the engine"
    ),
    Variable(
        key="OPTION_TRUST_REMOTE_CODE",
        does="true runs Python code that comes with the model. Only for models that you trust.",
        example="false",
        values="true or false",
    ),
    Variable(
        key="SERVING_LOAD_MODELS",
        does="Which models DJL Serving loads when it starts, and with which engine.",
        example="test::MPI=/opt/ml/model",
    ),
    *_HUB_LIBRARY,
)
_TGI = (
    *_HUB,
    Variable(
        key="SM_NUM_GPUS",
        does="Over how many GPUs the model is split.",
        example="1",
        values="1 to those of the instance",
    ),
    Variable(key="MAX_INPUT_LENGTH", does="How many tokens a request may have.", example="4095"),
    Variable(
        key="MAX_TOTAL_TOKENS",
        does="How many tokens a request and its answer may have together.",
        example="4096",
        values="more than MAX_INPUT_LENGTH",
    ),
    Variable(
        key="MAX_BATCH_PREFILL_TOKENS",
        does="How many tokens of new requests are read in one go. It bounds the memory of that step.",
        example="4096",
    ),
    Variable(
        key="MAX_CONCURRENT_REQUESTS",
        does="How many requests may wait or run; further ones are turned away.",
        example="128",
    ),
    Variable(
        key="HF_MODEL_QUANTIZE",
        does="How the weights are made smaller.",
        example="bitsandbytes",
        values="awq, gptq, eetq, fp8, bitsandbytes and more, by version",
    ),
    Variable(
        key="HF_MODEL_TRUST_REMOTE_CODE",
        does="true runs Python code that comes with the model. Only for models that you trust.",
        example="false",
        values="true or false",
    ),
    Variable(
        key="MESSAGES_API_ENABLED",
        does="true answers in the form of the OpenAI chat API.",
        example="true",
        values="true or false",
        fill="true",
    ),
    *_HUB_LIBRARY,
)
_VLLM = (
    Variable(
        key="SM_VLLM_MODEL",
        does="The model to load: its name on the Hugging Face Hub, or a folder such as /opt/ml/model.",
        example="/opt/ml/model",
    ),
    Variable(key="SM_VLLM_TENSOR_PARALLEL_SIZE", does="Over how many GPUs the model is split.", example="1"),
    Variable(
        key="SM_VLLM_MAX_MODEL_LEN",
        does="How many tokens a request and its answer may have together.",
        example="8192",
    ),
    Variable(
        key="SM_VLLM_GPU_MEMORY_UTILIZATION",
        does="Which part of the memory of a GPU vLLM may take.",
        example="0.9",
        values="above 0, up to 1",
    ),
    Variable(
        key="SM_VLLM_DTYPE",
        does="The type of number that the weights are loaded as.",
        example="auto",
        values="auto, float16, bfloat16, float32",
    ),
    Variable(key="SM_VLLM_QUANTIZATION", does="How the weights are made smaller.", example="fp8"),
    *_HUB_LIBRARY,
)
_TRITON = (
    Variable(
        key="SAGEMAKER_TRITON_DEFAULT_MODEL_NAME",
        does="Which model of the repository answers: the name of its folder. Needed where there are several.",
        example="ensemble",
    ),
    Variable(
        key="SAGEMAKER_TRITON_LOG_INFO",
        does="Whether Triton writes log lines of level info.",
        example="false",
        values="true or false",
    ),
    Variable(
        key="SAGEMAKER_TRITON_LOG_VERBOSE",
        does="Whether Triton writes verbose log lines.",
        example="true",
        values="true or false",
    ),
    Variable(
        key="SAGEMAKER_TRITON_SHM_DEFAULT_BYTE_SIZE",
        does="With how many bytes of shared memory each model of the Python backend starts.",
        example="67108864",
    ),
    Variable(
        key="SAGEMAKER_TRITON_SHM_GROWTH_BYTE_SIZE",
        does="By how many bytes that shared memory grows.",
        example="67108864",
    ),
)
_HUGGING_FACE = (
    *_HUB,
    Variable(
        key="HF_TASK",
        does="What the model does, by the name that pipelines of Transformers have for it.",
        example="text-classification",
    ),
    *_PROGRAM[:3],
    *_WORKERS,
    *_HUB_LIBRARY,
)
_PYTORCH = (
    *_PROGRAM,
    *_WORKERS,
    Variable(key="SAGEMAKER_TS_BATCH_SIZE", does="How many requests TorchServe joins into a batch.", example="8"),
    Variable(
        key="SAGEMAKER_TS_MAX_BATCH_DELAY",
        does="How many milliseconds TorchServe waits for a batch to fill.",
        example="100",
    ),
    Variable(key="SAGEMAKER_TS_MIN_WORKERS", does="How many workers TorchServe keeps at least.", example="1"),
    Variable(key="SAGEMAKER_TS_MAX_WORKERS", does="How many workers TorchServe starts at most.", example="1"),
    Variable(
        key="SAGEMAKER_TS_RESPONSE_TIMEOUT",
        does="After how many seconds without an answer TorchServe starts a worker anew.",
        example="60",
    ),
)
_TENSORFLOW = (
    _PROGRAM[2],
    Variable(
        key="SAGEMAKER_TFS_DEFAULT_MODEL_NAME",
        does="Which model answers where a request names none.",
        example="model",
    ),
    Variable(
        key="SAGEMAKER_TFS_ENABLE_BATCHING",
        does="Whether TensorFlow Serving joins requests into batches.",
        example="true",
        values="true or false",
        fill="true",
    ),
    Variable(key="SAGEMAKER_TFS_MAX_BATCH_SIZE", does="How many requests a batch may have.", example="16"),
    Variable(
        key="SAGEMAKER_TFS_BATCH_TIMEOUT_MICROS",
        does="How many microseconds TensorFlow Serving waits for a batch to fill.",
        example="10000",
    ),
    Variable(key="SAGEMAKER_GUNICORN_WORKERS", does="How many processes run the inference script.", example="2"),
)

# Keys are families of images. What is not named reads variables of its own.
VARIABLES: Mapping[str, tuple[Variable, ...]] = {
    "lmi": _LMI,
    "tgi": _TGI,
    "vllm": _VLLM,
    "triton": _TRITON,
    "huggingface": _HUGGING_FACE,
    "pytorch": _PYTORCH,
    "tensorflow": _TENSORFLOW,
    "mxnet": (*_PROGRAM, *_WORKERS),
    "sklearn": (*_PROGRAM, *_WORKERS),
    "xgboost": (*_PROGRAM, *_WORKERS),
}
# Said above the list, so that somebody sees for which image it is.
TITLES: Mapping[str, str] = {
    "lmi": "LMI (DJL Serving)",
    "tgi": "Hugging Face TGI",
    "vllm": "vLLM",
    "triton": "Triton",
    "huggingface": "Hugging Face inference",
    "pytorch": "PyTorch",
    "tensorflow": "TensorFlow Serving",
    "mxnet": "MXNet",
    "sklearn": "scikit-learn",
    "xgboost": "XGBoost",
}
# A script in an image of one's own, or in one that is not known, is started like that as well.
COMMON = (*_PROGRAM, *_WORKERS)
