"""Is the bucket and the key of an address of S3 read, in every form in which people copy one?"""

from __future__ import annotations

from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models_ui.contract import locations
from models_ui.contract.locations import is_access_point, read, unsigned

CONSOLE = "https://us-east-1.console.aws.amazon.com/s3"
# What a key may hold and a person can see, with all that addresses give a meaning to.
KEYS = st.text(st.sampled_from("abXZ019/._-~ +%&=?#:;,@!$'()*[]{}<>é模𝒳\"\\|^`"), max_size=40).filter(
    lambda key: not key.endswith("*")
)
BUCKETS = st.from_regex(r"[a-z0-9][a-z0-9.-]{0,30}[a-z0-9]", fullmatch=True)
REGIONS = st.sampled_from(["us-east-1", "eu-central-1", "us-gov-west-1", "ap-southeast-2"])


@given(BUCKETS, KEYS, REGIONS, st.sampled_from([quote, lambda key: quote_plus(key, safe="/")]))
def test_every_form_of_a_location_is_read_as_the_one(bucket: str, key: str, region: str, escaped: object) -> None:
    assert callable(escaped)
    path = escaped(key)
    asked = f"?region={region}&bucketType=general&prefix={quote_plus(key)}&showversions=false"
    forms = {
        "s3": [f"s3://{bucket}/{key}"],
        "https": [
            *(f"https://{bucket}.{host}/{path}" for host in hosts(region)),
            *(f"https://{host}/{bucket}/{path}" for host in hosts(region)),
        ],
        "link": [
            f"arn:aws:s3:::{bucket}/{key}",
            f"s3a://{bucket}/{key}",
            f"{CONSOLE}/buckets/{bucket}{asked}",
            f"{CONSOLE}/object/{bucket}{asked}",
            f"https://s3.console.aws.amazon.com/s3/object/{bucket}/{quote(key)}?region={region}&tab=overview",
            f"http://{bucket}.s3-website-{region}.amazonaws.com/{path}",
        ],
    }

    for form, texts in forms.items():
        for text in texts:
            found = read(text)
            assert found, text
            assert (found.form, found.uri) == (form, f"s3://{bucket}/{key}"), text


def hosts(region: str) -> list[str]:
    """Return the names of the endpoints of S3 in a region."""
    return [
        f"s3.{region}.amazonaws.com",
        f"s3-{region}.amazonaws.com",
        f"s3.dualstack.{region}.amazonaws.com",
        f"s3-fips.{region}.amazonaws.com",
        f"s3-fips.dualstack.{region}.amazonaws.com",
        "s3.amazonaws.com",
    ]


@pytest.mark.parametrize(
    ("text", "uri"),
    [
        ("https://acme-models.s3.us-east-1.amazonaws.com", "s3://acme-models/"),
        ("https://acme-models.s3.cn-north-1.amazonaws.com.cn/a", "s3://acme-models/a"),
        ("https://acme-models.s3-accelerate.amazonaws.com/a", "s3://acme-models/a"),
        ("https://my.s3.data.s3.eu-west-1.amazonaws.com/a", "s3://my.s3.data/a"),
        ("https://acme-models.s3.amazonaws.com:443/a//b", "s3://acme-models/a//b"),
        ("https://acme-models.s3.amazonaws.com/a?versionId=3sL4k", "s3://acme-models/a"),
        (f"{CONSOLE}/buckets/acme-models", "s3://acme-models/"),
        (f"{CONSOLE}/buckets/acme-models?region=us-east-1&prefix=", "s3://acme-models/"),
        ("https://console.amazonaws.cn/s3/buckets/acme-models?prefix=a/", "s3://acme-models/a/"),
        (
            "https://123456789012-ab12cd.us-east-1.console.aws.amazon.com/s3/buckets/acme?prefix=a/",
            "s3://acme/a/",
        ),
        ("arn:aws-cn:s3:::acme-models", "s3://acme-models/"),
        ("arn:aws:s3:::acme-models/churn/*", "s3://acme-models/churn/"),
        ("arn:aws:s3:::acme-models/*", "s3://acme-models/"),
        ("S3://acme-models/a", "s3://acme-models/a"),
        ("s3n://acme-models/a", "s3://acme-models/a"),
    ],
)
def test_other_ways_to_write_it_are_read(text: str, uri: str) -> None:
    found = read(text)
    assert found
    assert found.uri == uri


@pytest.mark.parametrize(
    "text",
    [
        "", "acme-models/churn/", "s3://", "s3:///key", "https://", "https://[", "https://acme.com/a",
        "https://s3.amazonaws.com/", "https://s3.amazonaws.com.evil.com/acme/a", "https://evil.com/s3.amazonaws.com/a",
        "https://x:y@acme.s3.amazonaws.com/a", "https://acme.s3.amazonaws.com:8080/a", "https://acme.s3.amazonaws.com:x/",
        "https://acme.s3.amazonaws.com/%00", "https://acme.s3.amazonaws.com/%ff", "https://acme.s3.amazonaws.com/%0a",
        "https://acme.s3.amazonaws.com/a\nb", "arn:aws:s3:::", "arn:aws:s3:::_", "arn:aws:s3:::acme/a\u202eb",
        "arn:aws:s3:us-east-1:123456789012:accesspoint/mine/object/a", f"{CONSOLE}/home?region=us-east-1",
        "https://evil.com/s3/buckets/acme-models", "s3a://acme/" + "x" * 9000,
        "https://mine-123456789012.s3-accesspoint.us-east-1.amazonaws.com/a",
    ],
)  # fmt: skip
def test_what_names_no_bucket_is_not_read(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "https://mine-123456789012.s3-accesspoint.us-east-1.amazonaws.com/a",
        "https://mine-123456789012.s3-accesspoint.dualstack.us-east-1.amazonaws.com/a",
        "https://mine-123456789012.s3-object-lambda.us-east-1.amazonaws.com/a",
        "https://mine.accesspoint.s3-global.amazonaws.com/a",
        "arn:aws:s3:us-east-1:123456789012:accesspoint/mine",
        "arn:aws:s3:us-east-1:123456789012:accesspoint:mine/object/a",
        "arn:aws:s3::123456789012:accesspoint/mine.mrap",
        "arn:aws:s3-object-lambda:us-east-1:123456789012:accesspoint/mine",
        "s3://arn:aws:s3:us-east-1:123456789012:accesspoint/mine/a",
    ],
)
def test_access_point_is_known_as_one(text: str) -> None:
    assert is_access_point(text)
    assert read(text) is None


@pytest.mark.parametrize(
    "text",
    ["s3://acme/accesspoint/a", "https://acme.s3.amazonaws.com/accesspoint", "arn:aws:s3:::acme/accesspoint/a", "", "x" * 9000],
)  # fmt: skip
def test_bucket_is_no_access_point(text: str) -> None:
    assert not is_access_point(text)


@pytest.mark.parametrize(
    "query",
    [
        "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIA&X-Amz-Signature=abc",
        "response-content-disposition=inline&x-amz-signature=abc",
        "X-Amz-Security-Token=abc",
        "AWSAccessKeyId=AKIA&Expires=1&Signature=a%2Bb",
        "X%2DAmz%2DSignature=abc",
        "a=1&" * 100_000 + "X-Amz-Signature=abc",
    ],
)
@pytest.mark.parametrize("host", ["https://acme.s3.amazonaws.com", "HTTPS://models.acme.com"])
def test_signature_is_cut_off_whatever_the_host(host: str, query: str) -> None:
    assert unsigned(f"{host}/a.tar.gz?{query}") == f"{host}/a.tar.gz"


@pytest.mark.parametrize(
    "text",
    [
        "https://acme.s3.amazonaws.com/a?versionId=1", "https://acme.s3.amazonaws.com/a", "s3://acme/a?X-Amz-Signature=b",
        "https://acme.s3.amazonaws.com/a?note=Signature", "", "?Signature=a",
    ],
)  # fmt: skip
def test_address_without_a_signature_stays(text: str) -> None:
    assert unsigned(text) == text


@given(st.text() | st.text(st.sampled_from("https3:/.-?&=%+#@[]amzonwscprefix*\x00\ud800")).map("https://{}".format))
def test_any_text_can_be_asked(text: str) -> None:
    found = read(text)
    assert found is None or found.form == "s3" or found.uri.isprintable()
    assert isinstance(is_access_point(text), bool)
    assert text.startswith(unsigned(text))


def test_reading_twice_says_the_same() -> None:
    found = read(f"{CONSOLE}/object/acme-models?prefix=churn%2F7%2Fmodel+one.tar.gz")
    assert found
    assert read(found.uri) == locations.Location("s3", "acme-models", "churn/7/model one.tar.gz")
