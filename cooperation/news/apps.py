from django.apps import AppConfig
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    name = "cooperation.news"
    verbose_name = capfirst(_("news and evidence"))

    def ready(self):
        from . import facts  # noqa: PLC0415 -- the models of all apps must be loaded before

        facts.load()
