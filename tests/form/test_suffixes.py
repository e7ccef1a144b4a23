"""Which suffixes does a name get, and which are known as ours?"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models_ui.contract import create_model
from models_ui.form import suffixes
from models_ui.form.suffixes import CHANCES, Fresh

MOST = 63
NOON = datetime(2026, 11, 25, 10, 42, tzinfo=UTC)
FRESH = st.builds(
    Fresh,
    at=st.datetimes(datetime(2020, 1, 1), datetime(2099, 12, 31), timezones=st.just(UTC)),
    chance=st.integers(0, CHANCES - 1),
)
NAMES = st.from_regex(r"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}", fullmatch=True).filter(lambda name: len(name) <= MOST)
MAKERS = st.sampled_from([suffixes.moment, suffixes.random])


def test_moment_is_that_of_the_world_not_of_the_server() -> None:
    there = NOON.astimezone(timezone(timedelta(hours=9)))
    assert suffixes.moment(Fresh(there, 0)) == "-20261125-1042"


def test_every_chance_is_another_suffix() -> None:
    assert len({suffixes.random(Fresh(NOON, chance)) for chance in range(CHANCES)}) == CHANCES


@given(FRESH)
def test_random_suffix_is_a_digit_a_consonant_a_digit_a_consonant(fresh: Fresh) -> None:
    assert re.fullmatch(r"-[2-9][b-df-hj-km-np-tv-z][2-9][b-df-hj-km-np-tv-z]", suffixes.random(fresh))


@pytest.mark.parametrize("name", ["churn-risk-20261125-1042", "churn-risk-7f3k"])
def test_suffixes_of_ours_are_known(name: str) -> None:
    assert suffixes.base(name) == "churn-risk"


@pytest.mark.parametrize(
    "name",
    [
        "churn-risk", "churn-2026", "churn-20261125", "churn-1042", "churn-v1k3", "churn-7F3K", "churn-7f3", "7f3k", "-7f3k",
        "churn-20261325-1042", "churn-20261125-2442", "churn-20261125-1060", "churn7f3k", "churn-7a3k", "churn-0f3k",
        "churn-7f3k\n", "pytorch-training-2026-11-02-10-20-30-123", "",
    ],
)  # fmt: skip
def test_what_a_person_typed_is_taken_for_no_suffix(name: str) -> None:
    assert suffixes.base(name) == name


@given(NAMES, FRESH, MAKERS)
def test_suffixed_name_is_legal_and_ends_with_its_whole_suffix(name: str, fresh: Fresh, maker: object) -> None:
    assert callable(maker)
    after = suffixes.suffixed(name, maker(fresh), most=MOST)
    assert create_model.check({"ModelName": after}) == []
    assert after.endswith(maker(fresh))
    assert name.startswith(suffixes.base(after))


@given(NAMES, FRESH, MAKERS, FRESH, MAKERS)
def test_new_suffix_takes_the_place_of_the_old_one(
    name: str, first: Fresh, maker: object, second: Fresh, other: object
) -> None:
    assert callable(maker)
    assert callable(other)
    once = suffixes.suffixed(name, maker(first), most=MOST)
    twice = suffixes.suffixed(once, other(second), most=MOST)
    assert suffixes.base(twice) == suffixes.base(once)[: MOST - len(other(second))].rstrip("-")


@given(st.text(max_size=200), FRESH, MAKERS)
def test_whatever_was_typed_the_name_is_not_too_long(name: str, fresh: Fresh, maker: object) -> None:
    assert callable(maker)
    assert len(suffixes.suffixed(name, maker(fresh), most=MOST)) <= MOST
