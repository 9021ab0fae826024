"""Template tags that show the sources of facts, and where reports differ."""

from django import template
from django.utils.html import format_html_join

from cooperation.core.localized_text import localized
from cooperation.news.facts import FACTS, NUMBER

register = template.Library()


@register.inclusion_tag("components/markers.html")
def markers(evidence, fact, value=""):
    """The numbers of the sources that state a fact, with this value where one is given."""
    return {
        "numbers": evidence.find_source_numbers(fact, value),
    }


@register.inclusion_tag("components/differ_mark.html")
def differ_mark(evidence, question):
    """The mark where reports differ on a question, with a link to the dispute."""
    return {"question": question, "differs": question in evidence.get_disputed_questions()}


@register.simple_tag
def passage(claim):
    """The sentence of our account that supports a claim, in the current language if available."""
    text, language = localized(claim, "passage")
    return format_html_join("", '<span lang="{}">{}</span>', [(language, text)] if text else [])


@register.simple_tag
def reported_numbers(evidence):
    """[(label, value, fact, as of)] of the figures that reports give, each value once."""
    return list(
        dict.fromkeys(
            (FACTS[evidence.kind][claim.fact].label, claim.value, claim.fact, claim.as_of)
            for claim in evidence.claims
            if evidence.get_value_type(claim) == NUMBER and not FACTS[evidence.kind][claim.fact].question
        )
    )
