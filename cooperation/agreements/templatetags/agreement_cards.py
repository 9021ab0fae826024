from django import template

from cooperation.agreements.cards import render_card

register = template.Library()


@register.simple_tag
def agreement_card(agreement, lineage, day, evidence):
    """The card of an agreement in a list: status, parties as signed and now, date of signature, sources."""
    return render_card(agreement, lineage, day, evidence)


@register.inclusion_tag("components/badge.html")
def badge(status):
    """The status of an agreement as a labelled box; show its reason next to it if there is room."""
    return {"status": status}
