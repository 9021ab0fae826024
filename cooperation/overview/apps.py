from django.apps import AppConfig
from django.core.checks import register
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _


class OverviewConfig(AppConfig):
    name = "cooperation.overview"
    verbose_name = capfirst(_("overview"))

    def ready(self):
        from . import checks  # noqa: PLC0415 -- models can be imported only when all apps are loaded

        register(checks.check_outline)
