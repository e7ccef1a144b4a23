"""Who wants to come in?"""

from __future__ import annotations

from typing import Any

from django.contrib.auth.forms import AuthenticationForm

from models_ui.web.forms.base import Problem, dress, problems


class LoginForm(AuthenticationForm):
    """Django's own form, with our words: which of the two was wrong is not told."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="%s", **kwargs)
        wrong = "User name and password do not fit together. Check both and try again."
        self.error_messages = {**self.error_messages, "invalid_login": wrong, "inactive": wrong}
        self.fields["username"].label = "User name"
        self.fields["username"].error_messages["required"] = "Enter your user name"
        self.fields["password"].error_messages["required"] = "Enter your password"
        self.fields["username"].widget.attrs["spellcheck"] = "false"
        dress(self.fields.values())

    @property
    def problems(self) -> list[Problem]:
        """Everything that is wrong, in the order of the fields."""
        return problems(self)
