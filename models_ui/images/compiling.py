"""How do the data files of sagemaker-core become the catalogue?

Source: the files image_uri_config/*.json of the package, and how its image_uris.retrieve makes a tag of them. Only what
containers can be hosted with is taken: the scopes inference, inference_graviton and eia.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

# What a scope of the package says of the processor.
_SCOPES = {"inference": "", "inference_graviton": "graviton", "eia": "eia"}
# The Neuron SDK is a part of the tag in these, its newest version unless another is asked for.
_WITH_SDK = re.compile(r"huggingface-(pytorch|vllm)-inference-neuronx?")
_NEURON = {"neuronx": "neuron", "inf2": "neuron", "trn": "neuron", "inf": "inferentia"}
_ARM = {"xgboost": "{}-arm64", "sklearn": "{}-arm64-cpu-py3"}


@dataclass(frozen=True, slots=True)
class Row:
    """One image as the catalogue keeps it. In `tag`, {} stands for the (base) version as it is asked for."""

    version: str
    also: str
    base: str
    base_also: str
    processor: str
    python: str
    repository: str
    tag: str
    registries: dict[str, str]


def read(folder: Path) -> dict[str, Any]:
    """Return the data of each framework of the package by its name. Raises FileNotFoundError where none is there."""
    files = sorted(folder.glob("*.json"))
    if not files:
        raise FileNotFoundError(folder)
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in files}


def rows(framework: str, config: dict[str, Any]) -> Iterator[Row]:
    """Yield the images that a framework has for hosting."""
    for scope, part in _scopes(config):
        for version, facts in part["versions"].items():
            also = _names(part, version)
            for base, base_also, of_base in _bases(facts):
                for python, leaf in _pythons(of_base):
                    for processor in part.get("processors") or leaf.get("processors") or [""]:
                        tag = _tag(framework, scope, version, base, processor, python, leaf)
                        named = _processor(framework, scope, processor)
                        yield Row(
                            version, also, base, base_also, named, python, leaf["repository"], tag, leaf["registries"]
                        )


def text(configs: dict[str, Any], source: str, date: str) -> str:
    """Return the text of the catalogue; one image a line, so that a change is seen in a diff."""
    made = {framework: list(rows(framework, config)) for framework, config in sorted(configs.items())}
    tables = {json.dumps(row.registries, sort_keys=True): row.registries for of_one in made.values() for row in of_one}
    places = {key: index for index, key in enumerate(tables)}
    head = f'{{"source": {json.dumps(source)}, "date": {json.dumps(date)},\n"registries": [\n'
    registries = ",\n".join(json.dumps(_by_account(table)) for table in tables.values())
    frameworks = ",\n".join(
        f"{json.dumps(name)}: [\n" + ",\n".join(_line(row, places) for row in of_one) + "\n]"
        for name, of_one in made.items()
        if of_one
    )
    known = {account for table in tables.values() for account in table.values()}
    others = " ".join(sorted({account for config in configs.values() for account in accounts(config)} - known))
    return f'{head}{registries}\n],\n"frameworks": {{\n{frameworks}\n}},\n"others": "{others}"}}\n'


def _by_account(table: dict[str, str]) -> dict[str, str]:
    regions: dict[str, list[str]] = {}
    for region, account in sorted(table.items()):
        regions.setdefault(account, []).append(region)
    return {account: " ".join(named) for account, named in regions.items()}


def _line(row: Row, places: dict[str, int]) -> str:
    *facts, registries = astuple(row)
    return json.dumps([*facts, places[json.dumps(registries, sort_keys=True)]])


def accounts(config: Any) -> Iterator[str]:
    """Yield each account in the registry tables of a framework, whatever its images are for."""
    for key, value in config.items() if isinstance(config, dict) else ():
        if key == "registries":
            yield from value.values()
        else:
            yield from accounts(value)


def _scopes(config: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    if "inference" in config.get("scope", ()):
        yield "inference", config
    yield from ((scope, config[scope]) for scope in _SCOPES if scope in config)


def _names(part: dict[str, Any], full: str) -> str:
    return " ".join(sorted(alias for alias, meant in part.get("version_aliases", {}).items() if meant == full))


def _bases(facts: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield the frameworks below a version of Transformers; everywhere else there is one, without a name."""
    bases = [name for name in facts if re.match(r"pytorch|tensorflow", name)]
    if not bases:
        yield "", "", facts
    for base in bases:
        yield base, _names(facts, base), facts[base]


def _pythons(facts: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    if "repository" in facts:
        yield from ((python, facts) for python in facts.get("py_versions") or [""])
    else:
        yield from facts.items()


def _tag(framework: str, scope: str, version: str, base: str, processor: str, python: str, leaf: dict[str, Any]) -> str:
    if scope == "inference_graviton" and framework in _ARM:
        return _ARM[framework].format(version)
    build = leaf.get("container_version", {}).get(processor, "")
    if re.fullmatch(rf"{framework}-inference-(graviton|arm64)", leaf["repository"]):
        build += "-sagemaker"
    if _WITH_SDK.fullmatch(leaf["repository"]):
        build = f"{max(leaf['sdk_versions'])}-{build}"
    start = _start(version, base, leaf)
    tool = re.search(r"neuronx?\Z", framework) if base else None
    if tool:
        start, processor = start.format(base.lstrip("abcdefghijklmnopqrstuvwxyz")), tool[0]
    # Of Triton's images only those for the CPU say so.
    silent = not leaf.get("processor_in_tag", True) or (framework == "sagemaker-tritonserver" and processor == "gpu")
    return "-".join(part for part in (start, "" if silent else processor, python, build) if part)


def _start(version: str, base: str, leaf: dict[str, Any]) -> str:
    if base:
        return f"{{}}-transformers{version}"
    return str(leaf.get("tag_prefix", "{}"))


def _processor(framework: str, scope: str, processor: str) -> str:
    """Return our word for what an image is looked up for; empty where the package does not ask."""
    if framework.endswith("-neuronx") and processor:
        return "neuron"
    return _SCOPES[scope] or _NEURON.get(processor, processor)
