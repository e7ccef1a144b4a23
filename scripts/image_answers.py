"""Which URIs does sagemaker-core itself give for AWS's images?

Run by the Python of the environment that has the package: `make images`. It asks the package for everything that its own
data files name, each time in the next region, and keeps the answers for the tests of our catalogue.
"""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Iterator
from functools import cache
from itertools import cycle, product
from pathlib import Path
from typing import Any

TABLE = Path(__file__).parent.parent / "tests" / "data" / "image_answers.json"
INSTANCES = ("ml.m5.xlarge", "ml.g5.xlarge", "ml.c7g.xlarge", "ml.inf1.xlarge", "ml.inf2.xlarge")
PYTHONS = (None, "py2", "py3", "py27", "py36", "py37", "py38", "py39", "py310", "py311", "py312")


def main() -> str:
    """Write the table; with --check compare it. Returns what is wrong, or nothing."""
    os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")
    logging.disable()
    text = "[\n" + ",\n".join(json.dumps(row) for row in answers()) + "\n]\n"
    if "--check" not in sys.argv:
        TABLE.write_text(text)
    elif TABLE.read_text() != text:
        return f"{TABLE.name} differs from the answers of sagemaker-core. Run: make images"
    sys.stdout.write(f"{TABLE.name} has the {len(text.splitlines()) - 2} answers of sagemaker-core.\n")
    return ""


def answers() -> Iterator[list[str | None]]:
    """Yield framework, version, base, Python, instance type, region, and the URI; None where the package refuses."""
    from sagemaker.core import common_utils, image_uris

    # The package reads its files and botocore's anew for each question.
    image_uris.config_for_framework = cache(image_uris.config_for_framework)
    common_utils._botocore_resolver = cache(common_utils._botocore_resolver)
    regions = cycle(sorted(_regions(image_uris)))
    for framework in image_uris.list_frameworks():
        for version, base in _questions(image_uris, framework):
            seen: set[str] = set()
            for instance, python in product(INSTANCES, PYTHONS):
                if not _has(image_uris, framework, version, instance):
                    continue
                asked = {"version": version, "base": base, "python": python, "instance": instance}
                usual = _answer(image_uris, framework, "us-east-1", **asked)
                if usual and usual not in seen:
                    seen.add(usual)
                    region = next(regions)
                    yield [
                        framework,
                        version,
                        base,
                        python,
                        instance,
                        region,
                        _answer(image_uris, framework, region, **asked),
                    ]


def _answer(package: Any, framework: str, region: str, **asked: str | None) -> str | None:
    try:
        return str(
            package.retrieve(
                framework,
                region,
                version=asked["version"],
                base_framework_version=asked["base"],
                py_version=asked["python"],
                instance_type=asked["instance"],
                image_scope="inference",
                inference_tool=_tool(framework, asked["instance"] or ""),
            )
        )
    except (ValueError, KeyError, TypeError):
        return None


def _has(package: Any, framework: str, version: str, instance: str) -> bool:
    """Say whether the version is there for the instance: where there is only one, the package gives that for any other."""
    name, scope = framework, "inference"
    if framework == "huggingface" and "inf" in instance:
        name = f"huggingface-{_tool(framework, instance) or 'neuron'}"
    if "inference_graviton" in package.config_for_framework(framework) and "c7g" in instance:
        scope = "inference_graviton"
    return version in package.list_versions(name, scope)


def _tool(framework: str, instance: str) -> str | None:
    return "neuronx" if framework == "huggingface" and "inf2" in instance else None


def _questions(package: Any, framework: str) -> Iterator[tuple[str, str | None]]:
    config = package.config_for_framework(framework)
    if "inference" not in config and "inference" not in config.get("scope", ()):
        return
    if framework != "huggingface":
        yield from ((version, None) for version in sorted(package.list_versions(framework)))
        return
    for name in ("huggingface", "huggingface-neuron", "huggingface-neuronx"):
        part = package.config_for_framework(name)["inference"]
        for version, facts in part["versions"].items():
            bases = [*facts["version_aliases"], *(base for base in facts if base != "version_aliases")]
            shorter = [alias for alias, full in part["version_aliases"].items() if full == version]
            yield from product([version, *shorter], bases)


def _regions(package: Any) -> set[str]:
    found = package.config_for_framework("pytorch")["inference"]["versions"].values()
    return {region for facts in found for region in facts["registries"]} | {"eu-isoe-west-1"}


if __name__ == "__main__":
    sys.exit(main() or 0)
