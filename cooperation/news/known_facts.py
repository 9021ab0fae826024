"""What counts as known of a report."""

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cooperation.core.known_facts import KnownFact, is_filled


def news_facts():
    return [
        KnownFact(_("exact date of publication"), Q(appeared_on__length=10), ("appeared_on",)),
        KnownFact(_("publisher"), ~Q(publisher=None), ("publisher",)),
        KnownFact(pgettext("a report", "link to the original"), is_filled("original_url"), ("original_url",)),
        KnownFact(pgettext("a report", "author"), is_filled("author"), ("author",)),
    ]


KNOWN_FACTS = {"newsitem": news_facts}
