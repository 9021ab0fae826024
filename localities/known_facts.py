"""What counts as known of a locality, counted by country: a code that only France has is no gap of Viet Nam's."""

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cooperation.core.known_facts import KnownFact, has_translation, is_filled
from cooperation.news.models import Claim

from .models import Locality, LocalityCode


def locality_facts():
    codes = LocalityCode.objects.filter(locality=OuterRef("pk"))
    claims = Claim.objects.public().filter(subject_kind=Locality.record_kind(), subject_key=OuterRef("key"))
    facts = [
        KnownFact(_("coordinates"), Q(latitude__isnull=False), ("latitude", "longitude")),
        KnownFact(_("official code"), Q(Exists(codes))),
        KnownFact(_("population"), Q(population__isnull=False), ("population", "population_year")),
        KnownFact(_("website"), is_filled("website"), ("website",)),
        KnownFact(pgettext("of a record", "description"), has_translation("description"), ("description",)),
        KnownFact(_("mentioned in at least one report"), Q(Exists(claims))),
    ]
    return [fact._replace(country="country") for fact in facts]


KNOWN_FACTS = {"locality": locality_facts}
