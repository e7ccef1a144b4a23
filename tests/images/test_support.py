"""Is it said of an image that it is out of date?"""

from __future__ import annotations

from datetime import date

import pytest

from models_ui.images.lookup import Wanted, one
from models_ui.images.support import ended

ON = date(2026, 7, 1)


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (Wanted("pytorch", "2.6.0", "gpu"), "AWS has not patched it since 30 June 2026"),
        (Wanted("pytorch", "1.10.2", "gpu"), "AWS has not patched it since 28 October 2024"),
        (Wanted("tensorflow", "2.20.0", "gpu"), ""),
        (Wanted("sklearn", "1.9-0"), ""),
        (Wanted("sklearn", "1.2-1"), ""),
        (Wanted("huggingface", "4.26.0", "gpu", base="pytorch1.13.1"), "Python 3.9 ended in October 2025"),
        (Wanted("djl-deepspeed", "0.27.0"), "LMI has taken its place"),
        (Wanted("mxnet", "1.5.1", "eia", "py3"), "AWS has closed Elastic Inference"),
    ],
)
def test_what_is_out_of_date_is_said(wanted: Wanted, words: str) -> None:
    assert ended(one(wanted), ON) == words


def test_image_is_in_date_on_its_last_day() -> None:
    assert ended(one(Wanted("pytorch", "2.6.0", "gpu")), date(2026, 6, 30)) == ""
