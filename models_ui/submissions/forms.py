"""Does a frozen request keep to the form that it was filled in with?"""

from __future__ import annotations

from django.conf import settings

from models_ui.blueprints import checking, words
from models_ui.blueprints.document import Blueprint
from models_ui.contract import ownership
from models_ui.contract.finding import Finding
from models_ui.form import telling
from models_ui.submissions.models import Revision


def outline(revision: Revision) -> Blueprint | None:
    """Return the form of a revision with its words in it, or None where it was filled in with none."""
    version = revision.blueprint_version
    if version is None:
        return None
    return words.outline(version.text, words.words_of(revision.blueprint_words), digest=version.digest)


def findings(revision: Revision) -> list[Finding]:
    """Return where a revision leaves its form. Our own tag, which is in it by now, is never beyond the form."""
    form = outline(revision)
    if form is None:
        return []
    request = ownership.untagged(revision.request, key=settings.OWNERSHIP_TAG)
    return [telling.placed(finding) for finding in checking.findings(form, request)]
