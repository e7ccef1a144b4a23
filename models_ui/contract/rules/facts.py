"""What do the rules look at?

The request as far as it matters (see `trimmed`), its containers and data sources, where it goes, and what is meant to be
done with it. A part of a wrong type reads as empty: the schema speaks of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from models_ui.contract import pointers
from models_ui.contract.envelopes import Target
from models_ui.contract.json_types import Json
from models_ui.contract.uses import Use


@dataclass(frozen=True, slots=True)
class Part:
    """A structure, list or map of the request, and its place."""

    pointer: str
    value: Json

    def at(self, *tokens: str | int) -> str:
        """Return the place of a member, whether it is there or not."""
        return self.pointer + pointers.join(*tokens)

    def has(self, name: str) -> bool:
        """Say whether a member is there, right or wrong."""
        return isinstance(self.value, dict) and name in self.value

    def part(self, name: str) -> Part:
        """Return a member; an empty one where it is absent."""
        return Part(self.at(name), self.value.get(name) if isinstance(self.value, dict) else None)

    def text(self, name: str) -> str:
        """Return a text, empty where it is absent."""
        value = self.part(name).value
        return value if isinstance(value, str) else ""

    def items(self) -> Iterator[Part]:
        """Yield the entries of a list that are structures."""
        for index, item in enumerate(self.value if isinstance(self.value, list) else ()):
            if isinstance(item, dict):
                yield Part(self.at(index), item)

    def entries(self) -> Iterator[tuple[str, str]]:
        """Yield the entries of a map that are text."""
        for name, value in (self.value if isinstance(self.value, dict) else {}).items():
            if isinstance(value, str):
                yield name, value

    def __len__(self) -> int:
        return len(self.value) if isinstance(self.value, list | dict) else 0


@dataclass(frozen=True)
class Facts:
    """A request, its target where one is chosen, its intended use, and what of it is marked as secret."""

    request: Part
    target: Target | None
    use: Use
    # The places of the variables that a person marked as secret.
    marks: frozenset[str] = frozenset()

    @cached_property
    def listed(self) -> list[Part]:
        """The containers of the list."""
        return list(self.request.part("Containers").items())

    @property
    def count(self) -> int:
        """How many entries the list has, those of a wrong type among them."""
        value = self.request.part("Containers").value
        return len(value) if isinstance(value, list) else 0

    @cached_property
    def containers(self) -> list[Part]:
        """All containers."""
        primary = self.request.part("PrimaryContainer")
        return [*([primary] if isinstance(primary.value, dict) else []), *self.listed]

    @cached_property
    def sources(self) -> list[Part]:
        """All S3 data sources of all containers."""
        return [source for container in self.containers for source in sources(container)]

    @property
    def mode(self) -> str:
        """How the containers of a pipeline are called: `Serial`, `Direct`, or nothing."""
        return self.request.part("InferenceExecutionConfig").text("Mode")

    @property
    def isolated(self) -> bool:
        """Whether the containers can call nothing outside."""
        return self.request.part("EnableNetworkIsolation").value is True


def sources(container: Part) -> Iterator[Part]:
    """Yield the S3 data sources of a container, its own first."""
    for holder in (container.part("ModelDataSource"), *container.part("AdditionalModelDataSources").items()):
        source = holder.part("S3DataSource")
        if isinstance(source.value, dict):
            yield source


def is_multi_model(container: Part) -> bool:
    """Say whether a container serves many models."""
    return container.text("Mode") == "MultiModel"
