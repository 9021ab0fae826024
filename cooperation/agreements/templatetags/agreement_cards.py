from django import template

from cooperation.agreements.cards import render_card
from cooperation.core.templatetags.dated_links import get_requested_date

register = template.Library()


@register.simple_tag(takes_context=True)
def agreement_card(context, agreement, lineage, day, evidence):
    """The card of an agreement in a list: status, parties as signed and on the day, date of signature, sources."""
    return render_card(agreement, lineage, day, evidence, get_requested_date(context))


@register.inclusion_tag("components/badge.html")
def badge(status):
    """The status of an agreement as a labelled box; show its reason next to it if there is room."""
    return {"status": status}
