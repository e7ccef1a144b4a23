"""How is a request written in R, for the paws package?

`sagemaker_create_model(…)` and `svc$create_model(…)` with nested lists, as the documentation of paws has them; an unnamed
list is a list.
"""

from __future__ import annotations

import re

from models_ui.contract import create_model
from models_ui.contract.dialects import fitting
from models_ui.contract.dialects.manner import Manner
from models_ui.contract.dialects.reading import Reading
from models_ui.contract.dialects.syntax import r_writing
from models_ui.contract.dialects.syntax.r_source import UNNAMED, R
from models_ui.contract.dialects.writing import Writing
from models_ui.contract.dialects.written import Entry, Members, Reference
from models_ui.contract.json_types import Document
from models_ui.contract.loader import NotReadable

DIALECT = "paws"
CALLS = ("sagemaker_create_model", "create_model")
_MANNER = Manner(singles_listed=True, empty_is_either=True)
_NUMBERED = re.compile(UNNAMED + r"(\d{1,3})\Z")


def read(text: str) -> Reading:
    """Return the request of the first call, or else of the first list. Raises NotReadable where there is none."""
    r = R(text)
    members = _request(r)
    if members is None:
        raise NotReadable("no-request", "There is no call of create_model here. Paste the whole call.")
    return fitting.with_said(fitting.read(DIALECT, members, create_model.tree(), _MANNER, known=r.known), r.said)


def write(document: Document, *, region: str = "") -> Writing:
    """Return a call of paws, laid out as its documentation does."""
    config = f"config = list(region = {r_writing.text(region)})" if region else ""
    return Writing(f"svc <- paws::sagemaker({config})\n{r_writing.call('svc$create_model', document)}\n")


def _request(r: R) -> Members | None:
    calls = sorted(index for name in CALLS for index in r.calls(name))
    for index in calls[1:]:
        r.said.append((r.line(index), "this is another call of create_model, which is left out. Paste it by itself."))
    if calls:
        r.up_to(calls[0])
        return _named(r.arguments(calls[0]))
    for index in r.calls("do.call"):
        given = [entry.value for entry in r.arguments(index).entries]
        r.up_to(index)
        known = r.known(given[1].key) if len(given) > 1 and isinstance(given[1], Reference) else None
        if isinstance(known, Members):
            return known
    for index in r.calls("list"):
        value = r.value(index)
        return value if isinstance(value, Members) else None
    return None


def _named(members: Members) -> Members:
    """Return arguments without a name under the name that has their place in the call."""
    names = list(create_model.tree().members)
    entries: list[Entry] = []
    for entry in members.entries:
        numbered = _NUMBERED.match(entry.name)
        number = int(numbered[1]) if numbered else len(names)
        entries.append(Entry(names[number], entry.value, entry.line) if number < len(names) else entry)
    return Members(tuple(entries), members.line)
