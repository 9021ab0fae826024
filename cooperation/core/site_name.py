from django.utils.translation import gettext_lazy as _

#: The name of the register for readers: in the head of pages, feeds, calendars, files and citations.
SITE_NAME = _("Viet Nam–France local cooperation")
