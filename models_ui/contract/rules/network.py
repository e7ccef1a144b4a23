"""Can the containers do without what they cannot reach?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from models_ui.contract.rules.facts import Facts
from models_ui.contract.rules.rule import Broken, rule
from models_ui.contract.words import shown

# By these the serving containers of AWS are told which model to load: a folder, or a name on a hub.
_MODEL = re.compile(r"(?:HF_MODEL_ID|(?:OPTION|SERVING)_MODEL(?:_ID)?|SM_[A-Z]+_MODEL(?:_PATH)?|MODEL_ID)\Z")
_OUTSIDE = re.compile(r"s3://|https?://(?!localhost\b|127\.|\[?::1)|arn:aws[a-z-]*:(?:secretsmanager|ssm):")
_LOCAL = ("/", "./", "file:")


@rule(
    "isolation-needs-local",
    "warning",
    "{container}/Environment/*",
    sentence="Put what {name} points to into the artefacts, or turn network isolation off: "
    "an isolated container can fetch nothing.",
)
def out_of_reach(facts: Facts) -> Iterator[Broken]:
    """Found at variables of isolated containers that name something outside: a hub, S3, a secret, an address."""
    for container in facts.containers if facts.isolated else ():
        environment = container.part("Environment")
        for name, value in environment.entries():
            if value and (_OUTSIDE.match(value) or _MODEL.match(name) and not value.startswith(_LOCAL)):
                yield Broken(environment.at(name), {"name": shown(name)})


RULES = (out_of_reach,)
