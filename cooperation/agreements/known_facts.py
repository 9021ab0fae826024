"""What counts as known of an agreement and of a partnership, in the order in which their pages show it."""

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cooperation.core.known_facts import SOURCES, KnownFact, has_translation, is_filled
from cooperation.core.records import RecordQuerySet
from cooperation.library.models import Theme

from .choices import MilestoneKind, TermRule
from .models import AgreementParty, AgreementText, Milestone


def agreement_facts():
    of_agreement = {"agreement": OuterRef("pk")}
    texts = AgreementText.objects.filter(RecordQuerySet.public_condition("document__"), **of_agreement)
    themes = Theme.objects.public().filter(agreements=OuterRef("pk"))
    entries_into_force = Milestone.objects.filter(kind=MilestoneKind.ENTERED_INTO_FORCE, **of_agreement)
    place_or_conference = Q(conference__isnull=False) | has_translation("signature_place")
    return [
        KnownFact(_("year of signature"), Q(signed_on__length__gte=4), ("signed_on", "is_signed_undated")),
        KnownFact(_("month of signature"), Q(signed_on__length__gte=7), ("signed_on",)),
        KnownFact(_("date of signature"), Q(signed_on__length=10), ("signed_on",)),
        KnownFact(_("place or event of signature"), place_or_conference, ("conference", "signature_place")),
        KnownFact(
            _("duration"), ~Q(term_rule=TermRule.UNKNOWN), ("term_rule", "term_years", "ends_on", "notice_months")
        ),
        KnownFact(_("entry into force confirmed"), Q(Exists(entries_into_force))),
        KnownFact(_("topic"), Q(Exists(themes)), ("themes",)),
        KnownFact(_("what it covers"), has_translation("summary"), ("summary",)),
        KnownFact(_("text available"), Q(Exists(texts))),
        SOURCES,
        KnownFact(
            _("who signed for each party"), Q(signed_by__gt=""), country="locality__country", rows=public_parties()
        ),
    ]


def public_parties():
    return AgreementParty.objects.filter(RecordQuerySet.public_condition("agreement__"))


def partnership_facts():
    with_agreements = public_parties().filter(agreement__partnership__isnull=False).values("agreement__partnership")
    return [
        KnownFact(pgettext("a partnership", "start date"), is_filled("since"), ("since",)),
        KnownFact(_("linked to an agreement"), Q(pk__in=with_agreements)),
        KnownFact(pgettext("of a record", "description"), has_translation("description"), ("description",)),
        SOURCES,
    ]


KNOWN_FACTS = {"agreement": agreement_facts, "partnership": partnership_facts}
