"""What many pages share while the content stays the same, remembered in the worker until the content version changes.

It is known only while a public page is made (`core/keeping.py` says of which version, and on which day). Everywhere
else, and for pages about another day, nothing is remembered and everything is asked anew.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps

from django.utils.translation import get_language

from .as_of import READING

#: (content version, today) of the page that is being made; None elsewhere.
CONTENT = ContextVar("content", default=None)


@contextmanager
def remembering(content):
    token = CONTENT.set(content)
    try:
        yield
    finally:
        CONTENT.reset(token)


class Shelf:
    """A dictionary of one content version; where nothing may be remembered, a new one each time."""

    def __init__(self, most=1000):
        self.most, self.content, self.held = most, None, {}

    def here(self):
        content = CONTENT.get()
        return {} if content is None or READING.get() is not None else self.of(content)

    def of(self, content):
        if content != self.content or len(self.held) > self.most:
            self.content, self.held = content, {}
        return self.held


def remembered(function):
    """`function`, asked once for the same arguments and language. What it returns is shared: nobody may change it."""
    shelf = Shelf()

    @wraps(function)
    def asked(*args):
        held, key = shelf.here(), (get_language(), *args)
        if key not in held:
            held[key] = function(*args)
        return held[key]

    return asked
