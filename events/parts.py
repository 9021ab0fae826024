"""Child rows of a conference: sessions, speakers and commitments."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cooperation.core.fields import order_field
from cooperation.core.folding import fold
from cooperation.core.localized_text import localized
from cooperation.core.parts import Part
from cooperation.library.models import Organisation, Theme
from localities.models import Locality


class ConferencePart(Part):
    order = order_field()

    owner = "conference"
    natural_lookups = ["conference__key", "order"]

    class Meta:
        abstract = True


class Session(ConferencePart):
    conference = models.ForeignKey("Conference", models.CASCADE, related_name="sessions", verbose_name=_("conference"))
    title = models.CharField(_("title"), max_length=300)
    theme = models.ForeignKey(
        Theme, models.PROTECT, verbose_name=_("topic"), related_name="sessions", null=True, blank=True
    )
    summary = models.TextField(_("summary"), blank=True)

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["conference", "order"], name="unique_session_order")]

    def __str__(self):
        return localized(self, "title").text


class Speaker(ConferencePart):
    """A speaker, with official position only: the register stores no private data."""

    conference = models.ForeignKey("Conference", models.CASCADE, related_name="speakers", verbose_name=_("conference"))
    name = models.CharField(_("name"), max_length=150)
    position = models.CharField(_("position"), max_length=250, blank=True)
    locality = models.ForeignKey(
        Locality, models.PROTECT, verbose_name=_("locality"), related_name="speakers", null=True, blank=True
    )
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        verbose_name=_("organisation"),
        related_name="speakers",
        null=True,
        blank=True,
        help_text=_("If the speaker does not represent a locality."),
    )
    line = models.CharField(
        _("summary of what they said"), max_length=400, blank=True, help_text=_("In one line, in our own words.")
    )

    class Meta:
        verbose_name = _("speaker")
        verbose_name_plural = _("speakers")
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["conference", "order"], name="unique_speaker_order")]

    def __str__(self):
        return self.name

    @property
    def shows_organisation(self):
        """Whether to show the organisation: not if the position names it (“President of the Senate, Senate”)."""
        if not self.organisation_id:
            return False
        return fold(str(self.organisation)) not in fold(localized(self, "position").text)


class Commitment(ConferencePart):
    """A point of the conference's joint statement."""

    conference = models.ForeignKey(
        "Conference", models.CASCADE, related_name="commitments", verbose_name=_("conference")
    )
    theme = models.ForeignKey(
        Theme, models.PROTECT, verbose_name=_("topic"), related_name="commitments", null=True, blank=True
    )
    text = models.TextField(_("text"))

    class Meta:
        verbose_name = _("joint statement point")
        verbose_name_plural = _("joint statement points")
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["conference", "order"], name="unique_commitment_order")]

    def __str__(self):
        return localized(self, "text").text
