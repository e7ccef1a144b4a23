"""Which images does AWS publish, and where?

The catalogue is a file of facts, written by `manage.py compile_images`. It is read when it is first asked for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from models_ui.images.families import Naming, naming
from models_ui.images.regions import host

FILE = Path(__file__).parent / "catalogue.json"


@dataclass(frozen=True, slots=True)
class Image:
    """One of AWS's images. `also` are shorter names of its version, `base` what lies below Transformers.

    `processor` is what the image is looked up for: cpu, gpu, graviton, neuron (Inferentia2 and Trainium), inferentia (the
    first), eia, or empty where the SDK does not ask. `accounts` has the account that publishes it by region.
    """

    framework: str
    version: str
    also: tuple[str, ...]
    base: str
    base_also: tuple[str, ...]
    processor: str
    python: str
    repository: str
    form: str
    accounts: Mapping[str, str]

    @property
    def naming(self) -> Naming:
        """How the framework of the image is called."""
        return naming(self.framework)

    @property
    def family(self) -> str:
        """The software that answers in the container, as in `pytorch`, `lmi` or `vllm`."""
        return self.naming.family

    @property
    def runs_on(self) -> str:
        """The processor, also where only the names of the image tell it; empty where they do not."""
        if self.repository.endswith("-arm64"):
            return "graviton"
        if not self.processor and self.framework.endswith("-neuronx"):
            return "neuron"
        return self.processor or ("gpu" if re.search(r"-cu[0-9]+", self.form) else "")

    @property
    def tag(self) -> str:
        """The tag that names every part of the version."""
        return self.tag_as(self.base or self.version)

    def tag_as(self, version: str) -> str:
        """Return the tag with the (base) version as somebody asked for it: 2.6 follows the patches, 2.6.0 does not."""
        return self.form.replace("{}", version.removeprefix("pytorch").removeprefix("tensorflow"))

    def uri(self, region: str, version: str = "") -> str:
        """Return the URI of the image in a region; empty where AWS does not publish it there."""
        account = self.accounts.get(region)
        tag = self.tag_as(version) if version else self.tag
        return f"{host(account, region)}/{self.repository}:{tag}" if account else ""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All images by framework, and every account that AWS publishes images from."""

    source: str
    date: str
    frameworks: Mapping[str, tuple[Image, ...]]
    accounts: frozenset[str]


@cache
def catalogue() -> Catalogue:
    """Return the catalogue. It is read once."""
    kept = json.loads(FILE.read_text(encoding="utf-8"))
    tables = [_by_region(table) for table in kept["registries"]]
    frameworks = {
        name: tuple(_image(name, row, tables) for row in kept_rows) for name, kept_rows in kept["frameworks"].items()
    }
    publishing = {account for table in tables for account in table.values()}
    return Catalogue(kept["source"], kept["date"], frameworks, frozenset({*publishing, *kept["others"].split()}))


def _by_region(table: dict[str, str]) -> dict[str, str]:
    return {region: account for account, regions in table.items() for region in regions.split()}


def _image(framework: str, row: list[str | int], tables: list[dict[str, str]]) -> Image:
    version, also, base, base_also, processor, python, repository, form = map(str, row[:-1])
    accounts = tables[int(row[-1])]
    return Image(
        framework,
        version,
        tuple(also.split()),
        base,
        tuple(base_also.split()),
        processor,
        python,
        repository,
        form,
        accounts,
    )
