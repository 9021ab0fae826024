from django.utils.translation import gettext as _

from cooperation.core.feeds import Entry
from cooperation.core.languages import Wording, reading_language, wording
from cooperation.core.wording_of_dates import span_in_words, upper_first
from cooperation.library.feeds import KindFeed

from .models import Conference


class ConferenceFeed(KindFeed):
    model = Conference
    page = "events:list"
    dated = "starts_on"

    def name(self, asked):
        return _("Conferences")

    def prepared(self, records):
        return records.for_cards().prefetch_related("themes")

    def entry(self, record, day):
        told = [span_in_words(record.starts_on, record.ends_on), record.place_name, record.get_state_display()]
        summary = upper_first(" · ".join(str(each) for each in told if each))
        themes = tuple(theme for theme in record.themes.all() if theme.is_public)
        return Entry(record, wording(record, "title"), Wording(summary, reading_language()), themes)
