"""Template tags that show the sources of facts, and where reports differ."""

from django import template
from django.utils.html import format_html_join

from cooperation.core.date_formatting import format_partial_date
from cooperation.core.localized_text import localized
from cooperation.news.comparison import group_by_value
from cooperation.news.facts import FACTS, NUMBER
from cooperation.news.qualifiers import qualify_claim

register = template.Library()


@register.inclusion_tag("components/markers.html")
def markers(evidence, fact, value=""):
    """The numbers of the sources that state a fact, with this value where one is given; words if there is none."""
    numbers = evidence.find_source_numbers(fact, value)
    return {"numbers": numbers, "says_none": not numbers and not evidence.has_answer(fact, value)}


@register.inclusion_tag("components/markers.html")
def markers_of(evidence, *facts):
    """The numbers of the sources that state one of several facts; words if there is none."""
    numbers = evidence.get_numbers(evidence.get_claims(*facts))
    return {"numbers": numbers, "says_none": not numbers}


@register.filter
def states(evidence, fact):
    """Whether any source states a fact."""
    return bool(evidence.get_claims(fact))


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
def reported_dates(evidence, fact):
    """[(date in words, numbers of the sources)] that reports give, for a fact that the record leaves open."""
    return [
        (qualify_claim(group[0], format_partial_date(group[0].value)), evidence.get_numbers(group))
        for group in group_by_value(evidence.get_claims(fact))
    ]


@register.simple_tag
def reported_numbers(evidence):
    """[(label, value in words, numbers of the sources, as of)] of the figures that reports give, each value once."""
    figures = [claim for claim in evidence.claims if is_figure(evidence.kind, claim)]
    return [
        (
            FACTS[evidence.kind][name].label,
            qualify_claim(group[0], group[0].value),
            evidence.get_numbers(group),
            group[0].as_of,
        )
        for name in dict.fromkeys(claim.fact for claim in figures)
        for group in group_by_value([claim for claim in figures if claim.fact == name])
    ]


def is_figure(kind, claim):
    fact = FACTS[kind][claim.fact]
    return fact.value_type == NUMBER and not fact.question
