from django.apps import AppConfig
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _


class LibraryConfig(AppConfig):
    name = "cooperation.library"
    verbose_name = capfirst(_("resources"))
