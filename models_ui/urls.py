"""Which address leads to which page?"""

from __future__ import annotations

from django.urls import path

from models_ui.web.views import (
    accounts,
    assets,
    audit,
    connections,
    drafts,
    health,
    help,
    home,
    importing,
    review,
    wizard,
)

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
    # What somebody is filling in
    path("drafts/", drafts.draft_list, name="draft-list"),
    path("drafts/new/", drafts.draft_new, name="draft-new"),
    path("drafts/import/", importing.draft_import, name="draft-import"),
    path("drafts/<uuid:draft_id>/", drafts.draft, name="draft"),
    path("drafts/<uuid:draft_id>/review/", review.draft_review, name="draft-review"),
    path("drafts/<uuid:draft_id>/discard/", drafts.draft_discard, name="draft-discard"),
    path("drafts/<uuid:draft_id>/request.json", drafts.draft_request, name="draft-request"),
    path("drafts/<uuid:draft_id>/findings.json", drafts.draft_findings, name="draft-findings"),
    path("drafts/<uuid:draft_id>/<slug:step>/", wizard.draft_step, name="draft-step"),
    # The house itself
    path("help/", help.help_page, name="help"),
    path("health/live", health.live, name="health-live"),
    path("health/ready", health.ready, name="health-ready"),
    path("metrics", health.metrics_page, name="metrics"),
    path("models-ui.<slug:digest>.css", assets.stylesheet, name="stylesheet"),
]
