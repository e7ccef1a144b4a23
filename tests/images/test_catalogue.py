"""Has the catalogue what it promises, and can it be compiled?"""

from __future__ import annotations

import json

from models_ui.images import compiling
from models_ui.images.catalogue import catalogue
from models_ui.images.families import NAMINGS
from models_ui.images.regions import host

FRAMEWORK = {
    "inference": {
        "processors": ["cpu", "gpu"],
        "version_aliases": {"1.2": "1.2.3"},
        "versions": {
            "1.2.3": {"registries": {"us-east-1": "1", "cn-north-1": "2"}, "repository": "r", "py_versions": ["py312"]}
        },
    },
    "training": {"versions": {"9.9": {"registries": {"us-east-1": "3"}, "repository": "t"}}},
}


def test_catalogue_says_where_it_comes_from() -> None:
    assert catalogue().source.startswith("sagemaker-core ")
    assert len(catalogue().date) == len("2026-11-25")


def test_every_framework_has_words_of_its_own() -> None:
    assert [framework for framework in catalogue().frameworks if framework not in NAMINGS] == []


def test_every_name_is_of_a_framework() -> None:
    assert [framework for framework in NAMINGS if framework not in catalogue().frameworks] == []


def test_images_for_hosting_are_compiled_and_others_are_not() -> None:
    made = json.loads(compiling.text({"f": FRAMEWORK}, "sagemaker-core 9", "2026-11-25"))
    assert made == {
        "source": "sagemaker-core 9",
        "date": "2026-11-25",
        "registries": [{"2": "cn-north-1", "1": "us-east-1"}],
        "frameworks": {
            "f": [
                ["1.2.3", "1.2", "", "", "cpu", "py312", "r", "{}-cpu-py312", 0],
                ["1.2.3", "1.2", "", "", "gpu", "py312", "r", "{}-gpu-py312", 0],
            ]
        },
        "others": "3",
    }


def test_host_of_a_registry_has_the_domain_of_its_partition() -> None:
    assert host("123456789012", "us-east-1") == "123456789012.dkr.ecr.us-east-1.amazonaws.com"
    assert host("123456789012", "cn-north-1") == "123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn"
