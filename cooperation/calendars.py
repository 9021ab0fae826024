"""The calendar of the register in the reader's language: conferences, and the days on which terms end."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cooperation.agreements.calendars import build_end_events
from cooperation.agreements.models import Agreement
from cooperation.core.calendars import render_calendar
from cooperation.core.site_name import SITE_NAME
from events.calendars import build_conference_events
from events.models import Conference


@require_safe
def calendar(request):
    events = [*build_conference_events(Conference.objects.public()), *build_end_events(Agreement.objects.public())]
    title = str(SITE_NAME)
    description = _("Conferences and agreement end dates")
    return HttpResponse(
        render_calendar(request, title, description, events), content_type="text/calendar; charset=utf-8"
    )
