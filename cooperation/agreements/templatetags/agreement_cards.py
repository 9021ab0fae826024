from django import template

from cooperation.agreements.cards import card

register = template.Library()


@register.simple_tag
def agreement_card(agreement, lineage, day, evidence):
    """An agreement in a list: its state, its parties as signed and now, when it was signed, who says so."""
    return card(agreement, lineage, day, evidence)


@register.inclusion_tag("components/badge.html")
def badge(status):
    """The state of an agreement as a word in a box; always followed by its reason where there is room."""
    return {"status": status}
