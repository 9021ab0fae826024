"""Child rows of an agreement: parties, texts and milestones."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cooperation.core.fields import order_field
from cooperation.core.localized_text import translations
from cooperation.core.partial_dates import PartialDateField, first_day
from cooperation.core.parts import Part
from cooperation.library.models import Document, Organisation
from localities.models import Locality

from .choices import EntryMethod, MilestoneKind, TextAuthenticity

#: Milestones that may give the agreement a new end.
KINDS_MOVING_THE_END = [MilestoneKind.EXTENDED, MilestoneKind.AMENDED]


class AgreementPart(Part):
    order = order_field()

    owner = "agreement"
    natural_lookups = ["agreement__key", "order"]

    class Meta:
        abstract = True


class AgreementParty(AgreementPart):
    """A party to an agreement: a locality or another organisation, with the person who signed."""

    agreement = models.ForeignKey("Agreement", models.CASCADE, related_name="parties", verbose_name=_("agreement"))
    locality = models.ForeignKey(
        Locality,
        models.PROTECT,
        verbose_name=_("locality"),
        related_name="agreement_parties",
        null=True,
        blank=True,
        help_text=_(
            "Choose the locality as it was when it signed, even if it no longer exists. Its page links to "
            "its successor."
        ),
    )
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        verbose_name=_("other organisation"),
        related_name="agreement_parties",
        null=True,
        blank=True,
        help_text=_("A party that is not a locality."),
    )
    name_as_signed = models.CharField(
        _("name as signed"), max_length=200, blank=True, help_text=_("If different from the name in the register.")
    )
    signed_by = models.CharField(_("signed by (name)"), max_length=150, blank=True)
    position = models.CharField(_("position of the person who signed"), max_length=250, blank=True)
    withdrew_on = PartialDateField(
        _("date of withdrawal"),
        help_text=_(
            "Only if this party alone has left the agreement, which goes on between the others. Where fewer than two "
            "are left, the register shows it as terminated."
        ),
    )

    is_searched = True

    class Meta:
        verbose_name = _("party")
        verbose_name_plural = _("parties and signatures")
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["agreement", "order"], name="unique_party_order"),
            models.UniqueConstraint(
                fields=["agreement", "locality"],
                name="unique_party_locality",
                violation_error_message=_("This locality is already a party."),
            ),
            models.CheckConstraint(
                name="party_is_locality_or_organisation",
                condition=Q(locality=None, organisation__isnull=False) | Q(locality__isnull=False, organisation=None),
                violation_error_message=_("Enter either a locality or another organisation, not both."),
            ),
        ]

    def __str__(self):
        return self.name_as_signed or str(self.locality or self.organisation)

    def day_of_signing(self):
        return first_day(self.agreement.signed_on) if self.agreement.signed_on else None

    def search_names(self):
        if not self.locality_id:
            return [*(self.organisation.names() if self.organisation_id else []), self.name_as_signed]
        if not self.locality.is_public:
            return []
        successors = [row.successor for row in self.locality.successions.all() if row.successor.is_public]
        later_names = [name for successor in successors for name in translations(successor, "name").values()]
        return [self.name_as_signed, *self.locality.search_names(), *later_names]


class AgreementText(AgreementPart):
    """A text of the agreement held by the secretariat."""

    agreement = models.ForeignKey("Agreement", models.CASCADE, related_name="texts", verbose_name=_("agreement"))
    document = models.ForeignKey(Document, models.PROTECT, verbose_name=_("document"), related_name="agreement_texts")
    authenticity = models.CharField(
        _("status of the text"), max_length=10, choices=TextAuthenticity, default=TextAuthenticity.AUTHENTIC
    )

    class Meta:
        verbose_name = _("text of the agreement")
        verbose_name_plural = _("texts of the agreement")
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["agreement", "order"], name="unique_text_order"),
            models.UniqueConstraint(fields=["agreement", "document"], name="unique_text_document"),
        ]

    def __str__(self):
        return str(self.document)


class Milestone(AgreementPart):
    """An event in the life of an agreement. Its status is computed from these."""

    agreement = models.ForeignKey("Agreement", models.CASCADE, related_name="milestones", verbose_name=_("agreement"))
    kind = models.CharField(
        _("type"),
        max_length=20,
        choices=MilestoneKind,
        help_text=_(
            "Add “Entered into force” to show the agreement as in force. Add “Terminated” to show it as terminated."
        ),
    )
    on = PartialDateField(_("date"), blank=False)
    entry_method = models.CharField(
        _("how it entered into force"),
        max_length=12,
        choices=EntryMethod,
        blank=True,
        help_text=_("Only for “Entered into force”."),
    )
    ends_on = PartialDateField(
        _("new end date"),
        help_text=_(
            "Only for “Extended” and “Amended”: the new last day of the agreement. It applies from the date of the "
            "extension or amendment on."
        ),
    )
    added_years = models.PositiveSmallIntegerField(
        _("or: years added"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(99)],
        help_text=_("Instead of a new end date. They are added to the last day that applied before, if it is known."),
    )
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("key date")
        verbose_name_plural = _("key dates")
        ordering = ["on", "order"]
        constraints = [
            models.UniqueConstraint(fields=["agreement", "order"], name="unique_milestone_order"),
            models.CheckConstraint(
                name="milestone_entry_method_of_an_entry_into_force",
                condition=Q(entry_method="") | Q(kind=MilestoneKind.ENTERED_INTO_FORCE),
                violation_error_message=_("Only an entry into force has a method."),
            ),
            models.CheckConstraint(
                name="milestone_that_moves_the_end_is_a_change",
                condition=Q(ends_on="", added_years=None) | Q(kind__in=KINDS_MOVING_THE_END),
                violation_error_message=_("Only an extension or an amendment can move the end of the agreement."),
            ),
            models.CheckConstraint(
                name="milestone_has_a_new_end_or_added_years",
                condition=Q(ends_on="") | Q(added_years=None),
                violation_error_message=_("Enter either a new end date or the years added, not both."),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.on}"
