"""Successions of localities, and to their agreements: child rows of two localities."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cooperation.core.partial_dates import PartialDateField, first_day
from cooperation.core.parts import Part

from .choices import SuccessionKind


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
