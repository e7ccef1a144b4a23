"""Who answers a request: the control endpoints, our SageMaker, or moto?"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING

from models_ui.contract.json_types import Document
from models_ui.sandbox import account, answers, texts
from models_ui.sandbox.control import Control, is_control
from models_ui.sandbox.faults import Fault, Script
from models_ui.sandbox.incoming import Call, read
from models_ui.sandbox.ledger import Ledger
from models_ui.sandbox.members import word
from models_ui.sandbox.place import Place
from models_ui.sandbox.refusal import Refusal
from models_ui.sandbox.sagemaker import SageMaker
from models_ui.sandbox.shapes import OPERATIONS

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


class Application:
    """The WSGI application of the sandbox."""

    def __init__(self, sagemaker: SageMaker, moto: WSGIApplication) -> None:
        self._sagemaker = sagemaker
        self._moto = moto
        self._faults = Script()
        self._ledger = Ledger()
        self._control = Control(sagemaker, self._faults, self._ledger)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if is_control(environ):
            return self._control.answer(environ, start_response)
        call = read(environ)
        try:
            request = _request(call) if _is_ours(call) else None
            return self._answer(call, request, environ, start_response)
        except Refusal as refusal:
            return answers.send_refusal(start_response, refusal, as_xml=call.is_query)

    def _answer(
        self, call: Call, request: Document | None, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        name = word(request or {}, "ModelName")
        faults = {fault.action: fault for fault in self._faults.take(call.operation, name)}
        if request is None:
            return self._neighbour(call, faults.values(), environ, start_response)
        place = Place(account.account_of(call.access_key), call.region)
        session = account.session_of(place.account, call.access_key)
        entry = self._ledger.note(call.operation, name, place, session=session)
        resets = self._control.resets
        try:
            _before(faults.values(), environ)
            if self._control.resets != resets:
                answers.drop(environ)
            lag = faults["tag-lag"].seconds if "tag-lag" in faults else 0
            result = self._sagemaker.call(call.operation, request, place, tag_lag=lag)
            entry["outcome"] = "done"
            _after(faults.values(), environ)
        except Refusal as refusal:
            entry["outcome"] = entry["outcome"] or refusal.code
            raise
        if "garbage-after" in faults:
            return answers.send(start_response, 200, b"<html>", content_type="text/html")
        return answers.send_json(start_response, 200, result)

    def _neighbour(
        self, call: Call, faults: Iterable[Fault], environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        """Let moto answer, and say nothing of it before it is known that the answer shall arrive."""
        from werkzeug.test import run_wsgi_app

        entry = self._note_role(call) if call.operation == "AssumeRole" else {}
        _before(faults, environ)
        answer, status, headers = run_wsgi_app(self._moto, environ)
        entry["outcome"] = "done" if status.startswith("200") else status
        _after(faults, environ)
        start_response(status, headers.to_wsgi_list())
        return answer

    def _note_role(self, call: Call) -> Document:
        """Enter who asks for a role, as CloudTrail would."""
        place = Place(account.account_of(call.access_key), call.region)
        wanted = call.form
        entry = self._ledger.note("AssumeRole", wanted.get("RoleArn", ""), place, session=wanted.get("RoleSessionName"))
        entry["source_identity"] = wanted.get("SourceIdentity")
        return entry


def _is_ours(call: Call) -> bool:
    """Tell whether our SageMaker answers; tags of other resources than models are moto's."""
    if call.target.partition(".")[0] != "SageMaker" or call.operation not in OPERATIONS:
        return False
    return call.operation not in ("AddTags", "ListTags") or b":model/" in call.body


def _request(call: Call) -> Document:
    if not call.access_key:
        raise texts.NOT_SIGNED.refusal()
    try:
        request = json.loads(call.body or b"{}", parse_constant=_no_number)
    except (ValueError, RecursionError) as broken:
        raise texts.NOT_JSON.refusal() from broken
    if not isinstance(request, dict):
        raise texts.NOT_JSON.refusal()
    return request


def _no_number(text: str) -> None:
    raise ValueError(text)


def _before(faults: Iterable[Fault], environ: WSGIEnvironment) -> None:
    for fault in faults:
        if fault.action == "delay":
            time.sleep(fault.seconds)
        elif fault.action == "throttle":
            raise texts.THROTTLED.refusal()
        elif fault.action == "refuse":
            raise Refusal(fault.code, fault.message)
        elif fault.action == "error-before":
            raise Refusal(texts.BROKEN.code, texts.BROKEN.template, status=fault.status)
        elif fault.action == "drop-before":
            answers.drop(environ)


def _after(faults: Iterable[Fault], environ: WSGIEnvironment) -> None:
    for fault in faults:
        if fault.action == "delay-after":
            time.sleep(fault.seconds)
        elif fault.action == "error-after":
            raise Refusal(texts.BROKEN.code, texts.BROKEN.template, status=fault.status)
        elif fault.action == "drop-after":
            answers.drop(environ)
