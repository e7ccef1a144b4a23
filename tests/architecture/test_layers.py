"""Do rows refer downwards, where import-linter cannot look?"""

from __future__ import annotations

import tomllib

import pytest
from django.apps import apps
from django.db.models import Model

from tests.architecture.tracked import ROOT

CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
LAYERS = next(contract["layers"] for contract in CONTRACTS if contract["type"] == "layers")
HEIGHT = {room.strip(" ()"): height for height, layer in enumerate(reversed(LAYERS)) for room in layer.split("|")}
TABLES = list(apps.get_app_config("models_ui").get_models())


def room(model: type[Model]) -> str:
    return model.__module__.split(".")[1]


@pytest.mark.parametrize("model", TABLES, ids=lambda model: model.__name__)
def test_foreign_keys_point_down(model: type[Model]) -> None:
    targets = [field.related_model for field in model._meta.get_fields() if field.concrete and field.is_relation]
    above = [t for t in targets if HEIGHT[room(t)] > HEIGHT[room(model)]]  # type: ignore[arg-type]
    assert above == []


def test_every_folder_is_a_layer() -> None:
    folders = {path.name for path in (ROOT / "models_ui").iterdir() if (path / "__init__.py").exists()}
    assert folders - {"migrations"} <= HEIGHT.keys()
