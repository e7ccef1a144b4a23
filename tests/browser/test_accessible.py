"""Would the check of every page see what keeps somebody out?"""

from __future__ import annotations

import pytest

from tests.browser import accessible, pages
from tests.browser.conftest import Visit

PLANTED = {
    "label": "document.querySelector('label').remove()",
    "color-contrast": "document.querySelector('h1').style.color = 'light-dark(#eee, #222)'",
    "target-size": """() => {
      const tiny = [..."ab"].map((name) => Object.assign(document.createElement("button"), { textContent: name }));
      tiny.forEach((each) => { each.style.cssText = "all: unset; font-size: 6px"; });
      document.querySelector("main").appendChild(document.createElement("div")).append(...tiny);
    }""",
    "region": "document.body.append(Object.assign(document.createElement('p'), { textContent: 'Lost words' }))",
}


@pytest.mark.parametrize("rule", PLANTED)
def test_axe_finds_what_is_planted(visit: Visit, rule: str) -> None:
    page = visit()
    page.goto("/accounts/login/")
    page.evaluate(PLANTED[rule])

    with pytest.raises(AssertionError, match=rule):
        accessible.check(page)


@pytest.mark.parametrize(
    ("act", "told"),
    [
        ("document.querySelector('h1').after(document.createElement('h1'))", "h1"),
        ("document.title = 'Something else'", "title"),
        ("document.querySelector('h1').style.width = '400px'", "sideways"),
    ],
    ids=["two headings", "another title", "too wide"],
)
def test_check_of_a_page_finds_what_is_planted(visit: Visit, act: str, told: str) -> None:
    page = visit()
    page.goto("/accounts/login/")
    page.evaluate(act)

    with pytest.raises(AssertionError, match=told):
        pages.check(page, "Sign in", patience=100)
