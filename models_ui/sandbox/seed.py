"""What is in the seeded account, and how does it get there?

All ids are fixed, so that examples, tests and screenshots can name them. The calls go to moto's backends in this
process, not through boto3: moto's mock of boto3 would catch every other call of the process too.
"""

from __future__ import annotations

from models_ui.sandbox.place import Place
from models_ui.sandbox.seeds import buckets, functions, networks, packages, registries, roles

ACCOUNT = "123456789012"
REGIONS = ("us-east-1", "eu-west-1")
# Any number will do: it fixes the ids that moto draws by chance.
_CHANCE = 20260114


def seed() -> None:
    """Put the account into its first state, whatever was there before."""
    from moto.moto_api._internal import mock_random
    from moto.moto_api._internal.models import moto_api_backend

    moto_api_backend.reset()
    mock_random.seed(_CHANCE)
    roles.seed(ACCOUNT)
    for region in REGIONS:
        place = Place(ACCOUNT, region)
        buckets.seed(place)
        registries.seed(place)
        networks.seed(place)
        packages.seed(place)
        functions.seed(place)
