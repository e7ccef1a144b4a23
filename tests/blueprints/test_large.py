"""Does a form of 60 fields over 15 containers work as a small one does?"""

from __future__ import annotations

from typing import Any

from models_ui.blueprints.checking import findings
from models_ui.blueprints.document import read
from models_ui.blueprints.sound import findings as unsound
from models_ui.blueprints.starting import started
from models_ui.blueprints.words import Words, resolved
from models_ui.contract.finding import errors
from tests.blueprints import forms
from tests.factories import IMAGE

WORDS = Words(team="risk", user="sally", date="2026-11-25", name="large", region="us-east-1")


def large() -> dict[str, Any]:
    """Return a form of 60 fields over 15 containers: four in each, of every kind."""
    fields: dict[str, Any] = {}
    for number in range(15):
        root = f"/Containers/{number}"
        fields |= {
            f"{root}/Image": {"value": IMAGE, "locked": True},
            f"{root}/ModelDataUrl": {"limit": {"prefixes": ["s3://acme-{team}/"], "globs": ["*.tar.gz"]}},
            f"{root}/ContainerHostname": {"value": f"step-{number}"},
            f"{root}/Environment": {"limit": {"includes": {"TEAM": "{team}"}, "count": [1, 20]}},
        }
    return forms.outline(
        fields=fields,
        containers={"kind": "pipeline", "count": 15},
        free=True,
        steps=[{"name": "all", "title": "All", "heading": "All", "groups": [{"title": "", "places": [*fields]}]}],
    )


def test_form_of_sixty_fields_begins_and_is_kept_to_in_each_container() -> None:
    document = large()
    assert (len(document["fields"]), errors(unsound(document))) == (60, [])
    blueprint = resolved(read(document), WORDS)
    request = started(blueprint)
    assert findings(blueprint, request) == []

    containers = request["Containers"]
    assert isinstance(containers, list)
    emptied: dict[str, Any] = {**request, "Containers": [{} for _ in containers]}
    places = {found.pointer for found in findings(blueprint, emptied)}
    assert places == {f"/Containers/{n}/{name}" for n in range(15) for name in ("Image", "Environment")}
