from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cooperation.core.date_formatting import date_phrase
from cooperation.core.fields import url_field
from cooperation.core.languages import FRENCH, VIETNAMESE
from cooperation.core.partial_dates import PartialDateField, ends_not_before_start, last_day
from cooperation.core.records import RECORD_PERMISSIONS, Record, RecordQuerySet
from cooperation.library.models import Photo

from .choices import AdministrativeLevel, EpciKind
from .countries import FRANCE, VIET_NAM, country_name
from .parts import LocalityCode, LocalityLevel, LocalityName
from .querysets import LocalityQuerySet
from .successions import AgreementSuccession, Succession
from .warnings import find_point_warnings, find_twin_warnings

__all__ = ["AgreementSuccession", "Locality", "LocalityCode", "LocalityLevel", "LocalityName", "Succession"]


class Locality(Record):
    """A legal body: a province, city, région, département or commune. It stays one record while it keeps its name."""

    name = models.CharField(_("name"), max_length=200)
    country = models.CharField(
        _("country"), max_length=2, help_text=_("Two-letter country code (ISO 3166-1), for example VN or FR.")
    )
    administrative_level = models.CharField(
        _("administrative level"),
        max_length=30,
        choices=AdministrativeLevel,
        help_text=_("The current level, or the last one if the locality no longer exists. Add earlier levels below."),
    )
    epci_kind = models.CharField(_("type of EPCI"), max_length=30, choices=EpciKind, blank=True)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name=_("part of"),
        related_name="children",
        null=True,
        blank=True,
    )
    since = PartialDateField(
        _("valid from"),
        help_text=_("The date it was established. Leave blank if it has always existed or the date is not known."),
    )
    until = PartialDateField(
        _("valid until"),
        help_text=_(
            "Its last day. Only enter a date if the locality no longer exists: it is then shown as a former locality."
        ),
    )
    description = models.TextField(pgettext_lazy("of a record", "description"), blank=True)
    website = url_field(_("website"))
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )
    population = models.PositiveIntegerField(_("population"), null=True, blank=True)
    population_year = models.PositiveSmallIntegerField(_("population year"), null=True, blank=True)
    photos = models.ManyToManyField(Photo, verbose_name=_("photos"), related_name="localities", blank=True)

    objects = LocalityQuerySet.as_manager()
    title_field = "name"
    is_called_by_name = True
    search_dependency_paths = ["predecessions__predecessor"]

    class Meta:
        default_permissions = RECORD_PERMISSIONS
        verbose_name = _("locality")
        verbose_name_plural = _("localities")
        ordering = ["key"]
        constraints = [
            ends_not_before_start("since", "until", "locality_ends_after_it_begins"),
            models.CheckConstraint(
                name="locality_population_has_a_year",
                condition=models.Q(population=None) | ~models.Q(population_year=None),
                violation_error_message=_("Enter the year of the population figure."),
            ),
            models.CheckConstraint(
                name="locality_point_has_both_numbers",
                condition=models.Q(latitude=None, longitude=None)
                | models.Q(latitude__isnull=False, longitude__isnull=False),
                violation_error_message=_("Enter both a latitude and a longitude."),
            ),
            models.CheckConstraint(
                name="locality_level_fits_country",
                condition=(models.Q(country=VIET_NAM) & models.Q(administrative_level__startswith="vn_"))
                | (models.Q(country=FRANCE) & models.Q(administrative_level__startswith="fr_"))
                | (
                    ~models.Q(country__in=[VIET_NAM, FRANCE])
                    & models.Q(
                        administrative_level__in=[
                            AdministrativeLevel.STATE_LEVEL,
                            AdministrativeLevel.REGIONAL,
                            AdministrativeLevel.LOCAL,
                        ]
                    )
                ),
                violation_error_message=_("The selected country does not have this administrative level."),
            ),
        ]

    def clean(self):
        if self.epci_kind and self.administrative_level != AdministrativeLevel.FR_EPCI:
            raise ValidationError({"epci_kind": _("Only choose a type of EPCI if the level is EPCI.")})
        if self.pk and self.parent_id == self.pk:
            raise ValidationError({"parent": _("A locality cannot be part of itself.")})

    @property
    def label_in_choosers(self):
        """With its level, and with its end if it has one: two units may have one name."""
        end = date_phrase(self.until, "until") if self.until else ""
        return ", ".join(filter(None, [str(self), str(self.level_label), end]))

    def unpublication_blockers(self):
        """It must not be hidden where a public record would show a party without a name."""
        public = RecordQuerySet.public_condition
        is_needed = public("agreement_parties__agreement__") | public("partnerships__")
        if not Locality.objects.filter(is_needed, pk=self.pk).exists():
            return []
        message = _("“%(record)s” is a party to published agreements or partnerships. Unpublish those first.")
        return [message % {"record": self}]

    def warnings(self):
        return [*find_point_warnings(self), *find_twin_warnings(self)]

    def get_absolute_url(self):
        return reverse("localities:detail", args=[self.key])

    @classmethod
    def prefetch(cls, lookup, cutoff):
        """The localities of a relation as they were on a past date, for `prefetch_related`."""
        return Prefetch(lookup, cls.objects.dated(cutoff)) if cutoff else lookup

    @property
    def original_language(self):
        """The language of its name: that of its country; empty for countries other than these two."""
        return {VIET_NAM: VIETNAMESE, FRANCE: FRENCH}.get(self.country, "")

    @property
    def country_name(self):
        return country_name(self.country)

    @property
    def level(self):
        """Its level on the date for which it was loaded (`dated`), otherwise the present one."""
        return AdministrativeLevel(self.__dict__.get("level_then") or self.administrative_level)

    @property
    def level_label(self):
        """The label of its level, or of its kind if it is an EPCI."""
        return self.get_epci_kind_display() if self.epci_kind else self.level.label

    def level_on(self, day):
        """The level on a date: that of a dated row if one covers the date, otherwise its own."""
        rows = [row for row in self.levels.all() if row.covers(day)]
        return AdministrativeLevel(rows[0].administrative_level if rows else self.administrative_level)

    def has_ended(self, day):
        return bool(self.until) and last_day(self.until) < day

    def first_dates(self):
        return [(_("valid from"), self.since)]

    @classmethod
    def with_search_relations(cls, records):
        return records.prefetch_related("names", "predecessions__predecessor__names")

    def search_names(self):
        return [*super().search_names(), *(name.text for name in self.names.all())]

    def search_texts(self):
        """Includes the names of its predecessors: a search for Yên Bái also finds Lào Cai."""
        predecessors = [row.predecessor for row in self.predecessions.all() if row.predecessor.is_public]
        names = [name for predecessor in predecessors for name in predecessor.search_names()]
        return [*super().search_texts(), *names]
