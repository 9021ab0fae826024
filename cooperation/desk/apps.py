from django.apps import AppConfig
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    name = "cooperation.desk"
    verbose_name = capfirst(_("editing tools"))
