"""Child rows of a locality, with their periods: names, codes, administrative levels and successions."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cooperation.core.fields import language_field
from cooperation.core.partial_dates import PartialDateField, ends_not_before_start, first_day, last_day
from cooperation.core.parts import Part

from .choices import AdministrativeLevel, CodeScheme, NameKind, SuccessionKind
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


class PartOfTwo(Part):
    """Abstract base for child rows of two localities. Neither can be deleted while the row leads to the other."""

    owner = "successor"
    natural_lookups = ["predecessor__key", "successor__key"]

    class Meta:
        abstract = True

    @classmethod
    def owners(cls):
        return ["predecessor", "successor"]

    def __str__(self):
        return f"{self.predecessor} → {self.successor}"


class Succession(PartOfTwo):
    """The succession from a locality that ended to another one."""

    predecessor = models.ForeignKey(
        "Locality", models.PROTECT, related_name="successions", verbose_name=_("predecessor")
    )
    successor = models.ForeignKey(
        "Locality",
        models.PROTECT,
        related_name="predecessions",
        verbose_name=_("successor"),
    )
    kind = models.CharField(_("type"), max_length=20, choices=SuccessionKind)
    effective_on = PartialDateField(_("effective date"), blank=False)
    legal_act = models.CharField(_("legal act"), max_length=200, blank=True)

    is_searched = True

    class Meta:
        verbose_name = _("succession")
        verbose_name_plural = _("successions")
        ordering = ["effective_on", "predecessor", "successor"]
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor"], name="unique_succession"),
            models.CheckConstraint(
                name="succession_not_to_itself",
                condition=~Q(predecessor=F("successor")),
                violation_error_message=_("A locality cannot succeed itself."),
            ),
        ]

    @property
    def successor_goes_on(self):
        """Whether the successor already existed and continues: the predecessor has merged into it."""
        return self.kind == SuccessionKind.MERGER and (
            not self.successor.since or first_day(self.successor.since) < first_day(self.effective_on)
        )


class AgreementSuccession(PartOfTwo):
    """Who answers by law for what a locality that ended had signed.

    It is apart from the succession of the units: a city may be divided, and its agreements pass to the province.
    """

    predecessor = models.ForeignKey(
        "Locality", models.PROTECT, related_name="agreement_successions", verbose_name=_("predecessor")
    )
    successor = models.ForeignKey(
        "Locality", models.PROTECT, related_name="agreement_predecessions", verbose_name=_("responsible locality")
    )
    effective_on = PartialDateField(_("effective date"), blank=False)
    legal_act = models.CharField(
        _("legal act and article"),
        max_length=200,
        help_text=_("The provision that says who takes over the agreements, for example Article 3 of a decree."),
    )
    is_confirmed = models.BooleanField(
        _("the provision clearly applies"),
        default=True,
        help_text=_("Clear the tick if a lawyer still has to confirm it: readers then see “to be confirmed”."),
    )
    note = models.CharField(
        _("why it is to be confirmed"), max_length=300, blank=True, help_text=_("One sentence, shown to readers.")
    )

    class Meta:
        verbose_name = _("succession to agreements")
        verbose_name_plural = _("successions to agreements")
        ordering = ["effective_on", "predecessor", "successor"]
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor"], name="unique_agreement_succession"),
            models.CheckConstraint(
                name="agreement_succession_not_to_itself",
                condition=~Q(predecessor=F("successor")),
                violation_error_message=_("A locality cannot succeed itself."),
            ),
        ]
