"""Are places called by plain words?"""

from __future__ import annotations

import pytest

from models_ui.contract import create_model, words


@pytest.mark.parametrize(("name", "plain"), [
    ("ModelName", "model name"), ("ExecutionRoleArn", "execution role ARN"), ("S3Uri", "S3 URI"), ("ETag", "ETag"),
    ("ManifestEtag", "manifest ETag"), ("ManifestS3Uri", "manifest S3 URI"), ("VpcConfig", "VPC config"), ("Tags", "tags"),
    ("SecurityGroupIds", "security group IDs"), ("AcceptEula", "accept EULA"), ("ModelDataUrl", "model data URL"),
    ("S3DataSource", "S3 data source"), ("MetricPublishFrequencyInSeconds", "metric publish frequency in seconds"),
    ("modelName", "model name"), ("", ""),
])  # fmt: skip
def test_a_member_is_called_by_the_words_of_its_name(name: str, plain: str) -> None:
    assert words.plain(name) == plain


@pytest.mark.parametrize(("what", "said"), [
    ("model name", "a model name"), ("image", "an image"), ("execution role ARN", "an execution role ARN"),
    ("S3 URI", "an S3 URI"), ("ETag", "an ETag"), ("URL", "a URL"), ("VPC config", "a VPC config"),
])  # fmt: skip
def test_the_article_is_that_of_the_sound(what: str, said: str) -> None:
    assert words.article(what) == said


@pytest.mark.parametrize(("place", "names"), [
    ((), []),
    (("ModelName",), ["model name"]),
    (("Containers", 1, "Image"), ["container 2", "image"]),
    (("VpcConfig", "SecurityGroupIds", 0), ["VPC config", "security group ID 1"]),
    (("PrimaryContainer", "Environment", "HF_TASK"), ["primary container", "environment", "“HF_TASK”"]),
    (("Containers", 0, "AdditionalModelDataSources", 2, "S3DataSource", "S3Uri"),
     ["container 1", "additional model data source 3", "S3 data source", "S3 URI"]),
    (("Unknown",), ["“Unknown”"]),
])  # fmt: skip
def test_a_place_is_told_from_the_outside_in(place: words.Place, names: list[str]) -> None:
    assert words.names(place, create_model.tree()) == names


@pytest.mark.parametrize(("text", "shown"), [
    ("abc", "“abc”"), ("a\u200bb", "“aU+200Bb”"), ("a\nb", "“aU+000Ab”"), ("a b", "“a b”"), ("x" * 41, "“" + "x" * 40 + "…”"), ("", "“”"),
])  # fmt: skip
def test_what_a_person_typed_is_shown_short_and_visible(text: str, shown: str) -> None:
    assert words.shown(text) == shown


@pytest.mark.parametrize(("text", "legible"), [
    ("churn é 漢 😀", "churn é 漢 😀"), ("one\n\ttwo", "one\n\ttwo"), ("a\u202eb", "aU+202Eb"), ("a\u200bb", "aU+200Bb"),
    ("a\u00a0b", "aU+00A0b"), ("a\r\nb", "a\r\nb"), ("", ""),
])  # fmt: skip
def test_a_text_that_is_shown_hides_nothing(text: str, legible: str) -> None:
    assert words.legible(text) == legible
