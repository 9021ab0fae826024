from django import template

from cooperation.core import citations
from cooperation.core.dates import DATE_PARAMETER, requested_date
from cooperation.core.localized_text import LocalizedText, localized

register = template.Library()
register.filter("local_date", citations.local_date)


@register.inclusion_tag("components/cite.html", takes_context=True)
def citation(context, record, secretariat):
    """A record's citation in words, its permanent URL, and links to the citation files."""
    date = requested_date(context.request)
    has_title = hasattr(record, record.title_field)
    title = localized(record, record.title_field) if has_title else LocalizedText(str(record), "")
    return {
        "citation": citations.build_citation(record, secretariat, context.request),
        "title": title,
        "requested_date": date,
        "files": [
            (name, f"{record.get_absolute_url()}cite.{file_format}" + (f"?{DATE_PARAMETER}={date}" if date else ""))
            for name, file_format in [("BibTeX", "bib"), ("RIS", "ris"), ("CSL-JSON", "json")]
        ],
    }
