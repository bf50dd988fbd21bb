"""A form's mistakes are values, not exceptions."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mistake:
    """The field (``applicant.full_name``) and one Vietnamese sentence about it."""

    field: str
    message: str
