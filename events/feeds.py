from django.utils.text import capfirst

from cooperation.core.date_formatting import format_date_span
from cooperation.core.feeds import FeedEntry
from cooperation.core.languages import current_language
from cooperation.core.localized_text import LocalizedText, localized
from cooperation.library.feeds import KindFeed

from .models import Conference


class ConferenceFeed(KindFeed):
    model = Conference
    date_field = "starts_on"

    def with_entry_relations(self, records):
        return records.with_card_relations().prefetch_related("themes")

    def entry(self, record, day):
        details = [format_date_span(record.starts_on, record.ends_on), record.place_name, record.get_status_display()]
        summary = capfirst(" · ".join(str(detail) for detail in details if detail))
        themes = tuple(theme for theme in record.themes.all() if theme.is_public)
        return FeedEntry(record, localized(record, "title"), LocalizedText(summary, current_language()), themes)
