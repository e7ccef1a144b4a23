"""How is a connection to an AWS account stored?"""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.core.validators import RegexValidator
from django.db import models

from models_ui.contract.envelopes import Target


class Connection(models.Model):
    """An AWS account, a region and the role to assume there. Account and region never change."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(
        max_length=50,
        unique=True,
        validators=[RegexValidator(r"\A[a-z0-9][a-z0-9-]*\Z", "Use small letters, digits and hyphens.")],
    )
    account = models.CharField(
        max_length=12, validators=[RegexValidator(r"\A[0-9]{12}\Z", "An AWS account has twelve digits.")]
    )
    region = models.CharField(
        max_length=30,
        validators=[RegexValidator(r"\A[a-z]{2}(-[a-z]+)+-[0-9]{1,2}\Z", "Write the region as in us-east-1.")],
    )
    role = models.CharField(
        max_length=2048,
        blank=True,
        validators=[
            RegexValidator(
                r"\Aarn:aws[a-z-]*:iam::[0-9]{12}:role/[a-zA-Z0-9+=,.@_/-]+\Z",
                "Write the role as an ARN, as in arn:aws:iam::123456789012:role/ModelsUI.",
            )
        ],
    )
    created_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def target(self) -> Target:
        """Where requests of this connection go, as the envelope pins it."""
        return Target(account=self.account, region=self.region, role=self.role or None)
