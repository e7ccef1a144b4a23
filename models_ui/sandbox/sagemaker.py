"""What do the SageMaker operations of the sandbox do?"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from models_ui.contract.json_types import Document, Json
from models_ui.sandbox import texts
from models_ui.sandbox.checks.tags import check_tags
from models_ui.sandbox.constraints import check_constraints
from models_ui.sandbox.creating import check_account, check_request
from models_ui.sandbox.described import described
from models_ui.sandbox.listing import page
from models_ui.sandbox.member_types import check_types
from models_ui.sandbox.members import parts, word
from models_ui.sandbox.place import Place
from models_ui.sandbox.shapes import input_shape
from models_ui.sandbox.store import Model, Store, Taken

_MOST_TAGS = 50
# Smaller than AWS's, on purpose: a client that does not turn pages is found out.
_TAGS_PAGE = 20


class SageMaker:
    """The strict SageMaker: six operations over the store.

    `account_checks`: whether CreateModel looks for the role, images, artefacts and network in the seeded account.
    """

    def __init__(self, store: Store, *, account_checks: bool = True) -> None:
        self.store = store
        self.account_checks = account_checks
        self._operations: dict[str, Callable[[Document, Place], Document]] = {
            "DescribeModel": self._describe,
            "ListModels": self._list,
            "DeleteModel": self._delete,
            "AddTags": self._add_tags,
            "ListTags": self._list_tags,
        }

    def call(self, operation: str, request: Document, place: Place, *, tag_lag: float = 0) -> Document:
        """Do an operation and return AWS's answer. `tag_lag`: seconds until the tags of a new model can be read.

        Raises Refusal.
        """
        check_types(request, input_shape(operation))
        sent: Document = {name: value for name, value in request.items() if value is not None}
        check_constraints(sent, input_shape(operation))
        if operation == "CreateModel":
            return self._create(sent, place, tag_lag)
        return self._operations[operation](sent, place)

    def _create(self, request: Document, place: Place, tag_lag: float) -> Document:
        name = word(request, "ModelName")
        taken = texts.NAME_TAKEN.refusal(arn=place.model_arn(name))
        if self.store.get(place, name):
            raise taken
        check_request(request, place)
        if self.account_checks:
            check_account(request, place)
        now = time.time()
        try:
            self.store.add(place, Model(name, now, request, _tags(request), now + tag_lag))
        except Taken as by_another:
            raise taken from by_another
        return {"ModelArn": place.model_arn(name)}

    def _describe(self, request: Document, place: Place) -> Document:
        return described(self._find(place, word(request, "ModelName")), place)

    def _list(self, request: Document, place: Place) -> Document:
        models, token = page(self.store.all(place), request)
        summaries: list[Json] = [
            {"ModelName": model.name, "ModelArn": place.model_arn(model.name), "CreationTime": model.created}
            for model in models
        ]
        return {"Models": summaries, **({"NextToken": token} if token else {})}

    def _delete(self, request: Document, place: Place) -> Document:
        name = word(request, "ModelName")
        if not self.store.remove(place, name):
            raise texts.MODEL_NOT_FOUND.refusal(arn=place.model_arn(name))
        return {}

    def _add_tags(self, request: Document, place: Place) -> Document:
        check_tags(request)
        model = self._tagged(request, place)
        tags = {**model.tags, **_tags(request)}
        if len(tags) > _MOST_TAGS:
            raise texts.TAGS_TOO_MANY.refusal()
        self.store.set_tags(place, model.name, tags)
        return {"Tags": _pairs(tags)}

    def _list_tags(self, request: Document, place: Place) -> Document:
        model = self._tagged(request, place)
        pairs = _pairs(model.tags) if time.time() >= model.tags_from else []
        token = word(request, "NextToken") or "0"
        if not token.isdecimal():
            raise texts.NEXT_TOKEN.refusal()
        size = request.get("MaxResults")
        start, end = int(token), int(token) + (size if isinstance(size, int) else _TAGS_PAGE)
        return {"Tags": pairs[start:end], **({"NextToken": str(end)} if end < len(pairs) else {})}

    def _find(self, place: Place, name: str) -> Model:
        model = self.store.get(place, name)
        if model is None:
            raise texts.MODEL_NOT_FOUND.refusal(arn=place.model_arn(name))
        return model

    def _tagged(self, request: Document, place: Place) -> Model:
        arn = word(request, "ResourceArn")
        model = self.store.get(place, arn.rpartition(":model/")[2])
        if model is None or place.model_arn(model.name) != arn:
            raise texts.TAGS_OF_NOTHING.refusal(arn=arn)
        return model


def _tags(request: Document) -> dict[str, str]:
    return {word(tag, "Key"): word(tag, "Value") for tag in parts(request, "Tags")}


def _pairs(tags: Mapping[str, str]) -> list[Json]:
    return [{"Key": key, "Value": value} for key, value in tags.items()]
