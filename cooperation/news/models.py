from django.db import models
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cooperation.core.date_formatting import format_partial_date
from cooperation.core.fields import any_language_field, url_field
from cooperation.core.languages import language_name
from cooperation.core.partial_dates import PartialDateField
from cooperation.core.records import RECORD_PERMISSIONS, Record, RecordQuerySet
from cooperation.library.models import Organisation, Photo

from .claims import Claim, Decision

__all__ = ["Claim", "Decision", "NewsItem"]


class NewsItemQuerySet(RecordQuerySet):
    def newest_first(self):
        return self.order_by("-appeared_on", "key")

    def as_of(self, day):
        return self.filter(appeared_on__gt="", appeared_on__lte=day.isoformat())

    def about(self, kind, key):
        """News items with a claim on this record."""
        claims = Claim.objects.filter(subject_kind=kind, subject_key=key)
        return self.filter(pk__in=claims.values("news_item"))


class NewsItemManager(models.Manager.from_queryset(NewsItemQuerySet)):
    def get_queryset(self):
        """With the publisher and the agency, which every list, card and citation names."""
        return super().get_queryset().select_related("publisher", "agency")


class NewsItem(Record):
    """A report of the press, or the secretariat's own news. Records cite it; it cites none."""

    title = models.CharField(_("title"), max_length=300)
    summary = models.TextField(_("summary"), blank=True)
    body = models.TextField(
        _("text in our own words"),
        blank=True,
        help_text=_("What the report says, in our own words. Do not copy the publisher’s sentences."),
    )
    appeared_on = PartialDateField(_("date of publication"))
    appeared_at = models.DateTimeField(_("date and time of publication"), null=True, blank=True)
    publisher = models.ForeignKey(
        Organisation,
        models.PROTECT,
        verbose_name=_("publisher"),
        related_name="reports",
        null=True,
        blank=True,
        help_text=_("Leave blank if it is not known, and for our own news."),
    )
    agency = models.ForeignKey(
        Organisation,
        models.PROTECT,
        verbose_name=_("news agency"),
        related_name="dispatches",
        null=True,
        blank=True,
        help_text=_(
            "If the report prints the text of an agency. Reports with the text of one agency count as one "
            "independent source."
        ),
    )
    original_language = any_language_field(_("language of the original"))
    original_title = models.CharField(_("original title"), max_length=300, blank=True)
    original_url = url_field(_("link to the original"))
    author = models.CharField(_("author"), max_length=200, blank=True)
    unrecorded_signings = models.CharField(
        _("why a signing has no record"),
        max_length=300,
        blank=True,
        help_text=_(
            "If the report says that something was signed and the register has no agreement for it: the reason. For "
            "staff only."
        ),
    )
    photos = models.ManyToManyField(Photo, verbose_name=_("photos"), related_name="news", blank=True)

    objects = NewsItemManager()
    search_dependency_paths = ["publisher", "agency"]

    class Meta:
        default_permissions = RECORD_PERMISSIONS
        verbose_name = _("news item")
        verbose_name_plural = _("news")
        ordering = ["-appeared_on", "key"]
        indexes = [models.Index(fields=["publication_state", "-appeared_on"], name="news_newest_first")]

    def get_absolute_url(self):
        return reverse("news:detail", args=[self.key])

    @property
    def publisher_name(self):
        return str(self.publisher or gettext("Publisher not known"))

    @property
    def publisher_and_date(self):
        """As readers see them; the publisher is always named, as not known if need be."""
        parts = [self.publisher_name, format_partial_date(self.appeared_on)]
        return ", ".join(part for part in parts if part)

    @property
    def byline(self):
        """Publisher, date of appearance, language of the original, and the agency whose text it prints."""
        language = language_name(self.original_language) if self.original_language else ""
        agency = gettext("text of %(agency)s") % {"agency": self.agency} if self.agency else ""
        return ", ".join(part for part in [self.publisher_and_date, language, agency] if part)

    @classmethod
    def with_search_relations(cls, records):
        return records.select_related("publisher", "agency")

    def search_names(self):
        return [*super().search_names(), self.original_title]

    def search_texts(self):
        organisations = filter(None, [self.publisher, self.agency])
        return [*super().search_texts(), *(name for organisation in organisations for name in organisation.names())]

    def first_dates(self):
        return [(_("date of publication"), self.appeared_on)]

    def sort_date(self):
        return self.appeared_on
