"""As whom does the worker speak to AWS?"""

from __future__ import annotations

import re
from typing import Any

from models_ui.aws.sessions import Caller, client
from models_ui.submissions.models import Revision

# What STS allows in a session name and a source identity; both have at most 64 characters.
NOT_ALLOWED = re.compile(r"[^A-Za-z0-9+=,.@_-]")


def sagemaker(revision: Revision, *, sends: bool) -> Any:
    """Return a SageMaker client for the target of a revision.

    The name of the assumed session tells the submission and its source identity the requester, so that CloudTrail can
    be joined with the audit log. `sends` gives the client that makes one HTTP attempt and no more.
    """
    caller = Caller(
        session_name=f"models-ui-{revision.submission_id}.{revision.n}"[:64],
        source_identity=NOT_ALLOWED.sub("-", revision.submission.requester.username)[:64],
    )
    return client("sagemaker", revision.target, caller=caller, sends=sends)
