from django.db import models
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cooperation.core.date_formatting import format_partial_date
from cooperation.core.fields import any_language_field, language_field, order_field, url_field
from cooperation.core.languages import language_name
from cooperation.core.partial_dates import PartialDateField
from cooperation.core.parts import Part, PartQuerySet
from cooperation.core.records import PublicationState, Record, RecordQuerySet
from cooperation.library.models import Photo

from .publishers import Publisher
from .qualifiers import Comparator, Inference, Nature


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
        """With the publisher, which every list, card and citation names."""
        return super().get_queryset().select_related("publisher")


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
        Publisher,
        models.PROTECT,
        verbose_name=_("publisher"),
        related_name="reports",
        null=True,
        blank=True,
        help_text=_("Leave blank if it is not known, and for our own news."),
    )
    original_language = any_language_field(_("language of the original"))
    original_title = models.CharField(_("original title"), max_length=300, blank=True)
    original_url = url_field(_("link to the original"))
    author = models.CharField(_("author"), max_length=200, blank=True)
    photos = models.ManyToManyField(Photo, verbose_name=_("photos"), related_name="news", blank=True)

    objects = NewsItemManager()

    class Meta:
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
        """Publisher, date of appearance and language of the original."""
        language = language_name(self.original_language) if self.original_language else ""
        return ", ".join(part for part in [self.publisher_and_date, language] if part)

    @classmethod
    def with_search_relations(cls, records):
        return records.select_related("publisher")

    def search_names(self):
        return [*super().search_names(), self.original_title]

    def search_texts(self):
        return [*super().search_texts(), *(self.publisher.names() if self.publisher else [])]

    def first_dates(self):
        return [(_("date of publication"), self.appeared_on)]

    def sort_date(self):
        return self.appeared_on


class Decision(models.TextChoices):
    """The editors' decision on a claim."""

    ACCEPTED = "accepted", _("accepted: the register shows this value")
    REPORTED = "reported", _("reported only: shown as what this source says")
    REJECTED = "rejected", _("rejected: an error in the source, not shown")


class ClaimQuerySet(PartQuerySet):
    def public(self):
        """Claims of published news items that were not rejected."""
        return self.filter(news_item__publication_state=PublicationState.PUBLISHED).exclude(decision=Decision.REJECTED)

    def on(self, kind, keys):
        return self.filter(subject_kind=kind, subject_key__in=keys)


class Claim(Part):
    """One fact as one report states it.

    It names its subject by kind and key, not by foreign key, so that claims and subjects load in either order.
    """

    news_item = models.ForeignKey(NewsItem, models.CASCADE, related_name="claims", verbose_name=_("news item"))
    order = order_field()
    subject_kind = models.CharField(
        _("type of record"),
        max_length=20,
        blank=True,
        help_text=_("conference, agreement, partnership or locality. Leave blank for the cooperation as a whole."),
    )
    subject_key = models.CharField(_("identifier of the record"), max_length=100, blank=True)
    fact = models.CharField(
        _("field"), max_length=40, help_text=_("A field of the record, a figure, or “named” if it is only mentioned.")
    )
    value = models.TextField(
        _("value"), help_text=_("Use the format of the field, for example 2023-04-15, 50, vn-hue or plain text.")
    )
    value_language = language_field(
        _("language of the value"), help_text=_("For text only: wordings are compared within one language.")
    )
    as_of = PartialDateField(
        _("as of"),
        help_text=_("The date of which the report says that the figure was true then. Leave blank if it gives none."),
    )
    comparator = models.CharField(
        _("comparison"),
        max_length=10,
        choices=Comparator,
        blank=True,
        help_text=_("How the report qualifies a number or date. Leave blank if it gives it as exact."),
    )
    nature = models.CharField(
        _("what the number counts"),
        max_length=10,
        choices=Nature,
        blank=True,
        help_text=_("Numbers announced, expected or registered are not compared with those who attended."),
    )
    inference = models.CharField(
        _("inferred"),
        max_length=20,
        choices=Inference,
        blank=True,
        help_text=_("If the report does not give this value itself: from what it was worked out. Readers see it."),
    )
    passage = models.TextField(
        _("supporting sentence"), blank=True, help_text=_("The sentence in our text that supports the claim.")
    )
    decision = models.CharField(_("decision"), max_length=8, choices=Decision, default=Decision.REPORTED)

    owner = "news_item"
    natural_lookups = ["news_item__key", "order"]
    objects = ClaimQuerySet.as_manager()

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        ordering = ["news_item", "order"]
        indexes = [models.Index(fields=["subject_kind", "subject_key"], name="claims_by_subject")]
        constraints = [
            models.UniqueConstraint(fields=["news_item", "order"], name="unique_claim_order"),
            models.CheckConstraint(
                name="claim_has_a_value",
                condition=~models.Q(value=""),
                violation_error_message=_("Enter the value of the claim."),
            ),
            models.CheckConstraint(
                name="claim_subject_has_kind_and_key",
                condition=models.Q(subject_kind="", subject_key="")
                | (~models.Q(subject_kind="") & ~models.Q(subject_key="")),
                violation_error_message=_("Enter both the type and the identifier of the record, or leave both blank."),
            ),
        ]

    @property
    def is_public(self):
        return self.news_item.is_public and self.decision != Decision.REJECTED

    def __str__(self):
        return f"{self.subject_key} {self.fact}: {self.value}".strip()
