"""Which addresses does the site have?"""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [path("", include("models_ui.urls"))]

handler400 = "models_ui.web.errors.bad_request"
handler403 = "models_ui.web.errors.forbidden"
handler404 = "models_ui.web.errors.not_found"
handler500 = "models_ui.web.errors.server_error"
