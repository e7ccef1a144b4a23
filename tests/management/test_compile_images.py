"""Can a developer bring the catalogue up to date, and is it told where it is not?"""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from models_ui.images import catalogue

DATA = {
    "scope": ["inference"],
    "versions": {"1": {"registries": {"us-east-1": "123456789012"}, "repository": "kmeans"}},
}


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of the catalogue, in a folder of its own, beside an environment that has the package."""
    packages = tmp_path / "environment" / "lib" / "python3.11" / "site-packages"
    (packages / "sagemaker_core-9.8.7.dist-info").mkdir(parents=True)
    data = packages / "sagemaker" / "core" / "image_uri_config" / "kmeans.json"
    data.parent.mkdir(parents=True)
    data.write_text(json.dumps(DATA))
    file = tmp_path / "catalogue.json"
    monkeypatch.setattr(catalogue, "FILE", file)
    return file


def compiled(kept: Path, *options: str, environment: str = "environment") -> None:
    call_command("compile_images", "--environment", str(kept.parent / environment), *options, stdout=StringIO())


def test_catalogue_is_written_with_its_source(kept: Path) -> None:
    compiled(kept)
    written = json.loads(kept.read_text())
    assert written["source"] == "sagemaker-core 9.8.7"
    assert written["frameworks"] == {"kmeans": [["1", "", "", "", "", "", "kmeans", "{}", 0]]}


def test_what_was_written_is_up_to_date(kept: Path) -> None:
    compiled(kept)
    compiled(kept, "--check")


def test_date_stays_where_nothing_else_changes(kept: Path) -> None:
    compiled(kept)
    text = kept.read_text()
    older = text.replace(json.loads(text)["date"], "2020-01-01")
    kept.write_text(older)
    compiled(kept)
    assert kept.read_text() == older


def test_file_that_differs_is_told_and_stays(kept: Path) -> None:
    compiled(kept)
    other = kept.read_text().replace("kmeans", "pca")
    kept.write_text(other)
    with pytest.raises(CommandError, match=r"differs from sagemaker-core 9\.8\.7\. Run: make images"):
        compiled(kept, "--check")
    assert kept.read_text() == other


def test_environment_without_the_package_is_told(kept: Path) -> None:
    with pytest.raises(CommandError, match=r"There is no sagemaker-core in .*\. Run: make images"):
        compiled(kept, environment="nowhere")
