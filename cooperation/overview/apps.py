from django.apps import AppConfig
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _


class OverviewConfig(AppConfig):
    name = "cooperation.overview"
    verbose_name = capfirst(_("overview"))
