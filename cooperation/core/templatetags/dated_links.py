"""Tags for pages that can be read as of a date: links that keep the date, and the notice of it."""

from urllib.parse import urlencode

from django import template
from django.core.exceptions import BadRequest
from django.urls import reverse

from cooperation.core.dates import DATE_PARAMETER, requested_date

register = template.Library()


@register.simple_tag(takes_context=True)
def requested_day(context):
    """The date that the reader asks for; None on pages about today."""
    return get_requested_date(context)


@register.simple_tag(takes_context=True)
def url_of(context, target):
    """The URL of a record's page, or of a path; it keeps the date that the reader asks for."""
    url = target if isinstance(target, str) else target.get_absolute_url()
    return add_date(url, get_requested_date(context))


@register.simple_tag(takes_context=True)
def dated_url(context, route, *args, **query):
    """Like `url`, with `query` as query string; it keeps the date that the reader asks for."""
    url = reverse(route, args=args)
    return add_date(f"{url}?{urlencode(query)}" if query else url, get_requested_date(context))


def add_date(url, day):
    """
    >>> add_date("/en/agreements/?theme=water", "2025-06-30")
    '/en/agreements/?theme=water&on=2025-06-30'
    """
    return f"{url}{'&' if '?' in url else '?'}{DATE_PARAMETER}={day}" if url and day else url


def get_requested_date(context):
    """The date that the reader asks for; None for today, and on the page that refuses a date which is none.

    Components that are rendered without a request have it as `requested_date`.
    """
    request = getattr(context, "request", None)
    try:
        return requested_date(request) if request else context.get("requested_date")
    except BadRequest:
        return None


@register.inclusion_tag("components/requested_date.html", takes_context=True)
def as_of_notice(context):
    """A notice that the page shows the register as of the requested date; empty on pages about today."""
    request = context["request"]
    requested = requested_date(request) if "day" in context else None
    return {
        "requested_date": requested if requested == context.get("day") else None,
        "first_dates": context.get("first_dates"),
        "url": request.path,
    }
