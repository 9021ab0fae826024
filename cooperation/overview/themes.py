"""Everything in the register about a theme: agreements, partnerships, localities, conferences and reports."""

from typing import NamedTuple

from django.db.models import Count, Q

from cooperation.agreements.models import AgreementParty, Partnership
from cooperation.core.records import RecordQuerySet
from cooperation.library.models import Theme
from cooperation.news.evidence import get_evidence_by_key
from cooperation.news.models import Claim, NewsItem
from events.models import Commitment, Conference, Session
from localities.lineage import Lineage
from localities.models import Locality

from .counting import get_counted_agreements
from .figures import build_year_chart

#: Agreements shown as cards; the list of agreements has them all.
MAX_CARDS = 24
AT_CONFERENCES = RecordQuerySet.public_condition("conference__")


class AtConference(NamedTuple):
    conference: object
    sessions: list
    commitments: list


class ThemeSummary(NamedTuple):
    total: int
    agreements: list
    evidence: dict
    lineage: object
    partnerships: list
    localities: list
    conferences: list
    news: list
    by_year: object


def build_theme_summary(theme, as_of):
    cutoff, agreements = as_of.cutoff, get_counted_agreements(as_of).filter(themes=theme)
    cards = list(agreements.with_card_relations(cutoff).newest_first()[:MAX_CARDS])
    total = agreements.count()
    parties = AgreementParty.objects.filter(agreement__in=agreements.values("pk"))
    partnerships = agreements.filter(partnership__isnull=False).values("partnership")
    return ThemeSummary(
        total,
        cards,
        get_evidence_by_key("agreement", [agreement.key for agreement in cards]),
        Lineage(cutoff),
        list(Partnership.objects.public_as_of(cutoff).filter(pk__in=partnerships).with_card_relations(cutoff)),
        list(Locality.objects.public_as_of(cutoff).filter(pk__in=parties.values("locality")).by_name(cutoff)),
        get_conferences(theme, cutoff),
        list(get_reports(theme, agreements, cutoff)),
        build_year_chart(agreements, as_of.day, theme=theme.key),
    )


def get_conferences(theme, cutoff):
    """Public conferences with the theme, or with sessions or commitments on it, newest first."""
    sessions = list(Session.objects.filter(AT_CONFERENCES, theme=theme).order_by("conference", "order"))
    commitments = list(Commitment.objects.filter(AT_CONFERENCES, theme=theme).order_by("conference", "order"))
    conference_ids = {part.conference_id for part in [*sessions, *commitments]}
    conferences = Conference.objects.public_as_of(cutoff).filter(Q(themes=theme) | Q(pk__in=conference_ids))
    return [
        AtConference(
            conference,
            [session for session in sessions if session.conference_id == conference.pk],
            [commitment for commitment in commitments if commitment.conference_id == conference.pk],
        )
        for conference in conferences.distinct().newest_first()
    ]


def get_reports(theme, agreements, cutoff):
    """Public reports with a claim about the theme at a conference, or about one of its agreements."""
    about_conferences = Q(subject_kind="conference", fact__in=["sessions", "commitments"], value=theme.key)
    about_agreements = Q(subject_kind="agreement", subject_key__in=agreements.values("key"))
    claims = Claim.objects.public().filter(about_conferences | about_agreements)
    return NewsItem.objects.public_as_of(cutoff).filter(pk__in=claims.values("news_item")).newest_first()


class Counts(NamedTuple):
    agreements: int
    sessions: int
    commitments: int


def count_by_theme(as_of):
    """{id of a public theme: Counts}."""
    agreements = count_records(
        get_counted_agreements(as_of).filter(RecordQuerySet.public_condition("themes__")), "themes"
    )
    at_conferences = {"conference__in": Conference.objects.public_as_of(as_of.cutoff).values("pk")}
    sessions = count_records(Session.objects.filter(**at_conferences), "theme")
    commitments = count_records(Commitment.objects.filter(**at_conferences), "theme")
    return {
        pk: Counts(agreements.get(pk, 0), sessions.get(pk, 0), commitments.get(pk, 0))
        for pk in Theme.objects.public().values_list("pk", flat=True)
    }


def count_records(records, field):
    """{value of `field`: number of records}."""
    return dict(records.order_by().values_list(field).annotate(Count("pk", distinct=True)))
