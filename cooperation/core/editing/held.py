"""A form that is shown again with what was typed and is not saved: a check, a refusal, a lost session, a collision."""

from collections.abc import Sequence
from typing import NamedTuple

from django.http import HttpRequest, QueryDict


class Held(NamedTuple):
    """Why a form is not saved, in messages for staff; `is_refusal` if it was to be saved."""

    reasons: Sequence[str]
    is_refusal: bool = False


class SaveRefusedError(Exception):
    """Raised within a save, whose transaction is then undone; the form is shown again with the reasons."""

    def __init__(self, reasons: Sequence[str]):
        super().__init__(*reasons)
        self.reasons = list(reasons)


def hold(request: HttpRequest, reasons: Sequence[str], *, is_refusal: bool = False) -> None:
    """Have the form of this request shown again instead of saved."""
    request.held = Held(list(reasons), is_refusal)


def get_held(request: HttpRequest) -> Held | None:
    return getattr(request, "held", None)


def submit(request: HttpRequest, values: QueryDict) -> None:
    """Treat a request as if its form had been submitted with these values, without files."""
    _ = request.FILES  # read before the method changes: the body of this request is no form
    request.method, request.POST = "POST", values
