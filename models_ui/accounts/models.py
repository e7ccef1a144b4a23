"""How are people, their roles and teams stored?"""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.core.validators import RegexValidator
from django.db import models


class Role(models.TextChoices):
    """What a person may do. Nobody is above the roles: there is no superuser."""

    DATA_SCIENTIST = "data-scientist", "Data scientist"
    APPROVER = "approver", "Approver"
    ADMIN = "admin", "Admin"
    AUDITOR = "auditor", "Auditor"


class Team(models.Model):
    """People who see each other's requests."""

    slug = models.SlugField(max_length=50, unique=True)
    name = models.CharField(max_length=100)

    def __str__(self) -> str:
        return self.name


class User(AbstractBaseUser):
    """A person. People are deactivated, never deleted: what they decided stays theirs."""

    username = models.CharField(
        max_length=150,
        unique=True,
        validators=[RegexValidator(r"\A[a-z0-9][a-z0-9._@-]*\Z", "Use small letters, digits and . _ @ - only.")],
    )
    name = models.CharField(max_length=150, blank=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()
    teams = models.ManyToManyField(Team, related_name="members", blank=True)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = BaseUserManager["User"]()

    def __str__(self) -> str:
        return self.username

    @cached_property
    def roles(self) -> frozenset[str]:
        """The roles this person holds."""
        return frozenset(self.grants.values_list("role", flat=True))

    @cached_property
    def team_slugs(self) -> frozenset[str]:
        """The slugs of this person's teams."""
        return frozenset(self.teams.values_list("slug", flat=True))

    def has_role(self, role: str) -> bool:
        """Say whether the person is active and holds the role."""
        return self.is_active and role in self.roles


class Grant(models.Model):
    """One role of one person."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="grants")
    role = models.CharField(max_length=20, choices=Role.choices)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "role"], name="grant_once"),
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="grant_known_role"),
        ]

    def __str__(self) -> str:
        return f"{self.user} is {self.role}"
