"""Does any text at all end as a request or with a sentence, soon, and with nothing run?"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models_ui.contract import dialects, loader
from models_ui.contract.dialects import (
    aws_cli,
    boto3_call,
    cloudformation,
    create_model_json,
    create_model_yaml,
    paws,
    terraform,
)
from models_ui.contract.dialects.reading import Reading
from models_ui.contract.dialects.writers import WRITERS
from models_ui.contract.loader import MOST_BYTES, NotReadable
from tests.contract.dialects.documents import documents

READERS: dict[str, Callable[[str], Reading]] = {
    "any": dialects.read,
    "boto3": boto3_call.read,
    "json": create_model_json.read,
    "yaml": create_model_yaml.read,
    "aws-cli": aws_cli.read,
    "paws": paws.read,
    "terraform": terraform.read,
    "cloudformation": cloudformation.read,
}
WRITES = [writer.write for writer in WRITERS.values()]
# How a request begins in each language, up to its first value.
HEADS = {
    "terraform": 'resource "aws_sagemaker_model" "m" {\n name = ',
    "paws": "svc$create_model(ModelName = ",
    "boto3": "sm.create_model(ModelName=",
    "aws-cli": "aws sagemaker create-model --model-name ",
    "yaml": "ModelName: ",
    "json": '{"ModelName": ',
    "cloudformation": "R:\n  Type: AWS::SageMaker::Model\n  Properties:\n    ModelName: ",
}
# What nests, never ends, or is looked at again and again by a careless reader.
PIECES = [
    *("(", "[", "{", '"', "'", "`", "<<A\n", "/*", "//", "#\n", "\\", "\\\n", "$(", "${", "$${", "%{", "a.", "a+", "-", "not "),
    *("lambda:", "a if b else ", "\n", "  ", "\t", "\r\n", " \n", ",", "=", ":", "- ", "? ", "&a ", "*a ", "!x ", "|", ">", '"a",'),
    *("1", "9", "1,", "0x", 'f"{', 'r"(', 'r"--{', "'''", "a=1;", "a(", "a[", "{a:", "[a,", "x=[x,x]\n", "$x", '"$x', "`id` ", "<a>"),
    *("K=v,", "K={", "K=[", "=>", "é", "😀", "**x,", "*x,", "a b ", "a: b\n", "- a\n", "---\n", "%a %b ", "list(", "c(", "list(a="),
    *("function(x) ", "if (a) ", "-> ", "a$", "a::b", "!Ref a\n", '"${a["', '"${"${', '{"a":', "a=a,", "'a' ", "\x1f", "\x85", "\u2028"),
]  # fmt: skip


def outcome(read: Callable[[Any], Reading], text: str | bytes) -> Any:
    """Return the request that a text makes, or the sentence with which it is refused. Anything else is raised."""
    try:
        document = read(text).document
    except NotReadable as refused:
        return refused.sentence
    # What came in could have come in as JSON.
    assert loader.load(json.dumps(document)) == document
    return document


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("language", HEADS)
def test_repeated_pieces_are_survived(language: str, piece: str) -> None:
    head = HEADS[language]

    outcome(dialects.read, head + piece * 20_000)


@pytest.mark.parametrize("piece", ["(", "[", '"', "a.", "${", "K=v,", "\n", "- "])
@pytest.mark.parametrize("language", HEADS)
def test_two_megabytes_are_survived(language: str, piece: str) -> None:
    head = HEADS[language]

    outcome(dialects.read, head + piece * ((MOST_BYTES - 4096) // len(piece)))


def test_more_than_two_megabytes_are_refused() -> None:
    with pytest.raises(NotReadable, match="larger than 2 MB"):
        dialects.read("a" * (MOST_BYTES + 1))


def test_request_cannot_grow_beyond_two_megabytes() -> None:
    members = ", ".join(f"A{number}=a" for number in range(100))

    assert "larger than 2 MB" in outcome(
        dialects.read, f"a = '{'x' * 100_000}'\nsm.create_model(ModelName=a, **dict({members}))"
    )


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("seed", range(20))
def test_mutilated_requests_are_survived(name: str, seed: int) -> None:
    chance = random.Random(seed)
    for document in documents(6, seed=seed):
        text = chance.choice(WRITES)(document).text
        for _ in range(chance.randint(1, 4)):
            place = chance.randrange(len(text))
            text = text[:place] + chance.choice([*PIECES, ""]) + text[place + chance.randint(0, 40) :]
        outcome(READERS[name], text)


@pytest.mark.parametrize("name", READERS)
@given(text=st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_text_is_survived(name: str, text: str) -> None:
    outcome(READERS[name], text)


@pytest.mark.parametrize("language", HEADS)
@given(text=st.text(alphabet="()[]{}\"'`\\$%#/*<>!&|,;:=.-+ \n\tabxrLN01@~^", max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_value_is_survived(language: str, text: str) -> None:
    outcome(READERS[language], HEADS[language] + text)
    outcome(dialects.read, HEADS[language] + text)


@given(text=st.binary(max_size=100))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_survived(text: bytes) -> None:
    outcome(dialects.read, text)


@pytest.mark.parametrize("text", [
    "a: &a [x, x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)) + "ModelName: *u\n",
    "ModelName: &a [*a]\n",
    "a = ['x', 'x']\n" + "".join(f"{chr(98 + n)} = [{chr(97 + n)}, {chr(97 + n)}]\n" for n in range(20)) + "sm.create_model(Tags=u)",
    "a <- list('x', 'x')\n" + "".join(f"{chr(98 + n)} <- list({chr(97 + n)}, {chr(97 + n)})\n" for n in range(20)) + "s$create_model(Tags = u)",
    "locals {\n a = [1, 1]\n" + "".join(f" {chr(98 + n)} = [local.{chr(97 + n)}, local.{chr(97 + n)}]\n" for n in range(20))
    + '}\nresource "aws_sagemaker_model" "m" {\n tags = local.u\n}',
], ids=["aliases", "circle", "python", "r", "terraform"])  # fmt: skip
def test_what_doubles_is_bounded(text: str) -> None:
    outcome(dialects.read, text)


@pytest.mark.parametrize("language", HEADS)
@pytest.mark.parametrize("expression", [
    "__import__('os').system('touch {path}')", "system('touch {path}')", "$(touch {path})", "`touch {path}`", "!!python/object/apply:os.system ['touch {path}']",
    "${file('{path}')}", "f\"{open('{path}', 'w')}\"", "{ system('touch {path}') }", "eval(open('{path}', 'w'))",
])  # fmt: skip
def test_nothing_is_run(language: str, expression: str, tmp_path: Any) -> None:
    path = tmp_path / "made"
    outcome(dialects.read, HEADS[language] + expression.replace("{path}", str(path)))

    assert not path.exists()


@given(document=st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["ModelName", "Containers", "Tags", "Environment", "x\n"]) | st.text(), inner, max_size=4),
    max_leaves=12,
))  # fmt: skip
@settings(max_examples=300, deadline=None)
def test_any_document_is_written(document: Any) -> None:
    for write in WRITES:
        assert write(document if isinstance(document, dict) else {"Tags": document}).text
