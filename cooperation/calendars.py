"""The calendar of the register in the reader's language: conferences, and the days on which terms end."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cooperation.agreements.calendars import ends_of_terms
from cooperation.agreements.models import Agreement
from cooperation.core.calendars import render_calendar
from events.calendars import conferences_held
from events.models import Conference


@require_safe
def calendar(request):
    events = [*conferences_held(Conference.objects.public()), *ends_of_terms(Agreement.objects.public())]
    title = _("Viet Nam–France local cooperation")
    description = _("Conferences and ends of terms")
    return HttpResponse(
        render_calendar(request, title, description, events), content_type="text/calendar; charset=utf-8"
    )
