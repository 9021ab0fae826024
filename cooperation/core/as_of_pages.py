"""As-of pages: preserve `?on=` in all internal links."""

import re
from functools import wraps

from cooperation.kinds import AS_OF_SECTIONS

from .as_of import as_of_context
from .dates import DATE_PARAMETER, requested_date
from .languages import LANGUAGE_CODES

PATH = rf'/(?:{"|".join(LANGUAGE_CODES)})/(?:(?:{"|".join(AS_OF_SECTIONS)})[./][^"?#]*)?|(?=\?)'
#: A link of the template whose target has an as-of page; `data-today` marks the link back to today.
LINK = re.compile(rf'(?<!data-today )href="(?P<path>{PATH})(?P<query>\?[^"#]*)?(?P<fragment>#[^"]*)?"')


def as_of_view(view):
    """Decorator: with `?on=2025-06-30` a view reads records as of that date, and its links keep the parameter."""

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        day = requested_date(request)
        if day is None:
            return view(request, *args, **kwargs)
        with as_of_context(day):
            response = view(request, *args, **kwargs)
            if hasattr(response, "render"):
                response.render()
        return preserve_as_of_links(response, day)

    return wrapper


def preserve_as_of_links(response, day):
    if response.headers.get("Content-Type", "").startswith("text/html"):
        response.content = LINK.sub(lambda link: add_as_of_param(link, day), response.content.decode())
    return response


def add_as_of_param(link, day):
    """The `href` attribute of a LINK match, with `?on=` added where the link has none."""
    path, query, fragment = (link[name] or "" for name in ("path", "query", "fragment"))
    parameters = query.removeprefix("?").split("&amp;") if query.removeprefix("?") else []
    if not any(parameter.startswith(f"{DATE_PARAMETER}=") for parameter in parameters):
        parameters.append(f"{DATE_PARAMETER}={day.isoformat()}")
    return f'href="{path}?{"&amp;".join(parameters)}{fragment}"'
