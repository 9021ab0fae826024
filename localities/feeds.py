from django.utils.translation import gettext as _

from cooperation.core.feeds import Entry
from cooperation.core.languages import Wording, reading_language, wording
from cooperation.core.wording_of_dates import upper_first
from cooperation.library.feeds import KindFeed

from .models import Locality


class LocalityFeed(KindFeed):
    model = Locality
    page = "localities:list"

    def name(self, asked):
        return _("Localities")

    def entry(self, record, day):
        level = upper_first(str(record.level))
        return Entry(record, wording(record, "name"), Wording(f"{level} · {record.country_name}", reading_language()))
