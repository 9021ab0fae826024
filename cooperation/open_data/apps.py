from django.apps import AppConfig
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _


class OpenDataConfig(AppConfig):
    name = "cooperation.open_data"
    verbose_name = capfirst(_("open data"))
