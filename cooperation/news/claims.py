"""Claims: what a report states of a record, one fact at a time, and what the editors decided on it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cooperation.core.fields import language_field, order_field
from cooperation.core.partial_dates import PartialDateField
from cooperation.core.parts import Part, PartQuerySet
from cooperation.core.records import PublicationState
from cooperation.kinds import get_kind

from .facts import get_key_facts
from .qualifiers import Comparator, Inference, Nature


class Decision(models.TextChoices):
    """The editors' decision on a claim."""

    ACCEPTED = "accepted", _("accepted: the register shows this value")
    REPORTED = "reported", _("reported only: shown as what this source says")
    REJECTED = "rejected", _("rejected: an error in the source, not shown")


class ClaimQuerySet(PartQuerySet):
    def public(self):
        """Claims of published news items that were not rejected and name no record that is not public."""
        shown = self.filter(news_item__publication_state=PublicationState.PUBLISHED).exclude(decision=Decision.REJECTED)
        for kind, facts in get_key_facts().items():
            records = get_kind(kind).model.objects
            hidden = records.exclude(records.public_condition())
            shown = shown.exclude(fact__in=facts, value__in=hidden.values("key"))
        return shown

    def on(self, kind, keys):
        return self.filter(subject_kind=kind, subject_key__in=keys)


class Claim(Part):
    """One fact as one report states it.

    It names its subject by kind and key, not by foreign key, so that claims and subjects load in either order.
    """

    news_item = models.ForeignKey("NewsItem", models.CASCADE, related_name="claims", verbose_name=_("news item"))
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
