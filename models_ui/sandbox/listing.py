"""Which SageMaker models belong on a page of ListModels?"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterable

from models_ui.contract.json_types import Document
from models_ui.sandbox import texts
from models_ui.sandbox.members import word
from models_ui.sandbox.store import Model

_PAGE = 10

Position = tuple[float | str, str]


def page(models: Iterable[Model], query: Document) -> tuple[list[Model], str | None]:
    """Return one page in the order of the query, and the token of the next. Raises Refusal for a foreign token."""
    by_name = query.get("SortBy") == "Name"
    ascending = query.get("SortOrder") == "Ascending"
    chosen = sorted(
        (model for model in models if _is_wanted(model, query)), key=lambda m: _position(m, by_name=by_name)
    )
    if not ascending:
        chosen.reverse()
    if after := _after(query):
        chosen = [
            model for model in chosen if _is_behind(_position(model, by_name=by_name), after, ascending=ascending)
        ]
    size = query.get("MaxResults")
    size = size if isinstance(size, int) else _PAGE
    rest = len(chosen) > size
    shown = chosen[:size]
    return shown, _token(_position(shown[-1], by_name=by_name)) if rest else None


def _is_wanted(model: Model, query: Document) -> bool:
    before, after = query.get("CreationTimeBefore"), query.get("CreationTimeAfter")
    return (
        word(query, "NameContains") in model.name
        and (not isinstance(before, int | float) or model.created < before)
        and (not isinstance(after, int | float) or model.created > after)
    )


def _position(model: Model, *, by_name: bool) -> Position:
    return (model.name if by_name else model.created, model.name)


def _is_behind(here: Position, there: Position, *, ascending: bool) -> bool:
    if type(here[0]) is not type(there[0]):
        raise texts.NEXT_TOKEN.refusal()
    return here > there if ascending else here < there


def _token(position: Position) -> str:
    return base64.urlsafe_b64encode(json.dumps(position).encode()).decode()


def _after(query: Document) -> Position | None:
    token = word(query, "NextToken")
    if not token:
        return None
    try:
        first, name = json.loads(base64.urlsafe_b64decode(token))
    except (ValueError, TypeError, binascii.Error) as broken:
        raise texts.NEXT_TOKEN.refusal() from broken
    if not isinstance(first, float | str) or not isinstance(name, str):
        raise texts.NEXT_TOKEN.refusal()
    return (first, name)
