from django.db import models
from django.utils.translation import gettext_lazy as _

from .search import SearchEntry

__all__ = ["ContentVersion", "OldKey", "SearchEntry", "TranslationState"]


class ContentVersion(models.Model):
    """One row: how often anything public may have changed."""

    number = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name = _("content version")
        verbose_name_plural = _("content version")

    def __str__(self):
        return str(self.number)


class OldKey(models.Model):
    """A key that a record had before; its address leads to the record for ever."""

    kind = models.CharField(_("kind of record"), max_length=60)
    old_key = models.SlugField(_("former key"), max_length=100)
    key = models.SlugField(_("key"), max_length=100)

    class Meta:
        verbose_name = _("former key")
        verbose_name_plural = _("former keys")
        constraints = [models.UniqueConstraint(fields=["kind", "old_key"], name="one_record_an_old_key")]

    def __str__(self):
        return f"{self.old_key} → {self.key}"


class TranslationState(models.Model):
    """From which text a translation was made: its language, and the hash it had then."""

    kind = models.CharField(max_length=60)
    record_id = models.BigIntegerField()
    field = models.CharField(max_length=60)
    language = models.CharField(max_length=2)
    source_language = models.CharField(max_length=2)
    source_hash = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("state of a translation")
        verbose_name_plural = _("states of translations")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "record_id", "field", "language"], name="one_state_a_translated_text"
            )
        ]

    def __str__(self):
        return f"{self.kind} {self.record_id} {self.field} {self.language}"
