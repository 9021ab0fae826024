from django.utils.translation import gettext as _

from cooperation.core.feeds import Entry
from cooperation.core.languages import Wording, reading_language, wording
from cooperation.core.wording_of_dates import phrase, upper_first
from cooperation.library.feeds import KindFeed

from .models import Agreement, Partnership


class AgreementFeed(KindFeed):
    model = Agreement
    page = "agreements:list"
    dated = "signed_on"

    def name(self, asked):
        return _("Agreements")

    def prepared(self, records):
        return records.prefetch_related("milestones", "followers", "themes")

    def entry(self, record, day):
        """Its state on the day, and why."""
        state = record.state_on(day)
        summary = f"{upper_first(str(state.label))}. {state.reason}"
        themes = tuple(theme for theme in record.themes.all() if theme.is_public)
        return Entry(record, wording(record, "title"), Wording(summary, reading_language()), themes)


class PartnershipFeed(KindFeed):
    model = Partnership
    page = "agreements:partnership-list"
    dated = "since"

    def name(self, asked):
        return _("Partnerships")

    def prepared(self, records):
        return records.for_cards()

    def entry(self, record, day):
        told = [record.get_kind_display(), phrase(record.since, "since") if record.since else ""]
        summary = upper_first(" · ".join(str(each) for each in told if each))
        return Entry(record, Wording(str(record), reading_language()), Wording(summary, reading_language()))
