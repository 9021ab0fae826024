"""In-process cache for values shared by many pages; dropped when the content version changes.

It is active only within a cacheable request (`core/page_cache.py` says for which content version, on which date).
Everywhere else nothing is cached, nor on as-of pages: there are as many of them as there are dates.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps

from django.utils.translation import get_language

#: (content version, today) of the page that is being rendered; None outside a cacheable request.
_current_version = ContextVar("current_version", default=None)


@contextmanager
def caching_for_version(version):
    token = _current_version.set(version)
    try:
        yield
    finally:
        _current_version.reset(token)


class VersionedCache:
    """Entries valid for one content version; emptied when another is asked for, or beyond `max_size` entries."""

    def __init__(self, max_size=1000):
        self.max_size, self.version, self.entries = max_size, None, {}

    def current(self):
        """A dict valid for the current content version. Outside a cacheable request, a new, empty dict each time."""
        version = _current_version.get()
        return {} if version is None else self.for_version(version)

    def for_version(self, version):
        if version != self.version or len(self.entries) > self.max_size:
            self.version, self.entries = version, {}
        return self.entries


def cached_by_version(function):
    """Memoise by arguments and language for one content version. Treat the returned value as immutable."""
    cache = VersionedCache()

    @wraps(function)
    def cached(*args):
        entries, key = cache.current(), (get_language(), *args)
        if key not in entries:
            entries[key] = function(*args)
        return entries[key]

    return cached
