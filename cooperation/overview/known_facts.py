"""What counts as known, of each kind of record: [(label, condition)], in the order in which pages show facts."""

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cooperation.agreements.choices import MilestoneKind, TermRule
from cooperation.agreements.models import AgreementParty, AgreementText, Milestone
from cooperation.core.localized_text import columns
from cooperation.core.records import RecordQuerySet
from cooperation.library.models import Theme
from cooperation.news.models import Claim
from events.models import Commitment, Session
from localities.models import Locality, LocalityCode


def told(field):
    """The condition that a translated text stands in any language."""
    found = Q()
    for name in columns(field):
        found |= Q(**{f"{name}__gt": ""})
    return found


def filled(field):
    return ~Q(**{field: ""})


def agreement_facts():
    of_it = {"agreement": OuterRef("pk")}
    held = AgreementText.objects.filter(RecordQuerySet.public_condition("document__"), **of_it)
    themed = Theme.objects.public().filter(agreements=OuterRef("pk"))
    entered = Milestone.objects.filter(kind=MilestoneKind.ENTERED_INTO_FORCE, **of_it)
    return [
        (_("year of signing"), Q(signed_on__length__gte=4)),
        (_("month of signing"), Q(signed_on__length__gte=7)),
        (_("day of signing"), Q(signed_on__length=10)),
        (_("occasion or place of signing"), Q(conference__isnull=False) | told("signature_place")),
        (_("term"), ~Q(term_rule=TermRule.UNKNOWN)),
        (_("entry into force confirmed"), Q(Exists(entered))),
        (_("theme"), Q(Exists(themed))),
        (_("what it covers"), told("summary")),
        (_("text held"), Q(Exists(held))),
    ]


def partnership_facts():
    return [
        (_("beginning"), filled("since")),
        (_("an agreement"), Q(pk__in=with_public_agreements())),
        (_("presentation"), told("description")),
    ]


def with_public_agreements():
    signed = AgreementParty.objects.filter(RecordQuerySet.public_condition("agreement__"))
    return signed.filter(agreement__partnership__isnull=False).values("agreement__partnership")


def locality_facts():
    coded = LocalityCode.objects.filter(locality=OuterRef("pk"))
    named = Claim.objects.public().filter(subject_kind="locality", subject_key=OuterRef("key"))
    return [
        (_("point on the map"), Q(latitude__isnull=False)),
        (_("official code"), Q(Exists(coded))),
        (_("population"), Q(population__isnull=False)),
        (_("website"), filled("website")),
        (_("presentation"), told("description")),
        (_("named in a report"), Q(Exists(named))),
    ]


def conference_facts():
    placed = Locality.objects.public().filter(conferences_held=OuterRef("pk"))
    taking_part = Locality.objects.public().filter(conferences=OuterRef("pk"))
    of_it = {"conference": OuterRef("pk")}
    return [
        (_("year it was held"), filled("starts_on")),
        (_("first and last day"), Q(starts_on__length=10, ends_on__length=10)),
        (_("place"), Q(Exists(placed))),
        (_("motto"), told("conference_theme")),
        (_("hosts and partners"), told("hosts")),
        (_("a locality taking part"), Q(Exists(taking_part))),
        (_("sessions"), Q(Exists(Session.objects.filter(**of_it)))),
        (_("joint statement"), Q(Exists(Commitment.objects.filter(**of_it))) | told("declaration")),
    ]


def news_facts():
    return [
        (_("day of appearance"), Q(appeared_on__length=10)),
        (_("publisher"), filled("publisher")),
        (pgettext("a report", "address of the original"), filled("original_url")),
        (pgettext("a report", "author"), filled("author")),
    ]
