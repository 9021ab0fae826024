from django.apps import AppConfig
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _


class AgreementsConfig(AppConfig):
    name = "cooperation.agreements"
    verbose_name = capfirst(_("agreements"))
