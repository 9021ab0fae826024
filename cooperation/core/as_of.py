"""While a page about a day in the past is made, records may say what they were on that day.

Like the active language, the day is known to what is read in between; nobody else sees it. See `localities/as_of.py`.
"""

from contextlib import contextmanager
from contextvars import ContextVar

#: {"day": the day, and whatever a model keeps for it}; None on pages about today.
READING = ContextVar("reading", default=None)


@contextmanager
def reading_as_of(day):
    token = READING.set({"day": day} if day else None)
    try:
        yield
    finally:
        READING.reset(token)
