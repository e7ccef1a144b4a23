"""Which address leads to which page?"""

from __future__ import annotations

from django.urls import path

from models_ui.web.views import (
    accounts,
    approvals,
    assets,
    audit,
    blueprint_about,
    blueprint_acts,
    blueprint_fields,
    blueprint_json,
    blueprint_layout,
    blueprint_preview,
    blueprint_versions,
    blueprints,
    connections,
    copying,
    draft_list,
    drafts,
    exports,
    health,
    help,
    home,
    images,
    importing,
    mistakes,
    newer_form,
    review,
    submission_acts,
    submission_files,
    submissions,
    wizard,
)

urlpatterns = [
    path("", home.home, name="home"),
    # Coming and going
    path("accounts/login/", accounts.login, name="login"),
    path("accounts/logout/", accounts.logout, name="logout"),
    path("accounts/token/", accounts.token, name="token"),
    path("accounts/theme/", accounts.theme, name="theme"),
    # Who did what
    path("audit/", audit.audit, name="audit"),
    path("audit/<int:event_id>/", audit.audit_event, name="audit-event"),
    path("audit/export.jsonl", audit.audit_export_jsonl, name="audit-export-jsonl"),
    path("audit/export.csv", audit.audit_export_csv, name="audit-export-csv"),
    # Which forms there are
    path("blueprints/", blueprints.blueprint_list, name="blueprint-list"),
    path("blueprints/new/", blueprints.blueprint_new, name="blueprint-new"),
    path("blueprints/schema.json", blueprint_json.blueprint_schema, name="blueprint-schema"),
    path("blueprints/<slug:name>/", blueprints.blueprint, name="blueprint"),
    path("blueprints/<slug:name>/about/", blueprint_about.blueprint_about, name="blueprint-about"),
    path("blueprints/<slug:name>/fields/", blueprint_fields.blueprint_fields, name="blueprint-fields"),
    path("blueprints/<slug:name>/layout/", blueprint_layout.blueprint_layout, name="blueprint-layout"),
    path("blueprints/<slug:name>/preview/", blueprint_preview.blueprint_preview, name="blueprint-preview"),
    path("blueprints/<slug:name>/json/", blueprint_json.blueprint_json, name="blueprint-json"),
    path("blueprints/<slug:name>/versions/", blueprint_versions.blueprint_versions, name="blueprint-versions"),
    path("blueprints/<slug:name>/blueprint.json", blueprint_json.blueprint_export, name="blueprint-export"),
    path("blueprints/<slug:name>/undo/", blueprint_acts.blueprint_undo, name="blueprint-undo"),
    path("blueprints/<slug:name>/redo/", blueprint_acts.blueprint_redo, name="blueprint-redo"),
    path("blueprints/<slug:name>/publish/", blueprint_acts.blueprint_publish, name="blueprint-publish"),
    path("blueprints/<slug:name>/retire/", blueprint_acts.blueprint_retire, name="blueprint-retire"),
    path("blueprints/<slug:name>/restore/", blueprint_acts.blueprint_restore, name="blueprint-restore"),
    path("findings/", mistakes.finding_counts, name="finding-counts"),
    # Where requests go
    path("connections/", connections.connection_list, name="connection-list"),
    path("connections/new/", connections.connection_new, name="connection-new"),
    # What somebody is filling in
    path("drafts/", draft_list.draft_list, name="draft-list"),
    path("drafts/new/", drafts.draft_new, name="draft-new"),
    path("drafts/import/", importing.draft_import, name="draft-import"),
    path("drafts/<uuid:draft_id>/", drafts.draft, name="draft"),
    path("drafts/<uuid:draft_id>/review/", review.draft_review, name="draft-review"),
    path("drafts/<uuid:draft_id>/discard/", draft_list.draft_discard, name="draft-discard"),
    path("drafts/<uuid:draft_id>/restore/", draft_list.draft_restore, name="draft-restore"),
    path("drafts/<uuid:draft_id>/copy/", copying.draft_copy, name="draft-copy"),
    path("drafts/<uuid:draft_id>/images/", images.draft_images, name="draft-images"),
    path("drafts/<uuid:draft_id>/request.json", drafts.draft_request, name="draft-request"),
    path("drafts/<uuid:draft_id>/findings.json", drafts.draft_findings, name="draft-findings"),
    path("drafts/<uuid:draft_id>/export/<slug:dialect>", exports.draft_export, name="draft-export"),
    path("drafts/<uuid:draft_id>/form/newer/", newer_form.draft_newer_form, name="draft-newer-form"),
    path("drafts/<uuid:draft_id>/<slug:step>/", wizard.draft_step, name="draft-step"),
    # What was submitted
    path("submissions/", submissions.submission_list, name="submission-list"),
    path("submissions/<uuid:submission_id>/", submissions.submission, name="submission"),
    path(
        "submissions/<uuid:submission_id>/request.json", submission_files.submission_request, name="submission-request"
    ),
    path(
        "submissions/<uuid:submission_id>/envelope.json",
        submission_files.submission_envelope,
        name="submission-envelope",
    ),
    path("submissions/<uuid:submission_id>/status.json", submission_files.submission_status, name="submission-status"),
    path(
        "submissions/<uuid:submission_id>/export/<slug:dialect>",
        exports.submission_export,
        name="submission-export",
    ),
    path("submissions/<uuid:submission_id>/clone/", copying.submission_clone, name="submission-clone"),
    path("submissions/<uuid:submission_id>/withdraw/", submission_acts.submission_withdraw, name="submission-withdraw"),
    path(
        "submissions/<uuid:submission_id>/take-back/",
        submission_acts.submission_take_back,
        name="submission-take-back",
    ),
    path("submissions/<uuid:submission_id>/edit/", submission_acts.submission_edit, name="submission-edit"),
    path("submissions/<uuid:submission_id>/retry/", submission_acts.submission_retry, name="submission-retry"),
    path(
        "submissions/<uuid:submission_id>/reconcile/",
        submission_acts.submission_reconcile,
        name="submission-reconcile",
    ),
    # What waits for a decision
    path("approvals/", approvals.approval_list, name="approval-list"),
    path("approvals/<uuid:submission_id>/", approvals.approval, name="approval"),
    # The house itself
    path("help/", help.help_page, name="help"),
    path("help/fields/", help.fields_page, name="help-fields"),
    path("health/live", health.live, name="health-live"),
    path("health/ready", health.ready, name="health-ready"),
    path("metrics", health.metrics_page, name="metrics"),
    path("models-ui.<slug:digest>.css", assets.stylesheet, name="stylesheet"),
]
