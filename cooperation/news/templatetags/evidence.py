"""Tags for pages that show who says what."""

from django import template
from django.utils.html import format_html_join

from cooperation.core.localized_text import localized
from cooperation.news.facts import FACTS, NUMBER

register = template.Library()


@register.inclusion_tag("components/markers.html")
def markers(evidence, fact, value=""):
    """The numbers of the sources of a fact, and the mark where reports differ on it."""
    return {
        "numbers": evidence.supporting(fact, value),
        "stated": bool(evidence.stating(fact)),
    }


@register.inclusion_tag("components/differ_mark.html")
def differ_mark(evidence, question):
    """The mark where reports differ on a fact, leading to who says what."""
    return {"question": question, "differs": question in evidence.disputed()}


@register.simple_tag
def passage(claim):
    """The sentence of our account that a claim rests on, in the reader's language where there is one."""
    words, language = localized(claim, "passage")
    return format_html_join("", '<span lang="{}">{}</span>', [(language, words)] if words else [])


@register.simple_tag
def reported_numbers(evidence):
    """[(label, value, fact, as of)] of the counts that reports give, each value once."""
    return list(
        dict.fromkeys(
            (FACTS[evidence.kind][claim.fact].label, claim.value, claim.fact, claim.as_of)
            for claim in evidence.claims
            if evidence.value_type_of(claim) == NUMBER and not FACTS[evidence.kind][claim.fact].question
        )
    )
