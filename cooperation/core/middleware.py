from django.conf import settings
from django.http import HttpResponseBadRequest, HttpResponsePermanentRedirect
from django.utils.translation import gettext as _

#: Query parameters that had another name once, and values of theirs: bookmarked URLs lead on to the present ones.
RENAMED_PARAMETERS = {"state": "status", "tier": "level", "standing": "existence"}
RENAMED_VALUES = {("standing", "standing"): "current"}


def refuse_control_characters(get_response):
    """Answer 400 to a URL with NUL and the like: PostgreSQL cannot store them, no reader types them."""

    def middleware(request):
        if any(code in request.path_info for code in "\x00\r\n") or "%00" in request.META.get("QUERY_STRING", ""):
            return HttpResponseBadRequest(_("This web address contains characters we cannot process."))
        return get_response(request)

    return middleware


def clean_cookies(get_response):
    """Drop all cookies but at the desk, and there those with control characters and that of the language.

    Public pages depend on no cookie: caches could give one reader's answer to all. PostgreSQL cannot look up a session
    with a NUL. The language stands in the address, or comes from Accept-Language.
    """

    def middleware(request):
        is_desk = "/admin/" in request.path_info
        request.COOKIES = {
            name: value
            for name, value in request.COOKIES.items()
            if is_desk and name != settings.LANGUAGE_COOKIE_NAME and value.isprintable()
        }
        return get_response(request)

    return middleware


def redirect_renamed_parameters(get_response):
    """Redirect public URLs with a former query parameter to the same page under its present name."""

    def middleware(request):
        is_public_page = request.method in ("GET", "HEAD") and "/admin/" not in request.path_info
        if is_public_page and RENAMED_PARAMETERS.keys() & request.GET.keys():
            return HttpResponsePermanentRedirect(f"{request.path}?{renamed_query(request.GET)}")
        return get_response(request)

    return middleware


def renamed_query(query):
    renamed = query.copy()
    for old, new in RENAMED_PARAMETERS.items():
        if old in renamed:
            values = [RENAMED_VALUES.get((old, value), value) for value in renamed.pop(old)]
            renamed.setlistdefault(new, values)
    return renamed.urlencode()
