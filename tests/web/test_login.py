"""Does the door let in the right people, and say no in one voice to the others?"""

from __future__ import annotations

import time
from typing import Any

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from models_ui.accounts.models import User
from models_ui.audit.models import Event
from models_ui.audit.vocabulary import Name
from models_ui.web import throttle
from tests.factories import PASSWORD
from tests.web.conftest import Visit

LOGIN = "/accounts/login/"
WRONG = "User name and password do not fit together"


def try_to_sign_in(client: Client, username: str = "sally", password: str = PASSWORD, **fields: str) -> Any:
    """Post the form."""
    return client.post(LOGIN, {"username": username, "password": password, **fields})


@pytest.mark.django_db
def test_form_is_shown_to_strangers(client: Client) -> None:
    page = client.get(LOGIN)

    assert page.status_code == 200
    assert b'autocomplete="current-password"' in page.content


def test_right_password_leads_home_and_is_recorded(client: Client, sally: User) -> None:
    answer = try_to_sign_in(client)

    assert answer["Location"] == reverse("home")
    assert Event.objects.get(name=Name.SIGNED_IN).actor_label == "sally"


def test_person_is_led_on_to_where_they_wanted(client: Client, sally: User) -> None:
    assert client.get("/audit/")["Location"] == f"{LOGIN}?next=/audit/"
    assert try_to_sign_in(client, next="/audit/")["Location"] == "/audit/"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example",
        "javascript:alert(1)",
        "\\\\evil",
        "submission",
        "abc",
        "models_ui.urls",
    ],
)
def test_nobody_is_led_elsewhere(client: Client, sally: User, elsewhere: str) -> None:
    assert try_to_sign_in(client, next=elsewhere)["Location"] == reverse("home")


@pytest.mark.parametrize("word", ["submission", "abc"])
def test_word_that_is_no_address_leads_home(sally: User, visit: Visit, word: str) -> None:
    browser = visit(sally)
    answers = [browser.get(LOGIN, {"next": word}), browser.post("/accounts/theme/", {"next": word, "theme": "dark"})]

    assert [answer["Location"] for answer in answers] == [reverse("home")] * 2


@pytest.mark.parametrize("username", ["sally", "nobody", "sally\x00"])
def test_wrong_password_and_unknown_name_get_the_same_answer(client: Client, sally: User, username: str) -> None:
    page = try_to_sign_in(client, username, "not the pass phrase")

    assert page.status_code == 422
    assert WRONG in page.content.decode() or "Null" in page.content.decode()
    assert "not the pass phrase" not in page.content.decode()


def test_deactivated_person_gets_the_same_answer(client: Client, sally: User) -> None:
    User.objects.update(is_active=False)

    assert WRONG in try_to_sign_in(client).content.decode()


def test_empty_form_says_what_to_enter(client: Client, sally: User) -> None:
    page = try_to_sign_in(client, "", "").content.decode()

    assert page.count("Enter your user name") == 2
    assert page.count("Enter your password") == 2
    assert "<title>Error: Sign in" in page


@pytest.mark.parametrize(("username", "told"), [("sally", "sally"), ("my secret pass phrase", "")])
def test_failed_sign_in_records_no_name_that_may_be_a_password(
    client: Client, sally: User, username: str, told: str
) -> None:
    try_to_sign_in(client, username, "wrong")

    event = Event.objects.get(name=Name.SIGN_IN_FAILED)
    assert event.subject_label == told
    assert "secret" not in event.canonical


def test_many_wrong_passwords_make_the_next_try_wait(client: Client, sally: User) -> None:
    for _ in range(5):
        try_to_sign_in(client, password="wrong")
    page = try_to_sign_in(client)

    assert page.status_code == 429
    assert int(page["Retry-After"]) > 0
    assert "Too many tries" in page.content.decode()


def wrong_passwords_from(address: str) -> None:
    """Count as many wrong passwords as make an address wait, each for another account."""
    for number in range(throttle.ADDRESS.free):
        throttle.failed(account=f"nobody-{number}", address=address, now=time.time())


@override_settings(BEHIND_PROXY=True)
@pytest.mark.parametrize(("noted", "status"), [("203.0.113.7", 429), ("203.0.113.7, 203.0.113.8", 302), ("", 302)])
def test_wrong_passwords_count_by_the_address_that_the_proxy_saw(
    client: Client, sally: User, noted: str, status: int
) -> None:
    wrong_passwords_from("203.0.113.7")
    answer = client.post(LOGIN, {"username": "sally", "password": PASSWORD}, headers={"X-Forwarded-For": noted})

    assert answer.status_code == status


def test_nobody_names_their_address_where_there_is_no_proxy(client: Client, sally: User) -> None:
    wrong_passwords_from("127.0.0.1")
    answer = client.post(LOGIN, {"username": "sally", "password": PASSWORD}, headers={"X-Forwarded-For": "203.0.113.8"})

    assert answer.status_code == 429


def test_who_is_signed_in_already_is_led_on(sally: User, visit: Visit) -> None:
    assert visit(sally).get(f"{LOGIN}?next=/help/")["Location"] == "/help/"


def test_sign_out_ends_the_session_and_is_recorded(sally: User, visit: Visit) -> None:
    browser = visit(sally)
    browser.post("/accounts/logout/")

    assert browser.get("/audit/").status_code == 302
    assert Event.objects.get(name=Name.SIGNED_OUT).actor_label == "sally"


@pytest.mark.parametrize("path", ["/accounts/logout/", "/accounts/theme/"])
def test_link_cannot_sign_out_or_change_the_theme(sally: User, visit: Visit, path: str) -> None:
    assert visit(sally).get(path).status_code == 405


@pytest.mark.django_db
@pytest.mark.parametrize(("theme", "kept"), [("dark", "dark"), ("light", "light"), ("", ""), ("<b>", "")])
def test_theme_is_kept_before_anybody_signs_in(client: Client, theme: str, kept: str) -> None:
    client.post("/accounts/theme/", {"theme": theme, "next": LOGIN})
    page = client.get(LOGIN).content.decode()

    assert (f'data-theme="{kept}"' in page) is bool(kept)
