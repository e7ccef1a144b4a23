"""Are AWS's images found by plain words?"""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models_ui.images import in_words
from models_ui.images.catalogue import catalogue
from models_ui.images.search import search


def first(query: str) -> str:
    found = search(query)
    return in_words.image(found[0]) if found else ""


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("PyTorch 2.6, GPU, inference", "PyTorch inference 2.6.0, GPU, Python 3.12"),
        ("vllm", "vLLM server 2.6, GPU"),
        ("xgboost 1.7", "XGBoost 1.7-1"),
        ("sklearn 1.2", "scikit-learn 1.2-1, CPU, Python 3"),
        ("scikit-learn 1.2-1", "scikit-learn 1.2-1, CPU, Python 3"),
        ("scikit learn graviton", "scikit-learn 1.0-1, Graviton, Python 3"),
        ("tf 2.19 gpu", "TensorFlow inference 2.19.0, GPU"),
        ("hf tgi 3.2.0", "Hugging Face TGI 3.2.0, GPU, Python 3.11"),
        ("llm", "LMI 0.38.0, GPU"),
        ("pytorch2.6 arm64", "PyTorch inference 2.6.0, Graviton, Python 3.12"),
        ("pytorch python 3.10 gpu", "PyTorch inference 2.2.0, GPU, Python 3.10"),
        ("py39 pytorch cpu", "PyTorch inference 1.13.1, CPU, Python 3.9"),
        ("pytorch-inference:2.4.0-gpu-py311", "PyTorch inference 2.4.0, GPU, Python 3.11"),
        ("an image of AWS for kmeans", "K-means 1"),
        ("transformers 4.49 cpu", "Hugging Face inference with Transformers 4.49.0, PyTorch 2.6.0, CPU, Python 3.12"),
        ("triton 25.09 gpu", "Triton inference server 25.09, GPU"),
        ("keras", ""),
        ("pytorch 9.9", ""),
        ("pytorch xgboost", ""),
    ],
)
def test_what_words_mean(query: str, words: str) -> None:
    assert first(query) == words


def test_order_of_the_words_does_not_matter() -> None:
    answers = {first(" ".join(words)) for words in itertools.permutations(["pytorch", "2.5", "gpu", "inference"])}
    assert answers == {"PyTorch inference 2.5.1, GPU, Python 3.11"}


def test_version_ends_at_a_dot() -> None:
    versions = {image.version for image in search("pytorch 1.1") if image.framework == "pytorch"}
    assert versions == {"1.1.0"}


def test_newest_comes_first() -> None:
    versions = [image.version for image in search("xgboost") if image.framework == "xgboost"]
    assert versions[:3] == ["3.2-0", "3.0-5", "1.7-1"]


def test_without_a_word_there_is_the_newest_of_every_framework() -> None:
    found = search(" , ")
    assert len(found) == len(catalogue().frameworks)
    assert found[0].framework == "pytorch"
    assert found[0].version == "2.6.0"


@given(st.text(max_size=60))
def test_any_text_is_a_search(query: str) -> None:
    search(query)


@given(st.lists(st.sampled_from(["pytorch", "gpu", "2", "hf", "py310", "inference", "3.10"]), min_size=1, max_size=4))
def test_one_word_more_finds_nothing_else(words: list[str]) -> None:
    fewer, more = search(" ".join(words[:-1])), search(" ".join(words))
    assert not words[:-1] or set(map(id, more)) <= set(map(id, fewer))
