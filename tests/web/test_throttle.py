"""Do wrong passwords make the next try wait, each of them?"""

from __future__ import annotations

import pytest
from django.core.cache import cache

from models_ui.web import throttle
from models_ui.web.throttle import ACCOUNT, ADDRESS

NOW = 1_000_000.0


@pytest.fixture(autouse=True)
def _database(db: None) -> None:
    cache.clear()


def wrong(tries: int, *, at: float = NOW) -> None:
    for _ in range(tries):
        throttle.failed(account="sally", address="203.0.113.7", now=at)


@pytest.mark.parametrize(("tries", "seconds"), [(0, 0), (4, 0), (5, 15), (6, 30), (10, 480), (11, 900), (40, 900)])
def test_each_wrong_try_over_the_free_ones_doubles_the_wait(tries: int, seconds: int) -> None:
    wrong(tries)

    assert throttle.remaining(ACCOUNT, "sally", NOW) == seconds


def test_tries_at_the_same_time_count_each(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(throttle, "counted", lambda *_: (0, 0.0))
        wrong(6)

    assert throttle.counted(ACCOUNT, "sally") == (6, NOW)


def test_wait_begins_with_the_last_try_however_many_there_were() -> None:
    wrong(40)
    wrong(1, at=NOW + 600)

    assert throttle.remaining(ACCOUNT, "sally", NOW + 900) == 600


def test_right_password_forgets_the_tries_of_the_account_only() -> None:
    wrong(6)
    throttle.succeeded(account="Sally")

    assert throttle.counted(ACCOUNT, "sally") == (0, 0.0)
    assert throttle.counted(ADDRESS, "203.0.113.7") == (6, NOW)
