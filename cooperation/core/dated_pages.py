"""A page about another day: what it leads to is about that day too, until the reader goes back to today."""

import re
from functools import wraps

from .as_of import reading_as_of
from .days import ASKED, asked_day
from .languages import CODES

#: The sections whose pages can be read as of a day.
SECTIONS = "agreements|partnerships|localities|conferences|news|themes|map|figures|timeline|completeness"
PATH = rf'/(?:{"|".join(CODES)})/(?:(?:{SECTIONS})[./][^"?#]*)?|(?=\?)'
LINK = re.compile(rf'(?<!data-today )href="(?P<path>{PATH})(?P<query>\?[^"#]*)?(?P<place>#[^"]*)?"')


def about_a_day(view):
    """A view that honours `?on=2025-06-30`: records are read as they were, and links keep to the day."""

    @wraps(view)
    def dated(request, *args, **kwargs):
        day = asked_day(request)
        if day is None:
            return view(request, *args, **kwargs)
        with reading_as_of(day):
            response = view(request, *args, **kwargs)
            if hasattr(response, "render"):
                response.render()
        return keep_day(response, day)

    return dated


def keep_day(response, day):
    if response.headers.get("Content-Type", "").startswith("text/html"):
        response.content = LINK.sub(lambda link: with_day(link, day), response.content.decode())
    return response


def with_day(link, day):
    path, query, place = (link[name] or "" for name in ("path", "query", "place"))
    asked = query.removeprefix("?").split("&amp;") if query.removeprefix("?") else []
    if not any(each.startswith(f"{ASKED}=") for each in asked):
        asked.append(f"{ASKED}={day.isoformat()}")
    return f'href="{path}?{"&amp;".join(asked)}{place}"'
