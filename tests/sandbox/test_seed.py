"""What is in the seeded account, and how does it get there?"""

from __future__ import annotations

from typing import Any

import pytest

from tests.sandbox_server import Sandbox


def test_the_regions_have_the_same_images(sandbox: Sandbox) -> None:
    here, abroad = (_repositories(sandbox.client("ecr", region)) for region in ("us-east-1", "eu-west-1"))
    assert here == abroad
    assert {"churn-post", "fraud-multi", "churn-oci"} <= here


def _repositories(client: Any) -> set[str]:
    return {repository["repositoryName"] for repository in client.describe_repositories()["repositories"]}


def test_one_image_has_an_oci_manifest(sandbox: Sandbox) -> None:
    details = sandbox.client("ecr").describe_images(repositoryName="churn-oci")["imageDetails"]
    assert details[0]["imageManifestMediaType"].startswith("application/vnd.oci.")


@pytest.mark.parametrize(("bucket", "region"), [("acme-models", None), ("acme-models-eu", "eu-west-1")])
def test_each_region_has_a_bucket(sandbox: Sandbox, bucket: str, region: str | None) -> None:
    assert sandbox.client("s3").get_bucket_location(Bucket=bucket)["LocationConstraint"] == region


def test_networks_have_the_ids_of_the_examples(sandbox: Sandbox) -> None:
    ec2 = sandbox.client("ec2")
    subnets = ec2.describe_subnets(SubnetIds=["subnet-0f3a19c2", "subnet-0b77d1e4"])["Subnets"]
    groups = ec2.describe_security_groups(GroupIds=["sg-04c1a2f9"])["SecurityGroups"]
    assert {network["VpcId"] for network in [*subnets, *groups]} == {"vpc-0a4e7b21"}


def test_a_package_group_has_three_versions(sandbox: Sandbox) -> None:
    packages = sandbox.client().list_model_packages(ModelPackageGroupName="churn")["ModelPackageSummaryList"]
    states = {package["ModelPackageVersion"]: package["ModelApprovalStatus"] for package in packages}
    assert states == {1: "Approved", 2: "Rejected", 3: "Approved"}


def test_a_private_registry_has_a_function_for_its_credentials(sandbox: Sandbox) -> None:
    found = sandbox.client("lambda").get_function(FunctionName="registry-credentials")
    assert found["Configuration"]["FunctionArn"].endswith(":123456789012:function:registry-credentials")


def test_a_reset_puts_the_neighbours_into_their_first_state(sandbox: Sandbox) -> None:
    iam = sandbox.client("iam")
    before = iam.list_roles()["Roles"]
    iam.delete_role(RoleName="DataLakeReaderRole")
    sandbox.reset(neighbours=True)
    assert [role["RoleId"] for role in iam.list_roles()["Roles"]] == [role["RoleId"] for role in before]
