"""What counts as known of a conference, in the order in which its page shows it."""

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from cooperation.core.known_facts import SOURCES, KnownFact, has_translation, is_filled
from cooperation.library.models import Organisation
from localities.models import Locality

from .models import Commitment, Session


def conference_facts():
    hosts = Locality.objects.public().filter(conferences_held=OuterRef("pk"))
    hosting = Locality.objects.public().filter(conferences_hosted=OuterRef("pk"))
    partners = Organisation.objects.filter(conferences=OuterRef("pk"))
    participants = Locality.objects.public().filter(conferences=OuterRef("pk"))
    of_conference = {"conference": OuterRef("pk")}
    statement = Q(Exists(Commitment.objects.filter(**of_conference))) | has_translation("declaration")
    return [
        KnownFact(_("year it was held"), is_filled("starts_on"), ("starts_on",)),
        KnownFact(
            _("exact start and end dates"), Q(starts_on__length=10, ends_on__length=10), ("starts_on", "ends_on")
        ),
        KnownFact(_("place"), Q(Exists(hosts)), ("place", "country")),
        KnownFact(_("conference theme"), has_translation("conference_theme"), ("conference_theme",)),
        KnownFact(_("hosts and partners"), Q(Exists(hosting)) | Q(Exists(partners)), ("hosts", "partners")),
        KnownFact(_("at least one participating locality"), Q(Exists(participants)), ("participants",)),
        KnownFact(_("sessions"), Q(Exists(Session.objects.filter(**of_conference)))),
        KnownFact(_("joint statement"), statement, ("declaration",)),
        SOURCES,
    ]


KNOWN_FACTS = {"conference": conference_facts}
