from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cooperation.core.localized_text import translations
from cooperation.core.partial_dates import PartialDateField, ends_not_before_start
from cooperation.core.records import RECORD_PERMISSIONS, Record
from cooperation.library.models import Photo, Theme
from events.models import Conference

from .choices import AgreementKind, AgreementRelation, TermRule
from .parties import PartyOnDate, order_by_own_side, party_blockers
from .partnerships import Partnership
from .parts import AgreementParty, AgreementText, Milestone
from .querysets import AgreementQuerySet
from .status import is_known_by, status_as_of, status_on
from .status_periods import StatusPeriod, update_status_periods

__all__ = ["Agreement", "AgreementParty", "AgreementText", "Milestone", "Partnership", "StatusPeriod"]


class Agreement(Record):
    """An agreement that localities of both countries have signed or announced."""

    title = models.CharField(_("title"), max_length=300)
    kind = models.CharField(pgettext_lazy("an agreement", "type"), max_length=30, choices=AgreementKind)
    partnership = models.ForeignKey(
        Partnership,
        models.PROTECT,
        verbose_name=_("partnership"),
        related_name="agreements",
        null=True,
        blank=True,
    )
    signed_on = PartialDateField(
        _("date of signature"),
        help_text=_(
            "As precisely as it is known: 2023, 2023-04 or 2023-04-15. Leave blank if the agreement has been "
            "announced but not signed."
        ),
        db_index=True,
    )
    is_signed_undated = models.BooleanField(
        _("signed, date not known"),
        default=False,
        help_text=_("A source says that it was signed, and none says when. Without this tick it is only announced."),
    )
    signature_place = models.CharField(
        _("place of signature"),
        max_length=200,
        blank=True,
        help_text=_("The place. Add the event if the agreement was signed at an event other than a conference."),
    )
    conference = models.ForeignKey(
        Conference,
        models.PROTECT,
        verbose_name=_("conference"),
        related_name="agreements",
        null=True,
        blank=True,
        help_text=_("If it was signed at a conference."),
    )
    summary = models.TextField(_("what it covers"), blank=True)
    themes = models.ManyToManyField(Theme, verbose_name=_("topics"), related_name="agreements", blank=True)
    term_rule = models.CharField(
        _("duration"),
        max_length=20,
        choices=TermRule,
        default=TermRule.UNKNOWN,
        help_text=_(
            "Choose “Not known” unless a text or source gives the duration. The register then never shows "
            "the agreement as in force or ended on its own."
        ),
    )
    term_years = models.PositiveSmallIntegerField(
        _("number of years"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(99)]
    )
    ends_on = PartialDateField(
        pgettext_lazy("an agreement", "end date"), help_text=_("The last day of the agreement, if its text gives one.")
    )
    notice_months = models.PositiveSmallIntegerField(_("notice period (months)"), null=True, blank=True)
    earlier_agreement = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name=_("earlier agreement"),
        related_name="later_agreements",
        null=True,
        blank=True,
        help_text=_("The earlier agreement that this one renews, amends, replaces or implements."),
    )
    relation_type = models.CharField(
        _("relationship to the earlier agreement"), max_length=12, choices=AgreementRelation, blank=True
    )
    photos = models.ManyToManyField(Photo, verbose_name=_("photos"), related_name="agreements", blank=True)

    objects = AgreementQuerySet.as_manager()
    search_dependency_paths = [
        "parties__locality",
        "parties__organisation",
        "conference",
        "parties__locality__predecessions__predecessor",
    ]

    class Meta:
        default_permissions = RECORD_PERMISSIONS
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering = ["-signed_on", "key"]
        indexes = [models.Index(fields=["publication_state", "-signed_on"], name="agreements_newest_first")]
        constraints = [
            ends_not_before_start("signed_on", "ends_on", "agreement_ends_after_it_is_signed"),
            models.CheckConstraint(
                name="agreement_with_a_fixed_end_has_it",
                condition=~Q(term_rule=TermRule.FIXED_END) | ~Q(ends_on=""),
                violation_error_message=_("Enter the end date."),
            ),
            models.CheckConstraint(
                name="agreement_for_years_has_their_number",
                condition=~Q(term_rule__in=[TermRule.YEARS, TermRule.YEARS_FROM_ENTRY, TermRule.TACIT_RENEWAL])
                | Q(term_years__isnull=False, term_years__gte=1),
                violation_error_message=_("Enter the number of years."),
            ),
            models.CheckConstraint(
                name="agreement_signed_undated_has_no_date",
                condition=Q(is_signed_undated=False) | Q(signed_on=""),
                violation_error_message=_("Enter the date of signature or tick “signed, date not known”, not both."),
            ),
            models.CheckConstraint(
                name="agreement_is_not_its_own_earlier_agreement",
                condition=Q(earlier_agreement=None) | ~Q(earlier_agreement=models.F("pk")),
                violation_error_message=_("An agreement cannot refer to itself."),
            ),
        ]

    def clean(self):
        if self.earlier_agreement_id and not self.relation_type:
            raise ValidationError({"relation_type": _("Choose how this agreement relates to the earlier one.")})

    def get_absolute_url(self):
        return reverse("agreements:detail", args=[self.key])

    @property
    def is_signing_day_known(self):
        return len(self.signed_on) == len("2023-04-15")

    def status_on(self, day):
        """The status on a date with its reason (`StatusResult`); see `status.py`."""
        return status_on(self, day)

    def period_on(self, day):
        """The stored `StatusPeriod` that contains a date. For lists, prefetch `status_periods`."""
        return next(period for period in self.status_periods.all() if period.since <= day <= period.until)

    @classmethod
    def update_derived_rows(cls, ids):
        update_status_periods(cls, ids)

    def get_owner(self):
        """With the earlier agreement, whose status depends on whether this one was signed."""
        return type(self), [self.pk, *filter(None, [self.earlier_agreement_id])]

    def is_known_by(self, cutoff):
        """Whether it was signed or announced by a past date; True for today (None)."""
        return is_known_by(self, cutoff)

    def status_as_of(self, as_of):
        """The status on its own page, which may be about a date before it was known (`StatusResult`)."""
        return status_as_of(self, as_of)

    def first_dates(self):
        return [(_("Date of signature"), self.signed_on)]

    def parties_on(self, lineage, day):
        """Its parties as signed and as they are on a date, the reader's own side first."""
        return order_by_own_side([PartyOnDate(row, lineage, day) for row in self.parties.all()])

    def publication_blockers(self):
        rows = list(self.parties.select_related("locality"))
        too_few = [_("Enter at least two parties.")] if len(rows) < 2 else []
        localities = [row.locality for row in rows if row.locality_id]
        return [*super().publication_blockers(), *too_few, *party_blockers(localities)]

    @classmethod
    def with_search_relations(cls, records):
        return records.select_related("conference").prefetch_related(
            "parties__locality__names", "parties__locality__successions__successor", "parties__organisation"
        )

    def search_texts(self):
        names = [name for row in self.parties.all() for name in row.search_names()]
        is_public = self.conference_id and self.conference.is_public
        titles = translations(self.conference, "title").values() if is_public else []
        return [*super().search_texts(), *names, *titles, self.signed_on]

    def sort_date(self):
        return self.signed_on
