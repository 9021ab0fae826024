from django.utils.translation import gettext_lazy as _

from cooperation.core.tables import MANY, WHOLE, Column, public_key, public_keys
from cooperation.news.tables import EvidencedTable

from .filters import ConferenceFilter
from .models import Conference


class ConferenceTable(EvidencedTable):
    """Conferences with the agreements signed there, which are followed by their reverse name."""

    name = "conferences"
    list_route = "events:list"
    model = Conference
    filterset_class = ConferenceFilter
    dated = "starts_on"

    def records(self):
        found = super().records().for_cards().newest_first()
        return found.prefetch_related("participants", "themes", "agreements")

    def columns(self):
        return [
            self.field("number", WHOLE),
            *self.basics(),
            *self.texts("title", "motto"),
            *self.choice("state"),
            self.field("starts_on"),
            self.field("ends_on"),
            Column("place", self.heading_of("place"), lambda conference: public_key(conference.place)),
            Column("place_name", _("name of the place"), lambda conference: conference.place_name),
            Column("country", self.heading_of("country"), country),
            *self.texts("venue", "hosts"),
            Column(
                "participants", self.heading_of("participants"), lambda each: public_keys(each.participants.all()), MANY
            ),
            Column("themes", self.heading_of("themes"), lambda each: public_keys(each.themes.all()), MANY),
            Column("agreements", _("agreements"), lambda each: public_keys(each.agreements.all()), MANY),
            *self.evidence_columns(),
        ]


def country(conference):
    """That of its place, where the public may read of it; else what the conference itself says."""
    place = conference.place
    return place.country if place is not None and place.is_public else conference.country
