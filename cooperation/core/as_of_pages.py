"""A page about another day: what it leads to is about that day too, until the reader goes back to today."""

import re
from functools import wraps

from cooperation.kinds import AS_OF_SECTIONS

from .as_of import as_of_context
from .dates import DATE_PARAMETER, requested_date
from .languages import LANGUAGE_CODES

PATH = rf'/(?:{"|".join(LANGUAGE_CODES)})/(?:(?:{"|".join(AS_OF_SECTIONS)})[./][^"?#]*)?|(?=\?)'
LINK = re.compile(rf'(?<!data-today )href="(?P<path>{PATH})(?P<query>\?[^"#]*)?(?P<place>#[^"]*)?"')


def as_of_view(view):
    """A view that honours `?on=2025-06-30`: records are read as they were, and links keep to the day."""

    @wraps(view)
    def dated(request, *args, **kwargs):
        day = requested_date(request)
        if day is None:
            return view(request, *args, **kwargs)
        with as_of_context(day):
            response = view(request, *args, **kwargs)
            if hasattr(response, "render"):
                response.render()
        return preserve_as_of_links(response, day)

    return dated


def preserve_as_of_links(response, day):
    if response.headers.get("Content-Type", "").startswith("text/html"):
        response.content = LINK.sub(lambda link: add_as_of_param(link, day), response.content.decode())
    return response


def add_as_of_param(link, day):
    path, query, place = (link[name] or "" for name in ("path", "query", "place"))
    asked = query.removeprefix("?").split("&amp;") if query.removeprefix("?") else []
    if not any(each.startswith(f"{DATE_PARAMETER}=") for each in asked):
        asked.append(f"{DATE_PARAMETER}={day.isoformat()}")
    return f'href="{path}?{"&amp;".join(asked)}{place}"'
