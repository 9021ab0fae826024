from django import template

from cooperation.core import citing
from cooperation.core.days import ASKED, asked_day
from cooperation.core.languages import Wording, wording

register = template.Library()
register.filter("day_of", citing.day_of)


@register.inclusion_tag("components/cite.html", takes_context=True)
def citation(context, record, secretariat):
    """A record's citation in words, its permanent address, and the same as files."""
    asked = asked_day(context.request)
    title = wording(record, record.title_name) if hasattr(record, record.title_name) else Wording(str(record), "")
    return {
        "citation": citing.cite(record, secretariat, context.request),
        "title": title,
        "asked": asked,
        "files": [
            (name, f"{record.get_absolute_url()}cite.{form}" + (f"?{ASKED}={asked}" if asked else ""))
            for name, form in [("BibTeX", "bib"), ("RIS", "ris"), ("CSL-JSON", "json")]
        ],
    }
