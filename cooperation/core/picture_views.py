from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from .changes import records
from .days import today
from .old_keys import led_on
from .social_pictures import Face, draw, face, has_picture


@require_safe
def of_record(request, kind, key):
    found = [model for model in records() if model.record_kind() == kind and has_picture(model)]
    if not found:
        raise Http404
    led = led_on(request, found[0], key)
    return led or picture(face(get_object_or_404(found[0].objects.public(), key=key), today()))


@require_safe
def of_register(request):
    """For every page that is about no single record."""
    return picture(
        Face(_("Register of the secretariat"), [("", _("Who works with whom, since when, and how we know."))])
    )


def picture(told):
    return HttpResponse(draw(told, _("Viet Nam–France local cooperation")), content_type="image/png")
