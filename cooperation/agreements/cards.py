"""Agreements as cards in lists: drawn once for a day and a language, while the content stays the same."""

from django.db.models import prefetch_related_objects
from django.template.loader import render_to_string
from django.utils.translation import get_language

from cooperation.core.version_cache import VersionedCache

PARTS = ["parties__locality", "milestones", "later_agreements"]
DRAWN = VersionedCache(max_size=3000)


def place(agreement, day):
    return get_language(), agreement.pk, day


def fetch_for_cards(agreements, day):
    """What the cards of these agreements need, for those that are not drawn yet."""
    drawn = DRAWN.current()
    prefetch_related_objects([each for each in agreements if place(each, day) not in drawn], *PARTS)


def card(agreement, lineage, day, evidence):
    drawn, key = DRAWN.current(), place(agreement, day)
    if key not in drawn:
        shown = {
            "agreement": agreement,
            "parties": agreement.parties_on(lineage, day),
            "status": agreement.status_on(day),
            "evidence": evidence,
        }
        drawn[key] = render_to_string("components/agreement_card.html", shown)
    return drawn[key]
