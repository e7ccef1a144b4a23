"""In which surroundings do the demo's programs run?"""

from __future__ import annotations

from pathlib import Path

from models_ui.management import demo_programs
from models_ui.management.demo_programs import Place


def place(folder: Path) -> Place:
    return Place(folder, 8000, 5500, 6000, "redis://127.0.0.1:6000/0")


def test_nothing_leads_to_a_real_account(tmp_path: Path) -> None:
    given = {"AWS_PROFILE": "work", "AWS_ACCESS_KEY_ID": "AKIA", "AWS_SESSION_TOKEN": "t", "AWS_ROLE_ARN": "arn"}
    made = demo_programs.surroundings(place(tmp_path), given)
    assert made["AWS_ACCESS_KEY_ID"] == "sandbox"
    assert not made.keys() & {"AWS_PROFILE", "AWS_SESSION_TOKEN", "AWS_ROLE_ARN"}


def test_endpoint_of_sagemaker_stays_as_found(tmp_path: Path) -> None:
    given = {"AWS_ENDPOINT_URL_SAGEMAKER": "http://127.0.0.1:9"}
    assert demo_programs.surroundings(place(tmp_path), given)["AWS_ENDPOINT_URL_SAGEMAKER"] == "http://127.0.0.1:9"


def test_sandbox_is_reached_past_a_proxy(tmp_path: Path) -> None:
    assert demo_programs.surroundings(place(tmp_path), {"NO_PROXY": "intra"})["NO_PROXY"] == "intra,127.0.0.1,localhost"


def test_key_is_kept(tmp_path: Path) -> None:
    first, second = (demo_programs.secret_key(tmp_path) for _ in range(2))
    assert first == second
    assert len(first) > 50


def test_key_is_for_nobody_else_to_read(tmp_path: Path) -> None:
    demo_programs.secret_key(tmp_path)
    assert (tmp_path / "secret-key").stat().st_mode & 0o077 == 0
