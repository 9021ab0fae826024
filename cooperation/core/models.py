"""Django finds the models of this app here; each is defined beside the functions that use it."""

from .content_version import ContentVersion
from .search import SearchEntry
from .translating import TranslationState

__all__ = ["ContentVersion", "SearchEntry", "TranslationState"]
