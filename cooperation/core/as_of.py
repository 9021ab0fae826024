"""Context for as-of pages: within it, records return the values that were valid on the given date.

Like the active language, the date is set for the current context (request) only. See `localities/as_of.py`.
"""

from contextlib import contextmanager
from contextvars import ContextVar

#: {"day": the date, and values that models cache for it}; None on pages about today.
AS_OF = ContextVar("as_of", default=None)


@contextmanager
def as_of_context(day):
    token = AS_OF.set({"day": day} if day else None)
    try:
        yield
    finally:
        AS_OF.reset(token)
