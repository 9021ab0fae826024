"""What the register holds of a theme: its agreements and their parties, what conferences said, and the reports."""

from typing import NamedTuple

from django.db.models import Count, Q

from cooperation.agreements.models import AgreementParty, Partnership
from cooperation.core.records import RecordQuerySet
from cooperation.library.models import Theme
from cooperation.news.evidence import evidence_of
from cooperation.news.models import Claim, NewsItem
from events.models import Commitment, Conference, Session
from localities.lineage import Lineage
from localities.models import Locality

from .counting import counted
from .figures import years_of

#: Agreements shown as cards; the list has them all.
SHOWN = 24
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


def theme_summary(theme, day):
    agreements = counted(day).filter(themes=theme)
    shown = list(agreements.with_card_relations().newest_first()[:SHOWN])
    total = agreements.count()
    signed = AgreementParty.objects.filter(agreement__in=agreements.values("pk"))
    ties = agreements.filter(partnership__isnull=False).values("partnership")
    return ThemeSummary(
        total,
        shown,
        evidence_of("agreement", [each.key for each in shown]),
        Lineage(),
        list(Partnership.objects.public().filter(pk__in=ties).with_card_relations()),
        list(Locality.objects.public().filter(pk__in=signed.values("locality")).by_name()),
        at_conferences(theme),
        list(reports_of(theme, agreements)),
        years_of(agreements, day, theme=theme.key),
    )


def at_conferences(theme):
    """What each public conference said of it, newest first; those that have it as a theme and said nothing more too."""
    sessions = list(Session.objects.filter(AT_CONFERENCES, theme=theme).order_by("conference", "order"))
    commitments = list(Commitment.objects.filter(AT_CONFERENCES, theme=theme).order_by("conference", "order"))
    speaking = {part.conference_id for part in [*sessions, *commitments]}
    conferences = Conference.objects.public().filter(Q(themes=theme) | Q(pk__in=speaking)).distinct().newest_first()
    return [
        AtConference(
            conference,
            [session for session in sessions if session.conference_id == conference.pk],
            [commitment for commitment in commitments if commitment.conference_id == conference.pk],
        )
        for conference in conferences
    ]


def reports_of(theme, agreements):
    """Public reports that state something of it at a conference, or speak of one of its agreements."""
    said = Q(subject_kind="conference", fact__in=["sessions", "commitments"], value=theme.key)
    signed = Q(subject_kind="agreement", subject_key__in=agreements.values("key"))
    claims = Claim.objects.public().filter(said | signed)
    return NewsItem.objects.public().filter(pk__in=claims.values("news_item")).newest_first()


class Counts(NamedTuple):
    agreements: int
    sessions: int
    commitments: int


def counts_by_theme(day):
    """{id of a public theme: Counts}."""
    agreements = counts(counted(day).filter(RecordQuerySet.public_condition("themes__")), "themes")
    sessions = counts(Session.objects.filter(AT_CONFERENCES), "theme")
    commitments = counts(Commitment.objects.filter(AT_CONFERENCES), "theme")
    return {
        pk: Counts(agreements.get(pk, 0), sessions.get(pk, 0), commitments.get(pk, 0))
        for pk in Theme.objects.public().values_list("pk", flat=True)
    }


def counts(rows, field):
    return dict(rows.order_by().values_list(field).annotate(Count("pk", distinct=True)))
