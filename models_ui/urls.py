"""Which address leads to which page?"""

from __future__ import annotations

from django.urls import path

from models_ui.web.views import accounts, assets, audit, connections, health, help, home

urlpatterns = [
    path("", home.home, name="home"),
    # Coming and going
    path("accounts/login/", accounts.login, name="login"),
    path("accounts/logout/", accounts.logout, name="logout"),
    path("accounts/theme/", accounts.theme, name="theme"),
    # Who did what
    path("audit/", audit.audit, name="audit"),
    path("audit/<int:event_id>/", audit.audit_event, name="audit-event"),
    path("audit/export.jsonl", audit.audit_export_jsonl, name="audit-export-jsonl"),
    path("audit/export.csv", audit.audit_export_csv, name="audit-export-csv"),
    # Where requests go
    path("connections/", connections.connection_list, name="connection-list"),
    path("connections/new/", connections.connection_new, name="connection-new"),
    # The house itself
    path("help/", help.help_page, name="help"),
    path("health/live", health.live, name="health-live"),
    path("health/ready", health.ready, name="health-ready"),
    path("metrics", health.metrics_page, name="metrics"),
    path("models-ui.<slug:digest>.css", assets.stylesheet, name="stylesheet"),
]
