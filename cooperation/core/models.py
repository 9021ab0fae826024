"""The models of this app, for Django; each is defined in the module of the functions that use it."""

from .content_version import ContentVersion
from .search import SearchEntry
from .translating import TextSource, TranslationState
from .unpublishing import Unpublishing

__all__ = ["ContentVersion", "SearchEntry", "TextSource", "TranslationState", "Unpublishing"]
