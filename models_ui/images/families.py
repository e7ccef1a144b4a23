"""What are AWS's images called, and in which other words?

A framework is a name that the SageMaker Python SDK looks images up by; a family is the software that answers in the
container, and so how it is set up. One family may have several frameworks.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Naming:
    """How people call the images of a framework: their family, a title, and words that find it besides."""

    family: str
    title: str
    words: str = ""


_NEO = "neo compiled"
_BUILT_IN = "built-in algorithm"
# In the order in which search shows them where nothing else tells which comes first.
NAMINGS = {
    "pytorch": Naming("pytorch", "PyTorch inference", "torch torchserve"),
    "huggingface": Naming("huggingface", "Hugging Face inference", "hf"),
    "huggingface-neuronx": Naming("huggingface", "Hugging Face inference", "hf"),
    "djl-lmi": Naming("lmi", "LMI", "djl llm large model inference text generation"),
    "vllm-server": Naming("vllm", "vLLM server", "llm text generation"),
    "vllm": Naming("vllm", "vLLM", "llm text generation ubuntu"),
    "huggingface-vllm": Naming("vllm", "Hugging Face vLLM", "hf llm text generation"),
    "huggingface-llm": Naming("tgi", "Hugging Face TGI", "hf llm text generation inference"),
    "sglang-server": Naming("sglang", "SGLang server", "llm text generation"),
    "sglang": Naming("sglang", "SGLang", "llm text generation ubuntu"),
    "huggingface-sglang": Naming("sglang", "Hugging Face SGLang", "hf llm text generation"),
    "huggingface-tei": Naming("tei", "Hugging Face TEI", "hf text embeddings inference"),
    "huggingface-tei-cpu": Naming("tei", "Hugging Face TEI", "hf text embeddings inference"),
    "sklearn": Naming("sklearn", "scikit-learn", "scikit learn"),
    "xgboost": Naming("xgboost", "XGBoost", "xgb gradient boosting"),
    "tensorflow": Naming("tensorflow", "TensorFlow inference", "tf serving"),
    "sagemaker-tritonserver": Naming("triton", "Triton inference server", "nvidia tritonserver"),
    "autogluon": Naming("autogluon", "AutoGluon inference", "tabular"),
    "mxnet": Naming("mxnet", "MXNet inference"),
    "chainer": Naming("chainer", "Chainer inference"),
    "huggingface-neuron": Naming("huggingface", "Hugging Face inference", "hf"),
    "huggingface-llm-neuronx": Naming("tgi", "Hugging Face TGI", "hf llm text generation inference"),
    "huggingface-vllm-neuronx": Naming("vllm", "Hugging Face vLLM", "hf llm text generation"),
    "huggingface-vllm-omni": Naming("vllm", "Hugging Face vLLM-Omni", "hf llm multimodal"),
    "huggingface-llamacpp": Naming("llama-cpp", "Hugging Face llama.cpp", "hf llm gguf text generation"),
    "vllm-omni": Naming("vllm", "vLLM-Omni", "llm multimodal"),
    "llama-cpp": Naming("llama-cpp", "llama.cpp server", "llm gguf text generation"),
    "llama-cpp-arm64": Naming("llama-cpp", "llama.cpp server", "llm gguf text generation"),
    "djl-neuronx": Naming("lmi", "LMI NeuronX", "djl llm large model inference text generation"),
    "djl-tensorrtllm": Naming("lmi", "LMI TensorRT-LLM", "djl llm large model inference text generation trt"),
    "djl-deepspeed": Naming("lmi", "LMI DeepSpeed", "djl llm large model inference text generation"),
    "djl-fastertransformer": Naming("lmi", "LMI FasterTransformer", "djl llm large model inference text generation"),
    "sparkml-serving": Naming("sparkml", "Spark ML serving", "mleap"),
    "ray-serve": Naming("ray-serve", "Ray Serve"),
    "whisperx": Naming("whisperx", "WhisperX", "speech transcription whisper"),
    "stabilityai": Naming("stabilityai", "Stability AI inference", "stable diffusion"),
    "sagemaker-distribution": Naming("distribution", "SageMaker Distribution", "studio"),
    "inferentia-pytorch": Naming("neo", "Neo PyTorch", f"{_NEO} torch"),
    "inferentia-tensorflow": Naming("neo", "Neo TensorFlow", f"{_NEO} tf"),
    "inferentia-mxnet": Naming("neo", "Neo MXNet", _NEO),
    "neo-pytorch": Naming("neo", "Neo PyTorch", f"{_NEO} torch"),
    "neo-tensorflow": Naming("neo", "Neo TensorFlow", f"{_NEO} tf"),
    "neo-mxnet": Naming("neo", "Neo MXNet", _NEO),
    "image-classification-neo": Naming("neo", "Neo image classification", _NEO),
    "xgboost-neo": Naming("neo", "Neo XGBoost", f"{_NEO} xgb"),
    "blazingtext": Naming("built-in", "BlazingText", f"{_BUILT_IN} word2vec text classification"),
    "factorization-machines": Naming("built-in", "Factorization Machines", _BUILT_IN),
    "forecasting-deepar": Naming("built-in", "DeepAR forecasting", f"{_BUILT_IN} time series"),
    "image-classification": Naming("built-in", "Image classification (MXNet)", f"{_BUILT_IN} vision"),
    "ipinsights": Naming("built-in", "IP Insights", _BUILT_IN),
    "kmeans": Naming("built-in", "K-means", f"{_BUILT_IN} kmeans clustering"),
    "knn": Naming("built-in", "K-nearest neighbors", f"{_BUILT_IN} knn"),
    "lda": Naming("built-in", "LDA topics", f"{_BUILT_IN} latent dirichlet allocation"),
    "linear-learner": Naming("built-in", "Linear Learner", f"{_BUILT_IN} regression"),
    "ntm": Naming("built-in", "Neural Topic Model", f"{_BUILT_IN} ntm topics"),
    "object-detection": Naming("built-in", "Object detection (MXNet)", f"{_BUILT_IN} vision"),
    "object2vec": Naming("built-in", "Object2Vec", f"{_BUILT_IN} embeddings"),
    "pca": Naming("built-in", "Principal component analysis", f"{_BUILT_IN} pca"),
    "randomcutforest": Naming("built-in", "Random Cut Forest", f"{_BUILT_IN} rcf anomaly"),
    "semantic-segmentation": Naming("built-in", "Semantic segmentation", f"{_BUILT_IN} vision"),
    "seq2seq": Naming("built-in", "Sequence to sequence", f"{_BUILT_IN} seq2seq translation"),
}


def naming(framework: str) -> Naming:
    """Return how a framework is called; one that AWS has added since is called by its own name."""
    return NAMINGS.get(framework) or Naming(framework, framework.replace("-", " "))
