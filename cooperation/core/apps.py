from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "cooperation.core"
    verbose_name = capfirst(_("register"))

    def ready(self):
        from . import changes, uses  # noqa: PLC0415 -- the models must be loaded before signals are connected

        uses.connect_signals()
        changes.connect_signals()
        for name in ["linked_data", "social_cards"]:
            autodiscover_modules(name)
