"""Which SageMaker models exist, whoever asks at the same time, and after the process has ended?"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from botocore.exceptions import ClientError

from models_ui.sandbox.place import Place
from models_ui.sandbox.sagemaker import SageMaker
from models_ui.sandbox.store import Store
from tests.sandbox.calls import request
from tests.sandbox_server import Sandbox

PLACE = Place("123456789012", "us-east-1")


def test_models_and_tags_survive_a_restart(tmp_path: Path) -> None:
    tags = [{"Key": "team", "Value": "risk"}]
    with closing(Store(tmp_path)) as store:
        made = SageMaker(store, account_checks=False).call("CreateModel", request(Tags=tags), PLACE)
    with closing(Store(tmp_path)) as store:
        again = SageMaker(store, account_checks=False)
        assert again.call("DescribeModel", {"ModelName": "churn"}, PLACE)["ModelArn"] == made["ModelArn"]
        assert again.call("ListTags", {"ResourceArn": made["ModelArn"]}, PLACE)["Tags"] == tags


def test_of_eight_at_once_exactly_one_makes_the_model(sandbox: Sandbox) -> None:
    def create(_: int) -> str:
        try:
            return str(sandbox.client().create_model(**request())["ModelArn"])
        except ClientError as refused:
            return str(refused.response["Error"]["Message"]).split('"')[0]

    sandbox.client()
    with ThreadPoolExecutor(8) as threads:
        said = sorted(threads.map(create, range(8)))
    arn = "arn:aws:sagemaker:us-east-1:123456789012:model/churn"
    assert said == ["Cannot create already existing model "] * 7 + [arn]
    assert [effect["count"] for effect in sandbox.ledger()["effects"]] == [1]


def test_accounts_and_regions_do_not_see_each_other(tmp_path: Path) -> None:
    with closing(Store(tmp_path)) as store:
        models = SageMaker(store, account_checks=False)
        models.call("CreateModel", request(), PLACE)
        for other in (Place("210987654321", "us-east-1"), Place("123456789012", "eu-west-1")):
            assert models.call("ListModels", {}, other)["Models"] == []
