"""While a page about a day in the past is made, records may say what they were on that day.

Like the active language, the day is known to what is read in between; nobody else sees it. See `localities/as_of.py`.
"""

from contextlib import contextmanager
from contextvars import ContextVar

#: {"day": the day, and whatever a model keeps for it}; None on pages about today.
AS_OF = ContextVar("reading", default=None)


@contextmanager
def as_of_context(day):
    token = AS_OF.set({"day": day} if day else None)
    try:
        yield
    finally:
        AS_OF.reset(token)
