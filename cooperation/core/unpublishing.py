"""Why a record that was public no longer is: what its address answers (410) instead of the record."""

from django.db import models
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class UnpublishingReason(models.TextChoices):
    MISTAKE = "mistake", pgettext_lazy("unpublished", "It was recorded by mistake.")
    DUPLICATE = "duplicate", pgettext_lazy("unpublished", "It is recorded elsewhere in the register.")
    UNDER_REVIEW = "under_review", pgettext_lazy("unpublished", "The secretariat is checking what it says.")
    RIGHTS = "rights", pgettext_lazy("unpublished", "The register may not show it any longer: rights or personal data.")
    OTHER = "other", pgettext_lazy("unpublished", "The secretariat has removed it.")


class Unpublishing(models.Model):
    """One row for each record that was taken from the public, or deleted while it was public.

    It names the record by kind and key, so that it outlives the record. Publishing it again deletes the row.
    """

    kind = models.CharField(max_length=60, editable=False)
    key = models.CharField(max_length=100, editable=False)
    reason = models.CharField(
        _("reason"),
        max_length=20,
        choices=UnpublishingReason,
        help_text=_("Readers who open the page see it."),
    )
    note = models.TextField(
        _("note for readers"),
        blank=True,
        max_length=500,
        help_text=_("In one or two sentences, for example where the record is now. It must not repeat what was wrong."),
    )
    unpublished_at = models.DateTimeField(_("unpublished at"), auto_now=True)

    class Meta:
        app_label = "core"
        verbose_name = _("unpublishing")
        verbose_name_plural = _("unpublishings")
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="unique_unpublishing_per_record")]

    def __str__(self):
        return f"{self.kind} {self.key}"


class Unpublished(Http404):
    """A record that was public is asked for; `unpublishing` says why it is not any longer."""

    def __init__(self, unpublishing: Unpublishing):
        super().__init__(unpublishing)
        self.unpublishing = unpublishing


def get_public_or_404(model: type[models.Model], key: str) -> models.Model:
    """The public record with this key. Raises Http404, or its subclass Unpublished."""
    record = model.objects.public().filter(key=key).first()
    if record is None:
        raise unpublished_or_404(model.record_kind(), key)
    return record


def unpublished_or_404(kind: str, key: str) -> Http404:
    """The exception to raise for a record that is not public."""
    unpublishing = Unpublishing.objects.filter(kind=kind, key=key).first()
    return Unpublished(unpublishing) if unpublishing else Http404()


def unpublish(record: models.Model, reason: str, note: dict[str, str]) -> None:
    """Say why a record stops to be public; `note` is {column: text}."""
    Unpublishing.objects.update_or_create(kind=record.record_kind(), key=record.key, defaults={"reason": reason} | note)


def forget_unpublishing(records: list[models.Model]) -> None:
    """These records are public again."""
    for record in records:
        Unpublishing.objects.filter(kind=record.record_kind(), key=record.key).delete()
