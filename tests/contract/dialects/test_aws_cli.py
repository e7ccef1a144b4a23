"""Is a command of the AWS CLI read as the CLI would take it, and written so that a shell passes it on unchanged?"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from models_ui.contract.dialects.aws_cli import read
from models_ui.contract.dialects.aws_cli_writing import write
from models_ui.contract.loader import NotReadable
from tests.contract.dialects.documents import documents

START = "aws sagemaker create-model --model-name churn-1 "


def value(option: str) -> Any:
    """Return what an option makes of the request, besides the name."""
    document = read(START + option).document
    return next(member for name, member in document.items() if name != "ModelName")


@pytest.mark.parametrize("command", [
    "aws sagemaker create-model --cli-input-json '{body}'",
    "$ aws sagemaker create-model \\\n  --region us-east-1 \\\n  --cli-input-json '{body}'\n",
    "aws sagemaker create-model --cli-input-json='{body}'",
    "# first this\ncd /tmp\naws --profile x sagemaker \\\n create-model --cli-input-json '{body}' | jq .ModelArn",
    "aws sagemaker create-model --cli-input-yaml 'ModelName: churn-1'",
    "aws sagemaker create-model --model-name churn-1; aws sagemaker create-model --model-name other",
    "RESULT=1 && aws sagemaker create-model --model-name $'churn\\x2d1' > out.json",
    "aws sagemaker create-model --model-name chu\"rn\"-'1' # --tags a",
])  # fmt: skip
def test_the_command_around_a_request_is_taken_off(command: str) -> None:
    assert read(command.replace("{body}", '{\n"ModelName": "churn-1"\n}')).document == {"ModelName": "churn-1"}


@pytest.mark.parametrize(("option", "expected"), [
    ("--primary-container Image=a.b/c:1,Mode=SingleModel", {"Image": "a.b/c:1", "Mode": "SingleModel"}),
    ("--primary-container 'Image=a.b/c:1,Environment={A=1,B=x y}'", {"Image": "a.b/c:1", "Environment": {"A": "1", "B": "x y"}}),
    ('--primary-container \'{"Environment": {"A": "it\'\\\'\'s"}}\'', {"Environment": {"A": "it's"}}),
    ("--primary-container Environment={A='x,y'}", {"Environment": {"A": ["x", "y"]}}),
    ("--primary-container 'Environment={A=\"x,y\"}'", {"Environment": {"A": "x,y"}}),
    ("--primary-container 'Environment={A=x\\,y}'", {"Environment": {"A": "x,y"}}),
    ("--containers Image=a,ContainerHostname=x Image=b", [{"Image": "a", "ContainerHostname": "x"}, {"Image": "b"}]),
    ('--containers \'[{"Image": "a"}]\'', [{"Image": "a"}]),
    ("--vpc-config SecurityGroupIds=sg-1,sg-2,Subnets=subnet-1", {"SecurityGroupIds": ["sg-1", "sg-2"], "Subnets": ["subnet-1"]}),
    ("--vpc-config 'SecurityGroupIds=[sg-1],Subnets=[a, b]'", {"SecurityGroupIds": ["sg-1"], "Subnets": ["a", "b"]}),
    ("--tags Key=team,Value=risk Key=x,Value=", [{"Key": "team", "Value": "risk"}, {"Key": "x", "Value": ""}]),
    ("--enable-network-isolation", True),
    ("--no-enable-network-isolation", False),
    ("--inference-execution-config Mode=Direct", {"Mode": "Direct"}),
    ("--execution-role-arn <role-arn>", "<role-arn>"),
    ("--primary-container 'ModelDataSource={S3DataSource={S3Uri=s3://a/b/,ModelAccessConfig={AcceptEula=true}}}'",
     {"ModelDataSource": {"S3DataSource": {"S3Uri": "s3://a/b/", "ModelAccessConfig": {"AcceptEula": True}}}}),
])  # fmt: skip
def test_arguments_are_those_of_the_cli(option: str, expected: Any) -> None:
    assert value(option) == expected


@pytest.mark.parametrize(("option", "expected"), [
    ("--execution-role-arn $ROLE", "{{ $ROLE }}"),
    ('--execution-role-arn "$(aws iam get-role)"', "{{ $(aws iam get-role) }}"),
    ("--execution-role-arn `cat role`", "{{ `cat role` }}"),
    ("--tags file://tags.json", {"reference": "{{ file://tags.json }}"}),
    ("--primary-container Image=$IMAGE,Mode=SingleModel", {"Image": "{{ $IMAGE }}", "Mode": "SingleModel"}),
])  # fmt: skip
def test_what_the_shell_would_fill_in_keeps_its_place(option: str, expected: Any) -> None:
    assert value(option) == expected


def test_what_the_shell_would_fill_in_is_told_with_its_line() -> None:
    [finding] = read("aws sagemaker create-model \\\n --model-name a \\\n --execution-role-arn $ROLE").findings

    assert (finding.pointer, finding.severity, finding.source) == ("/ExecutionRoleArn", "error", "import")
    assert finding.message == "Line 3: the value of execution role ARN comes from “$ROLE”, which is not here. Enter it."


def test_options_of_the_cli_itself_are_told() -> None:
    [finding] = read(START + "\\\n--region eu-west-1").findings

    assert (finding.code, finding.message[:41]) == ("dropped", "Line 2: the option --region is left out: ")


def test_options_come_over_the_whole_input() -> None:
    command = 'aws sagemaker create-model --cli-input-json \'{"ModelName": "a", "Tags": []}\' --model-name b'

    assert read(command).document == {"ModelName": "b", "Tags": []}


def test_line_of_broken_json_is_that_of_the_command() -> None:
    with pytest.raises(NotReadable, match="Line 3: a comma or a closing bracket is missing"):
        read("aws sagemaker create-model \\\n--tags '[\n{\"Key\": 1 2}]'")


@pytest.mark.parametrize(("command", "sentence"), [
    (START + "--tags 'Key=a", "Line 1: the closing quotation mark of a text is missing"),
    (START + "--model-name b", "Line 1: the option --model-name stands twice"),
    (START + "--execution-role-arn", "Line 1: the value of --execution-role-arn is missing"),
    (START + "--execution-role-arn a b", "Line 1: --execution-role-arn has more than one value"),
    (START + "--vpc-config 'Subnets=[a'", "Line 1: the closing “]” is missing"),
    ("aws sagemaker create-model --cli-input-json file://model.json", "Line 1: --cli-input-json names a file"),
    ("aws sagemaker create-model churn-1", "Line 1: an option with its two hyphens is expected"),
])  # fmt: skip
def test_what_cannot_be_read_is_refused_with_its_line(command: str, sentence: str) -> None:
    with pytest.raises(NotReadable, match=sentence):
        read(command)


@pytest.mark.parametrize(("option", "expected"), [("--tags Key", ["Key"]), ("--primary-container Image", "Image")])
def test_what_is_no_structure_stays_to_the_letter(option: str, expected: Any) -> None:
    assert value(option) == expected


def test_shell_passes_on_what_we_write(tmp_path: Path) -> None:
    written = [document | {"ModelName": f"churn-{number}"} for number, document in enumerate(documents(300, seed=8))]
    script = tmp_path / "commands.sh"
    function = "aws() { printf '%s\\0' \"$@\"; printf '\\0'; }\n"
    script.write_text(function + "".join(write(document).text for document in written), encoding="utf-8", newline="")

    answer = subprocess.run(["/bin/sh", str(script)], capture_output=True, check=True, timeout=60, env={})

    commands = [command.split("\0") for command in answer.stdout.decode().split("\0\0")[:-1]]
    assert [passed_on(command) for command in commands] == written


def passed_on(words: list[str]) -> dict[str, Any]:
    """Return the request that the words of a command name, read without anything that is tried here."""
    assert words[:2] == ["sagemaker", "create-model"]
    found: dict[str, Any] = {}
    name = ""
    for word in words[2:]:
        if word.startswith("--"):
            name = word.removeprefix("--").removeprefix("no-").title().replace("-", "")
            found[name] = not word.startswith("--no-")
        else:
            found[name] = json.loads(word) if word[:1] in "{[" else word
    return found


@pytest.mark.parametrize(
    "document", [{"New": 1}, {"ModelName": None}, {"EnableNetworkIsolation": "x"}, {"ModelName": "file://x"}]
)
def test_what_has_no_option_stands_in_a_comment(document: dict[str, Any]) -> None:
    writing = write(document)

    assert writing.text.startswith("# The AWS CLI has no place for ")
    assert len(writing.notes) == 1


@pytest.mark.parametrize("sign", ["`", "^"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_are_continued_as_windows_does_it(sign: str, end: str) -> None:
    lines = [f"aws sagemaker create-model {sign}", f"  --model-name a {sign}", '  --primary-container Image="b c"']

    assert read(end.join(lines)).document == {"ModelName": "a", "PrimaryContainer": {"Image": "b c"}}


def test_backquote_at_the_end_of_a_line_may_be_that_of_a_command() -> None:
    written = "aws sagemaker create-model \\\n  --model-name `name \n` \\\n  --execution-role-arn r"

    assert read(written).document == {"ModelName": "{{ `name ` }}", "ExecutionRoleArn": "r"}


def test_json_of_powershell_is_read_without_its_backslashes() -> None:
    written = (
        """aws sagemaker create-model --primary-container '{\\"Image\\": \\"a\\"}' --tags '[{\\"Key\\": \\"k\\"}]'"""
    )

    assert read(written).document == {"PrimaryContainer": {"Image": "a"}, "Tags": [{"Key": "k"}]}


def test_option_that_says_where_to_is_told_where_that_stands() -> None:
    where, other = read(START + " --region eu-west-1 --output text").findings

    assert where.message.endswith("The connection has account and region.")
    assert other.message.endswith("the option --output is left out: it is no part of the request.")


@pytest.mark.parametrize("value", ['"$(cat request.json)"', '"$REQUEST"', "`cat request.json`"])
@pytest.mark.parametrize("option", ["cli-input-json", "cli-input-yaml"])
def test_input_that_the_shell_puts_in_is_asked_for(option: str, value: str) -> None:
    with pytest.raises(NotReadable, match=f"what --{option} gets is put in by the shell. Paste the input itself."):
        read(f"aws sagemaker create-model --{option} {value}")
