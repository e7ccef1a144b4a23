"""How does a form leave and enter the house as a file?"""

from __future__ import annotations

from models_ui.audit.refusals import Refused
from models_ui.blueprints import checks
from models_ui.blueprints.texts import text_of
from models_ui.contract.json_types import Document
from models_ui.contract.loader import NotReadable, load

SCHEMA = "$schema"


def written(document: Document, *, schema_address: str = "") -> bytes:
    """Return a form as a file; with the address of its schema, editors know what may stand where."""
    head: Document = {SCHEMA: schema_address} if schema_address else {}
    return text_of({**head, **{name: value for name, value in document.items() if name != SCHEMA}}).encode()


def read(text: str | bytes) -> Document:
    """Return the form that a file holds. Raises Refused with the line or the place of what is wrong."""
    try:
        document = load(text)
    except NotReadable as reason:
        raise Refused("blueprint-not-read", reason.sentence) from reason
    checks.check_form(document, "")
    if not isinstance(document, dict):
        raise Refused("blueprint-not-read", "A form is an object with named members, in curly brackets.")
    found = {name: value for name, value in document.items() if name != SCHEMA}
    checks.check_form(found, text_of(found))
    return found
