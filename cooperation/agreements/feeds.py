from django.utils.text import capfirst

from cooperation.core.date_formatting import date_phrase
from cooperation.core.feeds import FeedEntry
from cooperation.core.languages import current_language
from cooperation.core.localized_text import LocalizedText, localized
from cooperation.library.feeds import KindFeed

from .models import Agreement, Partnership
from .status import REASON_RELATIONS


class AgreementFeed(KindFeed):
    model = Agreement
    date_field = "signed_on"

    def with_entry_relations(self, records):
        return records.prefetch_related(*REASON_RELATIONS, "themes")

    def entry(self, record, day):
        """The summary is the status on the date, with its reason."""
        status = record.status_on(day)
        summary = f"{capfirst(str(status.label))}. {status.reason}"
        themes = tuple(theme for theme in record.themes.all() if theme.is_public)
        return FeedEntry(record, localized(record, "title"), LocalizedText(summary, current_language()), themes)


class PartnershipFeed(KindFeed):
    model = Partnership
    date_field = "since"

    def with_entry_relations(self, records):
        return records.with_card_relations()

    def entry(self, record, day):
        details = [record.get_kind_display(), date_phrase(record.since, "since") if record.since else ""]
        summary = capfirst(" · ".join(str(detail) for detail in details if detail))
        return FeedEntry(
            record, LocalizedText(str(record), current_language()), LocalizedText(summary, current_language())
        )
