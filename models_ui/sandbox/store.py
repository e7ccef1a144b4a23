"""Which SageMaker models exist? They outlive the process."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from models_ui.contract.json_types import Document
from models_ui.sandbox.place import Place

_TABLES = """
CREATE TABLE IF NOT EXISTS models (
  account TEXT, region TEXT, name TEXT, created REAL, request TEXT, tags TEXT, tags_from REAL,
  PRIMARY KEY (account, region, name)
);
CREATE TABLE IF NOT EXISTS effects (
  account TEXT, region TEXT, name TEXT, count INTEGER, PRIMARY KEY (account, region, name)
);
"""


@dataclass(frozen=True, slots=True)
class Model:
    """One SageMaker model. `created` and `tags_from` (when its tags can first be read) are seconds since 1970."""

    name: str
    created: float
    request: Document
    tags: Mapping[str, str]
    tags_from: float


class Taken(Exception):  # noqa: N818 - it tells of a name
    """The name belongs to a model already."""


class Store:
    """The models of all accounts and regions, in one SQLite file; every change is whole or not at all."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = threading.Lock()
        self._database = sqlite3.connect(folder / "sagemaker.sqlite3", check_same_thread=False, isolation_level=None)
        self._database.execute("PRAGMA journal_mode = WAL")
        self._database.execute("PRAGMA busy_timeout = 5000")
        self._database.executescript(_TABLES)

    def add(self, place: Place, model: Model) -> None:
        """Add a model and count the effect. Raises Taken."""
        at = (place.account, place.region, model.name)
        row = (*at, model.created, json.dumps(model.request), json.dumps(dict(model.tags)), model.tags_from)
        with self._lock:
            self._database.execute("BEGIN IMMEDIATE")
            try:
                self._database.execute("INSERT INTO models VALUES (?, ?, ?, ?, ?, ?, ?)", row)
                self._database.execute(
                    "INSERT INTO effects VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET count = count + 1", at
                )
            except sqlite3.IntegrityError as taken:
                self._database.execute("ROLLBACK")
                raise Taken from taken
            self._database.execute("COMMIT")

    def get(self, place: Place, name: str) -> Model | None:
        """Return a model of this place, or None."""
        with self._lock:
            row = self._database.execute(
                "SELECT name, created, request, tags, tags_from FROM models WHERE account = ? AND region = ? AND name = ?",
                (place.account, place.region, name),
            ).fetchone()
        return _model(row) if row else None

    def all(self, place: Place) -> list[Model]:
        """Return the models of this place, in no order that anybody may rely on."""
        with self._lock:
            rows = self._database.execute(
                "SELECT name, created, request, tags, tags_from FROM models WHERE account = ? AND region = ?",
                (place.account, place.region),
            ).fetchall()
        return [_model(row) for row in rows]

    def remove(self, place: Place, name: str) -> bool:
        """Forget a model; tell whether there was one. The effect stays counted."""
        with self._lock:
            done = self._database.execute(
                "DELETE FROM models WHERE account = ? AND region = ? AND name = ?", (place.account, place.region, name)
            )
        return done.rowcount > 0

    def set_tags(self, place: Place, name: str, tags: Mapping[str, str]) -> None:
        """Replace the tags of a model."""
        with self._lock:
            self._database.execute(
                "UPDATE models SET tags = ? WHERE account = ? AND region = ? AND name = ?",
                (json.dumps(dict(tags)), place.account, place.region, name),
            )

    def effects(self) -> list[tuple[Place, str, int]]:
        """Return how often each model was made, whether or not it still exists."""
        with self._lock:
            rows = self._database.execute(
                "SELECT account, region, name, count FROM effects ORDER BY 1, 2, 3"
            ).fetchall()
        return [(Place(account, region), name, count) for account, region, name, count in rows]

    def clear(self) -> None:
        """Forget all models and all counts."""
        with self._lock:
            self._database.executescript("BEGIN; DELETE FROM models; DELETE FROM effects; COMMIT;")

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._database.close()


def _model(row: tuple[str, float, str, str, float]) -> Model:
    name, created, request, tags, tags_from = row
    return Model(name, created, json.loads(request), json.loads(tags), tags_from)
