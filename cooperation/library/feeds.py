"""Base classes of the Atom feeds: public records, most recently changed first, with the secretariat as author."""

from typing import NamedTuple

from django.contrib.syndication.views import Feed
from django.utils.translation import gettext as _

from cooperation.core.dates import today
from cooperation.core.feeds import AtomFeed
from cooperation.core.site_name import SITE_NAME
from cooperation.core.unpublishing import get_public_or_404
from cooperation.kinds import get_kind

from .models import Secretariat

MAX_ENTRIES = 50


class FeedRequest(NamedTuple):
    """What a feed is built from: its record (None for a feed of all records), the date, and the secretariat."""

    record: object
    day: object
    secretariat: object


class RecordFeed(Feed):
    """Subclasses define `name`, `entries_for` (a list of FeedEntry), and `link` (the page with the same records)."""

    feed_type = AtomFeed

    def __call__(self, request, *args, **kwargs):
        response = super().__call__(request, *args, **kwargs)
        del response.headers["Last-Modified"]  # it would not change when a record is unpublished
        return response

    def get_object(self, request, **kwargs):
        return FeedRequest(None, today(), Secretariat.objects.first())

    def title(self, requested):
        return f"{self.name(requested)} – {SITE_NAME}"

    def subtitle(self, requested):
        return _("Latest changes first.")

    def author_name(self, requested):
        return str(requested.secretariat or _("Public register of agreements and partnerships"))

    def feed_copyright(self, requested):
        return requested.secretariat and requested.secretariat.data_licence

    def items(self, requested):
        entries = sorted(self.get_entries(requested), key=lambda entry: entry.record.key)
        return sorted(entries, key=lambda entry: (entry.updated, entry.record.sort_date()), reverse=True)[:MAX_ENTRIES]

    def item_title(self, entry):
        return entry.title.text

    def item_description(self, entry):
        return entry.summary.text

    def item_link(self, entry):
        return entry.record.get_absolute_url()

    def item_pubdate(self, entry):
        return entry.published

    def item_updateddate(self, entry):
        return entry.updated

    def item_extra_kwargs(self, entry):
        return {"entry": entry}


class KindFeed(RecordFeed):
    """All public records of one kind."""

    model = None
    date_field = ""  # the date field that orders records changed at the same time

    def with_entry_relations(self, records):
        """`records` with the related objects that their entries show, prefetched."""
        return records

    def entries(self, records, day):
        """Entries of the most recently changed of `records`."""
        by_date = [f"-{self.date_field}"] if self.date_field else []
        latest = self.with_entry_relations(records).order_by("-updated_at", *by_date, "key")[:MAX_ENTRIES]
        return [self.entry(record, day) for record in latest]

    def get_entries(self, requested):
        return self.entries(self.model.objects.public(), requested.day)

    @property
    def kind(self):
        return get_kind(self.model.record_kind())

    def name(self, requested):
        return self.kind.heading

    def link(self, requested):
        return self.kind.list_url


class FeedOfOne(RecordFeed):
    """A feed about one record."""

    model = None

    def get_object(self, request, key):
        return super().get_object(request)._replace(record=get_public_or_404(self.model, key))

    def name(self, requested):
        return str(requested.record)

    def link(self, requested):
        return requested.record.get_absolute_url()
