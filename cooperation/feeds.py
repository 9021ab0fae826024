"""All feeds in one list, and those that gather from every kind of record: a theme's and a locality's."""

from django.db.models import Q
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_safe

from cooperation.agreements.feeds import AgreementFeed, PartnershipFeed
from cooperation.agreements.models import Agreement, Partnership
from cooperation.kinds import FEED, kinds_with
from cooperation.library.feeds import FeedOfOne, KindFeed
from cooperation.library.models import Theme
from cooperation.news.feeds import NewsFeed
from cooperation.news.models import NewsItem
from events.feeds import ConferenceFeed
from events.models import Conference
from localities.countries import FRANCE, VIET_NAM, country_name
from localities.feeds import LocalityFeed
from localities.lineage import Lineage
from localities.models import Locality

from .calendars import calendar


class FeedOfLocality(FeedOfOne):
    """Its own and inherited agreements and partnerships, the conferences it held or attended, and the news about it."""

    model = Locality

    def get_entries(self, requested):
        locality, day = requested.record, requested.day
        family = Lineage().parties_of(locality.pk, day)
        partnerships = Partnership.parties.through.objects.filter(locality__in=family)
        attended = Conference.participants.through.objects.filter(locality=locality)
        conferences = Conference.objects.public().filter(Q(place=locality) | Q(pk__in=attended.values("conference")))
        return [
            LocalityFeed().entry(locality, day),
            *AgreementFeed().entries(Agreement.objects.public().of(family), day),
            *PartnershipFeed().entries(
                Partnership.objects.public().filter(pk__in=partnerships.values("partnership")), day
            ),
            *ConferenceFeed().entries(conferences, day),
            *NewsFeed().entries(NewsItem.objects.public().about("locality", locality.key), day),
        ]


class FeedOfTheme(FeedOfOne):
    """The agreements and conferences of a theme."""

    model = Theme

    def get_entries(self, requested):
        return [
            *AgreementFeed().entries(requested.record.agreements.public(), requested.day),
            *ConferenceFeed().entries(requested.record.conferences.public(), requested.day),
        ]


FEEDS = {kind.section: kind.find_class(FEED, KindFeed) for kind in kinds_with(FEED)}


@require_safe
def feeds(request):
    """The list of all feeds, and the calendar."""
    context = {
        "kinds": [(feed().name(None), reverse(f"feed-{name}")) for name, feed in FEEDS.items()],
        "themes": Theme.objects.public().by_name(),
        "countries": [
            (country_name(code), Locality.objects.public().in_country(code).by_name()) for code in [VIET_NAM, FRANCE]
        ],
    }
    return render(request, "pages/feeds.html", context)


urlpatterns = [
    path("feeds/", feeds, name="feeds"),
    *(path(f"{name}.atom", require_safe(feed()), name=f"feed-{name}") for name, feed in FEEDS.items()),
    path("themes/<slug:key>.atom", require_safe(FeedOfTheme()), name="feed-theme"),
    path("localities/<slug:key>.atom", require_safe(FeedOfLocality()), name="feed-locality"),
    path("calendar.ics", calendar, name="calendar"),
]
