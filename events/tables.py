from django.utils.translation import gettext_lazy as _

from cooperation.core.tables import ARRAY, INTEGER, Column, Dataset, public_key, public_keys
from cooperation.news.tables import EvidencedTable

from .filters import ConferenceFilter
from .models import Conference


class ConferenceTable(EvidencedTable):
    """Conferences with the agreements signed there, through the reverse relation."""

    model = Conference
    filterset_class = ConferenceFilter
    date_field = "starts_on"
    dataset = Dataset(
        _("Viet Nam–France conferences on decentralised cooperation"),
        _("Each conference with its dates, place, theme, participants and the agreements signed there."),
        [_("conferences")],
    )

    def records(self):
        conferences = super().records().with_card_relations(self.as_of.cutoff).newest_first()
        return conferences.prefetch_related("participants", "themes", "agreements", "hosts", "partners")

    def columns(self):
        return [
            self.field("number", INTEGER),
            *self.common_columns(),
            *self.texts("title", "conference_theme"),
            *self.choice("status"),
            self.field("starts_on"),
            self.field("ends_on"),
            Column("place", self.heading_of("place"), lambda conference: public_key(conference.place)),
            Column("place_name", _("place name"), lambda conference: conference.place_name),
            Column("country", self.heading_of("country"), get_country),
            *self.texts("venue"),
            Column("hosts", self.heading_of("hosts"), lambda conference: public_keys(conference.hosts.all()), ARRAY),
            Column(
                "partners",
                self.heading_of("partners"),
                lambda conference: [organisation.key for organisation in conference.partners.all()],
                ARRAY,
            ),
            Column(
                "participants",
                self.heading_of("participants"),
                lambda conference: public_keys(conference.participants.all()),
                ARRAY,
            ),
            Column(
                "themes",
                self.heading_of("themes"),
                lambda conference: public_keys(conference.themes.all()),
                ARRAY,
            ),
            Column("agreements", _("agreements"), lambda conference: public_keys(conference.agreements.all()), ARRAY),
            *self.evidence_columns(),
        ]


def get_country(conference):
    """The country of its place if that is public, otherwise the conference's own."""
    place = conference.place
    return place.country if place is not None and place.is_public else conference.country
