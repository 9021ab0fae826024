"""Agreements as cards in lists: drawn once for a day and a language, while the content stays the same."""

from django.db.models import prefetch_related_objects
from django.template.loader import render_to_string
from django.utils.translation import get_language

from cooperation.core.remembering import Shelf

PARTS = ["signatures__locality", "milestones", "followers"]
DRAWN = Shelf(most=3000)


def place(agreement, day):
    return get_language(), agreement.pk, day


def fetch_for_cards(agreements, day):
    """What the cards of these agreements need, for those that are not drawn yet."""
    drawn = DRAWN.here()
    prefetch_related_objects([each for each in agreements if place(each, day) not in drawn], *PARTS)


def card(agreement, lineage, day, evidence):
    drawn, key = DRAWN.here(), place(agreement, day)
    if key not in drawn:
        shown = {
            "agreement": agreement,
            "parties": agreement.parties(lineage, day),
            "state": agreement.state_on(day),
            "evidence": evidence,
        }
        drawn[key] = render_to_string("components/agreement_card.html", shown)
    return drawn[key]
