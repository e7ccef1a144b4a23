"""What must be in place before the first request?"""

from __future__ import annotations

from django.apps import AppConfig


class ModelsUIConfig(AppConfig):
    """The one app of this project."""

    name = "models_ui"
    verbose_name = "Models UI"

    def ready(self) -> None:
        """Let the outbox ring for the worker."""
        from models_ui.outbox import bell  # Django's apps must be loaded first
        from models_ui.worker import doorbell

        bell.register(doorbell.ring)
