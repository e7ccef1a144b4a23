"""How does a developer bring the catalogue of AWS's images up to what sagemaker-core says?"""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from models_ui.images import catalogue, compiling


class Command(BaseCommand):
    """Write the committed catalogue, or say whether it is up to date."""

    help = (
        "Compile the catalogue of AWS's images from the data files of sagemaker-core, which `make images` installs "
        "beside. With --check: only say whether it is up to date."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take where the package is, and whether to write."""
        parser.add_argument(
            "--environment", type=Path, default=Path(".venv-images"), help="has sagemaker-core installed"
        )
        parser.add_argument("--check", action="store_true", help="write nothing; fail when the file is out of date")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Write the file, or compare it. Its date is kept while nothing else changes."""
        packages = _packages(options["environment"])
        configs = compiling.read(packages / "sagemaker" / "core" / "image_uri_config")
        before = catalogue.FILE.read_text(encoding="utf-8") if catalogue.FILE.exists() else ""
        wanted = compiling.text(configs, _source(packages), json.loads(before)["date"] if before else "")
        if before == wanted:
            self.stdout.write(f"{catalogue.FILE.name} is up to date.")
        elif options["check"]:
            raise CommandError(f"{catalogue.FILE.name} differs from {_source(packages)}. Run: make images")
        else:
            text = compiling.text(configs, _source(packages), timezone.localdate().isoformat())
            catalogue.FILE.write_text(text, encoding="utf-8")
            self.stdout.write(f"Wrote {catalogue.FILE.name}.")


def _packages(environment: Path) -> Path:
    """Return where an environment keeps its packages. Raises CommandError where sagemaker-core is not among them."""
    found = next(environment.glob("lib/python*/site-packages/sagemaker/core/image_uri_config"), None)
    if found is None:
        raise CommandError(f"There is no sagemaker-core in {environment}. Run: make images")
    return found.parents[2]


def _source(packages: Path) -> str:
    name, version, *_ = next(packages.glob("sagemaker_core-*.dist-info")).name.removesuffix(".dist-info").split("-")
    return f"{name.replace('_', '-')} {version}"
