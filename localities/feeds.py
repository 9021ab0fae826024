from django.utils.text import capfirst

from cooperation.core.feeds import FeedEntry
from cooperation.core.languages import current_language
from cooperation.core.localized_text import LocalizedText, localized
from cooperation.library.feeds import KindFeed

from .models import Locality


class LocalityFeed(KindFeed):
    model = Locality

    def entry(self, record, day):
        level = capfirst(str(record.level_label))
        return FeedEntry(
            record, localized(record, "name"), LocalizedText(f"{level} · {record.country_name}", current_language())
        )
