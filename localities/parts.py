"""Child rows of a locality, with their periods: names, codes and administrative levels."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cooperation.core.fields import language_field
from cooperation.core.partial_dates import PartialDateField, ends_not_before_start, first_day, last_day
from cooperation.core.parts import Part

from .choices import AdministrativeLevel, CodeScheme, NameKind
from .codes import normalize_code, validate_code


class ValidityPeriod(Part):
    """Abstract base for child rows with a valid-time interval (inclusive; either end may be open)."""

    since = PartialDateField(_("valid from"))
    until = PartialDateField(_("valid until"))

    owner = "locality"

    class Meta:
        abstract = True

    def covers(self, day):
        return (not self.since or first_day(self.since) <= day) and (not self.until or day <= last_day(self.until))


class LocalityName(ValidityPeriod):
    """A current or former name of the locality, in addition to the one under which it is listed."""

    locality = models.ForeignKey("Locality", models.CASCADE, related_name="names", verbose_name=_("locality"))
    text = models.CharField(_("name"), max_length=200)
    language = language_field(_("language"))
    kind = models.CharField(_("type"), max_length=10, choices=NameKind, default=NameKind.OFFICIAL)

    natural_lookups = ["locality__key", "text", "language", "since"]
    is_searched = True

    class Meta:
        verbose_name = _("name")
        verbose_name_plural = _("names")
        ordering = ["since", "kind", "text"]
        constraints = [
            ends_not_before_start("since", "until", "locality_name_ends_after_it_begins"),
            models.UniqueConstraint(fields=["locality", "text", "language", "since"], name="unique_locality_name"),
        ]

    def __str__(self):
        return self.text

    def is_dated(self):
        return self.kind in (NameKind.OFFICIAL, NameKind.FORMER) and bool(self.since or self.until)


class LocalityCode(ValidityPeriod):
    """An official code. Codes are reused: a code identifies one locality only together with a date."""

    locality = models.ForeignKey("Locality", models.CASCADE, related_name="codes", verbose_name=_("locality"))
    scheme = models.CharField(_("scheme"), max_length=20, choices=CodeScheme)
    value = models.CharField(_("code"), max_length=20)

    natural_lookups = ["locality__key", "scheme", "value", "since"]

    class Meta:
        verbose_name = _("official code")
        verbose_name_plural = _("official codes")
        ordering = ["scheme", "since"]
        constraints = [
            ends_not_before_start("since", "until", "locality_code_ends_after_it_begins"),
            models.UniqueConstraint(fields=["locality", "scheme", "value", "since"], name="unique_locality_code"),
            models.UniqueConstraint(
                fields=["scheme", "value"],
                condition=Q(until=""),
                name="unique_current_code",
                violation_error_message=_(
                    "Another current locality has this code. Enter an end date for its code first."
                ),
            ),
        ]

    def __str__(self):
        return self.value

    def clean(self):
        self.value = normalize_code(self.value)
        if self.scheme and self.value:
            try:
                validate_code(self.scheme, self.value)
            except ValidationError as error:
                raise ValidationError({"value": error}) from error


class LocalityLevel(ValidityPeriod):
    """A level that the locality had for a period, for a change of level without a succession."""

    locality = models.ForeignKey("Locality", models.CASCADE, related_name="levels", verbose_name=_("locality"))
    administrative_level = models.CharField(_("administrative level"), max_length=30, choices=AdministrativeLevel)
    legal_act = models.CharField(_("legal act"), max_length=200, blank=True)

    natural_lookups = ["locality__key", "administrative_level", "since"]

    class Meta:
        verbose_name = _("administrative level over time")
        verbose_name_plural = _("administrative levels over time")
        ordering = ["since"]
        constraints = [
            ends_not_before_start("since", "until", "locality_level_ends_after_it_begins"),
            models.UniqueConstraint(
                fields=["locality", "administrative_level", "since"],
                name="unique_locality_level",
            ),
        ]

    def __str__(self):
        return self.get_administrative_level_display()
