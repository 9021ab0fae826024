"""Model fields that several apps use."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from .languages import all_languages


def language_field(label, **options):
    return models.CharField(label, **{"max_length": 2, "choices": settings.LANGUAGES, "blank": True} | options)


def any_language_field(label):
    """The language of something that others wrote: any with a two-letter code (ISO 639-1)."""
    return models.CharField(label, max_length=2, choices=all_languages, blank=True)


MAX_ORDER = 9999


def order_field():
    return models.PositiveSmallIntegerField(_("order"), default=0, validators=[MaxValueValidator(MAX_ORDER)])


def percent_field(label, **options):
    limits = [MinValueValidator(0), MaxValueValidator(100)]
    return models.PositiveSmallIntegerField(label, default=50, validators=limits, **options)


class WebAddressField(models.URLField):
    """A URL that is empty unless it leads to the web: a fixture, which no form checks, could hold `javascript:`.

    `check_records` tells of what is stored and not shown.
    """

    def from_db_value(self, value, expression, connection):
        return value if is_web_url(value) else ""

    def deconstruct(self):
        name, _path, args, options = super().deconstruct()
        return name, "django.db.models.URLField", args, options  # the same column, so no migration


def is_web_url(value):
    return bool(value) and value.lower().startswith(("https://", "http://"))


def url_field(label, **options):
    return WebAddressField(label, max_length=500, blank=True, **options)


class CodePointField(models.CharField):
    """Text compared by code point on PostgreSQL too, independently of the database's collation."""

    def db_parameters(self, connection):
        parameters = super().db_parameters(connection)
        if connection.vendor == "postgresql":
            parameters["collation"] = "C"
        return parameters
