"""Is what CreateModel accepts accepted, and all else refused in words that help?"""

from __future__ import annotations

import re
from typing import Any

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from models_ui.contract import create_model, pointers
from models_ui.contract.finding import Finding
from models_ui.contract.json_types import Document, Json
from models_ui.contract.tree import Flag, ListOf, MapOf, Structure, Text, Whole, at
from tests.contract.json_values import DOCUMENTS, VALUES
from tests.contract.requests import CORPUS, holding, places, whole

TREE = create_model.tree()
PLACES = dict(places(TREE))
BANNED = re.compile(r"\b(?:in)?valid\b|\bplease\b|\bsorry\b|\boops\b|required field|regex|\\[dpSs]", re.IGNORECASE)
STRINGS = [pointer for pointer, node in PLACES.items() if isinstance(node, Text) and not node.choices]
OF_SCRIPTS = ("été", "модель", "模型", "نموذج", "１２３", "①", "a\u00a0b", "a\u3000b", "😀")
HIDDEN = ("a\u200bb", "\ufeffa", "a\u0085", "a\u001cb", "a\u2028b", "a\n", "\na", "a\r\n", "a\tb", "a\x00")


def codes(document: Any) -> list[tuple[str, str]]:
    """Return code and pointer of each finding."""
    return [(finding.code, finding.pointer) for finding in create_model.check(document)]


def said(document: Any) -> str:
    """Return the one sentence that is said of a document."""
    (finding,) = create_model.check(document)
    return finding.message


def limit_texts(node: Text) -> list[str]:
    """Return texts at and around the limits of a shape, of many scripts, with what cannot be seen."""
    longest = node.maximum or 100
    lengths = {0, max((node.minimum or 0) - 1, 0), node.minimum or 0, 1, longest - 1, longest, longest + 1}
    good = str(whole(node))
    grown = [(good + "a" * longest)[:length] for length in sorted(lengths)]
    return [
        *grown,
        good,
        f"{good}\n",
        f"{good} ",
        f" {good}",
        f"{good}\u200b",
        f"{good}１",
        *OF_SCRIPTS,
        *HIDDEN,
        "..",
        "-",
    ]


def legal(node: Text, text: str) -> bool:
    r"""Say whether AWS takes a text: its own pattern in another engine, with the dot and the classes as Java has them.

    The flag makes `\d` and `\S` ASCII there, but `\p{L}` too; no pattern has both.
    """
    fits = len(text) >= (node.minimum or 0) and (node.maximum is None or len(text) <= node.maximum)
    pattern = re.sub(r"(?<!\\)\.(?=\*)", r"[^\\n\\r\\u0085\\u2028\\u2029]", node.pattern or r"[\s\S]*")
    flags = 0 if r"\p{" in pattern else regex.ASCII
    return fits and regex.fullmatch(pattern, text, flags=flags) is not None


@pytest.mark.parametrize("pointer", STRINGS)
def test_every_text_is_judged_as_aws_judges_it(pointer: str) -> None:
    node = PLACES[pointer]
    assert isinstance(node, Text)
    texts = limit_texts(node)

    accepted = {text for text in texts if not create_model.check(holding(pointer, text, TREE))}

    assert accepted == {text for text in texts if legal(node, text)}


@pytest.mark.parametrize("pointer", STRINGS)
def test_one_wrong_text_is_one_finding_at_its_place(pointer: str) -> None:
    node = PLACES[pointer]
    assert isinstance(node, Text)

    found = [codes(holding(pointer, text, TREE)) for text in limit_texts(node)]

    assert all(len(findings) <= 1 for findings in found)
    assert {place for findings in found for _, place in findings} <= {pointer}


@pytest.mark.parametrize("text", ["", "1A", "A-B", "É", "A\n", "A\u200b", "a" * 1025, "A B"])
def test_a_wrong_name_in_a_map_is_a_finding_at_that_entry(text: str) -> None:
    (finding,) = create_model.check(holding("/PrimaryContainer/Environment", {text: "x"}, TREE))

    assert finding.pointer == pointers.join("PrimaryContainer", "Environment", text)


def test_the_whole_request_with_every_member_is_accepted() -> None:
    assert create_model.check(whole(TREE)) == []


def test_a_request_needs_a_name_only() -> None:
    assert create_model.check({"ModelName": "churn-1"}) == []


@pytest.mark.parametrize("case", [case for case in CORPUS if case["valid"]], ids=lambda case: str(case["id"]))
def test_what_aws_took_is_accepted(case: dict[str, Any]) -> None:
    assert create_model.check(case["request"]) == []


REFUSED = [case for case in CORPUS if case["rejected_by"] in ("botocore", "constraint")]


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: str(case["id"]))
def test_what_the_service_model_forbids_is_refused(case: dict[str, Any]) -> None:
    assert create_model.check(case["request"]) != []


@pytest.mark.parametrize(("document", "expected"), [
    ({}, [("required", "/ModelName")]),
    ({"ModelName": ""}, [("pattern", "/ModelName")]),
    ({"ModelName": "a" * 64}, [("max-length", "/ModelName")]),
    ({"ModelName": "a_" * 40}, [("max-length", "/ModelName"), ("pattern", "/ModelName")]),
    ({"ModelName": None}, [("type", "/ModelName")]),
    ({"ModelName": "a", "Modelname": "b"}, [("unknown", "/Modelname")]),
    ({"ModelName": "a", "ExecutionRoleArn": "x"}, [("min-length", "/ExecutionRoleArn")]),
    ({"ModelName": "a", "ExecutionRoleArn": ""}, [("min-length", "/ExecutionRoleArn")]),
    ({"ModelName": "a", "Containers": [{}] * 16}, [("max-items", "/Containers")]),
    ({"ModelName": "a", "Containers": [{"ContainerHostname": "a" * 64}]}, [("max-length", "/Containers/0/ContainerHostname")]),
    ({"ModelName": "a", "Tags": [{"Key": "k"}]}, [("required", "/Tags/0/Value")]),
    ({"ModelName": "a", "Tags": {"Key": "k"}}, [("type", "/Tags")]),
    ({"ModelName": "a", "VpcConfig": {"Subnets": [], "SecurityGroupIds": ["sg-1"]}}, [("min-items", "/VpcConfig/Subnets")]),
    ({"ModelName": "a", "EnableNetworkIsolation": 1}, [("type", "/EnableNetworkIsolation")]),
    ({"ModelName": "a", "InferenceExecutionConfig": {"Mode": "serial"}}, [("enum", "/InferenceExecutionConfig/Mode")]),
    ({"ModelName": "a", "InferenceExecutionConfig": {"Mode": None}}, [("type", "/InferenceExecutionConfig/Mode")]),
    ([], [("type", "")]),
])  # fmt: skip
def test_each_fault_has_its_keyword_and_its_place(document: Any, expected: list[tuple[str, str]]) -> None:
    assert codes(document) == expected


def test_too_many_entries_are_a_finding_at_the_map() -> None:
    environment = {f"A{number}": "x" for number in range(101)}

    assert codes(holding("/PrimaryContainer/Environment", environment, TREE)) == [
        ("max-properties", "/PrimaryContainer/Environment")
    ]


def test_findings_come_in_the_order_of_the_fields() -> None:
    found = codes({"Zebra": 1, "Tags": [1], "Containers": [{"Mode": "x", "Image": "a b"}], "Apple": 1})

    assert [pointer for _, pointer in found] == [
        "/ModelName", "/Containers/0/Image", "/Containers/0/Mode", "/Tags/0", "/Zebra", "/Apple",
    ]  # fmt: skip


@pytest.mark.parametrize(("document", "sentence"), [
    ({}, "Enter a model name."),
    ({"ModelName": ""}, "Enter a model name."),
    ({"ModelName": "a" * 71}, "Model name must be at most 63 characters; this one has 71."),
    ({"ModelName": "a-"}, "Model name may hold letters, digits and hyphens, and begins and ends with a letter or digit."),
    ({"ModelName": "a\u200bb"},
     "Model name holds an invisible character (U+200B) at position 2. Delete it, or type the text again."),
    ({"ModelName": "a\n"}, "Model name holds a line break at position 2. Delete it, or type the text again."),
    ({"ModelName": "a", "ExecutionRoleArn": ""}, "Enter an execution role ARN, or leave it out."),
    ({"ModelName": "a", "Modelname": "b"}, "“Modelname” is no member that AWS knows. Remove it, or rename it to ModelName."),
    ({"ModelName": "a", "Tags": [{"Key": "k"}]}, "Enter a value (tag 1)."),
    ({"ModelName": "a", "VpcConfig": {"Subnets": [], "SecurityGroupIds": ["s"]}}, "Add at least one subnet (VPC config)."),
    ({"ModelName": "a", "Containers": [{}] * 17}, "There may be at most 15 containers; there are 17. Remove 2."),
    ({"ModelName": "a", "PrimaryContainer": {"ContainerMetricsConfig": {"MetricsEndpoints": [{"MetricsEndpointPath": "/m"}] * 2}}},
     "There may be at most 1 metrics endpoint (primary container, container metrics config); there are 2. Remove 1."),
    ({"ModelName": "a", "PrimaryContainer": {"ModelDataSource": {"S3DataSource":
      {"S3Uri": "s3://a/b/", "S3DataType": "S3Prefix", "CompressionType": "None", "ModelAccessConfig": {}}}}},
     "Choose true or false: accept EULA (primary container, model data source, S3 data source, model access config)."),
    ({"ModelName": "a", "EnableNetworkIsolation": "true"},
     "Enable network isolation must be true or false, without quotation marks."),
    ({"ModelName": "a", "PrimaryContainer": {"Environment": {"WORKERS": 1}}},
     "“WORKERS” (primary container, environment) must be text: put it in quotation marks."),
])  # fmt: skip
def test_a_sentence_says_what_is_wrong_and_what_to_do(document: Document, sentence: str) -> None:
    assert said(document) == sentence


def test_a_null_that_was_the_text_none_is_recognised() -> None:
    pointer = "/PrimaryContainer/ModelDataSource/S3DataSource/CompressionType"

    assert said(holding(pointer, None, TREE)).endswith('is null. Write "None", with quotation marks.')


def wrong_values(pointer: str) -> list[Any]:
    """Return a value for each way in which a place can be wrong."""
    match at(TREE, pointer):
        case Text() as node:
            return [None, 1, True, [], {}, *limit_texts(node)]
        case Whole():
            return [None, "1", 2**31, -(2**31) - 1, 1.5, [], 10**400]
        case ListOf() as node:
            return [None, "x", {}, [], [None] * ((node.maximum or 0) + 1)]
        case MapOf():
            return [None, [], {"": ""}, {f"A{number}": "x" for number in range(101)}, {"é": "", "a" * 1025: None}]
        case Flag() | Structure():
            return [None, "true", 1, [], {}, {"Unknown": 1, "": 2}]
        case _:
            return []


def catalogue() -> list[Finding]:
    """Return what is said of every wrong value at every place."""
    documents = [holding(pointer, value, TREE) for pointer in PLACES if pointer for value in wrong_values(pointer)]
    return [finding for document in documents for finding in create_model.check(document)]


def test_every_sentence_is_plain_short_and_ends() -> None:
    sentences = {finding.message for finding in catalogue()}

    assert len(sentences) > 200
    assert [text for text in sentences if BANNED.search(text) or len(text) > 300 or text[-1] not in ".”"] == []


def test_no_sentence_shows_what_cannot_be_seen() -> None:
    sentences = {finding.message for finding in catalogue()}

    assert [text for text in sentences if not text.isprintable()] == []


def test_every_keyword_of_the_schema_is_reached_and_has_a_code() -> None:
    assert {finding.code for finding in catalogue()} == {
        "enum", "max-items", "max-length", "max-properties", "maximum", "min-items", "min-length", "minimum", "pattern",
        "required", "type", "unknown",
    }  # fmt: skip


def test_a_long_value_is_never_repeated() -> None:
    text = "s3cr3t " * 300

    assert all("s3cr3t" not in finding.message for finding in create_model.check({"ModelName": text, "Tags": [text]}))


def test_every_pattern_has_its_words() -> None:
    shapes = {node.name for node in PLACES.values() if isinstance(node, Text) and node.pattern} | {"EnvironmentKey"}

    assert shapes - {"EnvironmentValue"} == set(create_model.FORMS)


@pytest.mark.parametrize("entries", [{f"é{n}": 1 for n in range(9000)}, {str(n): 1 for n in range(9000)}])
def test_far_too_many_entries_are_judged_but_not_all(entries: dict[str, int]) -> None:
    found = codes(holding("/PrimaryContainer/Environment", entries, TREE))

    assert found[0] == ("max-properties", "/PrimaryContainer/Environment")
    assert len(found) < 1000


def test_every_list_and_map_has_a_greatest_number() -> None:
    """Else `trimmed` could not bound the time that an engine takes."""
    assert [node.name for node in PLACES.values() if isinstance(node, ListOf | MapOf) and node.maximum is None] == []


def test_every_text_with_a_pattern_has_a_greatest_length() -> None:
    """Else `trimmed` could not bound the time that a pattern takes."""
    endless = [
        node.name for node in PLACES.values() if isinstance(node, Text) and node.pattern and node.maximum is None
    ]

    assert endless == []


@pytest.mark.parametrize("text", [
    "s3://" + "a" * 2_000_000 + "/b\n",
    "s3://" + "a/" * 500_000 + "\n",
    "\ud800",
    "a" * 2_000_000,
])  # fmt: skip
@pytest.mark.parametrize("pointer", ["/PrimaryContainer/ModelDataUrl", "/PrimaryContainer/Image", "/ModelName"])
def test_a_huge_or_broken_text_is_judged_like_any_other(pointer: str, text: str) -> None:
    assert {place for _, place in codes(holding(pointer, text, TREE))} == {pointer}


def test_nesting_without_end_is_one_finding() -> None:
    deep: Any = {}
    for _ in range(5000):
        deep = {"a": deep}

    assert codes({"ModelName": "a", "Extra": deep, "Tags": [deep]}) == [("required", "/Tags/0/Key"), ("required", "/Tags/0/Value"), ("unknown", "/Tags/0/a"), ("unknown", "/Extra")]  # fmt: skip


@given(DOCUMENTS)
def test_any_document_can_be_checked(document: Document) -> None:
    unknown = {place for code, place in codes(document) if code == "unknown"}

    assert {pointers.join(name) for name in document if name not in TREE.members} <= unknown


@given(VALUES, st.sampled_from([pointer for pointer in PLACES if pointer]))
def test_any_value_at_any_place_is_judged_there(value: Json, pointer: str) -> None:
    found = create_model.check(holding(pointer, value, TREE))

    assert all(finding.pointer.startswith(pointer) and finding.message.isprintable() for finding in found)


@pytest.mark.parametrize(("end", "expected"), [("\n", []), ("\r", []), ("/\n", ["pattern"]), ("/a\n", ["pattern"])])
def test_the_slowest_pattern_is_judged_at_its_greatest_length(end: str, expected: list[str]) -> None:
    """An engine that gave up half-way might accept."""
    text = "s3://" + "a" * (1024 - 5 - len(end)) + end

    found = create_model.check(holding("/PrimaryContainer/ModelDataUrl", text, TREE))

    assert [finding.code for finding in found] == expected
