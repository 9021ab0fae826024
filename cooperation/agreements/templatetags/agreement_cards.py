from django import template

register = template.Library()


@register.inclusion_tag("components/agreement_card.html")
def agreement_card(agreement, lineage, day, evidence):
    """An agreement in a list: its state, its parties as signed and now, when it was signed, who says so."""
    return {
        "agreement": agreement,
        "parties": agreement.parties(lineage, day),
        "state": agreement.state_on(day),
        "evidence": evidence,
    }


@register.inclusion_tag("components/badge.html")
def badge(state):
    """The state of an agreement as a word in a box; always followed by its reason where there is room."""
    return {"state": state}
