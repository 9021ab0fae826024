from django.http import HttpResponseBadRequest
from django.utils.translation import gettext as _


def refuse_control_characters(get_response):
    """Answer 400 to an address that holds NUL and the like: PostgreSQL cannot store them, no reader types them."""

    def middleware(request):
        if any(code in request.path_info for code in "\x00\r\n") or "%00" in request.META.get("QUERY_STRING", ""):
            return HttpResponseBadRequest(_("This address holds characters that cannot be read."))
        return get_response(request)

    return middleware
