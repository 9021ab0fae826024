from django.db import models
from django.db.models.functions import Cast
from django.db.models.lookups import Exact
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cooperation.core.localized_text import localized
from cooperation.core.partial_dates import PartialDateField, ends_not_before_start
from cooperation.core.records import RECORD_PERMISSIONS, Record, RecordQuerySet
from cooperation.library.models import Document, Organisation, Photo, Theme
from localities.countries import country_name
from localities.models import Locality

from .parts import Commitment, Session, Speaker

__all__ = ["Commitment", "Conference", "Session", "Speaker"]


class ConferenceStatus(models.TextChoices):
    ANNOUNCED = "announced", _("announced")
    CONFIRMED = "confirmed", _("confirmed")
    POSTPONED = "postponed", _("postponed")
    CANCELLED = "cancelled", _("cancelled")
    HELD = "held", _("held")


class ConferenceQuerySet(RecordQuerySet):
    def newest_first(self):
        return self.order_by("-number")

    def as_of(self, day):
        """Conferences that had begun by a date. Announcements are not dated, so later conferences are left out."""
        return self.filter(starts_on__gt="", starts_on__lte=day.isoformat())

    def with_card_relations(self, cutoff=None):
        return self.prefetch_related(Locality.prefetch("place", cutoff))


class Conference(Record):
    """One of the Viet Nam–France conferences on decentralised cooperation. Its key is its number."""

    number = models.PositiveSmallIntegerField(
        _("number"),
        unique=True,
        help_text=_("For example, 12 for the 12th conference. It is also used in the web address of the page."),
    )
    title = models.CharField(_("title"), max_length=300)
    conference_theme = models.CharField(_("conference theme"), max_length=300, blank=True)
    status = models.CharField(
        pgettext_lazy("a conference", "status"),
        max_length=10,
        choices=ConferenceStatus,
        default=ConferenceStatus.ANNOUNCED,
    )
    starts_on = PartialDateField(_("start date"))
    ends_on = PartialDateField(_("end date"))
    place = models.ForeignKey(
        Locality,
        models.PROTECT,
        verbose_name=_("place"),
        related_name="conferences_held",
        null=True,
        blank=True,
    )
    country = models.CharField(
        _("country"), max_length=2, blank=True, help_text=_("Enter VN or FR if the host locality is not known yet.")
    )
    venue = models.CharField(_("venue"), max_length=200, blank=True)
    hosts = models.ManyToManyField(
        Locality,
        verbose_name=_("hosts"),
        related_name="conferences_hosted",
        blank=True,
        help_text=_("The localities that organise it."),
    )
    partners = models.ManyToManyField(
        Organisation,
        verbose_name=_("partners"),
        related_name="conferences",
        blank=True,
        help_text=_("The ministries, embassies, associations and others that organise or support it with them."),
    )
    description = models.TextField(pgettext_lazy("of a record", "description"), blank=True)
    declaration = models.TextField(_("text of the joint statement"), blank=True)
    participants = models.ManyToManyField(
        Locality, verbose_name=_("localities named as participants"), related_name="conferences", blank=True
    )
    themes = models.ManyToManyField(Theme, verbose_name=_("topics"), related_name="conferences", blank=True)
    photos = models.ManyToManyField(Photo, verbose_name=_("photos"), related_name="conferences", blank=True)
    documents = models.ManyToManyField(Document, verbose_name=_("documents"), related_name="conferences", blank=True)

    objects = ConferenceQuerySet.as_manager()
    search_dependency_paths = ["place", "partners"]

    class Meta:
        default_permissions = RECORD_PERMISSIONS
        verbose_name = _("conference")
        verbose_name_plural = _("conferences")
        ordering = ["-number"]
        constraints = [
            ends_not_before_start("starts_on", "ends_on", "conference_ends_after_it_starts"),
            models.CheckConstraint(
                name="conference_key_is_its_number",
                condition=models.Q(Exact(models.F("key"), Cast("number", models.CharField()))),
                violation_error_message=_("The conference number is used as its identifier."),
            ),
        ]

    def get_absolute_url(self):
        return reverse("events:detail", args=[self.key])

    @property
    def place_name(self):
        """The name of its locality in the reader's language, otherwise of its country; may be empty."""
        if self.place_id and self.place.is_public:
            return localized(self.place, "name").text
        return country_name(self.country) if self.country else ""

    @property
    def country_code(self):
        return self.place.country if self.place_id else self.country

    @classmethod
    def with_search_relations(cls, records):
        return records.select_related("place").prefetch_related("place__names", "partners")

    def search_texts(self):
        place = self.place.search_names() if self.place_id and self.place.is_public else []
        partners = [name for organisation in self.partners.all() for name in organisation.names()]
        return [*super().search_texts(), *place, *partners]

    def first_dates(self):
        return [(_("start date"), self.starts_on)]

    def sort_date(self):
        return self.starts_on
